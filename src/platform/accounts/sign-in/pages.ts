import { noteSecurityEvent } from '../../history/index.ts'
import {
  noSessionCookie,
  type PersonalHandler,
  type PublicHandler,
  page,
  redirect,
  roleNames,
  template,
  withCookie,
  withStatus,
} from '../../web/index.ts'
import { accountByEmail } from '../account/store.ts'
import { signInLimits } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { isPassphrase } from '../passphrase/hash.ts'
import type { ProviderOptions } from '../provider/pages.ts'
import { signOutAddress } from '../provider/provider.ts'
import { signedOutHere } from '../provider/sign-out.ts'
import { originOf } from '../provider/store.ts'
import { answerEntered, enter } from '../second-step/enter.ts'
import type { Seal } from '../secret.ts'
import { endSession } from '../session/store.ts'
import { readSignIn } from './form.ts'
import { openTo } from './open-to.ts'
import { signInPage } from './page.ts'
import { landing } from './sign-in.ts'

export function signInPages(seal: Seal) {
  const askToSignIn: PublicHandler = async visit => (visit.signedIn ? redirect(landing(visit.query)) : signInPage(visit, seal))

  const signIn: PublicHandler = async visit => {
    const { database, body, now, address, requestId } = visit
    const form = readSignIn(body)
    if (!form.accepted) return signInPage(visit, seal, form.problems)

    const { email, passphrase } = form.value
    const limits = signInLimits(email, address)
    const attempt = await database.platform(db => beginAttempt(db, limits, now))
    if (!attempt.accepted) return withStatus(await signInPage(visit, seal, attempt.problems), 429)

    const account = await database.platform(db => accountByEmail(db, email))
    const right = await isPassphrase(account?.passphraseHash ?? null, passphrase)
    // Nobody's account has the number 0, and in its history nothing is written: the same is asked of the database, so that the time tells nothing.
    const accountId = account?.id ?? 0
    if (!right) await database.platform(db => noteSecurityEvent(db, { accountId, event: 'sign-in-refused', address, requestId }))
    if (!account || !right) return signInPage(visit, seal, [{ field: 'email', text: 'The e-mail address or the passphrase is not right' }])

    const entered = await database.platform(async db => {
      await forgetAttempt(db, limits, now)
      return enter(db, { accountId: account.id, isStrong: false }, visit)
    })
    return answerEntered(entered, landing(body))
  }

  return { askToSignIn, signIn }
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
  const partnerships = await database.platform(db => openTo(db, signedIn))
  const [only, another] = partnerships
  if (only && !another) return redirect(`/${only.slug}`)
  return page(template(import.meta.url, 'choose.njk'), {
    title: 'Your partnerships',
    partnerships: partnerships.map(({ slug, name, role }) => ({ href: `/${slug}`, name, role: roleNames[role] })),
  })
}
