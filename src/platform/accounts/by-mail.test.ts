// What goes by mail: invitations, forgotten passphrases, another e-mail address, and what an owner is told. A real mail server takes it.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { linkIn, recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { type Browser, browser } from '../web/example.ts'
import { newKey } from './factor/code.ts'
import { setAuthenticator } from './factor/store.ts'
import { addSecret, linkOf } from './one-time-link/store.ts'
import { openSeal } from './secret.ts'

const passphrase = 'six blue kites over town'
const another = 'a walk along the canal'
let now = Temporal.Instant.from('2009-11-26T09:30:00Z')
const server = await startMailServer({ after: async work => after(work) })
const app = await freshApp({ after }, { clock: () => now, mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } })
const asHelen = (path: string, fields = {}) => app.post(app.administrator, path, fields)
let number = 0

/** Whoever is signed in stays it meanwhile. */
async function later(duration: Temporal.DurationLike): Promise<void> {
  now = now.add(duration)
  await app.owner`update platform.session set created_at = ${now}, seen_at = ${now}`
}

/** Nothing is on its way any more. */
async function settled(): Promise<void> {
  for (let tries = 0; ; tries++) {
    const [waiting] = await app.owner<{ attempts: number; lastError: string | null }[]>`
      select attempts, last_error from platform.job where failed_at is null`
    if (waiting === undefined) return
    assert.ok(tries < 500 && waiting.lastError === null, `A job does not end: ${JSON.stringify(waiting)}`)
    await sleep(20)
  }
}

const mailsTo = (email: string) => server.inbox.filter(mail => recipients(mail).includes(email))
const pathIn = (link: string) => new URL(link).pathname

type Colleague = { readonly id: number; readonly email: string; readonly link: string }

async function invited(name = 'Zofia Reed'): Promise<Colleague> {
  const email = `colleague.${++number}@wexcombe.example`
  const answer = await asHelen('accounts', { name, email, role: 'reader' })
  assert.equal(answer.headers.location, '/wexcombe/accounts', answer.body)
  const [account] = await app.owner<{ id: number }[]>`select id from platform.account where email = ${email}`
  return { id: account?.id ?? 0, email, link: await server.linkTo(email) }
}

async function settledIn(name?: string): Promise<Colleague & { readonly browser: Browser }> {
  const colleague = await invited(name)
  const who = browser(app.web)
  assert.equal((await who.post(pathIn(colleague.link), { passphrase })).headers.location, '/')
  return { ...colleague, browser: who }
}

const signIn = (email: string, tried: string, address?: string) => browser(app.web, address).post('/sign-in', { email, passphrase: tried })

async function resetLink(email: string, from?: string): Promise<string> {
  await settled()
  await later({ seconds: 1 })
  const before = mailsTo(email).length
  const { statusCode } = await browser(app.web, from).post('/reset', { email })
  assert.equal(statusCode, 200)
  await settled()
  const mail = mailsTo(email)[before]
  assert.ok(mail, 'No mail came')
  return linkIn(mail)
}

describe('an invitation', () => {
  test('goes by mail, in the name of who invites, and its link leads to where we are', async () => {
    const { email, link } = await invited()
    assert.match(link, /^http:\/\/thread\.example\/invitation\/[\w-]{43}$/)
    const mail = await server.mailTo(email)
    assert.equal(mail.subject, 'You are invited to Wexcombe Partnership')
    assert.match(mail.text ?? '', /^Dear Zofia Reed\n\nHelen Marsh has invited you to Wexcombe Partnership on Goldthread/)
    assert.match(mail.text ?? '', /The link works once, until 3 December 2009, 9:30am/)
  })

  test('is shown to no administrator, and its secret is nowhere in the database', async () => {
    const email = `colleague.${++number}@wexcombe.example`
    const answer = await asHelen('accounts', { name: 'Zofia Reed', email, role: 'reader' })
    assert.doesNotMatch(answer.body, /invitation\//)
    const secret = (await server.linkTo(email)).split('/').at(-1) ?? ''
    await settled()
    for (const table of ['one_time_link', 'one_time_link_secret', 'job', 'history', 'account']) {
      const [found] = await app.owner`select from platform.${app.owner(table)} as row where row::text like ${`%${secret}%`}`
      assert.equal(found, undefined, table)
    }
  })

  test('stands in the list until it is accepted', async () => {
    const { link, email } = await invited('Ana Lund')
    const state = async () =>
      new RegExp(`${email}[\\s\\S]*?data-label="Sign-in">([^<]*)`).exec((await app.get(app.administrator, 'accounts')).body)?.[1]
    assert.equal(await state(), 'Invited, not yet accepted, until 3 December 2009')
    const who = browser(app.web)
    assert.match((await who.get(pathIn(link))).body, /Ana Lund, you will sign in as/)
    const done = await who.post(pathIn(link), { passphrase })
    assert.equal(done.headers.location, '/')
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    assert.equal(await state(), 'Can sign in')
  })

  test('sent again, the link before opens nothing', async () => {
    const { id, email, link } = await invited()
    const again = await asHelen(`accounts/${id}/invitation`, { by: 'mail' })
    assert.equal(again.headers.location, '/wexcombe/accounts')
    await settled()
    assert.equal(mailsTo(email).length, 2)
    const spent = await browser(app.web).get(pathIn(link))
    assert.equal(spent.statusCode, 404)
    assert.match(
      spent.body,
      /It was used already, or a newer one took its place[\s\S]*ask an administrator of your partnership for a new link/,
    )
    assert.equal((await browser(app.web).get(pathIn(await server.linkTo(email)))).statusCode, 200)
  })

  test('withdrawn, it opens nothing, and the list says so', async () => {
    const { id, link } = await invited()
    const withdrawn = await asHelen(`accounts/${id}/invitation/cancellation`)
    assert.equal(withdrawn.headers.location, `/wexcombe/accounts/${id}`)
    assert.equal((await browser(app.web).post(pathIn(link), { passphrase })).statusCode, 404)
    assert.match((await app.get(app.administrator, `accounts/${id}`)).body, /Not invited at present[\s\S]*Send an invitation/)
  })

  test('that is over says until when it could be used, and what to do', async () => {
    const { link } = await invited()
    await later({ hours: 7 * 24 })
    const { statusCode, body } = await browser(app.web).get(pathIn(link))
    assert.equal(statusCode, 404)
    assert.match(body, /It could be used until \d+ December 2009[\s\S]*ask an administrator/)
    assert.equal((await browser(app.web).post(pathIn(link), { passphrase })).statusCode, 404)
  })

  test('can be passed on instead, where mail does not arrive', async () => {
    const { id } = await invited()
    const { body } = await asHelen(`accounts/${id}/invitation`)
    assert.match(body, /A link for Zofia Reed[\s\S]*http:\/\/thread\.example\/invitation\/[\w-]{43}/)
  })

  test('replaced while its mail is being written is no trouble: the newest is sent', async () => {
    const { id, email } = await invited()
    const { promise: written, resolve: write } = Promise.withResolvers<void>()
    // A mail that is being written just then.
    const writing = app.database.platform(async db => {
      const [link] = await db<{ id: number }[]>`select id from platform.one_time_link where account_id = ${id} and purpose = 'invitation'`
      await linkOf(db, link?.id ?? 0)
      await written
      await addSecret(db, link?.id ?? 0)
    })
    await sleep(50)
    const again = asHelen(`accounts/${id}/invitation`, { by: 'mail' })
    await sleep(100)
    write()
    await writing
    assert.equal((await again).statusCode, 303)
    await settled()
    assert.equal((await browser(app.web).get(pathIn(linkIn(mailsTo(email).at(-1) ?? assert.fail())))).statusCode, 200)
  })

  test('is not sent over and over', async () => {
    const { id } = await invited()
    for (let time = 0; time < 4; time++) assert.equal((await asHelen(`accounts/${id}/invitation`, { by: 'mail' })).statusCode, 303)
    const refused = await asHelen(`accounts/${id}/invitation`, { by: 'mail' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /There were too many attempts/)
  })

  test('is not needed by somebody who has an account: they are told that they belong', async () => {
    const { email } = await settledIn()
    const added = await app.post(app.stranger, '/elmbridge/accounts', { name: 'Whoever', email, role: 'reader' })
    assert.equal(added.headers.location, '/elmbridge/accounts')
    await settled()
    const mail = mailsTo(email).at(-1)
    assert.equal(mail?.subject, 'You now belong to Elmbridge Partnership')
    assert.match(mail?.text ?? '', /Olwen Hart has added you[\s\S]*http:\/\/thread\.example\/sign-in/)
  })
})

describe('a forgotten passphrase', () => {
  test('is replaced with a link from a mail; all sessions end, and the owner is told', async () => {
    const { email, browser: signedIn } = await settledIn()
    const link = await resetLink(email)
    assert.match(link, /^http:\/\/thread\.example\/reset\/[\w-]{43}$/)
    assert.equal(mailsTo(email).at(-1)?.subject, 'Wexcombe Partnership: choose a new passphrase')

    const who = browser(app.web)
    assert.match((await who.get(pathIn(link))).body, /Choose a new passphrase/)
    const weak = await who.post(pathIn(link), { passphrase: 'password1234' })
    assert.equal(weak.statusCode, 422)
    const done = await who.post(pathIn(link), { passphrase: another })
    assert.equal(done.headers.location, '/')
    assert.equal((await who.get('/wexcombe/scorecard')).statusCode, 200)
    assert.equal((await signedIn.get('/wexcombe/scorecard')).statusCode, 303)
    assert.equal((await signIn(email, passphrase)).statusCode, 422)
    assert.equal((await signIn(email, another)).statusCode, 303)
    await settled()
    const told = mailsTo(email).at(-1)
    assert.equal(told?.subject, 'Wexcombe Partnership: your passphrase was changed')
    assert.match(told?.text ?? '', /If it was not, tell an administrator of your partnership at once/)
    assert.doesNotMatch(told?.text ?? '', /reset\/./)
  })

  test('its link works once and for an hour', async () => {
    const { email } = await settledIn()
    const used = await resetLink(email)
    assert.equal((await browser(app.web).post(pathIn(used), { passphrase: another })).statusCode, 303)
    assert.match((await browser(app.web).get(pathIn(used))).body, /It was used already[\s\S]*ask for a new link/)
    const late = await resetLink(email)
    await later({ minutes: 60 })
    const over = await browser(app.web).post(pathIn(late), { passphrase })
    assert.equal(over.statusCode, 404)
    assert.match(over.body, /It could be used until/)
  })

  test('an address without an account gets the same answer, for the same work', async () => {
    const { email } = await settledIn()
    const asked: string[] = []
    app.database.watch(({ statement }) => void asked.push(statement))
    const ask = async (address: string) => {
      asked.length = 0
      const { statusCode, body, headers } = await browser(app.web, '203.0.113.20').post('/reset', { email: address })
      const statements = asked.filter(statement => !statement.includes('platform.job') || statement.includes('insert'))
      return { statusCode, body: body.replaceAll(address, 'ADDRESS'), cookies: headers['set-cookie'], statements }
    }
    const known = await ask(email)
    await settled()
    const unknown = await ask('nobody@wexcombe.example')
    await settled()
    assert.match(known.body, /If somebody signs in with <strong>ADDRESS<\/strong>, a mail with a link is on its way/)
    // What the job does meanwhile is told by the same watch.
    assert.deepEqual(unknown.statements.slice(0, 8), known.statements.slice(0, 8))
    assert.deepEqual({ ...unknown, statements: [] }, { ...known, statements: [] })
    assert.equal(mailsTo('nobody@wexcombe.example').length, 0)
  })

  test('nobody resets the passphrase of people of the example, or of somebody who belongs nowhere', async () => {
    await app.owner`insert into platform.account (email, name) values ('nowhere@wexcombe.example', 'No Where')`
    await browser(app.web).post('/reset', { email: 'nowhere@wexcombe.example' })
    await settled()
    assert.equal(mailsTo('nowhere@wexcombe.example').length, 0)
  })

  test('a stranger who asks again and again fills no inbox, and keeps the owner from nothing', async () => {
    const { email } = await settledIn()
    const before = mailsTo(email).length
    const stranger = browser(app.web, '203.0.113.30')
    const first = await resetLink(email, '203.0.113.30')
    for (let time = 0; time < 2; time++) {
      await later({ seconds: 1 })
      assert.equal((await stranger.post('/reset', { email })).statusCode, 200)
    }
    const slowed = await stranger.post('/reset', { email })
    assert.equal(slowed.statusCode, 429)
    assert.match(slowed.body, /There were too many attempts/)
    for (let from = 31; from < 36; from++, await later({ seconds: 1 }))
      await browser(app.web, `203.0.113.${from}`).post('/reset', { email })
    await settled()
    assert.equal(mailsTo(email).length - before, 3)
    // The owner has not been shut out: the first link is as good as the last, and so is the passphrase.
    assert.equal((await signIn(email, passphrase, '198.51.100.9')).statusCode, 303)
    assert.equal((await browser(app.web).post(pathIn(first), { passphrase: another })).statusCode, 303)
    const last = mailsTo(email).findLast(mail => mail.text?.includes('/reset/') && /until/.test(mail.text))
    assert.equal((await browser(app.web).get(pathIn(linkIn(last ?? assert.fail())))).statusCode, 404)
    assert.equal((await signIn(email, another, '198.51.100.9')).statusCode, 303)
  })

  test('what is wrong with the address is said', async () => {
    const { statusCode, body } = await browser(app.web).post('/reset', { email: 'nonsense' })
    assert.equal(statusCode, 422)
    assert.match(body, /<a href="#email">Enter an e-mail address in the correct format/)
  })

  test('a forged Host changes no link', async () => {
    const { email } = await settledIn()
    const payload = new URLSearchParams({ email }).toString()
    const headers = { host: 'evil.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    await app.web.server.inject({ method: 'POST', url: '/reset', headers, payload })
    await settled()
    assert.match(linkIn(mailsTo(email).at(-1) ?? assert.fail()), /^http:\/\/thread\.example\//)
  })
})

describe('another e-mail address', () => {
  const change = (who: Browser, email: string, current = passphrase) => who.post('/account/email', { email, 'email-current': current })

  test('is confirmed at the new address, and told to the old one', async () => {
    const { email, browser: who } = await settledIn()
    const newEmail = `moved.${number}@wexcombe.example`
    assert.equal((await change(who, newEmail.toUpperCase())).headers.location, '/account')
    const link = await server.linkTo(newEmail)
    assert.match(link, /^http:\/\/thread\.example\/new-email\/[\w-]{43}$/)
    assert.equal((await signIn(newEmail, passphrase)).statusCode, 422)

    const elsewhere = browser(app.web)
    assert.match((await elsewhere.get(pathIn(link))).body, /from now on you will sign in with <strong>moved/)
    assert.equal((await elsewhere.post(pathIn(link))).headers.location, '/sign-in')
    assert.equal((await signIn(newEmail, passphrase)).statusCode, 303)
    assert.equal((await signIn(email, passphrase)).statusCode, 422)
    await settled()
    assert.equal(mailsTo(email).at(-1)?.subject, 'Wexcombe Partnership: your e-mail address was changed')
    assert.equal((await elsewhere.post(pathIn(link))).statusCode, 404)
  })

  test('needs the passphrase, and a new address', async () => {
    const { email, browser: who } = await settledIn()
    const wrong = await change(who, 'new@wexcombe.example', 'something else')
    assert.match(wrong.body, /<a href="#email-current">That is not your current passphrase/)
    assert.match((await change(who, email)).body, /<a href="#email">You sign in with this e-mail address already/)
    assert.match((await change(who, 'nonsense')).body, /<a href="#email">Enter an e-mail address in the correct format/)
  })

  test('of somebody else is not theirs to take, and nobody learns that it is somebody’s', async () => {
    const [one, two] = [await settledIn(), await settledIn()]
    const before = mailsTo(two.email).length
    assert.equal((await change(one.browser, two.email)).headers.location, '/account')
    await settled()
    assert.equal(mailsTo(two.email).length, before)
  })

  test('taken by somebody else meanwhile is refused', async () => {
    const [one, two] = [await settledIn(), await settledIn()]
    const wanted = `wanted.${number}@wexcombe.example`
    await change(one.browser, wanted)
    await change(two.browser, wanted)
    await settled()
    const links = mailsTo(wanted).map(linkIn).map(pathIn)
    assert.deepEqual(
      [(await browser(app.web).post(links[0] ?? '')).statusCode, (await browser(app.web).post(links[1] ?? '')).statusCode],
      [303, 404],
    )
  })
})

test('an owner is told when the passphrase is changed from within', async () => {
  const { email, browser: who } = await settledIn()
  await who.post('/account/passphrase', { current: passphrase, passphrase: another })
  await settled()
  assert.equal(mailsTo(email).at(-1)?.subject, 'Wexcombe Partnership: your passphrase was changed')
})

test('an owner is told when a second factor comes, is used up or goes, whoever did it', async () => {
  const { id, email, browser: who } = await settledIn()
  const told = async () => {
    await settled()
    return mailsTo(email)
      .map(({ subject }) => subject?.replace('Wexcombe Partnership: ', ''))
      .slice(1)
  }
  const page = (await who.get('/account/authenticator')).body
  const secret = Secret.fromBase32((/gt-key"><code>([A-Z2-7 ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', ''))
  const waiting = formIn(page, '/account/authenticator').fields['key']?.[0] ?? ''
  const codes = await who.post('/account/authenticator', {
    key: waiting,
    code: new TOTP({ secret }).generate({ timestamp: now.epochMilliseconds }),
  })
  assert.deepEqual(await told(), ['your second factor was changed'])

  await later({ minutes: 1 })
  const again = browser(app.web)
  await again.post('/sign-in', { email, passphrase })
  const [, recovery = ''] = /gt-codes__code">([\w-]+)</.exec(codes.body) ?? []
  assert.equal((await again.post('/sign-in/recovery-code', { recovery })).statusCode, 303)
  assert.equal((await told()).at(-1), 'one of your recovery codes was used to sign in')

  await later({ minutes: 1 })
  assert.equal((await again.post('/account/recovery-codes')).statusCode, 200)
  await later({ minutes: 1 })
  assert.equal((await asHelen(`accounts/${id}/second-factor/removal`)).statusCode, 303)
  assert.deepEqual((await told()).slice(2), ['your second factor was changed', 'your second factor was changed'])
})

describe('whether mail is well', () => {
  test('an administrator sends themself a test mail', async () => {
    const [{ email } = assert.fail()] = await app.owner<
      { email: string }[]
    >`select email from platform.account where id = ${app.administrator.accountId}`
    assert.match(
      (await app.get(app.administrator, 'system')).body,
      /Goes by SMTP through 127\.0\.0\.1, port \d+; none waits[\s\S]*Send me a test mail/,
    )
    assert.equal((await asHelen('system/test-mail')).headers.location, '/wexcombe/system')
    assert.equal((await server.mailTo(email)).subject, 'Wexcombe Partnership: a test mail')
  })

  test('an invitation that could not be sent stands in the list, and the reason on System', async t => {
    const { id } = await invited('Odd Address')
    await app.owner`
      insert into platform.job (kind, payload, unique_key, partnership_id, attempts, last_error, failed_at)
      select 'mail', '{"letter": "invitation", "about": {}}', 'mail invitation ' || id, ${app.partnershipId}, 1, 'The mail server refused it: 550 No such user', ${now}
        from platform.one_time_link where account_id = ${id}`
    t.after(() => app.owner`delete from platform.job where failed_at is not null`.then(() => {}))
    assert.match((await app.get(app.administrator, 'accounts')).body, /Odd Address[\s\S]*The invitation could not be sent/)
    assert.match(
      (await app.get(app.administrator, `accounts/${id}`)).body,
      /could not be sent\. <a class="govuk-link" href="\/wexcombe\/system"/,
    )
    const { body } = await app.get(app.administrator, 'system')
    assert.match(body, /An invitation: given up on .*\. The mail server refused it: 550 No such user \(job-\d+ in the log\)/)
    assert.match(body, /None in the last week/)
  })
})

test('an owner is told when an administrator takes their second factor away', async () => {
  const { id, email } = await settledIn()
  await app.database.platform(db => setAuthenticator(db, openSeal(null), { accountId: id, key: newKey(), step: 0, now }))
  await asHelen(`accounts/${id}/second-factor/removal`)
  await settled()
  assert.equal(mailsTo(email).at(-1)?.subject, 'Wexcombe Partnership: your second factor was changed')
})

test('a wrong passphrase asks as much of the database as an unknown address, so that the time tells nothing', async () => {
  const { email } = await settledIn()
  const asked: string[] = []
  app.database.watch(({ statement }) => void (statement.includes('platform.job') || asked.push(statement)))
  const statementsOf = async (address: string) => {
    await settled()
    asked.length = 0
    assert.equal((await signIn(address, 'seven green kites', '203.0.113.77')).statusCode, 422)
    return [...asked]
  }
  const known = await statementsOf(email)
  assert.deepEqual(await statementsOf('nobody@wexcombe.example'), known)
  assert.ok(known.some(statement => statement.includes('note_security_event')))
})
