import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { type Answer, type Fields, found, type PersonalVisit, page, template, text } from '../../web/index.ts'
import { type Account, changeOwn } from '../account/account.ts'
import { accountOf } from '../account/store.ts'
import { partnershipsOf } from '../address/store.ts'
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

/** Before what somebody signs in with is changed. `standsAlone` is what opens the account by itself, such as a passkey. */
export async function isStillThem(
  visit: PersonalVisit,
  account: Account,
  { standsAlone }: { standsAlone: boolean },
): Promise<Ruling<null>> {
  const { database, signedIn } = visit
  const own = changeOwn(account)
  if (!own.accepted) return own
  const origin = await database.platform(db => originOfSession(db, signedIn.sessionToken, account))
  if (origin === 'organisation' || (origin === 'organisation alone' && standsAlone))
    return refuse({ text: 'You signed in with your organisation. Sign in with your passphrase to change this' })
  return hasShownAgain(visit, account)
}

/**
 * An organisation vouches for one partnership: what it lets in must not make keys that open others. Whoever has no passphrase and belongs to that partnership
 * only may set up what is asked for besides the organisation's word, and opens nothing by itself.
 */
export async function originOfSession(
  db: Db,
  token: string,
  { id, passphraseHash }: Account,
): Promise<'own' | 'organisation' | 'organisation alone'> {
  if ((await onlyPartnershipOf(db, token)) === null) return 'own'
  return passphraseHash === null && (await partnershipsOf(db, id)).length === 1 ? 'organisation alone' : 'organisation'
}

/** The page that asks once more who it is, on the way to what was sent; null where that need not be asked, or was shown. */
export async function unlessStillThem(visit: PersonalVisit, question: Question & { readonly sent: Fields }): Promise<Answer | null> {
  const account = await ownAccount(visit)
  // Nobody signs in as one of the people of the example, so they have nothing to show.
  const shown = account.isExample ? accept(null) : await hasShownAgain(visit, account)
  if (shown.accepted) return null
  const isAnswer = Object.hasOwn(visit.body, 'current') || account.passphraseHash === null
  return confirmPage(visit, question, isAnswer ? shown.problems : [], { sent: question.sent, back: '/account' })
}

async function hasShownAgain({ database, signedIn, body, now, address }: PersonalVisit, account: Account): Promise<Ruling<null>> {
  const again = await database.platform(db => askAgain(db, signedIn.sessionToken, account, now))
  if (again === 'nothing') return accept(null)
  if (again === 'sign in') return refuse({ text: `Sign out and sign in again, and do this within ${freshMinutes} minutes` })

  if (text(body, 'current') === '') return refuse({ field: 'current', text: 'Enter your passphrase' })
  const limits = signInLimits(account.email, address)
  const attempt = await database.platform(db => beginAttempt(db, limits, now))
  if (!attempt.accepted) return attempt
  if (!(await isPassphrase(account.passphraseHash, text(body, 'current'))))
    return refuse({ field: 'current', text: 'That is not your passphrase' })
  await database.platform(db => forgetAttempt(db, limits, now))
  return accept(null)
}

export const ownAccount = async ({ database, signedIn }: PersonalVisit): Promise<Account> =>
  found(await database.platform(db => accountOf(db, signedIn.accountId)))

/** Where the pages about it hang. */
export const toAccount = [{ text: 'Your account', href: '/account' }]
export const toFactors = [...toAccount, { text: 'Second factor', href: '/account/second-factor' }]

type Question = { readonly title: string; readonly paragraph: string; readonly button: string; readonly endsSomething?: boolean }

/** One page for whatever changes or ends something of an account. `sent` goes along with the answer. */
export async function confirmPage(
  visit: PersonalVisit,
  question: Question,
  problems: readonly Problem[] = [],
  { sent = {}, back = '/account/second-factor' }: { readonly sent?: Fields; readonly back?: string } = {},
): Promise<Answer> {
  const { database, signedIn, now } = visit
  const account = await ownAccount(visit)
  const again = await database.platform(db => askAgain(db, signedIn.sessionToken, account, now))
  return page(
    template(import.meta.url, 'confirm.njk'),
    { endsSomething: true, ...question, sent, back, again, breadcrumbs: back === '/account' ? toAccount : toFactors },
    problems,
  )
}
