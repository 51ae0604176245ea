// A year of meetings of a partnership, and one of them from the plan to the approved minutes: what it decided, who had to do what, and what became of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { startSession } from '../../src/platform/accounts/index.ts'
import { linkIn, startMailServer } from '../mail/smtp.ts'
import { exampleMeeting } from '../pages/meeting.ts'
import { type FreshApp, freshApp, somebody as somebodyElse } from '../web/index.ts'
import { press } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'

test('a year of meetings is planned, and one leads to something', async t => {
  const step = stepsOf(t)
  let now = Temporal.Instant.from('2009-04-01T09:00:00Z')
  const server = await startMailServer(t)
  const mail = { kind: 'smtp', url: server.url, from: 'Goldthread <thread@wexcombe.example>' } as const
  const app = await freshApp(t, { clock: () => now, mail })
  const { groupId, meetingId } = await tables(app)
  const others = await app.database.platform(async db => {
    const of = { partnershipId: app.partnershipId, now }
    return {
      outsider: await somebodyElse(db, { ...of, name: 'Idris Vale', role: 'reader' }),
      scrutineer: await somebodyElse(db, { ...of, name: 'Una Frost', role: 'scrutiny' }),
    }
  })
  const [browser, origin] = await Promise.all([openBrowser(t), app.web.server.listen({ port: 0, host: '127.0.0.1' })])
  const home = `${origin}/wexcombe`
  const first = `${home}/meetings/${meetingId}`
  let second = ''

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
  const pathIn = (address: string) => origin + new URL(address).pathname

  await step('the secretariat plans a year for three groups, and looks at what speaks against a day', async () => {
    const priya = await as(app.officer)
    const plan = async (group: string, kind: string, fields: Readonly<Record<string, string>>) => {
      await priya.goto(`${home}/meetings/year`)
      await priya.getByLabel('Group', { exact: true }).selectOption(group)
      await priya.getByRole('radio', { name: kind, exact: true }).check()
      for (const [label, value] of Object.entries(fields)) await priya.getByRole('textbox', { name: label, exact: true }).fill(value)
    }
    const span = { 'First day': '1 June 2009', 'Last day': '31 March 2010', 'Starts at': '9:30am', 'Ends at': '12 noon' }
    await plan('Partnership Management Group', 'On a day of the month, such as the third Friday', { ...span, 'Every so many months': '1' })
    await priya.getByLabel('Which').selectOption('Third')
    await priya.getByLabel('Day of the week').selectOption('Friday')
    await good(priya)
    await press(priya, 'Show the days')
    await told(priya, '10 meetings. Nothing speaks against these days.')
    await press(priya, 'Save these meetings')

    await plan('Safer Wexcombe', 'Every so many weeks', { ...span, 'Weeks from one to the next': '6', 'First day': '20 July 2009' })
    await press(priya, 'Show the days')
    await told(priya, '7 meetings. Look at one of them again.')
    const holiday = priya.getByRole('group', { name: 'Meeting 2, Monday' })
    await holiday.getByText(/bank holiday/i).waitFor()
    await good(priya)
    await holiday.getByLabel('Day', { exact: true }).fill('1 September 2009')
    await press(priya, 'Save these meetings')

    await plan('Skills Board', 'On these days', {
      'On these days': 'Friday 19 June 2009 at the Guildhall, 9am to noon\nTuesday 8 September 2009 at the Guildhall, 2pm to 4pm',
    })
    await press(priya, 'Show the days')
    await told(priya, 'Dafydd Rees would have to be at Partnership Management Group too')
    await priya.getByRole('group', { name: 'Meeting 1, Friday' }).getByLabel('Starts at').fill('2pm')
    await priya.getByRole('group', { name: 'Meeting 1, Friday' }).getByLabel('Ends at').fill('4pm')
    await press(priya, 'Save these meetings')

    await priya.goto(`${home}/meetings`)
    for (const group of ['Partnership Management Group', 'Safer Wexcombe', 'Skills Board']) await told(priya, group)
    await good(priya)
    const planned = await app.owner<{ name: string; count: number }[]>`
      select "group".name, count(*)::integer from meetings.meeting join partnership."group" on "group".id = group_id group by 1 order by 1`
    assert.deepEqual(
      planned.map(({ name, count }) => [name, count]),
      [
        ['Partnership Management Group', 11],
        ['Safer Wexcombe', 7],
        ['Skills Board', 2],
      ],
    )
    const [next] = await app.owner<{ id: number }[]>`select id from meetings.meeting where group_id = ${groupId} and on_day = '2009-06-19'`
    second = `${home}/meetings/${next?.id}`
    await priya.context().close()
  })

  await step('a meeting is prepared: from the forward plan to the agenda, with a paper, published to the members', async () => {
    until('2009-04-20T09:00:00Z')
    const ruth = await as(app.contributor)
    await ruth.goto(`${home}/groups/${groupId}/forward-plan/new`)
    await ruth.getByLabel('Items').fill('Community safety grant | Marta Turner')
    await ruth.getByLabel('Meeting', { exact: true }).selectOption({ label: await optionIn(ruth, 'Meeting', /6 May 2009/) })
    await ruth.getByLabel('For decision').check()
    await press(ruth, 'Add')
    await told(ruth, 'Community safety grant')
    await good(ruth)

    await ruth.goto(`${first}/agenda`)
    await press(ruth, 'Assemble the agenda')
    await ruth.getByRole('heading', { name: 'Community safety grant' }).waitFor()
    await press(ruth, 'Add an item')
    await ruth.getByLabel('Item', { exact: true }).fill('Pay of the support team')
    await ruth.getByLabel('Confidential').check()
    await press(ruth, 'Add')
    await ruth.getByRole('heading', { name: 'Pay of the support team' }).waitFor()
    await good(ruth)

    await ruth.goto(`${first}/papers/new`)
    await ruth.getByLabel('What the paper is called').fill('Options for the grant')
    await ruth
      .getByLabel('Item of the agenda')
      .selectOption({ label: await optionIn(ruth, 'Item of the agenda', /Community safety grant/) })
    await ruth
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'options.txt', mimeType: 'text/plain', buffer: Buffer.from('Lanterns for the footpath, or nothing.') })
    await press(ruth, 'Save')
    await told(ruth, 'Options for the grant')
    await good(ruth)

    await ruth.goto(`${first}/publication`)
    await told(ruth, 'Options for the grant, version 1')
    await good(ruth)
    await press(ruth, /^Publish/)
    const { subject, text } = await server.mailTo('marta@wexcombe.example')
    assert.match(subject ?? '', /agenda and papers for Partnership Management Group/)
    assert.match(text ?? '', /Community safety grant[\s\S]*Options for the grant/)
    await ruth.context().close()
  })

  await step('it is held: a deputy and apologies, a quorum, and two who write at once', async () => {
    until('2009-05-06T08:40:00Z')
    const [ruth, priya] = await Promise.all([as(app.contributor), as(app.officer)])
    await ruth.goto(`${first}/attendance`)
    const line = (of: string) => ruth.locator('[data-line]').filter({ hasText: of })
    await line('Dafydd Rees').getByRole('radio', { name: 'Present', exact: true }).click()
    await line('Ruth Calder').getByRole('radio', { name: 'Present', exact: true }).click()
    await line('Safer communities').getByRole('radio', { name: 'Joe Bell, deputy' }).click()
    await line('Helen Marsh').getByRole('radio', { name: 'Apologies', exact: true }).click()
    await ruth
      .locator('#tally')
      .getByText(/^Quorate: 3 of 4 seats are represented/)
      .waitFor()
    await good(ruth)

    await Promise.all([ruth.goto(`${first}/minutes/edit`), priya.goto(`${first}/minutes/edit`)])
    const itemOf = (page: Page, item: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: item }) })
    const words = (page: Page, item: string) => itemOf(page, item).locator('textarea')
    const saved = (page: Page) =>
      page
        .locator('[data-status]')
        .getByText(/^Saved \d\d:\d\d$/)
        .waitFor()
    await words(ruth, 'Community safety grant').first().fill('Some of the delivery plans are late.')
    await words(priya, 'Any other business').first().fill('The Guildhall is closed in August.')
    const typed = [
      'Decision: Lanterns for the footpath are paid for',
      'Action: Marta Turner to write to the parish councils by end of May',
      'Action: Helen Marsh to book the Guildhall by 22/5',
      'Action: Helen Marsh to draw up a grid of contacts by next meeting',
    ]
    await words(ruth, 'Community safety grant').first().focus()
    for (const piece of typed) {
      await ruth.keyboard.press('Control+Enter')
      await ruth.keyboard.type(piece)
    }
    await ruth.getByLabel('Money').first().fill('£50,000')
    await ruth.getByLabel('Money').first().press('Tab')
    for (const day of ['31 May 2009', '22 May 2009', '19 June 2009']) await told(ruth, new RegExp(day))
    await words(ruth, 'Pay of the support team').first().fill('The post was looked at.')
    await ruth.keyboard.press('Control+Enter')
    await ruth.keyboard.type('Decision: The coordinator is regraded')
    await ruth.keyboard.press('Control+Enter')
    await itemOf(ruth, 'Pay of the support team').locator('[data-number]').filter({ hasText: /\d/ }).first().waitFor()
    await saved(ruth)
    await saved(priya)
    await good(ruth)
    await Promise.all([ruth.context().close(), priya.context().close()])

    const decisions = await app.owner<{ text: string; pence: number | null }[]>`
      select text, amount_pence::integer as pence from meetings.decision where meeting_id = ${meetingId} order by number`
    assert.deepEqual(
      decisions.map(({ text, pence }) => [text, pence]),
      [
        ['Lanterns for the footpath are paid for', 5_000_000],
        ['The coordinator is regraded', null],
      ],
    )
  })

  await step('its minutes are circulated by mail, and a member proposes a correction', async () => {
    until('2009-05-11T09:00:00Z')
    const [ruth, helen] = await Promise.all([as(app.contributor), as(app.administrator)])
    await ruth.goto(`${first}/minutes`)
    await told(ruth, 'The Guildhall is closed in August.')
    await press(ruth, 'Circulate for correction')
    await ruth.getByLabel('Corrections by').fill('22 May 2009')
    await good(ruth)
    await press(ruth, 'Circulate')
    const { text } = await server.mailTo('helen@wexcombe.example', /propose a correction/)
    await helen.goto(pathIn(/http\S+\/minutes/.exec(text ?? '')?.[0] ?? ''))
    await good(helen)
    await helen.goto(`${first}/minutes/corrections`)
    await press(helen, 'Propose a correction')
    await helen.getByLabel('Part of the minutes').selectOption({ label: await optionIn(helen, 'Part of the minutes', /delivery plans/) })
    await helen.getByLabel('It says').fill('Some of')
    await helen.getByLabel('It should read').fill('Two of')
    await good(helen)
    await press(helen, 'Propose')
    await told(helen, 'Two of')
    await Promise.all([ruth.context().close(), helen.context().close()])
  })

  await step('an owner without an account answers through the link in a mail, without script', async () => {
    until('2009-05-24T08:30:00Z')
    const marta = await somebody(browser, { script: false })
    const letter = await server.mailTo('marta@wexcombe.example', /parish councils/)
    await marta.goto(pathIn(linkIn(letter)))
    await told(marta, 'You answer as Marta Turner')
    await good(marta)
    await marta.getByLabel('What came of it?').fill('All nine councils have answered')
    await press(marta, 'It is done')
    await told(marta, 'Nothing more is asked of you')
    await good(marta)
    await marta.context().close()
  })

  await step('one with an account closes theirs with an outcome', async () => {
    const helen = await as(app.administrator)
    await helen.goto(`${home}/actions`)
    await good(helen)
    await helen
      .getByRole('row')
      .filter({ hasText: /book the Guildhall/i })
      .getByRole('link')
      .first()
      .click()
    await press(helen, 'Close with an outcome')
    await helen.getByLabel('What came of it?').fill('Booked for the whole year')
    await good(helen)
    await press(helen, 'Close it')
    await told(helen, 'Booked for the whole year')
    await helen.context().close()
  })

  await step('what is left goes to the next agenda under its own reference, and the chair reads the brief', async () => {
    until('2009-06-12T08:30:00Z')
    const [ruth, dafydd] = await Promise.all([as(app.contributor), as(app.reader)])
    await ruth.goto(`${second}/agenda`)
    await press(ruth, 'Assemble the agenda')
    const arising = ruth.getByRole('table', { name: 'Actions that are open' })
    await arising.getByRole('row', { name: /^PMG\/090506\/3 .*grid of contacts/ }).waitFor()
    assert.equal(await arising.getByRole('row').count(), 2)
    await good(ruth)
    await dafydd.goto(`${second}/brief`)
    await dafydd.getByRole('heading', { name: /^Minutes to be approved/ }).waitFor()
    await told(dafydd, '1 correction is proposed')
    await good(dafydd)
    await Promise.all([ruth.context().close(), dafydd.context().close()])
  })

  await step('the next meeting agrees to the correction and approves the minutes, which nobody can change any more', async () => {
    until('2009-06-19T08:40:00Z')
    const ruth = await as(app.contributor)
    await ruth.goto(`${first}/minutes/corrections`)
    await press(ruth, /^Decide/)
    await ruth.getByLabel('Agreed', { exact: true }).check()
    await ruth
      .getByLabel('Decided at the meeting of')
      .selectOption({ label: await optionIn(ruth, 'Decided at the meeting of', /19 June 2009/) })
    await good(ruth)
    await press(ruth, 'Save')
    await ruth.goto(`${first}/minutes?version=marked`)
    assert.match((await ruth.locator('del').allTextContents()).join(), /Some/)
    assert.match((await ruth.locator('ins').allTextContents()).join(), /Two/)
    await told(ruth, /Helen Marsh/)
    await good(ruth)

    await ruth.goto(`${second}/minutes`)
    await press(ruth, /^Approve them at this meeting/)
    await ruth.getByLabel(/19 June 2009/).check()
    await good(ruth)
    await press(ruth, 'Approve')
    await ruth.goto(`${first}/minutes`)
    await told(ruth, 'Approved at the meeting of 19 June 2009')
    await ruth.goto(`${first}/minutes/edit`)
    await told(ruth, 'These minutes are approved and cannot be changed any more')
    await assert.rejects(
      app.visit('write', db => db`update meetings.minute set text = 'Another' where meeting_id = ${meetingId}`),
      /are approved and cannot be changed/,
    )
    await ruth.goto(`${home}/decisions`)
    await told(ruth, 'The minutes of the meeting held on 6 May 2009 were approved as a correct record, with one correction.')
    await told(ruth, '£50,000')
    await good(ruth)
    await ruth.context().close()
  })

  await step('a calendar program reads the meetings of the group without a session, until the address is taken back', async () => {
    const ruth = await as(app.contributor)
    await ruth.goto(`${home}/groups/${groupId}/feed`)
    await press(ruth, 'Make an address')
    const address = pathIn(await ruth.getByLabel('The address, shown only now').inputValue())
    await good(ruth)
    const answer = await fetch(address)
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
    assert.equal(events.length, 11)
    const starts = events.map(({ startDate }) => startDate.toJSDate().toISOString())
    assert.ok(starts.includes('2009-06-19T08:30:00.000Z') && starts.includes('2009-12-18T09:30:00.000Z'), 'in summer and in winter')
    await press(ruth, 'Take it back')
    await ruth.getByText('The address leads nowhere any more').waitFor()
    assert.equal((await fetch(address)).status, 404)
    await ruth.context().close()
  })

  await step('others see what they may, and search finds a decision for whoever may read it', async () => {
    const found = async (page: Page, typed: string) => {
      await page.goto(`${home}/search?q=${encodeURIComponent(typed)}`)
      await page.locator('[data-found-count]').waitFor()
      return page.locator('.gt-search__results li').count()
    }
    const members = await as(app.reader)
    assert.ok((await found(members, 'lanterns footpath')) > 0)
    await good(members)
    assert.ok((await found(members, 'coordinator regraded')) > 0)
    for (const person of [others.outsider, others.scrutineer]) {
      const page = await as(person, false)
      assert.ok((await found(page, 'lanterns footpath')) > 0)
      assert.equal(await found(page, 'coordinator regraded'), 0)
      assert.equal((await page.goto(`${first}/minutes`))?.status(), 200)
      assert.ok(await page.getByText('Lanterns for the footpath are paid for').isVisible())
      assert.equal((await page.getByText('regraded').count()) + (await page.getByText('Pay of the support team').count()), 0)
      await good(page)
      assert.equal((await page.goto(`${second}/minutes/edit`))?.status(), 403)
      await page.context().close()
    }
    const una = await as(others.scrutineer)
    for (const closed of ['agenda', 'papers', 'attendance']) assert.equal((await una.goto(`${first}/${closed}`))?.status(), 403)
    assert.equal((await una.goto(`${home}/actions`))?.status(), 403)
    await una.context().close()
    await members.context().close()
  })
})

/** The words of the only option that says this. */
async function optionIn(page: Page, label: string, says: RegExp): Promise<string> {
  const all = await page.getByLabel(label, { exact: true }).locator('option').allTextContents()
  return all.find(option => says.test(option)) ?? assert.fail(`${label} has only ${all.join(', ')}`)
}

/** Three groups: one of four seats, with a chair, a secretary, a lead without an account who has a deputy, and a member; and its chair at the table of the others. */
async function tables(app: FreshApp) {
  const example = await exampleMeeting(app)
  const { people, seats } = example
  await app.visit('write', async db => {
    await db`update partnership.person set email = 'marta@wexcombe.example' where id = ${people.lead}`
    await db`update partnership.person set email = 'dafydd@wexcombe.example' where id = ${people.chair}`
    await db`update partnership.person set email = 'helen@wexcombe.example' where account_id = ${app.administrator.accountId}`
    await db`insert into partnership.tenure (seat_id, person_id) select ${seats.member}, id from partnership.person where account_id = ${app.administrator.accountId}`
    await db`
      with joe as (insert into partnership.person (name) values ('Joe Bell') returning id)
      insert into partnership.deputy (seat_id, person_id, place) select ${seats.lead}, id, 1 from joe`
    for (const [name, shortName] of [
      ['Safer Wexcombe', 'SW'],
      ['Skills Board', 'SB'],
    ] as const)
      await db`
        with at as (insert into partnership."group" (name, short_name, layer, kind) values (${name}, ${shortName}, 'operational', 'thematic-partnership') returning id),
             seat as (insert into partnership.seat (group_id, role, title, place) select id, 'chair', '', 1 from at returning id)
        insert into partnership.tenure (seat_id, person_id) select id, ${people.chair} from seat`
  })
  return example
}
