import { momentLabel } from '../../../kernel/moment.ts'
import { accept, type Problem, refuse } from '../../../kernel/ruling.ts'
import type { Database } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type PublicHandler, page, template, text, withStatus } from '../../web/index.ts'
import { setPassphrase } from '../account/store.ts'
import { inOneGo } from '../in-one-go.ts'
import { tellOwner } from '../letter/tell.ts'
import { hashOf } from '../passphrase/hash.ts'
import { choosePassphrase, shortest } from '../passphrase/passphrase.ts'
import { providersFor } from '../provider/store.ts'
import { answerEntered, enter } from '../second-step/enter.ts'
import { endSessionsOf } from '../session/store.ts'
import { isOver, type Link, type Purpose } from './one-time-link.ts'
import { linkWith, withdrawAllLinks } from './store.ts'

type ForPassphrase = Exclude<Purpose, 'new-email'>

/** Opening it uses nothing up: programs that look into mail follow links before people do. */
export const openLink =
  (purpose: ForPassphrase): PublicHandler =>
  async ({ database, params: { token = '' }, now }) => {
    const link = await database.platform(db => linkWith(db, token, purpose))
    return link && !isOver(link, now) ? passphrasePage(database, token, link) : spentPage(purpose, link)
  }

/** All sessions end, and who had a passphrase before is told. A second factor stays, and is asked for. */
export const takeLink =
  (purpose: ForPassphrase): PublicHandler =>
  async visit => {
    const { database, params, body, now, address, requestId } = visit
    const { token = '' } = params
    const link = await database.platform(db => linkWith(db, token, purpose))
    if (!link || isOver(link, now)) return spentPage(purpose, link)
    const chosen = choosePassphrase(text(body, 'passphrase'), [link.email, link.name], 'passphrase')
    if (!chosen.accepted) return passphrasePage(database, token, link, chosen.problems)

    const passphraseHash = await hashOf(chosen.value)
    const entered = await inOneGo(database, async db => {
      if ((await linkWith(db, token, purpose)) === null) return refuse({ text: 'This link was used in the meantime' })
      const { accountId, hasPassphrase } = link
      await setPassphrase(db, accountId, passphraseHash)
      await withdrawAllLinks(db, accountId)
      await endSessionsOf(db, accountId)
      await noteSecurityEvent(db, { accountId, event: 'passphrase-changed', address, requestId, detail: { by: 'by a link' } })
      if (hasPassphrase) await tellOwner(db, accountId, 'passphrase-changed', now)
      return accept(await enter(db, { accountId, isStrong: false }, visit))
    })
    if (!entered.accepted) return spentPage(purpose, null)
    return answerEntered(entered.value, '/', `Your passphrase is set${entered.value.isIn ? ' and you are signed in' : ''}`)
  }

/** An invitation may also be taken with what one uses at one's organisation. */
async function passphrasePage(database: Database, token: string, link: Link, problems: readonly Problem[] = []): Promise<Answer> {
  const { purpose, accountId, name, email, hasPassphrase } = link
  const providers = purpose === 'invitation' ? await database.platform(db => providersFor(db, accountId)) : []
  const organisations = providers.filter(({ isLinked }) => !isLinked)
  const isNew = hasPassphrase || purpose === 'reset'
  const title = isNew ? 'Choose a new passphrase' : organisations.length > 0 ? 'Choose how you sign in' : 'Choose a passphrase'
  const view = {
    title,
    token,
    name,
    email,
    shortest,
    hasPassphrase,
    organisations,
  }
  return page(template(import.meta.url, 'choose.njk'), view, problems)
}

/** The link is known as long as it is over only because of its time. */
export function spentPage(purpose: Purpose, link: Link | null): Answer {
  const view = { title: 'This link can no longer be used', purpose, until: link && momentLabel(link.expiresAt) }
  return withStatus(page(template(import.meta.url, 'spent.njk'), view), 404)
}
