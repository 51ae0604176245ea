// An administrator of a new partnership brings in all of its people from the one sheet that the office keeps: with three rows that are told and mended.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type TableSeat, tableGroups, tableOrganisations, tablePeople } from '../../src/example/table.ts'
import { addMonths, dayIn, dayLabel } from '../../src/kernel/day.ts'
import type { Cell } from '../../src/kernel/table.ts'
import { sheet } from '../../src/platform/sheet/index.ts'
import { open, press, setUp } from './acts.ts'
import { checkNarrow, checkPage, openBrowser, somebody, stepsOf } from './browser.ts'
import { freshFolder, startGoldthread } from './goldthread.ts'

const passphrase = 'seven herons over the Bridgewater canal'

for (const script of [true, false])
  test(`a partnership of sixty people comes from one sheet, ${script ? 'with' : 'without'} script`, async t => {
    const step = stepsOf(t)
    const [folder, browser] = await Promise.all([freshFolder(t), openBrowser(t)])
    const goldthread = await startGoldthread(t, folder)
    const page = await somebody(browser, { script })
    await page.goto(goldthread.firstAddress)
    await setUp(page, { partnership: 'Our Partnership', area: 'Trafford', name: 'Ada Byrne', email: 'ada.byrne@our.example', passphrase })
    await page.getByText('you are its administrator').waitFor()

    await step('three rows are told with their line, column and what to do, and leave nothing behind', async () => {
      const { rows, wrong } = people({ mended: false })
      await bring(page, await written(folder, rows), script ? checkPage : async () => {})
      const refused = page.getByRole('table', { name: 'Refused rows' }).getByRole('row')
      assert.equal(await refused.count(), 1 + wrong.length)
      for (const { row, says } of wrong) {
        const told = await refused.filter({ has: page.getByRole('rowheader', { name: String(row), exact: true }) }).innerText()
        assert.match(told, says)
      }
      if (script) await checkPage(page)
      await checkNarrow(page)
      await press(page, 'Give this import up')
    })

    await step('mended, the sheet makes organisations, people, groups and seats', async () => {
      const { rows } = people({ mended: true })
      await bring(page, await written(folder, rows))
      await page.getByText('14 groups will be added').waitFor()
      await page.getByText('25 organisations will be added').waitFor()
      await page.getByText('60 people will be added').waitFor()
      await press(page, /^Import all \d+ rows$/)
      await page.getByText('25 organisations were added').waitFor()
      if (script) await checkPage(page)
      await checkNarrow(page)
    })

    await step('the structure is drawn, a group says who sits there, and which seat is vacant', async () => {
      await press(page, 'See the structure')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await open(page, 'Groups')
      const withVacancy = tableGroups.find(({ seats }) => seats.some(({ holder }) => holder === null))
      assert.ok(withVacancy)
      await press(page, withVacancy.name)
      await page.getByRole('heading', { name: withVacancy.name }).first().waitFor()
      await page
        .getByText(/vacant/i)
        .first()
        .waitFor()
    })

    await step('the same sheet again changes nothing', async () => {
      await bring(page, join(folder, 'people.xlsx'))
      await page.getByText('There is nothing in this file to import').waitFor()
    })
  })

async function bring(page: Page, file: string, look: (page: Page) => Promise<void> = async () => {}): Promise<void> {
  await open(page, 'Bring in data')
  await press(page, 'Import people')
  await look(page)
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await press(page, 'Continue')
  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor()
  await look(page)
  await press(page, 'Check the file')
  await page.getByRole('heading', { name: /^Before you import/ }).waitFor()
}

const headings =
  'Group;Short name;Layer;Type of group;Reports to;Group ends;Role;Portfolio;Representing;Name;E-mail;Job title;Organisation;Sector;Identifier;Start date;Deputy 1;Deputy 2;Covered by;Reason for cover;Cover from;Cover until'.split(
    ';',
  )

/** As an office would keep it: in its own words, what was said of a body or group once not said again. */
function people({ mended }: { readonly mended: boolean }) {
  const today = dayIn(Temporal.Now.instant())
  const day = (monthsAgo: number | undefined) => (monthsAgo === undefined ? '' : dayLabel(addMonths(today, -monthsAgo)))
  const told = new Set<string>()
  const once = (what: string, cells: Record<string, Cell>) => {
    if (told.has(what)) return {}
    told.add(what)
    return cells
  }
  const body = (name: string) => {
    const { sector, identifier = '' } = tableOrganisations.find(each => each.name === name) ?? { sector: '' }
    return { Organisation: name, ...once(name, { Sector: sector, Identifier: identifier }) }
  }
  const who = (name: string | null) => {
    const person = tablePeople.find(each => each.name === name)
    if (person === undefined) return { Name: name ?? 'Vacant' }
    const seen = once(`person ${name}`, { 'Job title': person.post })
    return { Name: person.name, 'E-mail': person.email ?? '', ...seen, ...body(person.organisation) }
  }
  const seat = ({ role, title, organisation, holder, since, deputies, cover }: TableSeat) => ({
    Role: role === 'secretariat' ? 'Officer support' : role,
    Portfolio: title,
    Representing: organisation ?? 'own right',
    ...who(holder),
    'Start date': holder === null ? '' : day(since),
    'Deputy 1': deputies[0] ?? '',
    'Deputy 2': deputies[1] ?? '',
    ...(cover && { 'Covered by': cover.by, 'Reason for cover': cover.reason, 'Cover from': day(cover.since) }),
  })
  const lines: Record<string, Cell>[] = [
    ...tableGroups.flatMap(group => {
      const its = () => ({
        Group: group.name,
        ...once(`group ${group.name}`, {
          'Short name': group.shortName,
          Layer: group.layer,
          'Type of group': group.kind,
          'Reports to': group.parent,
          'Group ends': group.ends === undefined ? '' : dayLabel(addMonths(today, group.ends)),
        }),
      })
      return group.seats.length === 0 ? [its()] : group.seats.map(each => ({ ...its(), ...seat(each) }))
    }),
    ...tablePeople.filter(({ name }) => !told.has(`person ${name}`)).map(({ name }) => who(name)),
    ...tableOrganisations.filter(({ name }) => !told.has(name)).map(({ name }) => body(name)),
  ]
  const wrong = [
    { row: 4, column: 'Role', cell: 'Wizard', says: /Role.*G4.*Wizard.*A role is Chair/s },
    { row: 5, column: 'Start date', cell: '31 February 2026', says: /Start date.*P5.*31 February 2026.*This is not a date/s },
    { row: 6, column: 'E-mail', cell: 'somebody at home', says: /E-mail.*K6.*somebody at home.*This is not an e-mail address/s },
  ]
  if (!mended) for (const { row, column, cell } of wrong) lines[row - 2] = { ...lines[row - 2], [column]: cell }
  return { rows: lines.map(line => headings.map(heading => line[heading] ?? '')), wrong }
}

async function written(folder: string, rows: readonly (readonly Cell[])[]): Promise<string> {
  const file = join(folder, 'people.xlsx')
  await writeFile(file, await sheet({ title: 'Membership', columns: headings.map(heading => ({ heading, width: 20 })), rows }, 'xlsx'))
  return file
}
