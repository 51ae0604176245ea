import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import { type SheetForm, sheet } from './index.ts'

const tableOf = (...rows: Cell[][]): Table => ({
  title: 'Wexcombe [2008-09]: a title that is longer than 31 signs',
  columns: [
    { heading: 'Reference', width: 12 },
    { heading: 'Value', width: 20 },
  ],
  rows,
})
const partsOf = async (form: SheetForm, table: Table): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(await sheet(table, form))).map(([name, bytes]) => [name, strFromU8(bytes)]))

describe('a table for Excel', () => {
  test('keeps its heading in sight, and numbers and days are such', async () => {
    const parts = await partsOf(
      'xlsx',
      tableOf(['NI 8', { number: decimal('-1234.567'), decimals: 1 }], [null, { day: day('2009-03-31') }]),
    )
    const xml = parts['xl/worksheets/sheet1.xml'] ?? assert.fail()
    assert.match(xml, /<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    assert.match(xml, /<c r="B2"[^>]*><v>-1234\.567<\/v><\/c>/)
    assert.match(xml, /<c r="B3"[^>]*><v>39903<\/v><\/c>/)
    assert.match(parts['xl/styles.xml'] ?? '', /formatCode="#,##0\.0"/)
    assert.match(parts['xl/workbook.xml'] ?? '', /name="Wexcombe {2}2008-09 {3}a title tha"/)
  })

  test('what looks like a formula is words', async () => {
    const parts = await partsOf('xlsx', tableOf(['=1+1', '@lead']))
    assert.doesNotMatch(parts['xl/worksheets/sheet1.xml'] ?? '', /<f>/)
    assert.match(parts['xl/worksheets/sheet1.xml'] ?? '', />=1\+1</)
  })
})

describe('a table for LibreOffice', () => {
  test('says by its first bytes what it is', async () => {
    const file = await sheet(tableOf(['NI 8', 1]), 'ods')
    assert.equal(file.subarray(30, 38 + 46).toString('latin1'), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet')
  })

  test('keeps its heading in sight, and numbers have all their places', async () => {
    const parts = await partsOf(
      'ods',
      tableOf(['NI 8', { number: decimal('-41.23456789012345678'), decimals: 1 }], [2, { day: day('2009-03-31') }]),
    )
    assert.match(parts['content.xml'] ?? '', /office:value-type="float" office:value="-41\.23456789012345678"/)
    assert.match(parts['content.xml'] ?? '', /office:value-type="date" office:date-value="2009-03-31"/)
    const name = /table:name="([^"]+)"/.exec(parts['content.xml'] ?? '')?.[1]
    assert.match(parts['settings.xml'] ?? '', new RegExp(`config:name="${name}">\\s*<config:config-item config:name="VerticalSplitMode"`))
  })

  test('signs of XML, spaces and lines arrive as they were; what XML cannot say is marked', async () => {
    const parts = await partsOf('ods', tableOf(['<b> & "c"  d\ne', 'a\u0001b']))
    assert.match(parts['content.xml'] ?? '', /<text:p>&lt;b&gt; &amp; &quot;c&quot;<text:s\/> d<\/text:p><text:p>e<\/text:p>/)
    assert.match(parts['content.xml'] ?? '', /<text:p>a\ufffdb<\/text:p>/)
  })
})
