import type { Day } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import {
  type FilledSeat,
  type GroupId,
  type PersonId,
  peopleToChoose,
  quorumOf,
  type SeatId,
  seatName,
  seatsOf,
  sectorNames,
} from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { type Attended, type AttendedDraft, type PrintedAttendance, printed, type TableSeat, type Who } from './attendance.ts'
import type { QuorumRule } from './quorum.ts'

/** In the order in which they are printed. */
export async function attendedAt(db: Db, meetingId: MeetingId): Promise<Attended[]> {
  return db<Attended[]>`
    select attendance.id, attendance.person_id, person.name, attendance.seat_id, attendance.how, attendance.for_person_id, whose.name as for_name,
           attendance.sends_person_id, sent.name as sends_name, attendance.is_chair, attendance.described_as, attendance.heading,
           to_char(attendance.came_at, 'HH24:MI') as came_at, to_char(attendance.left_at, 'HH24:MI') as left_at, attendance.has_resigned, attendance.place
      from meetings.attendance
      join partnership.shared_person as person on person.id = attendance.person_id
      left join partnership.shared_person as whose on whose.id = attendance.for_person_id
      left join partnership.shared_person as sent on sent.id = attendance.sends_person_id
     where attendance.meeting_id = ${meetingId}
     order by attendance.place, attendance.id`
}

/** The seats of a group as they are on a day, and those for which somebody is written down all the same. */
export async function tableOn(db: Db, groupId: GroupId, on: Day, attended: readonly Attended[] = []): Promise<TableSeat[]> {
  const written = new Set(attended.map(({ seatId }) => seatId))
  return (await seatsOf(db, { groupId })).filter(seat => holdsOn(seat, on) || written.has(seat.id)).map(seat => tableSeat(seat, on))
}

export function tableSeat(seat: FilledSeat, on: Day): TableSeat {
  const sitting = seat.tenures
    .filter(tenure => holdsOn(tenure, on))
    .toSorted((one, other) => Number(one.isInterim) - Number(other.isInterim))
  return {
    seatId: seat.id,
    name: seatName(seat),
    role: seat.role,
    title: seat.title,
    organisationId: seat.organisationId,
    organisation: seat.organisation,
    sector: seat.sector,
    sitting: sitting.map(({ personId, name, isInterim }) => ({ personId, name, isInterim })),
    deputies: seat.deputies.filter(deputy => holdsOn(deputy, on)).map(({ personId, name }) => ({ personId, name })),
  }
}

/** What a group needs for a quorum, by what sectors are called. */
export async function quorumRule(db: Db, groupId: GroupId): Promise<QuorumRule> {
  const { seats, bySector } = await quorumOf(db, groupId)
  return { seats, bySector: bySector.map(each => ({ ...each, name: sectorNames[each.sector] })) }
}

/** The attendance of a meeting as its minutes print it. */
export async function attendanceOf(db: Db, { id, groupId, onDay }: Pick<Meeting, 'id' | 'groupId' | 'onDay'>): Promise<PrintedAttendance> {
  const attended = await attendedAt(db, id)
  const [seats, people] = await Promise.all([
    tableOn(db, groupId, onDay, attended),
    peopleToChoose(
      db,
      onDay,
      attended.map(({ personId }) => personId),
    ),
  ])
  const details = new Map(people.map(({ id, detail }) => [id, detail]))
  return printed(attended, seats, personId => details.get(personId) ?? '')
}

/** At the group's last meeting before this one at which attendance was taken: how people were described, and who came without a seat. */
export async function lastTime(
  db: Db,
  { groupId, onDay }: Pick<Meeting, 'groupId' | 'onDay'>,
): Promise<(Who & Pick<Attended, 'seatId' | 'how' | 'describedAs' | 'heading'>)[]> {
  return db<(Who & Pick<Attended, 'seatId' | 'how' | 'describedAs' | 'heading'>)[]>`
    select attendance.person_id, person.name, attendance.seat_id, attendance.how, attendance.described_as, attendance.heading
      from meetings.attendance
      join partnership.shared_person as person on person.id = attendance.person_id
     where meeting_id = (select meeting.id from meetings.meeting
                          where group_id = ${groupId} and on_day < ${onDay} and state <> 'cancelled'
                            and exists (select from meetings.attendance where attendance.meeting_id = meeting.id and how = 'present')
                          order by on_day desc, meeting.id desc limit 1)
     order by attendance.place, attendance.id`
}

export async function hasApprovedMinutes(db: Db, meetingId: MeetingId): Promise<boolean> {
  return (await db`select from meetings.minutes where meeting_id = ${meetingId} and state = 'approved'`).length > 0
}

/** These for a seat, or for somebody without one, and nobody else. What was said beforehand of apologies stays with them. */
export async function keepLine(
  db: Db,
  meetingId: MeetingId,
  of: { readonly seatId: SeatId } | { readonly personId: PersonId },
  drafts: readonly AttendedDraft[],
  place: number,
): Promise<void> {
  const kept = drafts.map(({ personId }) => personId)
  await ('seatId' in of
    ? db`delete from meetings.attendance where meeting_id = ${meetingId} and seat_id = ${of.seatId} and person_id <> all (${kept}::bigint[])`
    : db`delete from meetings.attendance where meeting_id = ${meetingId} and seat_id is null and person_id = ${of.personId} and person_id <> all (${kept}::bigint[])`)
  for (const draft of drafts)
    await db`
      insert into meetings.attendance ${db({ meetingId, place, ...draft })}
          on conflict (partnership_id, meeting_id, person_id, seat_id) do update
         set how = excluded.how, for_person_id = excluded.for_person_id, described_as = excluded.described_as, heading = excluded.heading,
             came_at = excluded.came_at, left_at = excluded.left_at,
             sends_person_id = case when excluded.how = 'apologies' then attendance.sends_person_id end,
             edition = attendance.edition + 1`
}

/** Nobody else chairs; null where nobody is said to. */
export async function setChair(db: Db, meetingId: MeetingId, personId: PersonId | null): Promise<void> {
  await db`
    update meetings.attendance set is_chair = (how = 'present' and person_id is not distinct from ${personId}::bigint), edition = edition + 1
     where meeting_id = ${meetingId} and is_chair <> (how = 'present' and person_id is not distinct from ${personId}::bigint)`
}
