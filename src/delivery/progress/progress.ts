/**
 * What is said of a planned action for a period of its plan: how it goes, why where that is not good, and what comes next. It is asked for before the papers of
 * the meeting that will see it are due. One that has not come is missing and is called so: what was said last is shown as what it was and when, and never as
 * how things are.
 */

import type { ActionId } from '../../actions/index.ts'
import { addDays, addMonths, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { following, type Period, periodContaining, periodLabel } from '../../kernel/period.ts'
import type { ReasonCode } from '../../performance/index.ts'
import type { Plan, PlanId, PlannedActionId } from '../plan/plan.ts'

export const ratings = ['complete', 'on-track', 'at-risk', 'off-track', 'not-started'] as const
export type Rating = (typeof ratings)[number]
export const ratingNames: Readonly<Record<Rating, string>> = {
  complete: 'Complete',
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  'not-started': 'Not started',
}

export type Progress = Period & {
  readonly plannedActionId: PlannedActionId
  readonly rating: Rating
  /** Why, where it is not good. */
  readonly reasonCode: ReasonCode | ''
  readonly text: string
  readonly nextStep: string
  /** When it is expected to end. */
  readonly forecastOn: Day | null
  /** Somebody said that nothing has changed, and what was said before stands again. */
  readonly isUnchanged: boolean
  readonly by: string
  readonly onDay: Day
}
export type Update = Omit<Progress, 'by' | 'onDay'>

type Rhythm = Pick<Plan, 'startsOn' | 'endsOn' | 'progressEvery'>

/** The months or quarters of the plan's year, the first and the last cut to it. */
export function periodsOfPlan({ startsOn, endsOn, progressEvery }: Rhythm): Period[] {
  const periods: Period[] = []
  for (let period = periodContaining(startsOn, progressEvery); period !== null && period.startsOn <= endsOn; ) {
    periods.push({
      startsOn: period.startsOn < startsOn ? startsOn : period.startsOn,
      endsOn: period.endsOn > endsOn ? endsOn : period.endsOn,
    })
    period = following(period, progressEvery)
  }
  return periods
}

export const periodName = (period: Period, { progressEvery }: Pick<Plan, 'progressEvery'>): string => periodLabel(period, progressEvery)

/** Those that have begun: of these somebody may say something. */
export const begunPeriods = (plan: Rhythm, today: Day): Period[] => periodsOfPlan(plan).filter(({ startsOn }) => startsOn <= today)

/** The latest that is over, its last day not included; null while none is. */
export const askedPeriod = (plan: Rhythm, today: Day): Period | null => periodsOfPlan(plan).findLast(({ endsOn }) => endsOn < today) ?? null

export type Due = { readonly dueOn: Day; readonly meetingDay: Day | null }
type PaperDay = { readonly onDay: Day; readonly papersDueOn: Day }

/** With the papers of the first meeting whose papers are due after the period, and before the next one is over; where there is none, a week after its end. */
export function dueOf({ endsOn }: Period, { progressEvery }: Pick<Plan, 'progressEvery'>, meetings: readonly PaperDay[]): Due {
  const until = addMonths(endsOn, progressEvery === 'month' ? 1 : 3)
  const [sees] = meetings
    .filter(({ papersDueOn }) => papersDueOn > endsOn && papersDueOn <= until)
    .toSorted((a, b) => (a.papersDueOn < b.papersDueOn ? -1 : 1))
  return sees === undefined
    ? { dueOn: addDays(endsOn, daysWithoutMeeting), meetingDay: null }
    : { dueOn: sees.papersDueOn, meetingDay: sees.onDay }
}
const daysWithoutMeeting = 7

/** When it is asked for, reminded of, and told to the chair as missing. */
export function askingDays({ endsOn }: Period, { dueOn }: Due): { readonly askOn: Day; readonly remindOn: Day; readonly tellOn: Day } {
  const [dayAfter, early] = [addDays(endsOn, 1), addDays(dueOn, -daysToAsk)]
  return { askOn: early < dayAfter ? dayAfter : early, remindOn: addDays(dueOn, -daysToRemind), tellOn: addDays(dueOn, 1) }
}
const daysToAsk = 7
const daysToRemind = 2

/** An action as it was planned, with its steps. What it is and whose stands in the register. */
export type Planned = {
  readonly id: PlannedActionId
  readonly planId: PlanId
  readonly actionId: ActionId
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly milestones: readonly Milestone[]
}
export type Milestone = {
  readonly id: number
  readonly text: string
  readonly plannedOn: Day | null
  readonly forecastOn: Day | null
  readonly metOn: Day | null
}

/** What of an action matters to whether something is to be said of it. */
export type Followed = {
  readonly startsOn: Day | null
  /** The day on which the register closed it. */
  readonly endedOn: Day | null
}

export type Standing =
  | { readonly kind: 'given'; readonly progress: Progress; readonly daysLate: number }
  | { readonly kind: 'awaited'; readonly dueOn: Day }
  | { readonly kind: 'missing'; readonly dueOn: Day; readonly daysLate: number }
  /** Nothing is asked for, and why; `mayBeSaid` where somebody may say something all the same. */
  | { readonly kind: 'none'; readonly because: string; readonly mayBeSaid: boolean }

export type Asked = {
  readonly period: Period
  readonly due: Due
  /** The first day on which its plan was signed off; null for one that is not. */
  readonly inForceFrom: Day | null
  readonly today: Day
}

/** `said` is what was said of this action, the latest of each period. */
export function standingOf(action: Followed, said: readonly Progress[], { period, due, inForceFrom, today }: Asked): Standing {
  const given = said.find(({ startsOn }) => startsOn === period.startsOn)
  if (given) return { kind: 'given', progress: given, daysLate: Math.max(0, daysBetween(due.dueOn, given.onDay)) }
  if (said.some(({ startsOn, rating }) => startsOn < period.startsOn && rating === 'complete')) return none('complete before')
  if (action.endedOn !== null && action.endedOn <= period.endsOn) return none(`ended on ${dayLabel(action.endedOn)}`)
  if (inForceFrom === null) return none('the plan is not signed off')
  if (inForceFrom > period.endsOn) return none('before the plan was signed off', true)
  if (action.startsOn !== null && action.startsOn > period.endsOn) return none(`starts on ${dayLabel(action.startsOn)}`, true)
  if (today <= period.endsOn) return none('the period is not over', true)
  return today <= due.dueOn
    ? { kind: 'awaited', dueOn: due.dueOn }
    : { kind: 'missing', dueOn: due.dueOn, daysLate: daysBetween(due.dueOn, today) }
}
const none = (because: string, mayBeSaid = false): Standing => ({ kind: 'none', because, mayBeSaid })

/** No update for Q2 2026-27, due 14 October 2026, 12 days late. */
export function standingWords(standing: Standing, period: string): string {
  switch (standing.kind) {
    case 'given':
      return `${ratingNames[standing.progress.rating]}${standing.daysLate === 0 ? '' : `, said ${daysWords(standing.daysLate)} late`}`
    case 'awaited':
      return `No update for ${period} yet, due ${dayLabel(standing.dueOn)}`
    case 'missing':
      return `No update for ${period}, due ${dayLabel(standing.dueOn)}, ${daysWords(standing.daysLate)} late`
    case 'none':
      return `Nothing is asked for ${period}: ${standing.because}`
  }
}
export const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** What was said last before a period: what it was and when, not how it is. */
export const lastBefore = (said: readonly Progress[], period: Period): Progress | null =>
  said.filter(({ startsOn }) => startsOn < period.startsOn).toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1))[0] ?? null

/** The same again for another period: whoever says it looks at it once more. */
export const unchanged = (last: Progress, { startsOn, endsOn }: Period): Update => ({
  plannedActionId: last.plannedActionId,
  startsOn,
  endsOn,
  rating: last.rating,
  reasonCode: last.reasonCode,
  text: last.text,
  nextStep: last.nextStep,
  forecastOn: last.forecastOn,
  isUnchanged: true,
})

/** A rating that is not good says why: one that is at risk or off track, and one that should have begun and has not. */
export const asksReason = (rating: Rating, { startsOn }: Pick<Followed, 'startsOn'>, { endsOn }: Period): boolean =>
  rating === 'at-risk' || rating === 'off-track' || (rating === 'not-started' && startsOn !== null && startsOn <= endsOn)

/** Expected 31 January 2027, 31 days later than planned (31 December 2026). Null where it is on time, or nobody can tell. */
export function slipWords(
  forecastOn: Day | null,
  { planned, agreed }: { readonly planned: Day | null; readonly agreed: Day | null },
): string | null {
  if (forecastOn === null) return null
  const later = [
    ...(planned !== null && forecastOn > planned
      ? [`${daysWords(daysBetween(planned, forecastOn))} later than planned (${dayLabel(planned)})`]
      : []),
    ...(agreed !== null && agreed !== planned && forecastOn > agreed
      ? [`${daysWords(daysBetween(agreed, forecastOn))} later than agreed (${dayLabel(agreed)})`]
      : []),
  ]
  return later.length === 0 ? null : `Expected ${dayLabel(forecastOn)}, ${later.join(' and ')}`
}

export const isSayable = (standing: Standing): boolean => standing.kind !== 'none' || standing.mayBeSaid

export type Tally = { readonly given: number; readonly awaited: number; readonly missing: number; readonly asked: number }
/** Of those of which something is to be said. */
export function tallyOf(standings: readonly Standing[]): Tally {
  const count = (kind: Standing['kind']) => standings.filter(standing => standing.kind === kind).length
  const [given, awaited, missing] = [count('given'), count('awaited'), count('missing')]
  return { given, awaited, missing, asked: given + awaited + missing }
}
export const tallyWords = ({ given, asked, missing }: Tally): string =>
  asked === 0 ? 'Nothing is asked for' : `Updated ${given} of ${asked}${missing === 0 ? '' : `, ${missing} missing`}`
