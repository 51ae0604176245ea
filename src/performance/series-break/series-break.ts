/**
 * A break says that from a day on a series counts something else, so that figures from before and after are not compared (rules E2, E13): the
 * definition changed, a boundary, the body that counts, or the method. A person says so, in a sentence. It is of the series: whoever compares asks here.
 */
import { type Day, dayLabel, dayOfMonth, monthName, monthOf, yearOf } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'

export type BreakId = Id<'break'>

export const breakKinds = ['definition', 'boundary', 'body', 'method'] as const
export type BreakKind = (typeof breakKinds)[number]

export type Break = {
  /** The first day of the first period that is counted in the new way. */
  readonly startsOn: Day
  readonly kind: BreakKind
  /** What changed, for whoever reads the chart. */
  readonly sentence: string
}
export type KeptBreak = Break & {
  readonly id: BreakId
  /** Null: wherever the indicator is measured. */
  readonly areaId: AreaId | null
}

const changed: Readonly<Record<BreakKind, string>> = {
  definition: 'the definition changed',
  boundary: 'the boundary changed',
  body: 'the body that counts it changed',
  method: 'the method changed',
}

/** The latest break that lies between two periods; null where they can be compared. A figure that began before it still counts in the old way. */
export function breakBetween(breaks: readonly Break[], a: Pick<Period, 'startsOn'>, b: Pick<Period, 'startsOn'>): Break | null {
  const [earlier, later] = a.startsOn < b.startsOn ? [a, b] : [b, a]
  const between = breaks.filter(({ startsOn }) => earlier.startsOn < startsOn && startsOn <= later.startsOn)
  return between.reduce<Break | null>((last, each) => (last === null || each.startsOn > last.startsOn ? each : last), null)
}

/** the definition changed in April 2025 */
export const breakWords = ({ kind, startsOn }: Pick<Break, 'kind' | 'startsOn'>): string => `${changed[kind]} ${sinceWords(startsOn)}`

/** in April 2025, or on 12 May 2025 */
export const sinceWords = (on: Day): string => (dayOfMonth(on) === 1 ? `in ${monthName(monthOf(on))} ${yearOf(on)}` : `on ${dayLabel(on)}`)

export type BreakDraft = Break & { readonly areaId: AreaId | null }

/** One day has one break, in the same place. */
export function mark(draft: BreakDraft, there: readonly KeptBreak[]): Ruling<BreakDraft> {
  const same = there.find(({ startsOn, areaId }) => startsOn === draft.startsOn && (areaId === null || areaId === draft.areaId))
  if (same) return refuse({ field: 'startsOn', text: `There is a break on ${dayLabel(same.startsOn)} already: ${same.sentence}` })
  return accept(draft)
}
