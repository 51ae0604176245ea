/**
 * An exception is an indicator that needs somebody's attention, with the reasons in sentences: it is off target, worse than it was, will miss its target
 * if it goes on so, or its figure is late. What counts depends on who reads: a board wants what is off course, an executive what is worsening or late as
 * well, those who work with the figures also what keeps them from being judged, and where in the area it is off target (the Audit Commission's three layers).
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Assessment } from '../judgement/judgement.ts'
import { why, workingOf } from '../judgement/working.ts'
import { progressWords } from '../progress/words.ts'
import { courseUpTo, progressIn } from '../standing/course.ts'
import type { Glance } from '../standing/glance.ts'
import { byChance, type Chosen, controlOf, type Standing } from '../standing/standing.ts'
import { travel, travelWords } from '../travel/travel.ts'

export const layers = ['strategic', 'executive', 'operational'] as const
export type Layer = (typeof layers)[number]

/** The gravest first. */
export const reasonKinds = ['off-target', 'concern', 'predicted', 'late', 'worsening', 'elsewhere', 'review', 'not-judged'] as const
export type ReasonKind = (typeof reasonKinds)[number]
export type Reason = { readonly kind: ReasonKind; readonly sentence: string }

const readBy: Readonly<Record<Layer, readonly ReasonKind[]>> = {
  strategic: ['off-target', 'concern', 'predicted'],
  executive: ['off-target', 'concern', 'predicted', 'late', 'worsening'],
  operational: reasonKinds,
}

/** How much each adds to how bad it is; no number of small ones outweighs being off target. */
const weights: Readonly<Record<ReasonKind, number>> = {
  'off-target': 40,
  concern: 12,
  predicted: 10,
  late: 8,
  worsening: 5,
  elsewhere: 3,
  review: 2,
  'not-judged': 1,
}

export type Subject = {
  readonly standing: Standing
  readonly assessment: Assessment
  readonly glance: Pick<Glance, 'freshness' | 'change'>
  /** Names of further areas in which it is off target. */
  readonly elsewhere: readonly string[]
}

/** Why an indicator needs attention of a layer, the gravest reason first; none if it does not. */
export function reasonsFor(subject: Subject, layer: Layer, chosen: Chosen, today: Day): Reason[] {
  const found = [
    offTarget(subject, chosen, today),
    concern(subject),
    predicted(subject, chosen, today),
    late(subject),
    worsening(subject, chosen),
    elsewhere(subject),
    review(subject, today),
    notJudged(subject),
  ].filter(reason => reason !== null)
  return found.filter(({ kind }) => readBy[layer].includes(kind))
}

export const gravity = (reasons: readonly Reason[]): number => reasons.reduce((sum, { kind }) => sum + weights[kind], 0)

type Found = Reason | null
const because = (kind: ReasonKind, sentence: string): Reason => ({ kind, sentence })

/** With what it was before, when that was better. */
function offTarget({ standing, assessment }: Subject, chosen: Chosen, today: Day): Found {
  if (assessment.kind !== 'judged' || assessment.band !== 'off-target') return null
  const before = courseUpTo(standing, chosen, today).findLast(stage => stage.return.endsOn < assessment.period.endsOn)
  const { override, scheme } = assessment
  const said = override === null ? workingOf(assessment).sentence : why(assessment)
  if (before?.assessment.kind !== 'judged' || before.assessment.band === 'off-target') return because('off-target', said)
  const was = scheme.words[before.assessment.band]
  return because('off-target', `${said} In ${periodLabel(before.return, standing.indicator.frequency)} it was ${was}.`)
}

/** Process control tells it from chance. */
const concern = ({ glance: { change } }: Subject): Found => (change?.name === 'concern' ? because('concern', change.sentence) : null)

function predicted({ standing, assessment }: Subject, chosen: Chosen, today: Day): Found {
  if (chosen !== null || assessment.kind !== 'judged' || assessment.band === 'off-target') return null
  const progress = progressIn(standing, assessment, today)
  const forecast = progressWords(progress, standing.indicator)?.forecast
  return progress.forecast?.judged?.band === 'off-target' && forecast ? because('predicted', forecast.sentence) : null
}

function late({ assessment, glance: { freshness } }: Subject): Found {
  if (assessment.kind === 'unjudged' && assessment.state === 'overdue') return because('late', why(assessment))
  if (!freshness?.isOverdue || freshness.next === null || assessment.return === null) return null
  const period = periodLabel(assessment.return, assessment.indicator.frequency)
  return because('late', `Its last figure is that of ${period}: ${freshness.next}.`)
}

/** Against the same period last year; what process control says already is not said twice. */
function worsening({ standing, assessment, glance }: Subject, chosen: Chosen): Found {
  if (assessment.return?.value == null || glance.change?.name === 'concern') return null
  const travelled = { ...standing, return: assessment.return, byChance: byChance(controlOf(standing, chosen), assessment.return) }
  const long = travel(travelled, 'long')
  if (long.kind !== 'comparable' || long.direction !== 'worsening' || long.byChance || long.margin?.isWithin) return null
  return because('worsening', `${travelWords(long, standing.indicator)}.`)
}

function elsewhere({ elsewhere: names, assessment }: Subject): Found {
  if (names.length === 0) return null
  const where = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ')
  const also = assessment.kind === 'judged' && assessment.band === 'off-target' ? ' too' : ''
  return because('elsewhere', `It is off target in ${where}${also}.`)
}

function review({ standing: { indicator } }: Subject, today: Day): Found {
  const { deferredReviewOn, deferredOwner } = indicator
  if (deferredReviewOn === null || deferredReviewOn >= today) return null
  return because('review', `It is deferred, and ${deferredOwner ?? 'somebody'} was to look at it again on ${dayLabel(deferredReviewOn)}.`)
}

/** What somebody could mend. */
function notJudged({ assessment }: Subject): Found {
  if (assessment.kind === 'judged') return null
  const canBeMended = assessment.state === 'no-target' || assessment.state === 'needs-absolute-tolerance'
  return canBeMended ? because('not-judged', why(assessment)) : null
}
