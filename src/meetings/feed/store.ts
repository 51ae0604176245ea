import type { Day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { meeting, meetings } from '../meeting/store.ts'
import type { Scheduled } from './feed.ts'

export type FeedOf = { readonly groupId: GroupId } | { readonly personId: PersonId }

/** When the address was made that leads there; null where there is none. */
export async function feedOf(db: Db, of: FeedOf): Promise<Temporal.Instant | null> {
  const [row] = await db<{ madeAt: Temporal.Instant }[]>`select made_at from meetings.feed where ${where(db, of)}`
  return row?.madeAt ?? null
}

/** In place of the one there was, which leads nowhere from then on. */
export async function makeFeed(db: Db, of: FeedOf, digest: Uint8Array): Promise<void> {
  await revokeFeed(db, of)
  await db`insert into meetings.feed ${db({ ...of, digest })}`
}

export async function revokeFeed(db: Db, of: FeedOf): Promise<void> {
  await db`delete from meetings.feed where ${where(db, of)}`
}

const where = (db: Db, of: FeedOf) => ('groupId' in of ? db`group_id = ${of.groupId}` : db`person_id = ${of.personId}`)

export type LedTo = { readonly partnershipId: number; readonly slug: string; readonly name: string }

/** Between visits: where an address leads. */
export async function leadsTo(db: Db, digest: Uint8Array): Promise<LedTo | null> {
  const [partnership] = await db<LedTo[]>`select partnership_id, slug, name from meetings.feed_at(${digest})`
  return partnership ?? null
}

export async function feedWith(db: Db, digest: Uint8Array): Promise<FeedOf | null> {
  const [row] = await db<{ groupId: GroupId | null; personId: PersonId | null }[]>`
    select group_id, person_id from meetings.feed where digest = ${digest}`
  if (row?.groupId) return { groupId: row.groupId }
  return row?.personId ? { personId: row.personId } : null
}

/** From a day on. */
export async function scheduled(db: Db, groupIds: readonly GroupId[], from: Day): Promise<Scheduled[]> {
  return withState(db, await meetings(db, { groupIds, from }))
}

export async function scheduledMeeting(db: Db, meetingId: MeetingId): Promise<Scheduled | null> {
  const found = await meeting(db, meetingId)
  return found === null ? null : ((await withState(db, [found]))[0] ?? null)
}

async function withState(db: Db, found: readonly Meeting[]): Promise<Scheduled[]> {
  const rows = await db<{ id: MeetingId; uid: string; sequence: number }[]>`
    select id, uid, sequence from meetings.meeting where id = any (${found.map(({ id }) => id)}::bigint[])`
  const states = new Map(rows.map(row => [row.id, row]))
  return found.flatMap(each => {
    const state = states.get(each.id)
    return state === undefined ? [] : [{ ...each, uid: state.uid, sequence: state.sequence }]
  })
}
