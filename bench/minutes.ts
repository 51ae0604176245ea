/** The minute-taker's page of a long meeting: made, sent, opened in a browser, and written in. */
import { randomUUID } from 'node:crypto'
import { chromium } from 'playwright-core'
import { signedIn, usualSize } from './county.ts'
import { atMost, type Benchmark, kilobytes, median, milliseconds, noted } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace, type Made } from './place.ts'
import { textOf, visitor } from './visitor.ts'

const [attendees, items, rounds] = [40, 30, 20]
const written = [
  { kind: 'heading', text: 'Update on current spend' },
  {
    kind: 'discussion',
    text: `- ${'The concerns were noted, and the need to be clear about what is collected was said again. '.repeat(4)}\n  - So was what follows from it.`,
  },
  {
    kind: 'discussion',
    text: 'Some felt that figures of districts should not be brought to this group, since it is those of the county that were agreed. '.repeat(
      3,
    ),
  },
  { kind: 'decision', text: 'The principles are endorsed and go to the board', amount: '£2.6 million', proposer: 'Attendee Number 7' },
  { kind: 'action', text: 'Send out the template on implications', owners: 'Attendee Number 3, Attendee Number 4', due: 'end of June' },
]

export const minutes: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('minutes')
    const { server, county } = await openedCounty(made, { ...usualSize, indicators: 1 })
    const cookie = await signedIn(made, county, 'An officer', 'performance-officer')
    const { meetingId, itemIds } = await longMeeting(made, county.partnershipId)
    const one = visitor(server.port, cookie)
    const at = `/${county.slug}/meetings/${meetingId}/minutes`

    const saved: number[] = []
    for (const item of itemIds)
      for (const fields of written) {
        const key = randomUUID()
        const named = Object.entries(fields).map(([name, value]) => [`${name}-${key}`, [value]])
        const answer = await one.post(`${at}/pieces`, { key: [key], item: [String(item)], settles: ['yes'], ...Object.fromEntries(named) })
        if (!textOf(answer).startsWith('{"ok":true')) throw new Error(textOf(answer))
        saved.push(answer.ms)
      }
    const { change } = JSON.parse(textOf(await one.get(`${at}/changes.json?since=0`)))
    const taken = { page: [] as number[], quiet: [] as number[] }
    let page = await one.get(`${at}/edit`)
    for (let round = -5; round < rounds; round++) {
      page = await one.get(`${at}/edit`)
      const quiet = await one.get(`${at}/changes.json?since=${change}`)
      if (round >= 0) for (const [name, { ms }] of Object.entries({ page, quiet })) taken[name as keyof typeof taken].push(ms)
    }
    const html = textOf(page)
    one.leave()
    const open = await openedInBrowser(`http://127.0.0.1:${server.port}${at}/edit`, cookie)
    await server.stop()
    return {
      title: 'Writing the minutes of a long meeting',
      figures: [
        noted('the page made anew', milliseconds(median(taken.page))),
        atMost('the page as it is sent', page.bytes.length, 150_000, kilobytes),
        noted('of that before it is compressed', kilobytes(html.length)),
        atMost('in Chromium, from asking for it until one can write', median(open), 2_000, milliseconds),
        noted('a piece saved, with what was understood of it', milliseconds(median(saved))),
        noted('asking whether somebody else has written, where nobody has', milliseconds(median(taken.quiet))),
      ],
      how: [
        `${attendees} people at the table, ${items} items, ${itemIds.length * written.length} pieces: of each five a heading, two of discussion, a decision with money and an action with two owners. Medians of ${rounds} rounds after five to warm up, of all pieces saved one after the other, and of ${open.length} loads in a browser that has the scripts and styles already.`,
      ],
    }
  })

async function longMeeting({ database }: Made, partnershipId: number) {
  return database.visit({ partnershipId, accountId: null, name: 'A bench', requestId: 'bench' }, 'write', async db => {
    const [group] = await db<{ id: number }[]>`
      insert into partnership."group" (name, short_name, layer, kind) values ('Management Group', 'PMG', 'executive', 'management-group') returning id`
    const [meeting] = await db<{ id: number }[]>`
      insert into meetings.meeting (group_id, on_day, starts_at) values (${group?.id ?? 0}, '2009-05-06', '09:30') returning id`
    const meetingId = meeting?.id ?? 0
    await db`
      with someone as (insert into partnership.person (name) select 'Attendee Number ' || n from generate_series(1, ${attendees}) n returning id)
      insert into meetings.attendance (meeting_id, person_id, how) select ${meetingId}, id, 'present' from someone`
    const rows = await db<{ id: number }[]>`
      insert into meetings.agenda_item (meeting_id, title, place, presenter)
      select ${meetingId}, 'Matter ' || n || ' of the partnership', n, 'Attendee Number ' || n from generate_series(1, ${items}) n returning id`
    return { meetingId, itemIds: rows.map(({ id }) => id) }
  })
}

async function openedInBrowser(address: string, cookie: string): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const context = await browser.newContext()
    const [name = '', ...value] = cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: address }])
    const page = await context.newPage()
    const taken: number[] = []
    for (let round = -1; round < 5; round++) {
      const started = performance.now()
      await page.goto(address, { waitUntil: 'commit' })
      await page.locator('[data-bar]').waitFor()
      await page.locator('textarea').last().focus()
      await page.keyboard.type('x')
      if (round >= 0) taken.push(performance.now() - started)
      await page.keyboard.press('Backspace')
    }
    return taken
  } finally {
    await browser.close()
  }
}
