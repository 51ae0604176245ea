/** What process control finds, in words: one sentence for a person who has never heard of it. */
import { type Decimal, decimalOf, rounded } from '../../kernel/decimal.ts'
import { periodContaining, periodLabel } from '../../kernel/period.ts'
import { figure, plainFigure, rangeFigure } from '../indicator/figure.ts'
import { type Assurance, assuranceOf, type Controlled, type Rule, type Side, type Signal, type Variation } from './process-control.ts'
import { choices, isFlat, type Readable, type Reading, type ReadStretch } from './reading.ts'

/** `name` ends the class name that draws its mark. Nothing is found where there are too few figures. */
export type Finding = {
  readonly name: 'common-cause' | 'improvement' | 'concern' | 'neutral' | 'too-few'
  readonly side: Side | null
  readonly words: string
  readonly sentence: string
}

const words: Readonly<Record<Finding['name'], string>> = {
  'common-cause': 'Unchanged',
  improvement: 'Improvement',
  concern: 'Concern',
  neutral: 'Change',
  'too-few': 'Too few figures',
}

/** As a file has it. */
export const variationWords: Readonly<Record<Exclude<Finding['name'], 'too-few'>, string>> = {
  'common-cause': 'common cause',
  improvement: 'improvement',
  concern: 'concern',
  neutral: 'special cause',
}

export function findingOf(reading: Reading, indicator: Readable): Finding {
  const { current, latest } = reading
  if (!current.isCharted) return { name: 'too-few', side: null, words: words['too-few'], sentence: tooFew(reading, indicator) }
  const name = kindOf(latest.variation)
  const side = 'side' in latest.variation ? latest.variation.side : null
  const sentence =
    side === null || name === 'common-cause' ? unchanged(reading, indicator) : changed(reading, indicator, side, outcomes[name])
  return { name, side, words: words[name], sentence }
}

/** Where both were said it would be a change; the choice that is made here never says both. */
export const kindOf = ({ kind }: Variation): Exclude<Finding['name'], 'too-few'> => (kind === 'both' ? 'neutral' : kind)

const outcomes = {
  improvement: 'this is an improvement, not chance',
  concern: 'this is a change for the worse, not chance',
  neutral: 'this is a change, not chance',
} as const

function tooFew({ current }: Reading, indicator: Readable): string {
  const count = `${current.points.length} of ${choices.leastPoints}`
  const since = current.rebase === null ? '' : ` since it was rebased in ${nameOf({ on: current.rebase.startsOn }, indicator)}`
  if (current.runChart?.isChange && current.runChart.useful >= leastUseful)
    return `The figures keep to one side of their median longer than chance would keep them, but there are not enough yet${since} for limits: ${count}.`
  return `There are not enough figures yet${since} to tell chance from change: ${count}.`
}

/** With fewer, chance alone keeps a run to one side. */
const leastUseful = 10

function unchanged({ current, latest }: Reading, indicator: Readable): string {
  const at = nameOf(latest, indicator)
  if (latest.value === null || current.limits === null) return ''
  if (isFlat(current)) return `Nothing has changed: it has stayed at ${figure(decimalOf(latest.value), indicator)}.`
  return `Nothing has changed: ${figure(decimalOf(latest.value), { ...indicator, unit: '' })} in ${at} lies within what chance alone does, ${span(current, indicator)}.`
}

function changed({ current, latest }: Reading, indicator: Readable, side: Side, outcome: string): string {
  const { points } = current
  const signal = mostTelling.flatMap(rule => latest.signals.filter(each => each.rule === rule && each.side === side))[0]
  const many = (count: number) => `${numbers[count] ?? count} ${indicator.frequency === 'month' ? 'months' : 'quarters'}`
  return `${said(signal)}: ${outcome}.`

  function said(found: Signal | undefined): string {
    if (found?.rule === 'shift')
      return `The last ${many(running(points, sameSide))} are all ${side === 'high' ? 'above' : 'below'} the average`
    if (found?.rule === 'trend')
      return `The last ${many(running(points, sameStep))} ${side === 'high' ? 'rose' : 'fell'} one after the other`
    if (found?.rule === 'two-of-three')
      return `Two of the last three ${indicator.frequency === 'month' ? 'months' : 'quarters'} lie near the ${side === 'high' ? 'upper' : 'lower'} limit of what chance does`
    return `${nameOf(latest, indicator)} lies ${side === 'high' ? 'above' : 'below'} what chance alone does, ${span(current, indicator)}`
  }
}

/** What has gone on for long says more than one figure that stands out. */
const mostTelling: readonly Rule[] = ['trend', 'shift', 'outside', 'two-of-three']

type IsSame = (before: Controlled, point: Controlled, next: Controlled | undefined) => boolean

/** How many there are that run on to the latest. */
function running(points: readonly Controlled[], isSame: IsSame): number {
  let count = 1
  for (let at = points.length - 1; at > 0; at -= 1) {
    const [before, point] = [points[at - 1], points[at]]
    if (before === undefined || point === undefined || !isSame(before, point, points[at + 1])) break
    count += 1
  }
  return count
}

const sameSide: IsSame = (before, point) => before.relativeToMean === point.relativeToMean
const sameStep: IsSame = (before, point, next) => {
  const step = stepOf(before, point)
  return step !== 0 && (next === undefined || step === stepOf(point, next))
}
const stepOf = ({ value: before }: Controlled, { value }: Controlled): number =>
  before === null || value === null ? 0 : Math.sign(value - before)

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/**
 * What the limits say of a target, beside the judgement and whatever that says. When the figures are just leaving their limits, these say less of what
 * is to come, and so does the sentence.
 */
export function assurance(
  { current, latest }: Reading,
  target: Decimal | null,
  indicator: Readable,
): { readonly name: Assurance; readonly sentence: string } | null {
  const name = current.isCharted ? assuranceOf(current.whole, target, indicator.polarity, choices) : null
  if (name === null || target === null) return null
  const outcome = outcomeWords[name](plainFigure(target, indicator))
  const sentence =
    latest.variation.kind === 'common-cause'
      ? `As things are, ${outcome}.`
      : `By these limits ${outcome}, but the figures are moving away from them.`
  return { name, sentence }
}

const outcomeWords: Readonly<Record<Assurance, (target: string) => string>> = {
  passes: target => `the target of ${target} will be met whatever chance does`,
  fails: target => `the target of ${target} will be missed whatever chance does`,
  'hit-or-miss': target => `chance decides whether the target of ${target} is met`,
}

const span = ({ limits }: ReadStretch, indicator: Readable): string =>
  limits === null ? '' : rangeFigure(rounded(limits.low, indicator.decimals), rounded(limits.high, indicator.decimals), indicator)

export const nameOf = (point: Pick<Controlled, 'on'> | undefined, { frequency }: Readable): string =>
  point === undefined || frequency === null
    ? ''
    : periodLabel(periodContaining(point.on, frequency) ?? { startsOn: point.on, endsOn: point.on }, frequency)
