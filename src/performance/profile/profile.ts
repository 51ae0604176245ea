/**
 * A profile spreads a year's target over its months or quarters, so that what adds up through the year can be judged before the year is over (rules E1,
 * E4): evenly, in the shape of last year, or by percentages of one's own. What comes of it are interim targets, each what should have added up by then.
 */
import { compare, type Decimal, decimal, isZero, minus, negate, plus, rounded, zero } from '../../kernel/decimal.ts'
import { monthsBetweenReports, type Period, periodsOf, sameLastYear } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Return, Target } from '../judgement/judgement.ts'
import { type Break, breakBetween, breakWords } from '../series-break/series-break.ts'

export const profileKinds = ['even', 'last-year', 'own'] as const
export type ProfileKind = (typeof profileKinds)[number]

/** The periods of the year of a target, in each of which something is to be added; empty where there is nothing to spread. */
export function partsOf({ kind, value, startsOn, endsOn }: Target, { measurement, frequency, polarity }: Indicator): Period[] {
  const isSpread = kind === 'target' && value !== null && measurement === 'cumulative' && polarity !== 'range'
  if (!isSpread || frequency === null || (monthsBetweenReports(frequency) ?? 12) >= 12) return []
  const parts = periodsOf(frequency, startsOn, endsOn)
  return parts.length > 1 && parts[0]?.startsOn === startsOn && parts.at(-1)?.endsOn === endsOn ? parts : []
}

/** What each period has of the whole, in any unit; percentages of one's own come to a hundred. */
export function weightsOf(
  kind: ProfileKind,
  parts: readonly Period[],
  own: readonly Decimal[],
  { returns, breaks }: { readonly returns: readonly Return[]; readonly breaks: readonly Break[] },
): Ruling<readonly Decimal[]> {
  switch (kind) {
    case 'even':
      return accept(parts.map(() => one))
    case 'own': {
      const total = own.reduce(plus, zero)
      if (own.length !== parts.length || compare(total, decimal('100')) !== 0)
        return refuse({ field: 'share-0', text: 'The percentages must come to 100 together' })
      return accept(own)
    }
    case 'last-year':
      return lastYears(parts, returns, breaks)
  }
}

const one = decimal('1')

/** What was added in each period a year ago. */
function lastYears(parts: readonly Period[], returns: readonly Return[], breaks: readonly Break[]): Ruling<readonly Decimal[]> {
  const say = (text: string) => refuse({ field: 'profile', text })
  const [first] = parts
  const broken = first === undefined ? null : breakBetween(breaks, sameLastYear(first), first)
  if (broken !== null) return say(`Last year’s shape cannot be used: ${breakWords(broken)}`)
  const added = parts.map(part => {
    const before = sameLastYear(part)
    return returns.find(({ startsOn, endsOn }) => startsOn === before.startsOn && endsOn === before.endsOn)?.value ?? null
  })
  const known = added.filter(value => value !== null)
  if (known.length < parts.length) return say('Last year’s shape cannot be used: not all of its figures are there')
  const weights = known.map((value, at) => minus(value, known[at - 1] ?? zero))
  if (weights.some(weight => weight.digits < 0n) || isZero(known.at(-1) ?? zero))
    return say('Last year’s shape cannot be used: its figures do not add up from one period to the next')
  return accept(weights)
}

/**
 * What should have added up by the end of each period: the total parted by weight, at so many decimals. Parts that do not come out even are settled by
 * the largest remainder, ties to the earlier period, so that the last is the total.
 */
export function spread(total: Decimal, weights: readonly Decimal[], decimals: number): Decimal[] {
  const whole = rounded(total, Math.max(decimals, total.scale))
  if (whole.digits < 0n) return spread(negate(whole), weights, decimals).map(negate)
  const scale = Math.max(...weights.map(weight => weight.scale))
  const sizes = weights.map(weight => rounded(weight, scale).digits)
  const all = sizes.reduce((sum, size) => sum + size, 0n)
  const parts = sizes.map(size => (whole.digits * size) / all)
  const left = whole.digits - parts.reduce((sum, part) => sum + part, 0n)
  const remainders = sizes.map((size, at) => ({ at, remainder: (whole.digits * size) % all }))
  const first = remainders.toSorted((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
  const more = new Set(first.slice(0, Number(left)).map(({ at }) => at))
  let sum = 0n
  return parts.map((part, at) => {
    sum += part + (more.has(at) ? 1n : 0n)
    return { digits: sum, scale: whole.scale }
  })
}
