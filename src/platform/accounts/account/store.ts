import type { Db } from '../../db/index.ts'
import type { Account } from './account.ts'

export type NewAccount = Pick<Account, 'email' | 'name' | 'passphraseHash' | 'isExample'>

export async function addAccount(db: Db, { email, name, passphraseHash, isExample }: NewAccount): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into platform.account (email, name, passphrase_hash, is_example)
    values (${email.toLowerCase()}, ${name}, ${passphraseHash}, ${isExample})
    returning id`
  if (!row) throw new Error('The account was not added')
  return row.id
}

export async function accountOf(db: Db, accountId: number): Promise<Account | null> {
  const [account] = await db<Account[]>`
    select id, email, name, passphrase_hash, is_example
      from platform.account
     where id = ${accountId}`
  return account ?? null
}

export async function accountByEmail(db: Db, email: string): Promise<Account | null> {
  const [account] = await db<Account[]>`
    select id, email, name, passphrase_hash, is_example
      from platform.account
     where email = ${email}`
  return account ?? null
}

export async function rename(db: Db, accountId: number, name: string): Promise<void> {
  await db`update platform.account set name = ${name} where id = ${accountId}`
}

/** Nobody signs in with it from now on. */
export async function forgetPassphrase(db: Db, accountId: number): Promise<void> {
  await db`update platform.account set passphrase_hash = null where id = ${accountId}`
}

export async function setPassphrase(db: Db, accountId: number, passphraseHash: string): Promise<void> {
  await db`update platform.account set passphrase_hash = ${passphraseHash} where id = ${accountId}`
}

export async function setEmail(db: Db, accountId: number, email: string): Promise<void> {
  await db`update platform.account set email = ${email} where id = ${accountId}`
}
