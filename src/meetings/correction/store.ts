import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { PieceId } from '../minutes/minutes.ts'
import type { Correction, CorrectionDraft, CorrectionId } from './correction.ts'

/** Of the minutes of a meeting, in the order in which they were proposed. */
export async function correctionsOf(db: Db, meetingId: MeetingId): Promise<Correction[]> {
  const rows = await db<(Omit<Correction, 'decidedIn'> & { decidedInId: number | null; decidedOn: string | null })[]>`
    select correction.id, correction.of_minute_id as piece_id, correction.place_in_words, correction.was, correction.should_read, correction.proposed_by_id,
           person.name as proposed_by, correction.state, correction.agreed_in_id as decided_in_id, decided.on_day as decided_on, correction.applied as is_applied
      from meetings.correction
      left join partnership.shared_person as person on person.id = correction.proposed_by_id
      left join meetings.meeting decided on decided.id = correction.agreed_in_id
     where correction.of_meeting_id = ${meetingId}
     order by correction.id`
  return rows.map(({ decidedInId, decidedOn, ...correction }) => ({
    ...correction,
    decidedIn: decidedInId === null ? null : { id: decidedInId, onDay: decidedOn as NonNullable<Correction['decidedIn']>['onDay'] },
  }))
}

export async function addCorrection(db: Db, meetingId: MeetingId, { pieceId, ...draft }: CorrectionDraft): Promise<void> {
  await db`insert into meetings.correction ${db({ ofMeetingId: meetingId, ofMinuteId: pieceId, ...draft })}`
}

export async function decideCorrection(
  db: Db,
  id: CorrectionId,
  decided: Pick<Correction, 'state' | 'pieceId' | 'isApplied'> & { readonly decidedInId: number },
): Promise<void> {
  await db`
    update meetings.correction
       set state = ${decided.state}, of_minute_id = ${decided.pieceId}, agreed_in_id = ${decided.decidedInId}, applied = ${decided.isApplied}
     where id = ${id}`
}

/** The piece, and the decision that said the same. */
export async function correctPiece(db: Db, pieceId: PieceId, was: string, text: string): Promise<void> {
  await db`update meetings.minute set text = ${text}, edition = edition + 1 where id = ${pieceId}`
  await db`update meetings.decision set text = ${text} where minute_id = ${pieceId} and text = ${was}`
}
