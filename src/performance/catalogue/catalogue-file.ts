/** A file of indicators as a catalogue: its columns are recognised as an import's are, and one row that cannot be read refuses the whole. */
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { readFrequency } from '../data-import/cell.ts'
import { tellApart } from '../data-import/data-import.ts'
import { indicatorReader } from '../data-import/indicator-row.ts'
import type { Mapping } from '../data-import/mapping.ts'
import { nothingKnown, proposedMapping } from '../data-import/recognise.ts'
import type { CatalogueEntry } from './catalogue.ts'

export type FileRow = { readonly line: number; readonly fields: readonly string[] }

export type FromFile = {
  readonly entries: readonly CatalogueEntry[]
  /** Columns that were not understood, or say what a catalogue does not keep. */
  readonly leftOut: readonly string[]
}

/** More is a file of something else. */
export const mostEntries = 5_000
const mostProblems = 20

export function catalogueFrom(heading: readonly string[], rows: readonly FileRow[]): Ruling<FromFile> {
  const headings = tellApart(heading)
  const sample = rows.slice(0, 300).map(({ fields }) => fields.slice(0, headings.length))
  const mapping = { ...proposedMapping('indicators', { headings, sample }, nothingKnown, null), constants: {} }
  const means = (...meanings: readonly string[]) => mapping.columns.some(({ meaning }) => meaning !== null && meanings.includes(meaning))
  if (!means('title'))
    return refuse({
      field: 'file',
      text: `No column is understood as the title of an indicator. Call one Title: now they are called ${headings.join(', ').slice(0, 500)}`,
    })
  if (rows.length > mostEntries)
    return refuse({ field: 'file', text: `The file has more than ${mostEntries.toLocaleString('en-GB')} rows: a catalogue has no more` })

  const read = indicatorReader(mapping, { numberOutcome: () => null, numberOrganisation: () => null })
  const problems: Problem[] = []
  const entries: CatalogueEntry[] = []
  const seen = new Map<string, number>()
  for (const { line, fields } of rows) {
    const { content, refusal } = read(line, withoutVagueYears(fields, mapping))
    const { reference = null, title, ...rest } = content?.given ?? {}
    const key = (reference ?? title ?? '').toLowerCase()
    const first = seen.get(key)
    if (refusal !== null) problems.push(onLine(line, `${refusal.column}, “${refusal.found}”: ${refusal.reason}`))
    else if (!title) problems.push(onLine(line, 'There is no title. Enter one'))
    else if (first !== undefined) problems.push(onLine(line, `${reference ?? title} is on line ${first} already. Leave one of them out`))
    else entries.push({ number: entries.length + 1, reference, title, fields: rest, seenIn: '', isUnverified: false })
    if (!seen.has(key)) seen.set(key, line)
  }
  if (problems.length > mostProblems)
    return refuse(...problems.slice(0, mostProblems), { field: 'file', text: `And ${problems.length - mostProblems} more lines` })
  return problems.length > 0 ? refuse(...problems) : accept({ entries, leftOut: leftOutOf(mapping) })
}

const onLine = (line: number, text: string): Problem => ({ field: 'file', text: `Line ${line}: ${text}` })

/** "Annual" may be of the financial, the academic or the calendar year: the frequency is then not known yet. */
function withoutVagueYears(fields: readonly string[], { columns }: Mapping): readonly string[] {
  const at = columns.findIndex(({ meaning }) => meaning === 'frequency')
  return readFrequency(fields[at] ?? '', null).kind === 'which-year' ? fields.with(at, '') : fields
}

/** Who answers for an indicator, and what it serves, is the agreement's to say. */
const ofAgreement: ReadonlySet<string> = new Set(['lead', 'contributors', 'theme', 'outcome'])

const leftOutOf = ({ columns }: Mapping): string[] =>
  columns.filter(({ meaning }) => meaning === null || ofAgreement.has(meaning)).map(({ heading }) => heading)
