import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { freshDatabase } from '../../../test/database/index.ts'
import { exampleChanges } from './example.ts'
import { type Arrive, type Handler, mayRead, NotFound, nowhere, openWeb, page, type Role, type Web, withStatus } from './index.ts'

const folder = new URL('templates/', import.meta.url)
const { database, owner } = await freshDatabase({ after })
await owner`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe Together'), ('elmbridge', 'Elmbridge Together')`

/** Somebody is whoever their cookie says: 'Amina reader'. */
const arrive: Arrive = async (db, sessionToken, slug) => {
  const [name = '', role = 'reader', example = ''] = decodeURIComponent(sessionToken).split(' ')
  const [partnership] = await db<{ id: number; slug: string; name: string; isExample: boolean }[]>`
    select id, slug, name, is_example from platform.partnership where slug = ${slug ?? ''}`
  return {
    signedIn: { accountId: name.length, name, sessionToken },
    place: partnership
      ? { partnership, role: role as Role, capacity: nowhere.capacity, changes: await exampleChanges(db, partnership.id) }
      : null,
    example: example === '' ? null : { people: [], canSetUp: false },
  }
}

let now = Temporal.Instant.from('2009-05-06T09:30:00Z')
let made = 0
let held = Promise.resolve()
const places: Handler = async ({ db, query }) => {
  made += 1
  const rows = await db<{ name: string }[]>`select name from partnership.area order by id`
  return shown(`${rows.map(({ name }) => name).join(', ')}. ${query['more'] ?? ''}`)
}
const shown = (text: string) => page(new URL('problem.njk', folder), { title: 'Places', paragraphs: [text] })

async function process(): Promise<Web> {
  const web = await openWeb({ database, arrive, version: '1', navigation: [], home: 'places', clock: () => now })
  after(() => web.server.close())
  web.get('/places', mayRead, places)
  web.get('/mine', mayRead, async ({ visitor }) => shown(`${++made} ${visitor.name}`))
  web.get('/clock', mayRead, async visit => shown(`${++made} ${visit.now.toString()}`))
  web.get('/slow', mayRead, async visit => {
    await held
    return places(visit)
  })
  web.get('/slow-and-mine', mayRead, async ({ visitor }) => {
    const { name } = visitor
    await held
    return shown(`${++made} ${name}`)
  })
  web.get('/slow-and-faulty', mayRead, async () => {
    made += 1
    await held
    throw new NotFound()
  })
  web.get('/refused', mayRead, async () => withStatus(await shown(`${++made}`), 429))
  web.get('/role', mayRead, async ({ visitor: { role } }) => shown(`${++made} ${role}`))
  return web
}
const [one, other] = [await process(), await process()]

async function look(who: string, path: string, web = one, more: Record<string, string> = {}): Promise<string> {
  const headers = { cookie: `goldthread_session=${encodeURIComponent(who)}`, ...more }
  const answer = await web.server.inject({ method: 'GET', url: path, headers })
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'private, no-store')
  assert.equal(answer.headers.etag, undefined)
  return answer.body
}

async function makings(work: () => Promise<unknown>): Promise<number> {
  const before = made
  await work()
  return made - before
}

const add = (partnershipId: number, name: string) =>
  database.visit({ partnershipId, accountId: null, name: 'Helen', requestId: 'test' }, 'write', async db => {
    await db`insert into partnership.area (name, kind) values (${name}, 'county')`
  })

test('a page of a partnership in which nothing has changed is made once', async () => {
  await add(1, 'Wexcombe')
  let first = ''
  assert.equal(await makings(async () => (first = await look('Amina', '/wexcombe/places'))), 1)
  assert.equal(await makings(async () => assert.equal(await look('Amina', '/wexcombe/places'), first)), 0)
  assert.match(first, /Wexcombe\. /)
})

test('a change shows at once, also one that another process made, and one of another partnership makes nothing anew', async () => {
  await look('Amina', '/wexcombe/places')
  await look('Amina', '/wexcombe/places', other)
  await add(2, 'Elmbridge')
  assert.equal(await makings(() => look('Amina', '/wexcombe/places')), 0)
  await add(1, 'North Wexcombe')
  assert.match(await look('Amina', '/wexcombe/places'), /Wexcombe, North Wexcombe/)
  assert.match(await look('Amina', '/wexcombe/places', other), /Wexcombe, North Wexcombe/)
})

test('what the owner of the database changes beside the program shows at once', async () => {
  await look('Amina', '/wexcombe/places')
  await owner`update partnership.area set name = 'Wexcombe itself' where name = 'Wexcombe'`
  assert.match(await look('Amina', '/wexcombe/places'), /Wexcombe itself/)
})

test('a page is another partnership’s, another role’s, another address’s and another day’s never', async () => {
  await look('Amina', '/wexcombe/places')
  assert.equal(await makings(() => look('Amina reader', '/wexcombe/places')), 0)
  assert.match(await look('Amina', '/elmbridge/places'), /<p class="govuk-body">Elmbridge\. /)
  assert.equal(await makings(() => look('Amina administrator', '/wexcombe/places')), 1)
  assert.match(await look('Amina', '/wexcombe/places?more=rain'), /rain/)
  assert.doesNotMatch(await look('Amina', '/wexcombe/places'), /rain/)
  now = now.add({ hours: 24 })
  assert.equal(await makings(() => look('Amina', '/wexcombe/places')), 1)
})

test('those who share a role share its pages, each by their own name', async () => {
  const hers = await look('Amina', '/wexcombe/places')
  const his = await look('<Bo>&', '/wexcombe/places')
  assert.equal(await makings(() => look('Cem', '/wexcombe/places')), 0)
  assert.match(hers, /class="gt-account__name" href="\/account">Amina</)
  assert.match(his, /class="gt-account__name" href="\/account">&#60;Bo&#62;&#38;</)
  assert.doesNotMatch(his, /Amina/)
})

/** Everybody asks while what they ask for is being made. */
async function allAtOnce(whos: readonly string[], path: string, web = one): Promise<{ statusCode: number; body: string }[]> {
  let finish = () => {}
  held = new Promise(resolve => (finish = resolve))
  const asked = whos.map(who =>
    web.server.inject({ method: 'GET', url: path, headers: { cookie: `goldthread_session=${encodeURIComponent(who)}` } }),
  )
  await sleep(150)
  finish()
  return Promise.all(asked)
}

test('those who ask at the same moment wait for one page, each by their own name; another role, partnership or address has its own', async () => {
  await add(1, 'Much asked for')
  const others = ['Dai administrator', 'Eve administrator']
  assert.equal(
    await makings(async () => {
      const pages = await allAtOnce(['Amina', 'Bo', 'Cem', ...others], '/wexcombe/slow')
      for (const [at, name] of ['Amina', 'Bo', 'Cem', 'Dai', 'Eve'].entries()) {
        assert.match(pages[at]?.body ?? '', /Much asked for/)
        assert.match(pages[at]?.body ?? '', new RegExp(`href="/account">${name}<`))
      }
    }),
    2,
  )
  assert.equal(
    await makings(() => Promise.all([allAtOnce(['Amina', 'Bo'], '/wexcombe/slow?a'), allAtOnce(['Amina'], '/elmbridge/slow')])),
    2,
  )
})

test('who asks after a change does not get what is still being made of before', async () => {
  let finish = () => {}
  held = new Promise(resolve => (finish = resolve))
  const before = look('Amina', '/wexcombe/slow?before')
  await sleep(100)
  await add(1, 'Added meanwhile')
  held = Promise.resolve()
  assert.match(await look('Bo', '/wexcombe/slow?before'), /Added meanwhile/)
  finish()
  assert.doesNotMatch(await before, /Added meanwhile/)
  assert.match(await look('Cem', '/wexcombe/slow?before'), /Added meanwhile/)
})

test('nobody waits for a page that is one person’s, and one that fails for one is asked for again by the next', async () => {
  assert.equal(await makings(() => allAtOnce(['Amina', 'Bo', 'Cem'], '/wexcombe/slow-and-mine')), 3)
  const mine = await allAtOnce(['Amina', 'Bo'], '/wexcombe/slow-and-mine')
  assert.deepEqual(
    mine.map(({ body }) => / (Amina|Bo)<\/p>/.exec(body)?.[1]),
    ['Amina', 'Bo'],
  )
  const failed = await allAtOnce(['Amina', 'Bo'], '/wexcombe/slow-and-faulty')
  assert.deepEqual(
    failed.map(({ statusCode }) => statusCode),
    [404, 404],
  )
})

test('a page that says who looks, or what time it is, is made for each', async () => {
  for (const path of ['/wexcombe/mine', '/wexcombe/clock'])
    assert.equal(await makings(async () => [await look('Amina', path), await look('Amina', path)]), 2, path)
  assert.match(await look('Bo', '/wexcombe/mine'), / Bo</)
  assert.equal(await makings(async () => [await look('Amina', '/wexcombe/role'), await look('Bo', '/wexcombe/role')]), 1)
})

test('a page that says no is made for each, by their own name', async () => {
  const says = async (name: string) =>
    (await one.server.inject({ url: '/wexcombe/refused', headers: { cookie: `goldthread_session=${name}` } })).body
  const pages = await Promise.all([says('Amina'), says('Bo')])
  assert.deepEqual(
    pages.map(body => /href="\/account">(.*)</.exec(body)?.[1]),
    ['Amina', 'Bo'],
  )
  assert.equal(await makings(() => says('Amina')), 1)
})

test('a page with a word for the next page only, and one of the example, are made for each', async () => {
  await look('Amina', '/wexcombe/places')
  const flash = `goldthread_session=Amina; goldthread_flash=${Buffer.from('It is saved').toString('base64url')}`
  assert.match(await look('Amina', '/wexcombe/places', one, { cookie: flash }), /It is saved/)
  assert.doesNotMatch(await look('Amina', '/wexcombe/places'), /It is saved/)
  assert.equal(await makings(() => look('Amina reader example', '/wexcombe/places')), 1)
})

test('compressed it is the same page', async () => {
  const plain = await look('Amina', '/wexcombe/places')
  const headers = { cookie: 'goldthread_session=Amina', 'accept-encoding': 'gzip, br' }
  const answer = await one.server.inject({ method: 'GET', url: '/wexcombe/places', headers })
  assert.equal(answer.headers['content-encoding'], 'gzip')
  assert.match(String(answer.headers.vary), /accept-encoding/)
  assert.equal(gunzipSync(answer.rawPayload).toString(), plain)
})

test('who writes first and commits last is not missed, and nobody waits', async () => {
  await look('Amina', '/wexcombe/places')
  let finish = () => {}
  const held = new Promise<void>(resolve => (finish = resolve))
  const slow = database.visit({ partnershipId: 1, accountId: null, name: 'Helen', requestId: 'slow' }, 'write', async db => {
    await db`insert into partnership.area (name, kind) values ('Slow', 'county')`
    await held
  })
  await sleep(100)
  await add(1, 'Quick')
  const between = await look('Amina', '/wexcombe/places')
  assert.match(between, /Quick/)
  assert.doesNotMatch(between, /Slow/)
  finish()
  await slow
  assert.match(await look('Amina', '/wexcombe/places'), /Slow/)
})
