// Somebody sets up a partnership of their own and brings its figures in from files, without any script. Stopped and started, everything is there.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, press, signIn } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

const passphrase = 'seven herons over the Bridgewater canal'

test('a partnership is set up, its files are brought in, and all of it is there the next day', async t => {
  const step = stepsOf(t)
  const [folder, browser] = await Promise.all([freshFolder(t), openBrowser(t)])
  const goldthread = await startGoldthread(t, folder)
  const page = await somebody(browser, { script: false })

  await step('a partnership has a name, an area and an administrator', async () => {
    await page.goto(goldthread.firstAddress)
    await press(page, 'Set up your partnership')
    await page.getByLabel('Name', { exact: true }).fill('Trafford Partnership')
    await page.getByLabel('Area').fill('Trafford')
    await page.getByLabel('Your name').fill('Helen Marsh')
    await page.getByLabel('Your e-mail address').fill('helen.marsh@trafford.example')
    await page.getByLabel('Passphrase', { exact: true }).fill('trafford')
    await press(page, 'Set up')
    await page.getByRole('alert').getByText('There is a problem').waitFor()
    assert.equal(await page.getByLabel('Your name').inputValue(), 'Helen Marsh', 'what was typed stays')
    await checkPage(page)
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('Administrators and performance officers need one').uncheck()
    await press(page, 'Set up')
    await page.getByText('Trafford Partnership is set up, and you are its administrator').waitFor()
    assert.equal(new URL(page.url()).pathname, '/trafford-partnership/scorecard')
  })

  await step('the empty scorecard says what to do first: an agreement', async () => {
    await page.getByRole('heading', { name: 'There is no agreement yet' }).waitFor()
    await checkPage(page)
    await checkNarrow(page)
    await press(page, 'Create an agreement')
    await page.getByLabel('Title').fill('Trafford Themes')
    await page.getByLabel('First financial year').fill('2013/14')
    await page.getByLabel('Last financial year').fill('2026/27')
    await page.getByLabel('Area', { exact: true }).selectOption({ label: await optionWith(page, 'Area', 'Trafford') })
    await page.getByLabel('Tolerance', { exact: true }).fill('5%')
    await press(page, 'Save')
    await open(page, 'Scorecard')
    await page.getByRole('heading', { name: 'This agreement has no indicators yet' }).waitFor()
    await checkPage(page)
  })

  await step('indicators, targets and returns come from files, as they are', async () => {
    await press(page, 'Import indicators from a file')
    await bringIn(page, 'trafford-indicators.csv', checkPage)
    await press(page, 'Import all 5 indicators')
    await press(page, 'See the indicators')
    await page.getByRole('link', { name: /absolute low income families/ }).waitFor()

    await open(page, 'Bring in data')
    await press(page, 'Import targets')
    await bringIn(page, 'trafford-targets.csv')
    await press(page, 'Import all 172 targets')

    await open(page, 'Bring in data')
    await press(page, 'Import returns')
    await bringIn(page, 'trafford-returns.csv', checkPage)
    await press(page, 'Import all 210 returns')
    await press(page, 'See the scorecard')
  })

  await step('the scorecard judges the latest value of each', async () => {
    await page.getByText('Judged 4 of 5').first().waitFor()
    assert.deepEqual(await counts(page), { Exceeding: '1', 'On target': '1', 'Within tolerance': '1', 'Off target': '1' })
    assert.deepEqual(await judgements(page), trafford)
    await checkPage(page)
    await checkNarrow(page)
  })

  await step('a row that cannot be used is told by line, column, content and reason; a final figure is replaced for a reason', async () => {
    await open(page, 'Bring in data')
    await press(page, 'Import returns')
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'corrections.csv', mimeType: 'text/csv', buffer: Buffer.from(corrections) })
    await page.getByLabel(/^Where it comes from/).fill('Trafford Data Lab')
    await press(page, 'Continue')
    await page.getByText('This is what the columns of Trafford Data Lab meant last time.').waitFor()
    await press(page, 'Check the file')
    await page.getByRole('row', { name: /^3 value about 45,000 / }).waitFor()
    await checkPage(page)
    await press(page, 'Import the 1 good row')
    await page.getByRole('alert').getByText('There is a problem').waitFor()
    await checkPage(page)
    await page.getByLabel('Why the figures are revised').fill('Weighbridge corrected')
    await press(page, 'Import the 1 good row')
    await press(page, 'See the scorecard')
    assert.deepEqual(await judgements(page), corrected)

    await page.getByRole('link', { name: /^TT2 / }).first().click()
    const returns = page.getByRole('table', { name: /^Returns for Trafford/ })
    await returns
      .getByRole('row', { name: /46,500/ })
      .getByText('Weighbridge corrected')
      .waitFor()
    await returns
      .getByRole('row', { name: /43,777/ })
      .getByText('replaced')
      .waitFor()
    await checkPage(page)
    await checkNarrow(page)
  })

  await step('stopped and started again, everything is there', async () => {
    assert.equal(await goldthread.stop(), 0)
    const again = await startGoldthread(t, folder)
    assert.equal(new URL(again.firstAddress).search, '', 'there is no code any more')
    const another = await somebody(browser, { script: false })
    await another.goto(`${again.origin}/trafford-partnership/scorecard`)
    await signIn(another, 'helen.marsh@trafford.example', passphrase)
    assert.equal(new URL(another.url()).pathname, '/trafford-partnership/scorecard', 'one comes to where one wanted to go')
    assert.deepEqual(await judgements(another), corrected)
    await another.getByRole('link', { name: /^TT2 / }).first().click()
    await another.getByText('Weighbridge corrected').waitFor()
  })
})

const trafford = { TT2: 'Off target', TT5: 'On target', TT9: 'Exceeding', TT10: 'No target', TT14: 'Within tolerance' }
const corrected = { ...trafford, TT2: 'On target' }
const corrections = `series,related_ni,area_code,area_name,period,indicator,measure,unit,value
household_waste_recycling,NI 192,E08000009,Trafford,2024/25,"Household waste sent for reuse, recycling or composting",Frequency,Tonnes,"46,500"
household_waste_recycling,NI 192,E08000009,Trafford,2023/24,"Household waste sent for reuse, recycling or composting",Frequency,Tonnes,"about 45,000"
`

/** Upload, what the columns mean, what is not known: as it is proposed. Ends on the preview. */
async function bringIn(page: Page, name: string, look: (page: Page) => Promise<void> = checkNarrow): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(join(import.meta.dirname, 'data', name))
  await page.getByLabel(/^Where it comes from/).fill('Trafford Data Lab')
  await press(page, 'Continue')
  await look(page)
  await press(page, 'Check the file')
  while (await page.getByRole('progressbar').count()) await page.reload()
  if (page.url().endsWith('/questions')) {
    await look(page)
    await press(page, 'Continue')
  }
  await look(page)
}

/** What the scorecard says of each indicator, by its reference. */
async function judgements(page: Page): Promise<Record<string, string>> {
  const rows = await page
    .locator('tr', { has: page.getByRole('rowheader') })
    .filter({ has: page.locator('.gt-band') })
    .all()
  const told = rows.map(async row => [
    (await row.getByRole('rowheader').textContent())?.trim().split(' ')[0] ?? '',
    (await row.locator('.gt-band').first().textContent()) ?? '',
  ])
  return Object.fromEntries(await Promise.all(told))
}

async function counts(page: Page): Promise<Record<string, string>> {
  const links = await page.locator('.gt-score__band').all()
  const told = links.map(async link => [
    (await link.locator('.gt-band').textContent()) ?? '',
    (await link.locator('.gt-score__count').textContent()) ?? '',
  ])
  return Object.fromEntries(await Promise.all(told))
}

async function optionWith(page: Page, label: string, words: string): Promise<string> {
  return (await page.getByLabel(label, { exact: true }).locator('option', { hasText: words }).first().textContent()) ?? ''
}
