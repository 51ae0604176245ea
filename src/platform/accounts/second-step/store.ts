import type { Db } from '../../db/index.ts'
import { digestOf, newSecret } from '../secret.ts'
import { oldestStep } from './second-step.ts'

export async function beginSecondStep(db: Db, accountId: number, now: Temporal.Instant): Promise<string> {
  const token = newSecret()
  await db`delete from platform.second_step where created_at <= ${oldestStep(now)}`
  await db`insert into platform.second_step (token_digest, account_id, created_at) values (${digestOf(token)}, ${accountId}, ${now})`
  return token
}

/** Who has given the right passphrase a moment ago. */
export async function whoseSecondStep(db: Db, token: string, now: Temporal.Instant): Promise<number | null> {
  const [step] = await db<{ accountId: number }[]>`
    select account_id from platform.second_step where token_digest = ${digestOf(token)} and created_at > ${oldestStep(now)}`
  return step?.accountId ?? null
}

export async function endSecondStep(db: Db, token: string): Promise<void> {
  await db`delete from platform.second_step where token_digest = ${digestOf(token)}`
}
