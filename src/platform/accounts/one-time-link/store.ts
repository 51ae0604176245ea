import type { Db } from '../../db/index.ts'
import { digestOf, newSecret } from '../secret.ts'
import { expiresAt, type Link, type Purpose } from './one-time-link.ts'

export type NewLink = {
  readonly accountId: number
  readonly purpose: Purpose
  readonly newEmail?: string
  /** By mail its secret is made when the mail is sent. */
  readonly byMail: boolean
}

/** A new one takes the place of those before it, but for resets: anybody can ask for one, and must not be able to end another's. */
export async function addLink(db: Db, link: NewLink, now: Temporal.Instant): Promise<number> {
  const { accountId, purpose, newEmail = null, byMail } = link
  if (purpose !== 'reset') await withdrawLinks(db, accountId, [purpose])
  await db`delete from platform.one_time_link where purpose <> 'invitation' and expires_at < ${now.subtract({ hours: 24 })}`
  const [row] = await db<{ id: number }[]>`
    insert into platform.one_time_link (account_id, purpose, email, by_mail, created_at, expires_at)
    values (${accountId}, ${purpose}, ${newEmail}, ${byMail}, ${now}, ${expiresAt(purpose, now)})
    returning id`
  if (!row) throw new Error('The link was not added')
  return row.id
}

/** One more secret with which the link is opened; only its digest is kept. */
export async function addSecret(db: Db, linkId: number): Promise<string> {
  const secret = newSecret()
  await db`insert into platform.one_time_link_secret (digest, link_id) values (${digestOf(secret)}, ${linkId})`
  return secret
}

export const linkWith = (db: Db, secret: string, purpose: Purpose): Promise<Link | null> => linkAt(db, digestOf(secret), purpose)

/** Held until the transaction ends, so that a link is used once. One that is over is found too. */
export async function linkAt(db: Db, digest: Uint8Array, purpose: Purpose): Promise<Link | null> {
  const [link] = await db<Link[]>`
    ${links(db)}
      join platform.one_time_link_secret as link_secret on link_secret.link_id = link.id
     where link_secret.digest = ${digest} and link.purpose = ${purpose}
       for update of link`
  return link ?? null
}

/** Not withdrawn as long as the transaction lasts, so that it can be given a secret. */
export async function linkOf(db: Db, linkId: number): Promise<Link | null> {
  const [link] = await db<Link[]>`${links(db)} where link.id = ${linkId} for key share of link`
  return link ?? null
}

export async function withdrawLinks(db: Db, accountId: number, purposes: readonly Purpose[]): Promise<void> {
  await db`delete from platform.one_time_link where account_id = ${accountId} and purpose = any(${purposes})`
}

/** Once somebody has chosen a passphrase or an address, whatever was on its way to them before opens nothing. */
export async function withdrawAllLinks(db: Db, accountId: number): Promise<void> {
  await withdrawLinks(db, accountId, ['invitation', 'reset', 'new-email'])
}

export async function resetsOf(db: Db, accountId: number, now: Temporal.Instant): Promise<{ readonly createdAt: Temporal.Instant }[]> {
  return db<{ createdAt: Temporal.Instant }[]>`
    select created_at from platform.one_time_link where account_id = ${accountId} and purpose = 'reset' and expires_at > ${now}`
}

const links = (db: Db) => db`
  select link.id, link.purpose, link.account_id, account.email, account.name,
         account.passphrase_hash is not null as has_passphrase, link.email as new_email, link.expires_at
    from platform.one_time_link as link
    join platform.account on account.id = link.account_id`
