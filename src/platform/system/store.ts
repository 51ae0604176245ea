import type { Db } from '../db/index.ts'
import { mailJob } from '../mail/index.ts'

export type Queue = {
  readonly kind: string
  /** Not those that some process is doing; those that failed and will be tried again too. */
  readonly waiting: number
  readonly oldestWaitingSeconds: number
  readonly givenUp: number
}

/** Whoever does a job holds its row, and so its number stands in the row as long as the transaction lasts. */
const isHeld = (db: Db) => db`
  exists (select from pg_locks
           where locktype = 'transactionid' and mode = 'ExclusiveLock' and granted and transactionid = job.xmax)`

const inQueue = (db: Db) => db`
  count(*) filter (where failed_at is null and not held) as waiting,
  coalesce(greatest(0, extract(epoch from now() - min(run_at) filter (where failed_at is null and not held))), 0)::float8 as oldest_waiting_seconds`

export async function queues(db: Db): Promise<Queue[]> {
  return db<Queue[]>`
    select kind, ${inQueue(db)}, count(*) filter (where failed_at is not null) as given_up
      from (select *, ${isHeld(db)} as held from platform.job) as job
     group by kind
     order by kind`
}

export type OwnQueue = { readonly waiting: number; readonly running: number; readonly oldestWaitingSeconds: number }

/** Mail stands in a line of its own. */
export async function queueOf(db: Db, partnershipId: number): Promise<OwnQueue> {
  const [queue] = await db<OwnQueue[]>`
    select ${inQueue(db)}, count(*) filter (where failed_at is null and held) as running
      from (select *, ${isHeld(db)} as held from platform.job where partnership_id = ${partnershipId} and kind <> ${mailJob}) as job`
  return queue ?? { waiting: 0, running: 0, oldestWaitingSeconds: 0 }
}

export type Trouble = {
  readonly id: number
  readonly kind: string
  readonly problem: string
  readonly at: Temporal.Instant
  /** Given up, or tried again at that moment. */
  readonly isGivenUp: boolean
}

export async function troublesOf(db: Db, partnershipId: number, since: Temporal.Instant): Promise<Trouble[]> {
  return db<Trouble[]>`
    select id, kind, coalesce(last_error, '') as problem, coalesce(failed_at, run_at) as at, failed_at is not null as is_given_up
      from platform.job
     where partnership_id = ${partnershipId} and kind <> ${mailJob} and (failed_at > ${since} or failed_at is null and last_error is not null)
     order by at desc
     limit 10`
}

/** One attempt is counted twice, for the person and for the place, with the same moment. One that succeeded is forgotten. */
export async function failedSignIns(db: Db, now: Temporal.Instant): Promise<{ readonly lastHour: number; readonly lastDay: number }> {
  const [row] = await db<{ lastHour: number; lastDay: number }[]>`
    select count(distinct at) filter (where at > ${now.subtract({ hours: 1 })}) as last_hour, count(distinct at) as last_day
      from platform.attempt
     where is_guess and at > ${now.subtract({ hours: 24 })}`
  return row ?? { lastHour: 0, lastDay: 0 }
}

export async function databaseFacts(db: Db): Promise<{ readonly version: string; readonly migrationsApplied: number }> {
  const [row] = await db<{ version: string; migrationsApplied: number }[]>`
    select current_setting('server_version') as version, platform.migrations_applied() as migrations_applied`
  return row ?? { version: '', migrationsApplied: 0 }
}
