import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type MeetingId, meetingName } from '../meeting/meeting.ts'
import { meeting } from '../meeting/store.ts'

/** What the register of actions asks of meetings, which it does not know: how many of a group were held after a day, each in the order in which it was asked. */
export async function heldSince(db: Db, asked: readonly { readonly groupId: GroupId; readonly day: Day }[]): Promise<number[]> {
  if (asked.length === 0) return []
  const rows = await db<{ held: number }[]>`
    select (select count(*) from meetings.meeting where meeting.group_id = asked.group_id and meeting.state = 'held' and meeting.on_day > asked.day) as held
      from unnest(${asked.map(({ groupId }) => groupId)}::bigint[], ${asked.map(({ day }) => day)}::date[]) with ordinality as asked (group_id, day, at)
     order by asked.at`
  return rows.map(({ held }) => held)
}

/** Whether the group wants to confirm that an action is done. */
export async function confirmsClosings(db: Db, groupId: GroupId): Promise<boolean> {
  const [practice] = await db<{ confirmsClosings: boolean }[]>`select confirms_closings from meetings.practice where group_id = ${groupId}`
  return practice?.confirmsClosings ?? false
}

/** The meeting that agreed an action. */
export async function agreedAt(
  db: Db,
  { source, sourceId }: { readonly source: string; readonly sourceId: number | null },
): Promise<{ readonly text: string; readonly href: string } | null> {
  const held = source === 'meeting' && sourceId !== null ? await meeting(db, sourceId as MeetingId) : null
  return held === null ? null : { text: meetingName(held), href: `meetings/${held.id}` }
}
