/**
 * The year as the partnership goes through it: plan, do, review, revise. Who does what when, of every group, from what the modules know: nobody keeps a calendar for it.
 */
import { addDays, addMonths, type Day, dayLabel, monthName, monthOf, yearOf } from '../../kernel/day.ts'
import { financialYear, financialYearOf, type Period } from '../../kernel/period.ts'

export const stages = ['plan', 'do', 'review', 'revise'] as const
export type Stage = (typeof stages)[number]
export const stageNames: Readonly<Record<Stage, string>> = { plan: 'Plan', do: 'Do', review: 'Review', revise: 'Revise' }

export type CycleState = 'done' | 'to-come' | 'late'
export const stateNames: Readonly<Record<CycleState, string>> = { done: 'Done', 'to-come': 'To come', late: 'Late' }

export type CycleEvent = {
  readonly day: Day
  readonly stage: Stage
  /** Null: of the partnership as a whole. */
  readonly groupId: number | null
  readonly text: string
  /** '' for none. */
  readonly href: string
  readonly state: CycleState
}

export type PlanOfYear = {
  readonly id: number
  readonly groupId: number
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly progressEvery: 'month' | 'quarter'
  readonly isInForce: boolean
}
export type Owed = {
  readonly groupId: number
  readonly dueOn: Day
  readonly secondDueOn: Day | null
  readonly planId: number | null
  readonly isSubmitted: boolean
}
export type StepOfYear = {
  readonly planId: number
  readonly groupId: number
  readonly kind: 'submitted' | 'signed-off' | 'revising'
  readonly onDay: Day
  readonly title: string
}
export type MeetingOfYear = { readonly id: number; readonly groupId: number; readonly onDay: Day; readonly isHeld: boolean }
export type ReviewOfYear = {
  readonly id: number
  readonly groupId: number
  readonly name: string
  readonly dueOn: Day
  readonly heldOn: Day | null
}
/** Of one plan on one day. */
export type MilestonesOfYear = {
  readonly planId: number
  readonly groupId: number
  readonly month: Day
  readonly count: number
  readonly met: number
  readonly late: number
}
export type TargetsOfYear = { readonly endsOn: Day; readonly count: number }

export type YearFacts = {
  readonly plans: readonly PlanOfYear[]
  readonly owed: readonly Owed[]
  readonly steps: readonly StepOfYear[]
  readonly meetings: readonly MeetingOfYear[]
  readonly reviews: readonly ReviewOfYear[]
  readonly milestones: readonly MilestonesOfYear[]
  readonly targets: readonly TargetsOfYear[]
  /** The last days of the periods that are closed. */
  readonly closed: readonly Period[]
}

export const yearOfCycle = (asked: number | null, today: Day): Period => financialYear(asked ?? financialYearOf(today))

/** The first day of each of its months. */
export const monthsOf = ({ startsOn }: Period): Day[] => Array.from({ length: 12 }, (_, at) => addMonths(startsOn, at))
export const monthLabel = (first: Day): string => `${monthName(monthOf(first))} ${yearOf(first)}`
export const monthAt = (year: Period, on: Day): number => (yearOf(on) - yearOf(year.startsOn)) * 12 + monthOf(on) - monthOf(year.startsOn)

/** In order of their days. */
export function eventsIn(facts: YearFacts, year: Period, today: Day): CycleEvent[] {
  const ahead = (day: Day, isDone: boolean): CycleState => (isDone ? 'done' : day < today ? 'late' : 'to-come')
  const past = (day: Day): CycleState => (day <= today ? 'done' : 'to-come')
  const events: CycleEvent[] = [
    ...facts.owed.map(({ groupId, dueOn, planId, isSubmitted }) => ({
      day: dueOn,
      stage: 'plan' as const,
      groupId,
      text: 'Its plan is due',
      href: planId === null ? 'plans' : `plans/${planId}`,
      state: ahead(dueOn, isSubmitted),
    })),
    ...facts.steps.map(({ planId, groupId, kind, onDay, title }) => ({
      day: onDay,
      stage: kind === 'revising' ? ('revise' as const) : ('plan' as const),
      groupId,
      text: `${title} is ${kind === 'revising' ? 'opened for a revision' : kind === 'submitted' ? 'submitted' : 'signed off'}`,
      href: `plans/${planId}`,
      state: 'done' as const,
    })),
    ...facts.plans.flatMap(plan => (plan.isInForce ? progressOf(plan, past) : [])),
    ...facts.milestones.map(({ planId, groupId, month, count, met, late }) => ({
      day: month,
      stage: 'do' as const,
      groupId,
      text: `${count === 1 ? '1 milestone is' : `${count} milestones are`} to be met by the end of the month: ${met} met, ${late} late`,
      href: `plans/${planId}`,
      state: met === count ? ('done' as const) : late > 0 ? ('late' as const) : ('to-come' as const),
    })),
    ...facts.meetings.map(({ id, groupId, onDay, isHeld }) => ({
      day: onDay,
      stage: 'review' as const,
      groupId,
      text: 'It meets',
      href: `meetings/${id}`,
      state: isHeld ? ('done' as const) : past(onDay),
    })),
    ...facts.reviews.map(({ id, groupId, name, dueOn, heldOn }) => ({
      day: heldOn ?? dueOn,
      stage: 'review' as const,
      groupId,
      text: heldOn === null ? `It reviews ${name}` : `It reviewed ${name}`,
      href: `reviews/${id}`,
      state: ahead(dueOn, heldOn !== null),
    })),
    ...quarterEnds(year).map(day => {
      const isClosed = facts.closed.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
      return {
        day,
        stage: 'review' as const,
        groupId: null,
        text: isClosed ? 'A quarter ends; its figures are closed' : 'A quarter ends; its figures are reported and closed',
        href: 'closings',
        state: isClosed ? ('done' as const) : ('to-come' as const),
      }
    }),
    ...facts.targets.map(({ endsOn, count }) => ({
      day: endsOn,
      stage: 'revise' as const,
      groupId: null,
      text: `${count === 1 ? '1 target is' : `${count} targets are`} to be reached; the next are set`,
      href: 'scorecard',
      state: past(endsOn),
    })),
  ]
  return events
    .filter(({ day }) => year.startsOn <= day && day <= year.endsOn)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : stages.indexOf(a.stage) - stages.indexOf(b.stage)))
}

/** At the end of each of its months or quarters. */
function progressOf({ id, groupId, title, startsOn, endsOn, progressEvery }: PlanOfYear, past: (day: Day) => CycleState): CycleEvent[] {
  const step = progressEvery === 'month' ? 1 : 3
  const events: CycleEvent[] = []
  for (let months = step; months <= 36; months += step) {
    const day = lastDayBefore(addMonths(startsOn, months))
    if (day > endsOn) break
    events.push({ day, stage: 'do', groupId, text: `Progress of ${title} is told`, href: `plans/${id}/progress`, state: past(day) })
  }
  return events
}

const quarterEnds = ({ startsOn }: Period): Day[] => [3, 6, 9, 12].map(months => lastDayBefore(addMonths(startsOn, months)))
const lastDayBefore = (first: Day): Day => addDays(first, -1)

/** What stands in one month of one group's lane, of one stage. */
export type Mark = {
  readonly month: number
  readonly stage: Stage
  readonly count: number
  readonly state: CycleState
  readonly words: string
}
export type Lane = { readonly groupId: number | null; readonly marks: readonly Mark[] }

/** One lane for each that has something to do: the partnership as a whole first, then groups in the order given. What is late in a month marks it late. */
export function lanesIn(events: readonly CycleEvent[], year: Period, groupIds: readonly number[]): Lane[] {
  return [null, ...groupIds].flatMap(groupId => {
    const own = events.filter(each => each.groupId === groupId)
    if (own.length === 0) return []
    const marks = [...Map.groupBy(own, ({ day, stage }) => `${monthAt(year, day)} ${stage}`).values()].flatMap(those => {
      const [first] = those
      if (first === undefined) return []
      const state = those.some(each => each.state === 'late') ? 'late' : those.every(each => each.state === 'done') ? 'done' : 'to-come'
      const words = those.map(({ day, text, state }) => `${dayLabel(day)}: ${text}${state === 'late' ? ' (late)' : ''}`).join('; ')
      return [{ month: monthAt(year, first.day), stage: first.stage, count: those.length, state: state as CycleState, words }]
    })
    return [{ groupId, marks }]
  })
}
