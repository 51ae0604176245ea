import type { CsvLine } from '../csv/index.ts'
import { type Archive, UnreadableWorkbook } from './archive.ts'
import type { Sheet } from './form.ts'
import { percentage, tidy } from './number-format.ts'
import { attribute, NotXml, scan, xmlScanner } from './xml.ts'

/** The sheets of an OpenDocument spreadsheet: all stand in one part, which is read again for each. */
export async function odsSheets(archive: Archive): Promise<Sheet[]> {
  const names: string[] = []
  await scan(archive.text('META-INF/manifest.xml', mostBytes), {
    open(name) {
      if (name === 'encryption-data') throw new UnreadableWorkbook('The workbook is locked with a password. Save it without one')
    },
  })
  await scan(archive.text('content.xml', mostBytes), {
    open(name, attributes) {
      if (name === 'table') names.push(attribute(attributes, 'name') ?? `Sheet ${names.length + 1}`)
    },
  })
  return names.map((name, at) => ({ name, rows: () => rowsOf(archive.text('content.xml', mostBytes), at) }))
}

const mostBytes = 4e9

async function* rowsOf(pieces: AsyncIterable<string>, wanted: number): AsyncGenerator<CsvLine> {
  let read: CsvLine[] = []
  let table = -1
  let isOver = false
  let line = 0
  let [rowTimes, cellTimes] = [1, 1]
  let fields: string[] = []
  let column = 0
  let given: string | null = null
  let paragraphs: string[] = []
  let [isParagraph, asides] = [false, 0]

  const add = (text: string) => {
    if (asides > 0 || !isParagraph) return
    const last = paragraphs.length - 1
    paragraphs[last] += text
    if ((paragraphs[last]?.length ?? 0) > longestValue) throw new NotXml('A cell is too long')
  }
  const scanner = xmlScanner({
    open(name, attributes) {
      if (name === 'table') table += 1
      if (table !== wanted || isOver) return
      if (name === 'table-row') {
        rowTimes = timesIn(attributes, 'number-rows-repeated')
        fields = []
        column = 0
      } else if (name === 'table-cell' || name === 'covered-table-cell') {
        cellTimes = timesIn(attributes, 'number-columns-repeated')
        given = valueIn(attributes)
        paragraphs = []
      } else if (name === 'annotation') asides += 1
      else if (name === 'p' && asides === 0) {
        isParagraph = true
        paragraphs.push('')
      } else if (name === 's') add(' '.repeat(Math.min(Number(attribute(attributes, 'c') ?? 1), 1_000)))
      else if (name === 'tab') add('\t')
      else if (name === 'line-break') add('\n')
    },
    text(text) {
      if (table === wanted && !isOver) add(text)
    },
    close(name) {
      if (table !== wanted || isOver) return
      if (name === 'table') isOver = true
      else if (name === 'p' && asides === 0) isParagraph = false
      else if (name === 'annotation') asides -= 1
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        const written = (given ?? paragraphs.join('\n')).replaceAll('\0', '\ufffd')
        // What is repeated to the edge of the sheet is empty there, and so is left out.
        if (written !== '') {
          while (fields.length < Math.min(column, mostColumns)) fields.push('')
          for (let time = 0; time < cellTimes && fields.length < mostColumns; time++) fields.push(written)
        }
        column += cellTimes
      } else if (name === 'table-row') {
        const isFull = fields.some(field => field.trim() !== '')
        if (isFull && line + rowTimes > mostRows) throw new NotXml('It has more rows than a sheet can')
        for (let time = 1; isFull && time <= rowTimes; time++) read.push({ line: line + time, fields, problem: null })
        line += rowTimes
      }
    },
  })
  for await (const piece of pieces) {
    scanner.write(piece)
    yield* read
    read = []
    if (isOver) return
  }
  scanner.end()
}

const longestValue = 1_000_000
const mostColumns = 1_000
const mostRows = 1_048_576

function timesIn(attributes: string, name: string): number {
  const times = Number(attribute(attributes, name) ?? 1)
  return Number.isInteger(times) && times > 0 ? times : 1
}

/** What it is, not how it is shown; null where the words are all there is. An error is words of a kind that has a value. */
function valueIn(attributes: string): string | null {
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
      return tidy(attribute(attributes, 'value') ?? '')
    case 'percentage':
      return percentage(attribute(attributes, 'value') ?? '')
    case 'date':
      return (attribute(attributes, 'date-value') ?? '').replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ')
    case 'boolean':
      return attribute(attributes, 'boolean-value') === 'true' ? 'TRUE' : 'FALSE'
    default:
      return null
  }
}
