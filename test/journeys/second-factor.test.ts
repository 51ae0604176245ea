// A second factor is set up, shown, lost and shown again; a colleague whose role needs one sets one up; a stolen session is ended.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { open, press, setUp, signIn } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

const helens = { email: 'helen.marsh@elmbridge.example', passphrase: 'seven herons over the Bridgewater canal' }
const dafydds = { email: 'dafydd.rees@elmbridge.example', passphrase: 'a lighthouse with no keeper' }

test('who has a second factor signs in with it, and a thief is shown out', async t => {
  const step = stepsOf(t)
  const [goldthread, browser] = await Promise.all([freshFolder(t).then(folder => startGoldthread(t, folder)), openBrowser(t)])
  // A passkey is for a name, never for an address of numbers.
  const named = (address: string) => address.replace('127.0.0.1', 'localhost')
  const origin = named(goldthread.origin)
  const helen = await somebody(browser)
  const dafydd = await somebody(browser)
  let helensApp = authenticator('')
  let dafyddsApp = authenticator('')
  let codes: string[] = []

  await step('who sets up a partnership is led to a second factor, and then to their partnership', async () => {
    await helen.goto(named(goldthread.firstAddress))
    const who = { partnership: 'Elmbridge Together', area: 'Elmbridge', name: 'Helen Marsh', ...helens, withFactor: true }
    await setUp(helen, who)
    await helen.getByText('Elmbridge Together is set up, and you are its administrator').waitFor()
    await helen.getByText('Your role in Elmbridge Together needs a second factor').waitFor()
    await look(helen)
    await helen.goto(`${origin}/elmbridge-together/accounts`)
    await helen.getByRole('heading', { name: 'Second factor', exact: true }).waitFor()

    await press(helen, 'Set up an authenticator app')
    await helen.getByRole('img', { name: 'Picture to scan with an authenticator app' }).waitFor()
    await look(helen)
    helensApp = await authenticatorOn(helen)
    await helen.getByLabel('Code').fill('000000')
    await press(helen, 'Go on')
    await helen.getByRole('alert').getByText('That code is not right').waitFor()
    await look(helen)
    await helen.getByLabel('Code').fill(await helensApp.code())
    await press(helen, 'Go on')
    await helen.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor()
    await look(helen)
    codes = await helen
      .getByRole('listitem')
      .getByText(/^\w{5}(-\w{5}){4}$/)
      .allTextContents()
    assert.equal(codes.length, 10)
    const [file] = await Promise.all([helen.waitForEvent('download'), helen.getByRole('link', { name: 'Download as a text file' }).click()])
    assert.match(await readFile(await file.path(), 'utf8'), new RegExp(codes.join('\\r\\n')))
    await press(helen, 'Go on')
    assert.equal(new URL(helen.url()).pathname, '/elmbridge-together/accounts')
  })

  await step('without script: the passphrase, then the code, then where one wanted to go', async () => {
    const plain = await somebody(browser, { script: false })
    await plain.goto(`${origin}/elmbridge-together/agreements`)
    await signIn(plain, helens.email, helens.passphrase)
    await plain.getByRole('heading', { name: 'Show that it is you' }).waitFor()
    await look(plain)
    await plain.goto(`${origin}/elmbridge-together/agreements`)
    assert.equal(new URL(plain.url()).pathname, '/sign-in', 'the passphrase alone opens nothing')
    await signIn(plain, helens.email, helens.passphrase)
    await plain.getByLabel('Code').fill(await helensApp.code())
    await press(plain, 'Go on')
    assert.equal(new URL(plain.url()).pathname, '/elmbridge-together/agreements')
    await plain.context().close()
  })

  await step('the telephone is lost: a recovery code lets one in, once', async () => {
    const plain = await somebody(browser, { script: false })
    for (const expected of [/You used a recovery code, and 9 are left/, /was used already/]) {
      await plain.goto(`${origin}/sign-in`)
      await signIn(plain, helens.email, helens.passphrase)
      await plain.getByRole('link', { name: 'use a recovery code' }).click()
      await look(plain)
      await plain.getByLabel('Recovery code').fill(codes[0] ?? '')
      await press(plain, 'Go on')
      await plain.getByText(expected).first().waitFor()
      await checkPage(plain)
      await plain.context().clearCookies()
    }
    await plain.context().close()
  })

  await step('a passkey is added, and signs in by itself', async () => {
    await withPasskeys(helen)
    await helen.goto(`${origin}/account`)
    await look(helen)
    await helen.getByRole('link', { name: 'Authenticator app, passkeys and recovery codes' }).click()
    await press(helen, 'Add a passkey')
    await look(helen)
    await press(helen, 'Go on')
    await helen.getByRole('alert').getByText('Enter a name by which you will know it').waitFor()
    await look(helen)
    await helen.getByLabel('Name of the passkey').fill('Work laptop')
    await press(helen, 'Go on')
    await helen.getByText('The passkey Work laptop is added').waitFor()
    await look(helen)

    await helen.getByRole('button', { name: 'Sign out' }).click()
    await look(helen)
    await press(helen, 'Sign in with a passkey')
    await helen.getByRole('banner').getByText('Helen Marsh').waitFor()
    assert.equal(new URL(helen.url()).pathname, '/elmbridge-together/scorecard')
  })

  await step('or is the second step', async () => {
    await helen.getByRole('button', { name: 'Sign out' }).click()
    await signIn(helen, helens.email, helens.passphrase)
    await helen.getByRole('heading', { name: 'With a passkey' }).waitFor()
    await look(helen)
    await press(helen, 'Use a passkey')
    await helen.getByRole('banner').getByText('Helen Marsh').waitFor()
  })

  await step('a colleague whose role needs one sets one up when they come with their link', async () => {
    await open(helen, 'Accounts')
    await helen.getByRole('link', { name: 'Who needs a second factor' }).click()
    await look(helen)
    await open(helen, 'Accounts')
    await press(helen, 'Add a colleague')
    await helen.getByLabel('Name').fill('Dafydd Rees')
    await helen.getByLabel('E-mail address').fill(dafydds.email)
    await helen.getByLabel('Performance officer', { exact: true }).check()
    await press(helen, 'Add')
    await dafydd.goto(named(await helen.getByLabel('Link').inputValue()))
    await dafydd.getByLabel('Passphrase', { exact: true }).fill(dafydds.passphrase)
    await press(dafydd, 'Save and sign in')
    await dafydd.getByText('Your role in Elmbridge Together needs a second factor').waitFor()
    await press(dafydd, 'Set up an authenticator app')
    dafyddsApp = await authenticatorOn(dafydd)
    await dafydd.getByLabel('Code').fill(await dafyddsApp.code())
    await press(dafydd, 'Go on')
    await press(dafydd, 'Go on')
    await dafydd.getByRole('banner').getByText('Performance officer').waitFor()
  })

  await step('a thief with the cookie is out as soon as an administrator ends the session', async () => {
    const thief = await somebody(browser)
    await thief.context().addCookies(await dafydd.context().cookies())
    await thief.goto(`${origin}/elmbridge-together/agreements`)
    await thief.getByRole('banner').getByText('Dafydd Rees').waitFor()

    await open(helen, 'Accounts')
    await helen.getByRole('link', { name: 'Dafydd Rees' }).click()
    await look(helen)
    await press(helen, /^Sign out of /)
    await helen.getByText(/Dafydd Rees is signed out of/).waitFor()

    await open(thief, 'Scorecard')
    await thief.getByText('You are no longer signed in').waitFor()
    assert.equal(new URL(thief.url()).pathname, '/sign-in')
    await look(thief)
    await thief.context().close()

    await dafydd.goto(`${origin}/elmbridge-together/agreements`)
    await dafydd.getByText('You are no longer signed in').waitFor()
    await signIn(dafydd, dafydds.email, dafydds.passphrase)
    await dafydd.getByLabel('Code').fill(await dafyddsApp.code())
    await press(dafydd, 'Go on')
    assert.equal(new URL(dafydd.url()).pathname, '/elmbridge-together/agreements', 'one comes back to where one was')
  })

  await step('the administrator removes the second factor of a colleague who has lost it, and all of it is in the history', async () => {
    await helen.getByRole('link', { name: 'Remove it' }).click()
    await look(helen)
    await press(helen, 'Remove the second factor')
    await helen.getByText('Dafydd Rees has no second factor any more').waitFor()
    await dafydd.goto(`${origin}/elmbridge-together/agreements`)
    await dafydd.getByText('Your role in Elmbridge Together needs a second factor').waitFor()
    await open(helen, 'History')
    for (const said of ['was signed out of a browser', 'has no second factor any more'])
      await helen.getByRole('row').filter({ hasText: said }).first().waitFor()
  })
})

async function look(page: Page): Promise<void> {
  await checkPage(page)
  await checkNarrow(page)
}

/** A browser with a device in it that keeps passkeys, and whose owner has just put their finger on it. */
async function withPasskeys(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await client.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
}

async function authenticatorOn(page: Page) {
  const key = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent()
  return authenticator((key ?? '').replaceAll(' ', ''))
}

/** No code is accepted twice. One that comes half a minute too early is borne with, so that there is seldom any need to wait. */
function authenticator(key: string) {
  const present = () => TOTP.counter({ period: 30 })
  let last = 0
  return {
    async code(): Promise<string> {
      last = Math.max(last + 1, present())
      while (last > present() + 1) await sleep(500)
      return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: last * 30_000 })
    },
  }
}
