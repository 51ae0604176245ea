// Two people write the minutes of a meeting while it is held: at once, with the keyboard alone, without a connection, over a restart, and nobody's words are lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openApplication } from '../../src/application.ts'
import { exampleMeeting } from '../pages/meeting.ts'
import { type FreshApp, freshApp, type Person } from '../web/index.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'

test('minutes are written by two at once, and wait where there is no connection', async t => {
  const step = stepsOf(t)
  const app = await freshApp(t)
  const { meetingId, items } = await heldMeeting(app)
  const browser = await openBrowser(t)
  const origin = await app.web.server.listen({ port: 0, host: '127.0.0.1' })
  const address = `${origin}/wexcombe/meetings/${meetingId}/minutes/edit`
  const [ruth, priya] = [await signedIn(browser, origin, app.contributor), await signedIn(browser, origin, app.officer)]

  const words = (page: Page, item: number) => page.locator(`#item-${items[item]} textarea`)
  const bar = (page: Page) => page.locator('[data-status]')
  const texts = async (page: Page, item: number) =>
    (await words(page, item).evaluateAll(all => all.map(each => (each as HTMLTextAreaElement).value))).filter(Boolean)
  const kept = async () =>
    (await app.owner<{ text: string }[]>`select text from meetings.minute where meeting_id = ${meetingId}`).map(({ text }) => text)
  const until = async (what: string, is: () => Promise<boolean>) => {
    for (let times = 0; times < 150; times++) {
      if (await is()) return
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    assert.fail(`${what}: ${JSON.stringify(await kept())}`)
  }

  await step('they write under different items, and each sees what the other wrote', async () => {
    await Promise.all([ruth.goto(address), priya.goto(address)])
    await words(ruth, 0).first().fill('The Chair welcomed everybody.')
    await words(priya, 1).first().fill('Some of the delivery plans are not in place.')
    await bar(ruth)
      .getByText(/^Saved \d\d:\d\d$/)
      .waitFor()
    await until('Priya sees it', async () => (await texts(priya, 0)).includes('The Chair welcomed everybody.'))
    await until('Ruth sees it', async () => (await texts(ruth, 1)).includes('Some of the delivery plans are not in place.'))
    await checkPage(ruth)
    await checkNarrow(ruth)
  })

  await step('with the keyboard alone: an action in a line, further pieces, moved, taken out and brought back', async () => {
    await words(ruth, 1).first().focus()
    await ruth.keyboard.press('Control+Enter')
    await ruth.keyboard.type('Action: Colin to write to chairs by end of June')
    await ruth.keyboard.press('Control+Enter')
    await ruth.keyboard.type('The meeting discussed:')
    await ruth.keyboard.press('Enter')
    await ruth.keyboard.type('- engagement')
    await ruth.keyboard.press('Enter')
    await ruth.keyboard.type('accountability')
    await ruth.locator(`#item-${items[1]}`).getByText('PMG/090506/1').waitFor()
    await ruth.locator(`#item-${items[1]}`).getByText('Tue 30 June 2009').waitFor()
    assert.equal(await ruth.getByLabel('Who').first().inputValue(), 'Colin')
    assert.ok((await texts(ruth, 1)).includes('The meeting discussed:\n- engagement\n- accountability'))

    // While what was typed is still on its way.
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    await ruth.route('**/pieces', async route => {
      await held
      await route.continue()
    })
    const sent = ruth.waitForRequest('**/pieces')
    await ruth.keyboard.type(' of all')
    await sent
    await ruth.keyboard.press('Alt+ArrowUp')
    letGo()
    await ruth.unrouteAll({ behavior: 'wait' })
    await until('it is moved', async () => {
      const rows = await app.owner<{ text: string }[]>`select text from meetings.minute where item_id = ${items[1] ?? 0} order by place`
      return rows[1]?.text.startsWith('The meeting discussed') === true
    })
    await ruth.keyboard.press('Control+Shift+Backspace')
    await until('it is taken out', async () => !(await kept()).some(text => text.startsWith('The meeting discussed')))
    await ruth.keyboard.press('Control+Shift+Z')
    await until('it is back', async () => (await kept()).some(text => text.startsWith('The meeting discussed')))
    await ruth.keyboard.press('Alt+PageDown')
    assert.equal(await ruth.evaluate(() => document.activeElement?.closest('section')?.id), `item-${items[2]}`)
    await checkPage(ruth)
    await checkNarrow(ruth)
  })

  await step('without a connection everything waits, over a closed tab too, and goes when it is back', async () => {
    await ruth.context().setOffline(true)
    await words(ruth, 2).first().fill('Written without a connection.')
    await bar(ruth).getByText('Not saved: no connection, 1 change waits here').waitFor()
    await ruth.close()
    assert.ok(!(await kept()).includes('Written without a connection.'))
    await ruth.context().setOffline(false)
    const again = await ruth.context().newPage()
    await again.goto(address)
    await until('it is sent', async () => (await kept()).includes('Written without a connection.'))
    assert.ok((await texts(again, 2)).includes('Written without a connection.'))
    assert.equal((await kept()).filter(text => text === 'Written without a connection.').length, 1)
    await again.close()
  })

  await step('the server is started anew while somebody writes', async () => {
    await app.web.server.close()
    await words(priya, 2).last().fill('Written while the server was away.')
    await bar(priya)
      .getByText(/^Not saved: .*waits? here$/)
      .waitFor()
    const { web } = await openApplication({
      database: app.database,
      version: '0.0.0',
      clock: () => Temporal.Instant.from('2009-05-06T10:42:00Z'),
      log: 'none',
    })
    await web.server.listen({ port: Number(new URL(origin).port), host: '127.0.0.1' })
    t.after(() => web.server.close())
    await until('it is sent', async () => (await kept()).includes('Written while the server was away.'))
    await bar(priya).getByText('Saved 11:42').waitFor()
  })

  await step('both change one piece: other lines are put together, the same line stays in both versions', async () => {
    const helen = await signedIn(browser, origin, app.administrator)
    await helen.goto(address)
    const mine = words(priya, 0).first()
    await until('Helen sees it', async () => (await texts(helen, 0)).length > 0)
    await helen.context().setOffline(true)
    await words(helen, 0).first().fill('The Chair welcomed everybody.\nApologies were noted.')
    await mine.fill('The Chair, Phil, welcomed everybody.')
    await bar(priya)
      .getByText(/^Saved/)
      .waitFor()
    await until('Priya’s is kept', async () => (await kept()).includes('The Chair, Phil, welcomed everybody.'))
    await helen.context().setOffline(false)
    await until('both are kept', async () => (await kept()).some(text => text.includes('Phil') && text.includes('Apologies were noted.')))
    await until('Priya sees both', async () => (await mine.inputValue()).includes('Apologies were noted.'))
    await checkPage(helen)
    await helen.close()
  })

  await step('without script it is a form for each item', async () => {
    const plain = await signedIn(browser, origin, app.officer, false)
    await plain.goto(address)
    const section = plain.locator(`#item-${items[2]}`)
    await section.locator('textarea').last().fill('Written without script.')
    await section.getByRole('button', { name: /^Save/ }).click()
    await plain.getByText('Any other business is saved').waitFor()
    assert.ok((await kept()).includes('Written without script.'))
    await checkPage(plain)
    await checkNarrow(plain)
  })
})

async function signedIn(browser: Browser, origin: string, { cookie }: Person, script = true): Promise<Page> {
  const page = await somebody(browser, { script })
  const [name = '', ...value] = cookie.split('=')
  await page.context().addCookies([{ name, value: value.join('='), url: origin }])
  return page
}

/** With an agenda of three items and somebody beside the group's own people. */
async function heldMeeting(app: FreshApp) {
  const { meetingId } = await exampleMeeting(app)
  const items: number[] = []
  await app.visit('write', async db => {
    await db`
      with someone as (insert into partnership.person (name) values ('Colin Carr') returning id)
      insert into meetings.attendance (meeting_id, person_id, how) select ${meetingId}, id, 'present' from someone`
    for (const title of ['Welcome', 'Performance management', 'Any other business']) {
      const [row] = await db<{ id: number }[]>`
        insert into meetings.agenda_item (meeting_id, title, place) values (${meetingId}, ${title}, ${items.length + 1}) returning id`
      items.push(row?.id ?? 0)
    }
  })
  return { meetingId, items }
}
