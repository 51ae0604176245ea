import type { Day } from '../../../kernel/day.ts'
import type { GroupId } from '../../../partnership/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { MeetingId } from '../../meeting/meeting.ts'
import type { Letter } from './letter.ts'

/** For meetings of a group, the latest last. */
export async function lettersOf(db: Db, groupId: GroupId): Promise<Letter[]> {
  return db<Letter[]>`
    select about_group_id, last_meeting_id, text, sent_on, sent_by_name
      from meetings.representation_letter
      join meetings.meeting on meeting.id = last_meeting_id
     where representation_letter.group_id = ${groupId}
     order by meeting.on_day, meeting.id`
}

export type Place = { readonly groupId: GroupId; readonly aboutGroupId: GroupId; readonly lastMeetingId: MeetingId }

/** Once sent, it stays as it was sent. */
export async function keepLetter(
  db: Db,
  { groupId, aboutGroupId, lastMeetingId }: Place,
  { text, sentOn, sentByName }: { readonly text: string; readonly sentOn: Day | null; readonly sentByName: string },
): Promise<void> {
  await db`
    insert into meetings.representation_letter (group_id, about_group_id, last_meeting_id, text, sent_on, sent_by_name)
    values (${groupId}, ${aboutGroupId}, ${lastMeetingId}, ${text}, ${sentOn}, ${sentByName})
        on conflict (partnership_id, group_id, about_group_id, last_meeting_id) do update
       set text = excluded.text, sent_on = excluded.sent_on, sent_by_name = excluded.sent_by_name
     where representation_letter.sent_on is null`
}

/** It was not sent after all. */
export async function takeLetterBack(db: Db, { groupId, aboutGroupId, lastMeetingId }: Place): Promise<void> {
  await db`
    update meetings.representation_letter set sent_on = null, sent_by_name = ''
     where group_id = ${groupId} and about_group_id = ${aboutGroupId} and last_meeting_id = ${lastMeetingId}`
}
