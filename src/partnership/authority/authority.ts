/**
 * Authority is what somebody may do with the matters of one group, one seat or one organisation. It follows from where they sit today, and from their role in
 * the partnership; there are no lists kept beside that. This one table is what handlers ask, what docs/permissions.md prints and what the test of permissions
 * holds against the pages.
 *
 * A deputy who acts may do what whoever sits there may, but for naming the seat's deputies. A capacity is read only where a role alone does not settle the matter, since
 * a page for which it was read is kept for nobody else.
 */
import { type Duty, type Role, type SeatRole, seatRoles } from '../../kernel/duty.ts'
import type { GroupId } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import type { SeatId } from '../seat/seat.ts'

export const matters = [
  'keep-group',
  'keep-seats',
  'name-deputies',
  'see-contacts',
  'report',
  'explain',
  'approve',
  'keep-people',
  'keep-meetings',
  'see-confidential',
  'keep-plans',
  'sign-off-plans',
] as const
export type Matter = (typeof matters)[number]

/** Who may: by role those of any group and any organisation; otherwise those of their own. */
export type Authority = {
  readonly words: string
  readonly roles: readonly Role[]
  /** By a duty on whichever group. */
  readonly duties: readonly Duty[]
  /** By a seat of these roles: everything of that group. */
  readonly group: readonly SeatRole[]
  /** By a seat of these roles: what concerns that seat alone. */
  readonly seat: readonly SeatRole[]
  /** By what somebody is at an organisation. */
  readonly organisation: readonly ('data-coordinator' | 'contributor')[]
  /** Whether a deputy who acts may do so as whoever sits there: what concerns the group, the seat, both or neither. */
  readonly deputies: readonly ('group' | 'seat')[]
}

const officers: readonly Role[] = ['administrator', 'performance-officer']
const whoLead: readonly SeatRole[] = ['chair', 'vice-chair', 'lead', 'secretariat']
const allButObservers = seatRoles.filter(role => role !== 'observer')
const nobody: Pick<Authority, 'duties' | 'group' | 'seat' | 'organisation'> = { duties: [], group: [], seat: [], organisation: [] }

export const authorities: Readonly<Record<Matter, Authority>> = {
  'keep-group': {
    ...nobody,
    words: 'change what is said of a group: its terms of reference, its quorum, what it answers for',
    roles: officers,
    group: ['chair', 'secretariat'],
    deputies: ['group'],
  },
  'keep-seats': {
    ...nobody,
    words: 'say who sits on a group and who covers, and that somebody has left',
    roles: officers,
    group: ['chair', 'secretariat'],
    deputies: ['group'],
  },
  'name-deputies': {
    ...nobody,
    words: 'name the deputies of a seat, in order',
    roles: officers,
    group: ['chair', 'secretariat'],
    seat: allButObservers,
    deputies: ['group'],
  },
  'see-contacts': {
    ...nobody,
    words: 'see how to reach the people of a group',
    roles: [...officers, 'finance-officer', 'contributor', 'auditor', 'reader'],
    group: seatRoles,
    deputies: ['group'],
  },
  report: {
    ...nobody,
    words: 'enter, revise and submit figures of the indicators that it leads or contributes to',
    roles: officers,
    group: whoLead,
    seat: allButObservers,
    organisation: ['data-coordinator', 'contributor'],
    deputies: ['group', 'seat'],
  },
  explain: {
    ...nobody,
    words:
      'say why one of them is judged as it is, review one that is off target, and say what is happening meanwhile where there is no judgement',
    roles: officers,
    group: whoLead,
    seat: allButObservers,
    organisation: ['data-coordinator', 'contributor'],
    deputies: ['group', 'seat'],
  },
  approve: { ...nobody, words: 'approve or return what was submitted, lock and unlock a period', roles: officers, deputies: [] },
  'keep-people': {
    ...nobody,
    words: 'add and change organisations, people, their posts and absences',
    roles: officers,
    duties: ['secretariat'],
    deputies: [],
  },
  'keep-meetings': {
    ...nobody,
    words: 'call its meetings, make agendas, send papers, write minutes and keep its actions',
    roles: officers,
    group: ['chair', 'vice-chair', 'secretariat'],
    deputies: ['group'],
  },
  'see-confidential': {
    ...nobody,
    words: 'see what is confidential among its items, papers, minutes and actions, and minutes that are not circulated yet',
    roles: ['administrator'],
    group: allButObservers,
    deputies: ['group'],
  },
  'keep-plans': {
    ...nobody,
    words: 'write its delivery plan, submit it, and say how its actions are going',
    roles: officers,
    group: whoLead,
    deputies: ['group'],
  },
  'sign-off-plans': {
    ...nobody,
    words: 'sign off or return the delivery plans of the groups that report to it',
    roles: officers,
    group: ['chair', 'vice-chair'],
    deputies: ['group'],
  },
}

/** What is asked of a visitor; the capacity last. */
export type Bearer = {
  readonly role: Role | 'guest'
  readonly duties: readonly Duty[]
  readonly capacity: {
    readonly personId: number | null
    readonly organisationIds: readonly number[]
    readonly coordinates: readonly number[]
    readonly seats: readonly HeldSeat[]
  }
}
type HeldSeat = { readonly seatId: number; readonly groupId: number; readonly role: SeatRole; readonly as: 'holder' | 'interim' | 'deputy' }

/** Of whom somebody may do a thing: of everybody, of nobody, or of these. */
export type Reach = 'everybody' | 'nobody' | Own
export type Own = {
  readonly organisationIds: readonly OrganisationId[]
  readonly groupIds: readonly GroupId[]
  readonly seatIds: readonly SeatId[]
  readonly personId: PersonId | null
}

export function reachOf(matter: Matter, visitor: Bearer): Reach {
  const { group, seat, organisation, deputies } = authorities[matter]
  if (ofAny(matter, visitor)) return 'everybody'
  if (!opens(matter)(visitor)) return 'nobody'
  const { organisationIds, coordinates, seats, personId } = visitor.capacity
  const held = (part: 'group' | 'seat', by: readonly SeatRole[]) =>
    seats.filter(({ as, role }) => by.includes(role) && (as !== 'deputy' || deputies.includes(part)))
  const byPost = visitor.role === 'contributor' && organisation.includes('contributor') ? organisationIds : []
  const byName = organisation.includes('data-coordinator') ? coordinates : []
  return {
    organisationIds: [...new Set([...byPost, ...byName])] as OrganisationId[],
    groupIds: [...new Set(held('group', group).map(({ groupId }) => groupId))] as GroupId[],
    seatIds: [...new Set(held('seat', seat).map(({ seatId }) => seatId))] as SeatId[],
    personId: personId as PersonId | null,
  }
}

const ofAny = (matter: Matter, { role, duties }: Pick<Bearer, 'role' | 'duties'>): boolean =>
  authorities[matter].roles.some(each => each === role) || duties.some(duty => authorities[matter].duties.includes(duty))

/** Whether somebody may do a thing to any group, seat or organisation at all: what a route asks before it is known which one is meant. */
export const opens =
  (matter: Matter) =>
  ({ role, duties }: Pick<Bearer, 'role' | 'duties'>): boolean => {
    const { group, seat, organisation, deputies } = authorities[matter]
    const mayBy = (duty: Duty): boolean =>
      duty === 'deputy'
        ? deputies.length > 0
        : duty === 'data-coordinator'
          ? organisation.includes(duty)
          : group.includes(duty) || seat.includes(duty)
    return ofAny(matter, { role, duties }) || (role === 'contributor' && organisation.includes('contributor')) || duties.some(mayBy)
  }
