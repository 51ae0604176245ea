import type { Db } from '../../db/index.ts'
import type { Role } from '../../web/index.ts'
import type { Member } from './membership.ts'

export type NewMembership = { readonly partnershipId: number; readonly accountId: number; readonly role: Role }

export type Colleague = { readonly accountId: number; readonly name: string; readonly role: Role }

export async function addMembership(db: Db, { partnershipId, accountId, role }: NewMembership): Promise<void> {
  await db`
    insert into platform.membership (partnership_id, account_id, role)
    values (${partnershipId}, ${accountId}, ${role})`
}

/** Those who belong to the partnership of a visit, which sees no accounts. */
export async function colleagues(db: Db): Promise<Colleague[]> {
  return db<Colleague[]>`select account_id, name, role from platform.members() order by lower(name) collate "und-x-icu", account_id`
}

/** Holds off others who change who belongs to the partnership, so that the last administrator is still the last when it is written. */
export async function lockMembers(db: Db, partnershipId: number): Promise<void> {
  await db`select from platform.partnership where id = ${partnershipId} for update`
}

export async function membersOf(db: Db, partnershipId: number): Promise<Member[]> {
  const rows = await db<Row[]>`${members(db)} where membership.partnership_id = ${partnershipId} order by account.name, account.id`
  return rows.map(memberIn)
}

export async function memberOf(db: Db, partnershipId: number, accountId: number): Promise<Member | null> {
  const [row] = await db<Row[]>`
    ${members(db)} where membership.partnership_id = ${partnershipId} and membership.account_id = ${accountId}`
  return row ? memberIn(row) : null
}

export async function administratorsIn(db: Db, partnershipId: number): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) as count
      from platform.membership
     where partnership_id = ${partnershipId} and role = 'administrator'`
  return row?.count ?? 0
}

export async function setRole(db: Db, { partnershipId, accountId, role }: NewMembership): Promise<void> {
  await db`
    update platform.membership
       set role = ${role}
     where partnership_id = ${partnershipId} and account_id = ${accountId}`
}

export async function removeMembership(db: Db, partnershipId: number, accountId: number): Promise<void> {
  await db`delete from platform.membership where partnership_id = ${partnershipId} and account_id = ${accountId}`
}

type Row = Omit<Member, 'invitation'> & {
  readonly until: Temporal.Instant | null
  readonly byMail: boolean
  readonly couldNotBeSent: boolean
}

const memberIn = ({ until, byMail, couldNotBeSent, ...member }: Row): Member => ({
  ...member,
  invitation: until === null ? null : { until, byMail, couldNotBeSent },
})

const members = (db: Db) => db`
  select account.id as account_id, account.name, account.email, account.is_example, account.passphrase_hash is not null as has_passphrase,
         membership.role,
         array(select provider.name
                 from platform.provider_account as link
                 join platform.provider on provider.partnership_id = link.partnership_id and provider.id = link.provider_id
                where link.partnership_id = membership.partnership_id and link.account_id = account.id
                order by provider.name) as providers,
         exists (select from platform.authenticator where account_id = account.id)
           or exists (select from platform.passkey where account_id = account.id) as has_factor,
         exists (select from platform.membership as other
                  where other.account_id = account.id and other.partnership_id <> membership.partnership_id) as is_elsewhere,
         link.expires_at as until, coalesce(link.by_mail, false) as by_mail,
         exists (select from platform.job where unique_key = 'mail invitation ' || link.id and failed_at is not null) as could_not_be_sent
    from platform.membership
    join platform.account on account.id = membership.account_id
    left join platform.one_time_link as link on link.account_id = account.id and link.purpose = 'invitation' and account.passphrase_hash is null`
