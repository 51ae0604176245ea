import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ClockTime, Meeting, MeetingId } from '../meeting/meeting.ts'
import { lockMeeting, meetings } from '../meeting/store.ts'
import { type AgendaItem, type AgendaItemId, type AgendaState, type Arising, type ItemDraft, type PlacedItem, placed } from './agenda.ts'

/** In order, each followed by those within it, with its number and its time. One query. */
export async function agendaOf(db: Db, meetingId: MeetingId, sees: 'all' | 'open'): Promise<PlacedItem[]> {
  const rows = await db<(AgendaItem & { readonly meetingStartsAt: ClockTime | null })[]>`
    select ${columns(db)}, to_char(meeting.starts_at, 'HH24:MI') as meeting_starts_at
      from meetings.agenda_item as item
      join meetings.meeting on meeting.id = item.meeting_id
      left join partnership.shared_person as presenter on presenter.id = item.presenter_id
     where item.meeting_id = ${meetingId}
     order by item.place, item.id`
  const [first] = rows
  return placed(
    rows.map(({ meetingStartsAt, ...item }) => item),
    first?.meetingStartsAt ?? null,
    sees,
  )
}

export async function agendaItem(db: Db, itemId: AgendaItemId): Promise<AgendaItem | null> {
  const [row] = await db<AgendaItem[]>`
    select ${columns(db)}
      from meetings.agenda_item as item
      left join partnership.shared_person as presenter on presenter.id = item.presenter_id
     where item.id = ${itemId}`
  return row ?? null
}

const columns = (db: Db) => db`
  item.id, item.meeting_id, item.parent_id, item.place, item.number_as_typed, item.kind, item.title, item.detail, item.purpose,
  coalesce(presenter.name, item.presenter) as presenter, item.presenter_id, item.about_group_id, item.minutes, item.is_confidential, item.forward_item_id`

/** Until it is published, or its minutes are circulated, it is a draft: search has the same rule. */
export async function agendaState(db: Db, meetingId: MeetingId): Promise<AgendaState> {
  const [row] = await db<AgendaState[]>`
    select meeting.published_at is not null as is_published,
           meeting.published_at is null and coalesce(minutes.state, 'draft') = 'draft' as is_draft,
           coalesce(minutes.state = 'approved', false) as is_closed
      from meetings.meeting
      left join meetings.minutes on minutes.meeting_id = meeting.id
     where meeting.id = ${meetingId}`
  if (!row) throw new Error('There is no such meeting')
  return row
}

/** Approved minutes close the agenda that they are written under: the database refuses to change it. */
export async function isClosed(db: Db, meetingId: MeetingId): Promise<boolean> {
  const rows = await db`select from meetings.minutes where meeting_id = ${meetingId} and state = 'approved'`
  return rows.length > 0
}

/** Holds off whoever else would change the agenda until the visit ends. */
export const lockAgenda = lockMeeting

/** After another that stands beside it, or else as the last of those. */
export async function addItem(db: Db, meetingId: MeetingId, draft: ItemDraft, afterId: AgendaItemId | null = null): Promise<AgendaItemId> {
  await lockAgenda(db, meetingId)
  const [place] = await db<{ place: number }[]>`
    select coalesce((select place from meetings.agenda_item where id = ${afterId} and meeting_id = ${meetingId} and parent_id is not distinct from ${draft.parentId}),
                    max(place), 0) + 1 as place
      from meetings.agenda_item
     where meeting_id = ${meetingId} and parent_id is not distinct from ${draft.parentId}`
  const at = place?.place ?? 1
  await db`
    update meetings.agenda_item set place = place + 1
     where meeting_id = ${meetingId} and parent_id is not distinct from ${draft.parentId} and place >= ${at}`
  const [row] = await db<{ id: AgendaItemId }[]>`
    insert into meetings.agenda_item ${db({ meetingId, place: at, ...written(draft) })} returning id`
  if (!row) throw new Error('An item was not added')
  return row.id
}

/** Within another it goes to the end of those there. */
export async function changeItem(db: Db, item: AgendaItem, draft: ItemDraft): Promise<void> {
  if (item.parentId === draft.parentId) await db`update meetings.agenda_item set ${db(written(draft))} where id = ${item.id}`
  else
    await db`
      update meetings.agenda_item set ${db(written(draft))},
             place = (select coalesce(max(place), 0) + 1 from meetings.agenda_item where meeting_id = ${item.meetingId} and parent_id is not distinct from ${draft.parentId})
       where id = ${item.id}`
}

/** Those that stand beside each other, in a new order. */
export async function orderItems(db: Db, meetingId: MeetingId, itemIds: readonly AgendaItemId[]): Promise<void> {
  await db`
    update meetings.agenda_item set place = ordered.place
      from unnest(${[...itemIds]}::bigint[]) with ordinality as ordered (id, place)
     where agenda_item.id = ordered.id and agenda_item.meeting_id = ${meetingId} and agenda_item.place <> ordered.place`
}

/** With those within it. */
export async function removeItem(db: Db, itemId: AgendaItemId): Promise<void> {
  await db`delete from meetings.agenda_item where id = ${itemId}`
}

/** Whether something has been written under it, or under what stands within it, that would go with it. */
export async function isMinuted(db: Db, itemId: AgendaItemId): Promise<boolean> {
  const rows = await db`
    with those as (select id from meetings.agenda_item where id = ${itemId} or parent_id = ${itemId})
    select where exists (select from meetings.minute where item_id in (select id from those))
              or exists (select from meetings.decision where item_id in (select id from those))
              or exists (select from meetings.interest where item_id in (select id from those))`
  return rows.length > 0
}

/** A person is kept by who they are, so that a new name of theirs is shown. */
const written = (draft: ItemDraft) => ({
  parentId: draft.parentId,
  numberAsTyped: draft.numberAsTyped,
  kind: draft.kind,
  title: draft.title,
  detail: draft.detail,
  purpose: draft.purpose,
  presenter: draft.presenterId === null ? draft.presenter : '',
  presenterId: draft.presenterId,
  aboutGroupId: draft.aboutGroupId,
  minutes: draft.minutes,
  isConfidential: draft.isConfidential,
  forwardItemId: draft.forwardItemId,
})

/** What stands at the top in a new order, with what is added to it. */
export async function settleItems(db: Db, meetingId: MeetingId, order: readonly (AgendaItemId | ItemDraft)[]): Promise<void> {
  const rows = order.flatMap((each, at) => (typeof each === 'object' ? [{ meetingId, ...written(each), place: at + 1 }] : []))
  const kept = order.flatMap((each, at) => (typeof each === 'number' ? [{ id: each, place: at + 1 }] : []))
  await db`
    update meetings.agenda_item set place = kept.place
      from unnest(${kept.map(({ id }) => id)}::bigint[], ${kept.map(({ place }) => place)}::integer[]) as kept (id, place)
     where agenda_item.id = kept.id and agenda_item.meeting_id = ${meetingId} and agenda_item.place <> kept.place`
  if (rows.length > 0) await db`insert into meetings.agenda_item ${db(rows)}`
}

/** Where an agenda begins: items with what stands within them. */
export async function beginAgenda(
  db: Db,
  meetingId: MeetingId,
  items: readonly { readonly draft: ItemDraft; readonly within: readonly ItemDraft[] }[],
): Promise<void> {
  if (items.length === 0) return
  const added = await db<{ id: AgendaItemId; place: number }[]>`
    insert into meetings.agenda_item ${db(items.map(({ draft }, at) => ({ meetingId, ...written(draft), place: at + 1 })))} returning id, place`
  const idAt = new Map(added.map(({ id, place }) => [place, id]))
  const inside = items.flatMap(({ within }, at) =>
    within.map((draft, place) => ({ meetingId, ...written(draft), parentId: idAt.get(at + 1) ?? null, place: place + 1 })),
  )
  if (inside.length > 0) await db`insert into meetings.agenda_item ${db(inside)}`
}

/** The last that its group held before it; or that should have been by a day, where nobody has said that it was. */
export async function meetingBefore(db: Db, { id, groupId, onDay }: Meeting, today: Day): Promise<Meeting | null> {
  const earlier = (await meetings(db, { groupId, before: onDay })).filter(meeting => meeting.id !== id)
  return earlier.findLast(({ state, onDay: on }) => state === 'held' || (state === 'planned' && on < today)) ?? null
}

/** What of a group's actions was open when the meeting came, or is open today before it: the oldest first. */
export async function mattersArising(db: Db, { groupId, onDay }: Meeting, sees: 'all' | 'open'): Promise<Arising[]> {
  return db<Arising[]>`
    select id, reference, carried_as, text, owners_as_typed as owners, due_on, due_as_typed, state, is_confidential
      from actions.shared_action
     where group_id = ${groupId} and source_day < ${onDay} and (state in ('open', 'done') or ended_on >= ${onDay})
       and (${sees === 'all'} or not is_confidential)
     order by source_day, number, id`
}

export type UpdateAt = { readonly meetingId: MeetingId; readonly groupId: GroupId }

/** Of which groups an update is on the agenda of a meeting between two days, the second not included; those that were cancelled are left out. */
export async function updatesBetween(db: Db, from: Day, before: Day): Promise<UpdateAt[]> {
  return db<UpdateAt[]>`
    select distinct meeting.id as meeting_id, item.about_group_id as group_id
      from meetings.agenda_item as item
      join meetings.meeting on meeting.id = item.meeting_id
     where item.about_group_id is not null and meeting.on_day >= ${from} and meeting.on_day < ${before} and meeting.day_known <> 'month' and meeting.state <> 'cancelled'
     order by 1, 2`
}

/** Groups by name, for whose update an item is. */
export async function groupsByName(db: Db): Promise<{ readonly id: GroupId; readonly name: string }[]> {
  return db<{ id: GroupId; name: string }[]>`select id, name from partnership.shared_group order by lower(name), id`
}
