import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { accountByEmail, forgetPassphrase } from '../account/store.ts'
import { removeFactors } from '../factor/store.ts'
import { tellOwner } from '../letter/tell.ts'
import { addLink, addSecret, withdrawAllLinks } from '../one-time-link/store.ts'
import { endSessionsOf } from '../session/store.ts'

export type Recovered = { readonly name: string; readonly secret: string }

/**
 * For somebody who has lost all that they sign in with, and whom no administrator can help: they are the only one, or belong to several partnerships. Nothing
 * from before lets anybody in; the secret is that of a link with which they choose a passphrase.
 */
export async function recoverAccount(db: Db, email: string, now: Temporal.Instant): Promise<Ruling<Recovered>> {
  const account = await accountByEmail(db, email.trim().toLowerCase())
  if (account === null) return refuse({ text: `Nobody signs in with ${email}` })
  if (account.isExample) return refuse({ text: `${account.name} is one of the people of the example, and nobody signs in as them` })
  const { id: accountId, name } = account

  await db`select set_config('app.who', 'Whoever runs Goldthread', true)`
  await forgetPassphrase(db, accountId)
  await removeFactors(db, accountId)
  await withdrawAllLinks(db, accountId)
  await endSessionsOf(db, accountId)
  const secret = await addSecret(db, await addLink(db, { accountId, purpose: 'invitation', byMail: false }, now))
  const byCommand = { accountId, address: '', requestId: '', detail: { by: 'by a command' } }
  await noteSecurityEvent(db, { ...byCommand, event: 'factor-removed' })
  await noteSecurityEvent(db, { ...byCommand, event: 'invited' })
  await tellOwner(db, accountId, 'factor-changed', now)
  return accept({ name, secret })
}
