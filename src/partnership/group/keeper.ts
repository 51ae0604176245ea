/**
 * A keeper of a group is whoever may change what is said of it and who sits on it: those who keep the partnership's records, and the group's own chair and
 * secretariat, or who stands in for them today. A lead says who deputises for them.
 */
import type { Duty, SeatRole } from '../../kernel/duty.ts'
import type { SeatId } from '../seat/seat.ts'
import type { GroupId } from './group.ts'

/** What is asked of a visitor. */
export type Keeper = {
  readonly role: string
  readonly duties: readonly Duty[]
  /** Asked last: a page that asks for it is made for one person. */
  readonly capacity: { readonly seats: readonly KeptSeat[] }
}
type KeptSeat = { readonly seatId: number; readonly groupId: number; readonly role: SeatRole; readonly as: 'holder' | 'interim' | 'deputy' }

export const mayKeepGroups = ({ role }: Pick<Keeper, 'role'>): boolean => role === 'administrator' || role === 'performance-officer'

/** Of some group: which one is asked beside the group. */
export const mayKeepSomeGroup = (keeper: Pick<Keeper, 'role' | 'duties'>): boolean =>
  mayKeepGroups(keeper) || keeper.duties.some(duty => duty === 'chair' || duty === 'secretariat' || duty === 'deputy')

export const mayKeepGroup = (keeper: Keeper, groupId: GroupId): boolean =>
  mayKeepGroups(keeper) || (mayKeepSomeGroup(keeper) && keptBy(keeper, groupId).length > 0)

export const mayNameSomeDeputies = (keeper: Pick<Keeper, 'role' | 'duties'>): boolean =>
  mayKeepSomeGroup(keeper) || keeper.duties.includes('lead')

export const mayNameDeputies = (keeper: Keeper, seat: { readonly id: number; readonly groupId: GroupId }): boolean =>
  mayKeepGroup(keeper, seat.groupId) ||
  (keeper.duties.includes('lead') &&
    keeper.capacity.seats.some(({ seatId, role, as }) => seatId === seat.id && role === 'lead' && as !== 'deputy'))

/** The seat of a chair or secretariat for which somebody acts as deputy, and has no such seat of their own: the history says for whom. */
export function actsFor(keeper: Keeper, groupId: GroupId): SeatId | null {
  if (mayKeepGroups(keeper)) return null
  const kept = keptBy(keeper, groupId)
  return kept.every(({ as }) => as === 'deputy') ? ((kept[0]?.seatId as SeatId | undefined) ?? null) : null
}

const keptBy = ({ capacity }: Keeper, groupId: GroupId): readonly KeptSeat[] =>
  capacity.seats.filter(seat => seat.groupId === groupId && (seat.role === 'chair' || seat.role === 'secretariat'))
