// A file of 60,000 figures: it is stopped, brought again, left and come back to, while somebody else goes on working.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, press, setUp, signIn } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

const indicators = 300
const quarters = 200
const figures = (indicators * quarters).toLocaleString('en-GB')
const helen = { email: 'helen.marsh@trafford.example', passphrase: 'seven herons over the Bridgewater canal' }

test('a long file is stopped, and imported, while somebody else goes on working', async t => {
  const step = stepsOf(t)
  const [folder, browser] = await Promise.all([freshFolder(t), openBrowser(t)])
  const goldthread = await startGoldthread(t, folder)
  const [page, other] = [await somebody(browser), await somebody(browser, { script: false })]

  await step('a partnership with 300 indicators', async () => {
    await page.goto(goldthread.firstAddress)
    await setUp(page, { partnership: 'Trafford Partnership', area: 'Trafford', name: 'Helen Marsh', ...helen })
    await press(page, 'Create an agreement')
    await page.getByLabel('Title').fill('Trafford Themes')
    await page.getByLabel('First financial year').fill('2008/09')
    await page.getByLabel('Last financial year').fill('2010/11')
    await press(page, 'Save')
    await open(page, 'Bring in data')
    await press(page, 'Import indicators')
    await choose(page, 'indicators.csv', indicatorsFile())
    await press(page, 'Check the file')
    await press(page, `Import all ${indicators} indicators`)
    await page.getByRole('heading', { name: 'indicators.csv is imported' }).waitFor()
    await other.goto(`${goldthread.origin}/trafford-partnership/scorecard`)
    await signIn(other, helen.email, helen.passphrase)
  })

  await step('it is stopped while it is read, and nothing of it is there', async () => {
    await bring(page)
    await page.getByRole('progressbar').waitFor()
    await press(page, 'Stop it')
    await page.getByText('figures.csv is given up. Nothing of it was imported').waitFor()
    await openAgain(page)
    await page.getByText('was given up').first().waitFor()
  })

  await step('the page says how far it has come until the preview is there, by itself', async () => {
    await bring(page)
    await page.getByRole('progressbar', { name: /^Step [12] of 2: / }).waitFor()
    await checkPage(page)
    await checkNarrow(page)
    await page.getByRole('button', { name: `Import all ${figures} returns` }).waitFor({ timeout: 120_000 })
  })

  await step('it is left while it is stored, somebody else works, and it is come back to', async () => {
    await press(page, `Import all ${figures} returns`)
    await page.getByRole('progressbar', { name: /^Step [12] of 2: / }).waitFor()
    await checkPage(page)
    await open(other, 'Organisations')
    await press(other, 'Add an organisation')
    await other.getByLabel('Name', { exact: true }).fill('Friends of the Canal')
    await press(other, 'Save')
    await other.getByRole('link', { name: 'Friends of the Canal' }).waitFor()
    await open(other, 'Scorecard')
    await other.getByText('TR 1', { exact: true }).first().waitFor()

    await openAgain(page)
    await page.getByRole('heading', { name: 'figures.csv is imported' }).waitFor({ timeout: 120_000 })
    await open(other, 'Scorecard')
    assert.match(await other.getByRole('row', { name: /^TR 300 / }).innerText(), /499/)
  })
})

/** To the progress page of the returns. */
async function bring(page: Page): Promise<void> {
  await open(page, 'Bring in data')
  await press(page, 'Import returns')
  await choose(page, 'figures.csv', figuresFile())
  await press(page, 'Check the file')
}

async function choose(page: Page, name: string, content: string): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await press(page, 'Continue')
}

/** As whoever has left the page finds it again. */
async function openAgain(page: Page): Promise<void> {
  await open(page, 'Bring in data')
  await page.getByRole('link', { name: 'figures.csv' }).first().click()
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

const indicatorsFile = (): string =>
  ['Reference,Title,Polarity,Frequency,Decimals', ...numbers(indicators).map(each => `TR ${each},Measure ${each},higher,Quarterly,0`)].join(
    '\n',
  )

const figuresFile = (): string =>
  [
    'Reference,Area code,Period,Value,Remark',
    ...numbers(quarters).flatMap(quarter => {
      const year = 1961 + Math.floor((quarter - 1) / 4)
      const period = `Q${((quarter - 1) % 4) + 1} ${year}-${String((year + 1) % 100).padStart(2, '0')}`
      return numbers(indicators).map(each => `TR ${each},E08000009,${period},${each + quarter - 1},${'counted by hand '.repeat(3)}`)
    }),
  ].join('\n')
