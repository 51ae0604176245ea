/**
 * A seat is a place on a group, in a role and mostly for an organisation. It stays when whoever sits on it goes: a seat on which nobody sits is vacant.
 * Deputies stand in for whoever sits there, in order; interim cover stands beside a holder who will come back.
 */
import type { SeatRole } from '../../kernel/duty.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Span } from '../../kernel/span.ts'
import type { GroupId } from '../group/group.ts'
import type { OrganisationId, Sector } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'

export const seatRoleNames: Readonly<Record<SeatRole, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice chair',
  lead: 'Lead',
  member: 'Member',
  adviser: 'Adviser',
  secretariat: 'Secretariat',
  observer: 'Observer',
}

export type SeatId = Id<'seat'>

export type Seat = Span & {
  readonly id: SeatId
  readonly groupId: GroupId
  readonly role: SeatRole
  /** What the seat is for: Children and young people; Director of Public Health. */
  readonly title: string
  /** Null for somebody who is there in their own right. */
  readonly organisationId: OrganisationId | null
  readonly place: number
}

export type SeatDraft = Omit<Seat, 'id' | 'groupId' | 'place'>

export const endings = ['resigned', 'replaced', 'left', 'term-ended'] as const
export type Ending = (typeof endings)[number]
export const endingNames: Readonly<Record<Ending, string>> = {
  resigned: 'resigned',
  replaced: 'was replaced',
  left: 'left',
  'term-ended': 'came to the end of the term',
}

/** Who sits on a seat. `reason` is that of interim cover: covering maternity leave. */
export type Tenure = Span & {
  readonly id: Id<'tenure'>
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly isInterim: boolean
  readonly reason: string
  readonly endedBy: Ending | null
}

export type Deputy = Span & { readonly id: Id<'deputy'>; readonly seatId: SeatId; readonly personId: PersonId; readonly place: number }

/** A seat with whoever has sat on it or stood in on it, by name: tenures from the earliest, deputies in order. */
export type FilledSeat = Seat & {
  readonly organisation: string | null
  readonly sector: Sector | null
  readonly tenures: readonly NamedTenure[]
  readonly deputies: readonly NamedDeputy[]
}
export type NamedTenure = Tenure & { readonly name: string }
export type NamedDeputy = Deputy & { readonly name: string }

/** Lead, Children and young people; or the role alone. */
export const seatName = ({ role, title }: Pick<Seat, 'role' | 'title'>): string =>
  title === '' ? seatRoleNames[role] : `${seatRoleNames[role]}, ${title}`
