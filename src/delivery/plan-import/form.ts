import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { lookedAt, uploadProblem } from '../../performance/index.ts'
import { type CsvLine, csvLines } from '../../platform/csv/index.ts'
import { sheetLines, UnreadableWorkbook } from '../../platform/sheet/index.ts'
import { type Fields, text, type UploadedFile } from '../../platform/web/index.ts'
import { type FileColumn, type FileRow, fileColumns, type ReadFile } from './plan-import.ts'

/** A plan has no more, and a form takes no more along. */
const [mostRows, mostLetters] = [300, 250_000]

/** All rows of a file, which are so few that they go along in the form until they are imported: nothing of it is kept before. */
export async function readPlanFile(upload: UploadedFile | undefined, sheet: string): Promise<Ruling<ReadFile>> {
  const problems = await uploadProblem(upload)
  if (upload === undefined || problems.length > 0) return refuse(...problems)
  const looked = await lookedAt(upload.content, sheet)
  if (!looked.accepted) return refuse(...looked.problems.map(problem => (sheet === '' ? problem : { ...problem, field: 'sheet' })))
  const { workbook } = looked.value
  const lines = workbook === undefined ? csvLines(upload.content.pieces, looked.value) : sheetLines(upload.content, workbook.sheet)
  try {
    const rows: FileRow[] = []
    for await (const row of lines) {
      if (row.problem !== null) return refuse({ field: 'file', text: `Line ${row.line}: ${row.problem}` })
      rows.push(plainRow(row))
      if (rows.length > mostRows + 1) return refuse({ field: 'file', text: `The file has more than ${mostRows} rows. Bring it in parts` })
    }
    const [heading, ...below] = rows
    if (heading === undefined || below.length === 0) return refuse({ field: 'file', text: 'The file has a heading and no rows below it' })
    const letters = below.reduce((sum, { fields }) => sum + fields.join('').length, 0)
    if (letters > mostLetters) return refuse({ field: 'file', text: 'The file has too much text for a plan. Bring it in parts' })
    return accept({ fileName: upload.fileName.slice(0, 200), headings: heading.fields, rows: below })
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return refuse({ field: 'file', text: error.message })
    throw error
  }
}

const plainRow = ({ line, fields }: CsvLine): FileRow => ({ line, fields: fields.map(field => field.trim()) })

const taken = z.object({
  fileName: z.string(),
  headings: z.array(z.string()),
  rows: z.array(z.object({ line: z.number(), fields: z.array(z.string()) })).max(mostRows),
})

/** As it went along in the form; null where it did not. */
export function readTaken(body: Fields): ReadFile | null {
  try {
    return taken.parse(JSON.parse(text(body, 'taken')))
  } catch {
    return null
  }
}

export const readMeanings = (body: Fields, { headings }: ReadFile): (FileColumn | null)[] =>
  headings.map((_, at) => fileColumns.find(column => column === text(body, `column-${at}`)) ?? null)
