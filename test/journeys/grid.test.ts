// A quarter's figures are pasted from a spreadsheet, moved through with the keyboard, undone, mended and saved; and the same without script.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { press } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

test('a quarter is typed and pasted as in a spreadsheet', async t => {
  const step = stepsOf(t)
  const [goldthread, browser] = await Promise.all([freshFolder(t).then(folder => startGoldthread(t, folder)), openBrowser(t)])
  const page = await somebody(browser)

  const table = (name: string) => page.getByRole('table', { name })
  const cell = (row: number, column = 0) =>
    table('Every quarter')
      .getByRole('row')
      .nth(row + 1)
      .getByRole('textbox')
      .nth(column)

  await step('the grid is reached from the agreement', async () => {
    await page.goto(goldthread.firstAddress)
    await press(page, 'Look round an example')
    await page.waitForURL('**/wexcombe/home')
    await page.goto(`${goldthread.origin}/wexcombe/agreements`)
    await page
      .getByRole('main')
      .getByRole('link', { name: /Wexcombe Local Area Agreement/ })
      .first()
      .click()
    await press(page, 'Type or paste returns')
    await page.getByLabel('Periods that end in').selectOption({ label: '2026-27' })
    await press(page, 'Show')
    await page.getByRole('heading', { name: 'Type or paste returns' }).waitFor()
    await checkPage(page)
    await checkNarrow(page)
  })

  const before: string[] = []
  await step('a block from a spreadsheet fills the cells to the right and below, and is undone', async () => {
    for (const row of [0, 1]) for (const column of [0, 1]) before.push(await cell(row, column).inputValue())
    await cell(0).focus()
    await paste(page, '1,234\t5.6%\r\n"7\t""x"""\t8\r\n')
    assert.deepEqual([await cell(0).inputValue(), await cell(0, 1).inputValue(), await cell(1, 1).inputValue()], ['1,234', '5.6%', '8'])
    assert.match((await page.getByRole('status').allInnerTexts()).join(), /4 cells are filled/)
    await page.keyboard.press('Control+z')
    const after: string[] = []
    for (const row of [0, 1]) for (const column of [0, 1]) after.push(await cell(row, column).inputValue())
    assert.deepEqual(after, before)
  })

  await step('arrow keys and Enter move, and Enter saves nothing', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.id)
    await cell(0).focus()
    await page.keyboard.press('Enter')
    assert.equal(await focused(), await cell(1).getAttribute('id'))
    await page.keyboard.press('ArrowRight')
    assert.equal(await focused(), await cell(1, 1).getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    assert.equal(await focused(), await cell(0, 1).getAttribute('id'))
    await page.keyboard.press('ArrowLeft')
    assert.equal(await focused(), await cell(0).getAttribute('id'))
  })

  await step('what is wrong is marked and nothing is lost; who leaves is warned', async () => {
    await cell(0).fill('twelve.3.4')
    let asked = false
    page.once('dialog', dialog => {
      asked = true
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: 'Scorecard' }).first().click({ noWaitAfter: true })
    await page.waitForTimeout(300)
    assert.ok(asked, 'the browser asks before what was typed is lost')
    await press(page, 'Save')
    await page
      .getByRole('alert')
      .getByText(/^L1\.1, Q\d 2026-27: Enter a number/)
      .waitFor()
    assert.equal(await cell(0).inputValue(), 'twelve.3.4')
    await checkPage(page)
    assert.equal(await cell(0).getAttribute('class'), 'govuk-input govuk-input--error gt-grid__changed', 'it is still to be saved')
  })

  await step('what is mended is saved, without script too', async () => {
    await cell(0).fill('1,234')
    await page.getByLabel('Why figures on record change').fill('Late records')
    await press(page, 'Save')
    await page.getByText(/1 return is saved for 2026-27/).waitFor()
    assert.equal(await cell(0).inputValue(), '1234')

    const plain = await somebody(browser, { script: false })
    await plain.context().addCookies(await page.context().cookies())
    await plain.goto(page.url())
    await checkPage(plain)
    const first = plain.getByRole('table', { name: 'Every quarter' }).getByRole('textbox').first()
    await first.fill('1,235')
    await plain.getByLabel('Why figures on record change').fill('A slip')
    await press(plain, 'Save')
    await plain.getByText(/1 return is saved/).waitFor()
    assert.equal(await first.inputValue(), '1235')
  })
})

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(text => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
