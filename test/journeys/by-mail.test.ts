// A colleague is invited by mail, signs in, forgets the passphrase and chooses another; with script, and without.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startMailServer } from '../mail/smtp.ts'
import { open, press, setUp, signIn } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freePort, freshFolder, startGoldthread } from './goldthread.ts'

const helens = 'seven herons over the Bridgewater canal'
const first = 'a lighthouse with no keeper'
const second = 'eleven ferries to the far shore'

test('an invitation comes by mail, and so does a link for a forgotten passphrase', async t => {
  const step = stepsOf(t)
  const server = await startMailServer(t)
  const [folder, browser, port] = await Promise.all([freshFolder(t), openBrowser(t), freePort()])
  const goldthread = await startGoldthread(t, folder, {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    GOLDTHREAD_SMTP_URL: server.url,
    GOLDTHREAD_MAIL_FROM: 'Goldthread <thread@elmbridge.example>',
  })
  const helen = await somebody(browser)

  await step('an administrator sees that mail is well', async () => {
    await helen.goto(goldthread.firstAddress)
    const partnership = { partnership: 'Elmbridge Together', area: 'Elmbridge', passphrase: helens }
    await setUp(helen, { ...partnership, name: 'Helen Marsh', email: 'helen.marsh@elmbridge.example' })
    await open(helen, 'System')
    await press(helen, 'Send me a test mail')
    await helen.getByText('A test mail is on its way to your address').waitFor()
    assert.equal((await server.mailTo('helen.marsh@elmbridge.example')).subject, 'Elmbridge Together: a test mail')
  })

  for (const script of [true, false]) {
    const name = script ? 'Dafydd Rees' : 'Nesta Vaughan'
    const email = `${name.toLowerCase().replace(' ', '.')}@elmbridge.example`
    const colleague = await somebody(browser, { script })
    const how = script ? 'with script' : 'without script'

    await step(`${how}, a colleague follows the link of the invitation and is signed in`, async () => {
      await open(helen, 'Accounts')
      await press(helen, 'Add a colleague')
      await helen.getByLabel('Name').fill(name)
      await helen.getByLabel('E-mail address').fill(email)
      await helen.getByLabel('Reader', { exact: true }).check()
      await press(helen, 'Add')
      await helen.getByText(`An invitation is on its way to ${name}`).waitFor()
      await helen.getByRole('row').filter({ hasText: name }).getByText('Invited, not yet accepted, until').waitFor()
      await checkPage(helen)
      await checkNarrow(helen)

      await colleague.goto(await server.linkTo(email))
      await checkPage(colleague)
      await colleague.getByLabel('Passphrase', { exact: true }).fill(first)
      await press(colleague, 'Save and sign in')
      await colleague.getByText('Your passphrase is set and you are signed in').waitFor()
      await colleague.getByRole('button', { name: 'Sign out' }).click()
    })

    await step(`${how}, the passphrase is forgotten, and another one chosen with a link from a mail`, async () => {
      await colleague.getByRole('link', { name: 'I have forgotten my passphrase' }).click()
      await press(colleague, 'Send a link')
      await colleague.getByRole('alert').getByRole('link', { name: 'Enter an e-mail address' }).waitFor()
      await checkPage(colleague)
      await colleague.getByLabel('E-mail address').fill(email)
      await press(colleague, 'Send a link')
      await colleague.getByRole('heading', { name: 'Check your e-mail' }).waitFor()
      await checkPage(colleague)
      await checkNarrow(colleague)

      const link = await server.linkTo(email, /forgotten your passphrase/)
      await colleague.goto(link)
      await checkPage(colleague)
      await colleague.getByLabel('Passphrase', { exact: true }).fill(second)
      await press(colleague, 'Save and sign in')
      await colleague.getByText('Your passphrase is set and you are signed in').waitFor()
      await server.mailTo(email, /your passphrase was changed/)
      await colleague.getByRole('button', { name: 'Sign out' }).click()

      await signIn(colleague, email, first)
      await colleague.getByRole('alert').getByText('The e-mail address or the passphrase is not right').waitFor()
      await signIn(colleague, email, second)
      await colleague.getByRole('banner').getByText('Reader').waitFor()
      const answer = await colleague.goto(link)
      assert.equal(answer?.status(), 404)
      await colleague.getByRole('link', { name: 'ask for a new link' }).waitFor()
      await checkPage(colleague)
    })
  }
})
