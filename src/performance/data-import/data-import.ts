/**
 * An import brings a file of people, indicators, targets or returns in. It is read as a whole before anything is kept: every row is told as new, revised,
 * unchanged or refused, and what nobody knows yet (an area, an indicator) is asked about. Then it is imported in one piece, or given up.
 *
 * Nothing is guessed that a partnership could be judged by, and nothing is made silently.
 */

import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { cut } from '../../kernel/text.ts'
import type { KindOfRecord } from '../../partnership/index.ts'
import type { AgreementId } from '../indicator/indicator.ts'

export type DataImportId = Id<'data-import'>

export const importKinds = ['people', 'indicators', 'targets', 'returns'] as const
export type ImportKind = (typeof importKinds)[number]

/** Files whose rows have figures, each of an indicator, an area and a period. */
export const ofFigures = (kind: ImportKind): kind is 'targets' | 'returns' => kind === 'targets' || kind === 'returns'

export const importStates = ['uploaded', 'checking', 'checked', 'importing', 'imported', 'cancelled', 'failed'] as const
export type ImportState = (typeof importStates)[number]

export const rowOutcomes = ['new', 'revised', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** What was found out about a file when it came. */
export type ImportFile = {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  readonly delimiter: ',' | ';' | '\t' | '|'
  /** Which sheet of a workbook is read, of those that it has; nothing in a file of text. */
  readonly workbook?: { readonly sheet: string; readonly sheets: readonly string[] }
  readonly headings: readonly string[]
  readonly bytes: number
  /** Rows from all over it, and of each column what occurs in it (not every number). */
  readonly sample: readonly (readonly string[])[]
  readonly contents: readonly (readonly string[])[]
}

/** How far the check has come, and in the end what it found. */
export type ImportSummary = {
  readonly rowsRead: number
  readonly bytesRead: number
  /** What is done once all rows are read; and of those that are imported, how many are stored so far. */
  readonly step?: 'comparing' | 'storing'
  readonly rowsStored?: number
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Rows without a value: no return, and no fault. */
  readonly blank: number
  /** Revised rows that replace a final figure. */
  readonly replacesFinal: number
  /** Rows in which a provisional or estimated figure would take the place of a final one. */
  readonly belowFinal: number
  /** Words in place of numbers that nobody has said the meaning of, and how often. */
  readonly words: Readonly<Record<string, number>>
  /** Words for the status of a figure, likewise. */
  readonly statuses: Readonly<Record<string, number>>
  /** Q1 2000 was met, and it was not said whether quarters are of the financial or of the calendar year. */
  readonly quartersUnsaid: boolean
  /** Lines that were different when the import was confirmed from what the preview had shown. */
  readonly changed: readonly number[]
  /** Of a file of people, how many records of each kind it adds and changes. */
  readonly records?: RecordCounts
}

export type RecordCounts = Readonly<Record<KindOfRecord, { readonly added: number; readonly changed: number }>>

/** What was answered for the file as a whole, once its rows had been read. */
export type ImportAnswers = {
  readonly given?: boolean
  readonly replaceFinal?: boolean
  /** What new wards, parishes and neighbourhoods lie in, by its number. */
  readonly smallAreasIn?: number | null
  /** Why figures that are held are revised. */
  readonly reason?: string
}

export type DataImport = {
  readonly id: DataImportId
  readonly kind: ImportKind
  /** Null for people: they belong to the partnership. */
  readonly agreementId: AgreementId | null
  readonly fileName: string
  readonly source: string
  readonly state: ImportState
  readonly file: ImportFile
  readonly summary: ImportSummary | null
  readonly answers: ImportAnswers
  readonly problem: string | null
  readonly madeByName: string
  readonly madeAt: Temporal.Instant
  readonly importedByName: string | null
  readonly importedAt: Temporal.Instant | null
}

export type ImportStep =
  | 'choose-sheet'
  | 'check'
  | 'finish-check'
  | 'answer'
  | 'import'
  | 'finish-import'
  | 'look-again'
  | 'cancel'
  | 'fail'

type Lifecycle = Readonly<Record<ImportState, { readonly [step in ImportStep]?: ImportState }>>

const lifecycle: Lifecycle = {
  uploaded: { 'choose-sheet': 'uploaded', check: 'checking', cancel: 'cancelled' },
  checking: { 'finish-check': 'checked', cancel: 'cancelled', fail: 'failed' },
  checked: { 'choose-sheet': 'uploaded', check: 'checking', answer: 'checked', import: 'importing', cancel: 'cancelled' },
  // What has changed since the preview stops it: the preview is shown again.
  importing: { 'finish-import': 'imported', 'look-again': 'checked', cancel: 'cancelled', fail: 'failed' },
  imported: {},
  cancelled: {},
  failed: { 'choose-sheet': 'uploaded', check: 'checking', cancel: 'cancelled' },
}

/** What an import is when it can be taken no further, in a word. */
export const stateWords: Readonly<Record<ImportState, string>> = {
  uploaded: 'Not checked yet',
  checking: 'Being checked',
  checked: 'Waiting for you to decide',
  importing: 'Being imported',
  imported: 'Imported',
  cancelled: 'Given up',
  failed: 'Did not work',
}

export const mayTake = (step: ImportStep, state: ImportState): boolean => lifecycle[state][step] !== undefined

export function take(step: ImportStep, state: ImportState): Ruling<ImportState> {
  const to = lifecycle[state][step]
  if (to === undefined) return refuse({ text: `This import is ${stateWords[state].toLowerCase()}: that can no longer be done` })
  return accept(to)
}

export const nothingYet: ImportSummary = {
  rowsRead: 0,
  bytesRead: 0,
  counts: { new: 0, revised: 0, unchanged: 0, refused: 0 },
  blank: 0,
  replacesFinal: 0,
  belowFinal: 0,
  words: {},
  statuses: {},
  quartersUnsaid: false,
  changed: [],
}

/** What was found, without how far the work had come when it was last said. */
export function withoutProgress({ step: _, rowsStored: __, ...found }: ImportSummary): ImportSummary {
  return found
}

/** Rows that would change something. */
export const goodRows = ({ counts }: ImportSummary): number => counts.new + counts.revised

/** What was asked for, all or the good ones: all is only when nothing is refused. */
export function confirm(
  asked: 'all' | 'good',
  { state, summary }: Pick<DataImport, 'state' | 'summary'>,
  reason: string,
): Ruling<{ readonly reason: string }> {
  const step = take('import', state)
  if (!step.accepted) return step
  if (summary === null || goodRows(summary) === 0) return refuse({ text: 'There is nothing in this file to import' })
  if (asked === 'all' && summary.counts.refused > 0)
    return refuse({ text: 'Some rows are refused now. Look at them before you import the others' })
  if (summary.replacesFinal > 0 && reason === '') return refuse({ field: 'reason', text: 'Say why final figures are replaced' })
  return accept({ reason })
}

/** Eighty years of months are fewer. */
const mostColumns = 1_000

/** Found out while looking at the file: no mapping of columns can mend these. */
export function fileProblem(headings: readonly string[], hasRows: boolean): string | null {
  if (headings.length > mostColumns)
    return `The file has ${headings.length.toLocaleString('en-GB')} columns, and no more than ${mostColumns.toLocaleString('en-GB')} can be read. Take it apart, or bring its figures one in a row`
  if (!hasRows) return 'The file has a heading and no rows below it'
  return null
}

/** Headings as they can be told apart: an empty one is called by its place, a repeated one counted. */
export function tellApart(headings: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headings.map((heading, index) => {
    const plain = cut(heading.replace(/\s+/g, ' ').trim(), 200) || `Column ${index + 1}`
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} (${times})`
  })
}
