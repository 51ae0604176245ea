import type { PersonId, SeatId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'

/** Whoever sits there will not come, and may have said who comes instead. */
export async function sendApologies(
  db: Db,
  meetingId: MeetingId,
  { personId, seatId, sendsPersonId }: { readonly personId: PersonId; readonly seatId: SeatId; readonly sendsPersonId: PersonId | null },
): Promise<void> {
  await db`
    insert into meetings.attendance (meeting_id, person_id, seat_id, how, sends_person_id, place)
    values (${meetingId}, ${personId}, ${seatId}, 'apologies', ${sendsPersonId}, (select count(*) from meetings.attendance where meeting_id = ${meetingId}))
        on conflict (partnership_id, meeting_id, person_id, seat_id) do update
       set how = 'apologies', sends_person_id = excluded.sends_person_id, edition = attendance.edition + 1`
}

/** They come after all. */
export async function withdrawApologies(db: Db, meetingId: MeetingId, personId: PersonId, seatId: SeatId): Promise<void> {
  await db`
    delete from meetings.attendance
     where meeting_id = ${meetingId} and person_id = ${personId} and seat_id = ${seatId} and how = 'apologies' and not has_resigned`
}
