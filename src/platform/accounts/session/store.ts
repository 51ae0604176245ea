import type { Db } from '../../db/index.ts'
import { digestOf, newSecret } from '../secret.ts'
import { oldest, type Session } from './session.ts'

export type SessionStart = { readonly accountId: number; readonly now: Temporal.Instant; readonly address: string; readonly agent: string }

/** The secret that the browser keeps; it is nowhere else. */
export async function startSession(db: Db, { accountId, now, address, agent }: SessionStart): Promise<string> {
  const token = newSecret()
  await db`
    insert into platform.session (token_digest, account_id, created_at, seen_at, address, agent)
    values (${digestOf(token)}, ${accountId}, ${now}, ${now}, ${address.slice(0, 100)}, ${agent.slice(0, 300)})`
  await endOldSessions(db, now)
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db`delete from platform.session where token_digest = ${digestOf(token)}`
}

export async function endSessionsOf(db: Db, accountId: number): Promise<void> {
  await db`delete from platform.session where account_id = ${accountId}`
}

/** With what it was, as it said of itself; null when there was none. */
export async function endSessionOf(db: Db, accountId: number, sessionId: string): Promise<string | null> {
  const [ended] = await db<{ agent: string }[]>`
    delete from platform.session where account_id = ${accountId} and encode(token_digest, 'hex') = ${sessionId} returning agent`
  return ended?.agent ?? null
}

export async function sessionsOf(db: Db, accountId: number, now: Temporal.Instant): Promise<Session[]> {
  const { beganAfter, seenAfter } = oldest(now)
  return db<Session[]>`
    select encode(token_digest, 'hex') as id, created_at as began_at, seen_at, address, agent
      from platform.session
     where account_id = ${accountId} and created_at > ${beganAfter} and seen_at > ${seenAfter}
     order by seen_at desc, token_digest`
}

export const sessionIdOf = (token: string): string => digestOf(token).toString('hex')

async function endOldSessions(db: Db, now: Temporal.Instant): Promise<void> {
  const { beganAfter, seenAfter } = oldest(now)
  await db`delete from platform.session where created_at <= ${beganAfter} or seen_at <= ${seenAfter}`
}
