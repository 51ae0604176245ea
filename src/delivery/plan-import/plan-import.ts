/**
 * The actions of a plan from a spreadsheet. Its columns may be called anything; each row is understood like a line of the grid, and is one that is new, one whose
 * action the plan has already, or one of which something cannot be read: told by its line, its column and why. Nothing is kept before all of that was seen.
 */
import { type Day, parseDay } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Cells, emptyCells, type Understood, understand, type Words } from '../grid/grid.ts'
import { type Column, columnCalled, columnNames, columns } from '../grid/heading.ts'

/** What a file has besides the columns of the grid. */
const furtherColumns = ['pounds', 'fte', 'milestones', 'how', 'risk'] as const
export type FileColumn = Column | (typeof furtherColumns)[number]
export const fileColumns: readonly FileColumn[] = [...columns, ...furtherColumns]
export const fileColumnNames: Readonly<Record<FileColumn, string>> = {
  ...columnNames,
  pounds: 'Pounds',
  fte: 'Full-time equivalents',
  milestones: 'Milestones',
  how: 'How it moves its indicators',
  risk: 'Risk',
}

const called: readonly (readonly [FileColumn, RegExp])[] = [
  ['pounds', /^(?:costs?|pounds|budget|funding|amount|cash|cost in pounds)$/],
  ['fte', /^(?:f ?t ?e|w ?t ?e|fulltime equivalents?|full time equivalents?|people|staff|staffing|posts?)$/],
  ['milestones', /^(?:key )?(?:milestones?|steps?|stages?)(?: and dates?)?$/],
  ['how', /^(?:how|how it moves its indicators|rationale|contribution|how will this (?:help|contribute))$/],
  ['risk', /^(?:risks?|risks and issues|barriers?|what may go wrong)$/],
]

/** A column of its own for money is pounds, whatever stands in it; one for both is read like the grid's. */
export function meaningOf(heading: string): FileColumn | null {
  const plain = heading
    .toLowerCase()
    .replace(/\(.*?\)|[£*?:#]/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const further = called.find(([, form]) => form.test(plain))?.[0]
  return further ?? columnCalled(heading)
}

/** Of each column in turn; a second one of the same meaning has none. */
export const meaningsOf = (headings: readonly string[]): (FileColumn | null)[] => {
  const meant = headings.map(meaningOf)
  return meant.map((column, at) => (column !== null && meant.indexOf(column) === at ? column : null))
}

export type FileRow = { readonly line: number; readonly fields: readonly string[] }
export type ReadFile = {
  readonly fileName: string
  readonly headings: readonly string[]
  readonly rows: readonly FileRow[]
}

export function meaningsProblem(meanings: readonly (FileColumn | null)[]): Ruling<readonly (FileColumn | null)[]> {
  if (!meanings.includes('text')) return refuse({ field: 'column-0', text: 'Say which column has the actions' })
  const twice = meanings.findIndex((column, at) => column !== null && meanings.indexOf(column) < at)
  const column = meanings[twice] ?? null
  return column === null
    ? accept(meanings)
    : refuse({ field: `column-${twice}`, text: `Two columns are ${fileColumnNames[column]}. Choose one` })
}

export type MilestoneRow = { readonly id: null; readonly text: string; readonly plannedOn: Day | null }
export type NewAction = Understood & { readonly line: number; readonly milestones: readonly MilestoneRow[] }
export type Refused = { readonly line: number; readonly column: string; readonly reason: string }
export type Outcome = { readonly added: readonly NewAction[]; readonly there: readonly FileRow[]; readonly refused: readonly Refused[] }

/** `has` says whether the plan has an action of these words already. An outcome holds for the rows below it until another is named. */
export function readRows(file: ReadFile, meanings: readonly (FileColumn | null)[], words: Words, has: (text: string) => boolean): Outcome {
  const added: NewAction[] = []
  const there: FileRow[] = []
  const refused: Refused[] = []
  const seen = new Set<string>()
  let outcome = ''
  for (const row of file.rows) {
    const of = (column: FileColumn): string => (row.fields[meanings.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim()
    const typed = cellsOf(of)
    if (typed.outcome !== '') outcome = typed.outcome
    const isHeading = columns.every(column => column === 'outcome' || typed[column] === '')
    if (isHeading) continue
    const key = typed.text.toLowerCase()
    if (typed.text !== '' && has(typed.text)) {
      there.push(row)
      continue
    }
    const read = understand({ ...typed, outcome }, words)
    const problems = [
      ...(seen.has(key) && key !== '' ? [{ field: 'text', text: 'Another row has the same action' }] : []),
      ...(read.accepted ? [] : read.problems),
    ]
    seen.add(key)
    if (problems.length > 0 || !read.accepted)
      refused.push(
        ...problems.map(({ field = 'text', text }) => ({
          line: row.line,
          column: headingOf(field as FileColumn, file, meanings, /“£/.test(text) || text.includes(`“${of('pounds')}”`)),
          reason: text,
        })),
      )
    else
      added.push({
        ...read.value,
        line: row.line,
        planned: { ...read.value.planned, how: of('how').slice(0, 1_000), risk: of('risk').slice(0, 1_000) },
        milestones: milestonesIn(row.fields[meanings.indexOf('milestones')] ?? ''),
      })
  }
  return { added, there, refused }
}

function cellsOf(of: (column: FileColumn) => string): Cells {
  const cells: Record<Column, string> = { ...emptyCells }
  for (const column of columns) cells[column] = of(column)
  const pounds = of('pounds')
  const fte = of('fte')
  const taken = [
    ...(cells.resources === '' ? [] : [cells.resources]),
    ...(pounds === '' || /^[-–0]$/.test(pounds) ? [] : [/^[\d,.]+\s*(?:k|m|million)?$/i.test(pounds) ? `£${pounds}` : pounds]),
    ...(fte === '' || /^[-–0]$/.test(fte) ? [] : [/^[\d.]+$/.test(fte) ? `${fte} fte` : fte]),
  ]
  return { ...cells, resources: taken.join('; ') }
}

/** What it takes may stand in a column for pounds and one for people. */
const headingOf = (column: FileColumn, { headings }: ReadFile, meanings: readonly (FileColumn | null)[], isOfPounds: boolean): string => {
  const own = meanings.indexOf(column)
  const at = own < 0 && column === 'resources' ? meanings.indexOf(isOfPounds ? 'pounds' : 'fte') : own
  return headings[at] || fileColumnNames[column]
}

/** Rooms are found (30 June 2009); all are trained by 30 September 2009. */
export function milestonesIn(cell: string): MilestoneRow[] {
  return cell
    .split(/[;\n]/)
    .map(piece => piece.replace(/\s+/g, ' ').trim())
    .filter(piece => piece !== '')
    .map(piece => {
      const [, text = '', dayText = ''] =
        /^(.*?)\s*(?:\(([^()]+)\)|[-–:,]\s*([^-–:,]+)|\bby\s+(.+))$/i.exec(piece)?.filter(part => part !== undefined) ?? []
      const plannedOn = parseDay(dayText.replace(/^by\s+/i, ''))
      return { id: null, text: (plannedOn === null || text === '' ? piece : text).slice(0, 500), plannedOn: text === '' ? null : plannedOn }
    })
}

/** As a block for the grid, to be mended there: all that the grid has a column for. */
export const asBlock = (file: ReadFile, meanings: readonly (FileColumn | null)[], lines: ReadonlySet<number>): string => {
  const cell = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const rows = file.rows
    .filter(({ line }) => lines.has(line))
    .map(row => {
      const cells = cellsOf(column => (row.fields[meanings.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim())
      return columns.map(column => cell(cells[column])).join('\t')
    })
  return [columns.map(column => columnNames[column]).join('\t'), ...rows].join('\n')
}
