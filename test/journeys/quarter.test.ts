// A performance officer closes a quarter: figures from three partners' files and a grid, checked, approved and locked; the scorecard is shown and taken away.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright-core'
import { wexcombe } from '../../src/example/wexcombe.ts'
import { dayIn } from '../../src/kernel/day.ts'
import { periodCode, periodLabel } from '../../src/kernel/period.ts'
import { open, press, setUp } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, type Goldthread, startGoldthread } from './goldthread.ts'
import { hasOffice, openedInOffice } from './office.ts'
import { type Due, dueIn, latestOf, type PartnersFile, partnersFiles } from './partners.ts'

const amina = 'Amina Siddiqui'
const example = wexcombe(dayIn(Temporal.Now.instant()))
const quarter = example.closings.open
const quarterName = periodLabel(quarter, null)

test('a quarter is closed, shown, taken away and corrected', t => walk(t, true))
test('the same without script', t => walk(t, false))

async function walk(t: TestContext, script: boolean): Promise<void> {
  const step = stepsOf(t)
  const [folder, browser] = await Promise.all([freshFolder(t), openBrowser(t)])
  const goldthread = await startGoldthread(t, folder)
  const page = await somebody(browser, { script })
  const heading = page.getByRole('heading', { level: 1 })
  const card = (label: RegExp) => page.locator('.gt-card').filter({ hasText: label }).locator('.gt-card__figure')
  let due: Due[] = []

  await step('what is due is on the closing’s page, and in a file that partners can be asked with', async () => {
    await page.goto(goldthread.firstAddress)
    await press(page, 'Look round an example')
    await page.waitForURL('**/wexcombe/home')
    await open(page, 'Closing')
    await look(page)
    await press(page, quarterName)
    await heading.getByText(`Close ${quarterName}`).waitFor()
    await look(page)
    due = dueIn(await readFile(await downloaded(page, /^Download what is due/), 'utf8'))
    assert.ok(due.length > 30 && due.some(({ isIn }) => !isIn), `${due.length} are due`)
    assert.match((await card(/returns are in/).textContent()) ?? '', new RegExp(`^\\d+ of ${due.length}$`))
  })

  await step('three partners’ files are brought in as they are', async () => {
    for (const file of await partnersFiles(due, example)) {
      await open(page, 'Bring in data')
      await press(page, 'Import returns')
      await bringIn(page, file)
    }
  })

  await step('what no file had is typed into the grid', async () => {
    await open(page, 'Closing')
    await press(page, quarterName)
    await press(page, 'Type or paste returns')
    assert.equal(await page.getByLabel('Periods that end in').locator('option:checked').textContent(), quarterName)
    await look(page)
    let typed = 0
    for (const cell of await page.locator('[data-grid] td input').all()) {
      if ((await cell.inputValue()) !== '') continue
      const row = await cell.locator('xpath=ancestor::tr').locator('th b').textContent()
      if (!due.some(({ reference, isIn }) => reference === row && !isIn)) continue
      await cell.fill(latestOf(example, row ?? ''))
      typed += 1
    }
    assert.ok(typed > 0)
    await press(page, 'Save')
    await page.getByText(new RegExp(`^\\s*${typed} returns are saved for ${quarterName}`)).waitFor()
    await press(page, `Close ${quarterName}`)
    assert.equal(await card(/returns are in/).textContent(), `${due.length} of ${due.length}`)
  })

  await step('a contributor sees what is theirs, submits it, and may not do more', async () => {
    await becomeAnother(page, 'Ruth Calder')
    await page.getByRole('button', { name: /^Submit all mine/ }).waitFor()
    const owed = await page.locator('td[data-label="Owed by"]').allInnerTexts()
    // Led by others too, where her organisation contributes.
    assert.ok(owed.includes('Wexcombe Police') && owed.length < due.length, owed.join())
    assert.deepEqual(
      await page
        .getByRole('main')
        .getByRole('button', { name: /pprove/ })
        .or(page.getByRole('link', { name: /^(Unl|L)ock/ }))
        .allTextContents(),
      [],
    )
    await look(page)
    await press(page, /^Submit all mine/)
    await page
      .getByText(/\b(is|are) submitted\s*$/)
      .first()
      .waitFor()
    await everyLinkOpens(page)
    await isRefused(page, goldthread, ['imports/new', `${closingPath(page)}/lock`])
  })

  await step('what the checks found is answered, everything is submitted and approved', async () => {
    await page.goto(`${goldthread.origin}/wexcombe/${closingPath(page)}`)
    await becomeAnother(page, amina)
    await press(page, /^Submit all \d+ indicators/)
    await page
      .getByText(/indicators are submitted/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: /^In, not submitted/ }).click()
    await look(page)
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check()
    await press(page, 'Submit those ticked')
    await page
      .getByRole('alert')
      .getByText(/^Say why .+ is right although/)
      .first()
      .waitFor()
    await look(page)
    for (const note of await page.getByLabel('Why it is right all the same').all())
      await note.fill('Asked back: the figure is as the source has it')
    await press(page, 'Submit those ticked')
    await page
      .getByText(/\b(is|are) submitted\s*$/)
      .first()
      .waitFor()
    assert.equal(await card(/in and not submitted/).textContent(), '0')
    await press(page, /^Approve all \d+ indicators/)
    await page
      .getByText(/indicators are approved/)
      .first()
      .waitFor()
    assert.equal(await card(/to be approved/).textContent(), '0')
  })

  await step('the quarter is locked, and nothing of it can be typed any more', async () => {
    await press(page, 'Lock the period')
    await heading.getByText(`Lock ${quarterName}`).waitFor()
    await look(page)
    const [, locked] = /(\d+) indicators are locked/.exec((await page.getByRole('main').textContent()) ?? '') ?? []
    await press(page, 'Lock')
    await page.getByText(`The period is locked with ${locked} indicators`).waitFor()
    assert.equal(await card(/are locked/).textContent(), locked)
    await page.getByText(new RegExp(`^${quarterName} was locked on .+ by ${amina}`)).waitFor()
    await look(page)
    await press(page, 'Type or paste returns')
    await page.getByText('locked', { exact: true }).first().waitFor()
  })

  await step('the scorecard is turned, filtered and sorted', async () => {
    await open(page, 'Scorecard')
    await page.getByLabel('Period').selectOption({ label: quarterName })
    await press(page, 'Show')
    await page.getByText(new RegExp(`^${quarterName} was locked on .+ These are the figures as now known`)).waitFor()
    await page.getByRole('link', { name: 'Lead organisation', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'NHS Wexcombe' }).waitFor()
    await page.getByRole('link', { name: 'Judgement', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Off target' }).waitFor()
    await look(page)
    await page.getByLabel('Find').fill('police')
    await press(page, 'Show')
    await page.waitForURL(/find=police/)
    await page.waitForLoadState()
    const leads = await page.locator('td[data-label="Lead"]').filter({ visible: true }).allTextContents()
    assert.ok(leads.length > 0 && leads.every(lead => lead === 'Wexcombe Police'), leads.join())
  })

  await step('figures that chance would have called better or worse are called unchanged, and the page says why', async () => {
    await open(page, 'Scorecard')
    const unchanged = page.getByRole('row').filter({ has: page.locator('.gt-change', { hasText: /^Unchanged$/ }) })
    await unchanged.first().waitFor()
    const names = await unchanged.getByRole('rowheader').getByRole('link').allTextContents()
    assert.ok(names.length >= 3, `unchanged are ${names.join()}`)
    for (const name of names.slice(0, 3)) {
      await open(page, 'Scorecard')
      const row = unchanged.filter({ has: page.getByRole('link', { name, exact: true }) }).first()
      await row.waitFor()
      const told = (await row.locator('.gt-travel').allTextContents()).filter(each => /better|worse/i.test(each))
      assert.deepEqual(told, [], name)
      await row.getByText('Why?').click()
      await row.getByText(/Nothing has changed: .+ lies within what chance alone does/).waitFor()
      await row.getByText(/which is no more than chance/).waitFor()
      await row.getByRole('rowheader').getByRole('link').click()
      await page.getByText('No more than chance', { exact: true }).first().waitFor()
      await page
        .getByText(/lies within what chance alone does/)
        .filter({ visible: true })
        .first()
        .waitFor()
      await look(page)
    }
  })

  await step('a colleague’s saved view opens', async () => {
    await open(page, 'Scorecard')
    await page.getByRole('link', { name: 'Worst first, for the executive' }).click()
    await page.waitForURL(/by=list/)
    assert.equal(await page.getByRole('columnheader', { name: 'How old' }).count(), 0)
    assert.equal(await page.locator('.gt-score__table .gt-band').first().textContent(), 'Off target')
    await look(page)
  })

  await step('the scorecard opens in a spreadsheet as it is', async t => {
    await page.goto(`${goldthread.origin}/wexcombe/scorecard?period=${periodCode(quarter)}`)
    const csv: string[][] = parse(await readFile(await downloaded(page, 'Download as CSV'), 'utf8'), { bom: true })
    const files = [await downloaded(page, 'Download as Excel'), await downloaded(page, 'Download as OpenDocument')]
    for (const [at, kind] of ['xlsx', 'ods'].entries()) assert.match(files[at] ?? '', new RegExp(`\\.${kind}$`))
    if (!hasOffice()) return t.skip('LibreOffice is not on this machine')
    for (const [at, rows] of (await openedInOffice(files, await freshFolder(t))).entries())
      assert.deepEqual(asTold(rows), asTold(csv), `${files[at]} is not what the CSV file says`)
  })

  await step('what is corrected after the lock shows as such', async () => {
    await open(page, 'Closing')
    await press(page, quarterName)
    await press(page, 'Unlock the period')
    await look(page)
    await page.getByLabel('Why it is unlocked').fill('The weighbridge found a load that was counted twice')
    await press(page, 'Unlock')
    await page.getByText('The period is unlocked').waitFor()

    await page
      .getByRole('row')
      .getByRole('link', { name: /^NI 193/ })
      .click()
    await press(page, new RegExp(`^${quarterName} ?, Wexcombe$`))
    const before = await page.getByLabel('Figure', { exact: true }).inputValue()
    const after = (Number(before) - 0.4).toFixed(1)
    await page.getByLabel('Figure', { exact: true }).fill(after)
    for (const part of ['Numerator (optional)', 'Denominator (optional)']) await page.getByLabel(part).fill('')
    await page.getByLabel('Why it changes').fill('A load was counted twice')
    await press(page, 'Save revision')
    await page
      .getByText(/is recorded/)
      .first()
      .waitFor()

    await page.goto(`${goldthread.origin}/wexcombe/scorecard?period=${periodCode(quarter)}`)
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^NI 193/ }) })
    await row.getByText(new RegExp(`Reported as ${before}.* on .+, now ${after}`)).waitFor()
    await row.getByRole('link', { name: /^NI 193/ }).click()
    await page
      .getByText(/^Reported as .+ on .+, now /)
      .first()
      .waitFor()
    await look(page)

    await open(page, 'Closing')
    await press(page, quarterName)
    await press(page, 'The scorecard as reported')
    await page.getByText(/1 of \d+ indicators reads otherwise now/).waitFor()
    await look(page)
  })

  await step('a reader reads, and another partnership does not know that it is there', async () => {
    await becomeAnother(page, 'Councillor Grace Whitlock')
    await open(page, 'Closing')
    await press(page, quarterName)
    assert.equal(
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(Submit|Approve)/ })
        .count(),
      0,
    )
    await everyLinkOpens(page)
    const path = closingPath(page)
    await isRefused(page, goldthread, [
      `${path}/lock`,
      `${path}/unlock`,
      'imports/new',
      path.replace(/^closings\/(\d+).*/, 'agreements/$1/grid'),
    ])

    const stranger = await somebody(browser, { script })
    await stranger.goto(goldthread.firstAddress)
    const elmbridge = { partnership: 'Elmbridge Together', area: 'Elmbridge', passphrase: 'seven herons over the Bridgewater canal' }
    await setUp(stranger, { ...elmbridge, name: 'Helen Marsh', email: 'helen.marsh@elmbridge.example' })
    await stranger.getByText('Elmbridge Together is set up').first().waitFor()
    for (const each of ['scorecard', path, `${path}/completeness.csv`, 'scorecard.xlsx']) {
      const answer = await stranger.request.get(`${goldthread.origin}/wexcombe/${each}`)
      assert.equal(answer.status(), 404, each)
    }
    await open(stranger, 'Closing')
    await stranger.getByRole('heading', { name: 'There is no agreement yet' }).waitFor()
    await checkPage(stranger)
    await stranger.context().close()
  })

  /** Once is enough: the same pages come with script and without. */
  async function look(page: Page): Promise<void> {
    if (!script) return
    await checkPage(page)
    await checkNarrow(page)
  }
}

async function becomeAnother(page: Page, name: string): Promise<void> {
  const person = page.getByLabel('Look at it as')
  await person.selectOption({ label: (await person.locator('option', { hasText: name }).textContent()) ?? '' })
  await page.getByRole('button', { name: 'Switch' }).click()
  await page.getByText(`You are ${name} now`).waitFor()
}

/** What the columns mean is taken as proposed. */
async function bringIn(page: Page, file: PartnersFile): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await page.getByLabel(/^Where it comes from/).fill(file.name.replace(/\.\w+$/, ''))
  await press(page, 'Continue')
  await page.getByRole('button', { name: 'Check the file' }).waitFor()
  await checkNarrow(page)
  await press(page, 'Check the file')
  while (await page.getByRole('progressbar').count()) await page.reload()
  if (page.url().endsWith('/questions')) await press(page, 'Continue')
  assert.equal(
    await page
      .locator('.gt-card')
      .filter({ hasText: /refused/i })
      .locator('.gt-card__figure')
      .textContent(),
    '0',
    `${file.name} is read whole`,
  )
  await press(page, /^Import (all \d+ returns|1 return)$/)
  await page
    .getByRole('link', { name: 'See the scorecard' })
    .or(page.getByRole('button', { name: 'See the scorecard' }))
    .waitFor()
}

const closingPath = (page: Page): string => /closings\/\d+\/[\w-]+/.exec(page.url())?.[0] ?? ''

/** Nobody is shown a link that leads to a refusal. */
async function everyLinkOpens(page: Page): Promise<void> {
  const hrefs = await page.locator('main a[href], nav a[href]').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
  // One of each kind is enough: rows lead to the same page of other things.
  const kinds = new Map(hrefs.map(href => [href.replaceAll(/\d+/g, '0'), href]))
  for (const href of kinds.values()) assert.equal((await page.request.get(href)).status(), 200, href)
}

async function isRefused(page: Page, { origin }: Goldthread, paths: readonly string[]): Promise<void> {
  for (const path of paths) assert.equal((await page.request.get(`${origin}/wexcombe/${path}`)).status(), 403, path)
}

async function downloaded(page: Page, name: string | RegExp): Promise<string> {
  const link: Locator = page.getByRole('main').getByRole('link', { name, exact: typeof name === 'string' })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const path = join(await download.path(), '..', download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/** What a board would read in a scorecard's row: days as they are written here, numbers as numbers. */
function asTold([head = [], ...rows]: readonly string[][]) {
  const columns = ['Reference', 'Judgement', 'Target', 'Actual', 'Period', 'Period starts', 'Period ends']
  return rows.map(row => columns.map(column => plain(row[head.indexOf(column)] ?? '')))
}

function plain(cell: string): string | number {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell) ?? []
  if (day) return `${year}-${month}-${day}`
  const number = Number(cell.replaceAll(',', ''))
  return cell === '' || Number.isNaN(number) ? cell : number
}
