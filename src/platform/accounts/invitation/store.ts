import type { Db } from '../../db/index.ts'
import { digestOf, newSecret } from '../secret.ts'
import { expiresAt, type Invitation } from './invitation.ts'

/** The secret of the link. A new one takes the place of those before it. */
export async function invite(db: Db, accountId: number, now: Temporal.Instant): Promise<string> {
  const token = newSecret()
  await withdrawInvitations(db, accountId)
  await db`
    insert into platform.invitation (token_digest, account_id, expires_at, created_at)
    values (${digestOf(token)}, ${accountId}, ${expiresAt(now)}, ${now})`
  return token
}

export const invitationOf = (db: Db, token: string, now: Temporal.Instant): Promise<Invitation | null> =>
  invitationAt(db, digestOf(token), now)

/** Held until the transaction ends, so that a link is used once. */
export async function invitationAt(db: Db, digest: Uint8Array, now: Temporal.Instant): Promise<Invitation | null> {
  const [invitation] = await db<Invitation[]>`
    select account.id as account_id, account.email, account.name, invitation.expires_at
      from platform.invitation
      join platform.account on account.id = invitation.account_id
     where invitation.token_digest = ${digest} and invitation.expires_at > ${now}
       for update of invitation`
  return invitation ?? null
}

export async function withdrawInvitations(db: Db, accountId: number): Promise<void> {
  await db`delete from platform.invitation where account_id = ${accountId}`
}
