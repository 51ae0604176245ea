/**
 * How one area compares with others: its place among them, the quarter it is in, and how far it lies from the median in typical distances
 * (median absolute deviations, as the Office for Local Government published them: raw, not scaled to resemble a standard deviation).
 */
import { absolute, compare, type Decimal, decimal, divided, isZero, minus, plus, times } from '../../kernel/decimal.ts'

export type Spread = {
  readonly count: number
  readonly median: Decimal
  /** The median distance from the median. */
  readonly deviation: Decimal
  readonly lowerQuartile: Decimal
  readonly upperQuartile: Decimal
  readonly lowest: Decimal
  readonly highest: Decimal
}

/** Null of no values. */
export function spreadOf(values: readonly Decimal[]): Spread | null {
  const sorted = values.toSorted(compare)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  const median = quantile(sorted, 2)
  if (lowest === undefined || highest === undefined || median === null) return null
  const deviation = quantile(sorted.map(value => absolute(minus(value, median))).toSorted(compare), 2)
  return {
    count: sorted.length,
    median,
    deviation: deviation ?? nothing,
    lowerQuartile: quantile(sorted, 1) ?? median,
    upperQuartile: quantile(sorted, 3) ?? median,
    lowest,
    highest,
  }
}

/** So many quarters up a sorted list, on a straight line between its neighbours: what spreadsheets call the inclusive quartile. */
function quantile(sorted: readonly Decimal[], quarters: 1 | 2 | 3): Decimal | null {
  const quarterSteps = (sorted.length - 1) * quarters
  const [below, rest] = [Math.floor(quarterSteps / 4), quarterSteps % 4]
  const [low, high] = [sorted[below], sorted[below + 1]]
  if (low === undefined) return null
  return rest === 0 || high === undefined ? low : plus(low, times(minus(high, low), decimal(String(rest / 4))))
}

const nothing = decimal('0')

/** More places than any published figure has. */
const places = 20

/** How many typical distances above (or, negative, below) the median. Null where most areas are the same and one is not: there is no typical distance. */
export function distanceFrom(value: Decimal, { median, deviation }: Pick<Spread, 'median' | 'deviation'>): Decimal | null {
  const apart = minus(value, median)
  if (isZero(apart)) return nothing
  return isZero(deviation) ? null : divided(apart, deviation, places)
}

/** Its place where 1 is best, or largest where neither way is better; equals share the better place. */
export function placeOf(
  value: Decimal,
  others: readonly Decimal[],
  better: 'higher' | 'lower',
): { readonly place: number; readonly isShared: boolean } {
  const isBetter = (other: Decimal) => (better === 'higher' ? compare(other, value) > 0 : compare(other, value) < 0)
  return {
    place: others.filter(isBetter).length + 1,
    isShared: others.filter(other => compare(other, value) === 0).length > 1,
  }
}

/** Which quarter of the areas, the first the best; what lies on a quartile is in the better quarter. */
export function quarterOf(value: Decimal, { median, lowerQuartile, upperQuartile }: Spread, better: 'higher' | 'lower'): 1 | 2 | 3 | 4 {
  const [first, third] = better === 'higher' ? [upperQuartile, lowerQuartile] : [lowerQuartile, upperQuartile]
  const isAtLeast = (bound: Decimal) => (better === 'higher' ? compare(value, bound) >= 0 : compare(value, bound) <= 0)
  if (isAtLeast(first)) return 1
  if (isAtLeast(median)) return 2
  return isAtLeast(third) ? 3 : 4
}
