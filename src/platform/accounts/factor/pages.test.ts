import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import { freshDatabase } from '../../../../test/database/index.ts'
import { formIn } from '../../../../test/web/form.ts'
import { accept } from '../../../kernel/ruling.ts'
import { type Browser, browser } from '../../web/example.ts'
import { mayRead, openWeb, page } from '../../web/index.ts'
import { accountsRoutes, addAccount, addMembership, arriveWith, createPartnership, hashOf } from '../index.ts'
import { addLink, addSecret } from '../one-time-link/store.ts'
import { useStep } from './store.ts'

const fresh = await freshDatabase({ after })
const { database, owner } = fresh
let now = Temporal.Instant.from('2026-11-25T09:00:00Z')
const later = (duration: Temporal.DurationLike) => {
  now = now.add(duration)
}
const arrive = arriveWith(db => db`null::jsonb`)
const web = await openWeb({ database, arrive, version: '1', home: 'indicators', navigation: [], clock: () => now })
const anyPage = new URL('../../web/templates/problem.njk', import.meta.url)
web.get('/indicators', mayRead, async () => page(anyPage, { title: 'Indicators', paragraphs: [] }))
accountsRoutes(web, { areas: async () => [], settle: async () => accept(null), loadExample: async () => {} })
after(async () => {
  await web.server.close()
})

const passphrase = 'six blue kites over town'
const hash = await hashOf(passphrase)
let partnershipId = 0

beforeEach(async () => {
  await owner`truncate platform.partnership, platform.account, platform.attempt, platform.used_challenge cascade`
  now = Temporal.Instant.from('2026-11-25T09:00:00Z')
  partnershipId = await database.platform(async db => {
    const id = await createPartnership(db, { slug: 'trafford', name: 'Trafford Partnership', isExample: false })
    for (const [name, role] of [
      ['Sam Reed', 'administrator'],
      ['Dafydd Rees', 'reader'],
    ] as const) {
      const email = `${name.split(' ')[0]?.toLowerCase()}@trafford.example`
      const accountId = await addAccount(db, { email, name, passphraseHash: hash, isExample: false })
      await addMembership(db, { partnershipId: id, accountId, role })
    }
    return id
  })
})

const needFactor = (role: string) => owner`insert into platform.factor_role (partnership_id, role) values (${partnershipId}, ${role})`
const idOf = async (email: string) => (await owner<{ id: number }[]>`select id from platform.account where email = ${email}`)[0]?.id ?? 0
const codeAt = (key: string, at = now) => new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.epochMilliseconds })
const answered = (page: { body: string }) => page.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const events = async () =>
  (await owner<{ act: string }[]>`select act from platform.history where subject = 'platform.account' order by id`).map(({ act }) => act)

async function withPassphrase(email = 'sam@trafford.example', address?: string): Promise<Browser> {
  const who = browser(web, address)
  assert.equal((await who.post('/sign-in', { email, passphrase })).statusCode, 303)
  return who
}

/** Signed in with an authenticator app that was just set up; its first code is used. */
async function withApp(email = 'sam@trafford.example') {
  const who = await withPassphrase(email)
  const shown = (await who.get('/account/authenticator')).body
  const key = (/gt-key"><code>([A-Z2-7 ]+)</.exec(shown)?.[1] ?? '').replaceAll(' ', '')
  const { fields } = formIn(shown, '/account/authenticator')
  const answer = await who.post('/account/authenticator', { key: fields['key']?.[0] ?? '', next: '', code: codeAt(key) })
  assert.equal(answer.statusCode, 200, answered(answer))
  const codes = [...answer.body.matchAll(/gt-codes__code">([\w-]+)</g)].map(([, code]) => code ?? '')
  later({ minutes: 1 })
  return { who, key, codes, answer }
}

describe('an authenticator app', () => {
  test('is set up with a picture without styles, a key in fours and a right code', async () => {
    const who = await withPassphrase()
    const { body } = await who.get('/account/authenticator')
    assert.match(body, /<svg class="gt-qr"[^>]*role="img" aria-label="[^"]+"/)
    assert.doesNotMatch(body, /style=/)
    assert.match(body, /<code>([A-Z2-7]{4} ){7}[A-Z2-7]{4}<\/code>/)

    const { fields } = formIn(body, '/account/authenticator')
    const key = fields['key']?.[0] ?? ''
    const wrong = await who.post('/account/authenticator', { key, code: '000000' })
    assert.equal(wrong.statusCode, 422)
    assert.match(answered(wrong), /That code is not right/)
    assert.equal(/<code>([^<]+)</.exec(wrong.body)?.[1], /<code>([^<]+)</.exec(body)?.[1], 'the app need not be set up again')
    assert.equal((await owner`select from platform.authenticator`).length, 0)
  })

  test('gives ten recovery codes, kept as digests, and another session; the others end', async () => {
    const elsewhere = await withPassphrase()
    const before = await withPassphrase()
    const { who, codes, answer, key } = await withApp()
    assert.equal(codes.length, 10)
    assert.match(answer.body, /href="data:text\/plain[^"]+" download="goldthread-recovery-codes.txt"/)
    assert.equal(answer.headers['cache-control'], 'private, no-store')
    assert.equal((await who.get('/account')).statusCode, 200)
    for (const other of [elsewhere, before]) assert.equal((await other.get('/account')).statusCode, 303)
    const stored = JSON.stringify(await owner`select * from platform.recovery_code, platform.authenticator`)
    assert.equal(stored.includes(codes[0] ?? ''), false)
    assert.equal(stored.includes(key), false)
  })

  test('is asked for after the passphrase, and until then nothing opens', async () => {
    const { key } = await withApp()
    const who = browser(web)
    const asked = await who.post('/sign-in', { email: 'sam@trafford.example', passphrase, next: '/trafford/indicators' })
    assert.equal(asked.headers.location, '/sign-in/second-step?next=%2Ftrafford%2Findicators')
    assert.equal(who.cookie('goldthread_session'), undefined)
    for (const path of ['/trafford/indicators', '/account', '/account/authenticator'])
      assert.match(String((await who.get(path)).headers.location), /^\/sign-in\?/)
    const step = await who.get('/sign-in/second-step?next=%2Ftrafford%2Findicators')
    assert.equal(step.headers['cache-control'], 'private, no-store')
    const inside = await who.post('/sign-in/second-step', { code: codeAt(key), next: '/trafford/indicators' })
    assert.equal(inside.headers.location, '/trafford/indicators')
    assert.equal(who.cookie('goldthread_second_step'), undefined)
    assert.equal((await who.get('/trafford/indicators')).statusCode, 200)
    assert.equal((await owner`select from platform.second_step`).length, 0)
  })

  test('shows a code that is accepted once, by whoever sends it first', async () => {
    const { key } = await withApp()
    const one = await withPassphrase()
    const two = await withPassphrase()
    const answers = await Promise.all([one, two].map(who => who.post('/sign-in/second-step', { code: codeAt(key) })))
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 422])
    assert.match(answered(answers.find(({ statusCode }) => statusCode === 422) ?? { body: '' }), /That code was used already/)
  })

  test('has each half minute used once, also by two who have both found its code right', async () => {
    await withApp()
    const accountId = await idOf('sam@trafford.example')
    const step = Math.floor(now.epochMilliseconds / 30_000)
    const used = await Promise.all([1, 2, 3].map(() => database.platform(db => useStep(db, accountId, step))))
    assert.deepEqual(used.toSorted(), [false, false, true])
  })

  test('is asked of whoever comes with a link to choose a passphrase, too', async () => {
    await withApp()
    const accountId = await idOf('sam@trafford.example')
    const token = await database.platform(async db => addSecret(db, await addLink(db, { accountId, purpose: 'reset', byMail: true }, now)))
    const who = browser(web)
    const answer = await who.post(`/reset/${token}`, { passphrase: 'a walk along the canal' })
    assert.equal(answer.headers.location, '/sign-in/second-step')
    assert.equal(who.cookie('goldthread_session'), undefined)
  })

  test('is removed by its owner, with the passphrase where they signed in a while ago', async () => {
    const { who } = await withApp()
    later({ minutes: 16 })
    const asks = await who.get('/account/authenticator/removal')
    assert.match(asks.body, /name="current"/)
    assert.match(answered(await who.post('/account/authenticator/removal')), /Enter your passphrase/)
    assert.equal((await who.post('/account/authenticator/removal', { current: 'seven green kites' })).statusCode, 422)
    const secret = who.cookie('goldthread_session')
    const elsewhere = browser(web)
    elsewhere.keep('goldthread_session', secret ?? '')
    assert.equal((await who.post('/account/authenticator/removal', { current: passphrase })).statusCode, 303)
    assert.notEqual(who.cookie('goldthread_session'), secret)
    assert.equal((await elsewhere.get('/account')).statusCode, 303, 'the session from before is over')
    assert.equal((await who.get('/account')).statusCode, 200)
    assert.equal((await owner`select from platform.recovery_code`).length, 0)
    const again = browser(web)
    assert.equal((await again.post('/sign-in', { email: 'sam@trafford.example', passphrase })).headers.location, '/')
    assert.deepEqual(await events(), ['signed-in', 'factor-added', 'factor-removed', 'signed-in'])
  })
})

describe('the second step', () => {
  test('is open for ten minutes', async () => {
    const { key } = await withApp()
    const who = await withPassphrase()
    later({ minutes: 10 })
    const late = await who.post('/sign-in/second-step', { code: codeAt(key), next: '/trafford/indicators' })
    assert.equal(late.headers.location, '/sign-in?next=%2Ftrafford%2Findicators')
    assert.equal((await browser(web).get('/sign-in/second-step')).headers.location, '/sign-in', 'nobody comes to it without the passphrase')
  })

  test('lets nobody guess, and a guesser keeps the owner from nothing', async () => {
    const { key } = await withApp()
    const thief = await withPassphrase('sam@trafford.example', '203.0.113.9')
    for (let tries = 0; tries < 5; tries++) assert.equal((await thief.post('/sign-in/second-step', { code: '000000' })).statusCode, 422)
    const sixth = await thief.post('/sign-in/second-step', { code: codeAt(key) })
    assert.equal(sixth.statusCode, 429)
    assert.match(answered(sixth), /too many attempts/)
    const sam = await withPassphrase()
    assert.equal((await sam.post('/sign-in/second-step', { code: codeAt(key) })).statusCode, 303)
  })

  test('takes a recovery code once, however it is typed, and says how many are left', async () => {
    const { codes } = await withApp()
    const [code = ''] = codes
    const who = await withPassphrase()
    assert.equal((await who.post('/sign-in/recovery-code', { recovery: '' })).statusCode, 422)
    assert.equal((await who.post('/sign-in/recovery-code', { recovery: '7k3fq-x8m2d-p5r9t-w6hzn' })).statusCode, 422)
    assert.equal((await who.post('/sign-in/recovery-code', { recovery: ` ${code.toUpperCase().replaceAll('-', ' ')}` })).statusCode, 303)
    assert.match(answered(await who.get('/account/second-factor')), /You used a recovery code, and 9 are left.* 9 of 10 are left/)
    const again = await withPassphrase()
    assert.match(answered(await again.post('/sign-in/recovery-code', { recovery: code })), /was used already/)
    assert.ok((await events()).includes('recovery-code-used'))
  })

  test('knows no codes from before new ones were made', async () => {
    const { who, codes } = await withApp()
    const answer = await who.post('/account/recovery-codes')
    const made = [...answer.body.matchAll(/gt-codes__code">([\w-]+)</g)].map(([, code]) => code ?? '')
    assert.equal(made.length, 10)
    const again = await withPassphrase()
    assert.equal((await again.post('/sign-in/recovery-code', { recovery: codes[1] ?? '' })).statusCode, 422)
    assert.equal((await again.post('/sign-in/recovery-code', { recovery: made[1] ?? '' })).statusCode, 303)
  })
})

describe('a role that needs a second factor', () => {
  test('is led to set one up before any page of the partnership opens, and then back', async () => {
    await needFactor('administrator')
    const who = await withPassphrase()
    const led = await who.get('/trafford/indicators?q=litter')
    assert.equal(led.headers.location, '/account/second-factor?next=%2Ftrafford%2Findicators%3Fq%3Dlitter')
    assert.match(String((await who.post('/trafford/accounts', {})).headers.location), /^\/account\/second-factor/)
    const shown = await who.get('/account/second-factor?next=%2Ftrafford%2Findicators')
    assert.match(answered(shown), /Your role in Trafford Partnership needs a second factor/)
    assert.match(shown.body, /href="\/account\/authenticator\?next=%2Ftrafford%2Findicators"/)
    const inside = await withApp()
    assert.equal((await inside.who.get('/trafford/indicators')).statusCode, 200)
  })

  test('does not keep others out', async () => {
    await needFactor('administrator')
    const dafydd = await withPassphrase('dafydd@trafford.example')
    assert.equal((await dafydd.get('/trafford/indicators')).statusCode, 200)
  })

  test('is chosen by an administrator, who is asked as well; the history says so', async () => {
    const who = await withPassphrase()
    const { body } = await who.get('/trafford/accounts/second-factor')
    const { fields } = formIn(body)
    const edition = fields['edition']?.[0] ?? ''
    assert.equal((await who.post('/trafford/accounts/second-factor', { edition, roles: 'administrator' })).statusCode, 303)
    assert.match(String((await who.get('/trafford/accounts')).headers.location), /^\/account\/second-factor/)
    const [entry] = await owner<{ who: string; after: object }[]>`
      select who, after from platform.history where subject = 'platform.factor_role'`
    assert.deepEqual({ ...entry }, { who: 'Sam Reed', after: { role: 'administrator' } })
    const dafydd = await withPassphrase('dafydd@trafford.example')
    assert.equal((await dafydd.post('/trafford/accounts/second-factor', { roles: 'reader' })).statusCode, 403)
  })
})

test('of two administrators who choose the roles the second is asked first', async () => {
  const who = await withPassphrase()
  const path = '/trafford/accounts/second-factor'
  const edition = formIn((await who.get(path)).body).fields['edition']?.[0] ?? ''
  await who.post(path, { edition, roles: 'reader' })
  const second = await who.post(path, { edition, roles: 'contributor' })
  assert.equal(second.statusCode, 422)
  assert.match(answered(second), /What is chosen is “reader” now/)
  assert.equal((await who.post(path, { edition: formIn(second.body).fields['edition']?.[0] ?? '', roles: 'contributor' })).statusCode, 303)
})

describe('an administrator', () => {
  test('removes the second factor of a colleague who has lost it', async () => {
    await withApp('dafydd@trafford.example')
    const sam = await withPassphrase()
    const path = `/trafford/accounts/${await idOf('dafydd@trafford.example')}/second-factor/removal`
    assert.equal((await sam.get(path)).statusCode, 200)
    assert.equal((await sam.post(path)).statusCode, 303)
    const dafydd = browser(web)
    assert.equal((await dafydd.post('/sign-in', { email: 'dafydd@trafford.example', passphrase })).headers.location, '/')
    const [entry] = await owner<{ who: string; after: { by: string } }[]>`
      select who, after from platform.history where act = 'factor-removed'`
    assert.deepEqual([entry?.who, entry?.after.by], ['Sam Reed', 'by an administrator'])
  })

  test('does not remove that of somebody who belongs to another partnership as well', async () => {
    await withApp('dafydd@trafford.example')
    const accountId = await idOf('dafydd@trafford.example')
    await database.platform(async db => {
      const other = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge', isExample: false })
      await addMembership(db, { partnershipId: other, accountId, role: 'administrator' })
    })
    const sam = await withPassphrase()
    const answer = await sam.post(`/trafford/accounts/${accountId}/second-factor/removal`)
    assert.equal(answer.statusCode, 422)
    assert.match(answered(answer), /also belongs to another partnership/)
    assert.equal((await owner`select from platform.authenticator`).length, 1)
  })

  test('ends a stolen session, and the thief is out at the next click', async () => {
    const dafydd = await withPassphrase('dafydd@trafford.example')
    const thief = await withPassphrase('dafydd@trafford.example', '203.0.113.9')
    const sam = await withPassphrase()
    const path = `/trafford/accounts/${await idOf('dafydd@trafford.example')}`
    const { body } = await sam.get(path)
    assert.match(answered({ body }), /Firefox on Linux 203\.0\.113\.9/)
    const [session] = await owner<
      { id: string }[]
    >`select encode(token_digest, 'hex') as id from platform.session where address = '203.0.113.9'`
    assert.equal((await sam.post(`${path}/sessions`, { session: session?.id ?? '' })).statusCode, 303)

    const out = await thief.get('/trafford/indicators')
    assert.equal(out.headers.location, '/sign-in?next=%2Ftrafford%2Findicators')
    assert.match(answered(await thief.get(String(out.headers.location))), /You are no longer signed in/)
    assert.equal((await dafydd.get('/trafford/indicators')).statusCode, 200)
    assert.equal((await sam.post(`${path}/sessions/all`)).statusCode, 303)
    assert.equal((await dafydd.get('/trafford/indicators')).statusCode, 303)
    assert.deepEqual((await events()).slice(-2), ['session-ended', 'sessions-ended'])
  })

  test('of another partnership reaches none of it', async () => {
    const sam = await withPassphrase()
    const stranger = await database.platform(async db => {
      const other = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge', isExample: false })
      const accountId = await addAccount(db, {
        email: 'olwen@elmbridge.example',
        name: 'Olwen Hart',
        passphraseHash: hash,
        isExample: false,
      })
      await addMembership(db, { partnershipId: other, accountId, role: 'administrator' })
      return accountId
    })
    const olwen = await withPassphrase('olwen@elmbridge.example')
    for (const path of ['sessions', 'sessions/all', 'second-factor/removal'])
      assert.equal((await sam.post(`/trafford/accounts/${stranger}/${path}`)).statusCode, 404)
    assert.equal((await olwen.get('/elmbridge/indicators')).statusCode, 200)
  })
})

test('one signs oneself out everywhere else', async () => {
  const elsewhere = await withPassphrase()
  const who = await withPassphrase()
  await who.post('/account/sessions/others')
  assert.equal((await elsewhere.get('/account')).statusCode, 303)
  assert.equal((await who.get('/account')).statusCode, 200)
})

test('a passphrase that is changed leaves a session as strong as it was', async () => {
  await needFactor('administrator')
  const { who } = await withApp()
  await who.post('/account/passphrase', { current: passphrase, passphrase: 'a walk along the canal' })
  assert.equal((await who.get('/trafford/indicators')).statusCode, 200)
})

test('nobody is led to a second factor of the last one that they removed', async () => {
  await needFactor('administrator')
  const { who } = await withApp()
  await who.post('/account/authenticator/removal')
  assert.match(String((await who.get('/trafford/indicators')).headers.location), /^\/account\/second-factor/)
})
