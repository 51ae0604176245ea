import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Database, Db, Who } from '../../db/index.ts'
import { isSetUp } from '../address/store.ts'
import { setupCodeLimits } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { digestOf } from '../secret.ts'
import { newCode, plainCode } from './code.ts'

/** A code to be printed where the server was started; null as soon as there is a partnership besides the example. */
export async function makeSetupCode(database: Database): Promise<string | null> {
  return database.platform(async db => {
    if (await isSetUp(db)) {
      await withdrawSetupCodes(db)
      return null
    }
    const code = newCode()
    await db`delete from platform.setup_code where created_at < now() - interval '30 days'`
    await db`insert into platform.setup_code (code_digest) values (${digestOf(plainCode(code))})`
    return code
  })
}

export async function withdrawSetupCodes(db: Db): Promise<void> {
  await db`delete from platform.setup_code`
}

/** Wrong codes are counted in the same transaction that looks, and it is never undone. */
export async function tryCode(db: Db, typed: string, address: string, now: Temporal.Instant): Promise<Ruling<null>> {
  const limits = setupCodeLimits(address)
  const attempt = await beginAttempt(db, limits, now)
  if (!attempt.accepted) return attempt

  const [right] = await db`select from platform.setup_code where code_digest = ${digestOf(plainCode(typed))}`
  if (!right) return refuse({ field: 'code', text: 'That is not the code that was printed when Goldthread was started' })
  await forgetAttempt(db, limits, now)
  return accept(null)
}

/** Only one at a time sets up, so that two who do it at once do not both become the first. */
export async function lockSetup(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('goldthread set up', 0))`
}

/** From here on the transaction is a visit to the new partnership, as its first administrator, so that the partnership module can fill it. */
export async function enterPartnership(db: Db, { partnershipId, accountId, name, requestId, address = '' }: Who): Promise<void> {
  await db`
    select set_config('role', 'goldthread_visit', true), set_config('app.partnership', ${String(partnershipId)}, true),
           set_config('app.account', ${String(accountId ?? '')}, true), set_config('app.who', ${name}, true), set_config('app.request', ${requestId}, true),
           set_config('app.address', ${address}, true)`
}

export async function leavePartnership(db: Db): Promise<void> {
  await db`select set_config('role', 'goldthread_platform', true), set_config('app.partnership', '', true)`
}
