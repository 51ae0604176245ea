import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { meetings } from '../meeting/store.ts'
import {
  type Bearers,
  type ForwardDraft,
  type ForwardItem,
  type ForwardItemId,
  type ForwardPlan,
  forwardPlanOf,
  openOnly,
  type When,
} from './forward-plan.ts'

/** Of a group, from a day on: what the page, the agenda and the minutes show. Two queries. */
export async function forwardPlanTable(db: Db, groupId: GroupId, from: Day | null, sees: 'all' | 'open'): Promise<ForwardPlan> {
  const [ahead, items] = await Promise.all([meetings(db, { groupId, from }), forwardItems(db, groupId)])
  return forwardPlanOf(ahead, openOnly(items, sees))
}

/** Of one group or of all, in order. */
export async function forwardItems(db: Db, groupId: GroupId | null): Promise<ForwardItem[]> {
  return db<ForwardItem[]>`${columns(db)} where (${groupId}::bigint is null or item.group_id = ${groupId}) order by item.place, item.id`
}

export async function forwardItem(db: Db, itemId: ForwardItemId): Promise<ForwardItem | null> {
  const [row] = await db<ForwardItem[]>`${columns(db)} where item.id = ${itemId}`
  return row ?? null
}

const columns = (db: Db) => db`
  select item.id, item.group_id, item.meeting_id, item.is_standing, item.place, item.title, item.detail, coalesce(person.name, item.responsible) as responsible,
         item.person_id, item.seat_id, item.purpose, item.source, item.source_item_id, item.minutes,
         exists (select from meetings.agenda_item where agenda_item.forward_item_id = item.id and agenda_item.is_confidential) as is_confidential
    from meetings.forward_item as item
    left join partnership.shared_person as person on person.id = item.person_id`

/** Holds off whoever else would change the forward plan of a group until the visit ends. */
export async function lockForwardPlan(db: Db, groupId: GroupId): Promise<void> {
  await db`select from meetings.forward_item where group_id = ${groupId} order by id for update`
}

/** After those that are there, in the order in which they are given. */
export async function addForwardItems(db: Db, groupId: GroupId, drafts: readonly ForwardDraft[]): Promise<ForwardItemId[]> {
  if (drafts.length === 0) return []
  const [last] = await db<
    { place: number }[]
  >`select coalesce(max(place), 0) as place from meetings.forward_item where group_id = ${groupId}`
  const rows = drafts.map((draft, at) => ({ groupId, place: (last?.place ?? 0) + at + 1, ...written(draft) }))
  const added = await db<{ id: ForwardItemId }[]>`insert into meetings.forward_item ${db(rows)} returning id`
  return added.map(({ id }) => id)
}

export async function changeForwardItem(db: Db, itemId: ForwardItemId, draft: ForwardDraft): Promise<void> {
  await db`update meetings.forward_item set ${db(written(draft))} where id = ${itemId}`
}

export async function removeForwardItem(db: Db, itemId: ForwardItemId): Promise<void> {
  await db`delete from meetings.forward_item where id = ${itemId}`
}

export type Allocation = When & { readonly id: ForwardItemId }

export async function allocate(db: Db, groupId: GroupId, allocations: readonly Allocation[]): Promise<void> {
  const standing = allocations.filter(({ isStanding }) => isStanding).map(({ id }) => id)
  await db`
    update meetings.forward_item set meeting_id = moved.meeting_id, is_standing = moved.id = any (${standing}::bigint[])
      from unnest(${allocations.map(({ id }) => id)}::bigint[], ${allocations.map(({ meetingId }) => meetingId)}::bigint[]) as moved (id, meeting_id)
     where forward_item.id = moved.id and forward_item.group_id = ${groupId}`
}

/** Those that are named come in this order, the others where they were. */
export async function orderForwardItems(db: Db, groupId: GroupId, itemIds: readonly ForwardItemId[]): Promise<void> {
  await db`
    update meetings.forward_item set place = ordered.place
      from unnest(${[...itemIds]}::bigint[]) with ordinality as ordered (id, place)
     where forward_item.id = ordered.id and forward_item.group_id = ${groupId} and forward_item.place <> ordered.place`
}

export async function everybody(db: Db): Promise<Bearers['people']> {
  return db<Bearers['people'][number][]>`select id, name from partnership.shared_person order by lower(name), id`
}

/** Where the item of an agenda stands that asked for one. */
export async function askedIn(db: Db, item: ForwardItem): Promise<MeetingId | null> {
  const [row] = await db<{ meetingId: MeetingId }[]>`select meeting_id from meetings.agenda_item where id = ${item.sourceItemId}`
  return row?.meetingId ?? null
}

/** A person is kept by who they are, so that a new name of theirs is shown. */
const written = (draft: ForwardDraft) => ({
  meetingId: draft.meetingId,
  isStanding: draft.isStanding,
  title: draft.title,
  detail: draft.detail,
  responsible: draft.personId === null ? draft.responsible : '',
  personId: draft.personId,
  seatId: draft.seatId,
  purpose: draft.purpose,
  source: draft.source,
  sourceItemId: draft.sourceItemId,
  minutes: draft.minutes,
})
