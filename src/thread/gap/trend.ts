/** How the gaps became more or fewer: as they were counted each night, thinned out to as many days as a table has room for. */
import { addDays, type Day, weekdayOf } from '../../kernel/day.ts'

export type GapCount = { readonly onDay: Day; readonly kind: string; readonly count: number }
export type CountedDay = { readonly onDay: Day; readonly counts: ReadonlyMap<string, number> }

const most = 12

/** Every day while they are few; then the last of each week, then the last of each month, the latest twelve. */
export function countedDays(counts: readonly GapCount[]): CountedDay[] {
  const byDay = [...Map.groupBy(counts, ({ onDay }) => onDay)].map(([onDay, of]) => ({
    onDay,
    counts: new Map(of.map(({ kind, count }) => [kind, count])),
  }))
  const weeks = lastOf(byDay, ({ onDay }) => addDays(onDay, 7 - weekdayOf(onDay)))
  const months = lastOf(byDay, ({ onDay }) => onDay.slice(0, 7))
  return byDay.length <= most ? byDay : weeks.length <= most ? weeks : months.slice(-most)
}

const lastOf = (days: readonly CountedDay[], spanOf: (day: CountedDay) => string): CountedDay[] =>
  [...Map.groupBy(days, spanOf).values()].flatMap(each => each.at(-1) ?? [])
