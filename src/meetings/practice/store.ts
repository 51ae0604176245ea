import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type Practice, usualPractice } from './practice.ts'

/** What a group has said, or what is usual. */
export async function practiceOf(db: Db, groupId: GroupId): Promise<Practice> {
  const [row] = await db<Practice[]>`
    select papers_due, papers_due_in, agenda_due, to_char(usual_starts_at, 'HH24:MI') as usual_starts_at,
           to_char(usual_ends_at, 'HH24:MI') as usual_ends_at, usual_venue, confirms_closings, minutes_form
      from meetings.practice
     where group_id = ${groupId}`
  return row ?? usualPractice
}
