import type { Db } from '../../platform/db/index.ts'
import type { Organisation, OrganisationId } from './organisation.ts'

export async function organisations(db: Db): Promise<Organisation[]> {
  return db<Organisation[]>`
    select id, name
      from partnership.organisation
     order by lower(name) collate "und-x-icu"`
}

export async function organisation(db: Db, organisationId: OrganisationId): Promise<Organisation | null> {
  const [row] = await db<Organisation[]>`select id, name from partnership.organisation where id = ${organisationId}`
  return row ?? null
}

export async function organisationNamed(db: Db, name: string): Promise<Organisation | null> {
  const [row] = await db<Organisation[]>`select id, name from partnership.organisation where lower(name) = lower(${name})`
  return row ?? null
}

/** Holds other writers off an organisation until the visit ends. */
export async function lockOrganisation(db: Db, organisationId: OrganisationId): Promise<void> {
  await db`select from partnership.organisation where id = ${organisationId} for update`
}

export async function addOrganisation(db: Db, name: string): Promise<OrganisationId> {
  const [row] = await db<{ id: OrganisationId }[]>`insert into partnership.organisation (name) values (${name}) returning id`
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

export async function renameOrganisation(db: Db, organisationId: OrganisationId, name: string): Promise<void> {
  await db`update partnership.organisation set name = ${name} where id = ${organisationId}`
}

export async function removeOrganisation(db: Db, organisationId: OrganisationId): Promise<void> {
  await db`delete from partnership.organisation where id = ${organisationId}`
}
