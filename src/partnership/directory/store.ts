import type { Db } from '../../platform/db/index.ts'
import { groups, links, lockStructure } from '../group/store.ts'
import type { OrganisationRecord } from '../organisation/organisation.ts'
import type { Post } from '../person/person.ts'
import { seatsOf } from '../seat/store.ts'
import type { Directory, DirectoryChanges, DirectoryPerson } from './directory.ts'

export async function directory(db: Db): Promise<Directory> {
  const [organisations, people, posts, held, heldLinks, seats] = await Promise.all([
    db<OrganisationRecord[]>`
      select id, name, sector, identifier, begins_on, ends_on from partnership.organisation order by lower(name) collate "und-x-icu"`,
    db<DirectoryPerson[]>`select id, name, email, telephone from partnership.person order by lower(name) collate "und-x-icu", id`,
    db<Post[]>`select id, person_id, organisation_id, title, begins_on, ends_on from partnership.post order by begins_on nulls first, id`,
    groups(db),
    links(db),
    seatsOf(db, 'all'),
  ])
  return { organisations, people, posts, groups: held, links: heldLinks, seats }
}

/** Holds other writers off the structure, its groups and seats, until the visit ends: who sits where is then as it was when it was looked at. */
export async function lockDirectory(db: Db): Promise<void> {
  await lockStructure(db)
  await db`select from partnership."group" order by id for update`
  await db`select from partnership.seat order by id for update`
}

type Numbers = ReadonlyMap<number, number>

/** Everything set-wise: a statement for each kind of record, however many rows a sheet has. */
export async function keepDirectory(db: Db, changes: DirectoryChanges): Promise<void> {
  const organisations = await keepOrganisations(db, changes.organisations)
  const people = await keepPeople(db, changes.people)
  await keepPosts(db, changes.posts, organisations, people)
  const groupNumbers = await keepGroups(db, changes.groups)
  await keepSeats(db, changes, { organisations, people, groups: groupNumbers })
}

/** What is added has a number below zero until here. */
const known = (numbers: Numbers, id: number): number => (id > 0 ? id : (numbers.get(id) ?? 0))

/** In the order in which they were inserted, since each takes the next number. */
const numbersOf = (added: readonly { readonly id: number }[], rows: readonly { readonly id: number }[]): Numbers =>
  new Map(added.map(({ id }, at) => [id, rows[at]?.id ?? 0]))

async function keepOrganisations(db: Db, { added, changed }: DirectoryChanges['organisations']): Promise<Numbers> {
  if (changed.length > 0)
    await db`
      update partnership.organisation
         set sector = now.sector, identifier = now.identifier
        from jsonb_to_recordset(${db.json(asJson(changed))}) as now (id bigint, sector text, identifier text)
       where organisation.id = now.id`
  if (added.length === 0) return new Map()
  const rows = await db<{ id: number }[]>`
    insert into partnership.organisation (name, sector, identifier)
    select name, sector, identifier
      from rows from (jsonb_to_recordset(${db.json(asJson(added))}) as (name text, sector text, identifier text)) with ordinality as fresh (name, sector, identifier, place)
     order by place
    returning id`
  return numbersOf(added, rows)
}

async function keepPeople(db: Db, { added, changed }: DirectoryChanges['people']): Promise<Numbers> {
  if (changed.length > 0)
    await db`
      update partnership.person
         set email = now.email, telephone = now.telephone
        from jsonb_to_recordset(${db.json(asJson(changed))}) as now (id bigint, email text, telephone text)
       where person.id = now.id`
  if (added.length === 0) return new Map()
  const rows = await db<{ id: number }[]>`
    insert into partnership.person (name, email, telephone)
    select name, email, telephone
      from rows from (jsonb_to_recordset(${db.json(asJson(added))}) as (name text, email text, telephone text)) with ordinality as fresh (name, email, telephone, place)
     order by place
    returning id`
  return numbersOf(added, rows)
}

async function keepPosts(db: Db, { added, changed }: DirectoryChanges['posts'], organisations: Numbers, people: Numbers): Promise<void> {
  if (changed.length > 0)
    await db`
      update partnership.post
         set title = now.title
        from jsonb_to_recordset(${db.json(asJson(changed))}) as now (id bigint, title text)
       where post.id = now.id`
  if (added.length === 0) return
  const list = added.map(post => ({
    ...post,
    personId: known(people, post.personId),
    organisationId: known(organisations, post.organisationId),
  }))
  await db`
    insert into partnership.post (person_id, organisation_id, title)
    select "personId", "organisationId", title
      from jsonb_to_recordset(${db.json(asJson(list))}) as fresh ("personId" bigint, "organisationId" bigint, title text)`
}

/** What a group reports to may be as new as itself: it is said once all of them have their numbers. */
async function keepGroups(db: Db, { added, changed }: DirectoryChanges['groups']): Promise<Numbers> {
  const rows =
    added.length === 0
      ? []
      : await db<{ id: number }[]>`
    insert into partnership."group" (name, short_name, layer, kind, begins_on, ends_on)
    select name, short_name, layer, kind, begins_on, ends_on
      from rows from (jsonb_to_recordset(${db.json(asJson(added))}) as (name text, "shortName" text, layer text, kind text, "beginsOn" date, "endsOn" date))
           with ordinality as fresh (name, short_name, layer, kind, begins_on, ends_on, place)
     order by place
    returning id`
  const numbers = numbersOf(added, rows)
  const all = [...added, ...changed].map(group => ({
    ...group,
    id: known(numbers, group.id),
    parentId: group.parentId === null ? null : known(numbers, group.parentId),
  }))
  if (all.length > 0)
    await db`
      update partnership."group"
         set short_name = now."shortName", layer = now.layer, kind = now.kind, parent_id = now."parentId", begins_on = now."beginsOn", ends_on = now."endsOn"
        from jsonb_to_recordset(${db.json(asJson(all))}) as now
             (id bigint, "shortName" text, layer text, kind text, "parentId" bigint, "beginsOn" date, "endsOn" date)
       where "group".id = now.id
         and ("group".short_name, "group".layer, "group".kind, "group".parent_id, "group".begins_on, "group".ends_on)
             is distinct from (now."shortName", now.layer, now.kind, now."parentId", now."beginsOn", now."endsOn")`
  return numbers
}

async function keepSeats(
  db: Db,
  { seats, tenures, deputies }: Pick<DirectoryChanges, 'seats' | 'tenures' | 'deputies'>,
  numbers: { readonly organisations: Numbers; readonly people: Numbers; readonly groups: Numbers },
): Promise<void> {
  const body = (id: number | null) => (id === null ? null : known(numbers.organisations, id))
  if (seats.changed.length > 0)
    await db`
      update partnership.seat
         set organisation_id = now."organisationId"
        from jsonb_to_recordset(${db.json(asJson(seats.changed.map(({ id, organisationId }) => ({ id, organisationId: body(organisationId) }))))})
          as now (id bigint, "organisationId" bigint)
       where seat.id = now.id`
  const drafts = seats.added.map(({ groupId, role, title, organisationId, place }) => ({
    groupId: known(numbers.groups, groupId),
    role,
    title,
    organisationId: body(organisationId),
    place,
  }))
  const rows =
    drafts.length === 0
      ? []
      : await db<{ id: number }[]>`
    insert into partnership.seat (group_id, role, title, organisation_id, place)
    select group_id, role, title, organisation_id, place
      from rows from (jsonb_to_recordset(${db.json(asJson(drafts))}) as ("groupId" bigint, role text, title text, "organisationId" bigint, place int))
           with ordinality as fresh (group_id, role, title, organisation_id, place, at)
     order by at
    returning id`
  const seatNumbers = numbersOf(seats.added, rows)
  // Whoever is replaced goes first: there is one holder at a time.
  if (tenures.changed.length > 0)
    await db`
      update partnership.tenure
         set begins_on = now."beginsOn", ends_on = now."endsOn", reason = now.reason, ended_by = now."endedBy"
        from jsonb_to_recordset(${db.json(asJson(tenures.changed))})
          as now (id bigint, "beginsOn" date, "endsOn" date, reason text, "endedBy" text)
       where tenure.id = now.id`
  const sitting = tenures.added.map(tenure => ({
    ...tenure,
    seatId: known(seatNumbers, tenure.seatId),
    personId: known(numbers.people, tenure.personId),
  }))
  if (sitting.length > 0)
    await db`
      insert into partnership.tenure (seat_id, person_id, is_interim, reason, begins_on, ends_on, ended_by)
      select "seatId", "personId", "isInterim", reason, "beginsOn", "endsOn", "endedBy"
        from jsonb_to_recordset(${db.json(asJson(sitting))})
          as fresh ("seatId" bigint, "personId" bigint, "isInterim" boolean, reason text, "beginsOn" date, "endsOn" date, "endedBy" text)`
  const standIns = deputies.added.map(({ seatId, personId, place }) => ({
    seatId: known(seatNumbers, seatId),
    personId: known(numbers.people, personId),
    place,
  }))
  if (standIns.length > 0)
    await db`
      insert into partnership.deputy (seat_id, person_id, place)
      select "seatId", "personId", place
        from jsonb_to_recordset(${db.json(asJson(standIns))}) as fresh ("seatId" bigint, "personId" bigint, place int)`
}

/** postgres.js takes only what is plainly JSON; a readonly type is, and it cannot see it. */
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as Parameters<Db['json']>[0]
