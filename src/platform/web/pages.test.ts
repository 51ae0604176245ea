import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { mkdtemp, readdir, readlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { type Browser, browser, exampleChanges } from './example.ts'
import {
  type Arrive,
  mayAdminister,
  mayRead,
  nobody,
  nowhere,
  openWeb,
  page,
  redirect,
  text,
  type UploadedFile,
  type Web,
  type WebOptions,
} from './index.ts'

const log: string[] = []
let web: Web
let unopened: (options?: Partial<WebOptions>) => Promise<Web>
let amina: Browser
let folder: string

const arrive: Arrive = async (db, sessionToken, slug) => {
  const partnership = { id: 1, slug: 'wexcombe', name: 'Wexcombe Together', isExample: false }
  return {
    ...nobody,
    signedIn: { accountId: 7, name: 'Amina Khan', sessionToken },
    place: slug === 'wexcombe' ? { partnership, role: 'reader', capacity: nowhere.capacity, changes: await exampleChanges(db, 1) } : null,
  }
}

const undo: (() => Promise<void>)[] = []
after(async () => {
  await web.server.close()
  for (const work of undo) await work()
})

before(async () => {
  const { database, owner } = await freshDatabase({ after: work => void undo.push(work) })
  await owner`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe Together')`
  folder = await mkdtemp(join(tmpdir(), 'goldthread-'))
  const shown = template('show', '{% extends "layout.njk" %}{% block page %}<h1>{{ title }}</h1><p id="note">{{ note }}</p>{% endblock %}')

  unopened = options =>
    openWeb({
      database,
      arrive,
      version: '1.2.3',
      home: 'notes',
      navigation: [
        { text: 'Notes', path: 'notes', may: mayRead },
        { text: 'Accounts', path: 'accounts', may: mayAdminister },
      ],
      log: { write: line => void log.push(line) },
      uploadLimitBytes: 2_000_000,
      ...options,
    })
  web = await unopened()
  web.get('/notes', mayRead, async ({ db, query }) => {
    const areas = await db<{ name: string }[]>`select name from partnership.area order by id`
    return page(shown, { title: 'Notes <of> us', note: `${areas.map(({ name }) => name).join(', ')}${text(query, 'q')}` })
  })
  web.post('/notes', mayRead, async ({ db, body, file }) => {
    const sent = await contentOf(file('upload'))
    const name = sent === null ? text(body, 'name') : sent.slice(-20) + text(body, 'ending')
    await db`insert into partnership.area (name, kind) values (${name}, 'other')`
    return name === 'Nowhere'
      ? page(shown, { title: 'Notes', note: '' }, [{ field: 'name', text: 'There is no Nowhere' }])
      : redirect('notes', 'Kept as “it” <is>')
  })
  web.get('/accounts', mayAdminister, async () => page(shown, { title: 'Accounts', note: '' }))
  web.get('/fault', mayRead, async () => Promise.reject(new Error('the cellar is flooded')))
  web.get('/misspelt', mayRead, async () => page(shown, { title: 'Misspelt', notes: '' }))
  web.get('/taken', mayRead, async () => page(shown, { title: 'Taken', note: '', partnership: 'mine' }))
  amina = browser(web)
  signIn(amina)
})

const template = (name: string, source: string): string => {
  const path = join(folder, `${name}.njk`)
  writeFileSync(path, source)
  return path
}

async function contentOf(file: UploadedFile | undefined): Promise<string | null> {
  return file ? Buffer.concat(await Array.fromAsync(file.content.pieces)).toString() : null
}

/** Whoever has a session cookie is Amina here. */
const signIn = (who: Browser) => who.keep('goldthread_session', 'a-secret')

describe('a page', () => {
  test('has its frame: title, partnership, navigation without what one may not open, version', async () => {
    const { statusCode, body } = await amina.get('/wexcombe/notes')
    assert.equal(statusCode, 200)
    assert.match(body, /<title>Notes &lt;of&gt; us – Wexcombe Together – Goldthread<\/title>/)
    assert.match(body, /href="\/wexcombe\/notes" aria-current="page"/)
    assert.doesNotMatch(body, /href="\/wexcombe\/accounts"/)
    assert.match(body, /Amina Khan/)
    assert.match(body, /Goldthread 1\.2\.3/)
    assert.match(body, /Skip to main content/)
  })

  test('is kept by nobody, framed by nobody, and numbered', async () => {
    const { headers } = await amina.get('/wexcombe/notes')
    assert.equal(headers['cache-control'], 'private, no-store')
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.match(String(headers['x-request-id']), /^[\w-]{12}$/)
  })

  test('refers to files that may be kept for ever, and that are there', async () => {
    const { body } = await amina.get('/wexcombe/notes')
    const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    assert.equal(files.length, 4)
    for (const path of files) {
      const { statusCode, headers } = await amina.get(path)
      assert.equal(statusCode, 200, path)
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable')
    }
    const script = await amina.get(files.find(path => path.endsWith('.js')) ?? '')
    assert.match(script.body, /from '\/assets\/govuk-frontend\.[\w-]{12}\.js'/)
  })

  test('answers HEAD, a slash too many, and the bare name of the partnership', async () => {
    const head = await web.server.inject({ method: 'HEAD', url: '/help' })
    assert.equal(head.statusCode, 200)
    assert.equal((await amina.get('/wexcombe/notes/?q=1')).headers.location, '/wexcombe/notes?q=1')
    assert.equal((await amina.get('/wexcombe')).headers.location, '/wexcombe/notes')
  })
})

describe('a visit that writes', () => {
  test('is kept, and says so once', async () => {
    const saved = await amina.post('/wexcombe/notes', { name: 'Wexcombe' })
    assert.equal(saved.statusCode, 303)
    assert.equal(saved.headers.location, '/wexcombe/notes')
    assert.match((await amina.get('/wexcombe/notes')).body, /Kept as “it” &lt;is&gt;/)
    const again = await amina.get('/wexcombe/notes')
    assert.match(again.body, /<p id="note">Wexcombe<\/p>/)
    assert.doesNotMatch(again.body, /Kept as/)
  })

  test('is undone when it is refused, and says what is wrong', async () => {
    const refused = await amina.post('/wexcombe/notes', { name: 'Nowhere' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /<title>Error: Notes/)
    assert.match(refused.body, /<a href="#name">There is no Nowhere<\/a>/)
    assert.doesNotMatch((await amina.get('/wexcombe/notes')).body, /Nowhere/)
  })

  test('takes a file', async () => {
    const boundary = 'xyz'
    const payload = `--${boundary}\r\ncontent-disposition: form-data; name="upload"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\nfrom a file\r\n--${boundary}--\r\n`
    const answer = await upload(boundary, payload)
    assert.equal(answer.statusCode, 303)
    assert.match((await amina.get('/wexcombe/notes')).body, /from a file/)
  })

  test('takes a file that comes before other fields', async () => {
    const payload = `--b\r\ncontent-disposition: form-data; name="upload"; filename="a.csv"\r\n\r\n${'long '.repeat(200_000)}words\r\n--b\r\ncontent-disposition: form-data; name="ending"\r\n\r\n, which ends\r\n--b--\r\n`
    assert.equal((await upload('b', payload)).statusCode, 303)
    assert.match((await amina.get('/wexcombe/notes')).body, /long long words, which ends/)
  })

  test('keeps no file once it is answered, nor one that was broken off', { skip: process.platform !== 'linux' }, async () => {
    const payload = '--b\r\ncontent-disposition: form-data; name="upload"; filename="a.csv"\r\n\r\nnot all of'
    assert.equal((await upload('b', payload)).statusCode, 400)
    const held = await Promise.all((await readdir('/proc/self/fd')).map(file => readlink(`/proc/self/fd/${file}`).catch(() => '')))
    assert.deepEqual(
      held.filter(path => path.startsWith(join(tmpdir(), 'goldthread-'))),
      [],
    )
  })

  test('says that a file is too large', async () => {
    const payload = `--b\r\ncontent-disposition: form-data; name="upload"; filename="a.csv"\r\n\r\n${'x'.repeat(2_000_001)}\r\n--b--\r\n`
    const answer = await upload('b', payload)
    assert.equal(answer.statusCode, 413)
    assert.match(answer.body, /Send at most 2 MB at a time/)
  })

  const upload = (boundary: string, payload: string) =>
    web.server.inject({
      method: 'POST',
      url: '/wexcombe/notes',
      payload,
      headers: {
        cookie: 'goldthread_session=a',
        'sec-fetch-site': 'same-origin',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
    })

  test('from a page of another site is refused before anything is looked at', async () => {
    const headers = { cookie: 'goldthread_session=a', 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await web.server.inject({ method: 'POST', url: '/wexcombe/notes', payload: 'name=Elsewhere', headers })
    assert.equal(answer.statusCode, 403)
    assert.doesNotMatch((await amina.get('/wexcombe/notes')).body, /Elsewhere/)
  })
})

describe('nothing to show', () => {
  test('a partnership that one does not belong to is the same as none', async () => {
    const [strange, none] = [await amina.get('/trafford/notes'), await amina.get('/nowhere/notes')]
    assert.equal(strange.statusCode, 404)
    assert.equal(strange.body, none.body)
  })

  test('an unknown address keeps the navigation of whoever is signed in', async () => {
    const answer = await amina.get('/wexcombe/nothing/here')
    assert.equal(answer.statusCode, 404)
    assert.match(answer.body, /Page not found – Wexcombe Together/)
  })

  test('whoever is not signed in is asked to, and comes back', async () => {
    assert.equal((await browser(web).get('/wexcombe/notes?q=1')).headers.location, '/sign-in?next=%2Fwexcombe%2Fnotes%3Fq%3D1')
    assert.equal((await browser(web).post('/wexcombe/notes')).headers.location, '/sign-in?next=%2F')
  })

  test('a page above one’s role says who one is', async () => {
    const answer = await amina.get('/wexcombe/accounts')
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /You are signed in as Amina Khan, and your role in Wexcombe Together does not include it/)
  })

  test('slashes lead nowhere else', async () => {
    assert.equal((await amina.get('//elsewhere.example/')).headers.location, '/elsewhere.example')
    assert.throws(() => redirect('//elsewhere.example'))
    assert.throws(() => redirect('https://elsewhere.example'))
  })

  test('a disk that is full or broken and a database that is away are told of as what they are', async () => {
    const faults: Readonly<Record<string, { readonly code?: string; readonly syscall?: string }>> = {
      full: { code: '53100' },
      broken: { code: '58030' },
      away: { code: 'ECONNREFUSED', syscall: 'connect' },
      bug: {},
    }
    const opened = async (trouble: 'read-only' | null) => {
      const own = await unopened({ trouble: () => trouble })
      after(() => own.server.close())
      const fail = async (fault = '') => {
        throw Object.assign(new Error('It does not work'), faults[fault])
      }
      own.public.get('/fault/:fault', ({ params }) => fail(params['fault']))
      own.public.post('/fault/:fault', ({ params }) => fail(params['fault']))
      return browser(own)
    }
    const told = async (where: Browser, fault: string, method: 'get' | 'post') => {
      const { statusCode, body } = await where[method](`/fault/${fault}`)
      return `${statusCode} ${body
        .replace(/^.*<main/s, '')
        .replace(/<\/main.*/s, '')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ')}`
    }
    const where = await opened(null)
    assert.match(await told(where, 'full', 'post'), /^503 .*There is no room left to save anything.*Nothing of what you sent was saved/)
    assert.match(await told(where, 'broken', 'get'), /^503 .*A disk that Goldthread needs does not work\. Tell whoever looks after it/)
    assert.match(await told(where, 'away', 'get'), /^503 .*database does not answer Try again in a minute/)
    assert.match(await told(where, 'away', 'post'), /^503 .*What you sent may not have been saved/)
    assert.match(await told(where, 'bug', 'get'), /^500 .*There is a problem with Goldthread/)
    assert.match(await told(await opened('read-only'), 'away', 'post'), /^503 .*can only be read\. Nothing of what you sent was saved/)
  })

  test('what cannot be read is said to be so', async () => {
    assert.equal((await amina.get('/%zz')).statusCode, 400)
    assert.equal((await amina.get('/wexcombe/notes?q=%00')).statusCode, 400)
    const json = await web.server.inject({
      method: 'POST',
      url: '/wexcombe/notes',
      payload: {},
      headers: { cookie: 'goldthread_session=a', 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(json.statusCode, 415)
    assert.match(json.body, /could not be understood/)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b']) {
      const cutOff = await web.server.inject({
        method: 'POST',
        url: '/wexcombe/notes',
        payload: '--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nHalf a n',
        headers: { cookie: 'goldthread_session=a', 'sec-fetch-site': 'same-origin', 'content-type': type },
      })
      assert.equal(cutOff.statusCode, 400)
      assert.match(cutOff.body, /What was sent broke off before its end.*Nothing was changed/s)
    }
  })
})

describe('a fault', () => {
  test('is shown as a number, and is in the log with it', async () => {
    const answer = await amina.get('/wexcombe/fault')
    assert.equal(answer.statusCode, 500)
    assert.doesNotMatch(answer.body, /cellar/)
    const id = String(answer.headers['x-request-id'])
    assert.match(answer.body, new RegExp(id))
    assert.ok(log.some(line => line.includes(id) && line.includes('the cellar is flooded')))
  })

  test('a name that nobody gave, or that the page around has, is one', async () => {
    assert.equal((await amina.get('/wexcombe/misspelt')).statusCode, 500)
    assert.equal((await amina.get('/wexcombe/taken')).statusCode, 500)
  })

  test('what was typed is never in the log', async () => {
    await amina.get('/wexcombe/notes?q=my-private-words')
    await amina.post('/wexcombe/notes', { name: 'more-private-words' })
    assert.ok(!log.some(line => /private-words|a-secret/.test(line)))
  })
})

describe('what is refused', () => {
  test('is in the log as a warning: why, where, who and from where', async () => {
    const told = async (answer: Promise<{ readonly headers: Record<string, unknown> }>) => {
      const id = String((await answer).headers['x-request-id'])
      const { level, status, refused, account, address, route } = JSON.parse(log.find(line => line.includes(id)) ?? '{}')
      return { level, status, refused, account, address, route }
    }
    const [at, warn] = [{ account: 7, address: '192.0.2.1' }, { level: 'warn' }]
    assert.deepEqual(await told(amina.get('/wexcombe/accounts')), {
      ...warn,
      ...at,
      status: 403,
      refused: 'not allowed',
      route: '/:partnership/accounts',
    })
    assert.equal((await told(amina.get('/trafford/notes'))).refused, 'nothing there, or not theirs')
    assert.equal((await told(amina.post('/wexcombe/notes', { name: 'Nowhere' }))).refused, 'wrong input')
    assert.deepEqual((await told(amina.get('/wexcombe/notes'))).refused, undefined)
  })
})

test('who asks for more than people do is held off for the rest of the minute, and files are given out all the same', async () => {
  const now = Temporal.Instant.from('2026-11-25T09:30:00Z')
  const held = await unopened({ requestsAMinute: 3, clock: () => now })
  const ask = (url: string, cookie = 'goldthread_session=a-secret') => held.server.inject({ method: 'GET', url, headers: { cookie } })
  for (let time = 0; time < 3; time++) assert.equal((await ask('/help')).statusCode, 200)
  const answer = await ask('/help')
  assert.equal(answer.statusCode, 429)
  assert.match(answer.body, /Too much was asked for at once/)
  assert.equal(answer.headers['retry-after'], '60')
  assert.equal((await ask('/health/live')).statusCode, 200)
  assert.equal((await ask('/help', '')).statusCode, 200)
  await held.server.close()
})

describe('a method', () => {
  for (const method of ['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'CONNECT'] as const)
    test(`${method} does nothing`, async () => {
      const headers = { cookie: 'goldthread_session=a-secret', 'sec-fetch-site': 'same-origin' }
      const answer = await web.server.inject({ method: method as 'PUT', url: '/wexcombe/notes', headers })
      assert.equal(answer.statusCode, 404)
      assert.doesNotMatch(answer.body, /a-secret/)
    })
})

test('every answer says what it is, and how its letters are written', async () => {
  const { body } = await amina.get('/wexcombe/notes')
  const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
  for (const path of ['/wexcombe/notes', '/help', '/nothing', '/robots.txt', '/health/live', '/assets/none.js', ...files]) {
    const { headers } = await amina.get(path)
    const type = String(headers['content-type'])
    assert.match(type, /^image\/png$|; charset=utf-8$/, `${path}: ${type}`)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.match(String(headers['content-security-policy']), /object-src 'none';base-uri 'none'/, path)
  }
})

describe('a route', () => {
  test('without a rule does not start', async () => {
    const web = await unopened()
    assert.throws(() => web.get('/open', undefined as never, async () => redirect('')), /needs a named rule/)
    assert.throws(
      () =>
        web.get(
          '/open',
          () => true,
          async () => redirect(''),
        ),
      /needs a named rule/,
    )
    assert.throws(() => web.server.get('/behind', async () => ''), /Nobody said who may use/)
  })

  test('is in the table with those who may use it', () => {
    const accounts = web.routes.find(({ path }) => path === '/:partnership/accounts')
    assert.deepEqual(accounts, { method: 'GET', path: '/:partnership/accounts', may: 'mayAdminister', roles: ['administrator'] })
  })
})

test('the server is alive, and ready while its database answers', async () => {
  assert.equal((await browser(web).get('/health/live')).body, 'live')
  assert.equal((await browser(web).get('/health/ready')).body, 'ready')
})

test('over https cookies are for https and for this host alone, and browsers are told to stay with it', async () => {
  const secure = await unopened({ publicAddress: 'https://thread.wexcombe.example' })
  secure.public.post('/greeting', async ({ origin }) => redirect('/help', origin))
  const headers = { origin: 'https://thread.wexcombe.example', 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await secure.server.inject({ method: 'POST', url: '/greeting', headers, payload: '' })
  assert.match(
    String(answer.headers['set-cookie']),
    /^__Host-goldthread_flash=[\w-]+; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  assert.equal(answer.headers['strict-transport-security'], 'max-age=31536000; includeSubDomains')
  await secure.server.close()
})
