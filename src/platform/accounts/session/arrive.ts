import { type Day, dayIn } from '../../../kernel/day.ts'
import type { Db } from '../../db/index.ts'
import {
  type Arrive,
  type Capacity,
  nobody,
  nowhere,
  type PartnershipAddress,
  type Role,
  type Share,
  type Visitor,
} from '../../web/index.ts'
import { digestOf } from '../secret.ts'
import { isWorthNoting, oldest } from './session.ts'

type Row = {
  readonly accountId: number
  readonly name: string
  readonly seenAt: Temporal.Instant
  readonly role: Role | 'guest' | null
  readonly id: number
  readonly slug: string
  readonly partnershipName: string
  readonly isExample: boolean
  readonly changes: number
  readonly capacity: Capacity | null
  readonly lacksFactor: boolean
  readonly countySlug: string | null
  readonly countyName: string | null
  readonly shares: readonly Share[] | null
}

type Fragment = ReturnType<Db>
/** Where an account sits in a partnership on a day, as a piece of a statement: the partnership module's. */
export type CapacityOf = (db: Db, partnershipId: Fragment, accountId: Fragment, today: Day) => Fragment

/**
 * Whose session it is, what they are in the partnership of the address, and how often that has changed: one query for every page. A session that
 * began at a provider opens the partnership of that provider only. Who is not a member, but of the county partnership, comes as a guest where something
 * is shared with it.
 */
export const arriveWith =
  (capacityOf: CapacityOf): Arrive =>
  async (db, sessionToken, slug, now) => {
    const { beganAfter, seenAfter } = oldest(now)
    const digest = digestOf(sessionToken)
    const [row] = await db<Row[]>`
    select account.id as account_id, account.name, session.seen_at,
           place.role, place.id, place.slug, place.partnership_name, place.is_example, place.changes, place.lacks_factor, place.capacity,
           place.county_slug, place.county_name, place.shares
      from platform.session
      join platform.account on account.id = session.account_id
      left join lateral (
        select case when county.id is null then membership.role else 'guest' end as role,
               partnership.id, partnership.slug, partnership.name as partnership_name, partnership.is_example,
               (select coalesce(sum(count), 0)::bigint from platform.change where partnership_id = partnership.id) as changes,
               not session.is_strong and exists (select from platform.factor_role
                 where factor_role.partnership_id = membership.partnership_id and factor_role.role = membership.role) as lacks_factor,
               case when county.id is null then ${capacityOf(db, db`membership.partnership_id`, db`membership.account_id`, dayIn(now))} end as capacity,
               county.slug as county_slug, county.name as county_name,
               case when county.id is not null then
                 array(select what from platform.share where share.partnership_id = partnership.id order by what) end as shares
          from platform.partnership
          left join platform.district on district.partnership_id = partnership.id
          join platform.membership on membership.partnership_id in (partnership.id, district.county_id)
          left join platform.partnership as county on county.id = membership.partnership_id and county.id <> partnership.id
         where membership.account_id = account.id and partnership.slug = ${slug ?? ''}
           and (session.only_partnership_id is null or session.only_partnership_id = membership.partnership_id)
           and (county.id is null or exists (select from platform.share where share.partnership_id = partnership.id))
         order by county.id nulls first
         limit 1
      ) as place on true
     where session.token_digest = ${digest} and session.created_at > ${beganAfter} and session.seen_at > ${seenAfter}`
    if (!row) return nobody
    if (isWorthNoting(row.seenAt, now)) await db`update platform.session set seen_at = ${now} where token_digest = ${digest}`

    const signedIn = { accountId: row.accountId, name: row.name, sessionToken }
    if (row.role === null) return { signedIn, place: null, example: null }
    const partnership: PartnershipAddress = { id: row.id, slug: row.slug, name: row.partnershipName, isExample: row.isExample }
    const { role, changes, lacksFactor, countySlug, countyName, shares } = row
    const guest = countySlug !== null && countyName !== null && { of: { slug: countySlug, name: countyName }, shares: shares ?? [] }
    return {
      signedIn,
      place: { partnership, role, ...(guest && { guest }), capacity: row.capacity ?? nowhere.capacity, changes, lacksFactor },
      example: row.isExample && !guest ? await exampleOf(db, row.id) : null,
    }
  }

type Persona = Pick<Visitor, 'accountId' | 'name' | 'role'>

async function exampleOf(db: Db, partnershipId: number): Promise<{ people: Persona[]; canSetUp: boolean }> {
  const people = await db<Persona[]>`
    select account.id as account_id, account.name, membership.role
      from platform.membership
      join platform.account on account.id = membership.account_id
     where membership.partnership_id = ${partnershipId} and account.is_example
     order by account.id`
  const [others] = await db`select from platform.partnership where not is_example limit 1`
  return { people, canSetUp: others === undefined }
}
