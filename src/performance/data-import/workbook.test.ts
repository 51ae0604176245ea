// A workbook of Excel or LibreOffice comes in as a CSV file does.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { strToU8, zipSync } from 'fflate'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { Cell } from '../../kernel/table.ts'
import { addArea } from '../../partnership/index.ts'
import { type SheetForm, sheet } from '../../platform/sheet/index.ts'
import { addAgreement } from '../agreement/store.ts'
import { addIndicators } from '../indicator/store.ts'
import { exampleMeasure, fivePerCent } from '../target/example.ts'

const app = await freshApp({ after })
const agreement = await app.visit('write', async db => {
  const areaId = await addArea(db, { code: 'E10000099', name: 'Wexcombe', kind: 'county', parentId: null })
  const { kind: toleranceKind, amount: tolerance } = fivePerCent
  const id = await addAgreement(db, { title: 'LAA', firstYear: 2008, lastYear: 2010, areaId, toleranceKind, tolerance })
  const { id: _, agreementId: __, ...measure } = exampleMeasure({ frequency: 'quarter' })
  const links = { outcomeIds: [], contributorIds: [], seriesNames: [] }
  await addIndicators(db, id, [
    { ...measure, ...links },
    { ...measure, ...links, reference: 'NI 9', title: 'Use of libraries' },
  ])
  return id
})

const byDays = ['Reference', 'Area code', 'First day', 'Last day', 'Value']
const byPeriod = ['Reference', 'Area code', 'Period', 'Value']
const workbook = (form: SheetForm, headings: readonly string[], rows: readonly Cell[][]) =>
  sheet({ title: 'Returns', columns: headings.map(heading => ({ heading, width: 12 })), rows }, form)
const upload = (fileName: string, content: Uint8Array, fields: Readonly<Record<string, string>> = {}) =>
  app.upload(app.officer, 'imports', { kind: 'returns', agreement: String(agreement), ...fields }, { field: 'file', fileName, content })
const columnsOf = ({ headers, body }: Awaited<ReturnType<typeof upload>>) => headers.location ?? assert.fail(plain(body).slice(0, 500))
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')

/** Agrees with what the columns are taken for; where the preview is. */
async function check(columns: string): Promise<string> {
  const { fields } = formIn((await app.get(app.officer, columns)).body)
  const answer = await app.post(app.officer, columns, fields)
  return answer.headers.location ?? assert.fail(plain(answer.body).slice(0, 800))
}
const preview = async (columns: string) => (await app.get(app.officer, await check(columns))).body
const counts = (body: string) => [...body.matchAll(/gt-card__figure">([\d,]+)</g)].map(([, count]) => count).join(' ')

test('the same figures as XLSX, ODS and CSV are the same returns', async () => {
  const rows: Cell[][] = [
    ['NI 8', 'E10000099', { day: day('2008-10-01') }, { day: day('2008-12-31') }, { number: decimal('41.25'), decimals: 1 }],
    ['NI 8', 'E10000099', { day: day('2009-01-01') }, { day: day('2009-03-31') }, decimal('42.5')],
    ['NI 9', 'E10000099', { day: day('2009-01-01') }, { day: day('2009-03-31') }, '12.5%'],
  ]
  const path = await check(columnsOf(await upload('figures.xlsx', await workbook('xlsx', byDays, rows))))
  const { body } = await app.get(app.officer, path)
  assert.equal(counts(body), '3 0 0 0')
  const { fields } = formIn(body, '/confirmation')
  assert.equal((await app.post(app.officer, `${path}/confirmation`, fields)).statusCode, 303)
  assert.deepEqual(
    (await app.owner<{ value: string }[]>`select value from performance.data_return order by indicator_id, ends_on`).map(
      ({ value }) => value,
    ),
    ['41.25', '42.5', '12.5'],
  )
  assert.equal(counts(await preview(columnsOf(await upload('figures.ods', await workbook('ods', byDays, rows))))), '0 0 3 0')
  const text =
    'Reference,Area code,First day,Last day,Value\nNI 8,E10000099,1/10/2008,31/12/2008,41.25\nNI 8,E10000099,2009-01-01,2009-03-31,42.5\nNI 9,E10000099,2009-01-01,2009-03-31,12.5\n'
  assert.equal(counts(await preview(columnsOf(await upload('figures.csv', Buffer.from(text))))), '0 0 3 0')
})

test('a row that is refused is told by its row, its column and its cell', async () => {
  const content = await workbook('xlsx', byPeriod, [
    ['NI 8', 'E10000099', 'Q4 2008-09', 'forty and 2'],
    ['NI 8', 'E10000099', 'Q9 2008-09', 41],
    ['NI 8', 'E10000099', 'Q3 2008-09', 41],
  ])
  const path = await check(columnsOf(await upload('figures.xlsx', content)))
  const { body } = await app.get(app.officer, path)
  assert.match(plain(body), /Row Column What the file says .* 2 Value \(D2\) forty and 2 .* 3 Period \(C3\) Q9 2008-09/)
  const rows: Record<string, string>[] = parse((await app.get(app.officer, `${path}/refused.csv`)).body, { bom: true, columns: true })
  assert.deepEqual(
    rows.map(row => [row['Row'], row['Column'], row['Cell']]),
    [
      ['2', 'Value', 'D2'],
      ['3', 'Period', 'C3'],
    ],
  )
})

/** Notes, last year and this year; the title of a sheet stands above its heading. */
function severalSheets(): Uint8Array {
  const cell = (text: string) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const table = (name: string, rows: string[][]) =>
    `<table:table table:name="${name}">${rows.map(row => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`
  const figures = (year: string, value: string) => [
    [`Police, ${year}`],
    [],
    byDays,
    ['NI 8', 'E10000099', `${year}-04-01`, `${year}-06-30`, value],
  ]
  const tables = [
    table('Notes', [['Figures of the police']]),
    table('Last year', figures('2008', '1')),
    table('This year', figures('2009', '2')),
  ]
  return zipSync({ 'content.xml': strToU8(`<office:document-content>${tables.join('')}</office:document-content>`) })
}

test('of several sheets the first with a table is read, or the one that is chosen', async () => {
  const columns = columnsOf(await upload('police.ods', severalSheets()))
  const { body } = await app.get(app.officer, columns)
  assert.match(body, /<option value="Last year" selected>/)
  assert.match(plain(body), /Last day 2008-06-30/)
  const sheetPath = columns.replace('/columns', '/sheet')

  const refused = await app.post(app.officer, sheetPath, { sheet: 'Notes' })
  assert.equal(refused.statusCode, 422)
  assert.match(plain(refused.body), /The file has a heading and no rows below it \(sheet “Notes”\)/)
  assert.equal((await app.post(app.officer, sheetPath, { sheet: 'Next year' })).statusCode, 422)
  assert.equal((await app.post(app.reader, sheetPath, { sheet: 'This year' })).statusCode, 403)

  assert.equal((await app.post(app.officer, sheetPath, { sheet: 'This year' })).statusCode, 303)
  const chosen = (await app.get(app.officer, columns)).body
  assert.match(chosen, /<option value="This year" selected>/)
  assert.match(plain(chosen), /Last day 2009-06-30/)
  assert.match(plain(await preview(columns)), /4 NI 8/)
})

test('a workbook of many pieces is read in the background', async () => {
  // Numbers that do not repeat, so that they do not pack well.
  const rows = Array.from({ length: 40_000 }, (_, n): Cell[] => ['NI 8', 'E10000099', 'Q4 2008-09', (n * 7_919_317) % 99_999_989])
  const content = await workbook('xlsx', byPeriod, rows)
  assert.ok(content.length > 2 * 262_144, String(content.length))
  const path = await check(columnsOf(await upload('many.xlsx', content)))
  for (let waited = 0; waited < 600; waited++) {
    const [it] = await app.owner<{ state: string; summary: { rowsRead: number } }[]>`
      select state, summary from performance.data_import order by id desc limit 1`
    if (it?.state === 'checked') {
      assert.equal(it.summary.rowsRead, 40_000)
      return
    }
    assert.equal(it?.state, 'checking', path)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  assert.fail('It was not checked')
})
