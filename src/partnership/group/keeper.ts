/**
 * A keeper of a group is whoever may change what is said of it and who sits on it, as the table of authority says: those who keep the partnership's records, and
 * the group's own chair and secretariat, or who stands in for them today. Whoever has a seat says who deputises for them.
 */
import { authorities, type Bearer, opens, reachOf } from '../authority/authority.ts'
import type { SeatId } from '../seat/seat.ts'
import type { GroupId } from './group.ts'

export type Keeper = Bearer

export const mayKeepGroups = ({ role }: Pick<Keeper, 'role'>): boolean => authorities['keep-group'].roles.some(each => each === role)

/** Of some group: which one is asked beside the group. */
export const mayKeepSomeGroup = (keeper: Pick<Keeper, 'role' | 'duties'>): boolean => opens('keep-group')(keeper)

export function mayKeepGroup(keeper: Keeper, groupId: GroupId): boolean {
  const reach = reachOf('keep-group', keeper)
  return reach === 'everybody' || (reach !== 'nobody' && reach.groupIds.includes(groupId))
}

export const mayNameSomeDeputies = (keeper: Pick<Keeper, 'role' | 'duties'>): boolean => opens('name-deputies')(keeper)

export function mayNameDeputies(keeper: Keeper, seat: { readonly id: number; readonly groupId: GroupId }): boolean {
  const reach = reachOf('name-deputies', keeper)
  if (typeof reach === 'string') return reach === 'everybody'
  return reach.groupIds.includes(seat.groupId) || reach.seatIds.some(id => id === seat.id)
}

/** The seat of a chair or secretariat for which somebody acts as deputy, and has no such seat of their own: the history says for whom. */
export function actsFor(keeper: Keeper, groupId: GroupId): SeatId | null {
  if (mayKeepGroups(keeper)) return null
  const kept = keptBy(keeper, groupId)
  return kept.every(({ as }) => as === 'deputy') ? ((kept[0]?.seatId as SeatId | undefined) ?? null) : null
}

const keptBy = ({ capacity }: Keeper, groupId: GroupId): Keeper['capacity']['seats'] =>
  capacity.seats.filter(seat => seat.groupId === groupId && authorities['keep-group'].group.includes(seat.role))
