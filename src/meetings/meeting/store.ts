import type { Day } from '../../kernel/day.ts'
import type { GroupId, Reach } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { GroupToMeet, Meeting, MeetingDraft, MeetingId } from './meeting.ts'

export type MeetingsSought = {
  readonly groupId?: GroupId | null
  readonly groupIds?: readonly number[] | null
  readonly from?: Day | null
  readonly before?: Day | null
}

/** Of one group, of several or of all, from a day on, and before another where one is given; the earliest first. */
export async function meetings(
  db: Db,
  { groupId = null, groupIds = null, from = null, before = null }: MeetingsSought,
): Promise<Meeting[]> {
  return db<Meeting[]>`
    ${columns(db)}
     where (${groupId}::bigint is null or meeting.group_id = ${groupId})
       and (${groupIds === null} or meeting.group_id = any (${[...(groupIds ?? [])]}::bigint[]))
       and (${from}::date is null or meeting.on_day >= ${from})
       and (${before}::date is null or meeting.on_day < ${before})
     order by meeting.on_day, meeting.starts_at nulls first, meeting.id`
}

export async function meeting(db: Db, meetingId: MeetingId): Promise<Meeting | null> {
  const [row] = await db<Meeting[]>`${columns(db)} where meeting.id = ${meetingId}`
  return row ?? null
}

/** Times without their seconds. */
const columns = (db: Db) => db`
  select meeting.id, meeting.group_id, "group".name as "group", "group".short_name, meeting.title, meeting.on_day, meeting.day_known,
         to_char(meeting.starts_at, 'HH24:MI') as starts_at, to_char(meeting.ends_at, 'HH24:MI') as ends_at, meeting.venue, meeting.host_organisation_id,
         meeting.joining_link, meeting.note, meeting.state, meeting.state_reason,
         to_char(meeting.opened_at, 'HH24:MI') as opened_at, to_char(meeting.closed_at, 'HH24:MI') as closed_at
    from meetings.meeting
    join partnership.shared_group as "group" on "group".id = meeting.group_id`

/** Holds other writers off the meeting until the visit ends. */
export async function lockMeeting(db: Db, meetingId: MeetingId): Promise<void> {
  await db`select from meetings.meeting where id = ${meetingId} for update`
}

/** Those of whose meetings somebody has the keeping, by name. */
export async function groupsOf(db: Db, reach: Reach): Promise<GroupToMeet[]> {
  const own = typeof reach === 'string' ? [] : reach.groupIds
  return db<GroupToMeet[]>`
    select id, name, short_name
      from partnership.shared_group
     where ${reach === 'everybody'} or id = any (${[...own]}::bigint[])
     order by lower(name) collate "und-x-icu"`
}

export async function addMeeting(db: Db, groupId: GroupId, draft: MeetingDraft): Promise<MeetingId> {
  const [row] = await db<{ id: MeetingId }[]>`insert into meetings.meeting ${db({ groupId, ...columnsOf(draft) })} returning id`
  if (!row) throw new Error('A meeting was not added')
  return row.id
}

export async function changeMeeting(db: Db, meetingId: MeetingId, draft: MeetingDraft): Promise<void> {
  await db`update meetings.meeting set ${db(columnsOf(draft))}, sequence = sequence + 1 where id = ${meetingId}`
}

const columnsOf = (draft: MeetingDraft) => ({
  title: draft.title,
  onDay: draft.onDay,
  dayKnown: draft.dayKnown,
  startsAt: draft.startsAt,
  endsAt: draft.endsAt,
  venue: draft.venue,
  hostOrganisationId: draft.hostOrganisationId,
  joiningLink: draft.joiningLink,
  note: draft.note,
})
