import type { MeetingId } from '../../src/meetings/meeting/meeting.ts'
import type { GroupId, PersonId, SeatId } from '../../src/partnership/index.ts'
import type { FreshApp } from '../web/index.ts'

/** For tests: a group of four seats, of which one is vacant, whose contributor is secretary and whose reader is chair, and one of its meetings. */
export type ExampleMeeting = {
  readonly groupId: GroupId
  readonly meetingId: MeetingId
  readonly seats: Readonly<Record<'chair' | 'secretariat' | 'lead' | 'member', SeatId>>
  readonly people: Readonly<Record<'chair' | 'secretariat' | 'lead', PersonId>>
}

export async function exampleMeeting(
  { owner, partnershipId, reader, contributor }: Pick<FreshApp, 'owner' | 'partnershipId' | 'reader' | 'contributor'>,
  {
    onDay = '2009-05-06',
    shortName = 'PMG',
    name = 'Partnership Management Group',
  }: { onDay?: string; shortName?: string; name?: string } = {},
): Promise<ExampleMeeting> {
  return owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    const one = async <T extends number>(query: PromiseLike<readonly { readonly id: T }[]>): Promise<T> => {
      const [row] = await query
      if (!row) throw new Error('The example was not made')
      return row.id
    }
    const groupId = await one(db<{ id: GroupId }[]>`
      insert into partnership."group" (name, short_name, layer, kind, quorum) values (${name}, ${shortName}, 'executive', 'management-group', 3) returning id`)
    const seat = (role: string, title: string, place: number) =>
      one(
        db<
          { id: SeatId }[]
        >`insert into partnership.seat (group_id, role, title, place) values (${groupId}, ${role}, ${title}, ${place}) returning id`,
      )
    const sits = (seatId: SeatId, personId: PersonId) =>
      db`insert into partnership.tenure (seat_id, person_id) values (${seatId}, ${personId})`
    const whose = (accountId: number) => one(db<{ id: PersonId }[]>`select id from partnership.person where account_id = ${accountId}`)
    const seats = {
      chair: await seat('chair', '', 1),
      secretariat: await seat('secretariat', '', 2),
      lead: await seat('lead', 'Safer communities', 3),
      member: await seat('member', 'Voluntary sector', 4),
    }
    const people = {
      chair: await whose(reader.accountId),
      secretariat: await whose(contributor.accountId),
      lead: await one(db<{ id: PersonId }[]>`insert into partnership.person (name) values ('Marta Turner') returning id`),
    }
    await sits(seats.chair, people.chair)
    await sits(seats.secretariat, people.secretariat)
    await sits(seats.lead, people.lead)
    const meetingId = await one(db<{ id: MeetingId }[]>`
      insert into meetings.meeting (group_id, on_day, starts_at, ends_at, venue) values (${groupId}, ${onDay}, '09:30', '12:00', 'Brockington, Council Offices') returning id`)
    return { groupId, meetingId, seats, people }
  })
}
