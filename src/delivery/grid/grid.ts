/**
 * Many actions of a plan at once, a line for each, as in a spreadsheet. What was typed is understood as people write plans; of what is not, each cell says so, and
 * all is saved or nothing. A cell of an action that is there already counts only where it was changed.
 */
import type { NamedIndicator, NamedOwner, Owner } from '../../actions/index.ts'
import { penceIn } from '../../kernel/money.ts'
import type { Period } from '../../kernel/period.ts'
import type { Problem, Ruling } from '../../kernel/ruling.ts'
import { accept, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { IndicatorId, OutcomeId } from '../../performance/index.ts'
import type { PlannedActionId } from '../plan/plan.ts'
import { daysInOrder, type PlannedDraft, type ResourceDraft, readFte } from '../planned-action/planned-action.ts'
import { type Column, columnCalled, columns } from './heading.ts'
import { readPlanDay } from './plan-day.ts'

export type Cells = Readonly<Record<Column, string>>
export const emptyCells: Cells = Object.fromEntries(columns.map(column => [column, ''])) as Record<Column, string>

/** What one has to know to understand a line. */
export type Words = {
  readonly plan: Period
  readonly outcomes: readonly { readonly id: OutcomeId; readonly title: string }[]
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
  readonly indicators: readonly NamedIndicator[]
  readonly owners: readonly NamedOwner[]
  readonly ownerOf: (named: NamedOwner) => Owner
  /** People, roles, initials, groups and organisations, as those who take minutes write them. */
  readonly readWho: (typed: string) => readonly WhoIsMeant[]
  readonly readBodies: (typed: string) => readonly WhoIsMeant[]
  readonly readReferences: (typed: string) => { readonly references: readonly string[]; readonly unknown: readonly string[] }
  /** Owners who are nobody that is known stay as they were written. */
  readonly keepsOwners: boolean
}
/** One of several where it could be any of them; nobody where both are empty. */
export type WhoIsMeant = { readonly typed: string; readonly owners: readonly Owner[]; readonly maybe: readonly string[] }

export type Understood = {
  readonly text: string
  readonly owners: readonly Owner[]
  readonly ownersAsTyped: string
  readonly contributorIds: readonly OrganisationId[]
  readonly indicatorIds: readonly IndicatorId[]
  readonly resources: readonly ResourceDraft[]
  readonly planned: PlannedDraft
}

export const cellId = (row: string, column: Column): string => `cell-${row}-${column}`

/** Of which cells, what was not understood; the fields of the problems are columns. */
export function understand(cells: Cells, words: Words): Ruling<Understood> {
  const outcome = readOutcome(cells.outcome, words)
  const who = readOwners(cells.owners, words)
  const contributors = readContributors(cells.contributors, words)
  const [startsOn, endsOn] = [
    inColumn('startsOn', readPlanDay(cells.startsOn, 'start', words.plan)),
    inColumn('endsOn', readPlanDay(cells.endsOn, 'end', words.plan)),
  ]
  const resources = readResources(cells.resources, words)
  const indicators = readIndicators(cells.indicators, words)
  const problems: Problem[] = [
    ...(cells.text === '' ? [{ field: 'text', text: 'Say what is to be done' }] : []),
    ...(['text', 'measure', 'owners'] as const).flatMap(column => tooLong(cells, column)),
    ...[outcome, who, contributors, startsOn, endsOn, resources, indicators].flatMap(read => (read.accepted ? [] : read.problems)),
    ...(startsOn.accepted && endsOn.accepted ? daysInOrder({ startsOn: startsOn.value, endsOn: endsOn.value }) : []),
  ]
  if (
    problems.length > 0 ||
    !outcome.accepted ||
    !who.accepted ||
    !contributors.accepted ||
    !startsOn.accepted ||
    !endsOn.accepted ||
    !resources.accepted ||
    !indicators.accepted
  )
    return refuse(...problems)
  return accept({
    text: cells.text,
    ...who.value,
    contributorIds: contributors.value,
    indicatorIds: indicators.value,
    resources: resources.value.resources,
    planned: {
      outcomeId: outcome.value,
      startsOn: startsOn.value,
      endsOn: endsOn.value,
      measure: cells.measure,
      how: '',
      risk: '',
      isFree: resources.value.isFree,
    },
  })
}

const longest = { text: 2_000, measure: 1_000, owners: 300 } as const
function tooLong(cells: Cells, column: keyof typeof longest): Problem[] {
  const most = longest[column]
  return cells[column].length > most ? [{ field: column, text: `This must be ${most.toLocaleString('en-GB')} characters or fewer` }] : []
}

const inColumn = <T>(field: Column, read: Ruling<T>): Ruling<T> =>
  read.accepted ? read : refuse(...read.problems.map(({ text }) => ({ field, text })))

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.:;,\s]+$/, '')
    .trim()
const isNothing = (text: string): boolean => /^(?:|-|–|none|nil|n\/?a)$/i.test(text.trim())

/** By its title, or by the only title that has these words. */
function readOutcome(typed: string, { outcomes }: Words): Ruling<OutcomeId | null> {
  if (isNothing(typed)) return accept(null)
  const asked = plain(typed).replace(/^(?:outcome )?\d+[.:)]? /, '')
  const found = outcomes.filter(({ title }) => plain(title) === asked)
  const [outcome, ...more] = found.length > 0 ? found : outcomes.filter(({ title }) => asked.length > 3 && plain(title).includes(asked))
  if (outcome !== undefined && more.length === 0) return accept(outcome.id)
  return refuse({
    field: 'outcome',
    text:
      outcome === undefined
        ? `No outcome is called “${typed}”. Enter its title as the agreement has it`
        : `“${typed}” could be ${anyOf([outcome, ...more].map(({ title }) => title))}. Enter the whole title`,
  })
}

function readOwners(typed: string, words: Words): Ruling<Pick<Understood, 'owners' | 'ownersAsTyped'>> {
  const meant = whoIn(typed, piece => {
    const named = words.owners.filter(({ name }) => plain(name) === plain(piece))
    return named.length === 1 ? [{ typed: piece, owners: named.map(words.ownerOf), maybe: [] }] : words.readWho(piece)
  })
  const unclear = meant.filter(({ maybe }) => maybe.length > 0)
  const unknown = meant.filter(({ owners, maybe }) => owners.length + maybe.length === 0)
  const problems = [
    ...unclear.map(({ typed: name, maybe }) => ({ field: 'owners', text: `“${name}” could be ${anyOf(maybe)}. Write the whole name` })),
    ...(words.keepsOwners
      ? []
      : unknown.map(({ typed: name }) => ({
          field: 'owners',
          text: `Nobody is called “${name}”. Enter somebody who is known, or keep it as it is written`,
        }))),
  ]
  if (problems.length > 0) return refuse(...problems)
  return accept({ owners: meant.flatMap(({ owners }) => owners), ownersAsTyped: unknown.length > 0 ? typed : '' })
}

function readContributors(typed: string, words: Words): Ruling<OrganisationId[]> {
  const meant = whoIn(typed, piece => bodiesIn(piece, words))
  const problems = meant.flatMap(each => bodyProblems('contributors', each))
  return problems.length > 0 ? refuse(...problems) : accept([...new Set(meant.flatMap(({ owners }) => owners.flatMap(organisationOf)))])
}

const whoIn = (typed: string, read: (piece: string) => readonly WhoIsMeant[]): WhoIsMeant[] =>
  isNothing(typed)
    ? []
    : typed
        .split(/[;\n]/)
        .map(piece => piece.trim())
        .filter(piece => piece !== '')
        .flatMap(read)

function bodiesIn(piece: string, { organisations, readBodies }: Words): readonly WhoIsMeant[] {
  const named = organisations.filter(({ name }) => plain(name) === plain(piece))
  return named.length === 1 ? [{ typed: piece, owners: named.map(({ id }) => ({ organisationId: id })), maybe: [] }] : readBodies(piece)
}
const organisationOf = (owner: Owner): OrganisationId[] => ('organisationId' in owner ? [owner.organisationId] : [])

function bodyProblems(field: Column, { typed, owners, maybe }: WhoIsMeant): Problem[] {
  if (maybe.length > 0) return [{ field, text: `“${typed}” could be ${anyOf(maybe)}. Write the whole name` }]
  return owners.length > 0 ? [] : [{ field, text: `No organisation is called “${typed}”. Enter its name as it is under People and groups` }]
}

/** £84,000 and 2.5 fte from Wexcombe Police (Area Based Grant); £5,000. */
function readResources(typed: string, words: Words): Ruling<{ readonly resources: readonly ResourceDraft[]; readonly isFree: boolean }> {
  const isFree =
    /^(?:none(?: needed)?|nil|n\/?a|no cost|free|(?:within |from )?existing (?:resources?|budgets?)|(?:officer|staff) time)$/i.test(
      typed.trim(),
    )
  if (isFree || typed.trim() === '') return accept({ resources: [], isFree })
  const problems: Problem[] = []
  const resources = typed
    .split(/;|\n|,\s+(?=£|\d[\d.,]*\s*(?:w?te|ftes?)\b)|\s+and\s+(?=£)/i)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
    .map(piece => {
      const [, source = ''] = /\(([^()]*)\)\s*$/.exec(piece) ?? []
      const without = piece.replace(/\s*\([^()]*\)\s*$/, '')
      const [money = ''] = /£\s*\d[\d.,]*\s*(?:k|m|bn|thousand|million)?\b/i.exec(without) ?? []
      const [people = ''] = /\d[\d.]*\s*(?:w?te|ftes?)\b/i.exec(without) ?? []
      const rest = without
        .replace(money, '')
        .replace(people, '')
        .replace(/^[\s,+&]+/, '')
        .replace(/^and\b/i, '')
        .replace(/^[\s,+&]*(?:from|by)?\s+/i, '')
        .trim()
      const pence = money === '' ? null : penceIn(money.replace(/[.,]$/, ''))
      const fte = people === '' ? null : readFte(people)
      const isAmount = (pence !== null && pence > 0) || fte !== null
      if (!isAmount)
        problems.push({ field: 'resources', text: `“${piece}” is neither pounds nor people. Write it like £12,500 or 0.5 fte` })
      const bodies = rest === '' || !isAmount ? [] : bodiesIn(rest, words)
      problems.push(...bodies.flatMap(each => bodyProblems('resources', each)))
      const [organisationId = null] = bodies.flatMap(({ owners }) => owners.flatMap(organisationOf))
      return { organisationId, pence, fte, source: source.slice(0, 200) }
    })
  return problems.length > 0 ? refuse(...problems) : accept({ resources, isFree: false })
}

/** NI 163/5 is two. By a title as well, where it is one. */
function readIndicators(typed: string, { indicators, readReferences }: Words): Ruling<IndicatorId[]> {
  if (isNothing(typed)) return accept([])
  const byTitle = indicators.filter(({ title }) => plain(title) === plain(typed))
  if (byTitle.length > 0) return accept(byTitle.map(({ id }) => id))
  const { references, unknown } = readReferences(typed)
  const known = (name: string) => indicators.findLast(each => plain(each.reference) === plain(name) || plain(each.title) === plain(name))
  const missing = [...references, ...unknown].filter(name => known(name) === undefined)
  if (missing.length > 0)
    return refuse({
      field: 'indicators',
      text: `There is no indicator ${missing.join(', ')}. Enter references like NI 111, with commas between them`,
    })
  return accept([...new Set([...references, ...unknown].flatMap(name => known(name)?.id ?? []))])
}

const anyOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

/** A line as it was typed, and what stood there when the page was made. */
export type Entry = { readonly row: string; readonly id: PlannedActionId | null; readonly typed: Cells; readonly seen: Cells }
export type Change = { readonly id: PlannedActionId; readonly changed: ReadonlySet<Column>; readonly understood: Understood }
export type Settled = { readonly added: readonly Understood[]; readonly changes: readonly Change[]; readonly problems: readonly Problem[] }

/** `nowOf` says what an action's cells show now. Outcomes hold for the new lines below them until another is named. */
export function settleGrid(entries: readonly Entry[], nowOf: (id: PlannedActionId) => Cells | null, words: Words): Settled {
  const problems: Problem[] = []
  const added: Understood[] = []
  const changes: Change[] = []
  let outcome = ''
  for (const { row, id, typed, seen } of entries) {
    const note = (found: readonly Problem[]) =>
      problems.push(...found.map(({ field, text }) => ({ field: cellId(row, (field ?? 'text') as Column), text })))
    if (id === null) {
      if (columns.every(column => typed[column] === '') || isHeading(typed)) continue
      if (typed.outcome !== '') outcome = typed.outcome
      // The name of an outcome on a line of its own stands over those below.
      if (columns.every(column => column === 'outcome' || typed[column] === '')) continue
      const read = understand({ ...typed, outcome }, words)
      if (read.accepted) added.push(read.value)
      else note(read.problems)
      continue
    }
    const now = nowOf(id)
    const changed = new Set(columns.filter(column => typed[column] !== seen[column]))
    if (changed.size === 0 || now === null) continue
    const overtaken = [...changed].filter(column => now[column] !== seen[column] && now[column] !== typed[column])
    if (overtaken.length > 0) {
      note(
        overtaken.map(column => ({
          field: column,
          text: `While you were writing, somebody made this “${now[column] || 'empty'}”. Save again if yours should take its place`,
        })),
      )
      continue
    }
    if (typed.text === '') {
      note([{ field: 'text', text: 'An action is taken out of the plan on its own page. Say here what is to be done' }])
      continue
    }
    // What was not touched is not read again, and so never refused.
    const read = understand(
      {
        ...emptyCells,
        text: typed.text,
        ...only(typed, changed),
        ...(daysTouched(changed) && { startsOn: typed.startsOn, endsOn: typed.endsOn }),
      },
      words,
    )
    if (read.accepted) changes.push({ id, changed, understood: read.value })
    else note(read.problems)
  }
  return { added, changes, problems }
}

const daysTouched = (changed: ReadonlySet<Column>): boolean => changed.has('startsOn') || changed.has('endsOn')
const only = (cells: Cells, of: ReadonlySet<Column>): Partial<Cells> => Object.fromEntries([...of].map(column => [column, cells[column]]))

/** The headings of a table that was pasted with them. */
const isHeading = (cells: Cells): boolean => {
  const filled = columns.filter(column => cells[column] !== '')
  return filled.length > 1 && filled.every(column => columnCalled(cells[column]) !== null)
}
