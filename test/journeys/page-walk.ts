import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openApplication } from '../../src/application.ts'
import type { Web } from '../../src/platform/web/index.ts'
import { addressesIn } from '../pages/addresses.ts'
import { undoing } from '../pages/undoing.ts'
import { type FreshApp, freshApp } from '../web/index.ts'
import { checkNarrow, checkPage, openBrowser, somebody } from './browser.ts'

/** So that two browsers look at them side by side. */
export const isOfIndicators = (path: string): boolean => /^\/:partnership\/(indicators|imports|scorecard)/.test(path)
export const isOfDelivery = (path: string): boolean =>
  /^\/:partnership\/(plans|progress|milestones|off-target|reviews|cycle|vision|strategies|thread|gaps|cross-cutting|finder|other-plans)\b/.test(
    path,
  )

/** What is taken away as a file is no page. */
const isPage = (path: string): boolean => !/\.\w+$|\/(:version\/(file|view)|:evidence|:template|:answered|calendar\/:token)$/.test(path)
/** What the example does not have: the newcomer's and the colleague's journeys and that of single sign-on come past these. */
const elsewhere = ['/setup', '/:partnership/accounts/new', '/:partnership/providers/new', '/sign-in/callback/:key']

/**
 * Every page there is, as an administrator of the example sees it and as it comes back when nothing was filled in: it has a title of its own and
 * one heading, fits a telephone, and axe finds nothing wrong with it.
 */
export async function lookAtPages(t: TestContext, isMeant: (path: string) => boolean): Promise<void> {
  const { web, address, origin, administrator, nobody } = await opened(t)
  const titles = new Map<string, string>()
  const sent = new Set<string>()
  const pages = web.routes.filter(({ method, path }) => method === 'GET' && isPage(path) && !elsewhere.includes(path) && isMeant(path))
  for (const { path, may } of pages) {
    const { page, told, signIn } = may === 'public' ? nobody : administrator
    const url = origin + address({ path })
    await t.test(path, async t => {
      told.length = 0
      await signIn()
      const answer = await page.goto(url)
      assert.equal(answer?.status(), 200)
      // Where one is sent on, the page that one comes to has its turn.
      if (page.url() !== url) return
      await checkWhole(page)
      const title = await page.title()
      assert.equal(titles.get(title), undefined, `${title} is the title of two pages`)
      titles.set(title, path)
      assert.deepEqual(complaints(told), [])

      for (const action of await formsOn(page)) {
        if (sent.has(action)) continue
        sent.add(action)
        await page.goto(url)
        if ((await sendWithNothingFilledIn(page, action)) !== 422) continue
        await t.test(`sent to ${action.replace(origin, '')} with nothing filled in`, async () => {
          assert.match(await page.title(), /^Error: /)
          await checkWhole(page)
          await checkErrorLinks(page)
          assert.deepEqual(complaints(told), [])
        })
      }
    })
  }
  assert.ok(titles.size > 12 && sent.size > 8, `${titles.size} pages and ${sent.size} forms`)
}

async function checkWhole(page: Page): Promise<void> {
  assert.match(await page.title(), /\S.* – Goldthread$/)
  assert.equal(await page.locator('h1').count(), 1, 'there is one first heading')
  const ids = await page.locator('[id]').evaluateAll(all => all.map(({ id }) => id))
  assert.deepEqual([...new Set(ids)], ids, 'a label leads to another field of the same id')
  await checkPage(page)
  await checkNarrow(page)
}

/** Each sentence of what is wrong leads to the field that it is about. */
async function checkErrorLinks(page: Page): Promise<void> {
  for (const link of await page.locator('.govuk-error-summary a').all()) {
    const field = page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`)
    assert.equal(await field.count(), 1, `“${await link.textContent()}” leads nowhere`)
  }
}

const formsOn = (page: Page): Promise<string[]> =>
  page.locator('main form[method=post]').evaluateAll(forms => forms.map(form => (form as HTMLFormElement).action))

/** As somebody does who empties every field that there is to fill in. What is chosen or hidden is sent as it is. */
async function sendWithNothingFilledIn(page: Page, action: string): Promise<number> {
  const form = page.locator('main form[method=post]')
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    form.evaluateAll((forms, action) => {
      const form = (forms as HTMLFormElement[]).find(form => form.action === action)
      for (const field of form?.elements ?? [])
        if (field instanceof HTMLTextAreaElement) field.value = ''
        else if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) field.checked = false
        else if (field instanceof HTMLInputElement && field.type !== 'hidden') field.value = ''
      form?.submit()
    }, action),
  ])
  return answer?.status() ?? 0
}

/** What the browser found wrong: with scripts, with the policy of what may be loaded. That an answer was a 422 is no complaint. */
const complaints = (told: readonly string[]): string[] => told.filter(words => !words.includes('status of 422'))

async function opened(t: TestContext) {
  const app = await freshApp(t, { now: '2026-11-22T09:30:00Z', example: true })
  const address = await addressesIn(app)
  const web = await trialOf(app)
  t.after(() => web.server.close())
  const origin = await web.server.listen({ host: '127.0.0.1', port: 0 })

  const browser = await openBrowser(t)
  return {
    web,
    address,
    origin,
    administrator: await asOne(browser, origin, app.administrator.cookie),
    nobody: await asOne(browser, origin),
  }
}

async function asOne(browser: Browser, origin: string, cookie?: string) {
  const page = await somebody(browser)
  const [name = '', value = ''] = cookie?.split('=') ?? []
  const signIn = async () => cookie && page.context().addCookies([{ name, value, url: origin }])
  await signIn()
  const told: string[] = []
  page.on('console', message => message.type() === 'error' && told.push(message.text()))
  return { page, told, signIn }
}

/** On which nothing that is done is kept. */
async function trialOf({ database }: FreshApp): Promise<Web> {
  const clock = () => Temporal.Instant.from('2026-11-22T09:30:00Z')
  return (await openApplication({ database: undoing(database), version: '0.0.0', clock })).web
}
