/**
 * Whether an indicator gets to its targets in time: its pace towards them, and where it will be if it goes on so (rules E4). Beside the judgement
 * and never part of it: a judgement is of what happened.
 */
import { type Day, monthOf, yearOf } from '../../kernel/day.ts'
import { compare, type Decimal, decimal, rounded, toText } from '../../kernel/decimal.ts'
import { fits, monthsBetweenReports, type Period } from '../../kernel/period.ts'
import {
  type Assessment,
  type Bounds,
  exactly,
  type Judgeable,
  type Judged,
  type Return,
  type Target,
  targetFor,
} from '../judgement/judgement.ts'
import { addedUp, chanceOf, type Moment, type Outlook, onward } from './forecast.ts'
import { type Growth, growthOf } from './growth.ts'
import { type Pace, paceOf, paceToDate } from './pace.ts'

/** What of an indicator in one area bears on its progress. The series is of its own kind of period, the oldest first. */
export type Progressing = {
  readonly assessment: Assessment
  readonly targets: readonly Target[]
  readonly series: readonly Return[]
  /** How a value would be judged, if it came so in the period of a target. */
  readonly judgeAt: (period: Period, value: Decimal) => Assessment
}

export type Start = { readonly period: Period; readonly value: Decimal; readonly isBaseline: boolean }

/** Towards a target still to come: from a start, or of what adds up over the year, against a part of it. */
export type Towards = {
  readonly target: Target
  readonly aim: Decimal
  readonly isFinal: boolean
  readonly now: Return & { readonly value: Decimal }
  readonly isMet: boolean
} & (
  | { readonly kind: 'way'; readonly pace: Pace; readonly start: Start; readonly growth: Growth | null }
  | {
      readonly kind: 'year-to-date'
      readonly pace: Omit<Pace, 'share'>
      readonly isStraightLine: boolean
      readonly k: number
      readonly n: number
    }
)

export type Forecast = {
  readonly target: Target
  readonly value: Decimal
  /** The judgement that it would get, if it came so. Null where none would be given. */
  readonly judged: Judged | null
  readonly chance: number | null
  /** How many values it rests on, or of what adds up how many periods. */
  readonly from: number
  readonly way: 'straight-line' | 'added-up'
  readonly overlaps: boolean
}

export type Progress = { readonly towards: readonly Towards[]; readonly forecast: Forecast | null }

export function progressOf(known: Progressing): Progress {
  const { assessment } = known
  const { indicator, return: held } = assessment
  const isOpen = indicator.closedOn === null && indicator.deferredReason === null && indicator.polarity !== 'none'
  if (!isOpen || !held?.value) return { towards: [], forecast: null }
  const now = { ...held, value: held.value }
  return { towards: towardsOf(known, indicator, now), forecast: forecastOf(known, now) }
}

type Now = Return & { readonly value: Decimal }

function towardsOf(known: Progressing, indicator: Judgeable, now: Now): Towards[] {
  const { polarity } = indicator
  if (polarity !== 'higher' && polarity !== 'lower') return []
  const ahead = aheadOf(known.targets, now)
  const [next, final] = [ahead[0], ahead.at(-1)]
  if (next === undefined || final === undefined) return []

  const toDate = addsUp(indicator) ? yearToDate(known, indicator, now, polarity) : null
  const since = baselineOf(known, now)
  const isYearsOwn = !addsUp(indicator) && next.startsOn <= now.startsOn && next !== final
  const begun = isYearsOwn ? yearsStart(known, next) : null
  // Part of what adds up in a year is no point on the way from one year to another.
  const isWhole = !addsUp(indicator) || endsAYear(known.targets, now)
  return [
    ...(toDate === null ? [] : [toDate]),
    ...(begun === null ? [] : wayTo(next, false, begun, now, polarity)),
    ...(since === null || !isWhole ? [] : wayTo(final, true, since, now, polarity)),
  ]
}

/** Targets that are still to come, the nearest first. */
const aheadOf = (targets: readonly Target[], { endsOn }: Period): Target[] =>
  targets.filter(each => each.kind === 'target' && each.endsOn > endsOn).toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))

const addsUp = ({ measurement, frequency }: Judgeable): boolean =>
  measurement === 'cumulative' && frequency !== null && (monthsBetweenReports(frequency) ?? 12) < 12

/** The baseline or, where none is set, the first figure that is held. */
function baselineOf({ targets, series }: Progressing, now: Now): Start | null {
  const set = targets.filter(({ kind, endsOn }) => kind === 'baseline' && endsOn < now.endsOn)
  const latest = set.toSorted((a, b) => (a.endsOn < b.endsOn ? 1 : -1))[0]
  if (latest?.value) return { period: latest, value: latest.value, isBaseline: true }
  const first = series.find(({ value }) => value !== null)
  return first?.value && first.endsOn < now.endsOn ? { period: first, value: first.value, isBaseline: false } : null
}

/** What it was when the year of a target began. */
function yearsStart({ series }: Progressing, { startsOn }: Target): Start | null {
  const before = series.findLast(({ endsOn, value }) => value !== null && endsOn < startsOn)
  return before?.value && monthsBetween(before.endsOn, startsOn) <= 1 ? { period: before, value: before.value, isBaseline: false } : null
}

const endsAYear = (targets: readonly Target[], { endsOn }: Period): boolean =>
  targets.some(each => (each.kind === 'target' || each.kind === 'baseline') && each.endsOn.slice(5) === endsOn.slice(5))

function wayTo(target: Target, isFinal: boolean, start: Start, now: Now, better: 'higher' | 'lower'): Towards[] {
  const aim = target.value
  const [elapsed, total] = [monthsBetween(start.period.endsOn, now.endsOn), monthsBetween(start.period.endsOn, target.endsOn)]
  if (aim === null || elapsed <= 0 || total <= 0) return []
  // From a figure that was beyond the target already there is no way to it.
  if (!start.isBaseline && compare(start.value, aim) !== 0 && meets(start.value, aim, better)) return []
  const pace = paceOf({ base: start.value, now: now.value, target: aim, elapsed, total, better })
  const growth = isFinal && elapsed >= 12 ? growthTo(start, now, aim, elapsed, total, better) : null
  return [{ kind: 'way', target, aim, isFinal, now, isMet: meets(now.value, aim, better), pace, start, growth }]
}

const meets = (value: Decimal, aim: Decimal, better: 'higher' | 'lower'): boolean =>
  better === 'higher' ? compare(value, aim) >= 0 : compare(value, aim) <= 0

function growthTo(start: Start, now: Now, aim: Decimal, elapsed: number, total: number, better: 'higher' | 'lower'): Growth {
  const points = [
    [0, numberOf(start.value)],
    [elapsed / 12, numberOf(now.value)],
  ] as const
  return growthOf({ points, baseYear: 0, target: numberOf(aim), targetYear: total / 12, better, limit: null })
}

/** Against what was agreed for that part of the year; else an equal part for each period, of counts and money alone. */
function yearToDate({ targets }: Progressing, indicator: Judgeable, now: Now, better: 'higher' | 'lower'): Towards | null {
  const target = yearOfTarget(targets, now)
  const { frequency, valueType } = indicator
  const step = frequency === null ? null : monthsBetweenReports(frequency)
  if (!target?.value || step === null) return null
  const own = targetFor(targets, now, 'cumulative')
  const profile = own?.value && own.endsOn === now.endsOn ? own.value : null
  if (profile === null && valueType !== 'number' && valueType !== 'money') return null
  const [k, n] = [Math.round(monthsInto(target, now) / step), Math.round(monthsInto(target, target) / step)]
  const pace = paceToDate({ now: now.value, yearsTarget: target.value, profile, k, n, better })
  const isMet = better === 'higher' && meets(now.value, target.value, better)
  return { kind: 'year-to-date', target, aim: target.value, isFinal: false, now, isMet, pace, isStraightLine: pace.isStraightLine, k, n }
}

/** The target of the year that a period is a part of. */
const yearOfTarget = (targets: readonly Target[], { startsOn, endsOn }: Period): Target | undefined =>
  targets.find(
    each =>
      each.kind === 'target' &&
      each.startsOn <= startsOn &&
      endsOn < each.endsOn &&
      (['financial-year', 'academic-year', 'calendar-year'] as const).some(year => fits(each, year)),
  )

function forecastOf(known: Progressing, now: Now): Forecast | null {
  const { indicator } = known.assessment
  const isCount = addsUp(indicator)
  const target = isCount ? yearOfTarget(known.targets, now) : aheadOf(known.targets, now)[0]
  const bounds = target && boundsOf(target, indicator)
  if (target === undefined || bounds === null || bounds === undefined) return null
  const held = known.series.filter(each => each.endsOn <= now.endsOn && each.value !== null)
  const outlook = isCount ? outlookOfYear(held, target, now, indicator) : onward(momentsOf(held), monthNumber(target.endsOn))
  if (outlook === null || !Number.isFinite(outlook.value) || Math.abs(outlook.value) > 1e15) return null

  const value = decimal(within(outlook.value, held, indicator).toFixed(indicator.decimals))
  const judged = known.judgeAt(target, value)
  const overlaps = indicator.measurement === 'rolling' || overlapping(held)
  return {
    target,
    value,
    judged: judged.kind === 'judged' ? judged : null,
    // Windows that overlap repeat one another: they are fewer values than they look, and less sure.
    chance: overlaps ? null : chanceOfMeeting(outlook, bounds, indicator),
    from: outlook.from,
    way: isCount ? 'added-up' : 'straight-line',
    overlaps,
  }
}

/** More than that many values ago is not present form. */
const presentForm = 13

const momentsOf = (held: readonly Return[]): Moment[] =>
  held.slice(-presentForm).flatMap(({ endsOn, value }) => (value === null ? [] : [[monthNumber(endsOn), numberOf(value)] as const]))

/** What each period added to the year's figure; where one is missing, what came after it is not known. */
function outlookOfYear(held: readonly Return[], target: Target, now: Now, { frequency, valueType }: Judgeable): Outlook | null {
  const step = frequency === null ? null : monthsBetweenReports(frequency)
  if (step === null || (valueType !== 'number' && valueType !== 'money')) return null
  const added = held.flatMap((each, index) => {
    if (each.value === null) return []
    if (monthsInto(target, each) === step) return [numberOf(each.value)]
    const before = held[index - 1]
    const isNext = before && monthsBetween(before.endsOn, each.endsOn) === step
    return before?.value && isNext ? [numberOf(each.value) - numberOf(before.value)] : []
  })
  return addedUp(numberOf(now.value), added.slice(-12), Math.round(monthsBetween(now.endsOn, target.endsOn) / step))
}

/** How many months of its year are over with a period, whichever year that is. */
function monthsInto({ startsOn }: Period, { endsOn }: Period): number {
  return ((monthOf(endsOn) - monthOf(startsOn) + 12) % 12) + 1
}

const boundsOf = ({ value, low, high }: Target, { polarity, decimals }: Judgeable): Bounds | null => {
  if (polarity === 'range') return low && high && { low: rounded(low, decimals), high: rounded(high, decimals) }
  return value && exactly(rounded(value, decimals))
}

/** A share of something stays between none and all of it, and what was never below nothing does not go there. */
function within(value: number, held: readonly Return[], { valueType }: Judgeable): number {
  const isNeverBelow = held.every(each => each.value === null || each.value.digits >= 0n)
  const least = isNeverBelow ? Math.max(0, value) : value
  return valueType === 'percentage' && held.every(each => each.value === null || numberOf(each.value) <= 100) ? Math.min(100, least) : least
}

const overlapping = (held: readonly Return[]): boolean =>
  held.some((each, index) => index > 0 && each.startsOn <= (held[index - 1]?.endsOn ?? ''))

function chanceOfMeeting(outlook: Outlook, { low, high }: Bounds, { polarity }: Judgeable): number | null {
  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  if (polarity === 'range') return chanceOf(outlook, numberOf(low), numberOf(high))
  return polarity === 'higher' ? chanceOf(outlook, numberOf(low), most) : chanceOf(outlook, least, numberOf(high))
}

const monthNumber = (on: Day): number => yearOf(on) * 12 + monthOf(on)
const monthsBetween = (from: Day, to: Day): number => monthNumber(to) - monthNumber(from)
const numberOf = (value: Decimal): number => Number(toText(value))
