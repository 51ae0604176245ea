// An organisation lets its people sign in through its own provider: a real one, on this machine, beside the real thing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { clientId, clientSecret, startNameServer, startProvider } from '../openid/index.ts'
import { open, press, setUp } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

for (const script of [true, false])
  test(`people of the council sign in with its provider, ${script ? 'with' : 'without'} script`, async t => {
    const step = stepsOf(t)
    const [provider, names, browser] = await Promise.all([startProvider(t), startNameServer(t), openBrowser(t)])
    const settings = { GOLDTHREAD_INSIDE_HOSTS: provider.host, GOLDTHREAD_NAME_SERVERS: names.address }
    const goldthread = await startGoldthread(t, await freshFolder(t), settings)
    const helen = await somebody(browser, { script })
    const dafydd = await somebody(browser, { script })
    let link = ''

    /** At the provider, where goldthread has sent them. */
    const signInThere = async (page: Page, staffNumber: string) => {
      await page.getByRole('heading', { name: 'Wexcombe Council' }).waitFor()
      assert.equal(new URL(page.url()).host, provider.host)
      await page.getByLabel('Staff number').fill(staffNumber)
      await page.getByRole('button', { name: 'Sign in' }).click()
    }

    await step('an administrator adds the provider of the council', async () => {
      await helen.goto(goldthread.firstAddress)
      const partnership = { partnership: 'Wexcombe Together', area: 'Wexcombe', passphrase: 'seven herons over the Bridgewater canal' }
      await setUp(helen, { ...partnership, name: 'Helen Marsh', email: 'helen.marsh@wexcombe.example' })
      await open(helen, 'Accounts')
      await press(helen, 'Single sign-on')
      await helen.getByRole('heading', { name: 'There are no providers yet' }).waitFor()
      await checkPage(helen)
      await press(helen, 'Add a provider')
      await checkPage(helen)
      await checkNarrow(helen)
      const redirectTo = await helen.getByLabel('Redirect address').inputValue()
      provider.register({ redirectTo, afterSignOut: await helen.getByLabel('Address after signing out').inputValue() })

      await helen.getByLabel('Organisation').fill('Wexcombe Council')
      await helen.getByLabel('Issuer').fill(`${provider.issuer}/`)
      await helen.getByLabel('Client ID').fill(clientId)
      await helen.getByLabel('Client secret').fill(clientSecret)
      await press(helen, 'Add provider')
      await helen
        .getByRole('alert')
        .getByRole('link', { name: /calls itself/ })
        .waitFor()
      await checkPage(helen)
      assert.equal(await helen.getByLabel('Redirect address').inputValue(), redirectTo)
      await helen.getByLabel('Issuer').fill(provider.issuer)
      await helen.getByLabel('Client secret').fill(clientSecret)
      await press(helen, 'Add provider')
      await helen.getByText('Wexcombe Council is added').waitFor()
      await press(helen, 'Try it')
      await helen.getByText(`People will be sent to ${provider.host} to sign in`).waitFor()
      await checkPage(helen)
    })

    await step('she proves the domain of its e-mail addresses', async () => {
      await helen.getByLabel('Domain', { exact: true }).fill('wexcombe.example')
      await press(helen, 'Add domain')
      const record = await helen.getByLabel('TXT record of wexcombe.example').inputValue()
      await press(helen, 'Check wexcombe.example')
      await helen
        .getByRole('alert')
        .getByRole('link', { name: /could not be read: there is no such domain/ })
        .waitFor()
      await checkPage(helen)
      await checkNarrow(helen)
      names.publish('wexcombe.example', record)
      await press(helen, 'Check wexcombe.example')
      await helen.getByText('wexcombe.example is proved').waitFor()
      await helen.getByText('In use').first().waitFor()
    })

    await step('she invites a colleague, who takes the invitation with it', async () => {
      await open(helen, 'Accounts')
      await press(helen, 'Add a colleague')
      await helen.getByLabel('Name').fill('Dafydd Rees')
      await helen.getByLabel('E-mail address').fill('dafydd.rees@wexcombe.example')
      await helen.getByLabel('Reader', { exact: true }).check()
      await press(helen, 'Add')
      link = await helen.getByLabel('Link').inputValue()

      await dafydd.goto(link)
      await checkPage(dafydd)
      await checkNarrow(dafydd)
      await dafydd.getByRole('heading', { name: 'Choose how you sign in' }).waitFor()
      await press(dafydd, 'Sign in with Wexcombe Council')
      await signInThere(dafydd, 'S-117')
      await dafydd.getByText('From now on you sign in with Wexcombe Council').waitFor()
      await dafydd.getByRole('banner').getByText('Reader').waitFor()
    })

    await step('he signs out, here and there', async () => {
      await dafydd.getByRole('button', { name: 'Sign out' }).click()
      await dafydd.getByRole('heading', { name: 'You are signed out of Goldthread' }).waitFor()
      assert.equal(await dafydd.getByRole('banner').getByText('Dafydd Rees').count(), 0)
      await checkPage(dafydd)
      await checkNarrow(dafydd)
      const another = await dafydd.context().newPage()
      await another.goto(`${goldthread.origin}/wexcombe-together/scorecard`)
      assert.equal(new URL(another.url()).pathname, '/sign-in')
      await another.close()
      await press(dafydd, 'Sign out of Wexcombe Council')
      await dafydd.getByRole('button', { name: /yes/i }).click()
      await dafydd.waitForURL(`${goldthread.origin}/sign-in**`)
    })

    await step('he signs in again, to where he was going', async () => {
      await dafydd.goto(`${goldthread.origin}/wexcombe-together/agreements`)
      await checkPage(dafydd)
      await press(dafydd, 'Sign in with your organisation')
      await checkPage(dafydd)
      await checkNarrow(dafydd)
      await dafydd.getByLabel('E-mail address at work').fill('dafydd.rees@elsewhere.example')
      await press(dafydd, 'Continue')
      await dafydd.getByRole('alert').getByText('No organisation signs in here').waitFor()
      await checkPage(dafydd)
      await dafydd.getByLabel('E-mail address at work').fill('dafydd.rees@wexcombe.example')
      await press(dafydd, 'Continue')
      // Signed out there too, so that he is asked again.
      await signInThere(dafydd, 'S-117')
      await dafydd.waitForURL(`${goldthread.origin}/wexcombe-together/agreements`)
    })

    await step('somebody of the council who was not invited is told whom to ask', async () => {
      const stranger = await somebody(browser, { script })
      await stranger.goto(`${goldthread.origin}/sign-in/organisation`)
      await stranger.getByLabel('E-mail address at work').fill('helen.marsh@wexcombe.example')
      await press(stranger, 'Continue')
      await signInThere(stranger, 'S-999')
      await stranger.getByRole('heading', { name: 'Nobody has invited you yet' }).waitFor()
      await checkPage(stranger)
      // As when one goes back to it.
      await stranger.reload()
      await stranger.getByRole('heading', { name: 'This sign-in can no longer be finished' }).waitFor()
      await checkPage(stranger)
      await checkNarrow(stranger)
      await stranger.context().close()
    })

    await step('she connects her own account, sees who uses it, and switches it off: they are signed out', async () => {
      await helen.goto(`${goldthread.origin}/account`)
      await checkPage(helen)
      await press(helen, 'Connect Wexcombe Council')
      await signInThere(helen, 'S-001')
      await helen.getByText('Wexcombe Council is connected').waitFor()
      await helen.goto(`${goldthread.origin}/wexcombe-together/providers`)
      await checkPage(helen)
      await press(helen, 'Wexcombe Council')
      await helen.getByText('Dafydd Rees, Helen Marsh').waitFor()
      await press(helen, 'Switch off')
      await helen.getByText('Wexcombe Council is switched off').waitFor()
      await dafydd.goto(`${goldthread.origin}/wexcombe-together/scorecard`)
      assert.equal(new URL(dafydd.url()).pathname, '/sign-in')
    })

    await step('before she removes it she reads who could not sign in any more', async () => {
      await press(helen, 'Remove Wexcombe Council')
      await helen.getByRole('listitem').getByText('Dafydd Rees').waitFor()
      await checkPage(helen)
      await press(helen, 'Remove')
      await helen.getByText('Wexcombe Council is removed').waitFor()
      await open(helen, 'History')
      await helen.getByText('signs in through an organisation').locator('visible=true').first().waitFor()
    })
  })
