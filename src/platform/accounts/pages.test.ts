import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { type FreshDatabase, freshDatabase } from '../../../test/database/index.ts'
import { accept, refuse } from '../../kernel/ruling.ts'
import type { Database } from '../db/index.ts'
import { type Browser, browser } from '../web/example.ts'
import { mayAdminister, mayRead, openWeb, page, type Role, type Web } from '../web/index.ts'
import { reserved } from './address/address.ts'
import { accountsRoutes, addAccount, addMembership, arriveWith, createPartnership, hashOf, makeSetupCode } from './index.ts'

const passphrase = 'six blue kites over town'
let fresh: FreshDatabase
let database: Database
let web: Web
let now = Temporal.Instant.from('2009-05-06T09:00:00Z')
const undo: (() => Promise<void>)[] = []
const later = (duration: Temporal.DurationLike) => {
  now = now.add(duration)
}

before(async () => {
  fresh = await freshDatabase({ after: work => void undo.push(work) })
  database = fresh.database
  web = await openWeb({
    database,
    arrive: arriveWith(db => db`null::jsonb`),
    version: '1',
    home: 'start',
    navigation: [],
    clock: () => now,
  })
  web.get('/start', mayRead, async ({ visitor }) => page(startPage, { title: `Start of a ${visitor.role}`, paragraphs: [] }))
  web.get('/only', mayAdminister, async () => page(startPage, { title: 'Only', paragraphs: [] }))
  accountsRoutes(web, {
    areas: async () => [{ value: 'Trafford', text: 'E08000009' }],
    settle: async (db, { area }) => {
      await db`insert into partnership.area (name, kind) values (${area}, 'district')`
      return area === 'Nowhere' ? refuse({ field: 'area', text: 'There is no area called Nowhere' }) : accept(null)
    },
    loadExample: loadWexcombe,
  })
})
after(async () => {
  await web.server.close()
  for (const work of undo) await work()
})
beforeEach(async () => {
  await fresh.owner`truncate platform.partnership, platform.account, platform.setup_code, platform.attempt cascade`
})
const startPage = new URL('../web/templates/problem.njk', import.meta.url)

/** Trafford with an administrator who has a passphrase. */
const trafford = (role: Role = 'administrator') =>
  database.platform(async db => {
    const partnershipId = await createPartnership(db, { slug: 'trafford', name: 'Trafford Partnership', isExample: false })
    const accountId = await addAccount(db, {
      email: 'sam@trafford.example',
      name: 'Sam Reed',
      passphraseHash: await hashed,
      isExample: false,
    })
    await addMembership(db, { partnershipId, accountId, role })
    return { partnershipId, accountId }
  })
const hashed = hashOf(passphrase)

function loadWexcombe(database: Database) {
  return database.platform(async db => {
    const partnershipId = await createPartnership(db, { slug: 'wexcombe', name: 'Wexcombe Together', isExample: true })
    const [amina, tom] = [
      await addAccount(db, { email: 'amina@wexcombe.example', name: 'Amina Khan', passphraseHash: null, isExample: true }),
      await addAccount(db, { email: 'tom@wexcombe.example', name: 'Tom Ellery', passphraseHash: null, isExample: true }),
    ]
    await addMembership(db, { partnershipId, accountId: amina, role: 'performance-officer' })
    await addMembership(db, { partnershipId, accountId: tom, role: 'administrator' })
    return amina
  })
}

async function signedIn(email = 'sam@trafford.example', address?: string): Promise<Browser> {
  const who = browser(web, address)
  const answer = await who.post('/sign-in', { email, passphrase })
  assert.equal(answer.statusCode, 303, answer.body)
  return who
}

const tryPassphrase = (who: Browser, tried: string) => who.post('/sign-in', { email: 'sam@trafford.example', passphrase: tried })

describe('signing in', () => {
  test('leads to one’s partnership, or to where one was going', async () => {
    await trafford()
    const who = browser(web)
    assert.equal((await tryPassphrase(who, passphrase)).headers.location, '/')
    assert.equal((await who.get('/')).headers.location, '/trafford')
    const wanted = await browser(web).post('/sign-in', { email: 'Sam@Trafford.example ', passphrase, next: '/trafford/only' })
    assert.equal(wanted.headers.location, '/trafford/only')
    const elsewhere = await browser(web).post('/sign-in', { email: 'sam@trafford.example', passphrase, next: '//elsewhere.example' })
    assert.equal(elsewhere.headers.location, '/')
  })

  test('says the same of a wrong passphrase and of an unknown address', async () => {
    await trafford()
    const wrong = await tryPassphrase(browser(web), 'seven green kites')
    const unknown = await browser(web).post('/sign-in', { email: 'nobody@trafford.example', passphrase })
    assert.equal(wrong.statusCode, 422)
    // What a passkey is asked to sign is new on each page.
    const plain = ({ body }: { body: string }) => body.replace(/<form [^>]*data-passkey.*?<\/form>/s, '')
    assert.equal(plain(wrong), plain(unknown).replace('nobody@trafford.example', 'sam@trafford.example'))
  })

  test('the cookie is for us alone, and its secret is not in the database', async () => {
    await trafford()
    const { headers } = await tryPassphrase(browser(web), passphrase)
    assert.match(String(headers['set-cookie']), /^goldthread_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    const [{ found } = { found: 0 }] = await fresh.owner<{ found: number }[]>`
      select count(*) as found from platform.session where encode(token_digest, 'base64') like ${`%${String(headers['set-cookie']).slice(19, 30)}%`}`
    assert.equal(found, 0)
  })

  test('gives another secret than the one before, which opens nothing any more', async () => {
    await trafford()
    const who = await signedIn()
    const before = who.cookie('goldthread_session') ?? ''
    await who.post('/sign-in', { email: 'sam@trafford.example', passphrase })
    const stolen = browser(web)
    stolen.keep('goldthread_session', before)
    assert.equal((await stolen.get('/trafford/start')).statusCode, 303)
    assert.equal((await who.get('/trafford/start')).statusCode, 200)
  })

  test('ends after twelve idle hours, and after a week whatever happens', async () => {
    await trafford()
    const idle = await signedIn()
    later({ hours: 11 })
    assert.equal((await idle.get('/trafford/start')).statusCode, 200)
    later({ hours: 11 })
    assert.equal((await idle.get('/trafford/start')).statusCode, 200)
    later({ hours: 12, minutes: 1 })
    assert.equal((await idle.get('/trafford/start')).statusCode, 303)

    const busy = await signedIn()
    for (let hours = 0; hours < 168; hours += 8) {
      assert.equal((await busy.get('/trafford/start')).statusCode, 200)
      later({ hours: 8 })
    }
    assert.equal((await busy.get('/trafford/start')).statusCode, 303)
  })

  test('in a twenty-first browser signs out the one that was used longest ago', async () => {
    await trafford()
    const first = await signedIn()
    later({ minutes: 1 })
    const others: Browser[] = []
    for (let count = 0; count < 19; count++) others.push(await signedIn())
    assert.equal((await first.get('/account')).statusCode, 200)
    later({ minutes: 6 })
    assert.equal((await first.get('/account')).statusCode, 200)
    await signedIn()
    assert.equal((await first.get('/account')).statusCode, 200)
    const left = await Promise.all(others.map(async other => (await other.get('/account')).statusCode))
    assert.equal(left.filter(status => status === 303).length, 1)
  })

  test('signing out ends it', async () => {
    await trafford()
    const who = await signedIn()
    const kept = who.cookie('goldthread_session') ?? ''
    const { headers } = await who.post('/sign-out')
    assert.equal(headers.location, '/sign-in')
    assert.equal(headers['clear-site-data'], '"cache", "storage"')
    who.keep('goldthread_session', kept)
    assert.equal((await who.get('/trafford/start')).statusCode, 303)
  })
})

describe('guessing', () => {
  test('is slowed for one address of one person, and for nobody else', async () => {
    await trafford()
    const guesser = browser(web, '203.0.113.9')
    for (let time = 0; time < 5; time++) assert.equal((await tryPassphrase(guesser, `a wrong guess ${time}`)).statusCode, 422)
    const slowed = await tryPassphrase(guesser, passphrase)
    assert.equal(slowed.statusCode, 429)
    assert.match(slowed.body, /There were too many attempts\. Try again in 15 minutes/)
    await signedIn('sam@trafford.example', '198.51.100.7')

    later({ minutes: 15, seconds: 1 })
    assert.equal((await tryPassphrase(guesser, passphrase)).statusCode, 303)
  })

  test('a thousand at once are not all let through', async () => {
    await trafford()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, time) => tryPassphrase(browser(web, '203.0.113.10'), `a wrong guess ${time}`)),
    )
    assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 5)
  })

  test('a place from which many sign in is not slowed', async () => {
    await trafford()
    for (let time = 0; time < 8; time++) await signedIn()
  })
})

describe('one’s own account', () => {
  test('has another name when one says so', async () => {
    await trafford()
    const who = await signedIn()
    const edition = /name="edition" value="([^"]+)"/.exec((await who.get('/account')).body)?.[1] ?? ''
    assert.equal((await who.post('/account/name', { edition, name: ' Samira Reed ' })).statusCode, 303)
    assert.match((await who.get('/account')).body, /Samira Reed/)
    assert.match((await who.post('/account/name', { name: '' })).body, /<a href="#name">Enter a name/)
  })

  test('a new passphrase needs the old one, and signs out everywhere else', async () => {
    await trafford()
    const [here, there] = [await signedIn(), await signedIn()]
    const wrong = await here.post('/account/passphrase', { current: 'something else', passphrase: 'a walk along the canal' })
    assert.match(wrong.body, /<a href="#current">That is not your current passphrase/)
    const weak = await here.post('/account/passphrase', { current: passphrase, passphrase: 'password1234' })
    assert.match(weak.body, /<a href="#passphrase">That passphrase is one of those that are tried first/)

    await here.post('/account/passphrase', { current: passphrase, passphrase: 'a walk along the canal' })
    assert.equal((await here.get('/trafford/start')).statusCode, 200)
    assert.equal((await there.get('/trafford/start')).statusCode, 303)
    assert.equal((await tryPassphrase(browser(web), passphrase)).statusCode, 422)
  })

  test('another browser can be signed out, and nobody else’s', async () => {
    await trafford()
    const [here, there] = [await signedIn(), await signedIn()]
    const shown = await here.get('/account')
    assert.match(shown.body, /Firefox on Linux/)
    const id = shown.body.match(/name="session" value="([0-9a-f]{64})"/)?.[1] ?? ''
    await here.post('/account/sessions', { session: id })
    assert.equal((await there.get('/account')).statusCode, 303)
    assert.equal((await here.get('/account')).statusCode, 200)
  })
})

describe('after a quarter of an hour', () => {
  test('another browser is signed out only by who knows the passphrase', async () => {
    await trafford()
    const [here, there] = [await signedIn(), await signedIn()]
    const id = (await here.get('/account')).body.match(/name="session" value="([0-9a-f]{64})"/)?.[1] ?? ''
    later({ minutes: 16 })
    const asked = await here.post('/account/sessions', { session: id })
    assert.equal(asked.statusCode, 200)
    assert.match(asked.body, new RegExp(`<input type="hidden" name="session" value="${id}">`))
    assert.match(asked.body, /Your passphrase/)
    assert.equal((await there.get('/account')).statusCode, 200)
    const wrong = await here.post('/account/sessions', { session: id, current: 'something else' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /<a href="#current">That is not your passphrase/)
    assert.match((await here.post('/account/sessions/others', { current: '' })).body, /<a href="#current">Enter your passphrase/)
    assert.equal((await there.get('/account')).statusCode, 200)
    assert.equal((await here.post('/account/sessions', { session: id, current: passphrase })).headers.location, '/account')
    assert.equal((await there.get('/account')).statusCode, 303)
  })
})

describe('accounts of a partnership', () => {
  const priya = { name: 'Priya Shah', email: 'Priya@nhs.example', role: 'reader' }
  const linkIn = (body: string) => body.match(/value="http:\/\/localhost(?::80)?(\/invitation\/[\w-]{43})"/)?.[1] ?? ''

  test('a colleague is added, chooses a passphrase once, and sees what a reader sees', async () => {
    await trafford()
    const sam = await signedIn()
    const added = await sam.post('/trafford/accounts', priya)
    const link = linkIn(added.body)
    assert.notEqual(link, '', added.body)

    const her = browser(web)
    assert.match((await her.get(link)).body, /Priya Shah, you will sign in as <strong>priya@nhs\.example/)
    assert.match((await her.post(link, { passphrase: 'short' })).body, /at least 12 characters/)
    assert.equal((await her.post(link, { passphrase: 'a walk along the canal' })).headers.location, '/')
    assert.match((await her.get('/trafford/start')).body, /Start of a reader/)
    assert.equal((await her.get('/trafford/accounts')).statusCode, 403)
    assert.equal((await browser(web).get(link)).statusCode, 404)
    assert.equal((await browser(web).post(link, { passphrase: 'another walk there' })).statusCode, 404)
  })

  test('a link is over after a week, and when a newer one is made', async () => {
    await trafford()
    const sam = await signedIn()
    const first = linkIn((await sam.post('/trafford/accounts', priya)).body)
    const { id } = await memberNamed('Priya Shah')
    const second = linkIn((await sam.post(`/trafford/accounts/${id}/invitation`)).body)
    assert.equal((await browser(web).get(first)).statusCode, 404)
    assert.equal((await browser(web).get(second)).statusCode, 200)
    later({ hours: 7 * 24 + 1 })
    assert.equal((await browser(web).get(second)).statusCode, 404)
  })

  test('who did it is in the history', async () => {
    const { partnershipId, accountId } = await trafford()
    await (await signedIn()).post('/trafford/accounts', priya)
    const [entry] = await fresh.owner`
      select who, account_id, act from platform.history
       where partnership_id = ${partnershipId} and subject = 'platform.membership' order by id desc limit 1`
    assert.deepEqual({ ...entry }, { who: 'Sam Reed', accountId, act: 'added' })
  })

  test('what is wrong is said beside its field', async () => {
    await trafford()
    const sam = await signedIn()
    const { statusCode, body } = await sam.post('/trafford/accounts', { name: '', email: 'nonsense' })
    assert.equal(statusCode, 422)
    for (const problem of ['#name">Enter a name', '#email">Enter an e-mail address in the correct format', '#role">Select a role'])
      assert.ok(body.includes(problem), problem)
    assert.match(
      (await sam.post('/trafford/accounts', { ...priya, email: 'sam@trafford.example' })).body,
      /Sam Reed belongs to this partnership already/,
    )
  })

  test('the last administrator stays one', async () => {
    const { accountId } = await trafford()
    const sam = await signedIn()
    assert.match((await sam.post(`/trafford/accounts/${accountId}`, { role: 'reader' })).body, /Sam Reed is the only administrator/)
    assert.match((await sam.post(`/trafford/accounts/${accountId}/removal`)).body, /Sam Reed is the only administrator/)
    await sam.post('/trafford/accounts', { ...priya, role: 'administrator' })
    assert.equal((await sam.post(`/trafford/accounts/${accountId}/removal`)).headers.location, '/')
    assert.equal((await sam.get('/trafford/start')).statusCode, 303)
    assert.equal((await sam.get('/a%00b/start')).statusCode, 404)
  })

  test('two administrators who remove each other at once leave one', async () => {
    const { accountId } = await trafford()
    const sam = await signedIn()
    const link = linkIn((await sam.post('/trafford/accounts', { ...priya, role: 'administrator' })).body)
    const her = browser(web)
    await her.post(link, { passphrase: 'a walk along the canal' })
    const { id } = await memberNamed('Priya Shah')
    await Promise.all([sam.post(`/trafford/accounts/${id}/removal`), her.post(`/trafford/accounts/${accountId}/removal`)])
    const [row] = await fresh.owner<{ left: number }[]>`select count(*) as left from platform.membership where role = 'administrator'`
    assert.equal(row?.left, 1)
  })

  test('an administrator reaches nobody of another partnership', async () => {
    const { accountId } = await trafford()
    await database.platform(async db => {
      const partnershipId = await createPartnership(db, { slug: 'stockport', name: 'Stockport', isExample: false })
      const other = await addAccount(db, { email: 'jo@stockport.example', name: 'Jo Ash', passphraseHash: await hashed, isExample: false })
      await addMembership(db, { partnershipId, accountId: other, role: 'administrator' })
    })
    const jo = await signedIn('jo@stockport.example')
    assert.equal((await jo.get(`/trafford/accounts`)).statusCode, 404)
    assert.equal((await jo.get(`/stockport/accounts/${accountId}`)).statusCode, 404)
    assert.equal((await jo.post(`/stockport/accounts/${accountId}/invitation`)).statusCode, 404)

    // Somebody who is added by their address keeps their passphrase, and no link opens their other partnership.
    const added = await jo.post('/stockport/accounts', { name: 'Whoever', email: 'sam@trafford.example', role: 'reader' })
    assert.equal(added.headers.location, '/stockport/accounts')
    const refused = await jo.post(`/stockport/accounts/${accountId}/invitation`)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Sam Reed also belongs to another partnership/)
    const sam = await signedIn()
    assert.match((await sam.get('/')).body, /Stockport[\s\S]*Trafford Partnership/)
  })

  async function memberNamed(name: string): Promise<{ id: number }> {
    const [member] = await fresh.owner<{ id: number }[]>`select id from platform.account where name = ${name}`
    return member ?? { id: 0 }
  }
})

describe('setting up', () => {
  const form = { partnership: 'Trafford Partnership', area: 'Trafford', name: 'Sam Reed', email: 'sam@trafford.example', passphrase }

  async function withCode(): Promise<Browser> {
    const who = browser(web)
    const code = await makeSetupCode(database)
    assert.equal((await who.get(`/?code=${code}`)).headers.location, '/')
    return who
  }

  test('needs the code that was printed', async () => {
    await makeSetupCode(database)
    const stranger = browser(web)
    assert.match((await stranger.get('/')).body, /open the address that was printed where Goldthread was started/)
    assert.equal((await stranger.get('/?code=nonsense')).statusCode, 422)
    assert.match((await stranger.post('/setup', form)).body, /<label class="govuk-label" for="code">/)
    assert.match((await stranger.post('/example')).body, /<label class="govuk-label" for="code">/)
    const [row] = await fresh.owner<{ partnerships: number }[]>`select count(*) as partnerships from platform.partnership`
    assert.equal(row?.partnerships, 0)
  })

  test('guessing the code is slowed', async () => {
    const code = await makeSetupCode(database)
    const guesser = browser(web, '203.0.113.11')
    for (let time = 0; time < 20; time++) assert.equal((await guesser.post('/', { code: `wrong${time}` })).statusCode, 422)
    assert.equal((await guesser.post('/', { code: code ?? '' })).statusCode, 429)
  })

  test('with it, both ways are open', async () => {
    const { body } = await (await withCode()).get('/')
    assert.match(body, /Set up your partnership/)
    assert.match(body, /Look round an example/)
  })

  test('makes partnership, administrator and area at once, and closes the door behind', async () => {
    const who = await withCode()
    const done = await who.post('/setup', form)
    assert.equal(done.headers.location, '/trafford-partnership')
    assert.match((await who.get('/trafford-partnership/start')).body, /Trafford Partnership is set up, and you are its administrator/)
    const [area] =
      await fresh.owner`select name from partnership.area join platform.partnership on partnership.id = partnership_id where slug = 'trafford-partnership'`.catch(
        () => fresh.owner`select area.name from partnership.area as area`,
      )
    assert.equal(area?.['name'], 'Trafford')
    assert.equal((await browser(web).get('/')).headers.location, '/sign-in')
    assert.equal((await who.get('/setup')).statusCode, 404)
    assert.equal((await who.post('/setup', form)).statusCode, 404)
    assert.equal((await who.post('/example')).statusCode, 404)
    assert.equal(await makeSetupCode(database), null)
  })

  test('a refusal of the area undoes all of it, and keeps what was typed', async () => {
    const who = await withCode()
    const refused = await who.post('/setup', { ...form, area: 'Nowhere' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /<a href="#area">There is no area called Nowhere/)
    assert.match(refused.body, /value="Trafford Partnership"/)
    const [row] = await fresh.owner<{ left: number }[]>`
      select (select count(*) from platform.partnership) + (select count(*) from platform.account) + (select count(*) from partnership.area) as left`
    assert.equal(row?.left, 0)
    assert.equal((await who.post('/setup', form)).statusCode, 303)
  })

  test('everything that is wrong is said at once', async () => {
    const { body } = await (await withCode()).post('/setup', { email: 'x' })
    for (const field of ['partnership', 'area', 'name', 'email', 'passphrase']) assert.ok(body.includes(`<a href="#${field}">`), field)
  })

  test('two who do it at once do not both', async () => {
    const [one, two] = [await withCode(), await withCode()]
    const answers = await Promise.all([one.post('/setup', form), two.post('/setup', { ...form, email: 'jo@trafford.example' })])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 404])
  })

  test('addresses of pages are no addresses of partnerships', () => {
    const first = web.routes.map(({ path }) => path.split('/')[1] ?? '').filter(word => word !== '' && !word.startsWith(':'))
    for (const word of [...new Set(first), 'assets', 'health', 'robots.txt']) assert.ok(reserved.includes(word), word)
  })
})

describe('the example', () => {
  async function lookingRound(): Promise<Browser> {
    const who = browser(web)
    await who.get(`/?code=${await makeSetupCode(database)}`)
    assert.equal((await who.post('/example')).headers.location, '/wexcombe')
    return who
  }
  const personIn = (body: string, name: string) => body.match(new RegExp(`<option value="(\\d+)"[^>]*>${name}`))?.[1] ?? ''

  test('is marked on every page, and one is one of its people', async () => {
    const who = await lookingRound()
    const { body } = await who.get('/wexcombe/start')
    assert.match(body, /Start of a performance-officer/)
    assert.match(body, /This is an example partnership/)
    assert.match(body, /selected>Amina Khan, performance officer/)
  })

  test('one can be another of its people, and only those', async () => {
    const who = await lookingRound()
    const persona = personIn((await who.get('/wexcombe/start')).body, 'Tom Ellery')
    const switched = await who.post('/wexcombe/persona', { persona, next: '/wexcombe/only' })
    assert.equal(switched.headers.location, '/wexcombe/only')
    assert.match((await who.get('/wexcombe/start')).body, /Start of a administrator/)
    const { accountId } = await trafford()
    assert.equal((await who.post('/wexcombe/persona', { persona: String(accountId) })).statusCode, 404)
  })

  test('a real partnership has no such switch', async () => {
    const { accountId } = await trafford()
    const sam = await signedIn()
    assert.equal((await sam.post('/trafford/persona', { persona: String(accountId) })).statusCode, 404)
    assert.equal((await sam.post('/trafford/removal')).statusCode, 404)
    assert.equal((await sam.get('/trafford/start')).statusCode, 200)
  })

  test('nobody is added to it, and nobody signs in as its people', async () => {
    const who = await lookingRound()
    await who.post('/wexcombe/persona', { persona: personIn((await who.get('/wexcombe/start')).body, 'Tom Ellery') })
    const added = await who.post('/wexcombe/accounts', { name: 'Eve', email: 'eve@elsewhere.example', role: 'reader' })
    assert.match(added.body, /Nobody can be added to the example/)
    assert.equal(
      (await browser(web).post('/sign-in', { email: 'tom@wexcombe.example', passphrase: 'nobody signs in with this' })).statusCode,
      422,
    )
  })

  test('is removed in one step, with its people', async () => {
    const who = await lookingRound()
    assert.match((await who.get('/wexcombe/removal')).body, /Remove the example/)
    assert.equal((await who.post('/wexcombe/removal')).headers.location, '/')
    assert.match((await who.get('/')).body, /The example is removed[\s\S]*Set up your partnership/)
    const [row] = await fresh.owner<{ left: number }[]>`
      select (select count(*) from platform.partnership) + (select count(*) from platform.account) + (select count(*) from platform.history) as left`
    assert.equal(row?.left, 0)
  })

  test('one’s own partnership is set up from within it, and takes its place if one likes', async () => {
    const who = await lookingRound()
    assert.match((await who.get('/wexcombe/start')).body, /href="\/setup"/)
    assert.match((await who.get('/setup')).body, /name="remove-example"/)
    const form = {
      partnership: 'Wexcombe',
      area: 'Trafford',
      name: 'Sam Reed',
      email: 'sam@trafford.example',
      passphrase,
      'remove-example': 'yes',
    }
    assert.equal((await who.post('/setup', form)).headers.location, '/wexcombe')
    const [row] = await fresh.owner<{ examples: number }[]>`select count(*) as examples from platform.partnership where is_example`
    assert.equal(row?.examples, 0)
  })

  test('looked round again, by two at once, it is the same one', async () => {
    await Promise.all([lookingRound(), lookingRound()])
    await lookingRound()
    const [row] = await fresh.owner<{ examples: number }[]>`select count(*) as examples from platform.partnership where is_example`
    assert.equal(row?.examples, 1)
  })
})

describe('the history', () => {
  const events = () =>
    fresh.owner<{ act: string; who: string; address: string; accountId: number | null }[]>`
      select act, who, address, account_id from platform.history where subject = 'platform.account' order by id`

  test('has who came in and went, who was refused, and from which address', async () => {
    const { accountId } = await trafford()
    await tryPassphrase(browser(web, '203.0.113.9'), 'seven green kites')
    const who = await signedIn('sam@trafford.example', '198.51.100.7')
    await who.post('/account/passphrase', { current: passphrase, passphrase: 'a walk along the canal' })
    await who.post('/sign-out')
    const sam = { who: 'Sam Reed', address: '198.51.100.7', accountId }
    assert.deepEqual(
      [...(await events())],
      [
        { act: 'sign-in-refused', who: 'Somebody who was not signed in', address: '203.0.113.9', accountId: null },
        { act: 'signed-in', ...sam },
        { act: 'passphrase-changed', ...sam },
        { act: 'signed-out', ...sam },
      ],
    )
  })

  test('of one partnership has nothing of an account of another', async () => {
    await trafford()
    const elsewhere = await database.platform(db => createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge', isExample: false }))
    await signedIn()
    const [{ count } = { count: 1 }] = await fresh.owner<{ count: number }[]>`
      select count(*) from platform.history where partnership_id = ${elsewhere}`
    assert.equal(count, 0)
  })
})
