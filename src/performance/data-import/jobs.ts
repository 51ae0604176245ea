/**
 * The two pieces of work of an import, each in the request itself when the file is small, and otherwise a job with progress that can be left and
 * cancelled: reading and checking the file (batch by batch, each kept), and importing what was understood (one transaction).
 */
import type { Frequency } from '../../kernel/period.ts'
import {
  type AreaId,
  addArea,
  addAreas,
  areas,
  england,
  ensureAreas,
  ensureOrganisations,
  organisations,
  type ShippedArea,
  shippedArea,
} from '../../partnership/index.ts'
import { csvLines } from '../../platform/csv/index.ts'
import type { Database, Db, Who } from '../../platform/db/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { readReference } from '../indicator/reference.ts'
import { toleranceProblem } from '../judgement/judgement.ts'
import {
  compareReturns,
  compareTargets,
  countForPlanner,
  type Headings,
  type Held,
  heldIndicators,
  heldLinks,
  heldOutcomes,
  seriesNames,
} from './comparison/store.ts'
import { type DataImport, type DataImportId, type ImportAnswers, type ImportSummary, nothingYet } from './data-import.ts'
import { type Figure, figureReader, type Met, nothingMet, periodReader, periodRefusal } from './figure.ts'
import { compareIndicators } from './indicator-comparison.ts'
import { type IndicatorRow, indicatorReader, newIndicator, type OutcomeName } from './indicator-row.ts'
import {
  addContributors,
  addIndicators,
  addOutcome,
  addOutcomeLinks,
  addSeriesNames,
  changeIndicators,
  ensureTheme,
  keepReturns,
  keepTargets,
  lockWhatChanges,
  settleFrequencies,
} from './keeping/store.ts'
import type { Mapping } from './mapping.ts'
import {
  type AreaName,
  areaFinder,
  areaLabel,
  commonFrequencies,
  type Found,
  type IndicatorName,
  indicatorFinder,
  indicatorLabel,
  type KnownArea,
  type KnownIndicator,
  likelyAreaKind,
  seriesKey,
} from './naming.ts'
import {
  type AreaAnswer,
  type AreaOffer,
  type IndicatorAnswer,
  type IndicatorOffer,
  indicatorToAdd,
  type PlainAnswer,
  proposedArea,
  proposedValueType,
} from './question.ts'
import { cellsOf } from './row.ts'
import {
  addFigures,
  addIndicatorRows,
  addNames,
  changePeriods,
  countNames,
  countRows,
  dataImport,
  decimalsOf,
  emptyImport,
  figurePeriods,
  finishImport,
  forgetRows,
  type ImportName,
  indicatorLines,
  lockImport,
  mappingOf,
  type NameKind,
  type NewName,
  namesOf,
  piece,
  setAnswers,
  setKnown,
  setOffers,
  setOutcomes,
  setState,
  setSummary,
  stateOf,
} from './store.ts'

/** Runs a step in a transaction: one of its own, or that of the request. */
type Run = <T>(step: (db: Db) => Promise<T>) => Promise<T>

export const checkJob = 'check-data-import'
export const keepJob = 'keep-data-import'

/** Files up to this size are checked while the person waits: two seconds at the most. */
export const smallFileBytes = 2_000_000
export const smallImportRows = 20_000

export function importJobs(jobs: Jobs): void {
  jobs.define(checkJob, async ({ database, who, payload, signal }) => {
    const { importId } = payload as { importId: DataImportId }
    await orFail(database, who, importId, signal, run => checkFile(run, importId, signal))
  })
  jobs.define(keepJob, async ({ database, who, payload, signal }) => {
    const { importId } = payload as { importId: DataImportId }
    await orFail(database, who, importId, signal, run => run(db => keepImport(db, importId, who.name)))
  })
}

/** Whoever waits for the import is told that it did not work; the fault itself goes to the log. */
async function orFail(
  database: Database,
  who: Who,
  importId: DataImportId,
  signal: AbortSignal,
  work: (run: Run) => Promise<unknown>,
): Promise<void> {
  const run: Run = step => database.visit(who, 'write', step)
  try {
    await work(run)
  } catch (error) {
    if (error instanceof GivenUp) return run(db => emptyImport(db, importId))
    if (signal.aborted) throw error
    await run(async db => {
      const state = await stateOf(db, importId)
      if (state === 'checking' || state === 'importing')
        await setState(db, importId, 'failed', `Something went wrong in Goldthread. It is in its log under ${who.requestId}`)
    })
    throw error
  }
}

/** Somebody cancelled it meanwhile: nothing that was done is kept. */
class GivenUp extends Error {
  override readonly name = 'GivenUp'
}

const batchSize = 5_000
const manyRows = 2_000

/** Reads the file from beginning to end, in whatever state an earlier attempt has left it, and compares it with what is held. */
export async function checkFile(run: Run, importId: DataImportId, signal?: AbortSignal): Promise<void> {
  const begun = await run(async db => {
    const it = await lockImport(db, importId)
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
  const progressSummary = (): ImportSummary => ({ ...nothingYet, rowsRead, bytesRead: progress.bytes })
  const keepBatch = () =>
    run(async db => {
      if ((await lockImport(db, importId))?.state !== 'checking') return false
      await reader.keep(db)
      await setSummary(db, importId, progressSummary())
      return true
    })

  let isHeading = true
  for await (const row of csvLines(piecesOf(run, importId, progress), it.file)) {
    if (isHeading) {
      isHeading = false
      continue
    }
    rowsRead += 1
    if (row.problem === null) reader.read(row.line, row.fields)
    else reader.refuse(row.line, row.problem)
    if (reader.waiting() >= batchSize) {
      if (signal?.aborted) throw signal.reason
      if (!(await keepBatch())) throw new GivenUp()
    }
  }
  if (!(await keepBatch())) throw new GivenUp()

  await run(async db => {
    const now = await lockImport(db, importId)
    if (now?.state !== 'checking') return
    if (rowsRead >= manyRows) await countForPlanner(db)
    await countNames(db, importId)
    if (it.kind !== 'indicators') await offerWhatIsMissing(db, it, known)
    await compare(db, it, mapping)
    await setSummary(db, importId, { ...progressSummary(), ...(await countRows(db, importId)), ...metSummary(met) })
    await setState(db, importId, 'checked')
  })
}

const metSummary = ({ words, statuses, quarters, blank }: Met) => ({
  words: Object.fromEntries(words),
  statuses: Object.fromEntries(statuses),
  quartersUnsaid: quarters,
  blank,
})

async function* piecesOf(run: Run, importId: DataImportId, progress: { bytes: number }): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const content = await run(db => piece(db, importId, number))
    if (content === null) return
    yield content
    progress.bytes += content.length
  }
}

type Known = {
  readonly held: readonly Held[]
  readonly findIndicator: (name: IndicatorName) => Found<KnownIndicator>
  readonly findArea: (name: AreaName) => Found<KnownArea>
  readonly outcomes: ReadonlyMap<string, number>
  readonly organisations: ReadonlyMap<string, number>
}

async function whatIsKnown(db: Db, { agreementId, kind }: Pick<DataImport, 'agreementId' | 'kind'>): Promise<Known> {
  const held = await heldIndicators(db, agreementId)
  const findIndicator = indicatorFinder(
    held.map(({ indicator }) => indicator),
    await seriesNames(db, agreementId),
  )
  const isOfIndicators = kind === 'indicators'
  return {
    held,
    findIndicator,
    findArea: areaFinder(isOfIndicators ? [] : await areas(db)),
    outcomes: new Map(isOfIndicators ? (await heldOutcomes(db, agreementId)).toReversed().flatMap(outcomeKeys) : []),
    organisations: new Map(isOfIndicators ? (await organisations(db)).map(({ id, name }) => [name.toLowerCase(), id]) : []),
  }
}

/** By its theme and title, and by its title alone, where the file names no theme. */
const outcomeKeys = ({
  id,
  theme,
  outcome,
}: {
  readonly id: number
  readonly theme: string
  readonly outcome: string
}): [string, number][] => [
  [outcomeKey({ theme, outcome }), id],
  [outcomeKey({ theme: null, outcome }), id],
]
const outcomeKey = ({ theme, outcome }: OutcomeName): string => JSON.stringify([theme?.toLowerCase() ?? null, outcome.toLowerCase()])

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
    number(name: Name, line: number): number {
      const key = keyOf(name)
      const before = numbers.get(key)
      if (before !== undefined) return before
      const number = numbers.size + 1
      numbers.set(key, number)
      fresh.push({ kind, number, label: labelOf(name).slice(0, 1000), name, line, knownId: knownId(name) })
      return number
    },
    takeFresh(): NewName[] {
      const taken = fresh
      fresh = []
      return taken
    },
  }
}

const idOfFound = (found: Found<{ readonly id: number }>): number | null => (found.kind === 'known' ? found.it.id : null)

type Reader = {
  read(line: number, fields: readonly string[]): void
  refuse(line: number, problem: string): void
  waiting(): number
  keep(db: Db): Promise<void>
}

function readerOf(it: DataImport, mapping: Mapping, known: Known, met: Met): Reader {
  return it.kind === 'indicators' ? indicatorRows(it, mapping, known) : figures(it, it.kind, mapping, known, met)
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
    async keep(db) {
      await addNames(db, it.id, [...indicators.takeFresh(), ...places.takeFresh()])
      await addFigures(db, it.id, waiting)
      waiting = []
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
  status: null,
  source: null,
  refusal: faulty(reason),
})

const faulty = (reason: string) => ({ unreadable: 'cell', column: 'The whole row', found: '', reason }) as const

const indicatorNameKey = ({ reference, title, unit, series }: IndicatorName): string =>
  series === null
    ? JSON.stringify(
        reference === null ? [null, title?.toLowerCase(), unit?.toLowerCase()] : [(readReference(reference) ?? reference).toLowerCase()],
      )
    : seriesKey(series)
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
    async keep(db) {
      await addNames(db, it.id, [...outcomes.takeFresh(), ...bodies.takeFresh()])
      await addIndicatorRows(db, it.id, waiting)
      waiting = []
    },
  }
}

const outcomeLabel = ({ theme, outcome }: OutcomeName): string => (theme === null || theme === outcome ? outcome : `${theme}: ${outcome}`)

type IndicatorNameRow = ImportName<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>
type AreaNameRow = ImportName<AreaName, Partial<AreaOffer>, AreaAnswer>

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
  const fitting = (number: number, read: typeof asSaid) =>
    commonFrequencies(
      (periods.get(number) ?? []).flatMap(({ periodText }) => {
        const reading = read(periodText, null)
        return reading.kind === 'period' ? [reading.frequencies] : []
      }),
    )
  await setOffers(
    db,
    it.id,
    open.map(({ kind, number, name }) => ({
      kind,
      number,
      offer: {
        // What the file's years were said to be comes first; an indicator may be the exception.
        frequencies: [...new Set([...fitting(number, asSaid), ...fitting(number, asMayBe)])],
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

/** A name alone must be that of one area only. */
function shippedFor({ code, name }: AreaName) {
  if (code !== null) return shippedArea(code)
  const namesakes = shippedByName().get(name?.toLowerCase() ?? '') ?? []
  const [one, ...others] = namesakes.filter(({ until }) => until === null)
  return one !== undefined && others.length === 0 ? one : null
}

let byName: ReadonlyMap<string, readonly ShippedArea[]> | null = null
const shippedByName = () => (byName ??= Map.groupBy(england, area => area.name.toLowerCase()))

/** Compares with what is held now. The lines of which something else is true than before. */
async function compare(db: Db, it: DataImport, mapping: Mapping): Promise<number[]> {
  if (it.kind === 'indicators') return compareIndicatorLines(db, it, mapping)
  const cells = cellsOf(mapping)
  const headings: Headings = {
    indicator: cells.indicatorHeadings(),
    area: cells.headings('area-code', 'area-name'),
    period: cells.headings('period', 'first-day', 'last-day'),
    status: cells.headings('status'),
  }
  if (it.kind === 'targets') return compareTargets(db, it.id, headings)
  const { answers } = (await dataImport(db, it.id)) ?? it
  return compareReturns(db, it.id, {
    replaceFinal: answers.replaceFinal ?? false,
    hasParts: cells.has('numerator') || cells.has('denominator'),
    headings,
  })
}

async function compareIndicatorLines(db: Db, it: DataImport, mapping: Mapping): Promise<number[]> {
  const around = await aroundIndicators(db, it, mapping)
  const outcomes = compareIndicators(await indicatorLines(db, it.id), around)
  return setOutcomes(db, it.id, outcomes)
}

async function aroundIndicators(db: Db, it: DataImport, mapping: Mapping) {
  const held = await heldIndicators(db, it.agreementId)
  const series = await seriesNames(db, it.agreementId)
  const names = async (kind: NameKind) =>
    new Map((await namesOf<unknown, unknown, PlainAnswer>(db, it.id, kind)).map(name => [name.number, name]))
  const cells = cellsOf(mapping)
  return {
    find: indicatorFinder(
      held.map(({ indicator }) => indicator),
      series,
    ),
    held: new Map(held.map(({ indicator, fields, leadId }) => [indicator.id, { fields, leadId }])),
    series: new Set(series.map(({ indicatorId, name }) => `${indicatorId} ${seriesKey(name)}`)),
    links: await heldLinks(db, it.agreementId),
    outcomes: await names('outcome'),
    organisations: await names('organisation'),
    headings: cells.headings,
  }
}

/** After an answer: periods as the chosen frequencies make them, everything compared anew, and counted. */
export async function compareAnew(db: Db, it: DataImport): Promise<void> {
  const mapping = await mappingOf(db, it.id)
  if (mapping === null || it.summary === null) return
  if (it.kind !== 'indicators') await rereadPeriods(db, it, mapping)
  await compare(db, it, mapping)
  await setSummary(db, it.id, { ...it.summary, ...(await countRows(db, it.id)), changed: [] })
}

async function rereadPeriods(db: Db, it: DataImport, mapping: Mapping): Promise<void> {
  const indicators = await namesOf<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>(db, it.id, 'indicator')
  const held = new Map((await heldIndicators(db, it.agreementId)).map(({ indicator }) => [indicator.id as number, indicator.frequency]))
  const frequencyOf = ({ knownId, answer }: IndicatorNameRow): Frequency | null => {
    const id = knownId ?? (answer?.act === 'use' ? answer.indicatorId : null)
    const settled = id === null ? null : (held.get(id) ?? null)
    return settled ?? (answer === null || answer.act === 'leave' ? null : answer.frequency)
  }
  const frequencies = new Map(indicators.map(name => [name.number, frequencyOf(name)]))
  const read = periodReader(mapping)
  const cells = cellsOf(mapping)
  const changes = (await figurePeriods(db, it.id, [...frequencies.keys()])).flatMap(({ indicatorNumber, periodText, startsOn, endsOn }) => {
    const reading = read(periodText, frequencies.get(indicatorNumber) ?? null)
    const period = reading.kind === 'period' ? reading.period : null
    if (period !== null && period.startsOn === startsOn && period.endsOn === endsOn) return []
    const why = periodRefusal(cells, periodText, reading)
    return [
      {
        indicatorNumber,
        periodText,
        startsOn: period?.startsOn ?? null,
        endsOn: period?.endsOn ?? null,
        columnName: why?.column ?? null,
        reason: why?.reason ?? null,
      },
    ]
  })
  await changePeriods(db, it.id, changes)
}

/** What was said of the import's names before; it is looked up again in case somebody has added one meanwhile. */
async function lookUpAgain(db: Db, it: DataImport): Promise<boolean> {
  const known = await whatIsKnown(db, it)
  const stale = <Name>(names: readonly ImportName<Name, unknown, unknown>[], find: (name: Name) => number | null) =>
    names.flatMap(({ kind, number, name, knownId }) => {
      const now = find(name)
      return now === knownId ? [] : [{ kind, number, knownId: now }]
    })
  const changed = [
    ...stale(await namesOf<IndicatorName, unknown, unknown>(db, it.id, 'indicator'), name => idOfFound(known.findIndicator(name))),
    ...(it.kind === 'indicators'
      ? []
      : stale(await namesOf<AreaName, unknown, unknown>(db, it.id, 'area'), name => idOfFound(known.findArea(name)))),
    ...stale(await namesOf<OutcomeName, unknown, unknown>(db, it.id, 'outcome'), name => known.outcomes.get(outcomeKey(name)) ?? null),
    ...stale(
      await namesOf<string, unknown, unknown>(db, it.id, 'organisation'),
      name => known.organisations.get(name.toLowerCase()) ?? null,
    ),
  ]
  await setKnown(db, it.id, changed)
  return changed.length > 0
}

/**
 * Everything that the preview said, in one transaction. What the import is about is locked first and compared again: when something else is true
 * now, nothing is imported, and the preview shows how things stand.
 */
export async function keepImport(db: Db, importId: DataImportId, byName: string): Promise<'imported' | 'changed' | 'not-now'> {
  const it = await dataImport(db, importId)
  if (it?.state !== 'importing' || it.summary === null) return 'not-now'
  const mapping = await mappingOf(db, importId)
  if (mapping === null) throw new Error(`Import ${importId} has no mapping`)

  await lockWhatChanges(db, importId, it.agreementId)
  const namesChanged = await lookUpAgain(db, it)
  if (namesChanged && it.kind !== 'indicators') await rereadPeriods(db, it, mapping)
  const lines = await compare(db, it, mapping)
  if (lines.length > 0 || namesChanged) {
    const changed = lines.length > 0 ? [...new Set(lines)].toSorted((a, b) => a - b).slice(0, 20) : [1]
    await setSummary(db, importId, { ...it.summary, ...(await countRows(db, importId)), changed })
    await setState(db, importId, 'checked')
    return 'changed'
  }

  if (it.kind === 'indicators') await keepIndicators(db, it, mapping)
  else await keepFigures(db, it, it.kind, byName)
  if (!(await finishImport(db, importId, byName, { ...it.summary, changed: [] }))) throw new GivenUp()
  await emptyImport(db, importId)
  return 'imported'
}

async function keepFigures(db: Db, it: DataImport, kind: 'targets' | 'returns', byName: string): Promise<void> {
  await addUnknownAreas(db, it)
  await addUnknownIndicators(db, it)
  if (kind === 'targets') await keepTargets(db, it.id)
  else await keepReturns(db, it.id, it.source || it.fileName, it.answers.reason ?? '', byName)
}

async function addUnknownAreas(db: Db, it: DataImport): Promise<void> {
  const names = await namesOf<AreaName, Partial<AreaOffer>, AreaAnswer>(db, it.id, 'area')
  const wanted = names.filter(({ knownId, answer }) => knownId === null && answer?.act === 'add')
  const shipped = wanted.flatMap(name => {
    const area = shippedFor(name.name)
    return area ? [{ ...name, code: area.code }] : []
  })
  const own = wanted.filter(({ name }) => shippedFor(name) === null)
  const ids = await ensureAreas(
    db,
    shipped.map(({ code }) => code),
  )
  const added = await addOwnAreas(db, own, it.answers)
  await setKnown(db, it.id, [
    ...shipped.map(({ kind, number, code }) => ({ kind, number, knownId: ids.get(code) ?? null })),
    ...added.map(({ number, knownId }) => ({ kind: 'area' as const, number, knownId })),
  ])
}

const liesInAnother = new Set(['parish', 'ward', 'neighbourhood'])

/** Those with codes at once where what they lie in has one too; the others one by one. */
async function addOwnAreas(
  db: Db,
  names: readonly AreaNameRow[],
  { smallAreasIn }: ImportAnswers,
): Promise<{ readonly number: number; readonly knownId: number }[]> {
  if (names.length === 0) return []
  const around = (await areas(db)).find(({ id }) => id === smallAreasIn) ?? null
  const drafts = names.map(({ number, name, answer }) => {
    const { name: called, kind } = answer?.act === 'add' ? answer : { ...proposedArea(name), kind: likelyAreaKind(name.code) }
    const parent = liesInAnother.has(kind) ? around : null
    return { number, code: name.code, name: called, kind, parent }
  })
  const together = drafts.flatMap(({ code, name, kind, parent }) =>
    code !== null && (parent === null || parent.code !== null) ? [{ code, name, kind, parentCode: parent?.code ?? null }] : [],
  )
  const withParents = around?.code ? [{ code: around.code, name: around.name, kind: around.kind, parentCode: null }] : []
  const ids = together.length === 0 ? new Map<string, AreaId>() : await addAreas(db, [...withParents, ...together])
  const added: { number: number; knownId: number }[] = []
  for (const { number, code, name, kind, parent } of drafts) {
    const id = (code === null ? undefined : ids.get(code)) ?? (await addArea(db, { code, name, kind, parentId: parent?.id ?? null }))
    added.push({ number, knownId: id })
  }
  return added
}

async function addUnknownIndicators(db: Db, it: DataImport): Promise<void> {
  const names = await namesOf<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>(db, it.id, 'indicator')
  const wanted = names.flatMap(name => (name.knownId === null && name.answer?.act === 'add' ? [{ ...name, answer: name.answer }] : []))
  const ids = await addIndicators(
    db,
    it.agreementId,
    wanted.map(name => ({ ...indicatorToAdd(withTidyReference(name), name.answer), leadId: null })),
  )
  const added = wanted.flatMap(({ kind, number, name }, index) => {
    const knownId = ids[index]
    return knownId === undefined ? [] : [{ kind, number, name, knownId: knownId as number }]
  })
  await setKnown(db, it.id, added)

  const used = names.flatMap(({ name, answer }) => (answer?.act === 'use' ? [{ name, knownId: answer.indicatorId }] : []))
  await addSeriesNames(
    db,
    [...added, ...used].flatMap(({ name, knownId }) => (name.series === null ? [] : [{ indicatorId: knownId, name: name.series }])),
  )
  await settleFrequencies(
    db,
    names.flatMap(({ knownId, answer }) => {
      const indicatorId = answer?.act === 'use' ? answer.indicatorId : answer?.act === 'settle' ? knownId : null
      const frequency = answer?.act === 'use' || answer?.act === 'settle' ? answer.frequency : null
      return indicatorId === null || frequency === null ? [] : [{ indicatorId, frequency }]
    }),
  )
}

const withTidyReference = <T extends { readonly name: IndicatorName }>(name: T): T => ({
  ...name,
  name: {
    ...name.name,
    reference: name.name.reference === null ? null : (readReference(name.name.reference) ?? name.name.reference).slice(0, 40),
  },
})

async function keepIndicators(db: Db, it: DataImport, mapping: Mapping): Promise<void> {
  const numbers = await addUnknownNames(db, it)
  const around = await aroundIndicators(db, it, mapping)
  const lines = await indicatorLines(db, it.id)
  const outcomes = new Map(compareIndicators(lines, around).map(outcome => [outcome.line, outcome]))
  const good = lines.flatMap(({ line, content }) => {
    const outcome = outcomes.get(line)
    return outcome && (outcome.outcome === 'new' || outcome.outcome === 'revised') ? [{ content, changes: outcome.existing }] : []
  })
  const leadOf = (number: number | null): number | null => (number === null ? null : (numbers.organisation.get(number) ?? null))

  const fresh = good.filter(({ changes }) => changes === null)
  const ids = await addIndicators(
    db,
    it.agreementId,
    fresh.map(({ content }) => {
      const made = newIndicator(content)
      if (!made.accepted) throw new Error('An indicator that was new is not any more')
      return { ...made.value, leadId: leadOf(content.lead ?? content.assumedLead) }
    }),
  )
  const revised = good.flatMap(({ content, changes }) => {
    const held = changes === null ? undefined : around.held.get(changes.id)
    return changes === null || held === undefined ? [] : [{ id: changes.id, content, held }]
  })
  await changeIndicators(
    db,
    revised.map(({ id, content, held }) => ({ ...held.fields, ...content.given, id, leadId: leadOf(content.lead) ?? held.leadId })),
  )

  const all = [
    ...fresh.flatMap(({ content }, index) => (ids[index] === undefined ? [] : [{ id: ids[index], content, isNew: true }])),
    ...revised.map(({ id, content }) => ({ id, content, isNew: false })),
  ]
  await addOutcomeLinks(
    db,
    all.flatMap(({ id, content, isNew }) => {
      const own = [...content.outcomes, ...(isNew && content.assumedOutcome !== null ? [content.assumedOutcome] : [])]
      return own.flatMap(number => linkTo(id, numbers.outcome.get(number)))
    }),
  )
  await addContributors(
    db,
    all.flatMap(({ id, content }) => content.contributors.flatMap(number => linkTo(id, numbers.organisation.get(number)))),
  )
  await addSeriesNames(
    db,
    all.flatMap(({ id, content }) => (content.name.series === null ? [] : [{ indicatorId: id, name: content.name.series }])),
  )
}

const linkTo = (indicatorId: IndicatorId, id: number | null | undefined) => (id === null || id === undefined ? [] : [{ indicatorId, id }])

/** Outcomes and organisations that were agreed to be added; and what number every name has then. */
async function addUnknownNames(db: Db, it: DataImport) {
  const outcomes = await namesOf<OutcomeName, unknown, PlainAnswer>(db, it.id, 'outcome')
  const bodies = await namesOf<string, unknown, PlainAnswer>(db, it.id, 'organisation')
  const isWanted = ({ knownId, answer }: { readonly knownId: number | null; readonly answer: PlainAnswer | null }) =>
    knownId === null && answer?.act === 'add'

  const made: { kind: NameKind; number: number; knownId: number }[] = []
  for (const { kind, number, name } of outcomes.filter(isWanted)) {
    const themeId = await ensureTheme(db, it.agreementId, (name.theme ?? name.outcome).slice(0, 200))
    made.push({ kind, number, knownId: await addOutcome(db, themeId, name.outcome.slice(0, 400)) })
  }
  const wanted = bodies.filter(isWanted)
  const ids = await ensureOrganisations(
    db,
    wanted.map(({ name }) => name),
  )
  for (const { kind, number, name } of wanted) made.push({ kind, number, knownId: ids.get(name.toLowerCase()) ?? 0 })
  await setKnown(db, it.id, made)

  const numberOf = (list: readonly { readonly number: number; readonly knownId: number | null }[], kind: NameKind) =>
    new Map(
      list.map(({ number, knownId }) => [
        number,
        knownId ?? made.find(each => each.kind === kind && each.number === number)?.knownId ?? null,
      ]),
    )
  return { outcome: numberOf(outcomes, 'outcome'), organisation: numberOf(bodies, 'organisation') }
}
