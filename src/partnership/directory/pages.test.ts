import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'
import { csv } from '../../kernel/csv.ts'
import { day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import { sheet } from '../../platform/sheet/index.ts'
import type { Directory } from './directory.ts'
import { directory } from './store.ts'
import { directoryTable, emptyDirectory } from './table.ts'

const app = await freshApp({ after }, { now: '2026-11-25T09:30:00Z' })

type Page = Awaited<ReturnType<typeof app.get>>
const plain = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
const place = ({ headers, body, statusCode }: Page): string => {
  assert.equal(statusCode, 303, plain(body).slice(0, 800))
  return String(headers.location)
}
const open = (path: string, person: Person = app.officer) => app.get(person, path)

/** From the file to its preview, with what the page takes the columns for. */
async function preview(content: string | Uint8Array, fileName = 'people.csv', said: Record<string, string> = {}) {
  const columns = place(await app.upload(app.officer, 'imports', { kind: 'people', source: '' }, { field: 'file', fileName, content }))
  const form = formIn((await open(columns)).body)
  const path = place(await app.post(app.officer, columns, { ...form.fields, ...said }))
  return { path, page: await open(path) }
}
const counts = (page: Page): string => [...page.body.matchAll(/gt-card__figure">([\d,]+)</g)].map(([, count]) => count).join(' ')
async function confirm(path: string): Promise<Page> {
  const form = formIn((await open(path)).body, '/confirmation')
  return open(place(await app.post(app.officer, `${path}/confirmation`, form.fields)))
}
const held = () => app.visit<Directory>('read', (db: Db) => directory(db))

const sheetOfPeople = `Group,Short name,Layer,Type,Reports to,Role,Seat,Name,E-mail address,Tel,Job title,Organisation,Sector,Start date,End date,Deputy,Deputy e-mail,Interim cover,Cover reason,Cover until
Thriving Wexcombe Board,TWB,Strategic,Board,,Chairman,,Cllr Amina Khan,amina.khan@wexcombe.example,+44 1632 960001,Leader,Wexcombe County Council,Council,1 May 2025,,Tom Hale,tom.hale@wexcombe.example,,,
Thriving Wexcombe Board,,,,,Member,Health,Vacant,,,,NHS Wexcombe,NHS,,,,,,,
TWB,,,,,Rep,,Bea Moss,bea@police.example,,Chief Superintendent,Wexcombe Police,Police,01/04/2024,,,,,,
Safer Wexcombe,,Operational,Theme partnership,TWB,Lead officer,Burglary,Bea Moss,bea@police.example,,,Wexcombe Police,,,,,,Carl Dunn,maternity leave,3 May 2027
Safer Wexcombe,,,,,Wizard,,Dora Finch,,,,Wexcombe Probation,Probation,,,,,,,
,,,,,,,,,,,Kingsferry College,FE,,,,,,,
`

describe('a partnership is set up from one sheet', () => {
  test('before there is an agreement people can be brought in, and the page says what a sheet looks like', async () => {
    const list = plain((await open('imports')).body)
    assert.match(list, /Import people.*Set up an agreement first/)
    assert.doesNotMatch(list, /Import returns/)
    const page = await open('imports/new?kind=people')
    assert.match(plain(page.body), /Import people.*One row for each seat.*Sheet to fill in as Excel.*everybody who is here/)
    assert.match(page.body, /people-to-fill-in\.xlsx/)
    assert.equal(
      (await app.upload(app.reader, 'imports', { kind: 'people' }, { field: 'file', fileName: 'a.csv', content: 'a\n1' })).statusCode,
      403,
    )
  })

  test('columns are recognised, the preview tells rows and records, and what is refused is told by line and column', async () => {
    const { path, page } = await preview(sheetOfPeople)
    assert.equal(counts(page), '5 0 0 1')
    const said = plain(page.body)
    assert.match(
      said,
      /4 organisations will be added 4 people will be added 4 posts will be added 2 groups will be added 4 seats will be added/,
    )
    assert.match(said, /Line 6|6 Role Wizard A role is Chair, Vice chair/)
    assert.match((await open(`${path}/refused.csv`)).body, /6,Role,Wizard,"?A role is/)
    assert.match(
      plain((await open(`${path}?rows=new`)).body),
      /Cllr Amina Khan – Wexcombe County Council – Chairman, Thriving Wexcombe Board The organisation Wexcombe County Council/,
    )
    assert.equal((await held()).groups.length, 0)

    const done = await confirm(path)
    assert.match(plain(done.body), /people\.csv is imported.*4 organisations were added.*See the structure/)
    const { groups, seats, organisations } = await held()
    assert.deepEqual(
      groups.map(({ shortName, layer, kind, parentId }) => [shortName, layer, kind, groups.find(({ id }) => id === parentId)?.shortName]),
      [
        ['SW', 'operational', 'thematic-partnership', 'TWB'],
        ['TWB', 'strategic', 'board', undefined],
      ],
    )
    assert.deepEqual(
      seats.map(seat => [
        seat.role,
        seat.title,
        seat.organisation,
        seat.tenures.map(({ name, beginsOn, isInterim }) => `${name} ${beginsOn} ${isInterim}`),
        seat.deputies.map(({ name }) => name),
      ]),
      [
        ['chair', '', 'Wexcombe County Council', ['Cllr Amina Khan 2025-05-01 false'], ['Tom Hale']],
        ['member', 'Health', 'NHS Wexcombe', [], []],
        ['member', '', 'Wexcombe Police', ['Bea Moss 2024-04-01 false'], []],
        ['lead', 'Burglary', 'Wexcombe Police', ['Bea Moss null false', 'Carl Dunn null true'], []],
      ],
    )
    assert.deepEqual(
      organisations.map(({ name, sector }) => `${name} ${sector}`),
      ['Kingsferry College education', 'NHS Wexcombe health', 'Wexcombe County Council local-authority', 'Wexcombe Police police'],
    )
  })

  test('mended and brought in again, only the mended row is new', async () => {
    const { path, page } = await preview(sheetOfPeople.replace('Wizard', 'Adviser'))
    assert.equal(counts(page), '1 0 5 0')
    await confirm(path)
    const again = await preview(sheetOfPeople.replace('Wizard', 'Adviser'))
    assert.equal(counts(again.page), '0 0 6 0')
    assert.match(plain(again.page.body), /There is nothing in this file to import/)
  })

  test('a successor ends the time of whoever sat there; it is told before', async () => {
    const { path, page } = await preview('Group,Role,Name,From\nTWB,Chair,Eve Hart,1 June 2026\n')
    assert.equal(counts(page), '1 0 0 0')
    assert.match(
      plain((await open(`${path}?rows=new`)).body),
      /Cllr Amina Khan as Chair of Thriving Wexcombe Board: since 1 May 2025 from 1 May 2025 to 31 May 2026/,
    )
    await confirm(path)
    const chair = (await held()).seats.find(({ role }) => role === 'chair')
    assert.deepEqual(
      chair?.tenures.map(({ name, beginsOn, endsOn, endedBy }) => [name, beginsOn, endsOn, endedBy]),
      [
        ['Cllr Amina Khan', '2025-05-01', '2026-05-31', 'replaced'],
        ['Eve Hart', '2026-06-01', null, null],
      ],
    )
  })

  test('when something else was changed in between, nothing is imported and the preview is shown again', async () => {
    const { path } = await preview('Group,Role,Name,From\nSafer Wexcombe,Chair,Finn Gray,1 June 2026\n')
    const other = await preview('Group,Role,Name,From\nSafer Wexcombe,Chair,Gail Hood,1 June 2025\n')
    await confirm(other.path)
    const answered = await confirm(path)
    assert.match(plain(answered.body), /Nothing was imported, because something has changed since you looked/)
    assert.equal(
      (await held()).people.some(({ name }) => name === 'Finn Gray'),
      false,
    )
  })

  test('a column that says nothing of whom or where is asked for', async () => {
    const columns = place(
      await app.upload(app.officer, 'imports', { kind: 'people', source: '' }, { field: 'file', fileName: 'x.csv', content: 'a,b\n1,2\n' }),
    )
    const form = formIn((await open(columns)).body)
    const answered = await app.post(app.officer, columns, form.fields)
    assert.equal(answered.statusCode, 422)
    assert.match(plain(answered.body), /Say which column has the group, the person or the organisation/)
  })
})

describe('everybody is downloaded', () => {
  test('and comes back unchanged, as CSV, Excel and OpenDocument', async () => {
    for (const form of ['csv', 'xlsx', 'ods'] as const) {
      const file = await open(`people.${form}`)
      assert.equal(file.statusCode, 200)
      const { page } = await preview(file.rawPayload, `people.${form}`)
      const [fresh, revised, , refused] = counts(page).split(' ')
      assert.deepEqual([form, fresh, revised, refused], [form, '0', '0', '0'], plain(page.body))
    }
  })

  test('as at a day: who sat there then', async () => {
    assert.match((await open('people.csv?on=1+April+2026')).body, /Chair,.*Cllr Amina Khan/)
    assert.match((await open('people.csv?on=1+July+2026')).body, /Chair,.*Eve Hart/)
    assert.equal((await open('people.csv?on=someday')).statusCode, 404)
  })

  test('with contacts only for those who may see them', async () => {
    const all = await held()
    const written = (withContacts: boolean) => csv(directoryTable(all, day('2026-11-25'), withContacts).rows)
    assert.match(written(true), /tom\.hale@wexcombe\.example/)
    assert.doesNotMatch(written(false), /@|960001/)
  })

  test('words that a spreadsheet would take for a formula are harmless, and are read as they were', async () => {
    const { path } = await preview(`Name,Phone,Organisation\n"=HYPERLINK(""x"")",+44 1,@Home\n`)
    await confirm(path)
    const file = (await open('people.csv')).body
    assert.match(file, /"'=HYPERLINK\(""x""\)"/)
    assert.match(file, /'\+44 1.*'@Home/)
    assert.equal(counts((await preview(file)).page).split(' ')[0], '0')
  })

  test('the sheet to fill in can be filled in', async () => {
    const file = await open('people-to-fill-in.xlsx')
    const { page } = await preview(file.rawPayload, 'people-to-fill-in.xlsx')
    assert.equal(counts(page).split(' ').at(-1), '0', plain(page.body))
    assert.equal((await app.get(app.reader, 'people-to-fill-in.csv')).statusCode, 403)
    assert.ok((await sheet(emptyDirectory(), 'ods')).length > 1000)
  })
})

test('ten thousand rows are checked and imported in seconds, those of so many in the background', { timeout: 220_000 }, async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => {
    const [group, person] = [at % 200, at % 5999]
    return [
      `Big group ${group}`,
      'Operational',
      'Working group',
      'Member',
      `Somebody ${person}`,
      `somebody.${person}@wexcombe.example`,
      `Body ${person % 300}`,
      `Somebody ${(at + 1) % 5999}`,
      `somebody.${(at + 1) % 5999}@wexcombe.example`,
    ].join(',')
  })
  const file = `Group,Layer,Kind of group,Role,Person,E-mail,Organisation,Deputy 1,Deputy 1 e-mail\n${rows.join('\n')}\n`
  const began = performance.now()
  const { path, page } = await preview(file)
  const checked = performance.now()
  assert.equal(counts(page), '10,000 0 0 0')
  await confirm(path)
  while (!/is imported/.test((await open(path)).body)) await sleep(100)
  const imported = performance.now()
  console.log(`10,000 rows: checked in ${Math.round(checked - began)} ms, imported in ${Math.round(imported - checked)} ms`)
  const [again] = [await preview(file)]
  assert.equal(counts(again.page), '0 0 10,000 0')
})
