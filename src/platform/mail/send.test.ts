import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../test/database/index.ts'
import { startNotifyServer } from '../../../test/mail/notify.ts'
import { startMailServer } from '../../../test/mail/smtp.ts'
import { createJobs } from '../jobs/index.ts'
import { type Letters, type MailSettings, mailJobs, mailQueue, post, visitLetters } from './index.ts'

const to = 'zofia.reed@wexcombe.example'
const subject = 'Zażółć: your invitation'
const body = `Dear Zofia Reed\n\nChoose a passphrase – with this link:\n\nhttps://thread.example/invitation/${'x'.repeat(43)}\n\n.\nWexcombe\n`
const letters: Letters = { invitation: async () => ({ to, subject, body }), unneeded: async () => null }

async function wexcombe(t: TestContext): Promise<FreshDatabase> {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  return fresh
}

type Told = { readonly text: string; readonly fields: object }

async function mailing(t: TestContext, { database }: FreshDatabase, settings: MailSettings | null, pause = 20): Promise<Told[]> {
  const log: Told[] = []
  const tell = (fields: object, text: string) => void log.push({ text, fields })
  const jobs = createJobs(database, { info: tell, error: tell }, { workers: 1, poll: 10, attempts: 3, pause: () => pause })
  mailJobs(jobs, settings, letters)
  await jobs.start()
  t.after(() => jobs.stop(0))
  return log
}

const ask = ({ database }: FreshDatabase, key: string, letter = 'invitation') =>
  database.platform(db => post(db, { letter, about: {}, key, partnershipId: 1 }))
const queue = ({ database }: FreshDatabase) => database.platform(db => mailQueue(db, 1, Temporal.Now.instant().subtract({ hours: 1 })))

async function until(condition: () => unknown): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries > 500) assert.fail('it did not happen')
    await sleep(10)
  }
}
const none = (fresh: FreshDatabase) => until(async () => (await fresh.owner`select from platform.job`).length === 0)
const failed = (fresh: FreshDatabase) => until(async () => (await queue(fresh)).troubles.some(({ isGivenUp }) => isGivenUp))

test('a mail arrives as it was written, in plain text, from us, and says that no person wrote it', async t => {
  const fresh = await wexcombe(t)
  const server = await startMailServer(t)
  await mailing(t, fresh, { kind: 'smtp', url: server.url, from: 'Goldthread <thread@wexcombe.example>' })
  await ask(fresh, 'one')
  const mail = await server.mailTo(to)
  assert.equal(mail.subject, subject)
  assert.equal(mail.text, body)
  assert.equal(mail.html, false)
  assert.equal(mail.from?.text, '"Goldthread" <thread@wexcombe.example>')
  assert.match(mail.messageId ?? '', /^<[0-9a-f]{40}@wexcombe\.example>$/)
  assert.equal(mail.headers.get('auto-submitted'), 'auto-generated')
  await none(fresh)
})

test('of two with one key one is sent, and one that nobody needs any more is not', async t => {
  const fresh = await wexcombe(t)
  const server = await startMailServer(t)
  for (const key of ['one', 'one', 'two']) await ask(fresh, key)
  await ask(fresh, 'three', 'unneeded')
  await mailing(t, fresh, { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' })
  await none(fresh)
  assert.equal(new Set(server.inbox.map(({ messageId }) => messageId)).size, 2)
  assert.equal(server.inbox.length, 2)
})

test('a mail of a transaction that is undone is never sent', async t => {
  const fresh = await wexcombe(t)
  await assert.rejects(
    fresh.database.platform(async db => {
      await post(db, { letter: 'invitation', about: {}, key: 'one', partnershipId: 1 })
      throw new Error('refused')
    }),
  )
  assert.equal((await queue(fresh)).waiting, 0)
})

test('what the server does not take now is tried again under the same Message-ID', async t => {
  const fresh = await wexcombe(t)
  const tried: string[] = []
  const server = await startMailServer(t, {
    onMail: ({ messageId = '' }) => {
      tried.push(messageId)
      if (tried.length < 3) throw Object.assign(new Error('Try later'), { responseCode: 451 })
    },
  })
  const log = await mailing(t, fresh, { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' })
  await ask(fresh, 'one')
  await none(fresh)
  assert.equal(tried.length, 3)
  assert.equal(new Set(tried).size, 1)
  assert.equal(log.filter(({ text }) => text === 'A job failed and will be tried again').length, 2)
})

test('what the server will never take is given up at once, with what it said', async t => {
  const fresh = await wexcombe(t)
  const server = await startMailServer(t, {
    onRcptTo: (_, __, answer) => answer(Object.assign(new Error('No such user here'), { responseCode: 550 })),
  })
  await mailing(t, fresh, { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' })
  await ask(fresh, 'one')
  await failed(fresh)
  const { waiting, troubles } = await queue(fresh)
  assert.equal(waiting, 0)
  assert.match(troubles[0]?.problem ?? '', /^The mail server 127\.0\.0\.1:\d+ refused it: 550 No such user here$/)
  const [job] = await fresh.owner<{ attempts: number }[]>`select attempts from platform.job`
  assert.equal(job?.attempts, 1)
})

test('a server that is away, or does not know us, is told of in words without a secret, and tried again', async t => {
  const fresh = await wexcombe(t)
  const server = await startMailServer(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_, __, answer) => answer(new Error('Invalid username or password')),
  })
  const url = server.url.replace('//', '//thread:open-sesame@')
  const log = await mailing(t, fresh, { kind: 'smtp', url, from: 'thread@wexcombe.example' })
  await ask(fresh, 'one')
  await failed(fresh)
  const away = await wexcombe(t)
  await mailing(t, away, { kind: 'smtp', url: 'smtp://thread:open-sesame@127.0.0.1:9', from: 'thread@wexcombe.example' })
  await ask(away, 'one')
  await failed(away)
  const problems = [...(await queue(fresh)).troubles, ...(await queue(away)).troubles].map(({ problem }) => problem)
  assert.match(problems.join('\n'), /refused the user name or the password\nThe mail server 127\.0\.0\.1:9 does not answer \(E/)
  const said = log.map(({ fields }) => Object.values(fields).map(value => (value instanceof Error ? value.stack : JSON.stringify(value))))
  assert.doesNotMatch(`${said} ${JSON.stringify(log)}`, /open-sesame|b3Blbi1zZXNhbWU/)
})

test('a server that offers no encryption is told nothing', async t => {
  const fresh = await wexcombe(t)
  const said: unknown[] = []
  const server = await startMailServer(t, {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (auth, _, answer) => {
      said.push(auth)
      answer(null, { user: 'thread' })
    },
  })
  // Not taken for this machine, though it leads here.
  const url = server.url.replace('127.0.0.1', 'thread:open-sesame@0.0.0.0')
  await mailing(t, fresh, { kind: 'smtp', url, from: 'thread@wexcombe.example' })
  await ask(fresh, 'one')
  await failed(fresh)
  assert.match((await queue(fresh)).troubles[0]?.problem ?? '', /offers no encryption that can be trusted/)
  assert.deepEqual(said, [])
  assert.equal(server.inbox.length, 0)
})

const templateId = '3f1a5b0c-0d2e-4a6b-8c9d-0123456789ab'
const [service, secret] = ['11111111-2222-3333-4444-555555555555', '66666666-7777-8888-9999-000000000000']
const notify = (url: string): MailSettings => ({ kind: 'notify', url, apiKey: `thread-${service}-${secret}`, templateId })

test('GOV.UK Notify is given subject and body for its template, and our signature', async t => {
  const fresh = await wexcombe(t)
  const server = await startNotifyServer(t)
  await mailing(t, fresh, notify(server.url))
  await ask(fresh, 'one')
  await none(fresh)
  const [{ authorization, body: sent } = assert.fail()] = server.sent
  assert.deepEqual(
    { ...sent, reference: '' },
    { email_address: to, template_id: templateId, personalisation: { subject, body }, reference: '' },
  )
  assert.match(sent.reference, /^[0-9a-f]{40}$/)
  const [head, claims, signature] = authorization.replace('Bearer ', '').split('.')
  assert.equal(signature, createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url'))
})

test('what Notify could not take is tried again, what it will never take is given up', async t => {
  const fresh = await wexcombe(t)
  const server = await startNotifyServer(t)
  const log = await mailing(t, fresh, notify(server.url))
  server.refusals.push({ status: 429, message: 'Exceeded rate limit' })
  await ask(fresh, 'one')
  await none(fresh)
  assert.equal(server.sent.length, 1)
  server.refusals.push({ status: 400, message: 'email_address Not a valid email address' })
  await ask(fresh, 'two')
  await failed(fresh)
  assert.equal((await queue(fresh)).troubles[0]?.problem, 'GOV.UK Notify refused it: 400 email_address Not a valid email address')
  assert.doesNotMatch(JSON.stringify(log), new RegExp(secret))
})

test('what Notify has taken already is not given to it again', async t => {
  const fresh = await wexcombe(t)
  const server = await startNotifyServer(t)
  await ask(fresh, 'one')
  const [job] = await fresh.owner<{ createdAt: Temporal.Instant }[]>`select created_at from platform.job`
  await mailing(t, fresh, notify(server.url))
  await none(fresh)
  // As if the process had ended before it could note that the job was done.
  await fresh.owner`
    insert into platform.job (kind, payload, unique_key, partnership_id, attempts, created_at)
    values ('mail', '{"letter": "invitation", "about": {}}', 'mail one', 1, 1, ${job?.createdAt ?? null})`
  await none(fresh)
  assert.equal(server.sent.length, 1)
})

test('without settings nobody waits for mail: it is dropped', async t => {
  const fresh = await wexcombe(t)
  await ask(fresh, 'one')
  await mailing(t, fresh, null)
  await none(fresh)
})

const fromVisit = ({ database }: FreshDatabase, key: string, partnershipId = 1) =>
  database.visit({ partnershipId, accountId: null, name: 'Amina Rahman', requestId: 'r1' }, 'write', db =>
    post(db, { letter: 'due', about: { action: 7 }, key }),
  )

test('a letter of a module is asked for in a visit, and written in one to the same partnership when it is sent', async t => {
  const fresh = await wexcombe(t)
  await fresh.database.platform(db => db`insert into platform.partnership (slug, name, is_example) values ('example', 'Example', true)`)
  await fresh.owner`insert into partnership.area (partnership_id, name, kind) values (1, 'Wexcombe', 'county')`
  const server = await startMailServer(t)
  const jobs = createJobs(fresh.database, { info: () => {}, error: () => {} }, { workers: 1, poll: 10 })
  const clock = () => Temporal.Instant.from('2026-03-29T23:30:00Z')
  const due = visitLetters(
    { origin: 'https://thread.example', clock },
    {
      due: async ({ db, about, home, asker, today }) => {
        const [area] = await db<{ name: string }[]>`select name from partnership.area`
        const { action } = about as { readonly action: number }
        return { to, name: 'Zofia', subject: `Due in ${area?.name}`, paragraphs: [`${asker} asks on ${today}: ${home}/actions/${action}`] }
      },
    },
  )
  mailJobs(jobs, { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' }, due)
  await jobs.start()
  t.after(() => jobs.stop(0))
  await fromVisit(fresh, 'due 7')
  await fromVisit(fresh, 'due 7', 2)
  const mail = await server.mailTo(to)
  assert.equal(mail.subject, 'Due in Wexcombe')
  assert.equal(
    mail.text,
    'Dear Zofia\n\nGoldthread asks on 2026-03-30: https://thread.example/wexcombe/actions/7\n\nWexcombe\nhttps://thread.example/wexcombe\n',
  )
  await none(fresh)
  // The example's people are nobody's.
  assert.equal(server.inbox.length, 1)
})

test('a key that was used once sends nothing again, and one of a visit that is rolled back was not used', async t => {
  const fresh = await wexcombe(t)
  await fresh.database.platform(db => db`insert into platform.partnership (slug, name) values ('elmbridge', 'Elmbridge')`)
  const waiting = async () => (await fresh.owner`select from platform.job`).length
  await assert.rejects(
    fresh.database.visit({ partnershipId: 1, accountId: null, name: 'Amina Rahman', requestId: 'r1' }, 'write', async db => {
      await post(db, { letter: 'due', about: {}, key: 'due 7' })
      throw new Error('refused')
    }),
  )
  assert.equal(await waiting(), 0)
  await fromVisit(fresh, 'due 7')
  assert.equal(await waiting(), 1)
  await fresh.owner`delete from platform.job`
  await fromVisit(fresh, 'due 7')
  await ask(fresh, 'due 7')
  assert.equal(await waiting(), 0)
  // Another partnership's key is another.
  await fromVisit(fresh, 'due 7', 2)
  assert.equal(await waiting(), 1)
})
