// A colleague is invited, signs in, sees what a reader sees, and is shown out again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open, press, setUp, signIn } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

const helens = 'seven herons over the Bridgewater canal'
const dafydds = 'a lighthouse with no keeper'

test('a colleague chooses a passphrase with a link, reads, and may change nothing', async t => {
  const step = stepsOf(t)
  const [goldthread, browser] = await Promise.all([freshFolder(t).then(folder => startGoldthread(t, folder)), openBrowser(t)])
  const helen = await somebody(browser)
  const dafydd = await somebody(browser)
  let link = ''

  await step('an administrator adds a colleague and gets a link to pass on', async () => {
    await helen.goto(goldthread.firstAddress)
    const partnership = { partnership: 'Elmbridge Together', area: 'Elmbridge', passphrase: helens }
    await setUp(helen, { ...partnership, name: 'Helen Marsh', email: 'helen.marsh@elmbridge.example' })
    await open(helen, 'Accounts')
    await press(helen, 'Add a colleague')
    await checkPage(helen)
    await checkNarrow(helen)
    await helen.getByLabel('Name').fill('Dafydd Rees')
    await helen.getByLabel('E-mail address').fill('Dafydd.Rees@elmbridge.example')
    await helen.getByLabel('Reader', { exact: true }).check()
    await press(helen, 'Add')
    await helen.getByRole('heading', { name: 'A link for Dafydd Rees' }).waitFor()
    await checkPage(helen)
    link = await helen.getByLabel('Link').inputValue()
    assert.equal(new URL(link).origin, goldthread.origin)
  })

  await step('the colleague chooses a passphrase, and is signed in as a reader', async () => {
    await dafydd.goto(link)
    await dafydd.getByLabel('Passphrase', { exact: true }).fill('dafydd')
    await press(dafydd, 'Save and sign in')
    await dafydd
      .getByRole('alert')
      .getByRole('link', { name: /12 characters/ })
      .waitFor()
    await checkPage(dafydd)
    await dafydd.getByLabel('Passphrase', { exact: true }).fill(dafydds)
    await press(dafydd, 'Save and sign in')
    await dafydd.getByText('Your passphrase is set and you are signed in').waitFor()
    assert.equal(new URL(dafydd.url()).pathname, '/elmbridge-together/scorecard')
    await dafydd.getByRole('banner').getByText('Reader').waitFor()
    await dafydd.getByText('A performance officer or an administrator creates it.').waitFor()
    assert.equal(await dafydd.getByRole('link', { name: /^(Accounts|History|Bring in data)$/ }).count(), 0)
  })

  await step('the link works once', async () => {
    const another = await somebody(browser)
    const answer = await another.goto(link)
    assert.equal(answer?.status(), 404)
    await another.getByRole('heading', { name: 'This link can no longer be used' }).waitFor()
    await checkPage(another)
    await another.context().close()
  })

  await step('a form is not for a reader: who is asked, and who can change that, stands on the page', async () => {
    for (const path of ['agreements/new', 'accounts', 'history', 'imports/new']) {
      const answer = await dafydd.goto(`${goldthread.origin}/elmbridge-together/${path}`)
      assert.equal(answer?.status(), 403, path)
    }
    await dafydd.getByText('You are signed in as Dafydd Rees, and your role in Elmbridge Together does not include it.').waitFor()
    await dafydd.getByText('An administrator of the partnership can change your role.').waitFor()
    await checkPage(dafydd)
  })

  await step('after signing out nothing is to be seen, and a wrong passphrase gets a sentence', async () => {
    await dafydd.getByRole('button', { name: 'Sign out' }).click()
    await dafydd.getByText('You are signed out').waitFor()
    await dafydd.goto(`${goldthread.origin}/elmbridge-together/agreements`)
    assert.equal(new URL(dafydd.url()).pathname, '/sign-in')
    await signIn(dafydd, 'dafydd.rees@elmbridge.example', 'a lighthouse with a keeper')
    await dafydd.getByRole('alert').getByText('The e-mail address or the passphrase is not right').waitFor()
    assert.equal(await dafydd.getByLabel('E-mail address').inputValue(), 'dafydd.rees@elmbridge.example')
    assert.equal(await dafydd.getByLabel('Passphrase', { exact: true }).inputValue(), '')
    await checkPage(dafydd)
    await signIn(dafydd, 'nobody@elmbridge.example', 'a lighthouse with a keeper')
    await dafydd.getByRole('alert').getByText('The e-mail address or the passphrase is not right').waitFor()
    await signIn(dafydd, 'dafydd.rees@elmbridge.example', dafydds)
    assert.equal(new URL(dafydd.url()).pathname, '/elmbridge-together/agreements', 'one comes to where one wanted to go')
  })

  await step('the administrator makes the reader an officer, who may then change what is measured', async () => {
    await open(helen, 'Accounts')
    await helen.getByRole('link', { name: 'Dafydd Rees' }).click()
    await helen.getByLabel('Performance officer', { exact: true }).check()
    await press(helen, 'Save role')
    await helen.getByText('Dafydd Rees is performance officer now').waitFor()
    const answer = await dafydd.goto(`${goldthread.origin}/elmbridge-together/agreements/new`)
    assert.equal(answer?.status(), 200)
  })

  await step('the administrator ends the access, at once', async () => {
    await helen.getByRole('link', { name: 'Dafydd Rees' }).click()
    await helen.getByRole('link', { name: 'Remove the access of Dafydd Rees' }).click()
    await press(helen, 'Remove access')
    await helen.getByText('Dafydd Rees has no access to Elmbridge Together any more').waitFor()
    await dafydd.goto(`${goldthread.origin}/elmbridge-together/scorecard`)
    assert.equal(new URL(dafydd.url()).pathname, '/sign-in')
    await checkPage(dafydd)
  })

  await step('the last administrator stays', async () => {
    await helen.getByRole('link', { name: 'Helen Marsh' }).last().click()
    await helen.getByRole('link', { name: 'Remove the access of Helen Marsh' }).click()
    await press(helen, 'Remove access')
    await helen.getByRole('alert').getByText('There is a problem').waitFor()
    await checkPage(helen)
    await open(helen, 'History')
    await helen
      .getByRole('row')
      .filter({ hasText: 'Helen Marsh' })
      .filter({ hasText: /Membership\s+Dafydd Rees\s+changed/ })
      .getByText('performance officer')
      .waitFor()
    await checkPage(helen)
  })
})
