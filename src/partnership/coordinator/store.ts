import type { Day } from '../../kernel/day.ts'
import { colleagues } from '../../platform/accounts/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import { type Coordination, type Coordinator, settle } from './coordinator.ts'

/** Everybody at the table by name, with whose figures they report today and where they have a post. */
export async function coordinators(db: Db, today: Day): Promise<Coordinator[]> {
  const [members, people] = await Promise.all([
    colleagues(db),
    db<(Omit<Coordinator, 'role'> & { accountId: number | null })[]>`
      select person.id as person_id, person.name, person.account_id,
             array(select distinct organisation_id from partnership.coordinator
                    where person_id = person.id and partnership.holds_on(begins_on, ends_on, ${today}) order by 1) as organisation_ids,
             array(select distinct organisation_id from partnership.post
                    where person_id = person.id and partnership.holds_on(begins_on, ends_on, ${today}) order by 1) as post_ids
        from partnership.person
       order by lower(person.name) collate "und-x-icu", person.id`,
  ])
  const roleOf = new Map(members.map(({ accountId, role }) => [accountId, role]))
  return people.map(({ accountId, ...rest }) => ({ ...rest, role: accountId === null ? null : (roleOf.get(accountId) ?? null) }))
}

/** Who reports the figures of an organisation on a day. */
export async function coordinatorsOf(db: Db, organisationId: OrganisationId, today: Day): Promise<PersonId[]> {
  const rows = await db<{ personId: PersonId }[]>`
    select distinct person_id from partnership.coordinator
     where organisation_id = ${organisationId} and partnership.holds_on(begins_on, ends_on, ${today}) order by 1`
  return rows.map(({ personId }) => personId)
}

/** Whoever changes who reports for whom does so one after the other. */
export async function lockCoordinators(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('partnership.coordinator', platform.current_partnership()))`
}

/** These from today on, and no others; what was before stays on record with its last day. */
export async function setCoordinator(db: Db, personId: PersonId, organisationIds: readonly OrganisationId[], today: Day): Promise<void> {
  const held = await db<Coordination[]>`
    select id, organisation_id, person_id, begins_on, ends_on
      from partnership.coordinator
     where person_id = ${personId} and partnership.holds_on(begins_on, ends_on, ${today})`
  const { begun, ended, removed, lastDay } = settle(held, organisationIds, today)
  await db`update partnership.coordinator set ends_on = ${lastDay} where id = any (${ended}::bigint[])`
  await db`delete from partnership.coordinator where id = any (${removed}::bigint[])`
  await db`
    insert into partnership.coordinator (organisation_id, person_id, begins_on)
    select organisation_id, ${personId}, ${today} from unnest(${begun}::bigint[]) as chosen (organisation_id)`
}

/** Who an account is at the table. */
export async function personOf(db: Db, accountId: number): Promise<PersonId | null> {
  const [row] = await db<{ id: PersonId }[]>`select id from partnership.person where account_id = ${accountId}`
  return row?.id ?? null
}
