/**
 * A row of a file of targets or returns, as it was understood: which indicator, which area, which period, and what it says of them.
 * A row that is not understood says in which column, what was found there and what to do.
 */
import { type Decimal, rounded, toText } from '../../kernel/decimal.ts'
import { type Frequency, type Period, type PeriodReading, readPeriod } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { intervalFault } from '../data-return/data-return.ts'
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
import { type Slot, slotsOf } from './wide.ts'

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
  /** Of a survey. Its interval stands in `low` and `high`, as the bounds of a target's range do. */
  readonly sampleSize: number | null
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
  const reading = { kind, mapping, names, met, cells, readPeriodCell: periodReader(mapping), whose: namer(cells, names) }
  const slots = slotsOf(kind, mapping)
  const read = slots.length === 0 ? longRow(reading) : wideRow(reading, slots)
  return (line, fields) => {
    const ragged = cells.ragged(fields)
    return ragged ? [refused(line, ragged)] : read(line, fields)
  }
}

type Reading = {
  readonly kind: 'targets' | 'returns'
  readonly mapping: Mapping
  readonly names: Names
  readonly met: Met
  readonly cells: Cells
  readonly readPeriodCell: (text: string, frequency: Frequency | null) => PeriodReading
  readonly whose: Whose
}

function longRow({ kind, mapping, names, met, cells, readPeriodCell, whose }: Reading): ReadFigures {
  return (line, fields) => {
    const says =
      kind === 'returns'
        ? returnIn(cells, fields, cells.text(fields, 'value'), cells.headings('value'), mapping, met)
        : targetsIn(cells, fields)
    if (says.refusal) return [refused(line, says.refusal)]
    if (says.parts.length === 0) {
      met.blank += 1
      return []
    }

    const named = whose.indicator(line, fields)
    if (named.refusal) return [refused(line, named.refusal)]
    const { indicator } = named
    const area = whose.areaOfRow(line, fields)
    if (area.refusal) return [refused(line, area.refusal)]
    const unfit =
      kind === 'targets' && indicator ? targetProblem(part => cells.headings(columnOf(cells, part)), says.parts, indicator, names) : null
    if (unfit) return [refused(line, unfit)]

    const periodText = cells.period(fields)
    const reading = readPeriodCell(periodText, indicator?.frequency ?? null)
    if (reading.kind === 'ambiguous') met.quarters = true
    const period = reading.kind === 'period' ? reading.period : null
    const fault = periodRefusal(periodHeadings(cells), periodText, reading)
    return says.parts.map((part, index) => ({
      ...part,
      line,
      part: index + 1,
      indicatorNumber: named.number,
      areaNumber: area.number,
      periodText,
      period,
      refusal: fault,
    }))
  }
}

/** A row of which each filled cell is a figure. What is wrong with the whole row is said once, what is wrong with a cell names its column. */
function wideRow({ kind, mapping, names, met, cells, readPeriodCell, whose }: Reading, slots: readonly Slot[]): ReadFigures {
  const areasAbove = slots.some(({ period }) => period === null)
  const periodsBeside = periodHeadings(cells)

  return (line, fields) => {
    const filled = slots.filter(({ index }) => (fields[index] ?? '').trim() !== '')
    met.blank += slots.length - filled.length
    if (filled.length === 0) return []

    const named = whose.indicator(line, fields)
    if (named.refusal) return [refused(line, named.refusal)]
    const { indicator } = named
    const areaBeside = areasAbove ? null : whose.areaOfRow(line, fields)
    if (areaBeside?.refusal) return [refused(line, areaBeside.refusal)]
    const rowPeriod = cells.period(fields)

    return filled.flatMap((slot): readonly Figure[] => {
      const { heading, period: above } = slot
      const text = (fields[slot.index] ?? '').trim()
      const says =
        kind === 'returns'
          ? returnIn(cells, fields, text, heading, mapping, met)
          : targetIn(cells, fields, text, heading, above?.targetKind ?? null)
      if (says.refusal) return [refused(line, says.refusal, slot.part)]
      const [part] = says.parts
      if (part === undefined) {
        met.blank += 1
        return []
      }
      const area = areaBeside ?? whose.areaOf(line, '', heading, heading)
      if (area.refusal) return [refused(line, area.refusal, slot.part)]
      const unfit = kind === 'targets' && indicator ? targetProblem(() => heading, says.parts, indicator, names) : null
      if (unfit) return [refused(line, unfit, slot.part)]

      const periodText = above === null ? rowPeriod : above.isPart ? `${rowPeriod} ${above.text}` : above.text
      const reading = readPeriodCell(periodText, indicator?.frequency ?? null)
      if (reading.kind === 'ambiguous') met.quarters = true
      return [
        {
          ...part,
          line,
          part: slot.part,
          indicatorNumber: named.number,
          areaNumber: area.number,
          periodText,
          period: reading.kind === 'period' ? reading.period : null,
          refusal: periodRefusal(above === null ? periodsBeside : heading, periodText, reading),
        },
      ]
    })
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

/** The columns that have the period of a row. */
export const periodHeadings = (cells: Pick<Cells, 'headings'>): string => cells.headings('period', 'first-day', 'last-day')

export function periodRefusal(column: string, text: string, reading: PeriodReading): Refusal | null {
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
  sampleSize: null,
  status: null,
  source: null,
}

function refused(line: number, why: Refusal, part = 1): Figure {
  return { ...nothing, line, part, indicatorNumber: null, areaNumber: null, periodText: null, period: null, refusal: why }
}

const refusing = (why: Refusal): Says => ({ parts: [], refusal: why })

function returnIn(cells: Cells, fields: readonly string[], text: string, column: string, mapping: Mapping, met: Met): Says {
  const statusText = cells.text(fields, 'status')
  const said = statusText === '' ? 'final' : readStatus(statusText, mapping.statuses)
  const cell = readValue(text, mapping.words)

  if (said === null) {
    count(met.statuses, plainCell(statusText))
    return refusing(
      refusal(cells.headings('status'), statusText, 'It is not known what this says of the figure. Say it under “What the columns mean”'),
    )
  }
  if (cell.kind === 'word') {
    count(met.words, plainCell(text))
    return refusing(refusal(column, text, 'This is not a number. Say under “What the columns mean” what it stands for, or correct it'))
  }
  if (cell.kind === 'unreadable') return refusing(refusal(column, text, 'This is not a number. Correct it'))

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
  const sampled = sampledIn(cells, fields, cell.value)
  if (sampled.refusal) return refusing(sampled.refusal)
  return {
    parts: [
      {
        ...nothing,
        value: toText(cell.value),
        numerator: numerator && toText(numerator),
        denominator: denominator && toText(denominator),
        ...sampled.of,
        status,
        source,
      },
    ],
    refusal: null,
  }
}

type SampledPart = Pick<Part, 'sampleSize' | 'low' | 'high'>
const notSampled: SampledPart = { sampleSize: null, low: null, high: null }

/** A survey's margin. A cell that says in words that there is none leaves it open: the figure counts without it. */
function sampledIn(
  cells: Cells,
  fields: readonly string[],
  value: Decimal,
): { readonly of: SampledPart; readonly refusal: Refusal | null } {
  const [size, lower, upper] = [cells.text(fields, 'sample-size'), cells.text(fields, 'interval-low'), cells.text(fields, 'interval-high')]
  if (size === '' && lower === '' && upper === '') return { of: notSampled, refusal: null }
  const [asked, low, high] = [readNumber(size), readNumber(lower), readNumber(upper)]
  const sampleSize = asked === null ? null : Number(toText(rounded(asked, 0)))
  const fault = low && high ? intervalFault(value, low, high) : null
  if (fault !== null)
    return { of: notSampled, refusal: refusal(cells.headings('interval-low', 'interval-high'), `${lower} to ${upper}`, fault) }
  return {
    of: {
      sampleSize: sampleSize !== null && sampleSize > 0 && sampleSize < 1e9 ? sampleSize : null,
      low: low && high && toText(low),
      high: low && high && toText(high),
    },
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
  if (kind === null) return refusing(unknownKind(cells, kindText))

  const parts: Part[] = []
  for (const meaning of targetKinds) {
    const text = cells.text(fields, meaning)
    if (text === '') continue
    const part = targetPart(text, meaning === 'target' ? kind : meaning)
    if (part === null) return refusing(refusal(cells.headings(meaning), text, 'This is not a number. Correct it'))
    parts.push(part)
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

/** One target, whose heading may say of what kind it is. */
function targetIn(cells: Cells, fields: readonly string[], text: string, column: string, above: TargetKind | null): Says {
  const kindText = cells.text(fields, 'target-kind')
  const kind = above ?? (kindText === '' ? 'target' : readTargetKind(kindText))
  if (kind === null) return refusing(unknownKind(cells, kindText))
  const part = targetPart(text, kind)
  return part === null ? refusing(refusal(column, text, 'This is not a number. Correct it')) : { parts: [part], refusal: null }
}

const unknownKind = (cells: Cells, text: string): Refusal =>
  refusal(cells.headings('target-kind'), text, 'This is not a kind of target. Write baseline, target, interim, stretch or floor')

function targetPart(text: string, targetKind: TargetKind): Part | null {
  const value = readNumber(text)
  if (value) return { ...nothing, targetKind, value: toText(value) }
  const range = readRange(text)
  return range && { ...nothing, targetKind, low: toText(range.low), high: toText(range.high) }
}

/** What the indicator's polarity and tolerance say to a target. */
function targetProblem(
  columnOfPart: (part: Part) => string,
  parts: readonly Part[],
  indicator: KnownIndicator,
  names: Names,
): Refusal | null {
  for (const part of parts) {
    const column = columnOfPart(part)
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

type Indicated =
  | { readonly refusal: Refusal; readonly indicator?: never; readonly number?: never }
  | {
      readonly refusal: null
      readonly indicator: KnownIndicator | null
      readonly number: number
    }
type Placed = { readonly refusal: Refusal; readonly number?: never } | { readonly refusal: null; readonly number: number }

type Whose = {
  readonly indicator: (line: number, fields: readonly string[]) => Indicated
  readonly areaOfRow: (line: number, fields: readonly string[]) => Placed
  /** The area that is called this in a column. */
  readonly areaOf: (line: number, code: string, called: string, column: string) => Placed
}

/** Which indicator and area a figure is about. Names come again and again: each is looked up once. */
function namer(cells: Cells, names: Names): Whose {
  const indicators = new Map<string, Indicated>()
  const areas = new Map<string, Placed>()
  const indicatorColumn = cells.indicatorHeadings()
  const areaColumn = cells.headings('area-code', 'area-name')

  function indicatorOf(line: number, fields: readonly string[]): Indicated {
    const name = cells.indicatorName(fields)
    if (name === null) return { refusal: refusal(indicatorColumn, '', 'No indicator is named. Enter its reference or its title') }
    const found = names.findIndicator(name)
    if (found.kind === 'several')
      return {
        refusal: refusal(indicatorColumn, indicatorLabel(name), `${found.which.length} indicators are called this. Use their references`),
      }
    const number = names.numberIndicator(name, line)
    if (number === null) return { refusal: tooMany(indicatorColumn, indicatorLabel(name), 'indicators') }
    return { refusal: null, indicator: found.kind === 'known' ? found.it : null, number }
  }

  function placeOf(line: number, code: string, called: string, column: string): Placed {
    const name = areaName(code, called)
    if (name === null) return { refusal: refusal(column, '', 'No area is named. Enter one, or choose an area for rows without one') }
    if (name.code === null && (name.name ?? '').length > 200)
      return { refusal: refusal(column, areaLabel(name), 'This is too long for the name of an area') }
    if (names.findArea(name).kind === 'several')
      return { refusal: refusal(column, areaLabel(name), 'More than one area is called this. Use its code') }
    const number = names.numberArea(name, line)
    return number === null ? { refusal: tooMany(column, areaLabel(name), 'areas') } : { refusal: null, number }
  }

  const areaOf: Whose['areaOf'] = (line, code, called, column) =>
    remembered(areas, `${code}|${called}`, () => placeOf(line, code, called, column))
  return {
    indicator: (line, fields) => remembered(indicators, cells.indicatorKey(fields), () => indicatorOf(line, fields)),
    areaOfRow: (line, fields) => areaOf(line, cells.text(fields, 'area-code'), cells.text(fields, 'area-name'), areaColumn),
    areaOf,
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
