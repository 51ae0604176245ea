import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Group, GroupDraft, GroupId, GroupLink, LinkDraft, OutsideBody, Reach, SectorQuorum } from './group.ts'

export async function groups(db: Db): Promise<Group[]> {
  return db<Group[]>`
    select id, name, short_name, layer, kind, parent_id, terms_of_reference, quorum, deputies_act, begins_on, ends_on
      from partnership."group"
     order by lower(name) collate "und-x-icu"`
}

export type GroupName = Pick<Group, 'id' | 'name'>
export async function groupNamed(db: Db, groupId: GroupId): Promise<GroupName | null> {
  const [row] = await db<GroupName[]>`select id, name from partnership."group" where id = ${groupId}`
  return row ?? null
}

/** Of these, by name. */
export async function groupsNamed(db: Db, groupIds: readonly number[]): Promise<GroupName[]> {
  return db<GroupName[]>`
    select id, name from partnership."group" where id = any (${[...groupIds]}::bigint[]) order by lower(name) collate "und-x-icu"`
}

export async function links(db: Db): Promise<GroupLink[]> {
  return db<GroupLink[]>`select id, group_id, kind, to_group_id, to_body_id from partnership.group_link order by id`
}

export async function outsideBodies(db: Db): Promise<OutsideBody[]> {
  return db<OutsideBody[]>`select id, name, reach from partnership.outside_body order by lower(name) collate "und-x-icu"`
}

export async function sectorQuorums(db: Db, groupId: GroupId): Promise<SectorQuorum[]> {
  return db<SectorQuorum[]>`select group_id, sector, number from partnership.quorum_sector where group_id = ${groupId} order by sector`
}

/** How many seats a group needs to be represented, and of which sectors; null where none was agreed. */
export async function quorumOf(
  db: Db,
  groupId: GroupId,
): Promise<{ readonly seats: number | null; readonly bySector: readonly SectorQuorum[] }> {
  const [[group], bySector] = await Promise.all([
    db<{ quorum: number | null }[]>`select quorum from partnership."group" where id = ${groupId}`,
    sectorQuorums(db, groupId),
  ])
  return { seats: group?.quorum ?? null, bySector }
}

/** Two moves at once could each be right and together make a group report to itself: whoever changes the structure waits for the other. */
export async function lockStructure(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('partnership.group', platform.current_partnership()))`
}

/** Holds other writers off a group and its seats until the visit ends. */
export async function lockGroup(db: Db, groupId: GroupId): Promise<void> {
  await db`select from partnership."group" where id = ${groupId} for update`
}

export async function addGroup(db: Db, draft: GroupDraft): Promise<GroupId> {
  const [row] = await db<{ id: GroupId }[]>`insert into partnership."group" ${db(columnsOf(draft))} returning id`
  if (!row) throw new Error('A group was not added')
  return row.id
}

export async function changeGroup(db: Db, groupId: GroupId, draft: GroupDraft): Promise<void> {
  await db`update partnership."group" set ${db(columnsOf(draft))} where id = ${groupId}`
}

const columnsOf = (draft: GroupDraft) => ({
  name: draft.name,
  shortName: draft.shortName,
  layer: draft.layer,
  kind: draft.kind,
  parentId: draft.parentId,
  termsOfReference: draft.termsOfReference,
  quorum: draft.quorum,
  deputiesAct: draft.deputiesAct,
  beginsOn: draft.beginsOn,
  endsOn: draft.endsOn,
})

/** These, and of no other sector. */
export async function setSectorQuorums(db: Db, groupId: GroupId, numbers: readonly Omit<SectorQuorum, 'groupId'>[]): Promise<void> {
  await db`delete from partnership.quorum_sector where group_id = ${groupId} and sector <> all (${numbers.map(({ sector }) => sector)}::text[])`
  for (const { sector, number } of numbers)
    await db`
      insert into partnership.quorum_sector (group_id, sector, number) values (${groupId}, ${sector}, ${number})
          on conflict (partnership_id, group_id, sector) do update set number = excluded.number where quorum_sector.number <> excluded.number`
}

/** What was written down for the seats of a group, for who sits there and for their deputies. */
export async function reachOf(db: Db, groupId: GroupId): Promise<Reach> {
  const [row] = await db<Reach[]>`
    select least(min(seat.begins_on), min(tenure.begins_on), min(deputy.begins_on)) as first,
           greatest(max(seat.ends_on), max(tenure.ends_on), max(deputy.ends_on)) as last
      from partnership.seat
      left join partnership.tenure on tenure.seat_id = seat.id
      left join partnership.deputy on deputy.seat_id = seat.id
     where seat.group_id = ${groupId}`
  return row ?? { first: null, last: null }
}

/** The group, its seats and whoever sits or stands in on them have their last day, where they do not have an earlier one. */
export async function endGroup(db: Db, groupId: GroupId, on: Day): Promise<void> {
  const seats = db`select id from partnership.seat where group_id = ${groupId}`
  await db`
    update partnership.tenure set ends_on = ${on}::date, ended_by = 'term-ended'
     where seat_id in (${seats}) and (ends_on is null or ends_on > ${on}::date)`
  await db`update partnership.deputy set ends_on = ${on}::date where seat_id in (${seats}) and (ends_on is null or ends_on > ${on}::date)`
  await db`update partnership.seat set ends_on = ${on}::date where group_id = ${groupId} and (ends_on is null or ends_on > ${on}::date)`
  await db`update partnership."group" set ends_on = ${on}::date where id = ${groupId}`
}

export async function removeGroup(db: Db, groupId: GroupId): Promise<void> {
  await db`delete from partnership."group" where id = ${groupId}`
}

export async function addLink(db: Db, groupId: GroupId, { kind, toGroupId, toBodyId }: LinkDraft): Promise<void> {
  await db`
    insert into partnership.group_link (group_id, kind, to_group_id, to_body_id)
    values (${groupId}, ${kind}, ${toGroupId}, ${toBodyId})`
}

export async function removeLink(db: Db, groupId: GroupId, linkId: GroupLink['id']): Promise<void> {
  await db`delete from partnership.group_link where group_id = ${groupId} and id = ${linkId}`
}

export async function addOutsideBody(db: Db, { name, reach }: Omit<OutsideBody, 'id'>): Promise<OutsideBody['id']> {
  const [row] = await db<
    { id: OutsideBody['id'] }[]
  >`insert into partnership.outside_body (name, reach) values (${name}, ${reach}) returning id`
  if (!row) throw new Error('An outside body was not added')
  return row.id
}

export async function changeOutsideBody(db: Db, { id, name, reach }: OutsideBody): Promise<void> {
  await db`update partnership.outside_body set name = ${name}, reach = ${reach} where id = ${id}`
}

export async function removeOutsideBody(db: Db, bodyId: OutsideBody['id']): Promise<void> {
  await db`delete from partnership.outside_body where id = ${bodyId}`
}
