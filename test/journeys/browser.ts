import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openBrowser(t: TestContext): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })
  t.after(() => browser.close())
  return browser
}

/** Somebody at a browser of their own: nobody else's cookies. */
export async function somebody(browser: Browser, { script = true, width = 1280 } = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    javaScriptEnabled: script,
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  if (!script) withoutScript.add(page)
  if (script) page.on('pageerror', error => assert.fail(`A script failed on ${page.url()}: ${error.message}`))
  return page
}

/** The steps of a journey, one after the other: what comes after one that failed is not tried. */
export function stepsOf(t: TestContext): (name: string, work: (t: TestContext) => Promise<void>) => Promise<void> {
  let failed = false
  return (name, work) =>
    t.test(name, async t => {
      if (failed) return t.skip('a step before it failed')
      failed = true
      await work(t)
      failed = false
    })
}

const withoutScript = new WeakSet<Page>()

/** Nothing that axe knows of WCAG 2.2 AA is wrong with this page. */
export async function checkPage(page: Page): Promise<void> {
  if (withoutScript.has(page)) return checkCopy(page)
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    // There are no frames in our pages, so nothing has to be gathered on a page of its own: three times as quick.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(node => `  ${node.html}`).join('\n')}`)
  assert.deepEqual(told, [], `${page.url()} has something wrong`)
}

/** axe is a script itself: it looks at the same page, as it is without scripts, in a window where they may run. */
async function checkCopy(page: Page): Promise<void> {
  const body = (await page.content()).replaceAll(/<script[\s\S]*?<\/script>/g, '')
  const context = await page.context().browser()?.newContext({ viewport: page.viewportSize() })
  const copy = await context?.newPage()
  if (!context || !copy) throw new Error('There is no browser to open a copy in')
  await copy.route(page.url(), route => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
  await copy.goto(page.url())
  await checkPage(copy)
  await context.close()
}

/** At 320 px (400% zoom of a desktop) nothing but a marked table may be wider than the window. */
export async function checkNarrow(page: Page): Promise<void> {
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= 320, `${page.url()} is ${width} px wide in a window of 320`)
  if (size) await page.setViewportSize(size)
}

/** On paper there is what the page says and whose it is, and nothing that one could click. */
export async function checkPrint(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const clickable of ['.gt-header', '.gt-navigation', '.gt-example', '.gt-filters', '.gt-footer', '.govuk-skip-link', '.govuk-button'])
    assert.equal(await page.locator(clickable).filter({ visible: true }).count(), 0, `${clickable} is printed`)
  assert.ok(await page.locator('h1').isVisible())
  assert.ok(await page.locator('.gt-print-head').isVisible(), 'whose it is stands at the head')
  await page.emulateMedia({ media: null })
}
