/**
 * A judgement says how an indicator did in a period: exceeding its target, on target, within tolerance of it, or off target. Where that cannot be
 * said there is a state instead, which says why. Neither is ever typed in or stored: both are computed, here and nowhere else (rules E1), from what
 * is known on the day, so that page, export and pack cannot disagree.
 */
import { addDays, type Day } from '../../kernel/day.ts'
import { absolute, compare, type Decimal, isZero, minus, plus, rounded, times } from '../../kernel/decimal.ts'
import { type Frequency, fits, following, lastEndedBy, type Period } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Indicator, Measurement, Polarity, ToleranceKind } from '../indicator/indicator.ts'
import { type Band, bands, type Scheme, shown } from '../scheme/scheme.ts'
import type { Sampled } from '../travel/survey.ts'

/** Why there is no judgement, in the order in which it is asked: the first that applies is said. From suppressed on, only where no value is held. */
export const states = [
  'closed',
  'contextual',
  'deferred',
  'no-target',
  'needs-absolute-tolerance',
  'suppressed',
  'not-applicable',
  'not-due',
  'not-yet-published',
  'overdue',
] as const
export type State = (typeof states)[number]

export const stateWords: Readonly<Record<State, string>> = {
  closed: 'closed',
  contextual: 'for context',
  deferred: 'deferred',
  'no-target': 'no target',
  'needs-absolute-tolerance': 'needs an absolute tolerance',
  suppressed: 'suppressed',
  'not-applicable': 'not applicable',
  'not-due': 'not due yet',
  'not-yet-published': 'not yet published',
  overdue: 'overdue',
}

/** How far from a target still counts: a fraction of the target (0.05 is 5%), or an amount in the indicator's own unit. */
export type Tolerance = { readonly kind: ToleranceKind; readonly amount: Decimal }

/** What to reach in a period: a value or, for an indicator that should stay within a range, its two bounds. */
export type Target = Period & {
  readonly kind: 'baseline' | 'target' | 'interim' | 'stretch' | 'floor'
  readonly value: Decimal | null
  readonly low: Decimal | null
  readonly high: Decimal | null
}

/** What was reported for a period: a value, or why there is none. Of a survey, how sure the value is. */
export type Return = Period & {
  readonly value: Decimal | null
  readonly absence: 'suppressed' | 'not-published' | 'not-applicable' | 'withdrawn' | null
  readonly status: 'provisional' | 'estimated' | 'final'
  /** Nobody reported it: it follows from so many areas within. */
  readonly workedOutFrom?: number
} & Partial<Sampled>

export type JudgedPolarity = Exclude<Polarity, 'none'>

/** What of an indicator bears on its judgement and on the words for it. */
export type Judgeable = Pick<
  Indicator,
  | 'polarity'
  | 'valueType'
  | 'ratePer'
  | 'unit'
  | 'decimals'
  | 'measurement'
  | 'frequency'
  | 'lagDays'
  | 'designEffect'
  | 'deferredReason'
  | 'deferredOwner'
  | 'deferredReviewOn'
  | 'closedOn'
  | 'closedReason'
>

/** A judgement that a person has set in place of the computed one of a period, until a day, and why. */
export type Override = Period & {
  readonly band: Band
  readonly reason: string
  readonly until: Day
  readonly madeByName: string
  readonly madeOn: Day
}

/** All that is known of an indicator in one area. Of each period's returns the latest revision; targets and returns need no order. */
export type Known = {
  readonly indicator: Judgeable
  readonly tolerance: Tolerance
  readonly scheme: Scheme
  readonly targets: readonly Target[]
  readonly returns: readonly Return[]
  readonly overrides: readonly Override[]
  readonly chosen: Period | 'latest'
  readonly today: Day
  /** The lead organisation's name: whose figure it is. */
  readonly lead: string | null
}

export type Assessment = Judged | Unjudged

/** `actual`, `aim` and `floor` as they were compared, at the indicator's decimals; the return and the target keep all of theirs. */
export type Judged = {
  readonly kind: 'judged'
  /** As it is shown: an override's, or the computed one's, in the partnership's scheme. */
  readonly band: Band
  readonly computed: Band
  readonly override: Override | null
  readonly scheme: Scheme
  readonly polarity: JudgedPolarity
  readonly actual: Decimal
  readonly aim: Bounds
  readonly period: Period
  readonly return: Return
  readonly target: Target
  /** What was tolerated; with a floor standard, all that lies between it and the target. */
  readonly tolerance: Tolerance
  readonly floor: Decimal | null
  readonly indicator: Judgeable
}

/** What is not judged may still have a return with a value to show. */
export type Unjudged = {
  readonly kind: 'unjudged'
  readonly state: State
  readonly period: Period | null
  readonly return: Return | null
  readonly target: Target | null
  readonly expectedOn: Day | null
  readonly owedBy: string | null
  readonly tolerance: Tolerance
  readonly indicator: Judgeable
}

/** From one value to another, both included. A target that is a single value has it for both. */
export type Bounds = { readonly low: Decimal; readonly high: Decimal }

/** From what is known to what is shown. */
export function assess(known: Known): Assessment {
  const { indicator, scheme, overrides, returns, chosen } = known
  const { polarity, decimals, frequency, lagDays } = indicator
  const held = chosen === 'latest' ? latestReturn(returns, frequency) : returnFor(returns, chosen, frequency, lagDays)
  const period = held ?? periodAwaited(known)
  const target = period && targetFor(known.targets, period, indicator.measurement)
  const aim = target && aimOf(target, polarity, decimals)
  const floor = period && aim && floorFor(known, period, aim)
  const tolerance = floor && aim ? ({ kind: 'absolute', amount: absolute(minus(aim.low, floor)) } as const) : known.tolerance

  const state = stateOf(known, held, period, aim, tolerance)
  if (state === null && polarity !== 'none' && held?.value && target && aim) {
    const actual = rounded(held.value, decimals)
    const computed = shown(scheme, bandOf(actual, aim, polarity, tolerance))
    const override = overrides.length === 0 ? null : overrideOf(overrides, held, known.today)
    const band = override === null ? computed : shown(scheme, override.band)
    return {
      kind: 'judged',
      band,
      computed,
      override,
      scheme,
      polarity,
      actual,
      aim,
      period: held,
      return: held,
      target,
      tolerance,
      floor,
      indicator,
    }
  }
  const expectedOn = period && expectedAfter(period, held, known)
  const owedBy = state === 'overdue' ? known.lead : null
  return { kind: 'unjudged', state: state ?? 'no-target', period, return: held, target, expectedOn, owedBy, tolerance, indicator }
}

/**
 * Which return stands for a chosen period: the latest that ends with it or before, unless by then the next one should have been published.
 * A survey has no next one that could be named, and stands until there is another.
 */
export function returnFor(returns: readonly Return[], chosen: Period, frequency: Frequency | null, lagDays: number): Return | null {
  const latest = latestReturn(returns, frequency, chosen)
  if (latest === null || latest.endsOn === chosen.endsOn || frequency === null) return latest
  const next = following(latest, frequency)
  return next === null || chosen.endsOn <= next.endsOn || chosen.endsOn <= addDays(next.endsOn, lagDays) ? latest : null
}

/** The latest return, whatever its age, up to the end of a chosen period. One that was withdrawn is as good as none. */
export function latestReturn(returns: readonly Return[], frequency: Frequency | null, chosen?: Period): Return | null {
  const closeness = (period: Period) => (chosen && isSame(period, chosen) ? 2 : frequency !== null && fits(period, frequency) ? 1 : 0)
  let latest: Return | null = null
  for (const each of returns) {
    if (each.absence === 'withdrawn' || (chosen && each.endsOn > chosen.endsOn)) continue
    const isLater = latest === null || each.endsOn > latest.endsOn
    if (isLater || (each.endsOn === latest?.endsOn && closeness(each) > closeness(latest))) latest = each
  }
  return latest
}

/** The period whose return one would look for, where there is none: the last of the indicator's own to have ended. */
function periodAwaited({ indicator: { frequency }, targets, chosen, today }: Known): Period | null {
  const by = chosen === 'latest' ? today : chosen.endsOn
  const own = frequency === null ? null : lastEndedBy(by, frequency)
  if (own !== null) return own
  // A survey comes when it comes; that one was meant to come, and when, is known from its targets.
  const aimedFor = targets.filter(({ kind }) => kind === 'target' || kind === 'interim')
  const byEnd = aimedFor.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
  return byEnd.findLast(({ endsOn }) => endsOn <= by) ?? byEnd[0] ?? (chosen === 'latest' ? null : chosen)
}

/** Which target a period is held to: its own, else its interim one, else the year's as far as that speaks for a part of the year. */
export function targetFor(targets: readonly Target[], period: Period, measurement: Measurement): Target | null {
  const own = (kind: Target['kind']) => targets.find(target => target.kind === kind && isSame(target, period))
  const ofYear = (year: Frequency) =>
    targets.find(target => target.kind === 'target' && speaksFor[measurement](target, period) && fits(target, year))
  return own('target') ?? own('interim') ?? ofYear('financial-year') ?? ofYear('academic-year') ?? ofYear('calendar-year') ?? null
}

/** What a partnership with floor standards will not go below, of the period or of its year; null where it has set none, and then the tolerance counts. */
function floorFor({ scheme, targets, indicator }: Known, period: Period, aim: Bounds): Decimal | null {
  const { polarity, measurement, decimals } = indicator
  if (scheme.name !== 'floor-standard' || (polarity !== 'higher' && polarity !== 'lower')) return null
  const floors = targets.filter(({ kind }) => kind === 'floor')
  const set = floors.find(floor => isSame(floor, period)) ?? floors.find(floor => speaksFor[measurement](floor, period))
  const floor = set?.value && rounded(set.value, decimals)
  if (!floor) return null
  const isBelow = polarity === 'higher' ? compare(floor, aim.low) <= 0 : compare(floor, aim.high) >= 0
  return isBelow ? floor : aim.low
}

/** The one in force on a day. */
const overrideOf = (overrides: readonly Override[], period: Period, today: Day): Override | null =>
  overrides.find(each => isSame(each, period) && each.until >= today) ?? null

/** What adds up over the year can be held to the year's target only when the year is over. */
const speaksFor: Readonly<Record<Measurement, (year: Period, period: Period) => boolean>> = {
  snapshot: (year, period) => year.startsOn <= period.startsOn && period.endsOn <= year.endsOn,
  rolling: (year, period) => year.startsOn <= period.endsOn && period.endsOn <= year.endsOn,
  cumulative: (year, period) => year.startsOn <= period.startsOn && period.endsOn === year.endsOn,
}

const isSame = (a: Period, b: Period): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn

/** Null when the target is not of the kind that the polarity needs. */
function aimOf({ value, low, high }: Target, polarity: Polarity, decimals: number): Bounds | null {
  if (polarity === 'range') return low && high && { low: rounded(low, decimals), high: rounded(high, decimals) }
  return value && exactly(rounded(value, decimals))
}

export const exactly = (value: Decimal): Bounds => ({ low: value, high: value })

/** Why there is no judgement; null when there is one. */
function stateOf(known: Known, held: Return | null, period: Period | null, aim: Bounds | null, tolerance: Tolerance): State | null {
  const { indicator, chosen, today } = known
  const by = chosen === 'latest' ? today : chosen.endsOn
  if (indicator.closedOn !== null && indicator.closedOn <= by) return 'closed'
  if (indicator.polarity === 'none') return 'contextual'
  if (indicator.deferredReason !== null) return 'deferred'
  if (period === null || aim === null) return 'no-target'
  if (isFractionOfNothing(aim, tolerance)) return 'needs-absolute-tolerance'
  if (held?.value) return null
  if (held?.absence === 'suppressed') return 'suppressed'
  if (held?.absence === 'not-applicable') return 'not-applicable'
  if (period.endsOn > today || period.endsOn > by) return 'not-due'
  if (held?.absence === 'not-published' || today <= addDays(period.endsOn, indicator.lagDays)) return 'not-yet-published'
  return 'overdue'
}

/** Five per cent of 0 is nothing, so a target or bound of 0 has to say in its own unit what is near enough. */
const isFractionOfNothing = ({ low, high }: Bounds, { kind }: Tolerance): boolean => kind === 'relative' && (isZero(low) || isZero(high))

/** When a figure that is not there should come; not known once the source has said "not yet" past its day. */
function expectedAfter({ endsOn }: Period, held: Return | null, { indicator, today }: Known): Day | null {
  if (held?.value || held?.absence === 'suppressed' || held?.absence === 'not-applicable') return null
  const expectedOn = addDays(endsOn, indicator.lagDays)
  return held?.absence === 'not-published' && expectedOn < today ? null : expectedOn
}

/** The better of two bands has their boundary, except that only more than the tolerance is exceeding. A range cannot be exceeded. */
export function bandOf(actual: Decimal, aim: Bounds, polarity: JudgedPolarity, tolerance: Tolerance): Band {
  const { onTarget, tolerated } = zonesOf(aim, polarity, tolerance)
  if (isWithin(actual, onTarget)) return 'on-target'
  if (isWithin(actual, tolerated)) return 'within-tolerance'
  const isBetter = polarity === 'higher' ? compare(actual, aim.high) > 0 : polarity === 'lower' && compare(actual, aim.low) < 0
  return isBetter ? 'exceeding' : 'off-target'
}

/** Where on the scale each band lies: beyond `tolerated` is exceeding on the better side, and off target on the other. */
export type Zones = { readonly onTarget: Bounds; readonly tolerated: Bounds }

export function zonesOf(aim: Bounds, polarity: JudgedPolarity, tolerance: Tolerance): Zones {
  const low = minus(aim.low, allowance(aim.low, tolerance))
  const high = plus(aim.high, allowance(aim.high, tolerance))
  const onTarget = { low: polarity === 'lower' ? low : aim.low, high: polarity === 'higher' ? high : aim.high }
  return { onTarget, tolerated: { low, high } }
}

/** The tolerance of a target, or of the bound of a range, in the indicator's own unit. */
export const allowance = (aimedFor: Decimal, { kind, amount }: Tolerance): Decimal =>
  kind === 'absolute' ? amount : times(amount, absolute(aimedFor))

const isWithin = (value: Decimal, { low, high }: Bounds): boolean => compare(low, value) <= 0 && compare(value, high) <= 0

/** An indicator's own tolerance, or its agreement's. */
export function toleranceOf(
  agreement: ToleranceColumns<ToleranceKind, Decimal>,
  indicator: ToleranceColumns<ToleranceKind | null, Decimal | null>,
): Tolerance {
  const { toleranceKind, tolerance } = indicator
  if (toleranceKind === null || tolerance === null) return { kind: agreement.toleranceKind, amount: agreement.tolerance }
  return { kind: toleranceKind, amount: tolerance }
}

type ToleranceColumns<Kind, Amount> = { readonly toleranceKind: Kind; readonly tolerance: Amount }

/** What to say when a target is entered that could not be judged; the field is named as the target's column is. */
export function toleranceProblem(target: Pick<Target, 'value' | 'low' | 'high'>, tolerance: Tolerance, decimals: number): Problem | null {
  const fields = ['value', 'low', 'high'] as const
  const field = fields.find(name => {
    const entered = target[name]
    return entered !== null && isFractionOfNothing(exactly(rounded(entered, decimals)), tolerance)
  })
  if (field === undefined) return null
  const what = field === 'value' ? 'A target of 0' : 'A bound of 0'
  return { field, text: `${what} needs an absolute tolerance, in the indicator’s own unit: a percentage of 0 is nothing` }
}

/** How many were judged, of how many, and how: percentages are of those judged, never of all. */
export type Tally = {
  readonly judged: number
  readonly of: number
  readonly bands: Readonly<Record<Band, number>>
  readonly states: Readonly<Record<State, number>>
}

export function tally(assessments: readonly Assessment[]): Tally {
  const counts = { bands: { ...noBands }, states: { ...noStates } }
  for (const assessment of assessments) {
    if (assessment.kind === 'judged') counts.bands[assessment.band] += 1
    else counts.states[assessment.state] += 1
  }
  const judged = bands.reduce((sum, band) => sum + counts.bands[band], 0)
  return { judged, of: assessments.length, ...counts }
}

const noBands: Readonly<Record<Band, number>> = { exceeding: 0, 'on-target': 0, 'within-tolerance': 0, 'off-target': 0 }

const noStates: Readonly<Record<State, number>> = {
  closed: 0,
  contextual: 0,
  deferred: 0,
  'no-target': 0,
  'needs-absolute-tolerance': 0,
  suppressed: 0,
  'not-applicable': 0,
  'not-due': 0,
  'not-yet-published': 0,
  overdue: 0,
}
