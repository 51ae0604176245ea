import type { Db } from '../../db/index.ts'
import { post } from '../../mail/index.ts'
import { homeOf } from '../address/store.ts'
import type { News } from './letter.ts'

/**
 * Tells whoever owns the account by mail what has changed of it, if mail is set up: called in the transaction that changes it. `to` where that is not
 * the address that they have now.
 */
export async function tellOwner(db: Db, accountId: number, told: News, now: Temporal.Instant, to: string | null = null): Promise<void> {
  const partnershipId = await homeOf(db, accountId)
  if (partnershipId === null) return
  await post(db, {
    letter: 'news',
    about: { accountId, told, at: now.toString(), to },
    key: `news ${accountId} ${told} ${now}`,
    partnershipId,
  })
}
