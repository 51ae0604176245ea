/** Why a judgement is what it is, or why there is none: the arithmetic in a sentence, for a member of the board who asks. */
import { dayLabel } from '../../kernel/day.ts'
import { absolute, compare, type Decimal, decimal, isZero, minus, times, zero } from '../../kernel/decimal.ts'
import { periodLabel } from '../../kernel/period.ts'
import { gap, plainFigure, rangeFigure } from '../indicator/figure.ts'
import { fourJudgements, shown } from '../scheme/scheme.ts'
import { type Assessment, allowance, bandOf, type Judged, type Unjudged, type Zones, zonesOf } from './judgement.ts'

export type Working = {
  readonly sentence: string
  /** What else to know: what was rounded, whose target it is, whether the figure may still change. */
  readonly notes: readonly string[]
  /** How far the value lies from the target, or from the nearer bound of a range; 0 inside it. */
  readonly difference: Decimal
  /** The tolerance in the indicator's own unit. */
  readonly allowed: Decimal
  readonly zones: Zones
}

/** All of it in one paragraph. */
export function why(assessment: Assessment): string {
  if (assessment.kind === 'unjudged') return whyNot(assessment)
  const { sentence, notes } = workingOf(assessment)
  return [sentence, ...notes].join(' ')
}

export function workingOf(judged: Judged): Working {
  const { actual, aim, polarity, tolerance } = judged
  const isInside = compare(aim.low, actual) <= 0 && compare(actual, aim.high) <= 0
  const nearest = compare(actual, aim.low) < 0 ? aim.low : aim.high
  const difference = isInside ? zero : absolute(minus(actual, nearest))
  const allowed = allowance(nearest, tolerance)
  const sentence = sentenceOf(judged, difference, allowed, compare(actual, nearest) < 0 ? 'below' : 'above')
  return { sentence, notes: notesOn(judged), difference, allowed, zones: zonesOf(aim, polarity, tolerance) }
}

function sentenceOf(judged: Judged, difference: Decimal, allowed: Decimal, side: 'below' | 'above'): string {
  const { actual, aim, polarity, tolerance, floor, indicator } = judged
  const target =
    polarity === 'range'
      ? `the target range of ${rangeFigure(aim.low, aim.high, indicator)}`
      : `the target of ${plainFigure(aim.high, indicator)}`
  const start = `${polarity === 'lower' ? 'Lower is better: ' : ''}${plainFigure(actual, indicator)} is`
  const reached = bandOf(actual, aim, polarity, tolerance)
  const end = `so it is ${called(judged)}.`
  if (isZero(difference)) return `${start} ${polarity === 'range' ? `within ${target}` : 'exactly the target'}, ${end}`

  const apart = `${start} ${gap(difference, indicator)} ${side} ${target}`
  if (floor !== null) {
    const standard = `the floor standard of ${plainFigure(floor, indicator)}`
    if (reached === 'exceeding' || reached === 'on-target') return `${apart}, which is better, ${end}`
    return `${apart}, ${reached === 'off-target' ? 'worse than' : 'no worse than'} ${standard}, ${end}`
  }
  if (isZero(allowed)) return `${apart} and there is no tolerance, ${end}`
  const beyond = { exceeding: 'better by more', 'on-target': 'better by no more', 'within-tolerance': 'no more', 'off-target': 'more' }[
    reached
  ]
  return `${apart}, ${beyond} than the tolerance of ${toleranceIn(judged, allowed)}, ${end}`
}

/** Of the four judgements in their own words a sentence can be made; what somebody else has named is told as a name. */
function called({ computed, scheme }: Judged): string {
  const word = scheme.words[computed]
  if (scheme.name !== 'four' || word !== fourJudgements.words[computed]) return `judged “${word}”`
  return computed === 'exceeding' ? 'exceeding the target' : word
}

function toleranceIn({ polarity, tolerance, indicator }: Judged, allowed: Decimal): string {
  const amount = gap(allowed, indicator)
  if (tolerance.kind === 'absolute') return amount
  return `${percentage(tolerance.amount)} of the ${polarity === 'range' ? 'nearer bound' : 'target'} (${amount})`
}

const percentage = (fraction: Decimal): string =>
  plainFigure(times(fraction, decimal('100')), { valueType: 'percentage', ratePer: null, unit: '', decimals: 0 })

function notesOn({ actual, aim, period, return: held, target, polarity, scheme, floor, override, indicator }: Judged): string[] {
  const notes: string[] = []
  if (held.value !== null && compare(held.value, actual) !== 0) {
    notes.push(`The figure returned was ${plainFigure(held.value, indicator)}; it is compared ${places(indicator.decimals)}.`)
  }
  if (target.value !== null && compare(target.value, aim.high) !== 0) {
    notes.push(`The target set was ${plainFigure(target.value, indicator)}; it is compared ${places(indicator.decimals)}.`)
  }
  if (target.kind === 'interim') notes.push('The target is an interim one.')
  if (target.startsOn !== period.startsOn || target.endsOn !== period.endsOn) {
    notes.push(`The target is that of the year, ${periodLabel(target, null)}.`)
  }
  if (scheme.name === 'floor-standard' && floor === null && polarity !== 'range')
    notes.push('No floor standard is set for this period: the tolerance stands in for it.')
  if (override !== null)
    notes.push(
      `${override.madeByName} has set it to “${scheme.words[shown(scheme, override.band)]}” until ${dayLabel(override.until)}: ${asSentence(override.reason)}`,
    )
  if (held.status !== 'final') notes.push(`The figure is ${held.status} and may still change.`)
  return notes
}

const places = (decimals: number): string =>
  decimals === 0 ? 'as a whole number' : `at ${decimals} decimal ${decimals === 1 ? 'place' : 'places'}`

function whyNot({ state, period, expectedOn, owedBy, target, tolerance, indicator }: Unjudged): string {
  const when = period === null ? 'any period' : periodLabel(period, indicator.frequency)
  const by = expectedOn === null ? null : dayLabel(expectedOn)
  switch (state) {
    case 'closed':
      return `Closed on ${indicator.closedOn === null ? 'a day not recorded' : dayLabel(indicator.closedOn)}: ${asSentence(indicator.closedReason)}`
    case 'contextual':
      return 'Shown for context: neither higher nor lower counts as better, so it is not judged.'
    case 'deferred':
      return `Not judged for now: ${asSentence(indicator.deferredReason)}${review(indicator)}`
    case 'no-target':
      return indicator.measurement === 'cumulative'
        ? `There is no target for ${when}. Figures that add up over the year are held to the year’s target only when the year is over.`
        : `There is no target for ${when}.`
    case 'needs-absolute-tolerance':
      return `The target for ${when} ${target?.value === null ? 'has a bound of 0' : 'is 0'}, and ${percentage(tolerance.amount)} of 0 is nothing. Give the indicator an absolute tolerance, in its own unit, and it can be judged.`
    case 'suppressed':
      return `The figure for ${when} is withheld, because the numbers behind it are small.`
    case 'not-applicable':
      return `The source says that a figure for ${when} does not apply.`
    case 'not-due':
      return `No figure is due yet for ${when}${period === null ? '' : `, which ends on ${dayLabel(period.endsOn)}`}.`
    case 'not-yet-published':
      return by === null
        ? `The figure for ${when} is not published yet.`
        : `The figure for ${when} is not published yet. It is expected by ${by}.`
    case 'overdue':
      return `The figure for ${when} was expected by ${by} and has not come. ${owedBy === null ? 'No organisation is named as its lead.' : `It is for ${owedBy} to return.`}`
  }
}

/** What somebody typed, with one full stop. */
const asSentence = (reason: string | null): string => `${(reason ?? '').trim().replace(/[.\s]+$/, '')}.`

const review = ({ deferredOwner, deferredReviewOn }: Unjudged['indicator']): string =>
  deferredOwner === null || deferredReviewOn === null ? '' : ` ${deferredOwner} will look at it again on ${dayLabel(deferredReviewOn)}.`
