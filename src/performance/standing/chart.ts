/** An indicator's values over time as a picture wants them, with what each was held to and the zones about it. */
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { type Period, periodContaining, periodLabel } from '../../kernel/period.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { polarityWords } from '../indicator/words.ts'
import { type Assessment, type Target, type Tolerance, zonesOf } from '../judgement/judgement.ts'
import { findingOf, kindOf, nameOf } from '../process-control/finding.ts'
import type { Controlled } from '../process-control/process-control.ts'
import { byDay, isTold, mostFigures, type Reading, type ReadStretch } from '../process-control/reading.ts'
import type { Forecast } from '../progress/progress.ts'
import { type Band, bandsOf, lookOf, type Scheme, shown } from '../scheme/scheme.ts'
import { type Break, breakBetween, breakWords } from '../series-break/series-break.ts'
import { intervalOf } from '../travel/survey.ts'
import type { Stage } from './course.ts'
import { aim, cellFigure, numberOf, type Shape, sentenceCase, shapeOf, shapes, targetLabel, unitWords } from './glance.ts'

/** What the platform draws as a line chart. */
export type ChartPicture = {
  readonly id: string
  readonly title: string
  /** For whoever does not see it: the summary, and what process control finds. */
  readonly description: string
  readonly summary: string
  readonly caption: string
  readonly decimals: number
  readonly unit: { readonly prefix: string; readonly suffix: string }
  readonly series: readonly { readonly name: string; readonly points: readonly ChartPoint[] }[]
  readonly steps: readonly ChartStep[]
  /** Average and limits of process control, from one new start to the next. */
  readonly spans: readonly ChartSpan[]
  /** Where the series counts something else, between two points. */
  readonly breaks: readonly ChartBreak[]
  readonly words: Readonly<Partial<Record<Shape, string>>> & {
    readonly target: string
    readonly provisional: string
    readonly interval: string
    readonly forecast: string
    readonly centre: string
    readonly limits: string
    readonly rings: Readonly<Record<Ring, string>>
  }
  readonly forecast?: {
    readonly on: Day
    readonly label: string
    readonly value: number
    readonly shown: string
    readonly note: string
  }
}
/** Of what is more than chance. */
type Ring = 'improvement' | 'concern' | 'neutral'
type ChartSpan = {
  readonly from: Day
  readonly to: Day
  readonly centre: number
  readonly limits: { readonly low: number; readonly high: number } | null
  readonly started: string | null
}
type ChartBreak = { readonly after: Day; readonly before: Day; readonly shown: string }
type ChartPoint = {
  readonly on: Day
  readonly label: string
  readonly value: number | null
  readonly shown: string
  readonly mark: Shape
  readonly provisional: boolean
  readonly ring: Ring | null
  readonly restarts: boolean
  readonly note: string
  readonly interval?: { readonly low: number; readonly high: number }
}
type ChartStep = {
  readonly from: Day
  readonly to: Day
  readonly label: string
  readonly shown: string
  readonly lines: readonly number[]
  readonly zones: readonly { readonly low: number; readonly high: number; readonly mark: Shape }[]
}

export type Drawn = {
  readonly indicator: Indicator
  readonly tolerance: Tolerance
  readonly scheme: Scheme
  readonly targets: readonly Target[]
  readonly area: string
  readonly breaks: readonly Break[]
}

/** Null where there is no value to draw. */
export function chartOf(
  { indicator, tolerance, scheme, targets, area, breaks }: Drawn,
  course: readonly Stage[],
  reading: Reading | null,
  forecast: Forecast | null = null,
): ChartPicture | null {
  const stages = course.slice(-mostFigures)
  if (!stages.some(({ return: { value } }) => value !== null)) return null
  const heldTo = targetsDrawn(targets, stages)
  const read = byDay(reading)
  const broken = brokenBetween(breaks, stages)
  const summary = `${whatItShows(indicator, scheme, stages, heldTo.at(-1))}${brokenWords(broken)}`
  return {
    id: 'chart',
    title: `${indicator.reference === null ? '' : `${indicator.reference} `}${indicator.title}: ${area}`,
    description: `${summary}${reading === null ? '' : ` ${findingOf(reading, indicator).sentence}`}`,
    summary,
    caption: sentenceCase([unitWords(indicator), polarityWords[indicator.polarity].short].filter(part => part !== null).join(', ')),
    decimals: indicator.decimals,
    unit: signs(indicator),
    series: [
      {
        name: area,
        points: stages.map(stage => ({
          ...pointOf(stage, indicator, read.get(stage.return.endsOn)),
          restarts: broken.some(({ first }) => first === stage),
        })),
      },
    ],
    steps: heldTo.flatMap(target => stepOf(target, indicator, toleranceTo(target, stages) ?? tolerance, scheme)),
    spans: spansOf(reading, stages, indicator),
    breaks: broken.map(({ last, first, broken: each }) => ({
      after: last.return.endsOn,
      before: first.return.endsOn,
      shown: breakWords(each),
    })),
    words: {
      ...wordsOf(stages, scheme),
      target: 'target',
      provisional: 'not final',
      interval: 'interval of a survey (95%)',
      forecast: 'forecast',
      centre: reading !== null && isTold(reading) ? 'average' : 'median',
      limits: 'what chance does',
      rings: ringWords,
    },
    ...(forecast && { forecast: forecastMark(forecast, indicator) }),
  }
}

type Broken = { readonly last: Stage; readonly first: Stage; readonly broken: Break }

/** The two points on either side of each break that is drawn. */
function brokenBetween(breaks: readonly Break[], stages: readonly Stage[]): Broken[] {
  return stages.flatMap((first, index) => {
    const last = stages[index - 1]
    const broken = last === undefined ? null : breakBetween(breaks, last.return, first.return)
    return last === undefined || broken === null ? [] : [{ last, first, broken }]
  })
}

const brokenWords = (broken: readonly Broken[]): string =>
  broken.map(({ broken: each }) => ` ${sentenceCase(breakWords(each))}: figures before and after are not compared.`).join('')

const forecastMark = ({ target, value, judged }: Forecast, indicator: Indicator) => ({
  on: target.endsOn,
  label: targetLabel(target, indicator),
  value: numberOf(value),
  shown: cellFigure(value, indicator),
  note: judged === null ? 'forecast' : `forecast, would be ${judged.scheme.words[judged.band]}`,
})

const wordsOf = (stages: readonly Stage[], scheme: Scheme): Partial<Record<Shape, string>> => ({
  ...Object.fromEntries(bandsOf(scheme).map(band => [shapes[lookOf(scheme, band)], scheme.words[band]])),
  ...(stages.some(({ assessment }) => assessment.kind === 'unjudged') && { dot: 'not judged' }),
})

const ringWords: Readonly<Record<Ring, string>> = {
  improvement: 'improvement, not chance',
  concern: 'worse, not chance',
  neutral: 'change, not chance',
}

/** As far as they are drawn. */
function spansOf(reading: Reading | null, stages: readonly Stage[], indicator: Indicator): ChartSpan[] {
  const days = new Set(stages.map(({ return: { endsOn } }) => endsOn))
  return (reading?.stretches ?? []).flatMap(({ points, centre, limits, rebase }, number) => {
    const drawn = points.filter(({ on }) => days.has(on))
    const [first, last] = [drawn[0], drawn.at(-1)]
    if (first === undefined || last === undefined) return []
    // The first may have been rebased before the figures that are read begin.
    const started = rebase && nameOf({ on: rebase.startsOn }, indicator)
    return [
      {
        from: first.on,
        to: last.on,
        centre: numberOf(centre),
        limits: limits && { low: numberOf(limits.low), high: numberOf(limits.high) },
        started:
          started !== null && first === points[0] && (number > 0 || nameOf(first, indicator) === started) ? `rebased ${started}` : null,
      },
    ]
  })
}

function ringOf(read: Read): Ring | null {
  const kind = read?.stretch.isCharted ? kindOf(read.point.variation) : 'common-cause'
  return kind === 'common-cause' ? null : kind
}

type Read = { readonly point: Controlled; readonly stretch: ReadStretch } | undefined

function pointOf({ return: held, assessment }: Stage, indicator: Indicator, read: Read): Omit<ChartPoint, 'restarts'> {
  const { value, endsOn, startsOn, status } = held
  const interval = value && intervalOf({ ...held, value }, indicator)
  const ring = ringOf(read)
  return {
    on: endsOn,
    label: periodLabel({ startsOn, endsOn }, indicator.frequency),
    value: value && numberOf(value),
    shown: value === null ? '' : cellFigure(value, indicator),
    mark: shapeOf(assessment),
    provisional: status !== 'final',
    ...(interval && { interval }),
    ring,
    note: [judgementWord(assessment), status === 'final' ? '' : status, ring ? ringWords[ring] : ''].filter(Boolean).join(', '),
  }
}

const judgementWord = (assessment: Assessment): string => (assessment.kind === 'judged' ? assessment.scheme.words[assessment.band] : '')

/** With a floor standard what was tolerated belongs to the target of each period. */
function toleranceTo(target: Target, stages: readonly Stage[]): Tolerance | undefined {
  return stages.find(({ assessment }) => assessment.kind === 'judged' && assessment.target === target)?.assessment.tolerance
}

/** Those that the values were held to, then those that are still to come. */
function targetsDrawn(targets: readonly Target[], stages: readonly Stage[]): Target[] {
  const used = new Set(stages.flatMap(({ assessment: { target } }) => (target === null ? [] : [target])))
  const last = stages.at(-1)?.return.endsOn ?? ''
  const reached = [...used].reduce((latest, { endsOn }) => (endsOn > latest ? endsOn : latest), last)
  const first = stages[0]?.return.startsOn ?? ''
  const missed = targets.filter(each => each.kind === 'target' && each.startsOn >= first && !overlapsAny(each, used))
  const toCome = missed.filter(({ startsOn, endsOn }) => startsOn > reached || endsOn <= last)
  return [...used, ...toCome].toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
}

const overlapsAny = (period: Period, others: ReadonlySet<Period>): boolean =>
  [...others].some(other => other.startsOn <= period.endsOn && period.startsOn <= other.endsOn)

function stepOf(target: Target, indicator: Indicator, tolerance: Tolerance, scheme: Scheme): ChartStep[] {
  const bounds = boundsOf(target, indicator)
  if (bounds === null) return []
  const lines = [...new Set([bounds.low, bounds.high].map(value => numberOf(value)))]
  return [
    {
      from: firstDayHeldTo(target, indicator),
      to: target.endsOn,
      label: targetLabel(target, indicator),
      shown: aim(target, indicator) ?? '',
      lines,
      zones: zonesDrawn(bounds, indicator, tolerance, scheme),
    },
  ]
}

/** What adds up over the year is held to the year's target at its end alone. */
function firstDayHeldTo({ startsOn, endsOn }: Target, { measurement, frequency }: Indicator): Day {
  const last = measurement === 'cumulative' && frequency !== null ? periodContaining(endsOn, frequency) : null
  return last !== null && last.endsOn === endsOn && last.startsOn > startsOn ? last.startsOn : startsOn
}

type Bounds = { readonly low: Decimal; readonly high: Decimal }

function boundsOf({ value, low, high }: Target, { polarity }: Indicator): Bounds | null {
  if (polarity === 'range') return low && high && { low, high }
  return value && { low: value, high: value }
}

/** On target and within tolerance; beyond lies what is exceeding or off target, as far as the picture goes. */
function zonesDrawn(bounds: Bounds, { polarity }: Indicator, tolerance: Tolerance, scheme: Scheme): ChartStep['zones'] {
  if (polarity === 'none') return []
  const { onTarget, tolerated } = zonesOf(bounds, polarity, tolerance)
  const zone = (band: Band, low: Decimal, high: Decimal) => ({
    low: numberOf(low),
    high: numberOf(high),
    mark: shapes[lookOf(scheme, shown(scheme, band))],
  })
  return [
    zone('within-tolerance', tolerated.low, onTarget.low),
    zone('on-target', onTarget.low, onTarget.high),
    zone('within-tolerance', onTarget.high, tolerated.high),
  ].filter(({ low, high }) => low < high)
}

function whatItShows(indicator: Indicator, scheme: Scheme, stages: readonly Stage[], latestTarget: Target | undefined): string {
  const held = stages.filter(({ return: { value } }) => value !== null)
  const [first, last] = [held[0], held.at(-1)]
  if (first?.return.value == null || last?.return.value == null) return ''
  const at = ({ return: each }: Stage) => periodLabel(each, indicator.frequency)
  const course =
    held.length === 1
      ? `One value: ${cellFigure(last.return.value, indicator)} in ${at(last)}.`
      : `From ${cellFigure(first.return.value, indicator)} in ${at(first)} to ${cellFigure(last.return.value, indicator)} in ${at(last)}.`
  const goal = latestTarget && aim(latestTarget, indicator)
  const target = goal ? ` The latest target is ${goal}, for ${targetLabel(latestTarget, indicator)}.` : ''
  const judged = held.flatMap(({ assessment }) => (assessment.kind === 'judged' ? [assessment.band] : []))
  const counts = bandsOf(scheme).flatMap(band => {
    const count = judged.filter(each => each === band).length
    return count === 0 ? [] : [`${count} ${scheme.words[band]}`]
  })
  return `${course}${target}${counts.length === 0 ? '' : ` Of ${held.length === 1 ? 'it' : `${held.length} values`}, ${counts.join(', ')}.`}`
}

const signs = ({ valueType }: Indicator): { readonly prefix: string; readonly suffix: string } => ({
  prefix: valueType === 'money' ? '£' : '',
  suffix: valueType === 'percentage' ? '%' : '',
})
