/** Keeps what an import has understood, in one transaction. */
import { cut } from '../../../kernel/text.ts'
import {
  type AreaId,
  addArea,
  addAreas,
  areas,
  ensureAreas,
  ensureOrganisations,
  keepDirectory,
  lockDirectory,
} from '../../../partnership/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../../indicator/indicator.ts'
import { readReference } from '../../indicator/reference.ts'
import { type AreaNameRow, aroundIndicators, compare, lookUpAgain, plannedPeople, rereadPeriods, shippedFor } from '../comparison/jobs.ts'
import { type DataImport, type DataImportId, type ImportAnswers, ofFigures, withoutProgress } from '../data-import.ts'
import { GivenUp } from '../given-up.ts'
import { compareIndicators } from '../indicator-comparison.ts'
import { newIndicator, type OutcomeName } from '../indicator-row.ts'
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
  lastLine,
  lockWhatChanges,
  settleFrequencies,
} from '../keeping/store.ts'
import type { Mapping } from '../mapping.ts'
import { type AreaName, type IndicatorName, likelyAreaKind } from '../naming.ts'
import {
  type AreaAnswer,
  type AreaOffer,
  type IndicatorAnswer,
  type IndicatorOffer,
  indicatorToAdd,
  type PlainAnswer,
  proposedArea,
} from '../question.ts'
import {
  countRows,
  dataImport,
  emptyImport,
  finishImport,
  indicatorLines,
  lockImport,
  mappingOf,
  type NameKind,
  namesOf,
  setKnown,
  setState,
  setSummary,
  stateOf,
} from '../store.ts'

/**
 * Everything that the preview said, in one transaction. What the import is about is locked first and compared again: when something else is true
 * now, nothing is imported, and the preview shows how things stand.
 */
export async function keepImport(
  db: Db,
  importId: DataImportId,
  byName: string,
  tell: TellStored = () => {},
): Promise<'imported' | 'changed' | 'not-now'> {
  const it = await dataImport(db, importId)
  if (it?.state === 'cancelled') await emptyImport(db, importId)
  if (it?.state !== 'importing' || it.summary === null) return 'not-now'
  const found = withoutProgress(it.summary)
  const mapping = await mappingOf(db, importId)
  if (mapping === null) throw new Error(`Import ${importId} has no mapping`)

  if (it.kind === 'people') await lockDirectory(db)
  else await lockWhatChanges(db, importId, agreementOf(it))
  const namesChanged = await lookUpAgain(db, it)
  if (namesChanged && ofFigures(it.kind)) await rereadPeriods(db, it, mapping)
  const { lines, records } = await compare(db, it, mapping)
  if (lines.length > 0 || namesChanged) {
    if ((await lockImport(db, importId))?.state !== 'importing') throw new GivenUp()
    const changed = lines.length > 0 ? lines : [1]
    await setSummary(db, importId, { ...found, ...(await countRows(db, importId)), ...(records && { records }), changed })
    await setState(db, importId, 'checked')
    return 'changed'
  }

  if (it.kind === 'people') await keepDirectory(db, (await plannedPeople(db, it, mapping)).changes)
  else if (it.kind === 'indicators') await keepIndicators(db, it, mapping)
  else await keepFigures(db, it, it.kind, byName, tell)
  if (!(await finishImport(db, importId, byName, { ...found, changed: [] }))) throw new GivenUp()
  await emptyImport(db, importId)
  return 'imported'
}

function agreementOf({ id, agreementId }: DataImport): AgreementId {
  if (agreementId === null) throw new Error(`Import ${id} belongs to no agreement`)
  return agreementId
}

/** Told how many rows are stored, while the transaction that stores them can show nothing. */
export type TellStored = (rows: number) => void

/** What is stored at once: a second's work or two. */
const rowsAtOnce = 50_000

async function keepFigures(db: Db, it: DataImport, kind: 'targets' | 'returns', byName: string, tell: TellStored): Promise<void> {
  await addUnknownAreas(db, it)
  await addUnknownIndicators(db, it)
  const origin = { source: it.source || it.fileName, reason: it.answers.reason ?? '', byName }
  const last = await lastLine(db, it.id)
  const lines = Math.ceil(rowsAtOnce / Math.max(1, rowsIn(it) / last))
  for (let from = 1, stored = 0; from <= last; from += lines) {
    if ((await stateOf(db, it.id)) !== 'importing') throw new GivenUp()
    tell(stored)
    const these = { from, to: from + lines - 1 }
    stored += kind === 'targets' ? await keepTargets(db, it.id, these) : await keepReturns(db, it.id, these, origin)
  }
}

/** A line of a wide file has many. */
const rowsIn = ({ summary }: DataImport): number =>
  summary === null ? 0 : Object.values(summary.counts).reduce((sum, rows) => sum + rows, 0)

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
    agreementOf(it),
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
    reference: name.name.reference === null ? null : cut(readReference(name.name.reference) ?? name.name.reference, 40),
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
    agreementOf(it),
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
    const themeId = await ensureTheme(db, agreementOf(it), cut(name.theme ?? name.outcome, 200))
    made.push({ kind, number, knownId: await addOutcome(db, themeId, cut(name.outcome, 400)) })
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
