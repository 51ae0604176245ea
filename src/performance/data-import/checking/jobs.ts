/** Reads a file from beginning to end, batch by batch, each kept: a million rows take no more room than a few thousand. */

import { type Frequency, fits, frequencies } from '../../../kernel/period.ts'
import { cut } from '../../../kernel/text.ts'
import { type CsvLine, csvLines } from '../../../platform/csv/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { FileContent } from '../../../platform/file/index.ts'
import { sheetLines } from '../../../platform/sheet/index.ts'
import { readReference } from '../../indicator/reference.ts'
import { toleranceProblem } from '../../judgement/judgement.ts'
import { compare, idOfFound, type Known, outcomeKey, shippedFor, whatIsKnown } from '../comparison/jobs.ts'
import { countForPlanner } from '../comparison/store.ts'
import { type DataImport, type DataImportId, type ImportSummary, nothingYet, ofFigures } from '../data-import.ts'
import { type Figure, figureReader, type Met, nothingMet, periodReader } from '../figure.ts'
import { GivenUp } from '../given-up.ts'
import { type IndicatorRow, indicatorReader, type OutcomeName } from '../indicator-row.ts'
import type { Mapping } from '../mapping.ts'
import { type AreaName, areaLabel, commonFrequencies, type IndicatorName, indicatorLabel, seriesKey } from '../naming.ts'
import { type PersonRow, personReader } from '../person-row.ts'
import { type AreaAnswer, type AreaOffer, type IndicatorAnswer, type IndicatorOffer, proposedArea, proposedValueType } from '../question.ts'
import {
  addContentRows,
  addFigures,
  addNames,
  countNames,
  countRows,
  decimalsOf,
  emptyImport,
  figurePeriods,
  forgetRows,
  lockImport,
  mappingOf,
  type NameKind,
  type NewName,
  namesOf,
  piece,
  pieceBounds,
  setAnswers,
  setOffers,
  setState,
  setSummary,
} from '../store.ts'

/** Runs a step in a transaction: one of its own, or that of the request. */
export type Run = <T>(step: (db: Db) => Promise<T>) => Promise<T>

const batchSize = 5_000
/** Rows without a value fill no batch. */
const mostUnsaid = 50_000
const manyRows = 2_000
/** England has 33,000 small areas. A column of a million different names is none of indicators or areas, and need not fill the memory. */
const mostNames = 50_000

/** Reads the file from beginning to end, in whatever state an earlier attempt has left it, and compares it with what is held. */
export async function checkFile(run: Run, importId: DataImportId, signal?: AbortSignal): Promise<void> {
  const begun = await run(async db => {
    const it = await lockImport(db, importId)
    if (it?.state === 'cancelled') await emptyImport(db, importId)
    if (it?.state !== 'checking') return null
    await forgetRows(db, importId)
    await setSummary(db, importId, nothingYet)
    await setAnswers(db, importId, {})
    const mapping = await mappingOf(db, importId)
    if (mapping === null) throw new Error(`Import ${importId} has no mapping`)
    return { it, mapping, known: await whatIsKnown(db, it) }
  })
  if (begun === null) return

  const { it, mapping, known } = begun
  const met = nothingMet()
  const reader = readerOf(it, mapping, known, met)
  let rowsRead = 0
  const progress = { bytes: 0 }
  const soFar = (): ImportSummary => ({ ...nothingYet, rowsRead, bytesRead: progress.bytes })
  const keepBatch = (summary: ImportSummary) => {
    const keep = reader.take()
    return run(async db => {
      if ((await lockImport(db, importId))?.state !== 'checking') throw new GivenUp()
      await keep(db)
      await setSummary(db, importId, summary)
    })
  }

  // The next rows are read while PostgreSQL keeps those before.
  let keeping = Promise.resolve()
  try {
    let isHeading = true
    for await (const row of linesOf(run, it, progress)) {
      if (isHeading) {
        isHeading = false
        continue
      }
      rowsRead += 1
      if (row.problem === null) reader.read(row.line, row.fields)
      else reader.refuse(row.line, row.problem)
      if (reader.waiting() >= batchSize || rowsRead % mostUnsaid === 0) {
        if (signal?.aborted) throw signal.reason
        await keeping
        keeping = keepBatch(soFar())
        // Told when it is awaited.
        keeping.catch(() => {})
      }
    }
  } finally {
    await keeping
  }
  await keepBatch({ ...soFar(), step: 'comparing' })

  await run(async db => {
    if (rowsRead >= manyRows) await countForPlanner(db)
    await countNames(db, importId)
    if (ofFigures(it.kind)) await offerWhatIsMissing(db, it, known)
    const { records } = await compare(db, it, mapping)
    const summary = { ...soFar(), ...(await countRows(db, importId)), ...metSummary(met), ...(records && { records }) }
    // It is not locked before: whoever cancels it must not wait until everything is compared.
    if ((await lockImport(db, importId))?.state !== 'checking') throw new GivenUp()
    await setSummary(db, importId, summary)
    await setState(db, importId, 'checked')
  })
}

const metSummary = ({ words, statuses, quarters, blank }: Met) => ({
  words: Object.fromEntries(words),
  statuses: Object.fromEntries(statuses),
  quartersUnsaid: quarters,
  blank,
})

function linesOf(run: Run, { id, file }: DataImport, progress: { bytes: number }): AsyncGenerator<CsvLine> {
  if (file.workbook === undefined) return csvLines(piecesOf(run, id, progress), file)
  return filledUp(sheetLines(keptFile(run, id, file.bytes, progress), file.workbook.sheet), file.headings.length)
}

/** A workbook keeps no cells that are empty: rows end where their last content is. */
async function* filledUp(rows: AsyncGenerator<CsvLine>, width: number): AsyncGenerator<CsvLine> {
  for await (const row of rows) {
    const missing = width - row.fields.length
    yield row.problem === null && missing > 0 ? { ...row, fields: [...row.fields, ...Array.from({ length: missing }, () => '')] } : row
  }
}

/** A file that is kept in pieces, read from anywhere: a workbook says at its end what is in it. */
export function keptFile(run: Run, importId: DataImportId, bytes: number, progress: { bytes: number }): FileContent {
  let bounds: Awaited<ReturnType<typeof pieceBounds>> | null = null
  let last: { readonly number: number; readonly content: Uint8Array } | null = null
  async function* range(from: number, to: number): AsyncGenerator<Uint8Array> {
    bounds ??= await run(db => pieceBounds(db, importId))
    for (const each of bounds) {
      if (each.to <= from || each.from >= to) continue
      if (last?.number !== each.number)
        last = { number: each.number, content: (await run(db => piece(db, importId, each.number))) ?? new Uint8Array() }
      yield last.content.subarray(Math.max(0, from - each.from), Math.min(each.to, to) - each.from)
      progress.bytes = Math.min(each.to, to)
    }
  }
  return { bytes, pieces: { [Symbol.asyncIterator]: () => range(0, bytes) }, range }
}

async function* piecesOf(run: Run, importId: DataImportId, progress: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const content = await run(db => piece(db, importId, number))
    if (content === null) return
    yield content
    progress.bytes += content.length
  }
}

type Reader = {
  read(line: number, fields: readonly string[]): void
  refuse(line: number, problem: string): void
  waiting(): number
  /** What is waiting is kept by what this gives, and waits no longer. */
  take(): (db: Db) => Promise<void>
}

function readerOf(it: DataImport, mapping: Mapping, known: Known, met: Met): Reader {
  if (ofFigures(it.kind)) return figures(it, it.kind, mapping, known, met)
  return it.kind === 'people' ? personRows(it, mapping) : indicatorRows(it, mapping, known)
}

function figures(it: DataImport, kind: 'targets' | 'returns', mapping: Mapping, known: Known, met: Met): Reader {
  const indicators = numbered<IndicatorName>('indicator', indicatorNameKey, indicatorLabel, name => idOfFound(known.findIndicator(name)))
  const places = numbered<AreaName>('area', areaNameKey, areaLabel, name => idOfFound(known.findArea(name)))
  const tolerances = new Map(known.held.map(({ indicator, tolerance }) => [indicator.id, tolerance]))
  const read = figureReader(
    kind,
    mapping,
    {
      findIndicator: known.findIndicator,
      findArea: known.findArea,
      numberIndicator: indicators.number,
      numberArea: places.number,
      toleranceProblem(indicator, target) {
        const tolerance = tolerances.get(indicator.id)
        return tolerance ? toleranceProblem(target, tolerance, indicator.decimals) : null
      },
    },
    met,
  )
  let waiting: Figure[] = []
  return {
    read(line, fields) {
      for (const figure of read(line, fields)) waiting.push(figure)
    },
    refuse: (line, problem) => void waiting.push(faultyFigure(line, problem)),
    waiting: () => waiting.length,
    take() {
      const names = [...indicators.takeFresh(), ...places.takeFresh()]
      const batch = waiting
      waiting = []
      return async db => {
        await addNames(db, it.id, names)
        await addFigures(db, it.id, batch)
      }
    },
  }
}

const faultyFigure = (line: number, reason: string): Figure => ({
  line,
  part: 1,
  indicatorNumber: null,
  areaNumber: null,
  periodText: null,
  period: null,
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
  refusal: faulty(reason),
})

const faulty = (reason: string) => ({ unreadable: 'cell', column: 'The whole row', found: '', reason }) as const

const indicatorNameKey = ({ reference, title, unit, series }: IndicatorName): string => {
  const tidy = reference === null ? null : (readReference(reference) ?? reference).toLowerCase()
  if (series !== null) return `${seriesKey(series)} ${tidy ?? ''}`
  return JSON.stringify(tidy === null ? [title?.toLowerCase(), unit?.toLowerCase()] : [tidy])
}
const areaNameKey = ({ code, name }: AreaName): string => code ?? `name ${name?.toLowerCase()}`

function indicatorRows(it: DataImport, mapping: Mapping, known: Known): Reader {
  const outcomes = numbered<OutcomeName>('outcome', outcomeKey, outcomeLabel, name => known.outcomes.get(outcomeKey(name)) ?? null)
  const bodies = numbered<string>(
    'organisation',
    name => name.toLowerCase(),
    name => name,
    name => known.organisations.get(name.toLowerCase()) ?? null,
  )
  const read = indicatorReader(mapping, { numberOutcome: outcomes.number, numberOrganisation: bodies.number })
  let waiting: IndicatorRow[] = []
  return {
    read: (line, fields) => void waiting.push(read(line, fields)),
    refuse: (line, problem) => void waiting.push({ line, content: null, refusal: faulty(problem) }),
    waiting: () => waiting.length,
    take() {
      const names = [...outcomes.takeFresh(), ...bodies.takeFresh()]
      const batch = waiting
      waiting = []
      return async db => {
        await addNames(db, it.id, names)
        await addContentRows(db, it.id, batch)
      }
    },
  }
}

function personRows(it: DataImport, mapping: Mapping): Reader {
  const read = personReader(mapping)
  let waiting: PersonRow[] = []
  return {
    read: (line, fields) => void waiting.push(read(line, fields)),
    refuse: (line, problem) => void waiting.push({ line, content: null, refusal: faulty(problem) }),
    waiting: () => waiting.length,
    take() {
      const batch = waiting
      waiting = []
      return db => addContentRows(db, it.id, batch)
    },
  }
}

const outcomeLabel = ({ theme, outcome }: OutcomeName): string => (theme === null || theme === outcome ? outcome : `${theme}: ${outcome}`)

/** Names in the order in which the file brings them, each once. */
function numbered<Name>(
  kind: NameKind,
  keyOf: (name: Name) => string,
  labelOf: (name: Name) => string,
  knownId: (name: Name) => number | null,
) {
  const numbers = new Map<string, number>()
  let fresh: NewName[] = []
  return {
    number(name: Name, line: number): number | null {
      const key = keyOf(name)
      const before = numbers.get(key)
      if (before !== undefined) return before
      if (numbers.size >= mostNames) return null
      const number = numbers.size + 1
      numbers.set(key, number)
      fresh.push({ kind, number, label: cut(labelOf(name), 1000), name, line, knownId: knownId(name) })
      return number
    },
    takeFresh(): NewName[] {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}

/** For names that nobody knows, and for indicators of which it is not known how often they are reported, what would do. */
async function offerWhatIsMissing(db: Db, it: DataImport, known: Known): Promise<void> {
  const indicators = await namesOf<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>(db, it.id, 'indicator')
  const frequency = new Map(known.held.map(({ indicator }) => [indicator.id as number, indicator.frequency]))
  const open = indicators.filter(({ knownId }) => knownId === null || (frequency.get(knownId) ?? null) === null)
  const numbers = open.map(({ number }) => number)
  const periods = Map.groupBy(await figurePeriods(db, it.id, numbers), ({ indicatorNumber }) => indicatorNumber)
  const decimals = await decimalsOf(db, it.id, numbers)
  const mapping = (await mappingOf(db, it.id)) ?? { quarters: null, years: null }
  const [asSaid, asMayBe] = [periodReader(mapping), periodReader({ ...mapping, years: null })]
  const readings = (number: number, read: typeof asSaid) =>
    (periods.get(number) ?? []).flatMap(({ periodText }) => {
      const reading = read(periodText, null)
      return reading.kind === 'period' ? [reading] : []
    })
  // What the periods were read as comes first; what their texts may mean besides (2008-09 is September 2008 too) is there to choose.
  const offered = (number: number): Frequency[] => {
    const likely = commonFrequencies(readings(number, asSaid).map(({ period }) => frequencies.filter(frequency => fits(period, frequency))))
    const possible = commonFrequencies(readings(number, asMayBe).map(reading => reading.frequencies))
    return [...new Set([...likely, ...possible])]
  }
  await setOffers(
    db,
    it.id,
    open.map(({ kind, number, name }) => ({
      kind,
      number,
      offer: {
        frequencies: offered(number),
        decimals: decimals.get(number) ?? 0,
        valueType: proposedValueType(name),
      } satisfies IndicatorOffer,
    })),
  )

  const places = await namesOf<AreaName, Partial<AreaOffer>, AreaAnswer>(db, it.id, 'area')
  const unknown = places.filter(({ knownId }) => knownId === null)
  await setOffers(
    db,
    it.id,
    unknown.map(({ kind, number, name }) => ({ kind, number, offer: areaOffer(name) })),
  )
}

function areaOffer(name: AreaName): AreaOffer {
  const shipped = shippedFor(name)
  return shipped ? { name: shipped.name, kind: shipped.kind, isShipped: true } : { ...proposedArea(name), isShipped: false }
}
