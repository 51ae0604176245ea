// What a browser sends that shows no passkey. That one which does is let in, the journey `second-factor` sees with a real browser.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshDatabase } from '../../../../test/database/index.ts'
import { formIn } from '../../../../test/web/form.ts'
import { accept } from '../../../kernel/ruling.ts'
import { browser } from '../../web/example.ts'
import { openWeb } from '../../web/index.ts'
import { accountsRoutes, addAccount, arriveWith, startSession } from '../index.ts'

const { database, owner } = await freshDatabase({ after })
let now = Temporal.Instant.from('2026-11-25T09:00:00Z')
const web = await openWeb({ database, arrive: arriveWith(db => db`null::jsonb`), version: '1', home: '', navigation: [], clock: () => now })
accountsRoutes(web, { areas: async () => [], settle: async () => accept(null), loadExample: async () => {} })
after(() => web.server.close())

const sam = await database.platform(async db => {
  const accountId = await addAccount(db, { email: 'sam@trafford.example', name: 'Sam Reed', passphraseHash: null, isExample: false })
  await db`
    insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, created_at)
    values (${accountId}, 'a-key', ${Buffer.alloc(77)}, 0, '{}', 'Work laptop', ${now})`
  return { accountId, token: await startSession(db, { accountId, now, address: '192.0.2.1', agent: '' }) }
})

const said = (id: string) =>
  JSON.stringify({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: 'abc', origin: 'http://localhost:80' })).toString(
        'base64url',
      ),
      authenticatorData: Buffer.alloc(37).toString('base64url'),
      signature: 'AAAA',
    },
  })
const words = (page: { body: string }) => page.body.replaceAll(/<[^>]*>/g, ' ')
const ticketOn = (page: { body: string }, action: string) => formIn(page.body, action).fields['ticket']?.[0] ?? ''

async function refused(fields: Readonly<Record<string, string>>, expected: RegExp): Promise<void> {
  const answer = await browser(web).post('/sign-in/passkey', fields)
  assert.equal(answer.statusCode, 422)
  assert.match(words(answer), expected)
  assert.equal(answer.cookies.length, 0)
  assert.match(answer.body, /href="#credential"/)
  assert.match(answer.body, /id="credential"/)
}
const freshTicket = async () => ticketOn(await browser(web).get('/sign-in'), '/sign-in/passkey')

test('a browser that gives none says why, and is told what to do', async () => {
  await refused({ trouble: 'NotAllowedError' }, /No passkey was given: it was cancelled/)
  await refused({ trouble: 'SecurityError' }, /gives no passkey at this address/)
  await refused({}, /The browser gave no passkey/)
})

test('what is no passkey’s answer is refused', async () => {
  for (const credential of ['{', '{}', '[]', 'null', JSON.stringify({ id: 'a-key' })])
    await refused({ credential, ticket: await freshTicket() }, /could not be taken/)
})

test('a passkey of nobody is refused, and one that signed something else', async () => {
  await refused({ credential: said('another-key'), ticket: await freshTicket() }, /belongs to no account here/)
  await refused({ credential: said('a-key'), ticket: await freshTicket() }, /could not be taken/)
})

test('a ticket is good once, for ten minutes, and for what it was given for', async () => {
  const ticket = await freshTicket()
  await refused({ credential: said('a-key'), ticket }, /could not be taken/)
  await refused({ credential: said('a-key'), ticket }, /open for too long/)

  const old = await freshTicket()
  now = now.add({ minutes: 11 })
  await refused({ credential: said('a-key'), ticket: old }, /open for too long/)

  const who = browser(web)
  who.keep('goldthread_session', sam.token)
  const forMaking = ticketOn(await who.get('/account/passkeys/new'), '/account/passkeys')
  await refused({ credential: said('a-key'), ticket: forMaking }, /open for too long/)
  await refused({ credential: said('a-key'), ticket: '' }, /open for too long/)
})

test('somebody’s passkey is removed by nobody else', async () => {
  const other = await database.platform(async db => {
    const accountId = await addAccount(db, {
      email: 'dafydd@trafford.example',
      name: 'Dafydd Rees',
      passphraseHash: null,
      isExample: false,
    })
    return startSession(db, { accountId, now, address: '192.0.2.1', agent: '' })
  })
  const [passkey] = await owner<{ id: number }[]>`select id from platform.passkey`
  const dafydd = browser(web)
  dafydd.keep('goldthread_session', other)
  assert.equal((await dafydd.post(`/account/passkeys/${passkey?.id}/removal`)).statusCode, 404)

  const late = browser(web)
  late.keep('goldthread_session', sam.token)
  now = now.add({ minutes: 10 })
  const refusal = await late.post(`/account/passkeys/${passkey?.id}/removal`)
  assert.equal(refusal.statusCode, 422)
  assert.match(words(refusal), /Sign out and sign in again/)
  assert.equal((await owner`select from platform.passkey`).length, 1)
})
