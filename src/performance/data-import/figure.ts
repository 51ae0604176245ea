/**
 * A row of a file of targets or returns, as it was understood: which indicator, which area, which period, and what it says of them.
 * A row that is not understood says in which column, what was found there and what to do.
 */
import { toText } from '../../kernel/decimal.ts'
import { type Frequency, type Period, type PeriodReading, readPeriod } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Polarity } from '../indicator/indicator.ts'
import type { Target } from '../judgement/judgement.ts'
import {
  type Absence,
  plainCell,
  readNumber,
  readRange,
  readStatus,
  readTargetKind,
  readValue,
  type TargetKind,
  targetKinds,
} from './cell.ts'
import type { Mapping, Meaning } from './mapping.ts'
import {
  type AreaName,
  areaLabel,
  areaName,
  type Found,
  type IndicatorName,
  indicatorLabel,
  type KnownArea,
  type KnownIndicator,
} from './naming.ts'
import { type Cells, cellsOf, type Refusal, refusal } from './row.ts'

export type Figure = {
  readonly line: number
  /** A line of targets may hold several: a baseline and a target. */
  readonly part: number
  readonly indicatorNumber: number | null
  readonly areaNumber: number | null
  readonly periodText: string | null
  readonly period: Period | null
  readonly targetKind: TargetKind | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly absence: Absence | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: 'final' | 'provisional' | 'estimated' | null
  readonly source: string | null
  readonly refusal: Refusal | null
}

/** What was met on the way that the user has to say something about. */
export type Met = { readonly words: Map<string, number>; readonly statuses: Map<string, number>; quarters: boolean; blank: number }

export const nothingMet = (): Met => ({ words: new Map(), statuses: new Map(), quarters: false, blank: 0 })

export type Names = {
  readonly findIndicator: (name: IndicatorName) => Found<KnownIndicator>
  readonly findArea: (name: AreaName) => Found<KnownArea>
  /** The number under which the import keeps a name; null when there are more than any file can mean. */
  readonly numberIndicator: (name: IndicatorName, line: number) => number | null
  readonly numberArea: (name: AreaName, line: number) => number | null
  /** Whether a target can be judged with the tolerance that the indicator has. */
  readonly toleranceProblem: (indicator: KnownIndicator, target: Pick<Target, 'value' | 'low' | 'high'>) => Problem | null
}

export type ReadFigures = (line: number, fields: readonly string[]) => readonly Figure[]

export function figureReader(kind: 'targets' | 'returns', mapping: Mapping, names: Names, met: Met): ReadFigures {
  const cells = cellsOf(mapping)
  const readPeriodCell = periodReader(mapping)
  const whose = namer(cells, names)

  return (line, fields) => {
    const ragged = cells.ragged(fields)
    if (ragged) return [refused(line, ragged)]
    const says = kind === 'returns' ? returnIn(cells, fields, mapping, met) : targetsIn(cells, fields)
    if (says.refusal) return [refused(line, says.refusal)]
    if (says.parts.length === 0) {
      met.blank += 1
      return []
    }

    const subject = whose(line, fields)
    if (subject.refusal) return [refused(line, subject.refusal)]
    const { indicator } = subject
    const unfit = kind === 'targets' && indicator ? targetProblem(cells, says.parts, indicator, names) : null
    if (unfit) return [refused(line, unfit)]

    const periodText = cells.period(fields)
    const reading = readPeriodCell(periodText, indicator?.frequency ?? null)
    if (reading.kind === 'ambiguous') met.quarters = true
    const period = reading.kind === 'period' ? reading.period : null
    const fault = periodRefusal(cells, periodText, reading)
    return says.parts.map((part, index) => ({
      ...part,
      line,
      part: index + 1,
      indicatorNumber: subject.indicatorNumber,
      areaNumber: subject.areaNumber,
      periodText,
      period,
      refusal: fault,
    }))
  }
}

/** The same text is read once for each frequency: a file has few periods and many rows. */
export function periodReader({
  quarters,
  years,
}: Pick<Mapping, 'quarters' | 'years'>): (text: string, frequency: Frequency | null) => PeriodReading {
  const read = new Map<string, PeriodReading>()
  return (text, frequency) => {
    const key = `${frequency}|${text}`
    const before = read.get(key)
    if (before) return before
    // Between equal labels an indicator's frequency decides; what the file's years are is for those whose frequency is not known.
    const reading = readPeriod(text, { frequency, quarters, years: frequency === null ? years : null })
    if (read.size < 100_000) read.set(key, reading)
    return reading
  }
}

export function periodRefusal(cells: Pick<Cells, 'headings'>, text: string, reading: PeriodReading): Refusal | null {
  const column = cells.headings('period', 'first-day', 'last-day')
  if (reading.kind === 'period') return null
  if (reading.kind === 'mismatch')
    return { ...refusal(column, text, `${reading.text}. Correct the period, or how often the indicator is reported`), unreadable: 'period' }
  if (reading.kind === 'ambiguous')
    return refusal(column, text, 'This may be a quarter of the financial or of the calendar year. Say which under “What the columns mean”')
  if (text === '') return refusal(column, text, 'The period is missing. Enter one')
  return refusal(column, text, 'This is not understood as a period. Write it like 2008-09, Q1 2008-09, June 2008 or 1/4/2008 - 30/6/2008')
}

type Part = Omit<Figure, 'line' | 'part' | 'indicatorNumber' | 'areaNumber' | 'periodText' | 'period' | 'refusal'>
type Says = { readonly parts: readonly Part[]; readonly refusal: Refusal | null }

const nothing: Part = {
  targetKind: null,
  value: null,
  low: null,
  high: null,
  absence: null,
  numerator: null,
  denominator: null,
  status: null,
  source: null,
}

function refused(line: number, why: Refusal): Figure {
  return { ...nothing, line, part: 1, indicatorNumber: null, areaNumber: null, periodText: null, period: null, refusal: why }
}

const refusing = (why: Refusal): Says => ({ parts: [], refusal: why })

function returnIn(cells: Cells, fields: readonly string[], mapping: Mapping, met: Met): Says {
  const statusText = cells.text(fields, 'status')
  const said = statusText === '' ? 'final' : readStatus(statusText, mapping.statuses)
  const text = cells.text(fields, 'value')
  const cell = readValue(text, mapping.words)

  if (said === null) {
    count(met.statuses, plainCell(statusText))
    return refusing(
      refusal(cells.headings('status'), statusText, 'It is not known what this says of the figure. Say it under “What the columns mean”'),
    )
  }
  if (cell.kind === 'word') {
    count(met.words, plainCell(text))
    return refusing(
      refusal(cells.headings('value'), text, 'This is not a number. Say under “What the columns mean” what it stands for, or correct it'),
    )
  }
  if (cell.kind === 'unreadable') return refusing(refusal(cells.headings('value'), text, 'This is not a number. Correct it'))

  const isFigure = said === 'final' || said === 'provisional' || said === 'estimated'
  if (cell.kind === 'blank')
    return isFigure
      ? { parts: [], refusal: null }
      : { parts: [{ ...nothing, absence: said, status: 'final', source: sourceIn(cells, fields) }], refusal: null }
  const status = isFigure ? said : 'final'
  const source = sourceIn(cells, fields)
  if (cell.kind === 'absence') return { parts: [{ ...nothing, absence: cell.absence, status, source }], refusal: null }
  if (!isFigure)
    return refusing(
      refusal(cells.headings('status'), statusText, `The row has the value ${text} and says that there is none. Correct one of them`),
    )

  const [above, below] = [cells.text(fields, 'numerator'), cells.text(fields, 'denominator')]
  const [numerator, denominator] = [readNumber(above), readNumber(below)]
  if (above !== '' && numerator === null) return refusing(refusal(cells.headings('numerator'), above, 'This is not a number. Correct it'))
  if (below !== '' && denominator === null)
    return refusing(refusal(cells.headings('denominator'), below, 'This is not a number. Correct it'))
  return {
    parts: [
      {
        ...nothing,
        value: toText(cell.value),
        numerator: numerator && toText(numerator),
        denominator: denominator && toText(denominator),
        status,
        source,
      },
    ],
    refusal: null,
  }
}

const sourceIn = (cells: Cells, fields: readonly string[]): string | null => cells.text(fields, 'source') || null

const count = (times: Map<string, number>, word: string) => {
  if (times.size < 200 || times.has(word)) times.set(word, (times.get(word) ?? 0) + 1)
}

function targetsIn(cells: Cells, fields: readonly string[]): Says {
  const kindText = cells.text(fields, 'target-kind')
  const kind = kindText === '' ? 'target' : readTargetKind(kindText)
  if (kind === null)
    return refusing(
      refusal(cells.headings('target-kind'), kindText, 'This is not a kind of target. Write baseline, target, interim or stretch'),
    )

  const parts: Part[] = []
  for (const meaning of targetKinds) {
    const text = cells.text(fields, meaning)
    if (text === '') continue
    const [value, range] = [readNumber(text), readRange(text)]
    if (value === null && range === null) return refusing(refusal(cells.headings(meaning), text, 'This is not a number. Correct it'))
    const targetKind = meaning === 'target' ? kind : meaning
    if (value) parts.push({ ...nothing, targetKind, value: toText(value) })
    else if (range) parts.push({ ...nothing, targetKind, low: toText(range.low), high: toText(range.high) })
  }

  const [lowText, highText] = [cells.text(fields, 'low'), cells.text(fields, 'high')]
  const [low, high] = [readNumber(lowText), readNumber(highText)]
  if (lowText !== '' && low === null) return refusing(refusal(cells.headings('low'), lowText, 'This is not a number. Correct it'))
  if (highText !== '' && high === null) return refusing(refusal(cells.headings('high'), highText, 'This is not a number. Correct it'))
  if ((low === null) !== (high === null))
    return refusing(refusal(cells.headings('low', 'high'), lowText + highText, 'A range has two bounds. Enter the other one too'))
  if (low && high) parts.push({ ...nothing, targetKind: kind, low: toText(low), high: toText(high) })

  const kinds = parts.map(({ targetKind }) => targetKind)
  const twice = kinds.find((each, index) => kinds.indexOf(each) !== index)
  if (twice)
    return refusing(
      refusal(cells.headings('target-kind', 'target'), kindText, `The row has two values for the ${twice}. Leave one of them out`),
    )
  return { parts, refusal: null }
}

/** What the indicator's polarity and tolerance say to a target. */
function targetProblem(cells: Cells, parts: readonly Part[], indicator: KnownIndicator, names: Names): Refusal | null {
  for (const part of parts) {
    const column = cells.headings(columnOf(cells, part))
    const found = part.value ?? `${part.low} to ${part.high}`
    const wrongForm = formProblem(indicator.polarity, part)
    if (wrongForm) return refusal(column, found, wrongForm)
    const [value, low, high] = [part.value, part.low, part.high].map(text => (text === null ? null : readNumber(text)))
    const problem =
      part.targetKind === 'baseline'
        ? null
        : names.toleranceProblem(indicator, { value: value ?? null, low: low ?? null, high: high ?? null })
    if (problem) return refusal(column, found, `${problem.text}. Give the indicator one`)
  }
  return null
}

export function formProblem(polarity: Polarity, { low, high, targetKind }: Pick<Part, 'low' | 'high' | 'targetKind'>): string | null {
  if (targetKind === 'baseline') return null
  if (polarity === 'range' && low === null)
    return 'This indicator is to stay within a range: enter a lower and an upper bound, like 10 to 20'
  if (polarity !== 'range' && low !== null) return 'This indicator has no range: enter one number'
  if (low !== null && high !== null && isBelow(high, low)) return 'The upper bound is below the lower one'
  return null
}

function isBelow(a: string, b: string): boolean {
  const [x, y] = [readNumber(a), readNumber(b)]
  return x !== null && y !== null && x.digits * 10n ** BigInt(y.scale) < y.digits * 10n ** BigInt(x.scale)
}

const columnOf = (cells: Cells, { targetKind, low }: Part): Meaning => {
  if (low !== null && cells.has('low')) return 'low'
  return targetKind !== null && cells.has(targetKind) ? targetKind : 'target'
}

type Whose =
  | { readonly refusal: Refusal; readonly indicator?: never; readonly indicatorNumber?: never; readonly areaNumber?: never }
  | { readonly refusal: null; readonly indicator: KnownIndicator | null; readonly indicatorNumber: number; readonly areaNumber: number }

/** Which indicator and area a row is about. Names come again and again: each is looked up once. */
function namer(cells: Cells, names: Names): (line: number, fields: readonly string[]) => Whose {
  type IndicatorKnown = { readonly indicator: KnownIndicator | null; readonly number: number } | { readonly refusal: Refusal }
  type AreaKnown = { readonly number: number } | { readonly refusal: Refusal }
  const indicators = new Map<string, IndicatorKnown>()
  const areas = new Map<string, AreaKnown>()

  function indicatorOf(line: number, fields: readonly string[]): IndicatorKnown {
    const name = cells.indicatorName(fields)
    const column = cells.indicatorHeadings()
    if (name === null) return { refusal: refusal(column, '', 'No indicator is named. Enter its reference or its title') }
    const found = names.findIndicator(name)
    if (found.kind === 'several')
      return { refusal: refusal(column, indicatorLabel(name), `${found.which.length} indicators are called this. Use their references`) }
    const number = names.numberIndicator(name, line)
    if (number === null) return { refusal: tooMany(column, indicatorLabel(name), 'indicators') }
    return { indicator: found.kind === 'known' ? found.it : null, number }
  }

  function areaOf(line: number, fields: readonly string[]): AreaKnown {
    const name = areaName(cells.text(fields, 'area-code'), cells.text(fields, 'area-name'))
    const column = cells.headings('area-code', 'area-name')
    if (name === null) return { refusal: refusal(column, '', 'No area is named. Enter one, or choose an area for rows without one') }
    if (name.code === null && (name.name ?? '').length > 200)
      return { refusal: refusal(column, areaLabel(name), 'This is too long for the name of an area') }
    if (names.findArea(name).kind === 'several')
      return { refusal: refusal(column, areaLabel(name), 'More than one area is called this. Use its code') }
    const number = names.numberArea(name, line)
    return number === null ? { refusal: tooMany(column, areaLabel(name), 'areas') } : { number }
  }

  return (line, fields) => {
    const indicator = remembered(indicators, cells.indicatorKey(fields), () => indicatorOf(line, fields))
    if ('refusal' in indicator) return { refusal: indicator.refusal }
    const area = remembered(areas, `${cells.text(fields, 'area-code')}|${cells.text(fields, 'area-name')}`, () => areaOf(line, fields))
    if ('refusal' in area) return { refusal: area.refusal }
    return { refusal: null, indicator: indicator.indicator, indicatorNumber: indicator.number, areaNumber: area.number }
  }
}

const tooMany = (column: string, found: string, what: string): Refusal =>
  refusal(
    column,
    found,
    `The file names too many different ${what}: most likely this is not their column. Say under “What the columns mean” which is`,
  )

/** Bounded, so that a file of a million different names does not fill the memory. */
function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const found = find()
  if (known.size < 50_000) known.set(key, found)
  return found
}
