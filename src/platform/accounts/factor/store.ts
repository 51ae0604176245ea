import type { Db } from '../../db/index.ts'
import { digestOf, type Seal } from '../secret.ts'
import { plainCode } from '../setup/code.ts'
import { newRecoveryCodes } from './recovery-code.ts'

/** What an account has to show besides its passphrase. */
export type Factors = { readonly hasApp: boolean; readonly passkeys: number; readonly codesLeft: number }

export async function factorsOf(db: Db, accountId: number): Promise<Factors> {
  const [row] = await db<Factors[]>`
    select exists (select from platform.authenticator where account_id = ${accountId}) as has_app,
           (select count(*) from platform.passkey where account_id = ${accountId}) as passkeys,
           (select count(*) from platform.recovery_code where account_id = ${accountId} and used_at is null) as codes_left`
  if (!row) throw new Error('A count was not given')
  return row
}

export const hasFactor = ({ hasApp, passkeys }: Factors): boolean => hasApp || passkeys > 0

const about = (accountId: number): string => `authenticator ${accountId}`

/** A key while it waits, in the page that shows it, for the first code: nothing is kept that was never set up. */
export const waitingKey = async (db: Db, seal: Seal, accountId: number, key: string): Promise<string> =>
  (await seal.sealed(db, key, about(accountId))).toString('base64url')

export const openedKey = (db: Db, seal: Seal, accountId: number, waiting: string): Promise<string | null> =>
  seal.opened(db, Buffer.from(waiting, 'base64url'), about(accountId))

type NewAuthenticator = { readonly accountId: number; readonly key: string; readonly step: number; readonly now: Temporal.Instant }

export async function setAuthenticator(db: Db, seal: Seal, { accountId, key, step, now }: NewAuthenticator): Promise<void> {
  const sealedKey = await seal.sealed(db, key, about(accountId))
  await db`
    insert into platform.authenticator (account_id, sealed_key, last_step, created_at)
    values (${accountId}, ${sealedKey}, ${step}, ${now})
    on conflict (account_id) do update set sealed_key = excluded.sealed_key, last_step = excluded.last_step, created_at = excluded.created_at`
}

/** null where there is none; a null key is one that cannot be opened any more. */
export async function authenticatorOf(db: Db, seal: Seal, accountId: number): Promise<{ key: string | null; lastStep: number } | null> {
  const [row] = await db<{ sealedKey: Buffer; lastStep: number }[]>`
    select sealed_key, last_step from platform.authenticator where account_id = ${accountId}`
  return row ? { key: await seal.opened(db, row.sealedKey, about(accountId)), lastStep: row.lastStep } : null
}

/** Says whether it was the first to use it: of two who send one code at once, one is let in. */
export async function useStep(db: Db, accountId: number, step: number): Promise<boolean> {
  const rows = await db`
    update platform.authenticator set last_step = ${step} where account_id = ${accountId} and last_step < ${step} returning account_id`
  return rows.length > 0
}

export async function removeAuthenticator(db: Db, accountId: number): Promise<void> {
  await db`delete from platform.authenticator where account_id = ${accountId}`
  await afterRemoval(db, accountId)
}

/** Everything by which somebody could show that they are more than the passphrase. */
export async function removeFactors(db: Db, accountId: number): Promise<void> {
  await db`delete from platform.passkey where account_id = ${accountId}`
  await removeAuthenticator(db, accountId)
}

/** Codes stand in for a second factor: without one they are for nothing, and a session is no stronger than the passphrase. What an organisation vouches for stays so. */
export async function afterRemoval(db: Db, accountId: number): Promise<void> {
  if (hasFactor(await factorsOf(db, accountId))) return
  await db`delete from platform.recovery_code where account_id = ${accountId}`
  await db`
    update platform.session
       set is_strong = false
     where account_id = ${accountId}
       and not exists (select from platform.provider
                        where provider.partnership_id = session.only_partnership_id and provider.id = session.provider_id and provider.counts_as_second_factor)`
}

/** Those from before are good for nothing from now on. */
export async function makeRecoveryCodes(db: Db, accountId: number): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await db`delete from platform.recovery_code where account_id = ${accountId}`
  await db`
    insert into platform.recovery_code (account_id, code_digest)
    select ${accountId}, decode(unnest(${codes.map(code => digestOf(plainCode(code)).toString('hex'))}::text[]), 'hex')`
  return codes
}

/** Says whether it was one that had not been used. */
export async function useRecoveryCode(db: Db, accountId: number, typed: string, now: Temporal.Instant): Promise<boolean> {
  const rows = await db`
    update platform.recovery_code set used_at = ${now}
     where account_id = ${accountId} and code_digest = ${digestOf(plainCode(typed))} and used_at is null
    returning account_id`
  return rows.length > 0
}

/** The partnerships in which somebody's role needs a second factor. */
export async function askedBy(db: Db, accountId: number): Promise<{ readonly slug: string; readonly name: string }[]> {
  return db<{ slug: string; name: string }[]>`
    select partnership.slug, partnership.name
      from platform.membership
      join platform.factor_role on factor_role.partnership_id = membership.partnership_id and factor_role.role = membership.role
      join platform.partnership on partnership.id = membership.partnership_id
     where membership.account_id = ${accountId}
     order by partnership.name, partnership.id`
}
