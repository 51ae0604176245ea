import { accept, refuse } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { post } from '../../mail/index.ts'
import { found, type PersonalHandler, type PublicHandler, page, redirect, template } from '../../web/index.ts'
import { changeOwn } from '../account/account.ts'
import { accountPage, isOwnPassphrase } from '../account/pages.ts'
import { accountByEmail, setEmail } from '../account/store.ts'
import { homeOf } from '../address/store.ts'
import { ownAccount } from '../factor/still-them.ts'
import { inOneGo } from '../in-one-go.ts'
import { tellOwner } from '../letter/tell.ts'
import { isOver, keyOf } from '../one-time-link/one-time-link.ts'
import { spentPage } from '../one-time-link/pages.ts'
import { addLink, linkWith, withdrawAllLinks } from '../one-time-link/store.ts'
import { readNewEmail } from './form.ts'

/** Nothing changes until the link is followed that goes to the new address; whether somebody else has that address is not told here. */
export const askForNewEmail: PersonalHandler = async visit => {
  const { database, body, now, sendsMail } = visit
  found(sendsMail || null)
  const account = await ownAccount(visit)
  const own = changeOwn(account)
  const form = own.accepted ? readNewEmail(body) : own
  if (!form.accepted) return accountPage(visit, form.problems)
  const { email, 'email-current': tried } = form.value
  if (email === account.email) return accountPage(visit, [{ field: 'email', text: 'You sign in with this e-mail address already' }])
  const right = await isOwnPassphrase(visit, account, tried, 'email-current')
  if (!right.accepted) return accountPage(visit, right.problems)

  await database.platform(async db => {
    const partnershipId = await homeOf(db, account.id)
    if (partnershipId === null) return
    const linkId = await addLink(db, { accountId: account.id, purpose: 'new-email', newEmail: email, byMail: true }, now)
    await post(db, { letter: 'new-email', about: { linkId }, key: keyOf('new-email', linkId), partnershipId })
  })
  return redirect('/account', `A link is on its way to ${email}. You sign in with that address once you have followed it, within a day`)
}

export const openNewEmail: PublicHandler = async ({ database, params: { token = '' }, now }) => {
  const link = await database.platform(db => linkWith(db, token, 'new-email'))
  if (!link || isOver(link, now)) return spentPage('new-email', link)
  const { name, email, newEmail } = link
  return page(template(import.meta.url, 'confirm.njk'), { title: 'Confirm your new e-mail address', name, email, newEmail })
}

/** The old address is told, in case it was somebody else. */
export const confirmNewEmail: PublicHandler = async ({ database, params: { token = '' }, now, address, requestId, signedIn }) => {
  const confirmed = await inOneGo(database, async db => {
    const link = await linkWith(db, token, 'new-email')
    if (!link || link.newEmail === null || isOver(link, now) || (await accountByEmail(db, link.newEmail))) return refuse({ text: '' })
    await setEmail(db, link.accountId, link.newEmail)
    await withdrawAllLinks(db, link.accountId)
    await noteSecurityEvent(db, { accountId: link.accountId, event: 'email-changed', address, requestId })
    await tellOwner(db, link.accountId, 'email-changed', now, link.email)
    return accept(link.newEmail)
  })
  if (!confirmed.accepted) return spentPage('new-email', null)
  return redirect(signedIn ? '/account' : '/sign-in', `You sign in with ${confirmed.value} now`)
}
