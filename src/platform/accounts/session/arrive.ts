import { type Day, dayIn } from '../../../kernel/day.ts'
import type { Db } from '../../db/index.ts'
import { type Arrive, type Capacity, nobody, nowhere, type PartnershipAddress, type Role, type Visitor } from '../../web/index.ts'
import { digestOf } from '../secret.ts'
import { isWorthNoting, oldest } from './session.ts'

type Row = {
  readonly accountId: number
  readonly name: string
  readonly seenAt: Temporal.Instant
  readonly role: Role | null
  readonly id: number
  readonly slug: string
  readonly partnershipName: string
  readonly isExample: boolean
  readonly changes: number
  readonly capacity: Capacity | null
  readonly lacksFactor: boolean
}

type Fragment = ReturnType<Db>
/** Where an account sits in a partnership on a day, as a piece of a statement: the partnership module's. */
export type CapacityOf = (db: Db, partnershipId: Fragment, accountId: Fragment, today: Day) => Fragment

/**
 * Whose session it is, what they are in the partnership of the address, and how often that has changed: one query for every page. A session that
 * began at a provider opens the partnership of that provider only.
 */
export const arriveWith =
  (capacityOf: CapacityOf): Arrive =>
  async (db, sessionToken, slug, now) => {
    const { beganAfter, seenAfter } = oldest(now)
    const digest = digestOf(sessionToken)
    const [row] = await db<Row[]>`
    select account.id as account_id, account.name, session.seen_at,
           place.role, place.id, place.slug, place.partnership_name, place.is_example, place.changes, place.lacks_factor, place.capacity
      from platform.session
      join platform.account on account.id = session.account_id
      left join lateral (
        select membership.role, partnership.id, partnership.slug, partnership.name as partnership_name, partnership.is_example,
               (select coalesce(sum(count), 0)::bigint from platform.change where partnership_id = partnership.id) as changes,
               not session.is_strong and exists (select from platform.factor_role
                 where factor_role.partnership_id = partnership.id and factor_role.role = membership.role) as lacks_factor,
               ${capacityOf(db, db`membership.partnership_id`, db`membership.account_id`, dayIn(now))} as capacity
          from platform.membership
          join platform.partnership on partnership.id = membership.partnership_id
         where membership.account_id = account.id and partnership.slug = ${slug ?? ''}
           and (session.only_partnership_id is null or session.only_partnership_id = partnership.id)
      ) as place on true
     where session.token_digest = ${digest} and session.created_at > ${beganAfter} and session.seen_at > ${seenAfter}`
    if (!row) return nobody
    if (isWorthNoting(row.seenAt, now)) await db`update platform.session set seen_at = ${now} where token_digest = ${digest}`

    const signedIn = { accountId: row.accountId, name: row.name, sessionToken }
    if (row.role === null) return { signedIn, place: null, example: null }
    const partnership: PartnershipAddress = { id: row.id, slug: row.slug, name: row.partnershipName, isExample: row.isExample }
    const { role, changes, lacksFactor } = row
    return {
      signedIn,
      place: { partnership, role, capacity: row.capacity ?? nowhere.capacity, changes, lacksFactor },
      example: row.isExample ? await exampleOf(db, row.id) : null,
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
