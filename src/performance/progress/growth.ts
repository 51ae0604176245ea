/**
 * Progress as compound growth, the measure of Open SDG and Statistics Canada (rules E4): how fast a figure has grown each year, against how fast it
 * would have to grow to reach its target in time. For what is measured over many years, where each year builds on the one before.
 *
 * Roots and powers have no exact decimals: these are binary fractions, and are shown rounded. Whether a target is achieved is a plain comparison.
 */
export type GrowthSeries = {
  /** A year and its value, in any order, one value to a year. */
  readonly points: readonly (readonly [year: number, value: number])[]
  /** From which year progress counts; where it has no value, the next year that has. */
  readonly baseYear: number
  readonly target: number | null
  readonly targetYear: number
  readonly better: 'higher' | 'lower'
  /** A value that cannot be passed, such as 100%: near to it less growth is asked for. Only where there is no target. */
  readonly limit: number | null
}

/** Best first. */
export const growthClasses = ['achieved', 'on-track', 'some', 'limited', 'away', 'not-known'] as const
export type GrowthClass = (typeof growthClasses)[number]

export type GrowthThresholds = { readonly high: number; readonly medium: number; readonly low: number }

export type Growth = {
  readonly base: { readonly year: number; readonly value: number } | null
  readonly current: { readonly year: number; readonly value: number } | null
  /** Of the rate that is needed, how much was reached; without a target the rate itself. Null where neither can be said. */
  readonly progress: number | null
  readonly thresholds: GrowthThresholds
  readonly class: GrowthClass
  /** From −5 to 5. */
  readonly score: number | null
}

export function growthOf(series: GrowthSeries): Growth {
  const { target, better } = series
  const byYear = series.points.toSorted(([a], [b]) => a - b).map(([year, value]) => ({ year, value }))
  const current = byYear.at(-1) ?? null
  const base = byYear.find(({ year }) => year >= series.baseYear) ?? null
  const closeness = target === null ? closenessTo(series.limit, base?.value ?? null) : 1
  const thresholds = target === null ? scaled(withoutTarget, closeness) : withTarget
  if (base === null || current === null) return { base, current, progress: null, thresholds, class: 'not-known', score: null }

  const isAchieved = target !== null && (better === 'higher' ? current.value >= target : current.value <= target)
  const progress = progressFrom(base, current, series)
  if (isAchieved) return { base, current, progress: finite(progress), thresholds, class: 'achieved', score: 5 }
  if (progress === null) return { base, current, progress, thresholds, class: 'not-known', score: null }
  const score = target === null ? scoreOfRate(progress, closeness) : scoreOfRatio(progress)
  return { base, current, progress: finite(progress), thresholds, class: classOf(progress, thresholds), score }
}

/** Of several series of one indicator: the mean score, and achieved only when all are. */
export function growthTogether(series: readonly Growth[]): Pick<Growth, 'class' | 'score'> {
  const known = series.flatMap(({ score, class: each }) => (score === null ? [] : [{ score, isAchieved: each === 'achieved' }]))
  if (known.length === 0) return { class: 'not-known', score: null }
  const score = known.reduce((sum, each) => sum + each.score, 0) / known.length
  if (known.every(({ isAchieved }) => isAchieved)) return { class: 'achieved', score }
  return { class: score >= 2.5 ? 'on-track' : score >= 0 ? 'some' : score >= -2.5 ? 'limited' : 'away', score }
}

const withTarget: GrowthThresholds = { high: 0.95, medium: 0.6, low: 0 }
const withoutTarget: GrowthThresholds = { high: 0.015, medium: 0.005, low: 0 }

const scaled = ({ high, medium, low }: GrowthThresholds, by: number): GrowthThresholds => ({
  high: high * by,
  medium: medium * by,
  low: low * by,
})

/** From 1, far from a limit, to 0, at it. */
function closenessTo(limit: number | null, base: number | null): number {
  if (limit === null || base === null) return 1
  const [from, to] = [Math.abs(base), Math.abs(limit)]
  if (from >= 2 * to) return 1
  return 1 - (from <= to ? from / to : (2 * to - from) / to) ** 4.44
}

type Point = { readonly year: number; readonly value: number }

/** Null where growth means nothing: a single year, or values on either side of nothing. */
function progressFrom(base: Point, current: Point, { target, targetYear, better }: GrowthSeries): number | null {
  const from = orTiny(base.value)
  if (from * current.value < 0 || current.year <= base.year) return null
  const direction = (better === 'higher' ? 1 : -1) * (from < 0 ? -1 : 1)
  const observed = direction * yearlyGrowth(from, current.value, current.year - base.year)
  if (target === null) return observed
  const to = orTiny(target)
  if (from * to < 0 || targetYear <= base.year) return null
  const needed = Math.abs(yearlyGrowth(from, to, targetYear - base.year))
  // To stay where one is needs no growth: any loss is away from it.
  if (needed === 0) return observed === 0 ? 0 : observed * Number.POSITIVE_INFINITY
  return observed / needed
}

const yearlyGrowth = (from: number, to: number, years: number): number => (to / from) ** (1 / years) - 1

/** Nothing cannot grow: the method puts a thousandth in its place. */
const orTiny = (value: number): number => (value === 0 ? 0.001 : value)

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null)

function classOf(progress: number, { high, medium, low }: GrowthThresholds): GrowthClass {
  if (progress >= high) return 'on-track'
  if (progress >= medium) return 'some'
  return progress >= low ? 'limited' : 'away'
}

/** At the limit already, not to lose is all that can be asked. */
function scoreOfRate(rate: number, closeness: number): number {
  if (rate < 0) return Math.max(125 * rate - 2.5, -5)
  if (closeness === 0) return 5
  const asIfFar = rate / closeness
  if (asIfFar >= withoutTarget.high) return Math.min(500 * asIfFar - 5, 5)
  return asIfFar >= withoutTarget.medium ? 250 * asIfFar - 1.25 : 500 * asIfFar - 2.5
}

/** The factors are the method's own, with the four decimals in which it gives them. */
const scoreOfRatio = (ratio: number): number =>
  ratio >= withTarget.medium ? Math.min(7.1429 * ratio - 4.2857, 5) : Math.max(4.1667 * ratio - 2.5, -5)
