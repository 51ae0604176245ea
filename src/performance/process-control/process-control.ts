/**
 * Process control says whether a series of figures has changed or only wavers as it always does (rules E3): an XmR chart has a mean and two limits
 * within which chance moves a figure, and four rules by which a figure, or several together, are more than chance.
 *
 * It stands beside the judgement and never in it. Limits are statistics, and still nothing here is binary floating point: whether a value lies
 * strictly outside a limit is compared between whole numbers (both sides multiplied by what the mean and the mean range were divided by), so that
 * it cannot turn on the last bit. Only what is shown of a limit is rounded.
 */
import type { Day } from '../../kernel/day.ts'
import { compare, type Decimal, divided, rounded, times } from '../../kernel/decimal.ts'
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
export type Point = { readonly on: Day; readonly value: Decimal | null }

/** From the first point that ends on this day or later, mean and limits are worked out anew; from its first values only, and then held, if so many are named. */
export type NewStart = { readonly from: Day; readonly baselinePoints: number | null }

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
  readonly sum: bigint
  readonly count: bigint
  /** Of the moving ranges that were kept; no limits without one. */
  readonly range: bigint
  readonly ranges: bigint
}

/** Limits lie so many hundredths of the mean moving range from the mean: 3 / 1.128. */
const reach = 266n
/** A range from so many thousandths of the mean range on is out of the ordinary. */
const extraordinary = 3267n
const moreDecimals = 12

/** The points, the oldest first, between one new start and the next. A new start that no point follows makes no stretch. */
export function control(points: readonly Point[], starts: readonly NewStart[], polarity: Polarity, choices: Choices): Stretch[] {
  const days = starts.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const begun = (on: Day) => days.reduce((count, { from }) => (from <= on ? count + 1 : count), 0)
  return [...Map.groupBy(points, ({ on }) => begun(on))].map(([number, its]) =>
    stretch(its, days[number - 1]?.baselinePoints ?? null, polarity, choices),
  )
}

function stretch(points: readonly Point[], baselinePoints: number | null, polarity: Polarity, choices: Choices): Stretch {
  const scale = points.reduce((most, { value }) => Math.max(most, value?.scale ?? 0), 0)
  const values = points.map(({ value }) => value && (value.scale === scale ? value.digits : rounded(value, scale).digits))
  const sums = sumsOf(values.slice(0, baselinePoints ?? values.length), scale, choices)
  const found = sums === null ? values.map(() => unknown) : signalsOf(values, sums, choices)
  return {
    points: points.map((point, at) => {
      const { relativeToMean, isNear, signals } = found[at] ?? unknown
      return { on: point.on, value: point.value, relativeToMean, isNear, signals, variation: variationOf(signals, polarity, choices) }
    }),
    mean: sums && divided({ digits: sums.sum, scale }, { digits: sums.count, scale: 0 }, scale + moreDecimals),
    limits: sums && limitsOf(sums),
    basedOn: Number(sums?.count ?? 0n),
    sums,
  }
}

function sumsOf(values: readonly (bigint | null)[], scale: number, choices: Choices): Sums | null {
  const held = values.filter(value => value !== null)
  if (held.length === 0) return null
  const all = values.flatMap((value, at) => {
    const before = values[at - 1]
    return value === null || before === null || before === undefined ? [] : [size(value - before)]
  })
  const kept = screened(all, choices)
  return { scale, sum: total(held), count: BigInt(held.length), range: total(kept), ranges: BigInt(kept.length) }
}

function screened(ranges: readonly bigint[], { screening, flatSeries }: Choices): readonly bigint[] {
  const [sum, count] = [total(ranges), BigInt(ranges.length)]
  if (!screening || (sum === 0n && flatSeries === 'guarded')) return ranges
  return ranges.filter(range => 1000n * range * count < extraordinary * sum)
}

function limitsOf({ scale, sum, count, range, ranges }: Sums): Limits | null {
  if (ranges === 0n) return null
  const [middle, width, below] = [100n * ranges * sum, reach * count * range, { digits: 100n * ranges * count, scale: 0 }]
  const at = (digits: bigint) => divided({ digits, scale }, below, scale + moreDecimals)
  return { low: at(middle - width), high: at(middle + width) }
}

type Found = Pick<Controlled, 'relativeToMean' | 'isNear' | 'signals'>

const unknown: Found = { relativeToMean: null, isNear: false, signals: [] }

/** What a value is compared with, as whole numbers: it is a fraction or more above one exactly when it is above the whole part of it. */
type Lines = { readonly mean: Edges; readonly near: Edges | null; readonly limit: Edges | null }
/** Above `top`, or below `bottom`. */
type Edges = { readonly top: bigint; readonly bottom: bigint }

function linesOf({ sum, count, range, ranges }: Sums): Lines {
  const edges = (above: bigint, below: bigint): Edges => {
    const distance = above / below
    return { top: floor(sum + distance, count), bottom: -floor(distance - sum, count) }
  }
  const spread = reach * count * range
  return {
    mean: edges(0n, 1n),
    near: ranges === 0n ? null : edges(2n * spread, 300n * ranges),
    limit: ranges === 0n ? null : edges(spread, 100n * ranges),
  }
}

function floor(above: bigint, below: bigint): bigint {
  const whole = above / below
  return above % below < 0n ? whole - 1n : whole
}

const isBeyond = (value: bigint | null, edges: Edges | null): boolean =>
  value !== null && edges !== null && (value > edges.top || value < edges.bottom)

function signalsOf(values: readonly (bigint | null)[], sums: Sums, choices: Choices): Found[] {
  const { mean, near, limit } = linesOf(sums)
  const sides = values.map(value => {
    if (value === null) return null
    return value > mean.top ? 'high' : value < mean.bottom ? 'low' : 'on'
  })
  const outside = values.map(value => isBeyond(value, limit))
  const isNear = values.map((value, at) => isBeyond(value, near) && (choices.twoOfThree !== 'none-outside' || !outside[at]))

  const marked = new Map<number, Signal[]>()
  const mark = (at: number, rule: Rule, side: Side | 'on' | null | undefined) => {
    if (side !== 'high' && side !== 'low') return
    const its = marked.get(at) ?? []
    if (!its.some(each => each.rule === rule && each.side === side)) its.push({ rule, side })
    marked.set(at, its)
  }
  for (const [at, side] of sides.entries()) if (outside[at]) mark(at, 'outside', side)
  const steps = values.map((value, at) => stepTo(values[at - 1], value))
  for (const [first, last] of runs(steps, choices.trend - 1)) for (let at = first - 1; at <= last; at += 1) mark(at, 'trend', steps[last])
  for (let first = 0; first + 2 < values.length; first += 1)
    for (const at of twoOfThree(first, sides, isNear, choices)) mark(at, 'two-of-three', sides[at])
  for (const [first, last] of runs(sides, choices.shift)) for (let at = first; at <= last; at += 1) mark(at, 'shift', sides[at])
  return sides.map((relativeToMean, at) => ({ relativeToMean, isNear: isNear[at] ?? false, signals: marked.get(at) ?? none }))
}

const none: readonly Signal[] = []

function stepTo(before: bigint | null | undefined, value: bigint | null): Side | 'on' | null {
  if (before === null || before === undefined || value === null) return null
  return value > before ? 'high' : value < before ? 'low' : 'on'
}

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
): number[] {
  const near = Number(isNear[first] === true) + Number(isNear[first + 1] === true) + Number(isNear[first + 2] === true)
  if (near < 2) return []
  const three = [first, first + 1, first + 2]
  for (const side of ['high', 'low'] as const) {
    const those = three.filter(at => isNear[at] === true && sides[at] === side)
    const isTogether = form === 'any-third' || three.every(at => sides[at] === side)
    if (those.length >= 2 && isTogether) return those
  }
  return []
}

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
  const { scale, sum, count, range, ranges } = sums
  const [middle, width, below] = [100n * ranges * sum, reach * count * range, { digits: 100n * ranges * count, scale: 0 }]
  const against = (digits: bigint) => compare(times(target, below), { digits, scale })
  return assured(against(middle - width), against(middle + width), polarity, choices)
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

const total = (all: readonly bigint[]): bigint => all.reduce((sum, each) => sum + each, 0n)
const size = (value: bigint): bigint => (value < 0n ? -value : value)
