import { accept, type Problem, refuse } from '../../../kernel/ruling.ts'
import type { Database } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type PublicHandler, page, template, text, withStatus } from '../../web/index.ts'
import { setPassphrase } from '../account/store.ts'
import { inOneGo } from '../in-one-go.ts'
import { hashOf } from '../passphrase/hash.ts'
import { choosePassphrase, shortest } from '../passphrase/passphrase.ts'
import { providersFor } from '../provider/store.ts'
import { answerEntered, enter } from '../second-step/enter.ts'
import { endSessionsOf } from '../session/store.ts'
import type { Invitation } from './invitation.ts'
import { invitationOf, withdrawInvitations } from './store.ts'

export const openInvitation: PublicHandler = async ({ database, params: { token = '' }, now }) => {
  const invitation = await database.platform(db => invitationOf(db, token, now))
  return invitation ? passphrasePage(database, token, invitation) : spentPage()
}

export const takeInvitation: PublicHandler = async visit => {
  const { database, params, body, now, address, requestId } = visit
  const { token = '' } = params
  const invitation = await database.platform(db => invitationOf(db, token, now))
  if (!invitation) return spentPage()
  const chosen = choosePassphrase(text(body, 'passphrase'), [invitation.email, invitation.name], 'passphrase')
  if (!chosen.accepted) return passphrasePage(database, token, invitation, chosen.problems)

  const passphraseHash = await hashOf(chosen.value)
  const entered = await inOneGo(database, async db => {
    const { accountId } = (await invitationOf(db, token, now)) ?? {}
    if (accountId === undefined) return refuse({ text: 'This link was used in the meantime' })
    await setPassphrase(db, accountId, passphraseHash)
    await withdrawInvitations(db, accountId)
    await endSessionsOf(db, accountId)
    await noteSecurityEvent(db, { accountId, event: 'passphrase-changed', address, requestId, detail: { by: 'by a link' } })
    return accept(await enter(db, { accountId, isStrong: false }, visit))
  })
  if (!entered.accepted) return spentPage()
  return answerEntered(entered.value, '/', `Your passphrase is set${entered.value.isIn ? ' and you are signed in' : ''}`)
}

async function passphrasePage(
  database: Database,
  token: string,
  { accountId, name, email }: Invitation,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const organisations = (await database.platform(db => providersFor(db, accountId))).filter(({ isLinked }) => !isLinked)
  const view = {
    title: organisations.length > 0 ? 'Choose how you sign in' : 'Choose a passphrase',
    token,
    name,
    email,
    shortest,
    organisations,
  }
  return page(template(import.meta.url, 'choose.njk'), view, problems)
}

const spentPage = (): Answer => withStatus(page(template(import.meta.url, 'spent.njk'), { title: 'This link can no longer be used' }), 404)
