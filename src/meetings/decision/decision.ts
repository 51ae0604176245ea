/**
 * A decision is what a meeting agreed, endorsed, refused, noted, approved or delegated: by whom it was proposed, with what vote and dissent, about what money and
 * which indicators. The register has those of all groups. What a group may decide, and up to what amount, is delegated to it; a decision about more is marked, never
 * refused: who met may have had another authority.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { poundsLabel } from '../../kernel/money.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { DecisionKind } from '../minutes/minutes.ts'

export type DecisionId = Id<'decision'>

export const decisionKindNames: Readonly<Record<DecisionKind, string>> = {
  agreed: 'Agreed',
  endorsed: 'Endorsed',
  refused: 'Refused',
  noted: 'Noted',
  'approved-minutes': 'Approved minutes',
  delegated: 'Delegated',
}

export type Decision = {
  readonly id: DecisionId
  readonly meetingId: number
  readonly groupId: GroupId
  readonly group: string
  readonly shortName: string
  readonly onDay: Day
  readonly itemId: number | null
  /** The item of the agenda under which it was decided. */
  readonly item: string
  readonly number: number
  readonly kind: DecisionKind
  readonly text: string
  readonly proposer: string | null
  readonly seconder: string | null
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  readonly dissent: string
  /** A whole number, as text: no amount is too large for it. */
  readonly amountPence: string | null
  readonly indicators: readonly { readonly id: number; readonly reference: string; readonly title: string }[]
  readonly isInDraft: boolean
}

/** PMG/090506/D1: as an action's reference, for life. */
export const decisionReference = ({ shortName, onDay, number }: Pick<Decision, 'shortName' | 'onDay' | 'number'>): string =>
  `${shortName}/${onDay.slice(2).replaceAll('-', '')}/D${number}`

export type Delegation = {
  readonly id: Id<'delegation'>
  readonly groupId: GroupId
  readonly matter: string
  /** For each decision; null where it is not about money, or without a limit. */
  readonly limitPence: string | null
  readonly fromGroupId: GroupId | null
  readonly fromGroup: string | null
  readonly source: string
}
export type DelegationDraft = Pick<Delegation, 'matter' | 'limitPence' | 'fromGroupId' | 'source'>

/** What is to be said of an amount that is more than any delegation of the group lets it decide; '' where nothing is. */
export function beyondDelegation(
  { amountPence, groupId }: Pick<Decision, 'amountPence' | 'groupId'>,
  delegations: readonly Pick<Delegation, 'groupId' | 'limitPence'>[],
): string {
  const limits = delegations
    .filter(each => each.groupId === groupId)
    .flatMap(({ limitPence }) => (limitPence === null ? [] : [BigInt(limitPence)]))
  if (amountPence === null || limits.length === 0) return ''
  const most = limits.reduce((a, b) => (a > b ? a : b))
  return BigInt(amountPence) > most ? `More than the ${poundsLabel(most)} that this group may decide` : ''
}

/** An endorsement that another group has to give. */
export type Referral = {
  readonly id: Id<'referral'>
  readonly decisionId: DecisionId
  readonly toGroupId: GroupId
  readonly toGroup: string
  readonly question: string
  readonly madeOn: Day
  /** Where it has got to in that group: which meeting it is planned for, and the decisions that answer it. */
  readonly plannedFor: { readonly meetingId: number; readonly onDay: Day } | null
  readonly isPlanned: boolean
  readonly answers: readonly Decision[]
}

/** What the register is asked for. */
export type Asked = {
  readonly groupId: GroupId | null
  readonly kind: DecisionKind | null
  readonly year: number | null
  readonly indicatorId: number | null
  readonly withMoney: boolean
  readonly words: string
  readonly order: 'newest' | 'oldest' | 'amount'
}
export const everything: Asked = { groupId: null, kind: null, year: null, indicatorId: null, withMoney: false, words: '', order: 'newest' }

/** What somebody took on under the same item. */
export type FollowingAction = {
  readonly id: number
  readonly reference: string
  readonly text: string
  readonly state: string
  readonly dueOn: Day | null
}

/** What another group answered to what was passed up to it: a matter arising at the next meeting of the group that asked. */
export type ArisingAnswer = {
  readonly question: string
  readonly toGroup: string
  readonly askedOn: Day
  readonly answeredOn: Day
  readonly answerId: DecisionId
  readonly answer: string
}
