import { idOf } from '../../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import {
  type Answer,
  type Fields,
  type PersonalHandler,
  type PublicHandler,
  type PublicVisit,
  page,
  redirect,
  template,
  text,
  withCookie,
  withStatus,
} from '../../web/index.ts'
import { accountOf } from '../account/store.ts'
import { providerLimits } from '../attempt/attempt.ts'
import { beginAttempt } from '../attempt/store.ts'
import { unlessStillThem } from '../factor/still-them.ts'
import { inOneGo } from '../in-one-go.ts'
import { tellOwner } from '../letter/tell.ts'
import { unlessOver } from '../one-time-link/one-time-link.ts'
import { linkWith as invitationWith, linkAt, withdrawAllLinks } from '../one-time-link/store.ts'
import { answerEntered, type Entered, enter } from '../second-step/enter.ts'
import { digestOf } from '../secret.ts'
import { localPath } from '../sign-in/sign-in.ts'
import { readEmail } from './form.ts'
import type { Identity } from './openid.ts'
import type { ProviderOptions } from './pages.ts'
import { type Connection, disconnect, domainOf, redirectAddress, requestMinutes, showedBoth } from './provider.ts'
import {
  beginRequest,
  connectionForDomain,
  connectionOf,
  link,
  linkedAccount,
  linksOf,
  noteOrigin,
  onlyPartnershipOf,
  type ProviderRequest,
  providersFor,
  takeRequest,
  unlink,
} from './store.ts'

/** To a provider and back: to sign in, to take an invitation with it, or to connect it with the account one has. */
export function providerSignIn({ seal, openId }: ProviderOptions) {
  const askForOrganisation: PublicHandler = async ({ query }) => organisationPage(query)

  /** The domain alone decides: whether there is an account is not asked, and so not told. */
  const goToOrganisation: PublicHandler = async visit => {
    const { database, body, now, address } = visit
    const form = readEmail(body)
    const domain = form.accepted ? domainOf(form.value.email) : null
    if (!form.accepted) return organisationPage(body, form.problems)
    if (domain === null)
      return organisationPage(body, [{ field: 'email', text: 'Enter an e-mail address in the correct format, like name@example.org' }])

    const attempt = await database.platform(db => beginAttempt(db, providerLimits(address), now))
    if (!attempt.accepted) return withStatus(organisationPage(body, attempt.problems), 429)
    const connection = await database.platform(db => connectionForDomain(db, seal, domain))
    if (!connection)
      return organisationPage(body, [
        { field: 'email', text: `No organisation signs in here with addresses of ${domain}. Sign in with your passphrase` },
      ])
    const next = localPath(text(body, 'next')) ?? '/'
    return leaveFor(visit, connection, { purpose: 'sign-in', accountId: null, invitationDigest: null, next }, form.value.email)
  }

  /** Whoever has the link may be that person from now on, with their account at the provider as well as with a passphrase. */
  const takeInvitationThere: PublicHandler = async visit => {
    const { database, params, body, now } = visit
    const token = params['token'] ?? ''
    const chosen = await database.platform(async db => {
      const invitation = unlessOver(await invitationWith(db, token, 'invitation'), now)
      if (!invitation) return null
      const connection = await chosenFrom(db, body, await providersFor(db, invitation.accountId))
      return connection && { connection, ...invitation }
    })
    if (!chosen) return redirect(`/invitation/${encodeURIComponent(token)}`)
    const request = { purpose: 'invitation', accountId: chosen.accountId, invitationDigest: digestOf(token), next: '/' } as const
    return leaveFor(visit, chosen.connection, request, chosen.email)
  }

  const connect: PersonalHandler = async visit => {
    const { database, signedIn, body } = visit
    const connection = await database.platform(async db => chosenFrom(db, body, await ownProviders(db, signedIn)))
    if (!connection) return redirect('/account', 'That organisation is not to be connected with any more')
    const asked = await unlessStillThem(visit, {
      title: `Connect ${connection.name}`,
      paragraph: 'You sign in with it from then on, if you like. So first show that it is you.',
      button: 'Go on',
      endsSomething: false,
      sent: { provider: String(connection.id) },
    })
    if (asked) return asked
    return leaveFor(
      visit,
      connection,
      { purpose: 'connection', accountId: signedIn.accountId, invitationDigest: null, next: '/account' },
      null,
    )
  }

  const disconnectFrom: PersonalHandler = async visit => {
    const { database, signedIn, body, address, requestId, now } = visit
    const { accountId } = signedIn
    const asked = await unlessStillThem(visit, {
      title: 'Disconnect your organisation',
      paragraph: 'You no longer sign in with it. So first show that it is you.',
      button: 'Disconnect',
      sent: { provider: text(body, 'provider') },
    })
    if (asked) return asked
    const done = await inOneGo(database, async db => {
      const account = await accountOf(db, accountId)
      const linked = (await ownProviders(db, signedIn)).filter(({ isLinked }) => isLinked)
      const provider = linked.find(({ id }) => id === idOf(text(body, 'provider')))
      if (!account || !provider) return refuse({ text: 'You are not connected with it any more' })
      const may = disconnect({ hasPassphrase: account.passphraseHash !== null, links: await linksOf(db, accountId) })
      if (!may.accepted) return may
      await unlink(db, provider, accountId)
      await noteSecurityEvent(db, { accountId, event: 'provider-unlinked', address, requestId, detail: { provider: provider.name } })
      await tellOwner(db, accountId, 'organisation-changed', now)
      return accept(provider.name)
    })
    if (done.accepted) return redirect('/account', `${done.value} is not connected any more`)
    return notSignedIn(
      'It is still connected',
      done.problems.map(({ text }) => `${text}.`),
      { href: '/account', text: 'Back to your account' },
    )
  }

  const comeBack: PublicHandler = async visit => withCookie(await cameBack(visit), { name: requestCookie, value: null, seconds: null })

  async function cameBack(visit: PublicVisit): Promise<Answer> {
    const { database, params, query, origin, now, cookie } = visit
    const key = params['key'] ?? ''
    const secret = cookie(requestCookie) ?? ''
    // It is used up whatever comes of it.
    const taken = secret === '' ? null : await database.platform(db => takeRequest(db, seal, secret, key, now))
    if (!taken) return unexpected()
    const { request, connection } = taken
    const back = request.purpose === 'connection' ? toAccount : toSignIn

    const backAt = new URL(redirectAddress(origin, connection.key))
    for (const [name, values] of Object.entries(query)) for (const value of [values].flat()) backAt.searchParams.append(name, value)
    const identity = await openId.identify(connection, secret, backAt, now)
    if (!identity.accepted)
      return withStatus(
        notSignedIn(
          `${connection.name} did not sign you in`,
          identity.problems.map(({ text }) => `${text}.`),
          back,
        ),
        403,
      )

    if (request.purpose === 'connection') return connected(visit, request, connection, identity.value)
    return request.purpose === 'invitation'
      ? invited(visit, request, connection, identity.value)
      : known(visit, request, connection, identity.value)
  }

  async function known(visit: PublicVisit, request: ProviderRequest, connection: Connection, identity: Identity): Promise<Answer> {
    const entered = await visit.database.platform(async db => {
      const accountId = await linkedAccount(db, connection, identity.subject)
      return accountId === null ? null : enterAt(db, visit, accountId, connection, identity)
    })
    if (entered === null) return withStatus(strangerPage(connection), 403)
    return answerEntered(entered, request.next)
  }

  async function invited(visit: PublicVisit, request: ProviderRequest, connection: Connection, identity: Identity): Promise<Answer> {
    const { database, now } = visit
    const entered = await inOneGo(database, async db => {
      const invitation = request.invitationDigest && unlessOver(await linkAt(db, request.invitationDigest, 'invitation'), now)
      if (!invitation)
        return refuse({ text: 'The link was used in the meantime, or a newer one was made. Ask an administrator for a new one' })
      const { accountId } = invitation
      const linked = await linkWith(db, visit, accountId, connection, identity)
      if (!linked.accepted) return linked
      await withdrawAllLinks(db, accountId)
      return accept(await enterAt(db, visit, accountId, connection, identity))
    })
    if (!entered.accepted) return notLinked(connection, entered.problems, toSignIn)
    return answerEntered(entered.value, '/', `From now on you sign in with ${connection.name}`)
  }

  async function connected(visit: PublicVisit, request: ProviderRequest, connection: Connection, identity: Identity): Promise<Answer> {
    const { database, signedIn } = visit
    const done = await inOneGo(database, async db => {
      if (!signedIn || signedIn.accountId !== request.accountId) return refuse({ text: 'You were signed out in the meantime' })
      return linkWith(db, visit, signedIn.accountId, connection, identity)
    })
    if (!done.accepted) return notLinked(connection, done.problems, toAccount)
    return redirect('/account', `${connection.name} is connected. You can sign in with it from now on`)
  }

  async function linkWith(
    db: Db,
    visit: PublicVisit,
    accountId: number,
    connection: Connection,
    { subject }: Identity,
  ): Promise<Ruling<null>> {
    const { now, address, requestId } = visit
    const isMember = (await providersFor(db, accountId)).some(
      ({ id, partnershipId }) => id === connection.id && partnershipId === connection.partnershipId,
    )
    if (!isMember) return refuse({ text: 'You are not a member of the partnership that uses it' })
    if (!(await link(db, connection, subject, accountId, now)))
      return refuse({
        text: `That account at ${connection.name} is connected with somebody else’s here. Sign out there, and sign in as yourself`,
      })
    await noteSecurityEvent(db, { accountId, event: 'provider-linked', address, requestId, detail: { provider: connection.name } })
    // Whoever comes with their first link has no other way in yet, and knows.
    if (visit.signedIn?.accountId === accountId || (await accountOf(db, accountId))?.passphraseHash)
      await tellOwner(db, accountId, 'organisation-changed', now)
    return accept(null)
  }

  /** Another session than the browser had, as whenever somebody signs in. It opens the provider's partnership only. */
  async function enterAt(
    db: Db,
    visit: PublicVisit,
    accountId: number,
    connection: Connection,
    { idToken, methods }: Identity,
  ): Promise<Entered> {
    const shown = { accountId, isStrong: showedBoth(connection, methods), by: `with ${connection.name}` }
    const entered = await enter(db, shown, visit)
    await noteOrigin(db, seal, entered.token, connection, idToken)
    return entered
  }

  type Purpose = Omit<ProviderRequest, 'partnershipId' | 'id'>

  /** A page that leads there: a form of ours may not be answered by sending the browser on to another site. */
  async function leaveFor(visit: PublicVisit, connection: Connection, purpose: Purpose, email: string | null): Promise<Answer> {
    const { database, origin, now } = visit
    const secret = await database.platform(db =>
      beginRequest(db, { ...purpose, partnershipId: connection.partnershipId, id: connection.id }, now),
    )
    const redirectTo = redirectAddress(origin, connection.key)
    const to = await openId.signInAddress(connection, { secret, redirectTo, email }, now)
    if (!to.accepted) {
      const sentences = [
        ...to.problems.map(({ text }) => `${text}.`),
        'Try again in a few minutes. If it stays so, tell an administrator of your partnership.',
      ]
      return withStatus(
        notSignedIn(`${connection.name} cannot be reached just now`, sentences, purpose.purpose === 'connection' ? toAccount : toSignIn),
        503,
      )
    }
    const view = { title: `Sign in with ${connection.name}`, to: to.value, host: new URL(to.value).host }
    return withCookie(page(template(import.meta.url, 'leave.njk'), view), {
      name: requestCookie,
      value: secret,
      seconds: requestMinutes * 60,
    })
  }

  async function chosenFrom(
    db: Db,
    body: Fields,
    providers: readonly { readonly id: number; readonly partnershipId: number; readonly isLinked: boolean }[],
  ) {
    const chosen = providers.find(({ id, isLinked }) => id === idOf(text(body, 'provider')) && !isLinked)
    return chosen ? connectionOf(db, seal, chosen) : null
  }

  return { askForOrganisation, goToOrganisation, takeInvitationThere, connect, disconnectFrom, comeBack }
}

/** Those that somebody may connect their account with: all of their partnerships', or, signed in at a provider, its partnership's only. */
export async function ownProviders(db: Db, { accountId, sessionToken }: { readonly accountId: number; readonly sessionToken: string }) {
  const only = await onlyPartnershipOf(db, sessionToken)
  return (await providersFor(db, accountId)).filter(({ partnershipId }) => only === null || partnershipId === only)
}

const requestCookie = 'goldthread_provider'

const toSignIn = { href: '/sign-in', text: 'Back to signing in' }
const toAccount = { href: '/account', text: 'Back to your account' }

function organisationPage(fields: Fields, problems: readonly Problem[] = []): Answer {
  const next = localPath(text(fields, 'next')) ?? ''
  const passphraseHref = next === '' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`
  const view = { title: 'Sign in with your organisation', next, passphraseHref, email: text(fields, 'email') }
  return page(template(import.meta.url, 'organisation.njk'), view, problems)
}

const notSignedIn = (title: string, sentences: readonly string[], back: { readonly href: string; readonly text: string }): Answer =>
  page(template(import.meta.url, 'not-signed-in.njk'), { title, sentences, back })

const notLinked = (connection: Connection, problems: readonly Problem[], back: typeof toSignIn): Answer =>
  withStatus(
    notSignedIn(
      `${connection.name} was not connected`,
      problems.map(({ text }) => `${text}.`),
      back,
    ),
    403,
  )

const strangerPage = ({ name }: Connection): Answer =>
  notSignedIn(
    'Nobody has invited you yet',
    [
      `${name} knows you, but no account here is connected with you.`,
      'Ask an administrator of your partnership for an invitation, and choose your organisation when you open its link. If you sign in with a passphrase, do that and connect your organisation under your account.',
    ],
    toSignIn,
  )

const unexpected = (): Answer =>
  withStatus(
    notSignedIn(
      'This sign-in can no longer be finished',
      [`It was finished already, took longer than ${requestMinutes} minutes, or began in another browser.`, 'Begin again.'],
      toSignIn,
    ),
    404,
  )
