/** What is said of progress, so that it is right of few values too. */
import { compare, type Decimal, decimal, rounded, toText } from '../../kernel/decimal.ts'
import { periodLabel } from '../../kernel/period.ts'
import { figure, rangeFigure } from '../indicator/figure.ts'
import type { Judgeable } from '../judgement/judgement.ts'
import { chanceWords } from './forecast.ts'
import type { GrowthClass } from './growth.ts'
import type { Forecast, Progress, Towards } from './progress.ts'

export type ProgressWords = {
  readonly towards: readonly {
    readonly target: string
    readonly verdict: string
    readonly sentence: string
    readonly note: string | null
  }[]
  readonly forecast: { readonly sentence: string; readonly chance: string | null; readonly rests: string } | null
}

export function progressWords({ towards, forecast }: Progress, indicator: Judgeable): ProgressWords | null {
  if (towards.length === 0 && forecast === null) return null
  return {
    towards: towards.map(each => ({
      target: targetWords(each, indicator),
      verdict: verdict(each, indicator),
      sentence: sentence(each, indicator),
      note: note(each),
    })),
    forecast: forecast && forecastWords(forecast, indicator),
  }
}

const targetWords = ({ target, aim, isFinal }: Towards, indicator: Judgeable): string =>
  `${figure(aim, indicator)} in ${labelOf(target, indicator)}${isFinal ? ', the last target' : ''}`

const labelOf = (target: Forecast['target'], { frequency }: Judgeable): string =>
  periodLabel(target, frequency === 'survey' ? frequency : null)

const one = decimal('1')

/** 'Behind pace: 0.6 of what would be expected by now' */
function verdict(towards: Towards, indicator: Judgeable): string {
  const { isMet, pace } = towards
  if (isMet && (towards.kind === 'year-to-date' || pace.isOnPace)) return 'There already'
  if (towards.kind === 'year-to-date' && indicator.polarity === 'lower')
    return `${pace.isOnPace || isAsExpected(towards, indicator) ? 'Within' : 'Over'} pace${pace.ratio === null ? '' : `: ${shortly(pace.ratio)} of what would be expected by now`}`
  if (pace.ratio !== null && pace.ratio.digits < 0n) return 'Moving away from it'
  const ratio = pace.ratio === null ? '' : `: ${pace.isOnPace ? shortly(pace.ratio) : short(pace.ratio)} of what would be expected by now`
  if (!pace.isOnPace) return isAsExpected(towards, indicator) ? 'On pace' : `Behind pace${ratio}`
  return pace.ratio !== null && compare(rounded(pace.ratio, 2), one) > 0 ? `Ahead of pace${ratio}` : 'On pace'
}

/** At the indicator's own decimals, in which everything of it is compared and shown. */
const isAsExpected = ({ now, pace }: Towards, { decimals }: Judgeable): boolean =>
  compare(rounded(now.value, decimals), rounded(pace.expected, decimals)) === 0

/** 0.6, 1.25 */
const shortly = (ratio: Decimal): string => toText(rounded(ratio, 2)).replace(/\.?0+$/, '') || '0'
/** What is behind by a hair is not said to be all of it. */
const short = (ratio: Decimal): string => (compare(rounded(ratio, 2), one) >= 0 ? 'just under 1' : shortly(ratio))

function sentence(towards: Towards, indicator: Judgeable): string {
  const { now, pace } = towards
  const [is, expected] = [figure(now.value, indicator), figure(pace.expected, indicator)]
  const by = periodLabel(now, indicator.frequency)
  if (towards.kind === 'year-to-date') {
    const { k, n, isStraightLine } = towards
    const due = isStraightLine ? `On a straight line, ${k} of the year’s ${n} periods make ${expected}` : `${expected} was planned`
    return `${due} by ${by}; it is ${is}.`
  }
  const { start } = towards
  const from = `${figure(start.value, indicator)} in ${periodLabel(start.period, indicator.frequency)}`
  return `On a straight line from ${start.isBaseline ? `the baseline of ${from}` : from}, ${expected} would be expected by ${by}; it is ${is}.`
}

const growthWords: Readonly<Record<GrowthClass, string | null>> = {
  achieved: null,
  'on-track': 'on track',
  some: 'some progress',
  limited: 'limited progress',
  away: 'moving away',
  'not-known': null,
}

function note(towards: Towards): string | null {
  if (towards.kind === 'year-to-date')
    return towards.isStraightLine ? 'This is a straight-line assumption: nothing says how the year’s target is spread.' : null
  const { growth } = towards
  const called = growth && growthWords[growth.class]
  if (!called || growth.progress === null) return null
  return `Held to yearly growth, as national reports on sustainable development do: ${growth.progress.toFixed(2).replace('-', '−')} of the rate that is needed, ${called}.`
}

function forecastWords(forecast: Forecast, indicator: Judgeable): NonNullable<ProgressWords['forecast']> {
  const { target, value, judged, chance, from, way, overlaps } = forecast
  const aim = target.low && target.high ? rangeFigure(target.low, target.high, indicator) : target.value && figure(target.value, indicator)
  const would = judged === null ? '' : `, which would be ${judged.scheme.words[judged.band]}`
  const values =
    way === 'added-up' ? `${from === 1 ? 'one period' : `the last ${from} periods`}` : `a straight line through the last ${from} values`
  const few = overlaps
    ? ' No chance is given: the figures overlap, so each says little that the one before did not.'
    : chance === null
      ? ' No chance is given: that takes eight values or more.'
      : ''
  return {
    sentence: `If it goes on as it has, it would be ${figure(value, indicator)} in ${labelOf(target, indicator)}, against a target of ${aim ?? ''}${would}.`,
    chance: chance === null ? null : `The chance of meeting that target on present form is ${chanceWords(chance)}.`,
    rests: `A forecast, not a judgement. It rests on ${values}, and takes no account of the season or of what is planned.${few}`,
  }
}
