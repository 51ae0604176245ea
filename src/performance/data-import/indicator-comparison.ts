/** What the rows of a file of indicators would do to those that are known: add, change, nothing; or why they cannot be taken. */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { RowOutcome } from './data-import.ts'
import { changesOf, type IndicatorContent, type IndicatorFields, identityOf, newIndicator } from './indicator-row.ts'
import { type Meaning, meaningWords } from './mapping.ts'
import { type Found, type IndicatorName, type KnownIndicator, seriesKey } from './naming.ts'

/** A name of an outcome or an organisation in the file. */
export type NameState = {
  readonly label: string
  readonly knownId: number | null
  readonly answer: { readonly act: 'add' | 'leave' } | null
}

export type Around = {
  readonly find: (name: IndicatorName) => Found<KnownIndicator>
  readonly held: ReadonlyMap<IndicatorId, { readonly fields: IndicatorFields; readonly leadId: number | null }>
  readonly series: ReadonlySet<string>
  /** "indicator outcome" and "indicator organisation" that belong together already. */
  readonly links: { readonly outcomes: ReadonlySet<string>; readonly contributors: ReadonlySet<string> }
  readonly outcomes: ReadonlyMap<number, NameState>
  readonly organisations: ReadonlyMap<number, NameState>
  readonly headings: (meaning: Meaning) => string
}

export type IndicatorOutcome = {
  readonly line: number
  readonly outcome: RowOutcome
  readonly existing: IndicatorChanges | null
  readonly columnName: string | null
  readonly found: string | null
  readonly reason: string | null
}

/** What a known indicator was before, field by field, and what it gets besides. */
export type IndicatorChanges = {
  readonly id: IndicatorId
  readonly fields: Readonly<Record<string, unknown>>
  readonly adds: readonly string[]
}

export function compareIndicators(
  lines: readonly { readonly line: number; readonly content: IndicatorContent }[],
  around: Around,
): IndicatorOutcome[] {
  const first = new Map<string, number>()
  return lines.map(({ line, content }) => {
    const found = around.find(content.name)
    const identity = identityOf(content, found)
    const before = first.get(identity)
    if (before === undefined) first.set(identity, line)

    const fate =
      before === undefined
        ? fateOf(content, found, around)
        : refuse({ field: 'title', text: `This is the same indicator as line ${before}. Leave one of them out` })
    if (fate.accepted) return { line, ...fate.value, columnName: null, found: null, reason: null }
    const [problem] = fate.problems
    const meaning = (problem?.field ?? 'title') as Meaning
    return {
      line,
      outcome: 'refused',
      existing: null,
      columnName: around.headings(meaning),
      found: foundIn(content, meaning, around),
      reason: problem?.text ?? null,
    }
  })
}

type Fate = { readonly outcome: RowOutcome; readonly existing: IndicatorChanges | null }

function fateOf(content: IndicatorContent, found: Found<KnownIndicator>, around: Around): Ruling<Fate> {
  if (found.kind === 'several')
    return refuse({ field: 'title', text: `${found.which.length} indicators are called this. Give a reference` })
  const missing = unknownNames(content, found.kind === 'unknown', around)
  if (missing) return missing
  if (found.kind === 'unknown') {
    const created = newIndicator(content)
    return created.accepted ? accept({ outcome: 'new', existing: null }) : created
  }

  const { id } = found.it
  const held = around.held.get(id)
  if (held === undefined) throw new Error(`Indicator ${id} is known and not held`)
  const reference = content.given.reference ?? null
  const namesake = reference === null ? null : around.find({ reference, title: null, unit: null, series: null })
  if (namesake?.kind === 'known' && namesake.it.id !== id)
    return refuse({ field: 'reference', text: `${reference} is another indicator: ${namesake.it.title}` })

  const fields = changesOf(content.given, held.fields)
  const adds = additions(id, content, held.leadId, around)
  return accept(
    Object.keys(fields).length + adds.length === 0
      ? { outcome: 'unchanged', existing: null }
      : { outcome: 'revised', existing: { id, fields, adds } },
  )
}

function unknownNames(content: IndicatorContent, isNew: boolean, { outcomes, organisations }: Around): Ruling<never> | null {
  const wanted = [
    ...[...content.outcomes, ...(isNew ? [content.assumedOutcome] : [])].map(number => ({
      field: 'outcome',
      what: 'outcome',
      name: outcomes.get(number ?? -1),
    })),
    ...[...content.contributors].map(number => ({ field: 'contributors', what: 'organisation', name: organisations.get(number) })),
    ...[content.lead, ...(isNew ? [content.assumedLead] : [])].map(number => ({
      field: 'lead',
      what: 'organisation',
      name: organisations.get(number ?? -1),
    })),
  ]
  const missing = wanted.find(({ name }) => name !== undefined && name.knownId === null && name.answer?.act !== 'add')
  if (!missing) return null
  const said = missing.name?.answer
    ? 'was left out. Add it, or correct its name'
    : 'is not known. Say whether to add it, or correct its name'
  return refuse({ field: missing.field, text: `The ${missing.what} “${missing.name?.label}” ${said}` })
}

function additions(
  id: IndicatorId,
  content: IndicatorContent,
  leadId: number | null,
  { outcomes, organisations, links, series }: Around,
): string[] {
  const lead = content.lead === null ? undefined : organisations.get(content.lead)
  return [
    ...(lead && (lead.knownId === null || lead.knownId !== leadId) ? [`${meaningWords.lead}: ${lead.label}`] : []),
    ...content.outcomes.flatMap(number =>
      newLink(outcomes.get(number), knownId => links.outcomes.has(`${id} ${knownId}`), meaningWords.outcome),
    ),
    ...content.contributors.flatMap(number =>
      newLink(organisations.get(number), knownId => links.contributors.has(`${id} ${knownId}`), meaningWords.contributors),
    ),
    ...(content.name.series !== null && !series.has(`${id} ${seriesKey(content.name.series)}`)
      ? [`Its name in files: ${Object.values(content.name.series).join(' · ')}`]
      : []),
  ]
}

const newLink = (name: NameState | undefined, isThere: (knownId: number) => boolean, word: string): string[] =>
  name === undefined || (name.knownId !== null && isThere(name.knownId)) ? [] : [`${word}: ${name.label}`]

function foundIn({ given, name }: IndicatorContent, meaning: Meaning, { headings }: Around): string {
  if (headings(meaning) === '') return ''
  if (meaning === 'reference') return given.reference ?? name.reference ?? ''
  return meaning === 'title' ? (given.title ?? name.title ?? name.reference ?? '') : ''
}
