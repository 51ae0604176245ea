/**
 * A delivery plan is what a group will do in a year towards its outcomes. It is written as a draft, submitted, and signed off or returned with reasons; once signed
 * off it changes only by a revision, for a reason that is recorded.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { GroupId, PersonId, Reach } from '../../partnership/index.ts'

export type PlanId = Id<'plan'>
export type PlannedActionId = Id<'planned action'>

export const planStates = ['draft', 'submitted', 'returned', 'signed-off', 'revising'] as const
export type PlanState = (typeof planStates)[number]
export const planStateNames: Readonly<Record<PlanState, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  returned: 'Returned',
  'signed-off': 'Signed off',
  revising: 'Signed off, being revised',
}

export type Plan = {
  readonly id: PlanId
  readonly groupId: GroupId
  readonly group: string
  /** To which the group reports: its chair may sign off. */
  readonly parentGroupId: GroupId | null
  /** CYP-PLAN: begins the references of its actions. */
  readonly shortName: string
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly summary: string
  readonly leadId: PersonId | null
  readonly lead: string
  readonly risks: string
  readonly equality: string
  readonly sustainability: string
  readonly progressEvery: 'month' | 'quarter'
  readonly state: PlanState
  /** For those who sign off: submitted, or with a revision that is. */
  readonly isWaiting: boolean
}

/** 2009-10; 1 September 2009 to 31 August 2010 where it is no financial year. */
export const planYear = ({ startsOn, endsOn }: Pick<Plan, 'startsOn' | 'endsOn'>): string =>
  startsOn.endsWith('-04-01') && endsOn === `${Number(startsOn.slice(0, 4)) + 1}-03-31`
    ? periodLabel({ startsOn, endsOn }, 'financial-year')
    : `${dayLabel(startsOn)} to ${dayLabel(endsOn)}`

/** While it is being written, by those who may; one that is submitted waits, also where it is a revision, and a signed-off one asks for a revision first. */
export const isBeingWritten = ({ state, isWaiting }: Pick<Plan, 'state' | 'isWaiting'>): boolean =>
  !isWaiting && (state === 'draft' || state === 'returned' || state === 'revising')

/** What to say to whoever would change one that is not being written. */
export const notWrittenNow = ({ state, isWaiting }: Pick<Plan, 'state' | 'isWaiting'>): string =>
  isWaiting
    ? `This ${state === 'revising' ? 'revision' : 'plan'} is submitted, and is not changed while it waits. Withdraw it first`
    : 'This plan is signed off. It changes only by a revision: begin one first'

/** It was signed off, and what it says now holds or is being revised. */
export const isInForce = ({ state }: Pick<Plan, 'state'>): boolean => state === 'signed-off' || state === 'revising'

/** What of a group's somebody may do, as `reachOf` says of a matter. */
export const isWithin = (reach: Reach, groupId: GroupId | null): boolean =>
  reach === 'everybody' || (reach !== 'nobody' && groupId !== null && reach.groupIds.includes(groupId))
