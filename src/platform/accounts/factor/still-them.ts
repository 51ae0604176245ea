import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { type Answer, found, type PersonalVisit, page, template, text } from '../../web/index.ts'
import { type Account, changeOwn } from '../account/account.ts'
import { accountOf } from '../account/store.ts'
import { signInLimits } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { isPassphrase } from '../passphrase/hash.ts'
import { onlyPartnershipOf } from '../provider/store.ts'
import { sessionBeganAt } from '../session/store.ts'

/** Nobody asks again who signed in so lately. */
const freshMinutes = 15

/** What has to be shown once more before a second factor is changed, so that a browser that was left open is not enough. */
export type Again = 'nothing' | 'passphrase' | 'sign in'

export async function askAgain(db: Db, token: string, { passphraseHash }: Account, now: Temporal.Instant): Promise<Again> {
  const beganAt = await sessionBeganAt(db, token)
  if (beganAt && beganAt.until(now).total('minutes') <= freshMinutes) return 'nothing'
  return passphraseHash === null ? 'sign in' : 'passphrase'
}

export async function isStillThem({ database, signedIn, body, now, address }: PersonalVisit, account: Account): Promise<Ruling<null>> {
  const own = changeOwn(account)
  if (!own.accepted) return own
  const { again, only } = await database.platform(async db => ({
    again: await askAgain(db, signedIn.sessionToken, account, now),
    only: await onlyPartnershipOf(db, signedIn.sessionToken),
  }))
  // An organisation vouches for one partnership: what it lets in must not make keys that open others.
  if (only !== null)
    return refuse({ text: 'You signed in with your organisation. Sign in with your passphrase to change your second factor' })
  if (again === 'nothing') return accept(null)
  if (again === 'sign in') return refuse({ text: `Sign out and sign in again, and do this within ${freshMinutes} minutes` })

  const limits = signInLimits(account.email, address)
  const attempt = await database.platform(db => beginAttempt(db, limits, now))
  if (!attempt.accepted) return attempt
  if (!(await isPassphrase(account.passphraseHash, text(body, 'current'))))
    return refuse({ field: 'current', text: text(body, 'current') === '' ? 'Enter your passphrase' : 'That is not your passphrase' })
  await database.platform(db => forgetAttempt(db, limits, now))
  return accept(null)
}

export const ownAccount = async ({ database, signedIn }: PersonalVisit): Promise<Account> =>
  found(await database.platform(db => accountOf(db, signedIn.accountId)))

/** Where the pages about it hang. */
export const toAccount = [{ text: 'Your account', href: '/account' }]
export const toFactors = [...toAccount, { text: 'Second factor', href: '/account/second-factor' }]

type Question = { readonly title: string; readonly paragraph: string; readonly button: string }

/** One page for whatever takes something away from an account's second factor. */
export async function confirmPage(visit: PersonalVisit, question: Question, problems: readonly Problem[] = []): Promise<Answer> {
  const { database, signedIn, now } = visit
  const account = await ownAccount(visit)
  const again = await database.platform(db => askAgain(db, signedIn.sessionToken, account, now))
  return page(template(import.meta.url, 'confirm.njk'), { ...question, again, breadcrumbs: toFactors }, problems)
}
