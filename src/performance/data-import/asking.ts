/**
 * What a file leaves open and a person has to say before it can be read: what a quarter of 2000 is, which year "annual" is, what stands for no number.
 * Asked only where the file needs it.
 */
import { readPeriod } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { likelyStatus, likelyWord, plainCell, readFrequency, readValue } from './cell.ts'
import { type ImportFile, type ImportKind, type ImportSummary, ofFigures } from './data-import.ts'
import { type Mapping, type Meaning, type StatusMeaning, type WordMeaning, widely } from './mapping.ts'
import { slotsOf } from './wide.ts'

export type Asked = {
  /** A quarter that the file names by a single year. */
  readonly quarters: string | null
  /** A label like 2013/14, or "annual", as the file has it. */
  readonly years: { readonly kind: 'labels' | 'annual'; readonly example: string } | null
  readonly words: readonly { readonly word: string; readonly likely: WordMeaning | null }[]
  readonly statuses: readonly { readonly word: string; readonly likely: StatusMeaning | null }[]
}

export function asked(
  kind: ImportKind,
  mapping: Mapping,
  file: Pick<ImportFile, 'sample' | 'contents'>,
  summary: ImportSummary | null,
): Asked {
  const periods = ofFigures(kind) ? periodTexts(kind, mapping, file) : []
  return {
    quarters: periods.find(text => reads(text, null, null) === 'ambiguous') ?? (summary?.quartersUnsaid ? 'Q1 2000' : null),
    years: yearsAsked(kind, mapping, file, periods),
    words: kind === 'returns' ? wordsIn(mapping, file, summary) : [],
    statuses: kind === 'returns' ? statusesIn(mapping, file, summary) : [],
  }
}

/** The field of a problem is the first input of its question. */
export function unanswered({ quarters, years }: Asked, mapping: Mapping): readonly Problem[] {
  return [
    ...(quarters !== null && mapping.quarters === null
      ? [{ field: 'quarters', text: 'Say whether quarters of a single year are of the financial or of the calendar year' }]
      : []),
    // Years like 2013/14 are financial unless that was said otherwise (rules E8).
    ...(years?.kind === 'annual' && mapping.years === null ? [{ field: 'years', text: `Say which year “${years.example}” is` }] : []),
  ]
}

function contentsOf(asked: Meaning | 'figures', { columns }: Mapping, { contents }: Pick<ImportFile, 'contents'>): readonly string[] {
  const isAsked = (meaning: Meaning | null) => (asked === 'figures' ? meaning === 'value' || widely(meaning) : meaning === asked)
  return columns.flatMap(({ meaning }, index) => (isAsked(meaning) ? (contents[index] ?? []) : []))
}

function periodTexts(kind: ImportKind, mapping: Mapping, file: Pick<ImportFile, 'sample' | 'contents'>): string[] {
  const beside = periodsBeside(mapping, file)
  const above = slotsOf(kind, mapping).flatMap(({ period }) => period ?? [])
  if (above.length === 0) return beside
  return [...new Set(above.flatMap(({ text, isPart }) => (isPart ? beside.map(year => `${year} ${text}`) : [text])))]
}

function periodsBeside(mapping: Mapping, file: Pick<ImportFile, 'sample' | 'contents'>): string[] {
  const at = mapping.columns.flatMap(({ meaning }, index) => (meaning === 'period' ? [index] : []))
  const texts =
    at.length === 1 ? contentsOf('period', mapping, file) : file.sample.map(row => at.map(index => row[index]?.trim() ?? '').join(' '))
  return [...new Set([...texts, mapping.constants.period ?? ''])]
}

const reads = (text: string, quarters: Mapping['quarters'], years: Mapping['years']): string => {
  const reading = readPeriod(text, { frequency: null, quarters, years })
  return reading.kind === 'period' ? reading.period.startsOn : reading.kind
}

function yearsAsked(kind: ImportKind, mapping: Mapping, file: Pick<ImportFile, 'contents'>, periods: readonly string[]): Asked['years'] {
  if (kind === 'indicators') {
    const texts = [...contentsOf('frequency', mapping, file), mapping.constants.frequency ?? '']
    const annual = texts.find(text => readFrequency(text, null).kind === 'which-year')
    return annual === undefined ? null : { kind: 'annual', example: annual }
  }
  const label = periods.find(text => {
    const [financial, academic] = [reads(text, 'calendar', 'financial'), reads(text, 'calendar', 'academic')]
    return financial !== academic && financial !== 'unreadable' && academic !== 'unreadable'
  })
  return label === undefined ? null : { kind: 'labels', example: label }
}

function wordsIn(mapping: Mapping, file: Pick<ImportFile, 'contents'>, summary: ImportSummary | null): Asked['words'] {
  const inFile = contentsOf('figures', mapping, file).filter(text => readValue(text, {}).kind === 'word')
  const words = new Set([...inFile.map(plainCell), ...Object.keys(summary?.words ?? {}), ...Object.keys(mapping.words)])
  return [...words].slice(0, 30).map(word => ({ word, likely: likelyWord(word) }))
}

function statusesIn(mapping: Mapping, file: Pick<ImportFile, 'contents'>, summary: ImportSummary | null): Asked['statuses'] {
  const words = new Set([...contentsOf('status', mapping, file).map(plainCell), ...Object.keys(summary?.statuses ?? {})])
  return [...words].slice(0, 30).map(word => ({ word, likely: likelyStatus(word) }))
}

/** Rows were refused for want of an answer that can still be given. */
export function anyUnanswered({ quarters }: Asked, mapping: Mapping, summary: ImportSummary | null): boolean {
  if (summary === null) return false
  const unsaid = (met: Readonly<Record<string, number>>, said: Readonly<Record<string, unknown>>) =>
    Object.keys(met).some(word => !Object.hasOwn(said, word))
  return (
    (quarters !== null && mapping.quarters === null) || unsaid(summary.words, mapping.words) || unsaid(summary.statuses, mapping.statuses)
  )
}
