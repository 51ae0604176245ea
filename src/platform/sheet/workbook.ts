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
