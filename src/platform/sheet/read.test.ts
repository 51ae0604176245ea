import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { CsvLine } from '../csv/index.ts'
import { openWorkbook, type RandomAccess, sheet, UnreadableWorkbook } from './index.ts'
import { inWords, type ShownAs, shownAs } from './number-format.ts'

/** In pieces so small that every tag is cut somewhere. */
const inPieces = (content: Uint8Array, size = 100_000): RandomAccess => ({
  bytes: content.length,
  async *range(start, end) {
    for (let at = start; at < end; at += size) yield content.subarray(at, Math.min(end, at + size))
  },
})

async function read(content: Uint8Array, size?: number): Promise<Record<string, CsvLine[]>> {
  const workbook = await openWorkbook(inPieces(content, size))
  const read: Record<string, CsvLine[]> = {}
  for (const { name, rows } of workbook.sheets) read[name] = await Array.fromAsync(rows())
  workbook.close()
  return read
}
const plainly = (lines: readonly CsvLine[] = []) => lines.map(({ line, fields, problem }) => `${line}: ${problem ?? fields.join('|')}`)
const example = (name: string) => readFile(new URL(`examples/${name}`, import.meta.url))

describe('workbooks as programs write them', () => {
  const asSeen = (month: string) => [
    '1: Quarter 4, 2008-09',
    '4: Indicator|Period ends|Month|Value|Share|Final|Note',
    `5: NI 16|2009-03-31|${month}|1234.56|12.5%|1|Café & “bar”\nsecond line`,
    '7: NI 19|||0.3|-7%|#DIV/0!|n/a|n/a',
  ]

  test('LibreOffice for Excel: empty rows count, a percentage and a date are what is seen', async () => {
    for (const size of [undefined, 13]) {
      const sheets = await read(await example('libreoffice.xlsx'), size)
      assert.deepEqual(Object.keys(sheets), ['Notes', 'Returns'])
      assert.deepEqual(plainly(sheets['Returns']), asSeen('March 2009'))
    }
  })

  test('LibreOffice in its own form', async () => {
    const sheets = await read(await example('libreoffice.ods'))
    assert.deepEqual(Object.keys(sheets), ['Notes', 'Returns'])
    assert.deepEqual(plainly(sheets['Returns']), asSeen('2009-03-01'))
  })

  test('another writer, with truth values and words that begin as a formula does', async () => {
    const { Returns } = await read(await example('write-excel-file.xlsx'))
    assert.deepEqual(plainly(Returns), [
      '1: Indicator|Period ends|Value|Share|Final',
      '2: NI 16|2009-03-31|1234.56|12.5%|TRUE',
      '3: =1+1||1.1|33.3333333333333%|FALSE',
    ])
  })

  test('our own are read back, in either form', async () => {
    const table = {
      title: 'Back',
      columns: ['Words', 'Number', 'Day'].map(heading => ({ heading, width: 12 })),
      rows: [
        ['<b> & "c"  d\ne', { number: decimal('-0.10'), decimals: 1 }, { day: day('2009-03-31') }],
        [' x ', 7, null],
      ],
    }
    for (const form of ['xlsx', 'ods'] as const)
      assert.deepEqual(plainly((await read(await sheet(table, form)))['Back']), [
        '1: Words|Number|Day',
        '2: <b> & "c"  d\ne|-0.10|2009-03-31',
        '3:  x |7',
      ])
  })
})

type Parts = { sheet?: string; strings?: string; styles?: string; workbook?: string; target?: string; more?: Record<string, string> }

/** A workbook whose parts are as they are given, and in places that only its relationships tell. */
function workbookOf({ sheet = '', strings = '', styles = '', workbook = '', target = '/data/one.xml', more = {} }: Parts): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="/book/w.xml"/></Relationships>`,
    'book/w.xml': workbook || '<workbook><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>',
    'book/_rels/w.xml.rels': `<Relationships><Relationship Id="s1" Type="${type}/worksheet" Target="${target}"/><Relationship Id="s2" Type="${type}/sharedStrings" Target="../strings.xml"/><Relationship Id="s3" Type="${type}/styles" Target="styles.xml"/></Relationships>`,
    'data/one.xml': sheet,
    'strings.xml': strings || '<sst/>',
    'book/styles.xml': styles || '<styleSheet/>',
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
const rowsIn = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`

describe('what stands in a sheet', () => {
  const check = (name: string, parts: Parts, expected: string[]) =>
    test(name, async () => assert.deepEqual(plainly(Object.values(await read(workbookOf(parts)))[0]), expected))

  check(
    'names may have a prefix, attributes any quotes and order',
    {
      sheet: `<x:worksheet xmlns:x='a'><x:sheetData><x:row\n r='2'><x:c t = 'n' r='B2' ><x:v>1.50</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    },
    ['2: |1.50'],
  )
  check(
    'cells and rows without a place follow each other',
    { sheet: rowsIn('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>') },
    ['1: 1|2', '2: 3'],
  )
  check(
    'texts that cells share, with formatting, without how they are spoken',
    {
      sheet: rowsIn('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c></row>'),
      strings: '<sst><si><t>a &lt;&#233;&#x2013;</t></si><si><r><t>in </t></r><r><t>parts</t></r><rPh><t>spoken</t></rPh></si></sst>',
    },
    ['1: in parts||a <é–'],
  )
  check(
    'a text in the cell, of a formula, of signs that XML cannot say',
    {
      sheet: rowsIn(
        '<row r="1"><c t="inlineStr"><is><t>one</t></is></c><c t="str"><f>A1&amp;"x"</f><v>onex</v></c><c t="str"><v>a_x000A_b</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>0</v></c></row>',
      ),
    },
    ['1: one|onex|a\nb|#N/A|FALSE'],
  )
  check(
    'CDATA, comments and instructions',
    { sheet: `<?xml version="1.0"?><!-- <row> -->${rowsIn('<row r="1"><c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c></row>')}` },
    ['1: a<b'],
  )
  check(
    'days from the Macintosh’s beginning',
    {
      workbook: '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" r:id="s1"/></sheets></workbook>',
      styles: '<styleSheet><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      sheet: rowsIn('<row r="1"><c s="0"><v>38441</v></c></row>'),
    },
    ['1: 2009-03-31'],
  )
  check('a path from the folder of the workbook', { target: '../data/one.xml', sheet: rowsIn('<row r="1"><c><v>1</v></c></row>') }, [
    '1: 1',
  ])
  check(
    'what is cut off is said after the rows before it',
    { sheet: '<worksheet><sheetData><row r="3"><c><v>1</v></c></row><row r="4"><c>' },
    ['3: 1', '4: The workbook is damaged. Open it in your spreadsheet program, save it again, and bring that file'],
  )
  check('a column far away', { sheet: rowsIn('<row r="1"><c r="XFD1"><v>1</v></c></row>') }, [
    '1: This row has something beyond column 1,000',
  ])
})

test('sheets that are hidden, and charts, are not offered', async () => {
  const sheets = await read(
    workbookOf({
      workbook:
        '<workbook><sheets><sheet name="Secret" state="hidden" r:id="s1"/><sheet name="Seen &amp; heard" r:id="s1"/><sheet name="Chart" r:id="s9"/></sheets></workbook>',
      sheet: rowsIn(''),
    }),
  )
  assert.deepEqual(Object.keys(sheets), ['Seen & heard'])
})

describe('what is refused', () => {
  const check = (name: string, content: Uint8Array, expected: RegExp) =>
    test(name, () => assert.rejects(read(content), (error: unknown) => error instanceof UnreadableWorkbook && expected.test(error.message)))

  check('what begins as a zip and is none', Buffer.from('PK\x03\x04 and so on, for a while, to be long enough'), /damaged/)
  check('a zip of something else', zipSync({ 'a.txt': strToU8('a') }), /neither an Excel workbook nor an OpenDocument/)
  check('entities that grow', workbookOf({ workbook: '<!DOCTYPE a [<!ENTITY b "bb">]><workbook/>' }), /damaged/)
  check(
    'a locked OpenDocument',
    zipSync({
      'content.xml': strToU8('x'),
      'META-INF/manifest.xml': strToU8('<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'),
    }),
    /password/,
  )

  test('a text that would fill the memory', async () => {
    const bomb = workbookOf({
      sheet: rowsIn(`<row r="1"><c t="s"><v>0</v></c></row>`),
      strings: `<sst><si><t>${'a'.repeat(20_000_000)}</t></si></sst>`,
    })
    assert.ok(bomb.length < 40_000)
    const [row] = Object.values(await read(bomb))[0] ?? []
    assert.match(row?.problem ?? '', /more room/)
  })
})

describe('a format tells what a number is', () => {
  const check = (code: string, expected: ShownAs) => test(code, () => assert.equal(shownAs(code), expected))

  check('General', 'number')
  check('#,##0.00', 'number')
  check('0.00E+00', 'number')
  check('0 "days"', 'number')
  check('[Red]#,##0;[Blue]-#,##0', 'number')
  check('"£"#,##0.0,,"m"', 'number')
  check('0.0%', 'percentage')
  check('0.0"%"', 'number')
  check('dd/mm/yyyy', 'day')
  check('[$-809]d mmmm yyyy;@', 'day')
  check('mmm-yy', 'month')
  check('yyyy', 'year')
  check('dd/mm/yyyy hh:mm', 'moment')
  check('h:mm AM/PM', 'time')
  check('[h]:mm:ss', 'time')
})

describe('a number is what is seen, with all its places', () => {
  const check = (written: string, as: ShownAs, expected: string, epoch: '1900' | '1904' = '1900') =>
    test(`${written} as ${as}`, () => assert.equal(inWords(written, as, epoch), expected))

  check('12.50', 'number', '12.50')
  check('1.1000000000000001', 'number', '1.1')
  check('0.30000000000000004', 'number', '0.3')
  check('1.0000000000000001E-5', 'number', '0.00001')
  check('0.125', 'percentage', '12.5%')
  check('0.56999999999999995', 'percentage', '57%')
  check('-1.5E-3', 'percentage', '-0.15%')
  check('1', 'day', '1900-01-01')
  check('59', 'day', '1900-02-28')
  check('61', 'day', '1900-03-01')
  check('39903', 'day', '2009-03-31')
  check('38441', 'day', '2009-03-31', '1904')
  check('39903', 'month', 'March 2009')
  check('39903', 'year', '2009')
  check('39903.5', 'moment', '2009-03-31 12:00')
  check('39903.999999999', 'moment', '2009-04-01')
  check('1.5', 'time', '36:00')
  check('-1', 'day', '-1')
})

test('a digit that was changed on the way is noticed', async () => {
  const workbook = Buffer.from(workbookOf({ sheet: rowsIn('<row r="1"><c r="A1"><v>1</v></c></row>') }))
  const stored = Buffer.from(
    zipSync(Object.fromEntries(Object.entries(unzipSync(workbook)).map(([name, part]) => [name, [part, { level: 0 }]]))),
  )
  stored[stored.indexOf('<v>1') + 3] = '7'.charCodeAt(0)
  assert.match(plainly(Object.values(await read(stored))[0]).join(), /2: The workbook is damaged/)
})

test('any bytes whatever are rows or a refusal, never a crash', async () => {
  const good = workbookOf({ sheet: rowsIn('<row r="1"><c r="A1"><v>1</v></c></row>') })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }), async changes => {
      const changed = Uint8Array.from(good)
      for (const [at, byte] of changes) changed[at] = byte
      await read(changed).catch((error: unknown) => assert.ok(error instanceof UnreadableWorkbook, String(error)))
    }),
    { numRuns: 500 },
  )
})
