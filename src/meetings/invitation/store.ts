import { atTables, people } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Scheduled } from '../feed/feed.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { Guest, Told } from './invitation.ts'

/** Everybody at the table on its day, and whoever was told of it before. */
export async function guestsOf(db: Db, { id, groupId, onDay }: Scheduled): Promise<Guest[]> {
  const [tables, told, known] = await Promise.all([
    atTables(db, [groupId]),
    db<(Told & { personId: number })[]>`
      select person_id, sequence, is_cancelled, sent_at from meetings.invitation where meeting_id = ${id}`,
    people(db),
  ])
  const seated = new Set<number>(tables(groupId, onDay).map(({ personId }) => personId))
  const states = new Map(told.map(({ personId, ...state }) => [personId, state]))
  return known
    .filter(person => seated.has(person.id) || states.has(person.id))
    .map(({ id: personId, name, email }) => ({
      personId,
      name,
      email,
      isAtTable: seated.has(personId),
      told: states.get(personId) ?? null,
    }))
}

export async function noteTold(db: Db, meetingId: MeetingId, personId: number, { sequence, isCancelled, sentAt }: Told): Promise<void> {
  await db`
    insert into meetings.invitation (meeting_id, person_id, sequence, is_cancelled, sent_at)
    values (${meetingId}, ${personId}, ${sequence}, ${isCancelled}, ${sentAt})
        on conflict (partnership_id, meeting_id, person_id)
        do update set sequence = excluded.sequence, is_cancelled = excluded.is_cancelled, sent_at = excluded.sent_at`
}

export async function raiseSequence(db: Db, meetingId: MeetingId): Promise<void> {
  await db`update meetings.meeting set sequence = sequence + 1 where id = ${meetingId}`
}
