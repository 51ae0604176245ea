import type { CsvLine } from '../csv/index.ts'
import { type Archive, UnreadableWorkbook } from './archive.ts'
import type { Sheet } from './form.ts'
import { builtInFormats, type Epoch, inWords, type ShownAs, shownAs } from './number-format.ts'
import { attribute, NotXml, scan, xmlScanner } from './xml.ts'

/** The sheets of an Excel workbook that can be seen. What is where is told by relationships; no part has a fixed name (ECMA-376, part 2, section 9). */
export async function xlsxSheets(archive: Archive): Promise<Sheet[]> {
  const [workbookPath] = (await relationships(archive, '')).filter(({ type }) => type === 'officeDocument').map(({ target }) => target)
  if (workbookPath === undefined) throw new UnreadableWorkbook('This is neither an Excel workbook nor an OpenDocument spreadsheet')
  const parts = await relationships(archive, workbookPath)
  const { sheets, epoch } = await workbookIn(archive, workbookPath)
  const pathOf = (wanted: string) => parts.find(({ type }) => type === wanted)?.target ?? null

  // Read when the first sheet is, and once.
  let shared: Promise<Shared> | null = null
  const sharedOnce = () => {
    shared ??= sharedOf(archive, pathOf('styles'), pathOf('sharedStrings'), epoch)
    return shared
  }
  return sheets.flatMap(({ name, id }) => {
    const part = parts.find(each => each.id === id)
    if (part?.type !== 'worksheet' || !archive.names.has(part.target.toLowerCase())) return []
    return [
      {
        name,
        async *rows() {
          yield* rowsOf(archive.text(part.target, mostOfSheet), await sharedOnce())
        },
      },
    ]
  })
}

const [mostOfSheet, mostOfStrings, mostOfRest] = [4e9, 400e6, 50e6]

type Relationship = { readonly id: string; readonly type: string; readonly target: string }

async function relationships(archive: Archive, of: string): Promise<Relationship[]> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const found: Relationship[] = []
  await scan(archive.text(`${folder}_rels/${of.slice(folder.length)}.rels`, mostOfRest), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const [id, type, target] = ['Id', 'Type', 'Target'].map(each => attribute(attributes, each))
      if (id && type && target) found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
  })
  return found
}

/** Against the folder of the part that names it: `../media/a`, `worksheets/sheet1.xml`, or from the top, `/xl/worksheets/sheet1.xml`. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function workbookIn(archive: Archive, path: string) {
  const sheets: { readonly name: string; readonly id: string }[] = []
  let epoch: Epoch = '1900'
  await scan(archive.text(path, mostOfRest), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')) epoch = '1904'
      if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return
      const id = / (?:\w+:)?id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1]
      if (id !== undefined) sheets.push({ name: attribute(attributes, 'name') ?? `Sheet ${sheets.length + 1}`, id })
    },
  })
  return { sheets, epoch: epoch as Epoch }
}

type Shared = { readonly strings: readonly string[]; readonly formats: readonly ShownAs[]; readonly epoch: Epoch }

const sharedOf = async (archive: Archive, styles: string | null, strings: string | null, epoch: Epoch): Promise<Shared> => ({
  formats: styles === null ? [] : await formatsIn(archive.text(styles, mostOfRest)),
  strings: strings === null ? [] : await stringsIn(archive.text(strings, mostOfStrings)),
  epoch,
})

/** What each style of a cell shows a number as. */
async function formatsIn(pieces: AsyncIterable<string>): Promise<ShownAs[]> {
  const own = new Map<number, ShownAs>()
  const formats: ShownAs[] = []
  let isOfCells = false
  await scan(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attribute(attributes, 'numFmtId')), shownAs(attribute(attributes, 'formatCode') ?? ''))
      else if (name === 'cellXfs') isOfCells = true
      else if (name === 'xf' && isOfCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        formats.push(own.get(id) ?? builtInFormats.get(id) ?? 'number')
      }
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false
    },
  })
  return formats
}

/** Texts that cells refer to by number. How an ideogram is spoken is no part of them. */
async function stringsIn(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let [isText, isSpoken] = [false, false]
  await scan(pieces, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') isText = true
      else if (name === 'rPh') isSpoken = true
    },
    text(text) {
      if (isText && !isSpoken) current += text
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(current))
      else if (name === 't') isText = false
      else if (name === 'rPh') isSpoken = false
    },
  })
  return strings
}

/** Signs that XML cannot say are written _x000D_ (ECMA-376, part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)).replace('\0', '\ufffd'))
    : text

async function* rowsOf(pieces: AsyncIterable<string>, { strings, formats, epoch }: Shared): AsyncGenerator<CsvLine> {
  let read: CsvLine[] = []
  let line = 0
  let fields: string[] = []
  let column = 0
  let type: string | null = null
  let style = 0
  let value = ''
  let [isValue, isSpoken, isTooWide] = [false, false, false]

  function cell(): string {
    if (type === 's') return strings[Number(value)] ?? ''
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
    if (type === 'inlineStr' || type === 'str') return unescaped(value)
    if (type === 'e') return value
    if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '')
    return value === '' ? '' : inWords(value.trim(), formats[style] ?? 'number', epoch)
  }

  const scanner = xmlScanner({
    open(name, attributes) {
      if (name === 'v' || name === 't') isValue = !isSpoken
      else if (name === 'c') {
        const place = attribute(attributes, 'r')
        column = (place === null ? 0 : columnOf(place)) || column + 1
        type = attribute(attributes, 't')
        style = Number(attribute(attributes, 's') ?? 0)
        value = ''
      } else if (name === 'row') {
        const number = Number(attribute(attributes, 'r') ?? 0)
        if (number !== 0 && number <= line) throw new NotXml('Rows go backwards')
        line = number || line + 1
        fields = []
        column = 0
        isTooWide = false
      } else if (name === 'rPh') isSpoken = true
    },
    text(text) {
      if (isValue) value += text
      if (value.length > longestValue) throw new NotXml('A cell is too long')
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'c') {
        const written = value === '' && type !== 's' ? '' : cell()
        if (written === '') return
        if (column > mostColumns) isTooWide = true
        else {
          while (fields.length < column - 1) fields.push('')
          fields[column - 1] = written.includes('\0') ? written.replaceAll('\0', '\ufffd') : written
        }
      } else if (name === 'row') {
        if (isTooWide)
          read.push({ line, fields: [], problem: `This row has something beyond column ${mostColumns.toLocaleString('en-GB')}` })
        else if (fields.some(field => field.trim() !== '')) read.push({ line, fields, problem: null })
      } else if (name === 'rPh') isSpoken = false
    },
  })
  for await (const piece of pieces) {
    scanner.write(piece)
    yield* read
    read = []
  }
  scanner.end()
}

const longestValue = 1_000_000
const mostColumns = 1_000

/** B7 is in the second column. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column
}
