/**
 * A run chart tells change from chance in a series too short for limits, by how its values fall about their median (rules E3): a run on one side
 * that is longer, or crossings from one side to the other that are fewer, than chance would make them. The critical values are Anhøj's.
 */
import { compare, type Decimal, plus, times } from '../../kernel/decimal.ts'

export type Runs = {
  /** Values that are not on the centre line: those on it say nothing. */
  readonly useful: number
  readonly longestRun: number
  /** A longer run is more than chance. */
  readonly longestRunMost: number
  readonly crossings: number
  /** Fewer crossings are more than chance. */
  readonly crossingsLeast: number
  readonly isChange: boolean
}

export type RunChart = Runs & { readonly median: Decimal }

/** Null without a value. The median may be made of the first values only, and then held. */
export function runChart(values: readonly (Decimal | null)[], heldAfter = values.length): RunChart | null {
  const median = medianOf(values.slice(0, heldAfter).filter(value => value !== null))
  if (median === null) return null
  return { median, ...runsAbout(values.map(value => (value === null ? 0 : compare(value, median)))) }
}

/** Above a centre line (positive), below it (negative), or on it. */
export function runsAbout(sides: readonly number[]): Runs {
  const useful = sides.filter(side => side !== 0).map(Math.sign)
  let [longestRun, run, crossings] = [0, 0, 0]
  for (const [at, side] of useful.entries()) {
    const isSame = side === useful[at - 1]
    run = isSame ? run + 1 : 1
    longestRun = Math.max(longestRun, run)
    if (!isSame && at > 0) crossings += 1
  }
  const [longestRunMost, crossingsLeast] = [longestRunByChance(useful.length), crossingsByChance(useful.length)]
  return {
    useful: useful.length,
    longestRun,
    longestRunMost,
    crossings,
    crossingsLeast,
    isChange: longestRun > longestRunMost || crossings < crossingsLeast,
  }
}

function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = values.toSorted(compare)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) return null
  return low === high ? low : times(plus(low, high), { digits: 5n, scale: 1 })
}

export const longestRunByChance = (useful: number): number => (useful === 0 ? 0 : Math.round(Math.log2(useful)) + 3)

/** The lower twentieth of tosses of a coin, one fewer than there are values: counted, not approximated. */
export function crossingsByChance(useful: number): number {
  if (useful === 0) return 0
  const tosses = BigInt(useful - 1)
  const all = 2n ** tosses
  let [ways, so] = [1n, 1n]
  let crossings = 0n
  while (so * 20n < all) {
    ways = (ways * (tosses - crossings)) / (crossings + 1n)
    crossings += 1n
    so += ways
  }
  return Number(crossings)
}
