// A delivery plan from the day it is owed to what came of it, and the golden thread from an indicator that is off target to whoever does something about it.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { startSession } from '../../src/platform/accounts/index.ts'
import { sheet } from '../../src/platform/sheet/index.ts'
import { linkIn, startMailServer } from '../mail/smtp.ts'
import { exampleMeeting } from '../pages/meeting.ts'
import { exampleOutcome } from '../pages/plan.ts'
import { type FreshApp, freshApp, somebody as somebodyElse } from '../web/index.ts'
import { press } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'

test('a plan is written, signed off and followed, and the thread leads from an indicator to what is done about it', async t => {
  const step = stepsOf(t)
  let now = Temporal.Instant.from('2009-04-02T09:00:00Z')
  const server = await startMailServer(t)
  const mail = { kind: 'smtp', url: server.url, from: 'Goldthread <thread@wexcombe.example>' } as const
  const app = await freshApp(t, { clock: () => now, mail })
  const { meetingId, secondId, indicatorId, people } = await partners(app, now)
  const [browser, origin] = await Promise.all([openBrowser(t), app.web.server.listen({ port: 0, host: '127.0.0.1' })])
  const home = `${origin}/wexcombe`
  const first = `${home}/meetings/${meetingId}`
  const second = `${home}/meetings/${secondId}`
  let plan = ''
  let draft = ''

  /** At a browser of their own, signed in just now. */
  const as = async ({ accountId }: { readonly accountId: number }, script = true): Promise<Page> => {
    const value = await app.database.platform(db => startSession(db, { accountId, now, address: '127.0.0.1', agent: 'test' }))
    const page = await somebody(browser, { script })
    await page.context().addCookies([{ name: 'goldthread_session', value, url: origin }])
    return page
  }
  const good = async (page: Page) => {
    await checkPage(page)
    await checkNarrow(page)
  }
  const told = (page: Page, text: string | RegExp) => page.getByRole('main').getByText(text).filter({ visible: true }).first().waitFor()
  const until = (when: string) => {
    now = Temporal.Instant.from(when)
  }
  const follow = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click()
  const heading = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('heading', { name }).first().waitFor()
  const pathIn = (address: string) => origin + new URL(address).pathname
  const submit = async (page: Page) => {
    await page.goto(plan)
    await press(page, 'Submit')
    await heading(page, 'Submit the plan')
    await good(page)
    await press(page, 'Submit')
    await told(page, 'The plan is submitted')
  }
  const refused = async (page: Page, address: string, status: number) => assert.equal((await page.goto(address))?.status(), status, address)

  await step('an officer says that the group owes a plan, and its lead begins it', async () => {
    const priya = await as(app.officer)
    await priya.goto(`${home}/plans`)
    await press(priya, 'Set which groups owe a plan')
    await priya.getByLabel('Year', { exact: true }).fill('2009-10')
    await priya.getByLabel('Due', { exact: true }).fill('30 April 2009')
    await priya.getByLabel('Partnership Management Group').check()
    await good(priya)
    await press(priya, 'Save')
    await priya.getByRole('row', { name: /Partnership Management Group .*30 April 2009/ }).waitFor()
    await priya.context().close()

    const gwen = await as(people.lead)
    await gwen.goto(`${home}/plans`)
    await good(gwen)
    await follow(gwen, /^Write it/)
    await good(gwen)
    await press(gwen, 'Continue')
    await told(gwen, 'The plan is begun')
    plan = gwen.url().replace(/[?#].*/, '')
    await press(gwen, 'Change what it says')
    await gwen.getByLabel('What is it about?').fill('Fewer burglaries, by locks and by light.')
    await gwen.getByLabel('Who writes it? (optional)').selectOption({ label: 'Gwen Price' })
    await gwen.getByLabel('Every month').check()
    await gwen.getByLabel('Fewer homes are broken into').check()
    await gwen.getByLabel('Which indicators? (optional)').fill('NI 16')
    await gwen.getByLabel('What may go wrong?').fill('Nobody lets the fitters in: neighbours ask first.')
    await good(gwen)
    await press(gwen, 'Save')
    await told(gwen, 'The plan is saved')
    await good(gwen)
    await gwen.context().close()
  })

  await step('its actions come from a spreadsheet, in which a row is wrong and is mended in the grid', async () => {
    const gwen = await as(people.lead)
    await gwen.goto(`${plan}/actions`)
    await press(gwen, 'Bring them from a spreadsheet')
    await gwen.getByLabel('File', { exact: true }).setInputFiles({
      name: 'plan.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await sheet(table, 'xlsx')),
    })
    await good(gwen)
    await press(gwen, 'Continue')
    await told(gwen, 'This is what the columns look like')
    await good(gwen)
    await press(gwen, 'Read the rows')
    await told(gwen, /2 actions are new, 1 row cannot be read/)
    await told(gwen, /“sometime” is no date/)
    await good(gwen)
    await press(gwen, 'Put the rows into the grid')
    await told(gwen, '3 rows are put into the lines below. Nothing is saved yet.')
    await good(gwen)
    await press(gwen, 'Save')
    await told(gwen, /“sometime” is no date/)
    await good(gwen)
    await gwen.locator('[aria-invalid]').fill('30 June 2009')
    await press(gwen, 'Save')
    await told(gwen, '3 actions are added')
    await good(gwen)
    await gwen.context().close()
  })

  await step('it is found wanting, and completed in the grid and on the page of an action', async () => {
    const gwen = await as(people.lead)
    await gwen.goto(`${plan}/robustness`)
    await told(gwen, '2 of 3 actions have everything')
    for (const lack of ['Actions without an owner', 'Actions without a measure', 'Equality']) await heading(gwen, lack)
    await good(gwen)
    await gwen.goto(`${plan}/actions`)
    const last = (column: string) => gwen.getByRole('textbox', { name: new RegExp(`${column}$`) }).nth(2)
    await last('Owner').fill('Ruth Calder')
    await last('Start').fill('1 April 2009')
    await last('End').fill('Q2')
    await last('Resources').fill('within existing resources')
    await last('Indicators').fill('NI 16')
    await press(gwen, 'Save')
    await told(gwen, '1 action is changed')
    await gwen.goto(`${plan}/robustness`)
    await follow(gwen, /^PMG-PLAN.*3$/)
    await gwen.getByRole('textbox', { name: /^How will one know/ }).fill('60 landlords have joined')
    await gwen.getByRole('group', { name: 'Milestone 1' }).getByLabel('Milestone').fill('All landlords have a letter')
    await gwen.getByRole('group', { name: 'Milestone 1' }).getByLabel('By').fill('30 April 2009')
    await good(gwen)
    await press(gwen, 'Save')
    await told(gwen, /is saved/)
    await told(gwen, 'All landlords have a letter')
    await good(gwen)
    await gwen.goto(`${plan}/robustness`)
    await told(gwen, 'All 3 actions have everything')
    await gwen.context().close()
  })

  await step('until it is signed off nobody has to do anything, and the gap is there', async () => {
    const [gwen, dafydd, una] = await Promise.all([as(people.lead), as(app.reader), as(people.scrutineer)])
    await gwen.goto(`${home}/actions`)
    await gwen.getByRole('heading', { name: 'Actions', level: 1 }).waitFor()
    assert.equal(await gwen.getByText('Fit locks in 400 homes').count(), 0)
    await gwen.goto(`${home}/gaps/off-target-without-action`)
    await gwen.getByRole('row', { name: /NI 16 Burglaries .*3 actions are proposed in a plan that is not signed off/ }).waitFor()
    await good(gwen)
    await dafydd.goto(`${first}/brief`)
    await heading(dafydd, /^Gaps in the golden thread/)
    await told(dafydd, 'off target, and no action is to move it')
    await good(dafydd)
    await refused(una, plan, 404)
    await refused(una, `${plan}/actions`, 404)
    for (const page of [gwen, dafydd, una]) await page.context().close()
  })

  await step('it is submitted, and the chair of the group above returns it with reasons', async () => {
    const [gwen, nell] = await Promise.all([as(people.lead), as(people.above)])
    await submit(gwen)
    await refused(gwen, `${plan}/return`, 403)
    const { text } = await server.mailTo('nell@wexcombe.example', /sign it off/)
    assert.match(text ?? '', /nothing is said of equality/)
    await nell.goto(pathIn(/http\S+\/plans\/\d+/.exec(text ?? '')?.[0] ?? ''))
    await good(nell)
    await press(nell, 'Return with reasons')
    await nell.getByLabel('Why is it returned?').fill('Say who is left out, and how you reach them.')
    await good(nell)
    await press(nell, 'Return it')
    await told(nell, 'The plan is returned')
    await server.mailTo('gwen@wexcombe.example', /Say who is left out/)

    await gwen.goto(plan)
    await told(gwen, 'Say who is left out, and how you reach them.')
    await good(gwen)
    await press(gwen, 'Change what it says')
    await gwen.getByLabel('How was equality considered?').fill('Tenants ask through their landlord, or by telephone.')
    await gwen.getByLabel('How was sustainability considered?').fill('The lamps use a third of the power.')
    await press(gwen, 'Save')
    await told(gwen, 'The plan is saved')
    await submit(gwen)
    await gwen.context().close()
    await nell.context().close()
  })

  await step('it is signed off: its actions are in the register, and the gap is gone', async () => {
    until('2009-04-15T09:00:00Z')
    const nell = await as(people.above)
    await nell.goto(plan)
    await press(nell, 'Sign off')
    await heading(nell, 'Sign off the plan')
    await good(nell)
    await press(nell, 'Sign off')
    await told(nell, 'The plan is signed off, and its actions are open')
    await good(nell)
    await nell.goto(`${home}/actions`)
    for (const action of ['Fit locks in 400 homes', 'Light the alleys behind Mill Street', 'Tell landlords of the scheme'])
      await told(nell, action)
    await nell.goto(`${home}/gaps/off-target-without-action`)
    await told(nell, 'Every off-target indicator has a live action.')
    await good(nell)
    await nell.context().close()
    const dafydd = await as(app.reader)
    await dafydd.goto(`${first}/brief`)
    await heading(dafydd, /^Gaps in the golden thread/)
    assert.equal(await dafydd.getByText('off target, and no action is to move it').count(), 0)
    await dafydd.context().close()
  })

  await step('a meeting decides something about the indicator', async () => {
    until('2009-05-06T09:00:00Z')
    const ruth = await as(app.contributor)
    await ruth.goto(`${first}/agenda`)
    await press(ruth, 'Add a first item yourself')
    await ruth.getByLabel('Item', { exact: true }).fill('Burglaries')
    await press(ruth, 'Add')
    await heading(ruth, 'Burglaries')
    await ruth.goto(`${first}/minutes/edit`)
    const item = ruth.locator('section').filter({ has: ruth.getByRole('heading', { name: 'Burglaries' }) })
    await item.locator('textarea').first().fill('The figures are twice the target.')
    for (const piece of ['Decision: Locks come before lamps', 'Action: Gwen Price to write to the insurers by 30 June 2009']) {
      await ruth.keyboard.press('Control+Enter')
      await ruth.keyboard.type(piece)
    }
    await item.getByLabel('Indicators').first().fill('NI 16')
    await item.getByLabel('Indicators').first().press('Tab')
    await item.locator('[data-says="indicators"]').getByText('NI 16').first().waitFor()
    await ruth
      .locator('[data-status]')
      .getByText(/^Saved \d\d:\d\d$/)
      .waitFor()
    await ruth.goto(`${first}/minutes`)
    await press(ruth, 'Circulate for correction')
    await ruth.getByLabel('Corrections by').fill('22 May 2009')
    await press(ruth, 'Circulate')
    await told(ruth, /circulated/i)
    await ruth.context().close()
  })

  await step('progress is asked for by mail, and given: by the signed link without script, and by the lead on one page', async () => {
    const letter = await server.mailTo('marta@wexcombe.example', /April 2009/)
    assert.match(letter.text ?? '', /Fit locks in 400 homes/)
    await server.mailTo('gwen@wexcombe.example', /Light the alleys/)
    const marta = await somebody(browser, { script: false })
    await marta.goto(pathIn(linkIn(letter)))
    await told(marta, 'You answer as Marta Turner')
    await good(marta)
    await press(marta, 'Send')
    await told(marta, 'There is a problem')
    await marta.getByLabel('On track').check()
    await marta.getByLabel('What was done, or what happened').fill('Forty homes have new locks')
    await press(marta, 'Send')
    await told(marta, /Thank you/)
    await good(marta)
    await marta.context().close()

    const gwen = await as(people.lead)
    await gwen.goto(plan)
    await gwen.getByRole('navigation', { name: 'This plan' }).getByRole('link', { name: 'Progress' }).click()
    await told(gwen, 'Forty homes have new locks')
    await good(gwen)
    const alleys = gwen.locator('.gt-update').filter({ hasText: 'Light the alleys' })
    await alleys.getByLabel('At risk').check()
    await alleys.getByLabel('Why, if it is not going well').selectOption({ label: 'There is not enough money' })
    await alleys.getByLabel('What was done, or what happened').fill('The lamps cost more than was thought')
    await alleys.getByLabel('When it is expected to end (optional)').fill('31 August 2009')
    await press(gwen, 'Save progress for April 2009')
    await told(gwen, 'One update is saved')
    await good(gwen)
    await gwen.context().close()
  })

  await step('one is missing: it is named late, told to the chair and chased', async () => {
    until('2009-05-12T09:00:00Z')
    const { text } = await server.mailTo('dafydd@wexcombe.example', /update is missing/)
    assert.match(text ?? '', /Tell landlords of the scheme/)
    assert.doesNotMatch(text ?? '', /Fit locks/)
    const gwen = await as(people.lead)
    await gwen.goto(`${home}/progress`)
    await told(gwen, 'No update for April 2009, due 11 May 2009, 1 day late')
    await good(gwen)
    await press(gwen, /^Ask them again/)
    await told(gwen, 'Asked today: Ruth Calder')
    await server.mailTo('ruth@wexcombe.example', /Asked for by Gwen Price/)
    await gwen.goto(plan)
    await told(gwen, 'No update, 1 day late')
    await good(gwen)
    await gwen.context().close()
  })

  await step('the workplan sheet of the group stands among the papers of the item about it', async () => {
    const ruth = await as(app.contributor)
    await ruth.goto(`${second}/agenda`)
    await press(ruth, 'Add a first item yourself')
    await ruth.getByLabel('Item', { exact: true }).fill('How the plan goes')
    await ruth.getByLabel('Whose update it is').selectOption({ label: 'Partnership Management Group' })
    await press(ruth, 'Add')
    await heading(ruth, 'How the plan goes')
    await good(ruth)
    await follow(ruth, /workplan/i)
    await told(ruth, /at risk. There is not enough money. The lamps cost more than was thought/)
    await told(ruth, /No update for April 2009/)
    await good(ruth)
    const [file] = await Promise.all([ruth.waitForEvent('download'), follow(ruth, /Word/)])
    assert.match(file.suggestedFilename(), /^workplan-.*\.docx$/)
    assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), 'PK')
    await ruth.context().close()
  })

  await step('from the indicator one reaches in two clicks who does what about it, and from there why', async () => {
    const idris = await as(people.reader)
    const strip = idris.getByRole('navigation', { name: 'Thread of this record' })
    const hop = async (part: string, to: RegExp) => {
      await strip.locator('summary').filter({ hasText: part }).click()
      await strip.getByRole('link', { name: to }).click()
    }
    await idris.goto(`${home}/indicators/${indicatorId}`)
    await good(idris)
    await told(idris, 'Locks come before lamps')
    await hop('How', /Fit locks in 400 homes/)
    await told(idris, /Marta Turner/)
    await told(idris, 'On track')
    await good(idris)
    await hop('Why', /NI 16 Burglaries/)
    await heading(idris, /Burglaries/)
    await hop('How', /Locks come before lamps/)
    await heading(idris, /^Decision PMG/)
    await good(idris)
    await hop('How', /write to the insurers/i)
    await told(idris, /Gwen Price/)
    await hop('Why', /Locks come before lamps/)
    await heading(idris, /^Decision PMG/)

    await idris.goto(`${home}/indicators/${indicatorId}`)
    await strip.getByRole('link', { name: 'Whole thread' }).click()
    await heading(idris, 'The same as a list')
    const led = async (region: string, within: string) => {
      const links = idris.getByRole('region', { name: region, exact: true }).locator(`${within} a`)
      await links.first().waitFor()
      return [...new Set(await links.evaluateAll(all => all.map(each => each.getAttribute('href'))))]
    }
    const [drawn, listed] = [await led('Drawing', 'svg'), await led('The same as a list', 'li')]
    assert.ok(drawn.length > 5, drawn.join(' '))
    const unlisted = drawn.filter(href => href !== `/wexcombe/indicators/${indicatorId}` && !listed.includes(href))
    assert.deepEqual(unlisted, [], 'what is drawn is listed')
    await good(idris)
    await idris.context().close()
  })

  await step('why it is off target is said with a reason that can be counted, and it is reviewed by the four Rs', async () => {
    const priya = await as(app.officer)
    await priya.goto(`${home}/indicators/${indicatorId}`)
    await told(priya, 'Delivery assurance')
    await press(priya, 'Say why')
    await heading(priya, /^Say why/)
    await press(priya, 'Save')
    await told(priya, 'There is a problem')
    await priya.getByLabel('Why is it where it is?').fill('Two gangs came over the county border.')
    await priya.getByLabel('Something outside the partnership, such as the economy').check()
    await good(priya)
    await press(priya, 'Save')
    await told(priya, 'The commentary is saved')
    await good(priya)
    await press(priya, /: Ask for another target$/)
    await good(priya)
    await press(priya, 'Add')
    await told(priya, 'It is on the forward plan of Partnership Management Group')
    await good(priya)
    await priya.goto(`${home}/forward-plan`)
    await told(priya, /^Ask for another target of NI 16/)
    await priya.goto(`${home}/off-target`)
    await told(priya, '0 of 1 reviewed')
    await priya.getByRole('row', { name: /NI 16 Burglaries .*Two gangs came over the county border/ }).waitFor()
    await follow(priya, /^Not reviewed/)
    for (const asked of [/realistic/, /rationale/, /value for money/, /reports/])
      await priya.getByRole('textbox', { name: asked }).fill('Looked at, with the police.')
    await priya.getByLabel('Keep the target').check()
    await good(priya)
    await press(priya, 'Save')
    await told(priya, 'The review is saved')
    await good(priya)
    await priya.goto(`${home}/off-target`)
    await told(priya, '1 of 1 reviewed')
    await priya.goto(`${home}/indicators/${indicatorId}`)
    await told(priya, 'Two gangs came over the county border.')
    await good(priya)
    await priya.context().close()
  })

  await step('the plan is revised, with a reason and what it changes marked', async () => {
    until('2009-05-18T09:00:00Z')
    const [gwen, nell] = await Promise.all([as(people.lead), as(people.above)])
    await gwen.goto(plan)
    await press(gwen, 'Revise')
    await heading(gwen, 'Revise the plan')
    await press(gwen, 'Begin the revision')
    await told(gwen, 'There is a problem')
    await gwen.getByLabel('Why is it revised?').fill('The lamps cost more than was thought.')
    await good(gwen)
    await press(gwen, 'Begin the revision')
    await told(gwen, 'The plan can be changed now')
    await gwen.goto(`${plan}/actions`)
    await gwen
      .getByRole('textbox', { name: /Measure$/ })
      .nth(1)
      .fill('20 lamps burn')
    await press(gwen, 'Save')
    await told(gwen, '1 action is changed')
    await gwen.goto(plan)
    await press(gwen, 'Submit the revision')
    await heading(gwen, 'Submit the revision')
    await press(gwen, 'Submit')
    await told(gwen, 'The revision is submitted')
    await nell.goto(plan)
    await press(nell, 'Sign off the revision')
    await heading(nell, 'Sign off the revision')
    await nell.locator('del').getByText('30 lamps burn').waitFor()
    await nell.locator('ins').getByText('20 lamps burn').waitFor()
    await good(nell)
    await press(nell, 'Sign off')
    await told(nell, 'The revision is signed off')
    await press(nell, 'What each revision has changed')
    await told(nell, 'The lamps cost more than was thought.')
    await good(nell)
    await gwen.context().close()
    await nell.context().close()
  })

  await step('without script a plan is begun, an action written and the plan submitted', async () => {
    const priya = await as(app.officer, false)
    await priya.goto(`${home}/plans/new`)
    await priya.getByLabel('Whose plan is it?').selectOption({ label: 'Wexcombe Board' })
    await priya.getByLabel('Year', { exact: true }).fill('2009-10')
    await press(priya, 'Continue')
    await told(priya, 'The plan is begun')
    draft = priya.url().replace(/[?#].*/, '')
    await priya.goto(`${draft}/actions/new`)
    await press(priya, 'Add')
    await told(priya, 'There is a problem')
    await priya.getByLabel('What is to be done?').fill('Meet the insurers')
    await good(priya)
    await press(priya, 'Add')
    await told(priya, /is added/)
    await good(priya)
    await priya.goto(draft)
    await press(priya, 'Submit')
    await heading(priya, 'Submit the plan')
    await press(priya, 'Submit')
    await told(priya, 'The plan is submitted')
    await good(priya)
    await priya.context().close()
  })

  await step('a reader reads and changes nothing, scrutiny sees what is in force, and nobody of another partnership anything', async () => {
    const idris = await as(people.reader)
    for (const [address, words] of [
      [plan, 'Fit locks in 400 homes'],
      [`${plan}/actions`, 'Fit locks in 400 homes'],
      [`${plan}/progress`, 'Forty homes have new locks'],
      [draft, 'Meet the insurers'],
    ] as const) {
      await idris.goto(address)
      await told(idris, words)
      assert.equal(await idris.getByRole('main').locator('form[method=post]').count(), 0, address)
      await good(idris)
    }
    for (const closed of ['edit', 'submission', 'revision', 'sign-off', 'import', 'actions/new'])
      await refused(idris, `${plan}/${closed}`, 403)
    const una = await as(people.scrutineer)
    await una.goto(plan)
    await told(una, 'Fit locks in 400 homes')
    await good(una)
    await refused(una, draft, 404)
    await una.goto(`${home}/plans`)
    await told(una, 'Partnership Management Group')
    assert.equal(await una.getByText('Wexcombe Board').count(), 0)
    const olwen = await as(app.stranger)
    for (const address of [plan, `${plan}/actions`, `${home}/plans`, `${home}/gaps`, `${home}/indicators/${indicatorId}`])
      await refused(olwen, address, 404)
    for (const page of [idris, una, olwen]) await page.context().close()
  })
})

/** A plan as a group has it in a spreadsheet: one row has no date that can be read, and one nothing but what is to be done. */
const table = {
  title: 'Plan',
  columns: ['Outcome', 'Key actions', 'Lead officer', 'Start', 'Timescale', 'Measure', 'Cost (£)', 'NI(s)'].map(heading => ({
    heading,
    width: 20,
  })),
  rows: [
    [
      'Fewer homes are broken into',
      'Fit locks in 400 homes',
      'Marta Turner',
      '1 April 2009',
      '31 December 2009',
      '400 homes have new locks',
      '12,500',
      'NI 16',
    ],
    ['', 'Light the alleys behind Mill Street', 'Gwen Price', '1 April 2009', 'sometime', '30 lamps burn', '8,000', 'NI 16'],
    ['', 'Tell landlords of the scheme', '', '', '', '', '', ''],
  ],
}

/** A group with a lead who has an account and one who has none, the board to which it reports, and an indicator that is off target. */
async function partners(app: FreshApp, now: Temporal.Instant) {
  const example = await exampleMeeting(app)
  const { outcomeId, indicatorId } = await exampleOutcome(app)
  const accounts = await app.database.platform(async db => {
    const of = { partnershipId: app.partnershipId, now }
    return {
      lead: await somebodyElse(db, { ...of, name: 'Gwen Price', role: 'contributor' }),
      above: await somebodyElse(db, { ...of, name: 'Nell Ashby', role: 'reader' }),
      reader: await somebodyElse(db, { ...of, name: 'Idris Vale', role: 'reader' }),
      scrutineer: await somebodyElse(db, { ...of, name: 'Una Frost', role: 'scrutiny' }),
    }
  })
  const secondId = await app.visit('write', async db => {
    for (const [name, email] of [
      ['Marta Turner', 'marta@wexcombe.example'],
      ['Dafydd Rees', 'dafydd@wexcombe.example'],
      ['Gwen Price', 'gwen@wexcombe.example'],
      ['Ruth Calder', 'ruth@wexcombe.example'],
      ['Nell Ashby', 'nell@wexcombe.example'],
    ] as const)
      await db`update partnership.person set email = ${email} where name = ${name}`
    await db`
      with board as (insert into partnership."group" (name, short_name, layer, kind) values ('Wexcombe Board', 'WB', 'strategic', 'board') returning id),
           under as (update partnership."group" set parent_id = board.id from board where "group".id = ${example.groupId}),
           seat as (insert into partnership.seat (group_id, role, title, place) select id, 'chair', '', 1 from board returning id)
      insert into partnership.tenure (seat_id, person_id) select seat.id, person.id from seat, partnership.person where person.name = 'Nell Ashby'`
    await db`
      with seat as (insert into partnership.seat (group_id, role, title, place) values (${example.groupId}, 'lead', 'Housing', 5) returning id)
      insert into partnership.tenure (seat_id, person_id) select seat.id, person.id from seat, partnership.person where person.name = 'Gwen Price'`
    const [next] = await db<{ id: number }[]>`
      insert into meetings.meeting (group_id, on_day, starts_at, ends_at, venue) values (${example.groupId}, '2009-05-20', '09:30', '12:00', 'The Guildhall') returning id`
    await db`insert into performance.indicator_outcome (indicator_id, outcome_id) values (${indicatorId}, ${outcomeId})`
    await db`
      insert into performance.responsibility (group_id, theme_id) select ${example.groupId}, theme_id from performance.outcome where id = ${outcomeId}`
    const [area] = await db<{ id: number }[]>`select id from partnership.area where kind = 'county'`
    for (const [startsOn, endsOn, value] of [
      ['2008-10-01', '2008-12-31', 150],
      ['2009-01-01', '2009-03-31', 200],
    ] as const) {
      const areaId = area?.id ?? 0
      await db`insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value) values (${indicatorId}, ${areaId}, 'target', ${startsOn}, ${endsOn}, 100)`
      await db`
        insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
        values (${indicatorId}, ${areaId}, ${startsOn}, ${endsOn}, 1, ${value}, 'Priya Nair')`
    }
    return next?.id ?? 0
  })
  return { ...example, secondId, indicatorId, people: { ...example.people, ...accounts } }
}
