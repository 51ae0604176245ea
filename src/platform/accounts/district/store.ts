import type { Db } from '../../db/index.ts'
import { type PartnershipAddress, type Share, shares } from '../../web/index.ts'
import { digestOf } from '../secret.ts'
import { newCode, plainCode } from '../setup/code.ts'
import { codeLasts, type District, type Ties } from './district.ts'

export async function districtsOf(db: Db, countyId: number): Promise<District[]> {
  return db<District[]>`
    select partnership.id, partnership.slug, partnership.name,
           array(select what from platform.share where share.partnership_id = partnership.id order by what) as shares
      from platform.district
      join platform.partnership on partnership.id = district.partnership_id
     where district.county_id = ${countyId}
     order by partnership.name, partnership.id`
}

/** Where somebody may look in as a guest, from any of their partnerships or from the only one that their session opens. */
export async function districtsFor(db: Db, accountId: number, onlyFrom: number | null): Promise<District[]> {
  return db<District[]>`
    select partnership.id, partnership.slug, partnership.name, array_agg(share.what order by share.what) as shares
      from platform.membership
      join platform.district on district.county_id = membership.partnership_id
      join platform.share on share.partnership_id = district.partnership_id
      join platform.partnership on partnership.id = district.partnership_id
     where membership.account_id = ${accountId} and (${onlyFrom}::bigint is null or membership.partnership_id = ${onlyFrom})
       and not exists (select from platform.membership as own where own.account_id = ${accountId} and own.partnership_id = partnership.id)
     group by partnership.id
     order by partnership.name, partnership.id`
}

export async function tiesOf(db: Db, partnershipId: number): Promise<Ties> {
  const [county] = await db<{ id: number; name: string }[]>`
    select partnership.id, partnership.name
      from platform.district
      join platform.partnership on partnership.id = district.county_id
     where district.partnership_id = ${partnershipId}`
  const [under] = await db<{ count: number }[]>`select count(*)::int as count from platform.district where county_id = ${partnershipId}`
  return { county: county ?? null, districts: under?.count ?? 0 }
}

export async function sharesOf(db: Db, partnershipId: number): Promise<readonly Share[]> {
  const rows = await db<{ what: Share }[]>`select what from platform.share where partnership_id = ${partnershipId}`
  return shares.filter(share => rows.some(({ what }) => what === share))
}

/** What ties partnerships is changed by one at a time, so that a county does not become a district meanwhile. */
export async function lockTies(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('goldthread districts', 0))`
}

export async function makeCode(db: Db, countyId: number, now: Temporal.Instant): Promise<string> {
  const code = newCode()
  await db`delete from platform.district_code where partnership_id = ${countyId} and expires_at <= ${now}`
  await db`
    insert into platform.district_code (partnership_id, code_digest, expires_at)
    values (${countyId}, ${digestOf(plainCode(code))}, ${now.add(codeLasts)})`
  return code
}

export async function countyOfCode(
  db: Db,
  typed: string,
  now: Temporal.Instant,
): Promise<Pick<PartnershipAddress, 'id' | 'isExample'> | null> {
  const [county] = await db<Pick<PartnershipAddress, 'id' | 'isExample'>[]>`
    select partnership.id, partnership.is_example
      from platform.district_code
      join platform.partnership on partnership.id = district_code.partnership_id
     where code_digest = ${digestOf(plainCode(typed))} and expires_at > ${now}`
  return county ?? null
}

export async function useCode(db: Db, typed: string): Promise<void> {
  await db`delete from platform.district_code where code_digest = ${digestOf(plainCode(typed))}`
}

export async function addDistrict(db: Db, districtId: number, countyId: number): Promise<void> {
  await db`insert into platform.district (partnership_id, county_id) values (${districtId}, ${countyId})`
}

export async function setShares(db: Db, districtId: number, wanted: readonly Share[]): Promise<void> {
  await db`delete from platform.share where partnership_id = ${districtId} and what <> all (${[...wanted]})`
  await db`
    insert into platform.share (partnership_id, what)
    select ${districtId}, unnest(${[...wanted]}::text[])
    on conflict do nothing`
}

/** What was shared first, so that both are told that it is no longer. */
export async function removeDistrict(db: Db, districtId: number): Promise<void> {
  await setShares(db, districtId, [])
  await db`delete from platform.district where partnership_id = ${districtId}`
}

/** The work as a visit to one district in this transaction, which from here on only reads. */
export async function lookInto<T>(db: Db, { id }: Pick<PartnershipAddress, 'id'>, work: (db: Db) => Promise<T>): Promise<T> {
  await db`select set_config('role', 'goldthread_visit', true), set_config('app.partnership', ${String(id)}, true)`
  const result = await work(db)
  await db`select set_config('role', 'goldthread_platform', true), set_config('app.partnership', '', true)`
  return result
}
