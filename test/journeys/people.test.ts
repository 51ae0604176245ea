// The secretariat writes down who is around the table: an organisation, a person twice, a move, a departure; with script and without.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../web/index.ts'
import { open, press } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'

for (const script of [true, false])
  test(`who is around the table is kept and found again ${script ? 'with' : 'without'} script`, async t => {
    const step = stepsOf(t)
    const app = await freshApp(t, { now: '2026-11-22T09:30:00Z' })
    const origin = await app.web.server.listen({ host: '127.0.0.1', port: 0 })
    const page = await somebody(await openBrowser(t), { script })
    const [name = '', value = ''] = app.administrator.cookie.split('=')
    await page.context().addCookies([{ name, value, url: origin }])
    const good = async () => {
      await checkPage(page)
      await checkNarrow(page)
    }
    const told = (text: string) => page.getByText(text).first().waitFor()

    await step('organisations, with an identifier that is checked', async () => {
      await page.goto(`${origin}/wexcombe/organisations`)
      await press(page, 'Add an organisation')
      await page.getByLabel('Name', { exact: true }).fill('Wexcombe Homes')
      await page.getByLabel('Sector').selectOption('Housing')
      await page.getByLabel('Identifier').fill('GB-COH-1234567')
      await press(page, 'Save')
      await page
        .getByRole('alert')
        .getByRole('link', { name: /Companies House/ })
        .click()
      await good()
      await page.getByLabel('Identifier').fill('gb-coh-01234567')
      await press(page, 'Save')
      await told('Wexcombe Homes is added')
      await told('GB-COH-01234567')
      await good()
      await page.goto(`${origin}/wexcombe/organisations/new`)
      await page.getByLabel('Name', { exact: true }).fill('Wexcombe Council')
      await press(page, 'Save')
    })

    await step('a person with a post, found again', async () => {
      await press(page, 'Add a person here')
      await page.getByLabel('Name', { exact: true }).fill('Amina Khan')
      await page.getByLabel('E-mail address').fill('amina.khan@wexcombe.example')
      await page.getByLabel('Title').fill('Head of housing')
      await page.getByLabel('First day').fill('1 April 2020')
      await press(page, 'Save')
      await told('Amina Khan is added')
      await good()
      await open(page, 'People')
      await page.getByLabel('Name, post or e-mail address').fill('housing')
      await press(page, 'Show')
      await told('1 person')
      await good()
    })

    await step('they move, and who they were stays', async () => {
      await press(page, 'Amina Khan')
      await press(page, 'New post')
      await page.getByLabel('Organisation').selectOption('Wexcombe Homes')
      await page.getByLabel('First day').fill('1 September 2026')
      await good()
      await press(page, 'Save')
      await told('Amina Khan has moved. What ended did so on 31 August 2026')
      await page.getByLabel(/^As at/).fill('1 May 2026')
      await press(page, 'Show')
      await page.getByRole('heading', { name: 'Posts on 1 May 2026' }).waitFor()
      assert.match((await page.getByRole('table', { name: 'Posts', exact: true }).textContent()) ?? '', /Wexcombe Council/)
      await good()
    })

    await step('the same person written down again is found, compared and merged', async () => {
      await page.goto(`${origin}/wexcombe/people/new`)
      await page.getByLabel('Name', { exact: true }).fill('Cllr Khan, Amina')
      await page.getByLabel('Telephone').fill('01999 123456')
      await press(page, 'Save')
      await open(page, 'People')
      await press(page, 'People who may be one')
      await good()
      await press(page, /^Compare and merge/)
      await page.getByLabel('Amina Khan', { exact: true }).check()
      await good()
      await press(page, 'They are one: merge them')
      await told('Amina Khan and Cllr Khan, Amina are one now: Amina Khan')
      await told('01999 123456')
    })

    await step('they leave', async () => {
      await press(page, 'Leaves')
      await page.getByLabel('Their last day').fill('30 November 2026')
      await good()
      await press(page, 'They leave on that day')
      await told('Amina Khan leaves on 30 November 2026')
      await told('1 September 2026 to 30 November 2026')
    })
  })
