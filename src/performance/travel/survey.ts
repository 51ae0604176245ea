/**
 * A survey asks a sample: its figure would have come out a little otherwise with other people. A change within that margin is no change (rules E2).
 * The test is exact; only what is drawn or shown of it is a binary fraction.
 */
import { compare, type Decimal, decimal, minus, plus, times, toText } from '../../kernel/decimal.ts'

/** What a return says of its margin. The interval is the one at 95%. */
export type Sampled = {
  readonly sampleSize: number | null
  readonly intervalLow: Decimal | null
  readonly intervalHigh: Decimal | null
}

/** A figure with its margin, as far as it has one. */
export type Sample = { readonly value: Decimal } & Partial<Sampled>

export type Measure = {
  readonly valueType: string
  /** By how much the variance is larger than that of a plain sample of the same size. Null: as of a plain one. */
  readonly designEffect: Decimal | null
}

/** `z` is how many standard errors apart the two lie; from 1.96 on, chance alone would rarely do it. */
export type Margin = { readonly isWithin: boolean; readonly z: number; readonly by: 'samples' | 'intervals' }

/** Null where one of the two does not say how sure it is. */
export function marginBetween(then: Sample, now: Sample, measure: Measure): Margin | null {
  return bySamples(then, now, measure) ?? byIntervals(then, now)
}

const hundred = decimal('100')
/** 1.96² */
const threshold = decimal('3.8416')
const one = decimal('1')

/** z = (p2 − p1) ÷ √(p1q1/n1 + p2q2/n2), divided by √(design effect): both sides squared and multiplied out. */
function bySamples(then: Sample, now: Sample, { valueType, designEffect }: Measure): Margin | null {
  if (valueType !== 'percentage' || !then.sampleSize || !now.sampleSize) return null
  if (!isPart(then.value) || !isPart(now.value)) return null
  const [n1, n2] = [decimal(String(then.sampleSize)), decimal(String(now.sampleSize))]
  const change = minus(now.value, then.value)
  const spread = times(plus(times(unsureness(then.value), n2), times(unsureness(now.value), n1)), designEffect ?? one)
  const squared = times(times(change, change), times(n1, n2))
  const isWithin = compare(squared, times(threshold, spread)) < 0 || change.digits === 0n
  return { isWithin, z: zOf(change, numberOf(spread) / (numberOf(n1) * numberOf(n2))), by: 'samples' }
}

const isPart = (value: Decimal): boolean => value.digits >= 0n && compare(value, hundred) <= 0

/** p·q, of per cent. */
const unsureness = (value: Decimal): Decimal => times(value, minus(hundred, value))

/** Half an interval at 95% is 1.96 standard errors: the two are apart when their distance is longer than both halves at right angles. */
function byIntervals(then: Sample, now: Sample): Margin | null {
  const [first, second] = [width(then), width(now)]
  if (first === null || second === null) return null
  const change = minus(now.value, then.value)
  // Whole widths, so four times the square of the change.
  const both = plus(times(first, first), times(second, second))
  const isWithin = compare(times(times(change, change), decimal('4')), both) < 0 || change.digits === 0n
  return { isWithin, z: zOf(change, numberOf(both) / 4 / 3.8416), by: 'intervals' }
}

function width({ intervalLow, intervalHigh }: Sample): Decimal | null {
  return intervalLow && intervalHigh ? minus(intervalHigh, intervalLow) : null
}

function zOf(change: Decimal, variance: number): number {
  if (change.digits === 0n) return 0
  return variance === 0 ? Math.sign(numberOf(change)) * Number.POSITIVE_INFINITY : numberOf(change) / Math.sqrt(variance)
}

/** Where the true figure most likely lies: as the source says, or (Wilson) worked out from the size of the sample. Null where neither is known. */
export type Interval = { readonly low: number; readonly high: number; readonly isWorkedOut: boolean }

export function intervalOf(
  { value, sampleSize, intervalLow, intervalHigh }: Sample,
  { valueType, designEffect }: Measure,
): Interval | null {
  if (intervalLow && intervalHigh) return { low: numberOf(intervalLow), high: numberOf(intervalHigh), isWorkedOut: false }
  if (valueType !== 'percentage' || !sampleSize || !isPart(value)) return null
  const n = sampleSize / (designEffect === null ? 1 : numberOf(designEffect))
  const [p, z] = [numberOf(value) / 100, 1.96]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { low: 100 * Math.max(0, middle - half), high: 100 * Math.min(1, middle + half), isWorkedOut: true }
}

const numberOf = (value: Decimal): number => Number(toText(value))
