import { keepReview, type PlanId, recordAlignment, recordCommentary, recordFourRs, setWorkplanTexts } from '../delivery/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import type { AreaId, GroupId, PersonId } from '../partnership/index.ts'
import type { IndicatorId } from '../performance/index.ts'
import type { Db } from '../platform/db/index.ts'
import { addOwnLink, type NodeRef, recordGapCounts } from '../thread/index.ts'
import {
  commentaryOfWexcombe,
  fourRsOfWexcombe,
  gapsBefore,
  type Linked,
  linksOfWexcombe,
  otherPlanOfWexcombe,
  planReviewsOfWexcombe,
  workplanOfWexcombe,
} from './delivery.ts'
import { gapsOfWexcombe } from './gaps.ts'
import { known } from './known.ts'
import type { LoadedMeeting } from './load-meetings.ts'
import type { Wexcombe } from './wexcombe.ts'

type Named = {
  readonly people: ReadonlyMap<string, PersonId>
  readonly groups: ReadonlyMap<string, GroupId>
  readonly indicators: ReadonlyMap<string, IndicatorId>
  readonly area: AreaId
  /** By short name. */
  readonly plans: ReadonlyMap<string, PlanId>
  readonly meetings: readonly LoadedMeeting[]
}

/** What is said about what was planned and achieved, after plans, figures and meetings. */
export async function loadDelivery(db: Db, named: Named, example: Wexcombe): Promise<void> {
  const today = example.madeOn
  const periodsOf = periodsReported(example, today)
  const lately = (daysAgo: number, { endsOn }: Period): Day => {
    const on = addDays(today, -daysAgo)
    return on > endsOn ? on : today
  }
  await recordCommentary(
    db,
    commentaryOfWexcombe.flatMap(({ indicator, ago, text, because, by }) => {
      const period = periodsOf(indicator).at(-1 - ago)
      return period === undefined
        ? []
        : {
            ...period,
            indicatorId: known(named.indicators, indicator),
            areaId: named.area,
            text,
            reasonCodes: because,
            byName: by,
            onDay: lately(6 + 91 * ago, period),
          }
    }),
  )
  const pmg = named.meetings.filter(({ group }) => group === 'PMG')
  const last = pmg.findLast(({ onDay }) => onDay < today)
  await recordFourRs(
    db,
    fourRsOfWexcombe.flatMap(({ indicator, by, isAtMeeting = false, ...answers }) => {
      const period = periodsOf(indicator).at(-1)
      if (period === undefined) return []
      const at = isAtMeeting && last !== undefined && last.onDay > period.endsOn ? last : null
      const meant = { indicatorId: known(named.indicators, indicator), ...period, byName: by }
      return { ...answers, ...meant, onDay: at?.onDay ?? lately(4, period), meetingId: at?.id ?? null, decisionId: null }
    }),
  )
  for (const { plan, by, daysAgo, answers } of planReviewsOfWexcombe)
    await keepReview(
      db,
      {
        planId: known(named.plans, plan),
        plannedActionId: null,
        by: { personId: known(named.people, by), byName: by },
        onDay: addDays(today, -daysAgo),
      },
      Object.entries(answers).map(([question, [answer, sentence = '']]) => ({
        question: question as keyof typeof answers,
        answer,
        sentence,
      })),
    )
  const { plan, lines, ...other } = otherPlanOfWexcombe
  await recordAlignment(db, known(named.plans, plan), { link: '', ...other }, lines)
  const next = pmg.find(({ onDay }) => onDay >= today)
  if (next !== undefined) {
    const { group, achievements } = workplanOfWexcombe
    await setWorkplanTexts(db, next.id, known(named.groups, group), new Map([['achievements', achievements.join('\n')]]))
  }
  await loadLinks(db, named, today)
  await recordGapCounts(db, gapCountsUntil(today))
}

/** Of which there is a figure for the county, the latest last. */
const periodsReported = (example: Wexcombe, today: Day) => {
  const byIndicator = Map.groupBy(
    example.returns.filter(({ areaCode, value, reportedOn }) => areaCode === example.areaCode && value !== null && reportedOn <= today),
    ({ indicator }) => indicator,
  )
  return (indicator: string): Period[] => {
    const periods = new Map((byIndicator.get(indicator) ?? []).map(({ period }) => [period.endsOn, period]))
    return [...periods.values()].toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1)).map(({ startsOn, endsOn }) => ({ startsOn, endsOn }))
  }
}

async function loadLinks(db: Db, { plans, indicators }: Named, today: Day): Promise<void> {
  const ref = (linked: Linked): NodeRef =>
    'plan' in linked ? { kind: 'plan', id: known(plans, linked.plan) } : { kind: 'indicator', id: known(indicators, linked.indicator) }
  for (const { from, kind, to, sentence, by } of linksOfWexcombe)
    await addOwnLink(db, { from: ref(from), kind, to: ref(to), sentence }, { name: by, accountId: null, onDay: addDays(today, -20) })
}

/** Each week for twelve, and today as they are. */
function gapCountsUntil(today: Day) {
  const now = Object.entries(gapsOfWexcombe).map(([kind, gaps]) => ({ kind, count: gaps.length }))
  const weeks = Array.from({ length: 12 }, (_, week) =>
    now.map(({ kind, count }) => ({ onDay: addDays(today, 7 * (week - 12)), kind, count: gapsBefore[kind]?.[week] ?? count })),
  )
  return [...weeks.flat(), ...now.map(each => ({ onDay: today, ...each }))]
}
