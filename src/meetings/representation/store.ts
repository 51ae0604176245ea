import type { Day } from '../../kernel/day.ts'
import { type GroupId, groups, seatName, seatsOf } from '../../partnership/index.ts'
import { themesOfGroups } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { type AttendedSeat, type HeldMeeting, type Representation, representationOf } from './representation.ts'

/** The last so many of each group, or of one, at which attendance was taken: a meeting at which nobody is said to have been present says nothing of who was not. */
async function heldMeetings(db: Db, groupId: GroupId | null, today: Day, last: number): Promise<HeldMeeting[]> {
  return db<HeldMeeting[]>`
    select id, group_id, on_day
      from (select id, group_id, on_day, row_number() over (partition by group_id order by on_day desc, id desc) as back
              from meetings.meeting
             where state <> 'cancelled' and on_day <= ${today} and (${groupId}::bigint is null or group_id = ${groupId})
               and exists (select from meetings.attendance where meeting_id = meeting.id and how = 'present')) as held
     where back <= ${last}
     order by on_day, id`
}

async function attendedSeats(db: Db, meetingIds: readonly MeetingId[]): Promise<AttendedSeat[]> {
  return db<AttendedSeat[]>`
    select meeting_id, seat_id, person_id, how
      from meetings.attendance
     where meeting_id = any (${[...meetingIds]}::bigint[]) and seat_id is not null`
}

export type GroupRepresentation = { readonly groupId: GroupId; readonly name: string; readonly of: Representation }

/** Of the groups that met, or of one; by name. Seven queries, however many groups there are. */
export async function representations(
  db: Db,
  { groupId = null, today, last }: { readonly groupId?: GroupId | null; readonly today: Day; readonly last: number },
): Promise<GroupRepresentation[]> {
  const [held, all, seats, themes] = await Promise.all([
    heldMeetings(db, groupId, today, last),
    groups(db),
    seatsOf(db, 'all'),
    themesOfGroups(db),
  ])
  const rows = await attendedSeats(
    db,
    held.map(({ id }) => id),
  )
  const named = seats.map(seat => ({ ...seat, called: seatName(seat) }))
  const meetingsOf = Map.groupBy(held, each => each.groupId)
  return all
    .filter(({ id }) => (groupId === null ? meetingsOf.has(id) : id === groupId))
    .map(({ id, name }) => ({
      groupId: id,
      name,
      of: representationOf(id, { meetings: meetingsOf.get(id) ?? [], rows, seats: named, groups: all, themes }),
    }))
}

/** Where a group was to be, and whether it was represented at the last two meetings there, the earlier first. */
export type RepresentedLately = {
  readonly groupId: GroupId
  readonly ofGroupId: GroupId
  readonly of: string
  readonly last: readonly (boolean | null)[]
}

/** Of every group, at the meetings of others and at its own. */
export async function representedLately(db: Db, day: Day): Promise<RepresentedLately[]> {
  const all = await representations(db, { today: day, last: 2 })
  return all.flatMap(({ groupId, name, of }) => [
    { groupId, ofGroupId: groupId, of: name, last: of.meetings.map(() => true) },
    ...of.groups.map(({ id, cells }) => ({ groupId: id as GroupId, ofGroupId: groupId, of: name, last: cells })),
  ])
}
