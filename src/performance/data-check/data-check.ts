/**
 * A data check looks at a figure before it is submitted and says, with the numbers, what about it is unlikely or cannot be. It never keeps anybody from
 * reporting: what looks wrong may be so, and whoever submits it says why in a note.
 */
import {
  absolute,
  compare,
  type Decimal,
  decimal,
  divided,
  isZero,
  minus,
  plus,
  rounded,
  shown,
  times,
  zero,
} from '../../kernel/decimal.ts'
import { financialYearOf, type Period, periodLabel, previous } from '../../kernel/period.ts'
import { quotientOf } from '../data-return/data-return.ts'
import { figure, gap, plainFigure } from '../indicator/figure.ts'
import type { Indicator } from '../indicator/indicator.ts'

/** A figure as it was reported, or as somebody is about to report it. */
export type Checked = Period & {
  readonly value: Decimal
  readonly numerator: Decimal | null
  readonly denominator: Decimal | null
}

/** An earlier figure of the same indicator and area. */
export type Earlier = Period & { readonly value: Decimal }

/** The areas that lie in the area of a figure, with what is held for the same period; null: nothing yet. */
export type Part = { readonly name: string; readonly value: Decimal | null }

export type Examined = {
  readonly indicator: Indicator
  readonly checked: Checked
  /** The oldest first. */
  readonly earlier: readonly Earlier[]
  readonly parts: readonly Part[]
  /** Whether, the last time that all parts were held, they came to the whole; null: they never were. */
  readonly partsCameToIt: boolean | null
}

export const checks = ['parts', 'share', 'count', 'falls', 'jump', 'unchanged', 'decimals', 'sum'] as const
export type Check = (typeof checks)[number]

export type Finding = { readonly check: Check; readonly text: string }

/** All that there is to say of a figure; nothing when it looks as it should. */
export function examine(examined: Examined): Finding[] {
  return checks.flatMap(check => {
    const text = checkers[check](examined)
    return text === null ? [] : [{ check, text }]
  })
}

const checkers: Readonly<Record<Check, (examined: Examined) => string | null>> = {
  parts: partsProblem,
  share: shareProblem,
  count: countProblem,
  falls: fallProblem,
  jump: jumpProblem,
  unchanged: unchangedProblem,
  decimals: decimalsProblem,
  sum: sumProblem,
}

/** The value against what its numerator and denominator make, as far as the indicator shows it. */
function partsProblem({ indicator, checked: { value, numerator, denominator } }: Examined): string | null {
  if (numerator === null || denominator === null) return null
  const made = quotientOf(numerator, denominator, indicator)
  if (made === null || compare(rounded(made, indicator.decimals), rounded(value, indicator.decimals)) === 0) return null
  return `The figure is ${figure(value, indicator)}, but ${exact(numerator)} of ${exact(denominator)} is ${figure(made, indicator)}`
}

function shareProblem({ indicator, checked: { value } }: Examined): string | null {
  if (indicator.valueType !== 'percentage') return null
  if (compare(value, hundred) > 0) return `${plainFigure(value, indicator)} is more than 100%`
  return value.digits < 0n ? `${plainFigure(value, indicator)} is less than 0%` : null
}

/** What is counted is whole and not less than nothing; neither is a number of days, a sum that may be owed set aside. */
function countProblem({ indicator, checked: { value } }: Examined): string | null {
  const isCount = indicator.valueType === 'number' && indicator.decimals === 0
  if ((isCount || indicator.valueType === 'days' || indicator.valueType === 'rate') && value.digits < 0n)
    return `${plainFigure(value, indicator)} is less than 0, which ${isCount ? 'a count' : 'this'} cannot be`
  if (isCount && compare(value, rounded(value, 0)) !== 0)
    return `${plainFigure(value, indicator)} is not a whole number, and this is a count`
  return null
}

/** What adds up through the year does not grow less within it. */
function fallProblem({ indicator, checked, earlier }: Examined): string | null {
  if (indicator.measurement !== 'cumulative') return null
  const before = earlier.at(-1)
  if (before === undefined || !isSameYear(before, checked) || compare(checked.value, before.value) >= 0) return null
  return `${figure(checked.value, indicator)} is less than ${figure(before.value, indicator)} in ${label(before, indicator)}, and it adds up through the year`
}

/** So many changes have to be known before one can be called unusual. */
export const changesNeeded = 6

/**
 * A change that is larger than all the ones before, and than chance would have it: the median change times 4.45 is where three standard deviations lie
 * when a series only trembles. Medians, so that one bad figure in the past does not excuse another.
 */
function jumpProblem({ indicator, checked, earlier }: Examined): string | null {
  const changes = changesIn(indicator, earlier)
  const last = changeTo(indicator, checked, earlier)
  if (last === null || changes.length < changesNeeded) return null
  const size = absolute(last.by)
  const sorted = changes.map(absolute).toSorted(compare)
  const [largest = zero, usual] = [sorted.at(-1), median(sorted)]
  if (compare(size, largest) <= 0 || compare(size, times(usual, threeDeviations)) <= 0) return null
  const amount = (value: Decimal) => gap(rounded(value, indicator.decimals), indicator)
  const isMore = last.by.digits > 0n
  const change =
    indicator.measurement === 'cumulative'
      ? `means that ${amount(size)} ${isMore ? 'more' : 'less'} was added than in ${label(last.from, indicator)}`
      : `is ${isMore ? 'up' : 'down'} ${amount(size)} since ${label(last.from, indicator)}`
  return `${figure(checked.value, indicator)} ${change}; the ${changes.length} changes before were ${amount(usual)} as a rule and ${amount(largest)} at most`
}

/** Why a jump cannot be told yet; null when it can. */
export function tooFewForJumps(indicator: Indicator, earlier: readonly Earlier[]): string | null {
  const { length } = changesIn(indicator, earlier)
  return length >= changesNeeded ? null : `${length} of the ${changesNeeded} earlier changes that it takes to tell a jump are known`
}

type Change = { readonly by: Decimal; readonly from: Period }

const changesIn = (indicator: Indicator, earlier: readonly Earlier[]): Decimal[] =>
  earlier.flatMap((each, at) => changeTo(indicator, each, earlier.slice(0, at))?.by ?? [])

/** From the period before, if that is there. Of what adds up through the year it is what was added that changes. */
function changeTo(indicator: Indicator, to: Earlier, earlier: readonly Earlier[]): Change | null {
  const from = before(indicator, to, earlier)
  if (from === null) return null
  if (indicator.measurement !== 'cumulative') return { by: minus(to.value, from.value), from }
  const rest = earlier.slice(0, earlier.indexOf(from))
  return { by: minus(addedIn(indicator, to, earlier), addedIn(indicator, from, rest)), from }
}

function addedIn(indicator: Indicator, to: Earlier, earlier: readonly Earlier[]): Decimal {
  const from = before(indicator, to, earlier)
  return from !== null && isSameYear(from, to) ? minus(to.value, from.value) : to.value
}

/** The year through which things add up is a financial one. */
const isSameYear = (a: Period, b: Period): boolean => financialYearOf(a.endsOn) === financialYearOf(b.endsOn)

/** The figure of the period before; of a survey, which has none that could be named, the one before. */
function before({ frequency }: Indicator, { startsOn, endsOn }: Period, earlier: readonly Earlier[]): Earlier | null {
  const last = earlier.at(-1) ?? null
  if (last === null || frequency === null || frequency === 'survey') return last
  const wanted = previous({ startsOn, endsOn }, frequency)
  return last.endsOn === wanted?.endsOn ? last : null
}

function median(sorted: readonly Decimal[]): Decimal {
  const middle = sorted.length >> 1
  const [a = zero, b = zero] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return divided(plus(a, b), decimal('2'), Math.max(a.scale, b.scale) + 1)
}

/** The same figure for so many periods running is copied rather than counted. */
export const unchangedPeriods = 5

/** Nothing at all may well go on happening, and so may a handful. */
function unchangedProblem({ indicator, checked, earlier }: Examined): string | null {
  const isSmallCount = indicator.decimals === 0 && compare(absolute(checked.value), decimal('10')) < 0
  if (isZero(checked.value) || isSmallCount || indicator.measurement === 'cumulative') return null
  const changed = earlier.findLastIndex(({ value }) => compare(value, checked.value) !== 0)
  const running = earlier.length - changed
  if (running < unchangedPeriods) return null
  const since = earlier[changed + 1]
  return `${figure(checked.value, indicator)} for the ${running} periods running${since ? ` since ${label(since, indicator)}` : ''}: see whether it was counted anew`
}

/** More places than are shown, and than any figure before had. A quotient has as many as it likes. */
function decimalsProblem({ indicator, checked, earlier }: Examined): string | null {
  const places = placesOf(checked.value)
  if (places <= indicator.decimals || checked.numerator !== null || earlier.length < 3) return null
  const most = Math.max(...earlier.map(({ value }) => placesOf(value)))
  if (places <= most) return null
  return `${exact(checked.value)} has ${counted(places, 'decimal place')}, where the figures before had ${most === 0 ? 'none' : `${most} at most`}; it is shown as ${figure(checked.value, indicator)}`
}

/** Only counts and money add up over areas, and only if they did when all were there before. */
function sumProblem({ indicator, checked, parts, partsCameToIt }: Examined): string | null {
  if (!addsUp(indicator) || partsCameToIt === false) return null
  const sum = sumOf(parts)
  if (sum === null || compare(rounded(sum, indicator.decimals), rounded(checked.value, indicator.decimals)) === 0) return null
  const whole = figure(checked.value, indicator)
  return `${whole} is not what its ${parts.length} areas come to, ${figure(sum, indicator)} (${listed(parts)})`
}

export const addsUp = ({ valueType, decimals }: Indicator): boolean => (valueType === 'number' && decimals === 0) || valueType === 'money'

/** Null unless all are held, and there is more than one. */
export function sumOf(parts: readonly Part[]): Decimal | null {
  if (parts.length < 2 || parts.some(({ value }) => value === null)) return null
  return parts.reduce((sum, { value }) => plus(sum, value ?? zero), zero)
}

/** A few by name: who looks for the wrong one wants to see them. */
const listed = (parts: readonly Part[]): string =>
  parts.length > 8
    ? `${parts.length} areas`
    : parts.map(({ name, value }) => `${name} ${value === null ? 'none' : exact(value)}`).join(', ')

const placesOf = ({ digits, scale }: Decimal): number => {
  let [left, places] = [digits, scale]
  while (places > 0 && left % 10n === 0n) {
    left /= 10n
    places -= 1
  }
  return places
}

const exact = (value: Decimal): string => shown(value, placesOf(value))
const label = (period: Period, { frequency }: Indicator): string => periodLabel(period, frequency)
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const hundred = decimal('100')
const threeDeviations = decimal('4.45')
