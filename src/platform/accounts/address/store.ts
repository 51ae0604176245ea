import type { Db } from '../../db/index.ts'
import type { PartnershipAddress, Role } from '../../web/index.ts'
import { slugOf } from './address.ts'

export async function createPartnership(db: Db, { slug, name, isExample }: Omit<PartnershipAddress, 'id'>): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into platform.partnership (slug, name, is_example)
    values (${slug}, ${name}, ${isExample})
    returning id`
  if (!row) throw new Error('The partnership was not added')
  return row.id
}

/** Everything of it goes, and of the example the districts too: what belongs to a partnership is deleted with it. The people of the example have nothing else and go too. */
export async function removePartnership(db: Db, partnershipId: number): Promise<void> {
  await db`
    delete from platform.account
     where is_example and id in (select account_id from platform.membership where partnership_id = ${partnershipId})`
  await db`
    delete from platform.partnership
     where is_example and id in (select district.partnership_id from platform.district where county_id = ${partnershipId})
       and exists (select from platform.partnership as county where county.id = ${partnershipId} and county.is_example)`
  await db`delete from platform.partnership where id = ${partnershipId}`
}

export async function freeSlug(db: Db, name: string): Promise<string> {
  const wanted = slugOf(name)
  const taken = await db<{ slug: string }[]>`select slug from platform.partnership where slug = ${wanted} or slug like ${`${wanted}-%`}`
  const slugs = new Set(taken.map(({ slug }) => slug))
  let free = wanted
  for (let number = 2; slugs.has(free); number++) free = `${wanted}-${number}`
  return free
}

/** The county of the example; its districts are part of it. */
export async function examplePartnership(db: Db): Promise<PartnershipAddress | null> {
  const [example] = await db<
    PartnershipAddress[]
  >`select id, slug, name, is_example from platform.partnership where is_example order by id limit 1`
  return example ?? null
}

export async function partnerships(db: Db): Promise<PartnershipAddress[]> {
  return db<PartnershipAddress[]>`select id, slug, name, is_example from platform.partnership order by id`
}

/** Whether there is a partnership besides the example. */
export async function isSetUp(db: Db): Promise<boolean> {
  const [own] = await db`select from platform.partnership where not is_example limit 1`
  return own !== undefined
}

export async function partnershipsOf(db: Db, accountId: number): Promise<(PartnershipAddress & { readonly role: Role })[]> {
  return db<(PartnershipAddress & { readonly role: Role })[]>`
    select partnership.id, partnership.slug, partnership.name, partnership.is_example, membership.role
      from platform.membership
      join platform.partnership on partnership.id = membership.partnership_id
     where membership.account_id = ${accountId}
     order by partnership.name, partnership.id`
}

export async function partnershipName(db: Db, partnershipId: number): Promise<string> {
  const [partnership] = await db<{ name: string }[]>`select name from platform.partnership where id = ${partnershipId}`
  return partnership?.name ?? 'Goldthread'
}

/** In whose name somebody is written to about their account: the partnership that they have belonged to for longest. */
export async function homeOf(db: Db, accountId: number): Promise<number | null> {
  const [home] = await db<{ partnershipId: number }[]>`
    select partnership_id from platform.membership where account_id = ${accountId} order by partnership_id limit 1`
  return home?.partnershipId ?? null
}
