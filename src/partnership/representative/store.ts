import { colleagues } from '../../platform/accounts/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { Representative } from './representative.ts'

/** Every contributor by name, those too for whom no organisation is named yet. */
export async function representatives(db: Db): Promise<Representative[]> {
  const [members, ties] = await Promise.all([
    colleagues(db),
    db<{ accountId: number; organisationIds: OrganisationId[] }[]>`
      select account_id, array_agg(organisation_id order by organisation_id) as organisation_ids
        from partnership.representative
       group by account_id`,
  ])
  const organisationsBy = new Map(ties.map(({ accountId, organisationIds }) => [accountId, organisationIds]))
  return members
    .filter(({ role }) => role === 'contributor')
    .map(({ accountId, name }) => ({ accountId, name, organisationIds: organisationsBy.get(accountId) ?? [] }))
}

/** The organisations that a member answers for. */
export async function organisationsOf(db: Db, accountId: number): Promise<OrganisationId[]> {
  const rows = await db<{ organisationId: OrganisationId }[]>`
    select organisation_id from partnership.representative where account_id = ${accountId} order by organisation_id`
  return rows.map(({ organisationId }) => organisationId)
}

/** Whoever changes who reports for whom does so one after the other. */
export async function lockRepresentatives(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('partnership.representative', platform.current_partnership()))`
}

/** These, and no others. */
export async function setRepresentative(db: Db, accountId: number, organisationIds: readonly OrganisationId[]): Promise<void> {
  await db`
    delete from partnership.representative
     where account_id = ${accountId} and organisation_id <> all (${[...organisationIds]}::bigint[])`
  await db`
    insert into partnership.representative (account_id, organisation_id)
    select ${accountId}, organisation_id from unnest(${[...organisationIds]}::bigint[]) as chosen (organisation_id)
        on conflict do nothing`
}
