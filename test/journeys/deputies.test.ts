// Somebody rings and asks for a lead who is away: who deputises for them today?
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../web/index.ts'
import { press } from './acts.ts'
import { checkNarrow, checkPage, checkPrint, openBrowser, somebody, stepsOf } from './browser.ts'

for (const script of [true, false])
  test(`whoever reads finds who deputises for a lead today, ${script ? 'with' : 'without'} script`, async t => {
    const step = stepsOf(t)
    const app = await freshApp(t, { now: '2026-11-22T09:30:00Z' })
    const [origin, browser] = await Promise.all([app.web.server.listen({ host: '127.0.0.1', port: 0 }), openBrowser(t)])
    const page = await somebody(browser, { script })
    const become = async ({ cookie }: { readonly cookie: string }) => {
      const [name = '', value = ''] = cookie.split('=')
      await page.context().addCookies([{ name, value, url: origin }])
    }

    await step('an officer adds a group, two leads at once and the deputies of one', async () => {
      await become(app.officer)
      await page.goto(`${origin}/wexcombe/groups`)
      await press(page, 'Add a group')
      await page.getByLabel('Name', { exact: true }).fill('Partnership Management Group')
      await page.getByLabel('Executive').first().check()
      await page.getByLabel('Management group').check()
      await press(page, 'Save')
      await press(page, 'Add seats')
      for (const [at, matter, who] of [
        [1, 'Children and young people', 'Amina Siddiqui'],
        [2, 'Housing', ''],
      ] as const) {
        const row = page.getByRole('group', { name: `Seat ${at}` })
        await row.getByLabel('Role').selectOption('Lead')
        await row.getByLabel('What it is for').fill(matter)
        await row.getByLabel('Who sits there').fill(who)
        await row.getByLabel('Since').fill('1 April 2026')
      }
      await press(page, 'Add these seats')
      await page.getByRole('alert').getByText('There is nobody called Amina Siddiqui yet').waitFor()
      await checkPage(page)
      await page.getByLabel('Add Amina Siddiqui as a new person').check()
      await press(page, 'Add these seats')
      await page.getByText('2 seats, 1 of them vacant.').waitFor()
      await checkPage(page)
      await press(page, 'Lead, Children and young people')
      for (const deputy of ['Rhona Calder', 'Tom Okafor']) {
        await press(page, 'Nominate a deputy')
        await page.getByLabel('Name').fill(deputy)
        await press(page, 'Save')
        await page.getByLabel(`Add ${deputy} as a new person`).check()
        await press(page, 'Save')
        await page.getByText(`${deputy} is a deputy now`).waitFor()
      }
      await checkPage(page)
    })

    await step('the lead is away, and so is the first deputy', async () => {
      await app.owner`
        insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
        select partnership_id, id, '2026-11-01', case name when 'Amina Siddiqui' then date '2027-05-03' else date '2026-11-30' end
          from partnership.person where name in ('Amina Siddiqui', 'Rhona Calder')`
    })

    await step('a reader asks for the lead by name, and is told who acts', async () => {
      await become(app.reader)
      await page.goto(`${origin}/wexcombe/home`)
      await page.getByRole('navigation').getByRole('link', { name: 'People and groups', exact: true }).click()
      await press(page, 'Leads and deputies')
      await page.getByText('2 leads: 1 vacant, 1 without a nominated deputy, 1 away.').waitFor()
      await checkPage(page)
      await checkNarrow(page)
      await checkPrint(page)
      await page.getByLabel('Who deputises for').fill('amina')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.waitForURL(/q=amina/)
      const told = page.getByText('Tom Okafor acts as deputy: Amina Siddiqui is away until 3 May 2027')
      await told.first().waitFor()
      assert.equal(await page.getByRole('row').count(), 2, 'the heading and the lead')
      await checkPage(page)
    })

    await step('the gaps are found without reading the rest', async () => {
      await page.goto(`${origin}/wexcombe/leads?gaps=yes`)
      const row = page.getByRole('row').filter({ hasText: 'Housing' })
      await row.getByText('Vacant since 1 April 2026').waitFor()
      await row.getByText('No nominated deputy at this stage').waitFor()
    })
  })
