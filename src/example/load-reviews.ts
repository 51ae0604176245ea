import type { Day } from '../kernel/day.ts'
import type { GroupId } from '../partnership/index.ts'
import type { IndicatorId } from '../performance/index.ts'
import type { Db } from '../platform/db/index.ts'
import { recordReview, reviewSubjects, type SubjectRef } from '../thread/index.ts'
import { known } from './known.ts'
import { type ExampleReview, reviewsOfWexcombe } from './reviews.ts'

type Named = { readonly groups: ReadonlyMap<string, GroupId>; readonly indicators: ReadonlyMap<string, IndicatorId> }

export async function loadReviews(db: Db, { groups, indicators }: Named, today: Day): Promise<void> {
  const plans = (await reviewSubjects(db)).filter(({ kind }) => kind === 'plan')
  const refOf = (of: ExampleReview['of']): SubjectRef => {
    if (of === 'thread') return { kind: 'thread', id: null }
    if ('indicator' in of) return { kind: 'indicator', id: known<number>(indicators, of.indicator) }
    const groupId = known(groups, of.planOf)
    return { kind: 'plan', id: plans.find(({ groupIds }) => groupIds.includes(groupId))?.id ?? null }
  }
  for (const { of, group, held = null, ...review } of reviewsOfWexcombe(today))
    await recordReview(db, { ...review, of: refOf(of), groupId: known(groups, group), held })
}
