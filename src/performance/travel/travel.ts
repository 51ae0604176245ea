/**
 * The direction of travel says whether a figure is better or worse than an earlier one (rules E2): than the period before, than the same period
 * last year, than the baseline. An arrow shows performance, so up is better whichever way the figure went. A difference no larger than one unit of
 * the precision in which the indicator is reported is no change, nor is one within the margin of a survey.
 */
import { daysBetween } from '../../kernel/day.ts'
import { absolute, compare, type Decimal, isZero, minus, rounded } from '../../kernel/decimal.ts'
import { type Frequency, fits, monthsBetweenReports, type Period, periodLabel, previous, sameLastYear } from '../../kernel/period.ts'
import { figure, gap } from '../indicator/figure.ts'
import { type Judgeable, type Return, type Target, targetFor } from '../judgement/judgement.ts'
import { type Break, breakBetween, breakWords } from '../series-break/series-break.ts'
import { type Margin, marginBetween, type Sample } from './survey.ts'

export const comparisons = ['short', 'long', 'baseline'] as const
/** With the comparable period before; with the same period last year; with the baseline. */
export type Comparison = (typeof comparisons)[number]

/** Up and down are of what is shown for context: neither is better. */
export const directions = ['improving', 'no-change', 'worsening', 'up', 'down'] as const
export type Direction = (typeof directions)[number]

export const directionWords: Readonly<Record<Direction, string>> = {
  improving: 'improving',
  'no-change': 'no significant change',
  worsening: 'worsening',
  up: 'up',
  down: 'down',
}

export type Travel =
  | {
      readonly kind: 'comparable'
      readonly direction: Direction
      /** Now less then, at the indicator's decimals. */
      readonly change: Decimal
      readonly against: Period
      readonly before: Decimal
      /** Of a survey, whether the change is within its margin; null where that is not known. */
      readonly margin: Margin | null
      /** The values differ, and by no more than chance makes them (rules E3). */
      readonly byChance: boolean
    }
  | { readonly kind: 'not-comparable'; readonly reason: string }

/** What of an indicator in one area bears on its direction. The return is the one that is shown; the others may be in any order. */
export type Travelled = {
  readonly indicator: Judgeable
  readonly return: Return | null
  readonly returns: readonly Return[]
  readonly targets: readonly Target[]
  /** What process control says of a difference from an earlier period; without it every difference counts. */
  readonly byChance?: (against: Period) => boolean
  /** Across which nothing is compared. */
  readonly breaks?: readonly Break[]
}

export function travel(travelled: Travelled, comparison: Comparison): Travel {
  const { indicator, return: now } = travelled
  if (now === null || now.value === null) return { kind: 'not-comparable', reason: 'There is no figure to compare' }
  const before = comparison === 'baseline' ? baselineOf(travelled, now) : earlier(travelled, now, comparison)
  if ('reason' in before) return { kind: 'not-comparable', reason: before.reason }
  const broken = breakBetween(travelled.breaks ?? [], before.period, now)
  if (broken !== null) return { kind: 'not-comparable', reason: capital(breakWords(broken)) }

  const places = indicator.decimals
  const [then, today] = [rounded(before.value, places), rounded(now.value, places)]
  const change = minus(today, then)
  const found = directionOf(then, today, travelled, now)
  if (found === null) return { kind: 'not-comparable', reason: 'There is no target range to compare with' }
  const margin = marginBetween(before, { ...now, value: now.value }, indicator)
  const direction = margin?.isWithin ? 'no-change' : found
  const byChance = direction !== 'no-change' && (travelled.byChance?.(before.period) ?? false)
  return {
    kind: 'comparable',
    direction: byChance ? 'no-change' : direction,
    change,
    against: before.period,
    before: then,
    margin,
    byChance,
  }
}

type Earlier = (Sample & { readonly period: Period }) | { readonly reason: string }

function earlier({ indicator, returns }: Travelled, now: Return, comparison: 'short' | 'long'): Earlier {
  const { frequency } = indicator
  if (comparison === 'short' && addsUpWithinYear(indicator))
    return { reason: 'Figures that add up over the year are compared with the same period last year only' }
  const period = comparison === 'long' ? sameLastYear(now) : periodBefore(returns, now, frequency)
  if (period === null) return { reason: 'There is no earlier figure' }
  const held = returns.find(each => isSame(each, period))
  if (!held || held.value === null) return { reason: `There is no figure for ${periodLabel(period, frequency)}` }
  return { ...held, period, value: held.value }
}

/** A year's figure is compared with the year before, even where figures within the year add up. */
const addsUpWithinYear = ({ measurement, frequency }: Judgeable): boolean =>
  measurement === 'cumulative' && frequency !== null && (monthsBetweenReports(frequency) ?? 12) < 12

function periodBefore(returns: readonly Return[], now: Period, frequency: Frequency | null): Period | null {
  if (frequency === 'survey') return lastBefore(returns, now)
  if (frequency !== null && fits(now, frequency)) return previous(now, frequency)
  return lastBefore(
    returns.filter(each => isAsLong(each, now)),
    now,
  )
}

/** A survey comes when it comes: the one before it is the one to compare with. */
function lastBefore(returns: readonly Return[], now: Period): Period | null {
  const before = returns.filter(({ endsOn, value }) => endsOn < now.endsOn && value !== null)
  return before.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0] ?? null
}

/** Months, quarters and years differ by a few days among themselves. */
const isAsLong = (a: Period, b: Period): boolean => Math.abs(daysBetween(a.startsOn, a.endsOn) - daysBetween(b.startsOn, b.endsOn)) <= 3

function baselineOf({ indicator, targets }: Travelled, now: Period): Earlier {
  const baselines = targets.filter(({ kind, endsOn, value }) => kind === 'baseline' && value !== null && endsOn < now.endsOn)
  const [latest] = baselines.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))
  if (!latest?.value) return { reason: 'There is no baseline' }
  // By the year's end it is the whole year's figure that has added up.
  if (addsUpWithinYear(indicator) && latest.endsOn.slice(5) !== now.endsOn.slice(5))
    return { reason: `Figures that add up over the year can be held to the baseline, ${periodLabel(latest, null)}, when the year is over` }
  return { period: latest, value: latest.value }
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const isSame = (a: Period, b: Period): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn

/** Null where better cannot be told from worse: a range is better the nearer one is to it, and there is none. */
function directionOf(then: Decimal, now: Decimal, travelled: Travelled, shown: Return): Direction | null {
  const { polarity, decimals } = travelled.indicator
  if (polarity === 'range') return towardsRange(then, now, travelled, shown)
  const change = minus(now, then)
  if (isInsignificant(change, decimals)) return 'no-change'
  const isUp = change.digits > 0n
  if (polarity === 'none') return isUp ? 'up' : 'down'
  return isUp === (polarity === 'higher') ? 'improving' : 'worsening'
}

/** Both are held to the range of today, the one that the judgement goes by. */
function towardsRange(then: Decimal, now: Decimal, { targets, indicator }: Travelled, shown: Return): Direction | null {
  const range = targetFor(targets, shown, indicator.measurement)
  if (!range?.low || !range.high) return null
  const distance = (value: Decimal) => outside(value, range.low, range.high)
  const nearer = minus(distance(then), distance(now))
  if (isInsignificant(nearer, indicator.decimals)) return 'no-change'
  return nearer.digits > 0n ? 'improving' : 'worsening'
}

function outside(value: Decimal, low: Decimal | null, high: Decimal | null): Decimal {
  if (low !== null && compare(value, low) < 0) return minus(low, value)
  if (high !== null && compare(value, high) > 0) return minus(value, high)
  return minus(value, value)
}

/** The minimum change: one unit of reported precision. */
const isInsignificant = (change: Decimal, decimals: number): boolean =>
  isZero(change) || compare(absolute(change), { digits: 1n, scale: decimals }) <= 0

/** "Down 1.2 points on Q3 2007-08, which is better". */
export function travelWords(found: Travel, indicator: Judgeable): string {
  if (found.kind === 'not-comparable') return `Not comparable: ${found.reason.charAt(0).toLowerCase()}${found.reason.slice(1)}`
  const { change, direction, against, before, byChance } = found
  const than = `on ${periodLabel(against, indicator.frequency)} (${figure(before, indicator)})`
  if (isZero(change)) return `The same as ${than.slice(3)}`
  const moved = `${change.digits > 0n ? 'Up' : 'Down'} ${gap(absolute(change), indicator)} ${than}`
  if (found.margin?.isWithin) return `${moved}, which is within the margin of the survey`
  if (byChance) return `${moved}, which is no more than chance`
  if (direction === 'no-change') return `${moved}, which is no significant change`
  if (direction === 'up' || direction === 'down') return moved
  return `${moved}, which is ${direction === 'improving' ? 'better' : 'worse'}`
}

/** A window that moves along shares most of its months with the one before it. A rolling figure speaks of the year that ends with its period. */
export function overlaps(found: Travel, now: Period, { measurement }: Judgeable): boolean {
  if (found.kind === 'not-comparable') return false
  const isLessThanYearApart = daysBetween(found.against.endsOn, now.endsOn) < 365
  return found.against.endsOn >= now.startsOn || (measurement === 'rolling' && isLessThanYearApart)
}
