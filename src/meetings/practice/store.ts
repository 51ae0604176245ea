import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { workingCalendarOf } from '../calendar/store.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { type Practice, papersDueOn, usualPractice } from './practice.ts'

/** What a group has said, or what is usual. */
export async function practiceOf(db: Db, groupId: GroupId): Promise<Practice> {
  const [row] = await db<Practice[]>`
    select papers_due, papers_due_in, agenda_due, to_char(usual_starts_at, 'HH24:MI') as usual_starts_at,
           to_char(usual_ends_at, 'HH24:MI') as usual_ends_at, usual_venue, confirms_closings, minutes_form
      from meetings.practice
     where group_id = ${groupId}`
  return row ?? usualPractice
}

export type PaperDay = { readonly meetingId: MeetingId; readonly groupId: GroupId; readonly onDay: Day; readonly papersDueOn: Day }

/** Until when papers have to be there for each meeting of these groups from a day on, the soonest first; those whose day is not known yet and those that were cancelled are left out. */
export async function paperDaysOf(db: Db, groupIds: readonly GroupId[], from: Day): Promise<PaperDay[]> {
  const [held, calendar] = await Promise.all([
    db<(Pick<PaperDay, 'meetingId' | 'groupId' | 'onDay'> & Pick<Practice, 'papersDue' | 'papersDueIn'>)[]>`
      select meeting.id as meeting_id, meeting.group_id, meeting.on_day,
             coalesce(practice.papers_due, ${usualPractice.papersDue}) as papers_due, coalesce(practice.papers_due_in, ${usualPractice.papersDueIn}) as papers_due_in
        from meetings.meeting
        left join meetings.practice on practice.group_id = meeting.group_id
       where meeting.group_id = any(${[...groupIds]}::bigint[]) and meeting.on_day >= ${from} and meeting.day_known <> 'month' and meeting.state <> 'cancelled'
       order by meeting.on_day, meeting.id`,
    workingCalendarOf(db),
  ])
  return held.map(({ papersDue, papersDueIn, ...at }) => ({
    ...at,
    papersDueOn: papersDueOn({ ...usualPractice, papersDue, papersDueIn }, at.onDay, calendar),
  }))
}

export async function setPractice(db: Db, groupId: GroupId, practice: Practice): Promise<void> {
  const { papersDue, papersDueIn, agendaDue, usualStartsAt, usualEndsAt, usualVenue, confirmsClosings, minutesForm } = practice
  const said = { papersDue, papersDueIn, agendaDue, usualStartsAt, usualEndsAt, usualVenue, confirmsClosings, minutesForm }
  await db`
    insert into meetings.practice ${db({ groupId, ...said })}
        on conflict (partnership_id, group_id) do update set ${db(said)}`
}
