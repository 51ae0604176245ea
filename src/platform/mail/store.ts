import type { Db } from '../db/index.ts'
import type { Payload } from '../jobs/index.ts'

export const mailJob = 'mail'

export type Posted = {
  /** Which of the letters that are known when it is sent, and what it has to know. */
  readonly letter: string
  readonly about: Payload
  /** What it is for, within the partnership: `papers due 12 3 2026-12-01`. Under one key one mail is sent, ever. */
  readonly key: string
  /** In whose name, and whose administrators are told when it cannot be sent. Said between visits only: a visit's mail is its partnership's. */
  readonly partnershipId?: number
}

/** A mail is a job: it is asked for in the transaction of what causes it, and written when it is sent. From a visit, or for the platform between visits. */
export async function post(db: Db, { letter, about, key, partnershipId }: Posted): Promise<void> {
  await db`select platform.post(${letter}, ${db.json(about)}, ${key}, ${partnershipId ?? null})`
}

/** Where a letter is written from. */
export type WrittenFrom = { readonly slug: string; readonly name: string; readonly isExample: boolean }

export async function writtenFrom(db: Db, partnershipId: number): Promise<WrittenFrom | null> {
  const [partnership] = await db<WrittenFrom[]>`select slug, name, is_example from platform.partnership where id = ${partnershipId}`
  return partnership ?? null
}

export type MailTrouble = {
  readonly id: number
  readonly letter: string
  readonly problem: string
  readonly at: Temporal.Instant
  readonly isGivenUp: boolean
}
export type MailQueue = { readonly waiting: number; readonly troubles: readonly MailTrouble[] }

export async function mailQueue(db: Db, partnershipId: number, since: Temporal.Instant): Promise<MailQueue> {
  const [counted] = await db<{ waiting: number }[]>`
    select count(*) as waiting from platform.job where kind = ${mailJob} and partnership_id = ${partnershipId} and failed_at is null`
  const troubles = await db<MailTrouble[]>`
    select id, payload ->> 'letter' as letter, coalesce(last_error, '') as problem, coalesce(failed_at, run_at) as at, failed_at is not null as is_given_up
      from platform.job
     where kind = ${mailJob} and partnership_id = ${partnershipId} and (failed_at > ${since} or failed_at is null and last_error is not null)
     order by at desc
     limit 10`
  return { waiting: counted?.waiting ?? 0, troubles }
}
