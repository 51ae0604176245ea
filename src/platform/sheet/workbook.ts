import type { CsvLine } from '../csv/index.ts'
import { type Archive, openArchive, type RandomAccess, UnreadableWorkbook } from './archive.ts'
import type { Sheet } from './form.ts'
import { odsSheets } from './read-ods.ts'
import { xlsxSheets } from './read-xlsx.ts'
import { NotXml } from './xml.ts'

/** The sheets of a workbook that people see, in their order. */
export async function openWorkbook(file: RandomAccess): Promise<{ readonly sheets: readonly Sheet[]; close(): void }> {
  const archive = await openArchive(file)
  try {
    const sheets = await sheetsIn(archive)
    if (sheets.length === 0) throw new UnreadableWorkbook('The workbook has no sheet to be seen')
    return { sheets: sheets.map(({ name, rows }) => ({ name, rows: () => faultsAsRows(rows()) })), close: () => archive.close() }
  } catch (error) {
    archive.close()
    throw error instanceof NotXml ? new UnreadableWorkbook(damaged) : error
  }
}

const damaged = 'The workbook is damaged. Open it in your spreadsheet program, save it again, and bring that file'

function sheetsIn(archive: Archive): Promise<Sheet[]> {
  if (archive.names.has('_rels/.rels')) return xlsxSheets(archive)
  if (archive.names.has('content.xml')) return odsSheets(archive)
  throw new UnreadableWorkbook('This is neither an Excel workbook nor an OpenDocument spreadsheet')
}

/** Rows before a fault are not lost, and what follows it is not read. */
async function* faultsAsRows(rows: AsyncGenerator<CsvLine>): AsyncGenerator<CsvLine> {
  let line = 0
  try {
    for await (const row of rows) {
      line = row.line
      yield row
    }
  } catch (error) {
    if (error instanceof NotXml) yield { line: line + 1, fields: [], problem: damaged }
    else if (error instanceof UnreadableWorkbook) yield { line: line + 1, fields: [], problem: error.message }
    else throw error
  }
}

/** The rows of a sheet from its heading on. */
export async function* sheetLines(file: RandomAccess, name: string): AsyncGenerator<CsvLine> {
  const workbook = await openWorkbook(file)
  try {
    const sheet = workbook.sheets.find(each => each.name === name)
    if (sheet === undefined) throw new UnreadableWorkbook(`The workbook has no sheet ${name}`)
    yield* fromHeading(sheet.rows())
  } finally {
    workbook.close()
  }
}

/** The names of the sheets, and which is the first that has a table: a heading of more than one column, and a row below it. */
export async function sheetsOf(file: RandomAccess): Promise<{ readonly names: readonly string[]; readonly first: string | null }> {
  const workbook = await openWorkbook(file)
  try {
    let first: string | null = null
    for (const { name, rows } of workbook.sheets) {
      if (first !== null) break
      let [lines, columns] = [0, 0]
      for await (const { fields } of fromHeading(rows())) {
        if (lines === 0) columns = filled(fields)
        if (++lines === 2) break
      }
      if (lines === 2 && columns > 1) first = name
    }
    return { names: workbook.sheets.map(({ name }) => name), first }
  } finally {
    workbook.close()
  }
}

/** Above its heading a sheet may have a title and notes, which fill few of the columns. */
async function* fromHeading(rows: AsyncGenerator<CsvLine>): AsyncGenerator<CsvLine> {
  const top: CsvLine[] = []
  let isFound = false
  for await (const row of rows) {
    if (isFound) yield row
    else if (top.push(row) === lookedAt) {
      yield* belowTitle(top)
      isFound = true
    }
  }
  if (!isFound) yield* belowTitle(top)
}

const lookedAt = 30

function belowTitle(top: readonly CsvLine[]): readonly CsvLine[] {
  const most = Math.max(...top.map(({ fields }) => filled(fields)), 1)
  const heading = top.findIndex(({ fields }) => filled(fields) >= Math.max(Math.min(2, most), most * 0.6))
  return top.slice(Math.max(0, heading))
}

const filled = (fields: readonly string[]): number => fields.filter(field => field.trim() !== '').length
