import type { Day } from '../../kernel/day.ts'
import type { Db } from '../db/index.ts'

export type Payload = {
  readonly [name: string]: string | number | boolean | null | readonly Payload[] | readonly string[] | readonly number[] | Payload
}

export type Claim = {
  readonly id: number
  readonly kind: string
  readonly attempt: number
  readonly payload: unknown
  /** The one that was given, or one of its own. */
  readonly key: string
  readonly askedAt: Temporal.Instant
  /** null when it was asked for between visits and concerns no partnership yet. */
  readonly partnershipId: number | null
  readonly accountId: number | null
  readonly name: string
}

/**
 * Asks, from a visit, for work to be done when the visit has been committed. Of two with the same unique key the second is dropped
 * for as long as the first is not done.
 */
export async function enqueue(db: Db, kind: string, payload: Payload, uniqueKey: string | null = null): Promise<void> {
  await db`select platform.enqueue(${kind}, ${db.json(payload)}, ${uniqueKey})`
}

type BetweenVisits = {
  readonly kind: string
  readonly payload: Payload
  readonly uniqueKey: string | null
  readonly partnershipId: number | null
}

/** The same for the platform, whose transactions are no partnership's; whoever it acts for, if it said so, is whose job it is. */
export async function enqueueBetweenVisits(db: Db, { kind, payload, uniqueKey, partnershipId }: BetweenVisits): Promise<void> {
  await db`
    insert into platform.job (kind, payload, unique_key, partnership_id, account_id)
    values (${kind}, ${db.json(payload)}, ${uniqueKey}, ${partnershipId}, nullif(current_setting('app.account', true), '')::bigint)
    on conflict (unique_key) do nothing`
  await db`select pg_notify('goldthread_job', '')`
}

/** Asks for what is done daily, of each partnership once for each day, however many processes ask. */
export async function askForDaily(db: Db, name: string, today: Day): Promise<void> {
  await db`
    with due as (
      insert into platform.daily (partnership_id, name, on_day)
      select id, ${name}, ${today} from platform.partnership
      on conflict (partnership_id, name) do update set on_day = excluded.on_day, before = daily.on_day where daily.on_day < excluded.on_day
      returning partnership_id, before)
    insert into platform.job (kind, partnership_id, payload, unique_key)
    select ${dailyKind(name)}, partnership_id, jsonb_build_object('before', before), ${`${dailyKind(name)} ${today} `} || partnership_id from due
    on conflict (unique_key) do nothing`
  await db`select pg_notify('goldthread_job', '')`
}

export const dailyKind = (name: string): string => `daily ${name}`

/**
 * Counts the attempt and is committed before the work begins, so that a job which ends its process is not tried for ever.
 * The two seconds keep other workers off until its row is locked.
 */
export async function claimNext(db: Db, kinds: readonly string[]): Promise<Claim | null> {
  const [claim] = await db<Claim[]>`
    update platform.job
       set attempts = attempts + 1, run_at = now() + interval '2 seconds'
     where id = (select id
                   from platform.job
                  where failed_at is null and run_at <= now() and kind = any(${kinds})
                  order by run_at, id
                  limit 1
                    for update skip locked)
    returning id, kind, attempts as attempt, payload, coalesce(unique_key, 'job ' || id) as key, created_at as asked_at, partnership_id, account_id,
              coalesce((select name from platform.account where account.id = account_id), 'Goldthread') as name`
  return claim ?? null
}

/**
 * Locks the job for as long as the transaction lasts; false when another worker was quicker. It may wait for an instant: one that looks for
 * work locks a row before it sees that the row is taken.
 */
export async function hold(db: Db, { id, attempt }: Claim): Promise<boolean> {
  const [job] = await db`select from platform.job where id = ${id} and attempts = ${attempt} and failed_at is null for update`
  // The transaction waits while the job does its work.
  await db`set local idle_in_transaction_session_timeout = 0`
  return job !== undefined
}

export async function recordDone(db: Db, id: number): Promise<void> {
  await db`delete from platform.job where id = ${id}`
}

/** Tried again after a pause in milliseconds, or, without one, never. */
export async function recordFailure(db: Db, id: number, problem: string, pause: number | null): Promise<void> {
  await db`
    update platform.job
       set last_error = ${problem}, run_at = now() + ${pause ?? 0} * interval '1 millisecond', failed_at = ${pause === null ? db`now()` : null}
     where id = ${id}`
}

/** The process stops: it was no fault of the job's. */
export async function giveBack(db: Db, id: number): Promise<void> {
  await db`update platform.job set attempts = attempts - 1, run_at = now() where id = ${id}`
}

export async function giveUp(db: Db, id: number): Promise<void> {
  await db`
    update platform.job
       set failed_at = now(), last_error = coalesce(last_error, 'The process ended each time it was tried')
     where id = ${id}`
}
