/**
 * What process control reads in the figures of an indicator in an area. Of few figures it says that they are few; of enough, whether the latest is a
 * change or no more than chance. It reads what comes every month or quarter and stands by itself: figures that add up over a year rise whatever
 * happens, and those over a window that moves share most of what they count with the one before, so that chance hardly shows between them.
 */
import type { Day } from '../../kernel/day.ts'
import { compare, type Decimal, decimal, decimalOf, zero } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Rebase } from '../rebase/rebase.ts'
import type { Break } from '../series-break/series-break.ts'
import { type Controlled, control, type Limits, makingDataCount, type Point, type Stretch } from './process-control.ts'
import { type RunChart, runChart } from './run-chart.ts'

/** The latest values of the indicator's own kind of period, the oldest first, and where a person said that the average begins anew, likewise. */
export type Series = { readonly points: readonly Point[]; readonly rebases: readonly Rebased[] }

/** With the first values from there on where average and limits are held to them, since they may lie too far back to be read otherwise. */
export type Rebased = Rebase & { readonly held: readonly Point[] | null }

/** So many figures are read, the latest: a chart of more is a smear, and what was usual fifteen years ago says little of what is usual now. */
export const mostFigures = 60

export type ReadStretch = {
  readonly points: readonly Controlled[]
  /** Whether there are enough for limits and for what the rules say. */
  readonly isCharted: boolean
  /** The mean or, where there are too few, the median. */
  readonly centre: Decimal
  /** As they are shown: no lower than can be. */
  readonly limits: Limits | null
  readonly rebase: Rebase | null
  /** Null where there are enough. */
  readonly runChart: RunChart | null
  readonly whole: Stretch
}

/** What of an indicator bears on how its figures are read and told. */
export type Readable = Pick<Indicator, 'frequency' | 'measurement' | 'polarity' | 'valueType' | 'ratePer' | 'unit' | 'decimals'>

export type Reading = {
  readonly stretches: readonly ReadStretch[]
  readonly current: ReadStretch
  readonly latest: Controlled
}

/** How it is drawn here. */
export const choices = makingDataCount

const isRead = ({ frequency, measurement }: Readable): boolean =>
  (frequency === 'month' || frequency === 'quarter') && measurement === 'snapshot'

/** As far as a day, or (null) to the latest figure. Null where there is nothing to read. */
export function readingOf(indicator: Readable, series: Series | null, upTo: Day | null, breaks: readonly Break[] = []): Reading | null {
  if (series === null || !isRead(indicator)) return null
  const known = (points: readonly Point[]) => (upTo === null ? points : points.filter(({ on }) => on <= upTo))
  const points = known(series.points).slice(-mostFigures)
  // Nothing is averaged across a break in the series; what a person rebased on the same day says more.
  const broken = breaks.filter(({ startsOn }) => !series.rebases.some(rebase => rebase.startsOn === startsOn))
  const begun: Begun[] = [
    ...series.rebases.map(rebase => ({ startsOn: rebase.startsOn, rebase })),
    ...broken.map(({ startsOn }) => ({ startsOn, rebase: null })),
  ]
  const starts = begun.map(({ startsOn, rebase }) => {
    const isFollowed = (on: Day) => begun.some(other => other.startsOn > startsOn && other.startsOn <= on)
    const held = rebase?.held ? known(rebase.held).filter(({ on }) => !isFollowed(on)) : null
    return { from: startsOn, baselinePoints: rebase?.baselinePoints ?? null, held }
  })
  const stretches = control(points, starts, indicator.polarity, choices).flatMap(each => read(each, indicator, begun))
  const current = stretches.at(-1)
  const latest = current?.points.at(-1)
  return current === undefined || latest === undefined ? null : { stretches, current, latest }
}

/** Where an average begins anew: a person said so, or the series is broken there. */
type Begun = { readonly startsOn: Day; readonly rebase: Rebased | null }

function read(whole: Stretch, indicator: Readable, starts: readonly Begun[]): ReadStretch[] {
  const isCharted = whole.points.length >= choices.leastPoints && whole.limits !== null
  const runs = isCharted ? null : runChart(whole.points.map(({ value }) => (value === null ? null : decimalOf(value))))
  const centre = runs === null ? whole.mean : runs.median
  if (centre === null) return []
  const first = whole.points[0]?.on ?? ''
  const begun = starts.filter(({ startsOn }) => startsOn <= first).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))
  return [
    {
      points: whole.points,
      isCharted,
      centre,
      limits: isCharted && whole.limits ? possible(whole.limits, whole.points, indicator) : null,
      rebase: begun[0]?.rebase ?? null,
      runChart: runs,
      whole,
    },
  ]
}

/** What is never below nothing has no limit there, nor a percentage above a hundred: the rules go by the limit itself all the same. */
function possible({ low, high }: Limits, points: readonly Point[], { valueType }: Readable): Limits {
  const isLow = compare(low, zero) < 0 && points.every(({ value }) => value === null || value >= 0)
  const isHigh = valueType === 'percentage' && compare(high, hundred) > 0 && points.every(({ value }) => value === null || value <= 100)
  return { low: isLow ? zero : low, high: isHigh ? hundred : high }
}

const hundred = decimal('100')

/** Of each day on which a period ends, the point there and the stretch that it lies in. */
export const byDay = (reading: Reading | null): ReadonlyMap<Day, { readonly point: Controlled; readonly stretch: ReadStretch }> =>
  new Map(reading?.stretches.flatMap(stretch => stretch.points.map(point => [point.on, { point, stretch }] as const)))

/** Whether there are enough figures to say that a value has changed, or that it has not. */
export const isTold = ({ current }: Reading): boolean => current.isCharted

/**
 * Whether the difference between the latest figure and that of a period is no more than chance: both lie in one stretch, and no rule marks either.
 * The direction of travel must not call that a change.
 */
export function isByChance({ current, latest }: Reading, against: Period): boolean {
  const before = current.points.find(({ on }) => on === against.endsOn)
  return current.isCharted && before !== undefined && [before, latest].every(({ variation }) => variation.kind === 'common-cause')
}

/** A series that has never moved. */
export const isFlat = ({ whole }: ReadStretch): boolean =>
  whole.limits !== null &&
  compare(whole.limits.low, whole.limits.high) === 0 &&
  whole.points.every(({ relativeToMean }) => relativeToMean === 'on')
