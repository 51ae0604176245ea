/**
 * Commentary is the story behind a judgement: why an indicator is where it is in an area and a period, in words and in coded reasons, with who says so and when.
 * A later word on the same period is another one beside it; the latest counts.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { IndicatorId, ReasonCode } from '../../performance/index.ts'

export type CommentaryId = Id<'commentary'>

/** What it is about. */
export type Subject = Period & { readonly indicatorId: IndicatorId; readonly areaId: AreaId }

/** What the reason codes are called, as performance says. */
export type ReasonNames = Readonly<Record<ReasonCode, string>>

export type Said = { readonly text: string; readonly reasonCodes: readonly ReasonCode[] }

export type Commentary = Subject & Said & { readonly id: CommentaryId; readonly byName: string; readonly onDay: Day }

/** What counts of a period, and what it replaced, the latest first. */
export type Story = { readonly latest: Commentary; readonly earlier: readonly Commentary[] }

/** Of one indicator in one area: a story for each period of which something was said, the newest period first. */
export function storiesFrom(all: readonly Commentary[]): Story[] {
  const periods = [...Map.groupBy(all, ({ startsOn, endsOn }) => `${endsOn} ${startsOn}`)].toSorted(([one], [other]) =>
    one < other ? 1 : -1,
  )
  return periods.flatMap(([, said]) => {
    const [latest, ...earlier] = said.toSorted((one, other) => other.id - one.id)
    return latest === undefined ? [] : [{ latest, earlier }]
  })
}

/** Nothing new was said. */
export const isSame = (one: Said, other: Said): boolean =>
  one.text === other.text && [...one.reasonCodes].sort().join() === [...other.reasonCodes].sort().join()
