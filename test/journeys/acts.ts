import type { Locator, Page } from 'playwright-core'

/** Whoever reads the page next reads the one that was asked for: a click alone does not wait for it. */
async function follow(page: Page, link: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()])
}

/** Buttons that lead somewhere are links that look like buttons. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const exact = typeof name === 'string'
  const main = page.getByRole('main')
  await main.getByRole('button', { name, exact }).or(main.getByRole('link', { name, exact })).first().click()
}

/** By the navigation that is on every page. */
export async function open(page: Page, name: string): Promise<void> {
  const link = (called: string) => page.getByRole('navigation').getByRole('link', { name: called, exact: true }).first()
  const section = sections.find(({ places }) => places.includes(name))
  if (section !== undefined && !(await link(name).isVisible())) await follow(page, link(section.called))
  await follow(page, link(name))
}

export async function signIn(page: Page, email: string, passphrase: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await press(page, 'Sign in')
}

type Founder = { partnership: string; area: string; name: string; email: string; passphrase: string; withFactor?: boolean }

/** From the first page to one's own, empty, scorecard; or, with a second factor, to where it is set up. */
export async function setUp(page: Page, who: Founder) {
  await press(page, 'Set up your partnership')
  await page.getByLabel('Name', { exact: true }).fill(who.partnership)
  await page.getByLabel('Area').fill(who.area)
  await page.getByLabel('Your name').fill(who.name)
  await page.getByLabel('Your e-mail address').fill(who.email)
  await page.getByLabel('Passphrase', { exact: true }).fill(who.passphrase)
  if (!who.withFactor) await page.getByLabel('Administrators and performance officers need one').uncheck()
  await press(page, 'Set up')
}

/** What stands below the navigation once one is in its section. */
const sections = [
  { called: 'Indicators', places: ['All indicators', 'Agreements', 'Closing', 'Bring in data'] },
  { called: 'Delivery', places: ['Plans', 'Progress', 'Milestones', 'Timeline', 'Off target', 'Reviews', 'The year'] },
  { called: 'Golden thread', places: ['Vision', 'Gaps', 'Cross-cutting', 'Finder'] },
  {
    called: 'Meetings',
    places: ['Calendar', 'Forward plan', 'Actions', 'Minutes', 'Decisions', 'Requests', 'Representation', 'Papers to come', 'Workshops'],
  },
  {
    called: 'People and groups',
    places: ['Groups', 'Leads', 'Structure', 'Shared members', 'Districts', 'Organisations', 'People', 'Areas'],
  },
  { called: 'Administration', places: ['Accounts', 'Single sign-on', 'Sharing', 'History', 'System'] },
]
