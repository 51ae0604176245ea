import { noteSecurityEvent } from '../../history/index.ts'
import type { Jobs } from '../../jobs/index.ts'
import { post } from '../../mail/index.ts'
import { accountByEmail } from '../account/store.ts'
import { homeOf } from '../address/store.ts'
import { keyOf, mostResets } from '../one-time-link/one-time-link.ts'
import { addLink, resetsOf } from '../one-time-link/store.ts'

export const resetJob = 'reset'

type Asked = { readonly email: string; readonly address: string; readonly requestId: string; readonly at: string }

/** Somebody has forgotten the passphrase of an account, if there is one. */
export function resetJobs(jobs: Jobs): void {
  jobs.define(resetJob, async ({ database, payload }) => {
    const { email, address, requestId, at } = payload as Asked
    const now = Temporal.Instant.from(at)
    await database.platform(async db => {
      const account = await accountByEmail(db, email)
      const partnershipId = account === null || account.isExample ? null : await homeOf(db, account.id)
      if (account === null || partnershipId === null) return
      // One that was made at this very moment is this one, made before the process ended.
      const waiting = await resetsOf(db, account.id, now)
      if (waiting.length >= mostResets || waiting.some(({ createdAt }) => createdAt.equals(now))) return

      const linkId = await addLink(db, { accountId: account.id, purpose: 'reset', byMail: true }, now)
      await noteSecurityEvent(db, { accountId: account.id, event: 'reset-asked-for', address, requestId })
      await post(db, { letter: 'reset', about: { linkId }, key: keyOf('reset', linkId), partnershipId })
    })
  })
}
