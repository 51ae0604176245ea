/**
 * Who may do what with an action. Its owners are people, whoever sits today on the seats that own it (or acts for them), people with a post at the organisations
 * and members of the groups that own it. Its keepers are those who keep the meetings of the group to which it is answered for.
 *
 * Owners say how far they are, that it is done, and ask for another date; keepers do the rest as well. What is confidential is there only for those who may see
 * such things of that group, and for who owns it in person or by a seat.
 */
import type { Bearer, GroupId, Reach } from '../../partnership/index.ts'
import type { Action, Owner } from './action.ts'

/** Somebody who comes, with what the table of authority says of them. */
export type Party = {
  readonly capacity: Bearer['capacity']
  readonly keeps: Reach
  readonly sees: Reach
}

export type Owned = Pick<Action, 'groupId' | 'isConfidential'> & { readonly owners: readonly Owner[] }

export const isWithin = (reach: Reach, groupId: GroupId | null): boolean =>
  reach === 'everybody' || (reach !== 'nobody' && groupId !== null && reach.groupIds.includes(groupId))

export const isKeeper = ({ keeps }: Pick<Party, 'keeps'>, { groupId }: Pick<Owned, 'groupId'>): boolean => isWithin(keeps, groupId)

/** By name or by a seat: what is asked of them and of nobody else. */
export const isOwnerInPerson = ({ capacity: { personId, seats } }: Pick<Party, 'capacity'>, { owners }: Pick<Owned, 'owners'>): boolean =>
  owners.some(owner =>
    'personId' in owner ? owner.personId === personId : 'seatId' in owner && seats.some(({ seatId }) => seatId === owner.seatId),
  )

export const isOwner = (party: Pick<Party, 'capacity'>, owned: Pick<Owned, 'owners'>): boolean =>
  isOwnerInPerson(party, owned) ||
  owned.owners.some(owner =>
    'organisationId' in owner
      ? party.capacity.organisationIds.includes(owner.organisationId)
      : 'groupId' in owner && party.capacity.seats.some(({ groupId, role }) => groupId === owner.groupId && role !== 'observer'),
  )

export const maySee = (party: Party, owned: Owned): boolean =>
  !owned.isConfidential || isWithin(party.sees, owned.groupId) || isKeeper(party, owned) || isOwnerInPerson(party, owned)

/** Says how far it is and what came of it, and asks for another date. */
export const mayReportOn = (party: Party, owned: Owned): boolean =>
  isKeeper(party, owned) || (maySee(party, owned) && isOwner(party, owned))

/** Which of what is confidential somebody may see, for a statement that leaves out the rest: neither shown nor counted. */
export type Seeing = {
  readonly all: boolean
  readonly groupIds: readonly number[]
  readonly seatIds: readonly number[]
  readonly personId: number | null
}

export function seeingOf({ sees, keeps, capacity: { personId, seats } }: Party): Seeing {
  const groupIds = [sees, keeps].flatMap(reach => (typeof reach === 'string' ? [] : reach.groupIds))
  return { all: sees === 'everybody' || keeps === 'everybody', groupIds, seatIds: seats.map(({ seatId }) => seatId), personId }
}

/** For work that nobody does: sees everything, and tells nobody what they may not know. */
export const seesAll: Seeing = { all: true, groupIds: [], seatIds: [], personId: null }
/** For a page on which the visitor is not asked for. */
export const seesNothing: Seeing = { all: false, groupIds: [], seatIds: [], personId: null }
