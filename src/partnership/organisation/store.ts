import type { SeatRole } from '../../kernel/duty.ts'
import type { Span } from '../../kernel/span.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PersonId } from '../person/person.ts'
import type { Namesakes, Organisation, OrganisationDraft, OrganisationId, OrganisationRecord, Sector } from './organisation.ts'
import type { Succession, SuccessionDraft } from './succession.ts'

export async function organisations(db: Db): Promise<Organisation[]> {
  return db<Organisation[]>`
    select id, name
      from partnership.organisation
     order by lower(name) collate "und-x-icu"`
}

export type OrganisationSought = { readonly words: readonly string[]; readonly sector: Sector | null }
export type OrganisationFound = OrganisationRecord & { readonly people: number; readonly seats: number }

/** One page of them, with how many people have a post there and how many seats are for it on a day; and how many there are. */
export async function organisationsFound(
  db: Db,
  { words, sector }: OrganisationSought,
  today: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly found: readonly OrganisationFound[]; readonly total: number }> {
  const rows = await db<(OrganisationFound & { total: number })[]>`
    with found as (
      select organisation.*, count(*) over () as total
        from partnership.organisation
       where (${sector}::text is null or sector = ${sector})
         and not exists (select from unnest(${[...words]}::text[]) as word
                          where position(lower(word) in lower(name || ' ' || coalesce(identifier, ''))) = 0)
       order by lower(name) collate "und-x-icu"
       limit ${limit} offset ${offset})
    select id, name, sector, identifier, begins_on, ends_on, total,
           (select count(distinct person_id) from partnership.post
             where organisation_id = found.id and partnership.holds_on(post.begins_on, post.ends_on, ${today})) as people,
           (select count(*) from partnership.seat
             where organisation_id = found.id and partnership.holds_on(seat.begins_on, seat.ends_on, ${today})) as seats
      from found
     order by lower(name) collate "und-x-icu"`
  return { found: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export async function organisation(db: Db, organisationId: OrganisationId): Promise<OrganisationRecord | null> {
  const [row] = await db<OrganisationRecord[]>`
    select id, name, sector, identifier, begins_on, ends_on from partnership.organisation where id = ${organisationId}`
  return row ?? null
}

export async function namesakesOf(db: Db, { name, identifier }: OrganisationDraft): Promise<Namesakes> {
  const rows = await db<(Organisation & { identifier: string | null })[]>`
    select id, name, identifier from partnership.organisation where lower(name) = lower(${name}) or identifier = ${identifier}`
  return {
    ofName: rows.find(row => row.name.toLowerCase() === name.toLowerCase()) ?? null,
    ofIdentifier: rows.find(row => identifier !== null && row.identifier === identifier) ?? null,
  }
}

/** Holds other writers off an organisation until the visit ends. */
export async function lockOrganisation(db: Db, organisationId: OrganisationId): Promise<void> {
  await db`select from partnership.organisation where id = ${organisationId} for update`
}

export async function addOrganisation(db: Db, draft: OrganisationDraft): Promise<OrganisationId> {
  const { name, sector, identifier, beginsOn, endsOn } = draft
  const [row] = await db<{ id: OrganisationId }[]>`
    insert into partnership.organisation (name, sector, identifier, begins_on, ends_on)
    values (${name}, ${sector}, ${identifier}, ${beginsOn}, ${endsOn})
    returning id`
  if (!row) throw new Error('An organisation was not added')
  return row.id
}

/** Adds those whose name is not there yet, and says what number each has, by its name in lower case. */
export async function ensureOrganisations(db: Db, names: readonly string[]): Promise<ReadonlyMap<string, OrganisationId>> {
  const wanted = [...new Map(names.map(name => [name.toLowerCase(), name])).values()]
  await db`
    insert into partnership.organisation (name)
    select name
      from unnest(${wanted}::text[]) with ordinality as wanted (name, place)
     where not exists (select from partnership.organisation there where lower(there.name) = lower(wanted.name))
     order by place
        on conflict (partnership_id, lower(name)) do nothing`
  const rows = await db<Organisation[]>`
    select id, name
      from partnership.organisation
     where lower(name) = any (select lower(name) from unnest(${wanted}::text[]) as wanted (name))`
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
}

export async function changeOrganisation(db: Db, organisationId: OrganisationId, draft: OrganisationDraft): Promise<void> {
  const { name, sector, identifier, beginsOn, endsOn } = draft
  await db`
    update partnership.organisation
       set name = ${name}, sector = ${sector}, identifier = ${identifier}, begins_on = ${beginsOn}, ends_on = ${endsOn}
     where id = ${organisationId}`
}

export async function removeOrganisation(db: Db, organisationId: OrganisationId): Promise<void> {
  await db`delete from partnership.organisation where id = ${organisationId}`
}

export async function successions(db: Db): Promise<Succession[]> {
  return db<Succession[]>`select id, predecessor_id, successor_id, on_day, kind from partnership.succession order by on_day, id`
}

/** One after the other, so that no two together make a circle. */
export async function lockSuccessions(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('partnership.succession', platform.current_partnership()))`
}

/** The one before has its last day by it, unless it has an earlier one. */
export async function addSuccession(db: Db, draft: SuccessionDraft, lastDay: string): Promise<void> {
  const { predecessorId, successorId, onDay, kind } = draft
  await db`
    insert into partnership.succession (predecessor_id, successor_id, on_day, kind)
    values (${predecessorId}, ${successorId}, ${onDay}, ${kind})`
  await db`
    update partnership.organisation
       set ends_on = least(ends_on, ${lastDay}::date)
     where id = ${predecessorId} and (ends_on is null or ends_on > ${lastDay}::date)`
}

export async function removeSuccession(db: Db, successionId: Succession['id']): Promise<void> {
  await db`delete from partnership.succession where id = ${successionId}`
}

export type PostThere = Span & { readonly personId: PersonId; readonly name: string; readonly title: string }

/** Whoever has or had a post there. */
export async function postsAt(db: Db, organisationId: OrganisationId): Promise<PostThere[]> {
  return db<PostThere[]>`
    select post.person_id, person.name, post.title, post.begins_on, post.ends_on
      from partnership.post
      join partnership.person on person.id = post.person_id
     where post.organisation_id = ${organisationId}
     order by lower(person.name) collate "und-x-icu", post.begins_on nulls first, post.id`
}

export type SeatOfOrganisation = Span & {
  readonly id: number
  readonly groupId: number
  readonly group: string
  readonly role: SeatRole
  readonly title: string
}
export type Sitting = Span & { readonly seatId: number; readonly personId: PersonId; readonly name: string; readonly isInterim: boolean }

/** The seats that are for an organisation, and whoever sits or sat on them. */
export async function seatsFor(
  db: Db,
  organisationId: OrganisationId,
): Promise<{ readonly seats: readonly SeatOfOrganisation[]; readonly sittings: readonly Sitting[] }> {
  const [seats, sittings] = await Promise.all([
    db<SeatOfOrganisation[]>`
      select seat.id, seat.group_id, "group".name as "group", seat.role, seat.title,
             greatest(seat.begins_on, "group".begins_on) as begins_on, least(seat.ends_on, "group".ends_on) as ends_on
        from partnership.seat
        join partnership."group" on "group".id = seat.group_id
       where seat.organisation_id = ${organisationId}
       order by lower("group".name) collate "und-x-icu", seat.place, seat.id`,
    db<Sitting[]>`
      select tenure.seat_id, tenure.person_id, person.name, tenure.is_interim, tenure.begins_on, tenure.ends_on
        from partnership.tenure
        join partnership.seat on seat.id = tenure.seat_id
        join partnership.person on person.id = tenure.person_id
       where seat.organisation_id = ${organisationId}
       order by tenure.is_interim, tenure.begins_on desc nulls last, tenure.id`,
  ])
  return { seats, sittings }
}
