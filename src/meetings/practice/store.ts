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

export async function setPractice(db: Db, groupId: GroupId, practice: Practice): Promise<void> {
  const { papersDue, papersDueIn, agendaDue, usualStartsAt, usualEndsAt, usualVenue, confirmsClosings, minutesForm } = practice
  const said = { papersDue, papersDueIn, agendaDue, usualStartsAt, usualEndsAt, usualVenue, confirmsClosings, minutesForm }
  await db`
    insert into meetings.practice ${db({ groupId, ...said })}
        on conflict (partnership_id, group_id) do update set ${db(said)}`
}
