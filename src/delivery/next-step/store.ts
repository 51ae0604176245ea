import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Subject } from '../commentary/commentary.ts'
import type { AddedAction, AddedItem, MeetingChoice, Taken } from './next-step.ts'

const columns = (db: Db) => db`
  select id, indicator_id, area_id, starts_on, ends_on, kind, said, to_names, by_name, on_day, action_id, forward_item_id from delivery.next_step`

/** What was carried out because of what is said of a period. */
export async function stepsTaken(db: Db, { indicatorId, areaId, startsOn, endsOn }: Subject): Promise<Taken[]> {
  return db<Taken[]>`
    ${columns(db)} where indicator_id = ${indicatorId} and area_id = ${areaId} and starts_on = ${startsOn} and ends_on = ${endsOn} order by id`
}

export async function stepTaken(db: Db, id: number): Promise<Taken | null> {
  const [row] = await db<Taken[]>`${columns(db)} where id = ${id}`
  return row ?? null
}

/** In place of what was done about the same before, which is not there any more, or was a letter of another day. */
export async function keepStep(db: Db, step: Omit<Taken, 'id'>): Promise<Taken['id']> {
  const { indicatorId, areaId, startsOn, endsOn, kind, said, toNames, byName, onDay, actionId, forwardItemId } = step
  const row = { indicatorId, areaId, startsOn, endsOn, kind, said, toNames, byName, onDay, actionId, forwardItemId }
  const [kept] = await db<{ id: number }[]>`
    insert into delivery.next_step ${db(row)}
        on conflict (partnership_id, indicator_id, area_id, starts_on, ends_on, kind) do update
       set said = excluded.said, to_names = excluded.to_names, by_name = excluded.by_name, on_day = excluded.on_day, action_id = excluded.action_id,
           forward_item_id = excluded.forward_item_id
    returning id`
  if (!kept) throw new Error('A step was not kept')
  return kept.id
}

export async function addedActions(db: Db, ids: readonly number[]): Promise<AddedAction[]> {
  return db<AddedAction[]>`
    select id, reference, state, outcome, group_id, is_confidential from actions.shared_action where id = any (${[...ids]}::bigint[])`
}

export async function addedItems(db: Db, ids: readonly number[]): Promise<AddedItem[]> {
  return db<AddedItem[]>`
    select id, group_id, title, meeting_id, on_day from meetings.shared_forward_item where id = any (${[...ids]}::bigint[])`
}

/** Meetings of a group that are to come, the next first. */
export async function meetingsToCome(db: Db, groupId: GroupId, today: Day): Promise<MeetingChoice[]> {
  return db<MeetingChoice[]>`
    select id, to_char(on_day, case day_known when 'month' then 'FMMonth YYYY' else 'FMDD FMMonth YYYY' end) as name
      from meetings.shared_meeting
     where group_id = ${groupId} and on_day >= ${today} and state = 'planned'
     order by on_day, id`
}

/** The letter to the chair of a group that was missing twice, where one is kept for the last meeting. */
export async function letterSent(
  db: Db,
  groupId: GroupId,
  aboutGroupId: GroupId,
): Promise<{ readonly sentOn: Day | null; readonly sentByName: string } | null> {
  const [row] = await db<{ sentOn: Day | null; sentByName: string }[]>`
    select sent_on, sent_by_name from meetings.shared_letter where group_id = ${groupId} and about_group_id = ${aboutGroupId} order by last_on desc limit 1`
  return row ?? null
}
