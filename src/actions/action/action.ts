/**
 * An action is something somebody must do by a date, wherever it comes from: a meeting, a delivery plan, an issue, a risk, a review. There is one register of
 * them. It keeps one reference for life (rules E11), passes to whoever sits next where a seat owns it, and is closed with an outcome.
 */
import { type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'

export type ActionId = Id<'action'>

export const actionSources = ['meeting', 'plan', 'issue', 'risk', 'review', 'group'] as const
/** `group`: agreed between meetings. */
export type ActionSource = (typeof actionSources)[number]

/**
 * `proposed`: of a plan that is not signed off yet, on nobody's list. `done`: its owner says so, and the group has still to confirm it. `dropped`: not pursued,
 * with the reason as its outcome.
 */
export const actionStates = ['proposed', 'open', 'done', 'closed', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]
export const actionStateNames: Readonly<Record<ActionState, string>> = {
  proposed: 'Proposed',
  open: 'Open',
  done: 'Done, to be confirmed',
  closed: 'Closed',
  dropped: 'Not pursued',
}

export const progresses = ['not-started', 'under-way', 'held-up'] as const
export type Progress = (typeof progresses)[number]
export const progressNames: Readonly<Record<Progress, string>> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  'held-up': 'Held up',
}

/** Exactly one of the four. What a seat owns passes to whoever sits there next. */
export type Owner =
  | { readonly personId: PersonId }
  | { readonly seatId: SeatId }
  | { readonly organisationId: OrganisationId }
  | { readonly groupId: GroupId }

export type Action = {
  readonly id: ActionId
  /** PMG/090506/3: source, day, running number. */
  readonly reference: string
  readonly source: ActionSource
  /** The record in its own module: a meeting's number, for one. */
  readonly sourceId: number | null
  /** To which group it is answered for. */
  readonly groupId: GroupId | null
  /** The number that it had in minutes that were read in; '' for none. */
  readonly carriedAs: string
  readonly text: string
  /** Owners as somebody wrote them, where that says more than who they are: (TK, KM, SLR). */
  readonly ownersAsTyped: string
  readonly dueOn: Day | null
  /** Next meeting; end of June. */
  readonly dueAsTyped: string
  readonly progress: Progress
  readonly state: ActionState
  /** Never empty once it is not open any more. */
  readonly outcome: string
  readonly endedOn: Day | null
  readonly isConfidential: boolean
}

/** The reference follows from `sourceName`, `sourceDay` and the next number over both. */
export type NewAction = Pick<Action, 'source' | 'sourceId' | 'groupId' | 'text'> &
  Partial<Pick<Action, 'carriedAs' | 'ownersAsTyped' | 'dueOn' | 'dueAsTyped' | 'isConfidential' | 'state'>> & {
    /** The short name of its group or plan: PMG, CYP-PLAN, RISK. */
    readonly sourceName: string
    readonly sourceDay: Day
    readonly owners: readonly Owner[]
  }

export const sourceNames: Readonly<Record<ActionSource, string>> = {
  meeting: 'A meeting',
  plan: 'A delivery plan',
  issue: 'An issue',
  risk: 'A risk',
  review: 'A review',
  group: 'Between meetings',
}

/** It waits for somebody: its owner, or the group that has to confirm that it is done. */
export const isUnsettled = ({ state }: Pick<Action, 'state'>): boolean => state === 'open' || state === 'done'

/** So many days after its date; null while nobody can say that it is late. */
export function daysOverdue({ state, dueOn }: Pick<Action, 'state' | 'dueOn'>, today: Day): number | null {
  return state === 'open' && dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : null
}

/** Due 22 June 2009; due next meeting; overdue by 12 days, since 22 June 2009. */
export function dueWords({ dueOn, dueAsTyped, state }: Pick<Action, 'dueOn' | 'dueAsTyped' | 'state'>, today: Day): string {
  if (dueOn === null) return dueAsTyped === '' ? 'No date' : dueAsTyped
  const label = dueAsTyped === '' || dueAsTyped === dayLabel(dueOn) ? dayLabel(dueOn) : `${dayLabel(dueOn)} (${dueAsTyped})`
  const late = daysOverdue({ state, dueOn }, today)
  return late === null ? label : `${label}, overdue by ${late === 1 ? '1 day' : `${late} days`}`
}

export type Move = {
  readonly was: Day | null
  readonly becomes: Day | null
  readonly reason: string
  readonly onDay: Day
  readonly by: string
}

/** Moved once; moved 3 times. '' for a date that stands as it was first set: to set one where there was none moves nothing. */
export function movedWords(moves: number): string {
  return moves === 0 ? '' : `moved ${moves === 1 ? 'once' : moves === 2 ? 'twice' : `${moves} times`}`
}

/** Another date, and why: without a reason nobody knows later whether it slipped or was agreed. A first date needs none. */
export function moveDate(
  action: Pick<Action, 'state' | 'dueOn'>,
  becomes: Day | null,
  reason: string,
): Ruling<{ readonly becomes: Day | null; readonly reason: string }> {
  if (action.state !== 'open') return refuse({ text: 'It is not open any more, and has no date to keep' })
  if (becomes === action.dueOn)
    return refuse({
      field: 'dueOn',
      text: becomes === null ? 'Enter a date' : `It is due on ${dayLabel(becomes)} already. Enter another date`,
    })
  if (action.dueOn !== null && reason === '') return refuse({ field: 'reason', text: 'Say why the date moves' })
  return accept({ becomes, reason })
}

/** What an owner says that they have done. `closed` at once, unless the group wants to confirm it and whoever says so does not keep its actions. */
export function finish(
  action: Pick<Action, 'state'>,
  outcome: string,
  confirmation: { readonly isWanted: boolean; readonly isGiven: boolean },
): Ruling<{ readonly state: ActionState; readonly outcome: string }> {
  if (!isUnsettled(action)) return refuse({ text: `It is ${actionStateNames[action.state].toLowerCase()} already` })
  if (outcome === '') return refuse({ field: 'outcome', text: 'Say what came of it: an action is closed only with an outcome' })
  return accept({ state: confirmation.isWanted && !confirmation.isGiven ? 'done' : 'closed', outcome })
}

/** The group looks at what its owner calls done. */
export function confirm(
  action: Pick<Action, 'state'>,
  isConfirmed: boolean,
  reason: string,
): Ruling<{ readonly state: ActionState; readonly reason: string }> {
  if (action.state !== 'done') return refuse({ text: 'There is nothing to confirm: nobody says that it is done' })
  if (!isConfirmed && reason === '') return refuse({ field: 'reason', text: 'Say what is still missing' })
  return accept({ state: isConfirmed ? 'closed' : 'open', reason })
}

export function drop(action: Pick<Action, 'state'>, reason: string): Ruling<{ readonly outcome: string }> {
  if (!isUnsettled(action)) return refuse({ text: `It is ${actionStateNames[action.state].toLowerCase()} already` })
  return reason === '' ? refuse({ field: 'reason', text: 'Say why it is not pursued any more' }) : accept({ outcome: reason })
}

export function reopen(action: Pick<Action, 'state'>, reason: string): Ruling<{ readonly reason: string }> {
  if (isUnsettled(action)) return refuse({ text: 'It is open' })
  return reason === '' ? refuse({ field: 'reason', text: 'Say why it is opened again' }) : accept({ reason })
}
