import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { clientId, clientSecret, startNameServer, startProvider, type TestProvider } from '../../../../test/openid/index.ts'
import { formIn } from '../../../../test/web/form.ts'
import { freshApp, openApplication } from '../../../../test/web/index.ts'
import { type Browser, browser } from '../../web/example.ts'
import { newKey } from '../factor/code.ts'
import { makeRecoveryCodes, setAuthenticator } from '../factor/store.ts'
import { addLink, addSecret } from '../one-time-link/store.ts'
import { hashOf } from '../passphrase/hash.ts'
import { openSeal } from '../secret.ts'

const app = await freshApp({ after })
const origin = 'http://localhost'
let now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const council = await startProvider({ after })
const police = await startProvider({ after })
const names = await startNameServer({ after })
const { web } = await openApplication({
  database: app.database,
  version: '1',
  clock: () => now,
  publicAddress: origin,
  providers: { hosts: [council.host, police.host], nameServers: [names.address] },
})
after(() => web.server.close())

/** Somebody of Wexcombe (or elsewhere) in a browser of their own. */
function as(person: { readonly cookie: string } | null, address?: string): Browser {
  const who = browser(web, address)
  if (person) who.keep('goldthread_session', person.cookie.replace(/^.*=/, ''))
  return who
}
const plain = (answer: LightMyRequestResponse) =>
  answer.body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ')
const leavesFor = (answer: LightMyRequestResponse): string => {
  const to = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(answer.body)?.[1]
  assert.ok(to, plain(answer))
  return to.replaceAll('&amp;', '&')
}
const pathOf = ({ pathname, search }: URL) => pathname + search

type Added = { readonly id: number; readonly key: string; readonly path: string }

/** The pages' own way: added, its domain named and proved, and we its client. */
async function added(
  provider: TestProvider,
  name: string,
  domain: string | null,
  slug = 'wexcombe',
  by = app.administrator,
): Promise<Added> {
  const admin = as(by)
  const { fields } = formIn((await admin.get(`/${slug}/providers/new`)).body)
  const key = fields['key']?.[0] ?? ''
  const saved = await admin.post(`/${slug}/providers/new`, { key, name, issuer: provider.issuer, clientId, clientSecret })
  assert.equal(saved.statusCode, 303, plain(saved))
  const path = saved.headers.location ?? ''
  provider.register({ redirectTo: `${origin}/sign-in/callback/${key}`, afterSignOut: `${origin}/sign-in` })
  if (domain !== null) await proved(admin, path, domain)
  return { id: Number(path.split('/').at(-1)), key, path }
}

async function proved(admin: Browser, path: string, domain: string): Promise<void> {
  await admin.post(`${path}/domains`, { domain })
  const page = (await admin.get(path)).body
  const record = /value="(goldthread-verification=[\w-]+)"/.exec(page)?.[1] ?? ''
  names.publish(domain, 'v=spf1 -all', record)
  const check = /action="([^"]*\/check)"/.exec(page)?.[1] ?? ''
  const answer = await admin.post(check)
  assert.equal(answer.statusCode, 303, plain(answer))
}

const toOrganisation = (who: Browser, email: string, next = '') => who.post('/sign-in/organisation', { email, next })

async function signedInAt(provider: TestProvider, who: Browser, email: string, subject: string): Promise<LightMyRequestResponse> {
  return who.get(pathOf(await provider.signIn(leavesFor(await toOrganisation(who, email)), subject)))
}

/** A reader of Wexcombe with neither passphrase nor provider yet, and their link. */
async function colleague(name: string, partnershipId = app.partnershipId) {
  return app.database.platform(async db => {
    const [account] = await db<{ id: number }[]>`
      insert into platform.account (email, name) values (${`${name.toLowerCase().replace(' ', '.')}@wexcombe.example`}, ${name}) returning id`
    const accountId = account?.id ?? 0
    await db`insert into platform.membership (partnership_id, account_id, role) values (${partnershipId}, ${accountId}, 'reader')`
    const linkId = await addLink(db, { accountId, purpose: 'invitation', byMail: false }, now)
    return { accountId, link: `/invitation/${await addSecret(db, linkId)}` }
  })
}

async function invitedThrough(provider: TestProvider, id: number, name: string, subject: string) {
  const { accountId, link } = await colleague(name)
  const who = as(null)
  const left = leavesFor(await who.post(`${link}/organisation`, { provider: String(id) }))
  const back = await who.get(pathOf(await provider.signIn(left, subject)))
  return { accountId, link, who, back }
}

const eventsOf = async (accountId: number) =>
  (
    await app.owner<{ act: string }[]>`
    select act from platform.history where subject = 'platform.account' and subject_id = ${String(accountId)} order by id`
  ).map(({ act }) => act)

describe('a provider of Wexcombe Council', () => {
  let provider: Added

  test('is refused as long as what was entered leads nowhere, in words', async () => {
    const admin = as(app.administrator)
    const send = async (fields: Record<string, string>) => {
      const { key } = formIn((await admin.get('/wexcombe/providers/new')).body).fields
      const answer = await admin.post('/wexcombe/providers/new', { key: key?.[0] ?? '', name: 'Council', clientId, ...fields })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, new RegExp(`value="${key?.[0]}"`), 'the redirect address stays')
      return plain(answer)
    }
    assert.match(await send({ issuer: 'http://wexcombe.example' }), /must begin with https:/)
    assert.match(await send({ issuer: 'https://127.0.0.1' }), /inside a private network/)
    assert.match(await send({ issuer: 'https://localhost' }), /inside a private network/)
    assert.match(await send({ issuer: 'https://169.254.169.254/latest' }), /inside a private network/)
    assert.match(await send({ issuer: `${council.issuer}/elsewhere` }), /is not a provider of OpenID Connect of that name/)
    assert.match(await send({ issuer: `${council.issuer}/` }), new RegExp(`calls itself ${council.issuer}:`))
    assert.match(await send({ issuer: council.issuer, clientId: '' }), /Enter the client ID/)
    assert.equal((await app.owner`select from platform.provider`).length, 0)
  })

  test('is added, its secret sealed and shown to nobody', async () => {
    provider = await added(council, 'Wexcombe Council', null)
    const [secret] = await app.owner<{ sealed: Buffer }[]>`select sealed from platform.provider_secret`
    assert.ok(secret && !secret.sealed.toString('latin1').includes(clientSecret))
    const [kept] = await app.owner<
      { kept: boolean }[]
    >`select bool_or(after::text like ${`%${clientSecret}%`}) as kept from platform.history`
    assert.equal(kept?.kept, false)
    const page = await as(app.administrator).get(provider.path)
    assert.ok(!page.body.includes(clientSecret))
    assert.match(plain(page), /State Waits until a domain is proved/)
    assert.match(page.body, new RegExp(`value="${origin}/sign-in/callback/${provider.key}"`))
  })

  test('is not offered before a domain is proved', async () => {
    assert.doesNotMatch((await as(null).get('/sign-in')).body, /Sign in with your organisation/)
    const answer = await toOrganisation(as(null), 'amina@wexcombe.example')
    assert.equal(answer.statusCode, 422)
    assert.match(plain(answer), /No organisation signs in here with addresses of wexcombe\.example/)
  })

  test('a domain counts once its TXT record says so', async () => {
    const admin = as(app.administrator)
    assert.match(plain(await admin.post(`${provider.path}/domains`, { domain: 'wexcombe' })), /Enter the domain of your e-mail addresses/)
    await admin.post(`${provider.path}/domains`, { domain: 'wexcombe.example' })
    const page = (await admin.get(provider.path)).body
    const check = /action="([^"]*\/check)"/.exec(page)?.[1] ?? ''
    assert.match(plain(await admin.post(check)), /could not be read: there is no such domain/)
    names.publish('wexcombe.example', 'goldthread-verification=of another')
    assert.match(plain(await admin.post(check)), /says something else/)
    await proved(admin, provider.path, 'wexcombe.example')
    assert.match(plain(await admin.get(provider.path)), /State In use .* wexcombe\.example Proved/)
    assert.match((await as(null).get('/sign-in')).body, /Sign in with your organisation/)
  })

  test('tells what it says of itself when it is tried', async () => {
    const answer = await as(app.administrator).post(`${provider.path}/trial`)
    assert.match(
      plain(answer),
      new RegExp(
        `It answers\\. People will be sent to ${council.host} to sign in\\. Whoever signs out here is offered to sign out there too`,
      ),
    )
  })

  test('somebody whom it knows and nobody has invited is told what to do', async () => {
    const who = as(null)
    const back = await signedInAt(council, who, 'nobody@wexcombe.example', 'S-001')
    assert.equal(back.statusCode, 403)
    assert.match(plain(back), /Nobody has invited you yet .* Ask an administrator of your partnership for an invitation/)
    assert.equal(who.cookie('goldthread_session'), undefined)
  })

  test('nobody is found by e-mail address: the domain decides, whether there is an account or not', async () => {
    const known = leavesFor(await toOrganisation(as(null), 'helen.marsh@wexcombe.example'))
    const unknown = leavesFor(await toOrganisation(as(null), 'zoe@wexcombe.example'))
    const same = (address: string) => [...new URL(address).searchParams.keys()].toSorted()
    assert.deepEqual(same(known), same(unknown))
    assert.equal(new URL(known).searchParams.get('code_challenge_method'), 'S256')
  })

  test('an invitation is taken with it, and from then on one signs in with it', async () => {
    const { accountId, link, who, back } = await invitedThrough(council, provider.id, 'Amina Khan', 'S-100')
    assert.equal(back.headers.location, '/', plain(back))
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    assert.equal((await as(null).get(link)).statusCode, 404, 'the link is used up')
    assert.deepEqual(await eventsOf(accountId), ['provider-linked', 'signed-in'])

    const again = as(null)
    const before = again.cookie('goldthread_session')
    const signedIn = await signedInAt(council, again, 'amina.khan@wexcombe.example', 'S-100')
    assert.equal(signedIn.headers.location, '/')
    assert.notEqual(again.cookie('goldthread_session'), before)
    assert.match(plain(await again.get('/account')), /Disconnect Wexcombe Council/)
    assert.match(plain(await as(app.administrator).get('/wexcombe/accounts')), /Amina Khan .* Signs in with Wexcombe Council/)
  })

  test('one comes to where one was going, and to nowhere else', async () => {
    const next = async (asked: string) => {
      const who = as(null)
      const left = leavesFor(await toOrganisation(who, 'a@wexcombe.example', asked))
      return (await who.get(pathOf(await council.signIn(left, 'S-100')))).headers.location
    }
    assert.equal(await next('/wexcombe/indicators'), '/wexcombe/indicators')
    assert.equal(await next('//elsewhere.example'), '/')
  })

  test('a session gets another secret than the browser had before', async () => {
    const who = as(app.reader)
    await signedInAt(council, who, 'a@wexcombe.example', 'S-100')
    const old = as(app.reader)
    assert.equal((await old.get('/wexcombe/scorecard')).statusCode, 303)
    assert.match((await who.get('/wexcombe/scorecard')).body, /Amina Khan/)
  })

  test('an answer counts once, in the browser that asked, for ten minutes, and with what was asked', async () => {
    const begun = async () => {
      const who = as(null)
      return { who, left: leavesFor(await toOrganisation(who, 'a@wexcombe.example')) }
    }
    const refused = async (who: Browser, path: string, why: RegExp) => {
      const answer = await who.get(path)
      assert.ok([403, 404].includes(answer.statusCode))
      assert.match(plain(answer), why)
      assert.equal(who.cookie('goldthread_session'), undefined)
    }

    const once = await begun()
    const secret = once.who.cookie('goldthread_provider') ?? ''
    const back = pathOf(await council.signIn(once.left, 'S-100'))
    await refused(as(null), back, /can no longer be finished/)
    assert.equal((await once.who.get(back)).statusCode, 303)
    const replayed = as(null)
    replayed.keep('goldthread_provider', secret)
    await refused(replayed, back, /can no longer be finished/)

    const late = await begun()
    const lateBack = pathOf(await council.signIn(late.left, 'S-100'))
    now = now.add({ minutes: 11 })
    await refused(late.who, lateBack, /took longer than 10 minutes/)

    const state = await begun()
    const stateBack = await council.signIn(state.left, 'S-100')
    stateBack.searchParams.set('state', 'another')
    await refused(state.who, pathOf(stateBack), /not one that can be trusted/)

    const nonce = await begun()
    const asked = new URL(nonce.left)
    asked.searchParams.set('nonce', 'another')
    await refused(nonce.who, pathOf(await council.signIn(asked.href, 'S-100')), /not one that can be trusted/)

    const verifier = await begun()
    const challenged = new URL(verifier.left)
    challenged.searchParams.set('code_challenge', 'a'.repeat(43))
    await refused(verifier.who, pathOf(await council.signIn(challenged.href, 'S-100')), /answered with the error invalid_grant/)

    const no = await begun()
    const denied = new URL(`${origin}/sign-in/callback/${provider.key}?error=access_denied&iss=${encodeURIComponent(council.issuer)}`)
    denied.searchParams.set('state', new URL(no.left).searchParams.get('state') ?? '')
    await refused(no.who, pathOf(denied), /says that you did not sign in/)
  })

  test('the answer of another provider is not taken for its own', async () => {
    const other = await added(police, 'Wexcombe Police', 'police.example')
    const [atCouncil, atPolice] = [as(null), as(null)]
    const council1 = leavesFor(await toOrganisation(atCouncil, 'a@wexcombe.example'))
    const police1 = leavesFor(await toOrganisation(atPolice, 'a@police.example'))
    assert.equal(new URL(police1).host, police.host)
    const fromPolice = await police.signIn(police1, 'S-100')
    // The same number there is somebody else.
    assert.equal((await atPolice.get(pathOf(fromPolice))).statusCode, 403)

    const mixed = new URL(await council.signIn(council1, 'S-100'))
    mixed.searchParams.set('iss', police.issuer)
    assert.match(plain(await atCouncil.get(pathOf(mixed))), /not one that can be trusted/)

    const crossed = as(null)
    const council2 = await council.signIn(leavesFor(await toOrganisation(crossed, 'a@wexcombe.example')), 'S-100')
    assert.match(plain(await crossed.get(`/sign-in/callback/${other.key}${council2.search}`)), /can no longer be finished/)
    await as(app.administrator).post(`${other.path}/removal`)
  })

  test('an account there is one person’s here', async () => {
    const { back } = await invitedThrough(council, provider.id, 'Priti Shah', 'S-100')
    assert.equal(back.statusCode, 403)
    assert.match(plain(back), /is connected with somebody else’s here/)
  })

  test('whoever has a passphrase connects it under their account, and disconnects it again', async () => {
    const who = as(app.officer)
    assert.match(plain(await who.get('/account')), /Connect Wexcombe Council/)
    const left = leavesFor(await who.post('/account/organisations', { provider: String(provider.id) }))
    assert.equal((await who.get(pathOf(await council.signIn(left, 'S-200')))).headers.location, '/account')
    const elsewhere = as(null)
    assert.equal((await signedInAt(council, elsewhere, 'a@wexcombe.example', 'S-200')).headers.location, '/')

    const kept = await who.post('/account/organisations/removal', { provider: String(provider.id) })
    assert.match(plain(kept), /It is still connected This is your only way to sign in/)
    await app.owner`update platform.account set passphrase_hash = ${await hashOf('six blue kites over town')} where id = ${app.officer.accountId}`
    assert.equal((await who.post('/account/organisations/removal', { provider: String(provider.id) })).headers.location, '/account')
    assert.equal((await signedInAt(council, as(null), 'a@wexcombe.example', 'S-200')).statusCode, 403)
  })

  test('what somebody else began cannot be finished as oneself', async () => {
    const who = as(app.officer)
    const left = leavesFor(await who.post('/account/organisations', { provider: String(provider.id) }))
    const back = pathOf(await council.signIn(left, 'S-300'))
    who.keep('goldthread_session', app.contributor.cookie.replace(/^.*=/, ''))
    assert.match(plain(await who.get(back)), /signed out in the meantime/)
  })

  test('it opens the partnership that vouches for it, and no other', async () => {
    const [elmbridge] = await app.owner<{ id: number }[]>`select id from platform.partnership where slug = 'elmbridge'`
    const [amina] = await app.owner<{ id: number }[]>`select id from platform.account where name = 'Amina Khan'`
    await app.owner`insert into platform.membership (partnership_id, account_id, role) values (${elmbridge?.id ?? 0}, ${amina?.id ?? 0}, 'reader')`
    const who = as(null)
    await signedInAt(council, who, 'a@wexcombe.example', 'S-100')
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    assert.equal((await who.get('/elmbridge/scorecard')).statusCode, 404)
    assert.equal((await who.get('/')).headers.location, '/wexcombe')
  })

  test('who has a second factor shows it after a provider that does not ask for one, and not after one that does', async () => {
    const { accountId } = await invitedThrough(council, provider.id, 'Lewis Grant', 'S-500')
    const [code = ''] = await app.database.platform(async db => {
      await setAuthenticator(db, openSeal(null), { accountId, key: newKey(), step: 0, now })
      return makeRecoveryCodes(db, accountId)
    })
    const who = as(null)
    const back = await signedInAt(council, who, 'a@wexcombe.example', 'S-500')
    assert.equal(back.headers.location, '/sign-in/second-step')
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 303)
    const entered = await who.post('/sign-in/recovery-code', { recovery: code })
    assert.equal(entered.headers.location, '/', plain(entered))
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    const [session] =
      await app.owner`select is_strong, provider_id, only_partnership_id from platform.session where account_id = ${accountId} and is_strong`
    assert.deepEqual({ ...session }, { isStrong: true, providerId: provider.id, onlyPartnershipId: app.partnershipId })
    assert.match(plain(await who.post('/sign-out')), /Sign out of Wexcombe Council/)

    await app.owner`update platform.provider set counts_as_second_factor = true where id = ${provider.id}`
    const trusted = as(null)
    assert.equal((await signedInAt(council, trusted, 'a@wexcombe.example', 'S-500')).headers.location, '/')
    assert.equal((await trusted.get('/wexcombe/scorecard')).statusCode, 200)
    await app.owner`update platform.provider set counts_as_second_factor = false where id = ${provider.id}`
  })

  test('who has no passphrase and is of one partnership sets up an app there, which opens nothing by itself', async () => {
    const { accountId, who } = await invitedThrough(council, provider.id, 'Nia Powell', 'S-510')
    await app.owner`insert into platform.factor_role (partnership_id, role) values (${app.partnershipId}, 'reader')`
    assert.equal((await who.get('/wexcombe/scorecard')).headers.location, '/account/second-factor?next=%2Fwexcombe%2Fscorecard')
    const shown = plain(await who.get('/account/second-factor'))
    assert.match(shown, /Besides what your organisation asks for .*Set up an authenticator app/)
    assert.doesNotMatch(shown, /Add a passkey/)
    assert.match(plain(await who.post('/account/passkeys', { name: 'Telephone', credential: 'x' })), /Sign in with your passphrase/)

    const page = (await who.get('/account/authenticator')).body
    const key = (/gt-key"><code>([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '')
    const code = new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now.epochMilliseconds })
    assert.equal(
      (await who.post('/account/authenticator', { key: formIn(page, '/account/authenticator').fields['key']?.[0] ?? '', code })).statusCode,
      200,
    )
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    const sessions = await app.owner`select is_strong, only_partnership_id from platform.session where account_id = ${accountId}`
    assert.deepEqual(
      [...sessions].map(each => ({ ...each })),
      [{ isStrong: true, onlyPartnershipId: app.partnershipId }],
    )

    assert.equal((await who.post('/account/authenticator/removal')).statusCode, 303)
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 303, 'its strength goes with it')

    const [elmbridge] = await app.owner<{ id: number }[]>`select id from platform.partnership where slug = 'elmbridge'`
    await app.owner`insert into platform.membership (partnership_id, account_id, role) values (${elmbridge?.id ?? 0}, ${accountId}, 'reader')`
    assert.match(plain(await who.post('/account/authenticator', { key: '', code })), /Sign in with your passphrase/)
    await app.owner`delete from platform.factor_role where role = 'reader'`
  })

  test('it is connected only by who shows again who they are, once a quarter of an hour is over', async () => {
    await app.owner`update platform.account set passphrase_hash = ${await hashOf('six blue kites over town')} where id = ${app.contributor.accountId}`
    const who = as(app.contributor)
    const before = now
    now = now.add({ minutes: 16 })
    const send = (fields: Record<string, string>) => who.post('/account/organisations', { provider: String(provider.id), ...fields })
    const asked = await send({})
    assert.match(plain(asked), /Connect Wexcombe Council .*Your passphrase/)
    assert.doesNotMatch(asked.body, /govuk-button--warning/)
    assert.match(plain(await send({ current: 'seven green kites' })), /That is not your passphrase/)
    assert.ok(leavesFor(await send({ current: 'six blue kites over town' })).startsWith(council.issuer))
    assert.match(plain(await who.post('/account/organisations/removal', { provider: String(provider.id) })), /Your passphrase/)
    await app.owner`update platform.account set passphrase_hash = null where id = ${app.contributor.accountId}`
    now = before
  })

  test('another partnership’s is not for its people', async () => {
    const admin = as(app.stranger)
    assert.equal((await admin.get(provider.path.replace('wexcombe', 'elmbridge'))).statusCode, 404)
    const answer = await admin.post('/account/organisations', { provider: String(provider.id) })
    assert.equal(answer.headers.location, '/account')
    assert.doesNotMatch((await admin.get('/account')).body, /Wexcombe Council/)
  })

  test('two partnerships do not both have one domain', async () => {
    police.register({ redirectTo: `${origin}/sign-in/callback/x` })
    const theirs = await added(police, 'Another council', null, 'elmbridge', app.stranger)
    const admin = as(app.stranger)
    await admin.post(`${theirs.path}/domains`, { domain: 'wexcombe.example' })
    const page = (await admin.get(theirs.path)).body
    names.publish('wexcombe.example', /value="(goldthread-verification=[\w-]+)"/.exec(page)?.[1] ?? '')
    const answer = await admin.post(/action="([^"]*\/check)"/.exec(page)?.[1] ?? '')
    assert.equal(answer.statusCode, 422)
    assert.match(plain(answer), /leads to another provider already/)
    assert.doesNotMatch(plain(answer), /Wexcombe Council/)
  })

  test('signing out ends the session here and offers to sign out there', async () => {
    const who = as(null)
    const cookies = new Map<string, string>()
    await who.get(pathOf(await council.signIn(leavesFor(await toOrganisation(who, 'a@wexcombe.example')), 'S-100', cookies)))
    const secret = who.cookie('goldthread_session') ?? ''
    const out = await who.post('/sign-out')
    assert.equal(out.statusCode, 200)
    const stolen = as(null)
    stolen.keep('goldthread_session', secret)
    assert.equal((await stolen.get('/wexcombe/scorecard')).statusCode, 303)

    const to = /href="(http[^"]*)"[^>]*>\s*Sign out of Wexcombe Council/.exec(out.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const answer = await fetch(to, { redirect: 'manual', headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; ') } })
    const page = await answer.text()
    assert.equal(answer.status, 200, page)
    assert.match(page, /Do you want to sign-out|logout/i)
    const asked = new URL(to).searchParams
    assert.equal(asked.get('post_logout_redirect_uri'), `${origin}/sign-in`)
    assert.ok(asked.get('id_token_hint'))
  })

  test('who had the first of two changes unseen is asked', async () => {
    const admin = as(app.administrator)
    const shown = async () => {
      const { fields } = formIn((await admin.get(`${provider.path}/edit`)).body)
      return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0] ?? '']))
    }
    const old = await shown()
    assert.equal((await admin.post(`${provider.path}/edit`, { ...(await shown()), name: 'The council' })).statusCode, 303)
    const second = await admin.post(`${provider.path}/edit`, { ...old, name: 'Our council' })
    assert.equal(second.statusCode, 422)
    assert.match(plain(second), /The name is “The council” now/)
    assert.equal((await admin.post(`${provider.path}/edit`, { ...(await shown()), name: 'Wexcombe Council' })).statusCode, 303)
    assert.equal(
      (await signedInAt(council, as(null), 'a@wexcombe.example', 'S-100')).statusCode,
      303,
      'an empty secret keeps the one there is',
    )
    await admin.post(`${provider.path}/edit`, { ...(await shown()), clientSecret: 'not what the provider knows' })
    assert.match(plain(await signedInAt(council, as(null), 'a@wexcombe.example', 'S-100')), /does not accept the client ID or secret/)
    await admin.post(`${provider.path}/edit`, { ...(await shown()), clientSecret })
  })

  test('switched off it signs nobody in, and whoever it did is signed out', async () => {
    const admin = as(app.administrator)
    const who = as(null)
    await signedInAt(council, who, 'a@wexcombe.example', 'S-100')
    const under = as(null)
    const back = pathOf(await council.signIn(leavesFor(await toOrganisation(under, 'a@wexcombe.example')), 'S-100'))
    await admin.post(`${provider.path}/use`, { use: 'no' })
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 303)
    assert.match(plain(await under.get(back)), /can no longer be finished/)
    assert.equal((await toOrganisation(as(null), 'a@wexcombe.example')).statusCode, 422)
    await admin.post(`${provider.path}/use`, { use: 'yes' })
    assert.equal((await signedInAt(council, as(null), 'a@wexcombe.example', 'S-100')).statusCode, 303)
  })

  test('who is no member any more does not sign in with it', async () => {
    const { accountId, who } = await invitedThrough(council, provider.id, 'Owen Price', 'S-400')
    await as(app.administrator).post(`/wexcombe/accounts/${accountId}/removal`)
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 303)
    assert.match(plain(await signedInAt(council, as(null), 'a@wexcombe.example', 'S-400')), /Nobody has invited you yet/)
  })

  test('a signature that its keys do not make is no answer', async () => {
    const { web: fresh } = await openApplication({
      database: app.database,
      version: '1',
      clock: () => now,
      publicAddress: origin,
      providers: { hosts: [council.host] },
    })
    const who = browser(fresh)
    const back = pathOf(await council.signIn(leavesFor(await toOrganisation(who, 'a@wexcombe.example')), 'S-100'))
    await council.publishOtherKeys()
    assert.match(plain(await who.get(back)), /not one that can be trusted/)
    assert.equal(who.cookie('goldthread_session'), undefined)
    await fresh.server.close()
  })

  test('removing it says who could not sign in any more', async () => {
    const admin = as(app.administrator)
    const page = await admin.get(`${provider.path}/removal`)
    assert.match(plain(page), /no other way to sign in\..* Amina Khan/)
    assert.equal((await admin.post(`${provider.path}/removal`)).headers.location, '/wexcombe/providers')
    assert.equal((await app.owner`select from platform.provider_account`).length, 0)
    assert.equal((await admin.get(provider.path)).statusCode, 404)
  })
})
