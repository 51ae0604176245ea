/**
 * Process control says whether a series of figures has changed or only wavers as it always does (rules E3): an XmR chart has a mean and two limits
 * within which chance moves a figure, and four rules by which a figure, or several together, are more than chance.
 *
 * It stands beside the judgement and never in it. Limits are statistics: nine digits of a value count. Within those nothing is rounded: values are
 * taken as whole numbers, and whether one lies strictly outside a limit is compared between products of them (both sides multiplied by what the mean
 * and the mean range were divided by), so that it cannot turn on the last bit. Only what is shown of a limit is rounded.
 */
import type { Day } from '../../kernel/day.ts'
import { compare, type Decimal, divided, times } from '../../kernel/decimal.ts'
import type { Polarity } from '../indicator/indicator.ts'

/** Where those who draw such charts differ. Each is a choice, and a preset is all of one school's. */
export type Choices = {
  /** Whether a moving range that is itself out of the ordinary is left out, once, before limits are drawn. */
  readonly screening: boolean
  /** How many values running on one side of the mean are a shift. */
  readonly shift: number
  /** How many values running that rise, or fall, are a trend. */
  readonly trend: number
  /**
   * Of three values two are beyond two thirds of the way to a limit, on one side of the mean: and the third on that side too; or so, with those
   * outside the limit not counted; or the third wherever it likes.
   */
  readonly twoOfThree: 'third-on-that-side' | 'none-outside' | 'any-third'
  /** Below so many values there is no more than a run chart to show. The rules themselves take any number. */
  readonly leastPoints: number
  /** Where one rule says better and another worse: better counts; or the rule that comes first; or both are said. */
  readonly conflict: 'improvement' | 'first-rule' | 'both'
  /** Whether a target that is exactly a limit is always met, or always missed, or left open. */
  readonly targetOnLimit: 'decides' | 'open'
  /** What screening does to a series that never moves: nothing; or it leaves no range, and so no limits. */
  readonly flatSeries: 'guarded' | 'no-limits'
}

/** As the NHS's Making Data Count draws them, which is how they are drawn here. */
export const makingDataCount: Choices = {
  screening: false,
  shift: 7,
  trend: 7,
  twoOfThree: 'third-on-that-side',
  leastPoints: 13,
  conflict: 'improvement',
  targetOnLimit: 'decides',
  flatSeries: 'guarded',
}

/** As the R package NHSRplotthedots 0.2.2 draws them. */
export const plotTheDots: Choices = {
  ...makingDataCount,
  screening: true,
  twoOfThree: 'none-outside',
  conflict: 'first-rule',
  targetOnLimit: 'open',
  flatSeries: 'no-limits',
}

/** As PowerBI-SPC draws them. */
export const powerBi: Choices = {
  ...makingDataCount,
  trend: 5,
  leastPoints: 2,
  conflict: 'both',
  targetOnLimit: 'open',
  flatSeries: 'no-limits',
}

/** A value and the day on which its period ends. Null is a gap: nothing runs across it. */
export type Point = { readonly on: Day; readonly value: number | null }

/**
 * From the first point that ends on this day or later, mean and limits are worked out anew; from its first values only, and then held, if so many are
 * named. `held` are those values where they need not be among the points.
 */
export type NewStart = { readonly from: Day; readonly baselinePoints: number | null; readonly held?: readonly Point[] | null }

/** In the order in which the first that holds is said. */
export const rules = ['outside', 'trend', 'two-of-three', 'shift'] as const
export type Rule = (typeof rules)[number]
export type Side = 'high' | 'low'
export type Signal = { readonly rule: Rule; readonly side: Side }

export type Variation =
  | { readonly kind: 'common-cause' }
  | { readonly kind: 'improvement' | 'concern' | 'neutral'; readonly side: Side }
  /** Only where both are said. */
  | { readonly kind: 'both' }

export const commonCause: Variation = { kind: 'common-cause' }

export type Limits = { readonly low: Decimal; readonly high: Decimal }

/** What the limits of a stretch say of a target: met whatever chance does, missed whatever it does, or now one and now the other. */
export type Assurance = 'passes' | 'fails' | 'hit-or-miss'

/** The values between one new start and the next. */
export type Stretch = {
  readonly points: readonly Controlled[]
  /** Null without a value. */
  readonly mean: Decimal | null
  /** Null where no two values follow each other. Rounded for show; what lies outside was decided before. */
  readonly limits: Limits | null
  /** Of so many values the mean and the limits were made. */
  readonly basedOn: number
  readonly sums: Sums | null
}

export type Controlled = Point & {
  /** Null where there is no value. */
  readonly relativeToMean: Side | 'on' | null
  /** Beyond two thirds of the way to a limit, as two of three count it. */
  readonly isNear: boolean
  readonly signals: readonly Signal[]
  readonly variation: Variation
}

/** What mean and limits are made of, as whole numbers of 10 to the power of −scale. */
type Sums = {
  readonly scale: number
  readonly sum: number
  readonly count: number
  /** Of the moving ranges that were kept; no limits without one. */
  readonly range: number
  readonly ranges: number
}

/** Limits lie so many hundredths of the mean moving range from the mean: 3 / 1.128. */
const reach = 266
/** A range from so many thousandths of the mean range on is out of the ordinary. */
const extraordinary = 3267
const moreDecimals = 6

/** The points, the oldest first, between one new start and the next. A new start that no point follows makes no stretch. */
export function control(points: readonly Point[], starts: readonly NewStart[], polarity: Polarity, choices: Choices): Stretch[] {
  // As nearly every series of a scorecard is.
  if (starts.length === 0) return points.length === 0 ? [] : [stretch(points, null, polarity, choices)]
  const days = starts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const begun = (on: Day) => days.findLast(({ from }) => from <= on) ?? null
  return [...Map.groupBy(points, ({ on }) => begun(on))].map(([start, its]) => stretch(its, start, polarity, choices))
}

function stretch(points: readonly Point[], start: NewStart | null, polarity: Polarity, choices: Choices): Stretch {
  const held = start?.held ?? points.slice(0, start?.baselinePoints ?? points.length)
  const scale = scaleOf(points, held)
  const values = wholes(points, scale)
  const sums = sumsOf(wholes(held, scale), scale, choices)
  const found = sums === null ? values.map(() => unknown) : signalsOf(values, sums, choices)
  return {
    points: points.map(({ on, value }, at) => {
      const { relativeToMean, isNear, signals } = found[at] ?? unknown
      return { on, value, relativeToMean, isNear, signals, variation: variationOf(signals, polarity, choices) }
    }),
    mean: sums && divided(whole(sums.sum, scale), whole(sums.count, 0), scale + moreDecimals),
    limits: sums && limitsOf(sums),
    basedOn: sums?.count ?? 0,
    sums,
  }
}

/** So many places after the point that every product which is compared below is still exact, the largest some 600 times a value and the points squared. */
function scaleOf(...all: readonly (readonly Point[])[]): number {
  const size = all.flat().reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0)
  const count = all.reduce((most, { length }) => Math.max(most, length), 0)
  const most = Number.MAX_SAFE_INTEGER / (600 * count ** 2)
  return size === 0 ? 0 : Math.min(100, Math.max(0, Math.floor(Math.log10(most / size))))
}

const wholes = (points: readonly Point[], scale: number): (number | null)[] => {
  const unit = 10 ** scale
  return points.map(({ value }) => value && Math.round(value * unit))
}

function sumsOf(values: readonly (number | null)[], scale: number, choices: Choices): Sums | null {
  let [sum, count] = [0, 0]
  const ranges: number[] = []
  for (let at = 0; at < values.length; at += 1) {
    const [before, value] = [values[at - 1] ?? null, values[at] ?? null]
    if (value === null) continue
    sum += value
    count += 1
    if (before !== null) ranges.push(Math.abs(value - before))
  }
  const kept = screened(ranges, choices)
  return count === 0 ? null : { scale, sum, count, range: total(kept), ranges: kept.length }
}

function screened(ranges: readonly number[], { screening, flatSeries }: Choices): readonly number[] {
  if (!screening) return ranges
  const sum = total(ranges)
  if (sum === 0 && flatSeries === 'guarded') return ranges
  return ranges.filter(range => 1000 * range * ranges.length < extraordinary * sum)
}

/** Where the lower limit lies and the upper one, both multiplied by `below`. */
function reachOf({ sum, count, range, ranges }: Sums): { readonly low: number; readonly high: number; readonly below: number } {
  const [middle, width] = [100 * ranges * sum, reach * count * range]
  return { low: middle - width, high: middle + width, below: 100 * ranges * count }
}

function limitsOf(sums: Sums): Limits | null {
  if (sums.ranges === 0) return null
  const { low, high, below } = reachOf(sums)
  const at = (above: number) => divided(whole(above, sums.scale), whole(below, 0), sums.scale + moreDecimals)
  return { low: at(low), high: at(high) }
}

const whole = (digits: number, scale: number): Decimal => ({ digits: BigInt(digits), scale })

type Found = Pick<Controlled, 'relativeToMean' | 'isNear' | 'signals'>

const none: readonly Signal[] = []
const unknown: Found = { relativeToMean: null, isNear: false, signals: none }

function signalsOf(values: readonly (number | null)[], sums: Sums, choices: Choices): Found[] {
  const { sum, count, range, ranges } = sums
  const distances = values.map(value => (value === null ? null : value * count - sum))
  const sides = distances.map(distance => (distance === null ? null : sideOf(distance)))
  const isBeyond = (distance: number | null, above: number, below: number) =>
    distance !== null && ranges > 0 && Math.abs(distance) * ranges * below > above * count * range
  const outside = distances.map(distance => isBeyond(distance, reach, 100))
  const isNear = distances.map(
    (distance, at) => isBeyond(distance, 2 * reach, 300) && (choices.twoOfThree !== 'none-outside' || outside[at] === false),
  )

  const marked = new Map<number, Signal[]>()
  const mark = (at: number, rule: Rule, side: Side | 'on' | null | undefined) => {
    if (side !== 'high' && side !== 'low') return
    const its = marked.get(at)
    if (its === undefined) marked.set(at, [{ rule, side }])
    else if (!its.some(each => each.rule === rule && each.side === side)) its.push({ rule, side })
  }
  for (let at = 0; at < values.length; at += 1) if (outside[at]) mark(at, 'outside', sides[at])
  const steps = values.map((value, at) => stepTo(values[at - 1], value))
  for (const [first, last] of runs(steps, choices.trend - 1)) for (let at = first - 1; at <= last; at += 1) mark(at, 'trend', steps[last])
  for (let first = 0; first + 2 < values.length; first += 1)
    for (const at of twoOfThree(first, sides, isNear, choices)) mark(at, 'two-of-three', sides[at])
  for (const [first, last] of runs(sides, choices.shift)) for (let at = first; at <= last; at += 1) mark(at, 'shift', sides[at])
  return sides.map((relativeToMean, at) => ({ relativeToMean, isNear: isNear[at] ?? false, signals: marked.get(at) ?? none }))
}

function sideOf(distance: number): Side | 'on' {
  if (distance === 0) return 'on'
  return distance > 0 ? 'high' : 'low'
}

const stepTo = (before: number | null | undefined, value: number | null): Side | 'on' | null =>
  before === null || before === undefined || value === null ? null : sideOf(value - before)

/** From where to where at least so many running are on one side. */
export function runs(all: readonly (Side | 'on' | null)[], least: number): [number, number][] {
  const found: [number, number][] = []
  let first = 0
  for (let at = 0; at < all.length; at += 1) {
    const each = all[at]
    if (each !== all[first]) first = at
    if (all[at + 1] !== each && (each === 'high' || each === 'low') && at - first + 1 >= least) found.push([first, at])
  }
  return found
}

/** Which are marked of the three that begin there. */
export function twoOfThree(
  first: number,
  sides: readonly (Side | 'on' | null)[],
  isNear: readonly boolean[],
  { twoOfThree: form }: Pick<Choices, 'twoOfThree'>,
): readonly number[] {
  const near = Number(isNear[first] === true) + Number(isNear[first + 1] === true) + Number(isNear[first + 2] === true)
  if (near < 2) return nowhere
  const three = [first, first + 1, first + 2]
  for (const side of ['high', 'low'] as const) {
    const those = three.filter(at => isNear[at] === true && sides[at] === side)
    const isTogether = form === 'any-third' || three.every(at => sides[at] === side)
    if (those.length >= 2 && isTogether) return those
  }
  return nowhere
}

const nowhere: readonly number[] = []

function variationOf(signals: readonly Signal[], polarity: Polarity, { conflict }: Choices): Variation {
  // As of nearly every value of a scorecard, which has thousands.
  if (signals.length === 0) return commonCause
  const [first] = rules.flatMap(rule => signals.filter(each => each.rule === rule).slice(-1))
  if (first === undefined) return commonCause
  if (polarity !== 'higher' && polarity !== 'lower') return { kind: 'neutral', side: first.side }
  const better: Side = polarity === 'higher' ? 'high' : 'low'
  const said = (side: Side): Variation => ({ kind: side === better ? 'improvement' : 'concern', side })
  const isConflict = signals.some(({ side }) => side !== first.side)
  if (!isConflict || conflict === 'first-rule') return said(first.side)
  return conflict === 'both' ? { kind: 'both' } : said(better)
}

/** Null where no way is better or there is nothing to compare. A series that never moved is compared itself. */
export function assuranceOf({ sums, limits }: Stretch, target: Decimal | null, polarity: Polarity, choices: Choices): Assurance | null {
  if (target === null || (polarity !== 'higher' && polarity !== 'lower')) return null
  if (sums === null || limits === null) return choices.flatSeries === 'guarded' ? null : 'hit-or-miss'
  const { low, high, below } = reachOf(sums)
  const against = (above: number) => compare(times(target, whole(below, 0)), whole(above, sums.scale))
  return assured(against(low), against(high), polarity, choices)
}

/** How a target compares with the lower limit and with the upper one: positive when it is above. */
export function assured(toLow: number, toHigh: number, polarity: 'higher' | 'lower', { targetOnLimit }: Choices): Assurance {
  const decides = targetOnLimit === 'decides'
  if (toLow === 0 && toHigh === 0) return decides ? 'passes' : 'hit-or-miss'
  const isAbove = decides ? toHigh >= 0 : toHigh > 0
  const isBelow = decides ? toLow <= 0 : toLow < 0
  if (isAbove || isBelow) return isAbove === (polarity === 'higher') ? 'fails' : 'passes'
  return 'hit-or-miss'
}

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)
