import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { csv } from '../../kernel/csv.ts'
import { type CsvLine, csvLines, formOf, notCsv } from './index.ts'

async function read(content: Uint8Array, pieceSize = content.length): Promise<CsvLine[]> {
  const pieces = inPieces(content, pieceSize)
  return Array.fromAsync(csvLines(pieces, await formOf(pieces)))
}
const inPieces = (content: Uint8Array, pieceSize: number): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    for (let at = 0; at < content.length; at += Math.max(1, pieceSize)) yield content.subarray(at, at + Math.max(1, pieceSize))
  },
})
const readText = (text: string, pieceSize?: number) => read(Buffer.from(text), pieceSize)
const plainly = (lines: readonly CsvLine[]) => lines.map(({ line, fields, problem }) => `${line}: ${problem ?? fields.join('|')}`)

describe('rows of a file', () => {
  const check = (name: string, text: string, expected: string[]) =>
    test(name, async () => {
      for (const pieceSize of [1, 7, text.length + 1]) assert.deepEqual(plainly(await readText(text, pieceSize)), expected)
    })

  check('each has the line on which it begins', 'a,b\n1,2\n3,4\n', ['1: a|b', '2: 1|2', '3: 3|4'])
  check('the last line needs no end', 'a,b\n1,2', ['1: a|b', '2: 1|2'])
  check('empty lines are left out and counted', 'a,b\n\n\n1,2\n', ['1: a|b', '4: 1|2'])
  check('a cell of several lines does not upset the count', 'a,b\r\n"x\r\ny\r\nz",2\r\n3,4\r\n', ['1: a|b', '2: x\r\ny\r\nz|2', '5: 3|4'])
  check('Macintosh lines', 'a,b\r1,2\r3,4', ['1: a|b', '2: 1|2', '3: 3|4'])
  check('quotation marks are doubled inside quotation marks', 'a,b\n"say ""yes""",2\n', ['1: a|b', '2: say "yes"|2'])
  check('an inch is not a quotation', 'a,b\n5" pipe,2\n', ['1: a|b', '2: 5" pipe|2'])
  check('short and long rows are handed on as they are', 'a,b\n1\n1,2,3\n', ['1: a|b', '2: 1', '3: 1|2|3'])
  check('rows before a fault are not lost', 'a,b\n1,2\n3,"four\n5,6\n', [
    '1: a|b',
    '2: 1|2',
    '3: A quotation mark is opened here and never closed. Close it, or take it out',
  ])
})

describe('how a file was written', () => {
  const check = (name: string, content: Uint8Array, expected: string[]) =>
    test(name, async () => {
      for (const pieceSize of [1, content.length]) assert.deepEqual(plainly(await read(content, pieceSize)), expected)
    })

  check('a byte order mark is not part of the first heading', Buffer.from('\ufeffname,b\n1,2\n'), ['1: name|b', '2: 1|2'])
  check('Windows-1252', Buffer.from('name,b\nCaf\xe9 \x96 bar,2\n', 'latin1'), ['1: name|b', '2: Café – bar|2'])
  check('a letter that is no UTF-8, at the very end', Buffer.from('name,b\nCaf\xc3\xa9,Caf\xe9', 'latin1'), ['1: name|b', '2: CafÃ©|Café'])
  check('UTF-16 with tabs, as Excel calls Unicode text', Buffer.from('\ufeffname\tb\nCafé\t2\n', 'utf16le'), ['1: name|b', '2: Café|2'])
  check('semicolons with decimal commas', Buffer.from('name;b;c\nx;1,5;2,5\n'), ['1: name|b|c', '2: x|1,5|2,5'])
  check('commas in quotation marks do not count', Buffer.from('"a, b, c, d";b\n"x, y";2\n'), ['1: a, b, c, d|b', '2: x, y|2'])
  check('a single column', Buffer.from('name\nx\n'), ['1: name', '2: x'])
  check('bars', Buffer.from('a|b\n1|2\n'), ['1: a|b', '2: 1|2'])
})

describe('what is no file of rows', () => {
  const check = (content: string, expected: RegExp | null) =>
    test(JSON.stringify(content), async () => {
      for (const pieceSize of [1, content.length]) {
        const said = await notCsv(inPieces(Buffer.from(content, 'latin1'), pieceSize))
        if (expected === null) assert.equal(said, null)
        else assert.match(said ?? '', expected)
      }
    })

  check('', /^The file is empty$/)
  check(' \n\n', /^The file has nothing in it$/)
  check('PK\x03\x04rest', /save it as CSV/)
  check('\xd0\xcf\x11\xe0\xa1\xb1', /save it as CSV/)
  check('%PDF-1.7', /PDF/)
  check('abc\0def', /not a text file/)
  check('a,b\n1,2\n', null)
})

test('whatever is written is read back', async () => {
  const cell = fc.string({ unit: 'grapheme' }).map(text => `x${text.replaceAll('\0', '')}`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), async rows => {
      const back = await readText(csv([['a', 'b'], ...rows]), 11)
      assert.deepEqual(
        back.slice(1).map(({ fields }) => fields),
        rows,
      )
    }),
  )
})

test('any bytes whatever are rows or a fault, never a crash, and lines only grow', async () => {
  const pieces = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom(...['"', ',', '\n', '\r\n', ';', 'é', '\0', '""'].map(text => Buffer.from(text))),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (parts, pieceSize) => {
      const content = Buffer.concat([Buffer.from('a,b\n'), ...parts])
      const lines = await read(content, pieceSize)
      assert.ok(lines.every(({ line }, index) => line > (lines[index - 1]?.line ?? 0)))
    }),
  )
})

test('rows are the same as the parser alone sees them', async () => {
  const text = fc
    .array(fc.constantFrom('a', '"', '""', ',', '\n', 'é', ' ', '1.5'), { maxLength: 40 })
    .map(parts => `x,y\n${parts.join('')}`)
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (written, pieceSize) => {
      const lines = await readText(written, pieceSize)
      if (lines.some(({ problem }) => problem !== null)) return
      const whole: string[][] = parse(written, { relax_column_count: true, relax_quotes: true })
      const kept = whole.filter(fields => fields.length > 1 || fields[0]?.trim() !== '')
      assert.deepEqual(
        lines.map(({ fields }) => fields),
        kept,
      )
    }),
  )
})
