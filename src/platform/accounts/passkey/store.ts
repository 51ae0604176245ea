import type { Db } from '../../db/index.ts'
import { afterRemoval } from '../factor/store.ts'
import type { Passkey } from './passkey.ts'

type NewPasskey = Pick<Passkey, 'accountId' | 'credentialId' | 'counter' | 'transports' | 'name'> & {
  readonly publicKey: Uint8Array
  readonly now: Temporal.Instant
}

export async function addPasskey(
  db: Db,
  { accountId, credentialId, publicKey, counter, transports, name, now }: NewPasskey,
): Promise<void> {
  await db`
    insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, created_at)
    values (${accountId}, ${credentialId}, ${Buffer.from(publicKey)}, ${counter}, ${[...transports]}, ${name}, ${now})`
}

export async function passkeysOf(db: Db, accountId: number): Promise<Passkey[]> {
  return db<Passkey[]>`${columns(db)} where account_id = ${accountId} order by created_at, id`
}

export async function passkeyOf(db: Db, accountId: number, passkeyId: number): Promise<Passkey | null> {
  const [passkey] = await db<Passkey[]>`${columns(db)} where account_id = ${accountId} and id = ${passkeyId}`
  return passkey ?? null
}

export async function passkeyByCredential(db: Db, credentialId: string): Promise<Passkey | null> {
  const [passkey] = await db<Passkey[]>`${columns(db)} where credential_id = ${credentialId} for update`
  return passkey ?? null
}

export async function notePasskeyUse(db: Db, passkeyId: number, counter: number, now: Temporal.Instant): Promise<void> {
  await db`update platform.passkey set counter = ${counter}, used_at = ${now} where id = ${passkeyId}`
}

export async function removePasskey(db: Db, { id, accountId }: Passkey): Promise<void> {
  await db`delete from platform.passkey where id = ${id}`
  await afterRemoval(db, accountId)
}

/** Says whether it is the first time: what was signed once is not taken again. What is older than any question still open is forgotten. */
export async function useChallenge(db: Db, challenge: string, now: Temporal.Instant): Promise<boolean> {
  await db`delete from platform.used_challenge where used_at < ${now.subtract({ hours: 1 })}`
  const rows = await db`
    insert into platform.used_challenge (challenge, used_at) values (${challenge}, ${now}) on conflict do nothing returning challenge`
  return rows.length > 0
}

const columns = (db: Db) => db`
  select id, account_id, credential_id, public_key, counter, transports, name, created_at, used_at from platform.passkey`
