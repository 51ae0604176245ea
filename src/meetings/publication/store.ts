import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { Contents, Member, Publication } from './publication.ts'

/** The newest first. */
export async function publications(db: Db, meetingId: MeetingId): Promise<Publication[]> {
  return db<Publication[]>`
    select publication.id, publication.number, publication.message, publication.contents, publication.made_at, publication.made_by_name,
           (select count(*) from meetings.publication_recipient as recipient
             where recipient.partnership_id = publication.partnership_id and recipient.publication_id = publication.id) as recipients
      from meetings.publication
     where publication.meeting_id = ${meetingId}
     order by publication.number desc`
}

export type Told = {
  readonly meetingId: MeetingId
  readonly number: number
  readonly message: string
  readonly contents: Contents
  readonly before: Contents | null
  readonly sees: Member['sees']
}

/** What somebody is told by a publication, and what they were told before it; null for one who is not. */
export async function toldTo(db: Db, publicationId: number, personId: number): Promise<Told | null> {
  const [row] = await db<Told[]>`
    select publication.meeting_id, publication.number, publication.message, publication.contents, recipient.sees,
           (select before.contents from meetings.publication as before
             where before.meeting_id = publication.meeting_id and before.number = publication.number - 1) as before
      from meetings.publication
      join meetings.publication_recipient as recipient on recipient.publication_id = publication.id and recipient.person_id = ${personId}
     where publication.id = ${publicationId}`
  return row ?? null
}

type NewPublication = Pick<Publication, 'number' | 'message' | 'contents' | 'madeAt' | 'madeByName'>

export async function addPublication(
  db: Db,
  meetingId: MeetingId,
  { number, message, contents, madeAt, madeByName }: NewPublication,
  members: readonly Member[],
): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into meetings.publication (meeting_id, number, message, contents, made_at, made_by_name)
    values (${meetingId}, ${number}, ${message}, ${db.json(JSON.parse(JSON.stringify(contents)))}, ${madeAt}, ${madeByName})
    returning id`
  if (!row) throw new Error('A publication was not added')
  await db`
    insert into meetings.publication_recipient ${db(members.map(({ personId, sees }) => ({ publicationId: row.id, personId, sees })))}`
  await db`update meetings.meeting set published_at = ${madeAt} where id = ${meetingId}`
  return row.id
}
