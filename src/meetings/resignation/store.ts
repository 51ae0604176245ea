import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { PersonId, SeatId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'

/** Whose resignation from a seat was noted at a meeting, and what the last day of their time there was before. */
export type Noted = {
  readonly personId: PersonId
  readonly name: string
  readonly tenureId: Id<'tenure'> | null
  readonly endedOn: Day | null
}

export async function resignationNoted(db: Db, meetingId: MeetingId, seatId: SeatId): Promise<Noted | null> {
  const [row] = await db<Noted[]>`
    select attendance.person_id, person.name, attendance.ended_tenure_id as tenure_id, attendance.tenure_ended_on as ended_on
      from meetings.attendance
      join partnership.shared_person as person on person.id = attendance.person_id
     where meeting_id = ${meetingId} and seat_id = ${seatId} and has_resigned`
  return row ?? null
}

export async function noteResignation(
  db: Db,
  meetingId: MeetingId,
  seatId: SeatId,
  { personId, tenureId, endedOn, place }: Omit<Noted, 'name'> & { readonly place: number },
): Promise<void> {
  await db`
    insert into meetings.attendance (meeting_id, seat_id, person_id, how, has_resigned, ended_tenure_id, tenure_ended_on, place)
    values (${meetingId}, ${seatId}, ${personId}, 'apologies', true, ${tenureId}, ${endedOn}, ${place})
        on conflict (partnership_id, meeting_id, person_id, seat_id) do update
       set how = 'apologies', has_resigned = true, ended_tenure_id = excluded.ended_tenure_id, tenure_ended_on = excluded.tenure_ended_on,
           edition = attendance.edition + 1`
}

/** They stay under apologies. */
export async function takeBack(db: Db, meetingId: MeetingId, seatId: SeatId): Promise<void> {
  await db`
    update meetings.attendance set has_resigned = false, ended_tenure_id = null, tenure_ended_on = null, edition = edition + 1
     where meeting_id = ${meetingId} and seat_id = ${seatId} and has_resigned`
}
