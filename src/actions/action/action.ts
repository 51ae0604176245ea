/**
 * An action is something somebody must do by a date, wherever it comes from: a meeting, a delivery plan, an issue, a risk, a review. There is one register of
 * them. It keeps one reference for life (rules E11), passes to whoever sits next where a seat owns it, and is closed with an outcome.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'

export type ActionId = Id<'action'>

export const actionSources = ['meeting', 'plan', 'issue', 'risk', 'review', 'group'] as const
/** `group`: agreed between meetings. */
export type ActionSource = (typeof actionSources)[number]

/** `done`: its owner says so, and the group has still to confirm it. `dropped`: not pursued, with the reason as its outcome. */
export const actionStates = ['open', 'done', 'closed', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]
export const actionStateNames: Readonly<Record<ActionState, string>> = {
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
  Partial<Pick<Action, 'carriedAs' | 'ownersAsTyped' | 'dueOn' | 'dueAsTyped' | 'isConfidential'>> & {
    /** The short name of its group or plan: PMG, CYP-PLAN, RISK. */
    readonly sourceName: string
    readonly sourceDay: Day
    readonly owners: readonly Owner[]
  }
