// Somebody starts Goldthread on an empty machine, looks round the example, and understands why an indicator is red.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open } from './acts.ts'
import { checkNarrow, checkPage, checkPrint, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

test('a newcomer looks round the example and finds out why an indicator is off target', async t => {
  const step = stepsOf(t)
  const [goldthread, browser] = await Promise.all([startGoldthread(t, await freshFolder(t)), openBrowser(t)])
  const page = await somebody(browser)
  const heading = page.getByRole('heading', { level: 1 })
  const becomeAnother = async (name: string) => {
    const person = page.getByLabel('Look at it as')
    await person.selectOption({ label: (await person.locator('option', { hasText: name }).textContent()) ?? '' })
    await page.getByRole('button', { name: 'Switch' }).click()
    await page.getByText(`You are ${name} now`).waitFor()
  }

  await step('the first page is for whoever can read what the server printed', async () => {
    const passerBy = await somebody(browser)
    await passerBy.goto(goldthread.origin)
    await passerBy.getByLabel('Code').fill('7k2mx-0a9bc-q4r8t-z1y6w')
    await passerBy.getByRole('button', { name: 'Continue' }).click()
    await passerBy.getByRole('alert').getByText('There is a problem').waitFor()
    await checkPage(passerBy)
    await passerBy.goto(`${goldthread.origin}/setup`)
    assert.equal(await passerBy.getByLabel('Name', { exact: true }).count(), 0)
    await passerBy.context().close()
  })

  await step('two clicks from the printed address to a scorecard', async () => {
    await page.goto(goldthread.firstAddress)
    assert.equal(new URL(page.url()).search, '', 'the code does not stay in the address')
    await checkPage(page)
    await page.getByRole('button', { name: 'Look round an example' }).click()
    await page.waitForURL('**/wexcombe/home')
    await page.getByRole('heading', { name: 'Needs attention' }).waitFor()
    await checkPage(page)
    await checkNarrow(page)
    await page.getByRole('link', { name: 'The scorecard' }).click()
    await page.waitForURL('**/wexcombe/scorecard')
    assert.match((await heading.textContent()) ?? '', /Scorecard$/)
    await page.getByText(/^Judged \d+ of \d+$/).waitFor()
    await page.getByText('This is an example partnership.').waitFor()
    await checkPage(page)
  })

  await step('it can be printed, without what one can click', () => checkPrint(page))

  await step('another quarter can be looked at', async () => {
    const period = page.getByLabel('Period')
    const quarter = await period.locator('optgroup[label="Quarters"] option').nth(1).textContent()
    await period.selectOption(quarter)
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/period=/)
    await page
      .locator('.gt-score__when')
      .getByText(quarter ?? '', { exact: true })
      .waitFor()
    assert.equal(await period.locator('option:checked').textContent(), quarter)
  })

  await step('an indicator that is off target says why, on the scorecard and on its own page', async () => {
    await page
      .getByRole('link', { name: /Off target/ })
      .first()
      .click()
    await page.waitForURL(/judgement=off-target/)
    const row = page
      .getByRole('row')
      .filter({ has: page.getByText('Off target', { exact: true }) })
      .first()
    await row.getByText('Why?').click()
    const why = (await row.locator('details p').textContent()) ?? ''
    assert.match(why, /(target|range) of .+, more than the tolerance of .+, so it is off target\./)

    const link = row.getByRole('rowheader').getByRole('link')
    const name = ((await link.textContent()) ?? '').replace(/^(NI|LI|L)\s?\d+\w?\s/, '')
    await link.click()
    assert.ok((await heading.textContent())?.includes(name), `${await heading.textContent()} is not ${name}`)
    const verdict = page.locator('.gt-verdict')
    await verdict.getByText('Off target', { exact: true }).first().waitFor()
    const sentence = (await verdict.locator('#why p').first().textContent()) ?? ''
    assert.ok(why.startsWith(sentence), `the scorecard says ${why}, the indicator’s page ${sentence}`)
    await page.getByText('here:').waitFor()
    await page.getByRole('img').first().waitFor()
    await checkPage(page)
    await checkNarrow(page)
  })

  await step('a reader sees the same and can change nothing', async () => {
    const isEdit = /^(Enter|Edit|Add|Remove|Change|Import|Create)\b/
    const controls = page
      .locator('main')
      .getByRole('link', { name: isEdit })
      .or(page.locator('main').getByRole('button', { name: isEdit }))
    const inNavigation = page.getByRole('link', { name: 'Bring in data' })
    assert.ok((await controls.count()) > 0 && (await inNavigation.count()) > 0, 'an officer may edit')
    const address = page.url()
    const edit = await page.getByRole('link', { name: /^Edit/ }).first().getAttribute('href')

    await becomeAnother('Councillor Grace Whitlock')
    assert.equal(page.url(), address, 'one stays where one is')
    await page.locator('.gt-verdict').getByText('Off target', { exact: true }).first().waitFor()
    assert.deepEqual([await controls.allTextContents(), await inNavigation.count()], [[], 0])
    for (const path of ['scorecard', 'indicators', 'agreements', 'areas', 'organisations']) {
      await page.goto(`${goldthread.origin}/wexcombe/${path}`)
      assert.deepEqual(await controls.allTextContents(), [], path)
    }
    const refused = await page.goto(`${goldthread.origin}${edit}`)
    assert.equal(refused?.status(), 403)
    await page.getByRole('heading', { name: 'You cannot see this page' }).waitFor()
    await checkPage(page)

    await page.getByRole('link', { name: 'Scorecard' }).click()
    await becomeAnother('Amina Siddiqui')
    await open(page, 'Bring in data')
    assert.equal(await inNavigation.count(), 1)
  })

  await step('the example is removed in one step, and a partnership can be set up', async () => {
    await page.getByRole('link', { name: 'Remove the example' }).click()
    await page.getByRole('button', { name: /^Remove/ }).click()
    await page.getByText('The example is removed').waitFor()
    await page
      .getByRole('link', { name: 'Set up your partnership' })
      .or(page.getByRole('button', { name: 'Set up your partnership' }))
      .click()
    await heading.getByText('Set up your partnership').waitFor()
    await checkPage(page)
    await checkNarrow(page)
  })
})
