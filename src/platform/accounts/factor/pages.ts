import { momentLabel } from '../../../kernel/moment.ts'
import { accept, type Problem, refuse } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, found, type PersonalHandler, type PersonalVisit, page, template, text } from '../../web/index.ts'
import { accountOf } from '../account/store.ts'
import { tellOwner } from '../letter/tell.ts'
import { passkeysOf } from '../passkey/store.ts'
import type { Seal } from '../secret.ts'
import { isStrongSession } from '../session/store.ts'
import { landing } from '../sign-in/sign-in.ts'
import { acceptCode, inFours, keyAddress, newKey } from './code.ts'
import { qrCode } from './qr.ts'
import { howMany } from './recovery-code.ts'
import { askAgain, confirmPage, isStillThem, originOfSession, ownAccount, toAccount, toFactors } from './still-them.ts'
import { askedBy, factorsOf, hasFactor, makeRecoveryCodes, openedKey, removeAuthenticator, setAuthenticator, waitingKey } from './store.ts'
import { codesPage, strengthened, weakened } from './strengthened.ts'

/** Where one sees what one signs in with, and is led to when one's role needs more than a passphrase. */
export const showFactors: PersonalHandler = async ({ database, signedIn, query }) => {
  const { accountId, sessionToken } = signedIn
  const { account, origin, factors, asked, passkeys, isStrong } = await database.platform(async db => {
    const account = found(await accountOf(db, accountId))
    return {
      account,
      origin: await originOfSession(db, sessionToken, account),
      factors: await factorsOf(db, accountId),
      asked: await askedBy(db, accountId),
      passkeys: await passkeysOf(db, accountId),
      isStrong: await isStrongSession(db, sessionToken),
    }
  })
  const next = landing(query)
  return page(template(import.meta.url, 'show.njk'), {
    title: 'Second factor',
    isExample: account.isExample,
    isSet: hasFactor(factors),
    isWithOrganisation: origin === 'organisation',
    isWithOrganisationAlone: origin === 'organisation alone',
    isStrong,
    asked: asked.map(({ name }) => name),
    next: next === '/' ? '' : next,
    howMany,
    breadcrumbs: toAccount,
    ...factors,
    passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
      href: `/account/passkeys/${id}/removal`,
      name,
      made: momentLabel(createdAt),
      used: usedAt ? momentLabel(usedAt) : 'Not yet',
    })),
  })
}

export function authenticatorPages(seal: Seal) {
  const newAuthenticator: PersonalHandler = visit => setUpPage(visit)

  /** It counts from when it has shown a right code. */
  const createAuthenticator: PersonalHandler = async visit => {
    const { database, signedIn, body, now } = visit
    const { accountId } = signedIn
    const still = await isStillThem(visit, await ownAccount(visit), { standsAlone: false })
    if (!still.accepted) return setUpPage(visit, still.problems)
    const key = await database.platform(db => openedKey(db, seal, accountId, text(body, 'key')))
    if (key === null)
      return setUpPage(visit, [{ field: 'code', text: 'The picture that you scanned is no longer good. Scan the one below' }])
    const step = acceptCode(key, 0, text(body, 'code'), now)
    if (!step.accepted) return setUpPage(visit, step.problems)

    const answer = await database.platform(async db => {
      await setAuthenticator(db, seal, { accountId, key, step: step.value, now })
      return strengthened(db, visit, 'factor-added', { factor: 'authenticator app' })
    })
    return answer('Your authenticator app is set up. You are signed out everywhere else.')
  }

  /** After a wrong code the key is the same, so that the app need not be set up again. */
  async function setUpPage(visit: PersonalVisit, problems: readonly Problem[] = []): Promise<Answer> {
    const { database, signedIn, body, query, now } = visit
    const account = await ownAccount(visit)
    const { key, waiting, again, hasApp } = await database.platform(async db => {
      const key = (await openedKey(db, seal, account.id, text(body, 'key'))) ?? newKey()
      return {
        key,
        waiting: await waitingKey(db, seal, account.id, key),
        again: await askAgain(db, signedIn.sessionToken, account, now),
        hasApp: (await factorsOf(db, account.id)).hasApp,
      }
    })
    const next = landing(text(body, 'next') === '' ? query : body)
    const view = {
      title: 'Set up an authenticator app',
      picture: qrCode(keyAddress(key, account.email), 'Picture to scan with an authenticator app'),
      inFours: inFours(key),
      key: waiting,
      email: account.email,
      next: next === '/' ? '' : next,
      again,
      hasApp,
      breadcrumbs: toFactors,
    }
    return page(template(import.meta.url, 'set-up.njk'), view, problems)
  }

  return { newAuthenticator, createAuthenticator }
}

export const confirmAuthenticatorRemoval: PersonalHandler = async visit => removalPage(visit)

export const removeOwnAuthenticator: PersonalHandler = async visit => {
  const still = await isStillThem(visit, await ownAccount(visit), { standsAlone: false })
  if (!still.accepted) return removalPage(visit, still.problems)
  const answer = await visit.database.platform(async db => {
    await removeAuthenticator(db, visit.signedIn.accountId)
    return weakened(db, visit, 'factor-removed', { factor: 'authenticator app' })
  })
  return answer('The authenticator app is removed')
}

export const confirmNewCodes: PersonalHandler = async visit => newCodesPage(visit)

export const createRecoveryCodes: PersonalHandler = async visit => {
  const { database, signedIn, address, requestId, now } = visit
  const { accountId } = signedIn
  const account = await ownAccount(visit)
  const still = await isStillThem(visit, account, { standsAlone: false })
  const open = still.accepted ? await mayHaveCodes(visit) : still
  if (!open.accepted) return newCodesPage(visit, open.problems)
  const codes = await database.platform(async db => {
    await noteSecurityEvent(db, { accountId, event: 'recovery-codes-made', address, requestId })
    await tellOwner(db, accountId, 'factor-changed', now)
    return makeRecoveryCodes(db, accountId)
  })
  return codesPage(visit, account.email, codes, 'You have new recovery codes. Those from before are of no use any more.')
}

async function mayHaveCodes({ database, signedIn }: PersonalVisit) {
  const factors = await database.platform(db => factorsOf(db, signedIn.accountId))
  return hasFactor(factors) ? accept(null) : refuse({ text: 'Set up a second factor first: recovery codes stand in for it' })
}

const removalPage = (visit: PersonalVisit, problems: readonly Problem[] = []): Promise<Answer> =>
  confirmPage(
    visit,
    {
      title: 'Remove the authenticator app',
      paragraph: 'Its codes will not be asked for any more. Where your role needs a second factor, you set up another one at once.',
      button: 'Remove the app',
    },
    problems,
  )

const newCodesPage = (visit: PersonalVisit, problems: readonly Problem[] = []): Promise<Answer> =>
  confirmPage(
    visit,
    {
      title: 'Make new recovery codes',
      paragraph: 'You get ten new codes. Those that you have kept are of no use from then on.',
      button: 'Make new codes',
    },
    problems,
  )
