/** What is known of what a file names, and what its rows would do to what is held. */
import { dayIn } from '../../../kernel/day.ts'
import type { Frequency } from '../../../kernel/period.ts'
import {
  areas,
  type DirectoryPlan,
  directory,
  england,
  kindsOfRecord,
  organisations,
  planDirectory,
  type ShippedArea,
  shippedArea,
} from '../../../partnership/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import {
  compareReturns,
  compareTargets,
  type Headings,
  type Held,
  heldIndicators,
  heldLinks,
  heldOutcomes,
  mostLines,
  seriesNames,
} from '../comparison/store.ts'
import { type DataImport, type DataImportId, ofFigures, type RecordCounts, withoutProgress } from '../data-import.ts'
import { periodHeadings, periodReader, periodRefusal } from '../figure.ts'
import { GivenUp } from '../given-up.ts'
import { compareIndicators } from '../indicator-comparison.ts'
import type { OutcomeName } from '../indicator-row.ts'
import type { Mapping } from '../mapping.ts'
import {
  type AreaName,
  areaFinder,
  areaName,
  type Found,
  type IndicatorName,
  indicatorFinder,
  isGssCode,
  type KnownArea,
  type KnownIndicator,
  seriesKey,
} from '../naming.ts'
import { personOutcome } from '../person-row.ts'
import type { AreaAnswer, AreaOffer, IndicatorAnswer, IndicatorOffer, PlainAnswer } from '../question.ts'
import type { KnownNames } from '../recognise.ts'
import { cellsOf } from '../row.ts'
import {
  changePeriods,
  countRows,
  dataImport,
  figurePeriods,
  type ImportName,
  indicatorLines,
  lockImport,
  mappingOf,
  type NameKind,
  namesOf,
  personLines,
  setKnown,
  setOutcomes,
  setState,
  setSummary,
} from '../store.ts'
import { slotsOf } from '../wide.ts'

export type Known = {
  readonly held: readonly Held[]
  readonly findIndicator: (name: IndicatorName) => Found<KnownIndicator>
  readonly findArea: (name: AreaName) => Found<KnownArea>
  readonly outcomes: ReadonlyMap<string, number>
  readonly organisations: ReadonlyMap<string, number>
}

export async function whatIsKnown(db: Db, { agreementId, kind }: Pick<DataImport, 'agreementId' | 'kind'>): Promise<Known> {
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

/** What helps to see what the columns of a file mean. */
export async function knownNames(db: Db, { agreementId }: Pick<DataImport, 'agreementId'>): Promise<KnownNames> {
  const findArea = areaFinder(await areas(db))
  const isArea = (heading: string): boolean => {
    const name = areaName('', heading)
    return name !== null && (isGssCode(heading) || findArea(name).kind === 'known' || shippedFor(name) !== null)
  }
  return { series: (await seriesNames(db, agreementId)).map(({ name }) => Object.keys(name)), isArea }
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
export const outcomeKey = ({ theme, outcome }: OutcomeName): string => JSON.stringify([theme?.toLowerCase() ?? null, outcome.toLowerCase()])

export const idOfFound = (found: Found<{ readonly id: number }>): number | null => (found.kind === 'known' ? found.it.id : null)

export type IndicatorNameRow = ImportName<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>
export type AreaNameRow = ImportName<AreaName, Partial<AreaOffer>, AreaAnswer>

/** A name alone must be that of one area only. */
export function shippedFor({ code, name }: AreaName) {
  if (code !== null) return shippedArea(code)
  const namesakes = shippedByName().get(name?.toLowerCase() ?? '') ?? []
  const [one, ...others] = namesakes.filter(({ until }) => until === null)
  return one !== undefined && others.length === 0 ? one : null
}

let byName: ReadonlyMap<string, readonly ShippedArea[]> | null = null
const shippedByName = () => (byName ??= Map.groupBy(england, area => area.name.toLowerCase()))

/** The first lines of which something else is true than before; of people, how many records come of them. */
export type Compared = { readonly lines: readonly number[]; readonly records?: RecordCounts }

/** Compares with what is held now. */
export async function compare(db: Db, it: DataImport, mapping: Mapping): Promise<Compared> {
  if (it.kind === 'people') return comparePersonLines(db, it, mapping)
  return { lines: it.kind === 'indicators' ? await compareIndicatorLines(db, it, mapping) : await compareFigures(db, it, mapping) }
}

async function compareFigures(db: Db, it: DataImport, mapping: Mapping): Promise<number[]> {
  const cells = cellsOf(mapping)
  const headings: Headings = {
    indicator: cells.indicatorHeadings(),
    area: cells.headings('area-code', 'area-name'),
    period: periodHeadings(cells),
    status: cells.headings('status'),
    ...headingsAbove(it, mapping),
  }
  if (it.kind === 'targets') return compareTargets(db, it.id, headings)
  const { answers } = (await dataImport(db, it.id)) ?? it
  return compareReturns(db, it.id, {
    replaceFinal: answers.replaceFinal ?? false,
    hasParts: cells.has('numerator') || cells.has('denominator'),
    isSampled: cells.has('sample-size') || cells.has('interval-low') || cells.has('interval-high'),
    headings,
  })
}

/** In wide form the column of a figure is found by its part of the row. */
function headingsAbove({ kind }: Pick<DataImport, 'kind'>, mapping: Mapping): Pick<Headings, 'periods' | 'areas'> {
  const slots = slotsOf(kind, mapping)
  const headings = slots.map(({ heading }) => heading)
  return slots.some(({ period }) => period !== null) ? { periods: headings, areas: [] } : { periods: [], areas: headings }
}

async function comparePersonLines(db: Db, it: DataImport, mapping: Mapping): Promise<Compared> {
  const { rows, changes } = await plannedPeople(db, it, mapping)
  const lines = await setOutcomes(db, it.id, rows.map(personOutcome(mapping)))
  const counts = kindsOfRecord.map(kind => [kind, { added: changes[kind].added.length, changed: changes[kind].changed.length }] as const)
  return { lines: lines.toSorted((a, b) => a - b).slice(0, mostLines), records: Object.fromEntries(counts) as RecordCounts }
}

/** What the people of a file come to beside those who are held now. */
export async function plannedPeople(db: Db, it: DataImport, { constants }: Mapping): Promise<DirectoryPlan> {
  const assumed = { layer: constants.layer ?? '', groupKind: constants['group-kind'] ?? '', role: constants.role ?? '' }
  return planDirectory(await personLines(db, it.id), await directory(db), assumed, dayIn(Temporal.Now.instant()))
}

async function compareIndicatorLines(db: Db, it: DataImport, mapping: Mapping): Promise<number[]> {
  const around = await aroundIndicators(db, it, mapping)
  const outcomes = compareIndicators(await indicatorLines(db, it.id), around)
  const lines = await setOutcomes(db, it.id, outcomes)
  return lines.toSorted((a, b) => a - b).slice(0, mostLines)
}

export async function aroundIndicators(db: Db, it: DataImport, mapping: Mapping) {
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
  if (ofFigures(it.kind)) await rereadPeriods(db, it, mapping)
  const { records } = await compare(db, it, mapping)
  const counted = await countRows(db, it.id)
  await setSummary(db, it.id, { ...withoutProgress(it.summary), ...counted, ...(records && { records }), changed: [] })
}

/** The same as a job, which can be cancelled until it is done. */
export async function compareAgain(db: Db, importId: DataImportId): Promise<void> {
  const it = await dataImport(db, importId)
  if (it?.state === 'cancelled') throw new GivenUp()
  if (it?.state !== 'checking') return
  await compareAnew(db, it)
  if ((await lockImport(db, importId))?.state !== 'checking') throw new GivenUp()
  await setState(db, importId, 'checked')
}

export async function rereadPeriods(db: Db, it: DataImport, mapping: Mapping): Promise<void> {
  const indicators = await namesOf<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>(db, it.id, 'indicator')
  const held = new Map((await heldIndicators(db, it.agreementId)).map(({ indicator }) => [indicator.id as number, indicator.frequency]))
  const frequencyOf = ({ knownId, answer }: IndicatorNameRow): Frequency | null => {
    const id = knownId ?? (answer?.act === 'use' ? answer.indicatorId : null)
    const settled = id === null ? null : (held.get(id) ?? null)
    return settled ?? (answer === null || answer.act === 'leave' ? null : answer.frequency)
  }
  const frequencies = new Map(indicators.map(name => [name.number, frequencyOf(name)]))
  const read = periodReader(mapping)
  const column = periodHeadings(cellsOf(mapping))
  const changes = (await figurePeriods(db, it.id, [...frequencies.keys()])).flatMap(({ indicatorNumber, periodText, startsOn, endsOn }) => {
    const reading = read(periodText, frequencies.get(indicatorNumber) ?? null)
    const period = reading.kind === 'period' ? reading.period : null
    if (period !== null && period.startsOn === startsOn && period.endsOn === endsOn) return []
    const why = periodRefusal(column, periodText, reading)
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
  await changePeriods(db, it.id, changes, headingsAbove(it, mapping).periods)
}

/** What was said of the import's names before; it is looked up again in case somebody has added one meanwhile. */
export async function lookUpAgain(db: Db, it: DataImport): Promise<boolean> {
  const known = await whatIsKnown(db, it)
  const stale = <Name>(names: readonly ImportName<Name, unknown, unknown>[], find: (name: Name) => number | null) =>
    names.flatMap(({ kind, number, name, knownId }) => {
      const now = find(name)
      return now === knownId ? [] : [{ kind, number, knownId: now }]
    })
  const changed = [
    ...stale(await namesOf<IndicatorName, unknown, unknown>(db, it.id, 'indicator'), name => idOfFound(known.findIndicator(name))),
    ...(!ofFigures(it.kind)
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
