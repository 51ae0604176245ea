import type { Problem } from '../../../kernel/ruling.ts'
import type { Database } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import {
  type Answer,
  type Fields,
  noSessionCookie,
  type PersonalHandler,
  type PublicHandler,
  page,
  redirect,
  roleNames,
  sessionCookieOf,
  template,
  text,
  withCookie,
  withStatus,
} from '../../web/index.ts'
import { accountByEmail } from '../account/store.ts'
import { partnershipsOf } from '../address/store.ts'
import { signInLimits } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { isPassphrase } from '../passphrase/hash.ts'
import type { ProviderOptions } from '../provider/pages.ts'
import { signOutAddress } from '../provider/provider.ts'
import { signedOutHere } from '../provider/sign-out.ts'
import { isAnyInUse, onlyPartnershipOf, originOf } from '../provider/store.ts'
import { browserName, longestHours } from '../session/session.ts'
import { endSession, startSession } from '../session/store.ts'
import { readSignIn } from './form.ts'
import { localPath } from './sign-in.ts'

export const askToSignIn: PublicHandler = async ({ database, signedIn, query }) =>
  signedIn ? redirect(landing(query)) : signInPage(database, query)

export const signIn: PublicHandler = async ({ database, body, now, address, agent, requestId, signedIn }) => {
  const form = readSignIn(body)
  if (!form.accepted) return signInPage(database, body, form.problems)

  const { email, passphrase } = form.value
  const limits = signInLimits(email, address)
  const attempt = await database.platform(db => beginAttempt(db, limits, now))
  if (!attempt.accepted) return withStatus(await signInPage(database, body, attempt.problems), 429)

  const account = await database.platform(db => accountByEmail(db, email))
  const right = await isPassphrase(account?.passphraseHash ?? null, passphrase)
  if (account && !right)
    await database.platform(db => noteSecurityEvent(db, { accountId: account.id, event: 'sign-in-refused', address, requestId }))
  if (!account || !right) return signInPage(database, body, [{ field: 'email', text: 'The e-mail address or the passphrase is not right' }])

  const token = await database.platform(async db => {
    await forgetAttempt(db, limits, now)
    if (signedIn) await endSession(db, signedIn.sessionToken)
    await noteSecurityEvent(db, { accountId: account.id, event: 'signed-in', address, requestId, detail: { browser: browserName(agent) } })
    return startSession(db, { accountId: account.id, now, address, agent })
  })
  return beginSession(redirect(landing(body)), token)
}

/** Whoever signed in at a provider is offered to sign out there too, and signed out here whether they do or not. */
export const signOutWith =
  (providers: ProviderOptions): PublicHandler =>
  async ({ database, signedIn, address, requestId, origin, now }) => {
    const began = signedIn && (await database.platform(db => originOf(db, providers.seal, signedIn.sessionToken)))
    if (signedIn)
      await database.platform(async db => {
        await endSession(db, signedIn.sessionToken)
        await noteSecurityEvent(db, { accountId: signedIn.accountId, event: 'signed-out', address, requestId })
      })
    const answer = began ? await signedOutHere(providers, began, signOutAddress(origin), now) : redirect('/sign-in', 'You are signed out')
    return withCookie(answer, noSessionCookie)
  }

/** The front door, for whoever is signed in: their partnership, or a choice of several. */
export const land: PersonalHandler = async ({ database, signedIn }) => {
  const partnerships = await database.platform(async db => {
    const only = await onlyPartnershipOf(db, signedIn.sessionToken)
    return (await partnershipsOf(db, signedIn.accountId)).filter(({ id }) => only === null || id === only)
  })
  const [only, another] = partnerships
  if (only && !another) return redirect(`/${only.slug}`)
  return page(template(import.meta.url, 'choose.njk'), {
    title: 'Your partnerships',
    partnerships: partnerships.map(({ slug, name, role }) => ({ href: `/${slug}`, name, role: roleNames[role] })),
  })
}

/** From here on the browser is whoever the session belongs to. */
export const beginSession = (answer: Answer, token: string): Answer => withCookie(answer, sessionCookieOf(token, longestHours * 60 * 60))

const landing = (fields: Fields): string => localPath(text(fields, 'next')) ?? '/'

async function signInPage(database: Database, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const next = localPath(text(fields, 'next')) ?? ''
  const organisationHref = next === '' ? '/sign-in/organisation' : `/sign-in/organisation?${new URLSearchParams({ next })}`
  const view = {
    title: 'Sign in',
    next,
    email: text(fields, 'email'),
    organisationHref: (await database.platform(isAnyInUse)) ? organisationHref : '',
  }
  return page(template(import.meta.url, 'sign-in.njk'), view, problems)
}
