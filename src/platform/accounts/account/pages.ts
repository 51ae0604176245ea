import { momentLabel } from '../../../kernel/moment.ts'
import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import {
  type Answer,
  editionOf,
  overtaken,
  type PersonalHandler,
  type PersonalVisit,
  page,
  redirect,
  roleNames,
  template,
  text,
} from '../../web/index.ts'
import { signInLimits } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { shareNames } from '../district/district.ts'
import { districtsFor } from '../district/store.ts'
import { ownAccount, unlessStillThem } from '../factor/still-them.ts'
import { factorsOf, hasFactor } from '../factor/store.ts'
import { tellOwner } from '../letter/tell.ts'
import { withdrawAllLinks } from '../one-time-link/store.ts'
import { hashOf, isPassphrase } from '../passphrase/hash.ts'
import { choosePassphrase, shortest } from '../passphrase/passphrase.ts'
import { ownProviders } from '../provider/sign-in-pages.ts'
import { onlyPartnershipOf } from '../provider/store.ts'
import { answerEntered, enter } from '../second-step/enter.ts'
import { browserName } from '../session/session.ts'
import { endOtherSessions, endSessionOf, endSessionsOf, isStrongSession, sessionIdOf, sessionsOf, startSession } from '../session/store.ts'
import { openTo } from '../sign-in/open-to.ts'
import { type Account, changeOwn } from './account.ts'
import { readName, readNewPassphrase } from './form.ts'
import { rename, setPassphrase } from './store.ts'

export const showAccount: PersonalHandler = visit => accountPage(visit)

export const changeName: PersonalHandler = async visit => {
  const { database, signedIn, body } = visit
  const account = await ownAccount(visit)
  const own = changeOwn(account)
  const form = own.accepted ? readName(body) : own
  if (!form.accepted) return accountPage(visit, form.problems)
  // In another browser of theirs.
  const meanwhile = overtaken(text(body, 'edition'), body, shownOf(account), { name: ['Your name', account.name] })
  if (meanwhile.length > 0) return accountPage(visit, meanwhile)

  await database.platform(db => rename(db, signedIn.accountId, form.value.name))
  return redirect('/account', 'Your name was changed')
}

/** Whoever else is signed in as this person is signed out: that is often why a passphrase is changed. */
export const changePassphrase: PersonalHandler = async visit => {
  const { database, signedIn, body, now, address, agent, requestId } = visit
  const account = await ownAccount(visit)
  const own = changeOwn(account)
  const form = own.accepted ? readNewPassphrase(body) : own
  if (!form.accepted) return accountPage(visit, form.problems)

  const right = await isOwnPassphrase(visit, account, form.value.current, 'current')
  if (!right.accepted) return accountPage(visit, right.problems)
  const chosen = choosePassphrase(form.value.passphrase, [account.email, account.name], 'passphrase')
  if (!chosen.accepted) return accountPage(visit, chosen.problems)

  const passphraseHash = await hashOf(chosen.value)
  const entered = await database.platform(async db => {
    const [isStrong, only] = [await isStrongSession(db, signedIn.sessionToken), await onlyPartnershipOf(db, signedIn.sessionToken)]
    await setPassphrase(db, signedIn.accountId, passphraseHash)
    await endSessionsOf(db, signedIn.accountId)
    await noteSecurityEvent(db, { accountId: signedIn.accountId, event: 'passphrase-changed', address, requestId })
    await withdrawAllLinks(db, signedIn.accountId)
    await tellOwner(db, signedIn.accountId, 'passphrase-changed', now)
    // What an organisation let into one partnership is let into others as whoever comes with a passphrase: with the second factor.
    if (only !== null) return enter(db, { accountId: signedIn.accountId, isStrong: false }, visit)
    return { token: await startSession(db, { accountId: signedIn.accountId, now, address, agent, isStrong }), isIn: true, wasAtStep: false }
  })
  return answerEntered(entered, '/account', 'Your passphrase was changed. You are signed out everywhere else.')
}

export const endOwnSession: PersonalHandler = async visit => {
  const { database, signedIn, body, address, requestId } = visit
  const { accountId } = signedIn
  const asked = await unlessStillThem(visit, {
    title: 'Sign out another browser',
    paragraph: 'So that nobody else does it in your name, first show that it is you.',
    button: 'Sign out',
    sent: { session: text(body, 'session') },
  })
  if (asked) return asked
  await database.platform(async db => {
    const agent = await endSessionOf(db, accountId, text(body, 'session'))
    if (agent === null) return
    await noteSecurityEvent(db, { accountId, event: 'session-ended', address, requestId, detail: { browser: browserName(agent) } })
  })
  return redirect('/account', 'That browser is signed out')
}

export const endOtherOwnSessions: PersonalHandler = async visit => {
  const { database, signedIn, address, requestId } = visit
  const { accountId, sessionToken } = signedIn
  const asked = await unlessStillThem(visit, {
    title: 'Sign out everywhere else',
    paragraph: 'So that nobody else does it in your name, first show that it is you.',
    button: 'Sign out everywhere else',
    sent: {},
  })
  if (asked) return asked
  const ended = await database.platform(async db => {
    const count = await endOtherSessions(db, accountId, sessionToken)
    if (count > 0) await noteSecurityEvent(db, { accountId, event: 'sessions-ended', address, requestId })
    return count
  })
  return redirect('/account', ended === 0 ? 'You are signed in nowhere else' : 'You are signed out everywhere else')
}

/** Asked once more before what somebody signs in with is changed: the browser may have been left alone. Guesses are counted as at the door. */
export async function isOwnPassphrase(visit: PersonalVisit, account: Account, tried: string, field: string): Promise<Ruling<null>> {
  const { database, address, now } = visit
  const limits = signInLimits(account.email, address)
  const attempt = await database.platform(db => beginAttempt(db, limits, now))
  if (!attempt.accepted) return attempt
  const right = await isPassphrase(account.passphraseHash, tried)
  if (!right) return refuse({ field, text: 'That is not your current passphrase' })
  await database.platform(db => forgetAttempt(db, limits, now))
  return accept(null)
}

const shownOf = ({ name }: { readonly name: string }) => ({ name })

export async function accountPage(visit: PersonalVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { database, signedIn, now, body, sendsMail } = visit
  const account = await ownAccount(visit)
  const { sessions, factors, organisations, partnerships, districts } = await database.platform(async db => ({
    sessions: await sessionsOf(db, signedIn.accountId, now),
    factors: await factorsOf(db, signedIn.accountId),
    organisations: await ownProviders(db, signedIn),
    partnerships: await openTo(db, signedIn),
    districts: await districtsFor(db, signedIn.accountId, await onlyPartnershipOf(db, signedIn.sessionToken)),
  }))
  const own = sessionIdOf(signedIn.sessionToken)
  const view = {
    title: 'Your account',
    email: account.email,
    newEmail: text(body, 'email'),
    sendsMail,
    name: text(body, 'name') || account.name,
    edition: editionOf(shownOf(account)),
    isExample: account.isExample,
    hasFactor: hasFactor(factors),
    shortest,
    organisations,
    partnerships:
      partnerships.length < 2 ? [] : partnerships.map(({ slug, name, role }) => ({ href: `/${slug}`, name, role: roleNames[role] })),
    districts: districts.map(({ slug, name, shares }) => ({
      name,
      shares: shares.map(share => ({ text: shareNames[share], href: `/${slug}/${share}` })),
    })),
    sessions: sessions.map(session => ({
      id: session.id,
      browser: browserName(session.agent),
      address: session.address,
      since: momentLabel(session.beganAt),
      seen: momentLabel(session.seenAt),
      isThis: session.id === own,
    })),
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}
