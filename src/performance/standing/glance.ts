/** What of a standing can be taken in at a glance: the cells of a row, on the scorecard and where areas stand side by side. */
import { type Day, dayLabel, monthOf, yearOf } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { monthsBetweenReports, type Period, periodLabel } from '../../kernel/period.ts'
import { absenceNames } from '../data-return/data-return.ts'
import { figure, type Measured, rangeFigure } from '../indicator/figure.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { type Assessment, type Judged, type Return, stateWords, type Target, type Unjudged } from '../judgement/judgement.ts'
import { why } from '../judgement/working.ts'
import { type Finding, findingOf } from '../process-control/finding.ts'
import { isTold } from '../process-control/reading.ts'
import { type Look, lookOf } from '../scheme/scheme.ts'
import { breakBetween } from '../series-break/series-break.ts'
import { type BriefTravel, briefTravel } from '../travel/brief.ts'
import { ownSeries } from './course.ts'
import { type Freshness, freshnessIn, freshnessToday } from './freshness.ts'
import { byChance, type Chosen, controlOf, type Standing } from './standing.ts'

export type Glance = {
  readonly judgement: Verdict
  readonly why: string
  readonly target: string | null
  /** What kind of target it is, when it is not simply the period's own. */
  readonly targetNote: string | null
  readonly actual: string | null
  readonly period: string | null
  /** 'provisional', 'estimated' or that nobody reported it */
  readonly flag: string | null
  readonly freshness: Freshness | null
  readonly trend: Trend | null
  readonly travel: BriefTravel | null
  /** What process control finds, where there are figures enough. */
  readonly change: Finding | null
}

export type Verdict = {
  /** Ends the class name of the tag. */
  readonly name: Look | 'none'
  readonly words: string
  /** When a figure is expected, or since when it is overdue and from whom; what an overridden judgement would be. */
  readonly note: string | null
}

/** A verdict for a picture: with its shape, which says the same as its colour. */
export type Judgement = Verdict & { readonly mark: Shape }
export const judgementIn = (assessment: Assessment): Judgement => ({ ...verdictOf(assessment), mark: shapeOf(assessment) })

/** A sparkline, as a chart wants it. */
export type Trend = {
  readonly values: readonly (number | null)[]
  readonly target: number | null
  readonly mark: Shape
  readonly provisional: boolean
  readonly title: string
}
export type Shape = 'star' | 'circle' | 'disc' | 'diamond' | 'triangle' | 'dot'

export function glanceAt(standing: Standing, assessment: Assessment, chosen: Chosen, today: Day): Glance {
  const { indicator } = standing
  const { return: held, target } = assessment
  const reading = controlOf(standing, chosen)
  return {
    judgement: verdictOf(assessment),
    why: why(assessment),
    target: target && aim(target, indicator),
    targetNote: target && targetNote(target, assessment.period, indicator),
    actual: held && actual(held, indicator),
    period: held && periodLabel(held, indicator.frequency),
    flag: held?.value ? flagOf(held) : null,
    freshness: held && freshnessOf(held, indicator, chosen, today),
    trend: trendOf(standing, assessment),
    travel: briefTravel({ ...standing, return: held, byChance: byChance(reading, held) }),
    change: reading !== null && isTold(reading) && reading.latest.on === held?.endsOn ? findingOf(reading, indicator) : null,
  }
}

export const flagOf = ({ status, workedOutFrom }: Return): string | null =>
  workedOutFrom === undefined ? (status === 'final' ? null : status) : `worked out${status === 'final' ? '' : `, ${status}`}`

export const shapes: Readonly<Record<Look, Shape>> = {
  exceeding: 'star',
  'on-target': 'circle',
  met: 'disc',
  'within-tolerance': 'diamond',
  'off-target': 'triangle',
}

export const shapeOf = (assessment: Assessment): Shape =>
  assessment.kind === 'judged' ? shapes[lookOf(assessment.scheme, assessment.band)] : 'dot'

export function verdictOf(assessment: Assessment): Verdict {
  if (assessment.kind === 'judged') {
    const { band, scheme } = assessment
    return { name: lookOf(scheme, band), words: sentenceCase(scheme.words[band]), note: overrideNote(assessment) }
  }
  return { name: 'none', words: sentenceCase(stateWords[assessment.state]), note: stateNote(assessment) }
}

const overrideNote = ({ override, computed, scheme }: Judged): string | null =>
  override === null ? null : `set by hand until ${dayLabel(override.until)}, computed ${scheme.words[computed]}`

function stateNote({ state, expectedOn, owedBy, indicator }: Unjudged): string | null {
  if (state === 'overdue' && expectedOn !== null) return `since ${dayLabel(expectedOn)}${owedBy === null ? '' : `, from ${owedBy}`}`
  if (state === 'not-yet-published' && expectedOn !== null) return `expected by ${dayLabel(expectedOn)}`
  if (state === 'deferred' && indicator.deferredReviewOn !== null) return `until ${dayLabel(indicator.deferredReviewOn)}`
  if (state === 'closed' && indicator.closedOn !== null) return `on ${dayLabel(indicator.closedOn)}`
  return null
}

/** A value for a cell: its unit stands beside the title, once, unless it is a sign that belongs to the number. */
export const cellFigure = (value: Decimal, indicator: Indicator): string => figure(value, withoutUnit(indicator))

export function aim(target: Target, indicator: Indicator): string | null {
  if (target.low !== null && target.high !== null) return rangeFigure(target.low, target.high, withoutUnit(indicator))
  return target.value && cellFigure(target.value, indicator)
}

function actual({ value, absence }: Return, indicator: Indicator): string | null {
  if (value !== null) return cellFigure(value, indicator)
  return absence && absenceNames[absence].toLowerCase()
}

/** What the figures count, where the figures themselves do not say it. */
export function unitWords({ valueType, ratePer, unit }: Pick<Indicator, 'valueType' | 'ratePer' | 'unit'>): string | null {
  const said = ['', '%', '£'].includes(unit.trim()) ? null : unit.trim()
  if (valueType === 'days') return 'days'
  if (valueType === 'rate' && ratePer !== null) return `per ${ratePer.toLocaleString('en-GB')}${said === null ? '' : ` ${said}`}`
  return said
}

/** For figures that stand under a heading that names the unit. */
export function withoutUnit<M extends Measured>(indicator: M): M {
  const { valueType } = indicator
  return { ...indicator, unit: '', valueType: valueType === 'days' || valueType === 'rate' ? 'number' : valueType }
}

/** A target is for a year whatever the frequency; only a survey's is for its own wave. */
export const targetLabel = (target: Period, { frequency }: Pick<Indicator, 'frequency'>): string =>
  periodLabel(target, frequency === 'survey' ? frequency : null)

function targetNote(target: Target, period: Period | null, indicator: Indicator): string | null {
  if (target.kind === 'interim') return 'interim'
  const isOwn = period !== null && target.startsOn === period.startsOn && target.endsOn === period.endsOn
  return isOwn ? null : `for ${targetLabel(target, indicator)}`
}

function freshnessOf(held: Period, { frequency, lagDays, closedOn, deferredReason }: Indicator, chosen: Chosen, today: Day): Freshness {
  if (chosen !== null) return freshnessIn(held, chosen)
  const awaited = deferredReason === null && (closedOn === null || closedOn > today)
  return freshnessToday({ period: held, frequency, lagDays, awaited }, today)
}

/** More than that is no line that the eye follows in a cell. */
const mostInTrend = 13

/** At an even distance, with a gap for each period that was missed; only values of the indicator's own kind of period. */
function trendOf({ indicator, returns, breaks }: Standing, assessment: Assessment): Trend | null {
  const series = ownSeries({ indicator, returns }).slice(-mostInTrend)
  const held = series.filter(({ value }) => value !== null)
  const [first, last] = [held[0], held.at(-1)]
  if (first === undefined || last === undefined) return null

  const step = indicator.frequency === null ? null : monthsBetweenReports(indicator.frequency)
  return {
    values: series.flatMap((each, index) => [...gapBefore(series[index - 1], each, step, breaks), each.value && numberOf(each.value)]),
    target: assessment.kind === 'judged' && indicator.polarity !== 'range' ? numberOf(assessment.aim.low) : null,
    mark: shapeOf(assessment),
    provisional: last.status !== 'final',
    title: trendWords(held, indicator),
  }
}

/** No line leads across a break, nor across periods without a figure. */
function gapBefore(before: Period | undefined, period: Period, step: number | null, breaks: Standing['breaks']): null[] {
  const gap = missed(before, period, step)
  return gap.length === 0 && before !== undefined && breakBetween(breaks, before, period) !== null ? [null] : gap
}

function missed(before: Period | undefined, period: Period, step: number | null): null[] {
  if (before === undefined || step === null) return []
  const months = monthNumber(period.endsOn) - monthNumber(before.endsOn)
  return Array.from({ length: Math.min(12, Math.max(0, Math.round(months / step) - 1)) }, () => null)
}

function trendWords(held: readonly Return[], indicator: Indicator): string {
  const [first, last] = [held[0], held.at(-1)]
  if (first?.value == null || last?.value == null) return ''
  const end = `${cellFigure(last.value, indicator)} in ${periodLabel(last, indicator.frequency)}`
  return held.length === 1
    ? `One value, ${end}`
    : `${held.length} values, from ${cellFigure(first.value, indicator)} in ${periodLabel(first, indicator.frequency)} to ${end}`
}

/** For a picture, where a hair's breadth does not count. */
export const numberOf = (value: Decimal): number => Number(value.digits) / 10 ** value.scale

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const monthNumber = (on: Day): number => yearOf(on) * 12 + monthOf(on)
