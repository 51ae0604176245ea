import type { Db } from '../../db/index.ts'
import { digestOf, newSecret } from '../secret.ts'
import { mostSessions, oldest, type Session } from './session.ts'

export type SessionStart = {
  readonly accountId: number
  readonly now: Temporal.Instant
  readonly address: string
  readonly agent: string
  /** A second factor was shown, or what counts as one. */
  readonly isStrong?: boolean
}

/** The secret that the browser keeps; it is nowhere else. */
export async function startSession(db: Db, { accountId, now, address, agent, isStrong = false }: SessionStart): Promise<string> {
  const token = newSecret()
  await db`
    insert into platform.session (token_digest, account_id, created_at, seen_at, address, agent, is_strong)
    values (${digestOf(token)}, ${accountId}, ${now}, ${now}, ${address.slice(0, 100)}, ${agent.slice(0, 300)}, ${isStrong})`
  await endOldSessions(db, now)
  await db`
    delete from platform.session
     where token_digest in (select token_digest from platform.session
                             where account_id = ${accountId} and token_digest <> ${digestOf(token)}
                             order by seen_at desc, created_at desc
                            offset ${mostSessions - 1})`
  return token
}

/** In place of all sessions of the account one for this browser, which opens what the one before it did. */
export async function renewSession(db: Db, before: string, start: SessionStart): Promise<string> {
  const token = await startSession(db, start)
  await db`
    update platform.session as renewed
       set only_partnership_id = session.only_partnership_id, provider_id = session.provider_id, id_token = session.id_token
      from platform.session
     where renewed.token_digest = ${digestOf(token)} and session.token_digest = ${digestOf(before)}`
  await endOtherSessions(db, start.accountId, token)
  return token
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db`delete from platform.session where token_digest = ${digestOf(token)}`
}

/** Those that wait at the second step as well. */
export async function endSessionsOf(db: Db, accountId: number): Promise<void> {
  await db`delete from platform.second_step where account_id = ${accountId}`
  await db`delete from platform.session where account_id = ${accountId}`
}

/** All but this one. */
export async function endOtherSessions(db: Db, accountId: number, token: string): Promise<number> {
  await db`delete from platform.second_step where account_id = ${accountId}`
  const ended = await db`
    delete from platform.session where account_id = ${accountId} and token_digest <> ${digestOf(token)} returning account_id`
  return ended.length
}

export async function isStrongSession(db: Db, token: string): Promise<boolean> {
  const [session] = await db<{ isStrong: boolean }[]>`select is_strong from platform.session where token_digest = ${digestOf(token)}`
  return session?.isStrong ?? false
}

export async function sessionBeganAt(db: Db, token: string): Promise<Temporal.Instant | null> {
  const [session] = await db<{ createdAt: Temporal.Instant }[]>`
    select created_at from platform.session where token_digest = ${digestOf(token)}`
  return session?.createdAt ?? null
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
