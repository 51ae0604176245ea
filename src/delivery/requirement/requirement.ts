/**
 * A requirement says that a group owes a delivery plan for a year, by a day, with a second day for those who miss the first. The checklist holds what is owed
 * beside what there is: a line for each group and year, what has become of it, and how late it is today.
 */
import { type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type PlanId, type PlanState, planYear } from '../plan/plan.ts'

export type RequirementId = Id<'requirement'>

export type Requirement = {
  readonly id: RequirementId
  readonly groupId: GroupId
  readonly group: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly dueOn: Day
  /** For those who miss the first. */
  readonly secondDueOn: Day | null
}

/** Whoever can owe one. */
export type GroupChoice = { readonly id: GroupId; readonly name: string; readonly shortName: string }

/** What a group owes for a year, what it has, or both. */
export type Line = Pick<Requirement, 'groupId' | 'group' | 'startsOn' | 'endsOn'> & {
  /** To which the group reports: its chair may sign off. */
  readonly parentGroupId: GroupId | null
  readonly requirement: (Pick<Requirement, 'id' | 'dueOn' | 'secondDueOn'> & { readonly chasedOn: Day | null }) | null
  readonly plan: {
    readonly id: PlanId
    readonly title: string
    readonly state: PlanState
    /** When it was last submitted, and what was said when it was last returned. */
    readonly submittedOn: Day | null
    readonly returnedBecause: string
    /** It, or a revision of it, lies with those who sign off. */
    readonly isWaiting: boolean
  } | null
}

export const lineStates = ['none', 'draft', 'submitted', 'returned', 'signed-off'] as const
export type LineState = (typeof lineStates)[number]
export const lineStateNames: Readonly<Record<LineState, string>> = {
  none: 'No plan',
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  'signed-off': 'Signed off',
}

/** One that is being revised was signed off, and counts as that. */
export function lineStateOf({ plan }: Pick<Line, 'plan'>): LineState {
  if (plan === null) return 'none'
  return plan.state === 'revising' ? 'signed-off' : plan.state
}

export type Lateness = {
  /** So many days after the day by which it was asked for. */
  readonly days: number
  /** So many days after the second one; 0 until then, and where there is none. */
  readonly daysAfterSecond: number
}

/** Null where nothing is late: it is not due yet, nobody asked for it, or it lies with those who sign it off. */
export function latenessOf(line: Pick<Line, 'requirement' | 'plan'>, today: Day): Lateness | null {
  const { requirement } = line
  const waitsForOthers = ['submitted', 'signed-off'].includes(lineStateOf(line))
  if (requirement === null || waitsForOthers || today <= requirement.dueOn) return null
  const { dueOn, secondDueOn } = requirement
  return {
    days: daysBetween(dueOn, today),
    daysAfterSecond: secondDueOn !== null && today > secondDueOn ? daysBetween(secondDueOn, today) : 0,
  }
}

/** 15 days late; 15 days late, 8 days to the second date; 30 days late, 6 days after the second date. */
export function latenessWords(line: Pick<Line, 'requirement' | 'plan'>, today: Day): string {
  const late = latenessOf(line, today)
  if (late === null) return ''
  const second = line.requirement?.secondDueOn ?? null
  const words = `${daysWords(late.days)} late`
  if (second === null) return words
  if (late.daysAfterSecond > 0) return `${words}, ${daysWords(late.daysAfterSecond)} after the second date`
  return second === today
    ? `${words}, and today is the second date`
    : `${words}, ${daysWords(daysBetween(today, second))} to the second date`
}

/** What became of it, with how late it came: submitted on 24 June 2009, 2 days late. */
export function submittedWords({ requirement, plan }: Pick<Line, 'requirement' | 'plan'>): string {
  if (plan === null || plan.state !== 'submitted' || plan.submittedOn === null) return ''
  const late = requirement === null ? 0 : daysBetween(requirement.dueOn, plan.submittedOn)
  return `on ${dayLabel(plan.submittedOn)}${late > 0 ? `, ${daysWords(late)} late` : ''}`
}

/** As it stands in a form. */
export const dayField = (day: Day | null): string => (day === null ? '' : dayLabel(day))

export const daysWords = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

export type Asked = { readonly year: string; readonly state: LineState | 'late' | null }

/** Those of a year and a state; a line may be late whatever it is called. */
export const linesAsked = (lines: readonly Line[], { year, state }: Asked, today: Day): Line[] =>
  lines.filter(
    line =>
      (year === '' || planYear(line) === year) &&
      (state === null || (state === 'late' ? latenessOf(line, today) !== null : lineStateOf(line) === state)),
  )

export type Count = { readonly state: LineState | 'late'; readonly name: string; readonly count: number }
export function countsOf(lines: readonly Line[], today: Day): Count[] {
  const of = (state: LineState) => lines.filter(line => lineStateOf(line) === state).length
  return [
    ...lineStates.map(state => ({ state, name: lineStateNames[state], count: of(state) })),
    { state: 'late', name: 'Late', count: lines.filter(line => latenessOf(line, today) !== null).length },
  ]
}

type Dates = Pick<Requirement, 'dueOn' | 'secondDueOn'>

/** The second day comes after the first: it is for those who miss that. */
export function requirePlans(dates: Dates): Ruling<Dates> {
  const problems: Problem[] =
    dates.secondDueOn !== null && dates.secondDueOn <= dates.dueOn
      ? [{ field: 'secondDueOn', text: `The second date must be after ${dayLabel(dates.dueOn)}, or leave it empty` }]
      : []
  return problems.length > 0 ? refuse(...problems) : accept(dates)
}
