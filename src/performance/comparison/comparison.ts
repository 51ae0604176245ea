/** How an area compares with others in an indicator and a period: its place among them, its quarter, and how far it lies from the median. */
import { compare, type Decimal, minus, rounded } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { distanceFrom, placeOf, quarterOf, type Spread, spreadOf } from './spread.ts'

export type Figure = { readonly areaId: AreaId; readonly value: Decimal; readonly status: 'provisional' | 'estimated' | 'final' }

export type Placing = Figure & {
  readonly place: number
  readonly isShared: boolean
  /** Null of fewer areas than make quarters. */
  readonly quarter: 1 | 2 | 3 | 4 | null
  readonly fromMedian: Decimal
  /** In typical distances (median absolute deviations); null where there is none. */
  readonly distance: Decimal | null
}

export type Comparison = { readonly spread: Spread; readonly placings: readonly Placing[]; readonly own: Placing | null }

/** Of fewer areas a quarter is one area or none. */
const fewestForQuarters = 8

/** The best first; where neither way is better, the highest. Figures are compared as they are shown. Null without any. */
export function compareAreas(figures: readonly Figure[], own: AreaId, { polarity, decimals }: Indicator): Comparison | null {
  const better = polarity === 'lower' ? 'lower' : 'higher'
  const held = figures.map(each => ({ ...each, value: rounded(each.value, decimals) }))
  const values = held.map(({ value }) => value)
  const spread = spreadOf(values)
  if (spread === null) return null
  const isRanked = polarity === 'higher' || polarity === 'lower'
  const placings = held
    .map(each => ({
      ...each,
      ...placeOf(each.value, values, better),
      quarter: isRanked && values.length >= fewestForQuarters ? quarterOf(each.value, spread, better) : null,
      fromMedian: minus(each.value, spread.median),
      distance: distanceFrom(each.value, spread),
    }))
    .toSorted((a, b) => (better === 'higher' ? compare(b.value, a.value) : compare(a.value, b.value)))
  return { spread, placings, own: placings.find(({ areaId }) => areaId === own) ?? null }
}

export const groups = ['neighbours', 'kind', 'inside', 'all'] as const
/** With its neighbours; with areas of its kind; with those beside it in the same area; with all that have a figure. */
export type Group = (typeof groups)[number]
