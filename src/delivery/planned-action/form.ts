import { z } from 'zod'
import { type NamedIndicator, type NamedOwner, type Owner, readIndicators, readOwners } from '../../actions/index.ts'
import { type Day, parseDay } from '../../kernel/day.ts'
import { penceIn } from '../../kernel/money.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { IndicatorId, OutcomeId } from '../../performance/index.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { dayOrNone, line, lines } from '../form.ts'
import {
  daysInOrder,
  type Milestone,
  type MilestoneId,
  type MilestoneSaid,
  type PlannedDraft,
  type ResourceDraft,
  readFte,
} from './planned-action.ts'

/** What a form can choose from. */
export type Known = {
  readonly owners: readonly NamedOwner[]
  readonly indicators: readonly NamedIndicator[]
  readonly outcomes: readonly { readonly id: OutcomeId; readonly title: string; readonly isServed: boolean }[]
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
}

export type MilestoneRow = Pick<Milestone, 'text' | 'plannedOn'> & { readonly id: MilestoneId | null }
export type PlannedForm = {
  readonly text: string
  readonly owners: readonly Owner[]
  readonly indicatorIds: readonly IndicatorId[]
  readonly contributorIds: readonly OrganisationId[]
  readonly isConfidential: boolean
  readonly planned: PlannedDraft
  readonly resources: readonly ResourceDraft[]
  readonly milestones: readonly MilestoneRow[]
}

const draft = z.object({
  text: lines(2_000, 'What is to be done').refine(typed => typed !== '', 'Say what is to be done'),
  startsOn: dayOrNone,
  endsOn: dayOrNone,
  measure: lines(1_000, 'The measure'),
  how: lines(1_000, 'How it is to move its indicators'),
  risk: lines(1_000, 'The risk'),
})

/** A plan may have holes while it is written: only what is to be done is needed. */
export function readPlanned(body: Fields, known: Known): Ruling<PlannedForm> {
  const form = readForm(draft, body)
  const owners = readOwners(body, known.owners)
  const indicators = readIndicators(text(body, 'indicators'), known.indicators)
  const outcome = known.outcomes.find(({ id }) => String(id) === text(body, 'outcomeId'))
  const contributors = known.organisations.filter(({ id }) => texts(body, 'contributors').includes(String(id)))
  const resources = readResources(body, known)
  const milestones = readMilestones(body)
  const problems: Problem[] = [
    ...(form.accepted ? daysInOrder(form.value) : form.problems),
    ...[owners, indicators, resources, milestones].flatMap(read => (read.accepted ? [] : read.problems)),
    ...(text(body, 'outcomeId') !== '' && outcome === undefined
      ? [{ field: 'outcomeId', text: 'This outcome is not there any more. Choose again' }]
      : []),
  ]
  if (problems.length > 0 || !form.accepted || !owners.accepted || !indicators.accepted || !resources.accepted || !milestones.accepted)
    return refuse(...problems)
  const { text: words, ...planned } = form.value
  return accept({
    text: words,
    owners: owners.value,
    indicatorIds: indicators.value,
    contributorIds: contributors.map(({ id }) => id),
    isConfidential: text(body, 'isConfidential') === 'yes',
    planned: { ...planned, outcomeId: outcome?.id ?? null, isFree: text(body, 'isFree') === 'yes' },
    resources: resources.value,
    milestones: milestones.value,
  })
}

/** What was typed into the rows of a form: row 0, 1, … each with a field of every name. */
export function rowsTyped<Name extends string>(body: Fields, thing: string, names: readonly Name[]): Record<Name, string>[] {
  const rows: Record<Name, string>[] = []
  for (let at = 0; at < mostRows && names.some(name => Object.hasOwn(body, `${thing}-${at}-${name}`)); at++)
    rows.push(Object.fromEntries(names.map(name => [name, text(body, `${thing}-${at}-${name}`).trim()])) as Record<Name, string>)
  return rows
}
const mostRows = 60

export const resourceFields = ['organisation', 'pounds', 'fte', 'source'] as const
export const milestoneFields = ['id', 'text', 'plannedOn'] as const

/** An emptied row goes. */
function readResources(body: Fields, { organisations }: Pick<Known, 'organisations'>): Ruling<ResourceDraft[]> {
  const problems: Problem[] = []
  const resources: ResourceDraft[] = []
  for (const [at, row] of rowsTyped(body, 'resource', resourceFields).entries()) {
    if (resourceFields.every(name => row[name] === '')) continue
    const problem = (name: (typeof resourceFields)[number], words: string) =>
      problems.push({ field: `resource-${at}-${name}`, text: words })
    const organisation = organisations.find(({ id }) => String(id) === row.organisation)
    const pence = row.pounds === '' ? null : penceIn(row.pounds)
    const fte = row.fte === '' ? null : readFte(row.fte)
    if (row.organisation !== '' && organisation === undefined)
      problem('organisation', 'This organisation is not there any more. Choose again')
    if (row.pounds !== '' && (pence === null || pence === 0)) problem('pounds', 'Enter an amount like £12,500 or £1.2m')
    if (row.fte !== '' && fte === null) problem('fte', 'Enter full-time equivalents like 0.5, with two decimals at most')
    if (row.pounds === '' && row.fte === '') problem('pounds', 'Enter pounds or people, or empty the row')
    if (row.source.length > 200) problem('source', 'Where it comes from must be 200 characters or fewer')
    resources.push({ organisationId: organisation?.id ?? null, pence, fte, source: row.source })
  }
  return problems.length > 0 ? refuse(...problems) : accept(resources)
}

/** An emptied row goes, with what was said of it. */
function readMilestones(body: Fields): Ruling<MilestoneRow[]> {
  const problems: Problem[] = []
  const milestones: MilestoneRow[] = []
  for (const [at, { id, text: words, plannedOn }] of rowsTyped(body, 'milestone', milestoneFields).entries()) {
    if (words === '' && plannedOn === '') continue
    const day: Day | null = plannedOn === '' ? null : parseDay(plannedOn)
    if (words === '') problems.push({ field: `milestone-${at}-text`, text: 'Say what is reached by then, or empty the day as well' })
    if (words.length > 500) problems.push({ field: `milestone-${at}-text`, text: 'A milestone must be 500 characters or fewer' })
    if (plannedOn !== '' && day === null)
      problems.push({ field: `milestone-${at}-plannedOn`, text: 'This is not a date. Enter it like 22 June 2009, or leave it empty' })
    milestones.push({ id: /^\d{1,15}$/.test(id) ? (Number(id) as MilestoneId) : null, text: words, plannedOn: day })
  }
  return problems.length > 0 ? refuse(...problems) : accept(milestones)
}

const said = z.object({ forecastOn: dayOrNone, metOn: dayOrNone, note: line(1_000, 'The note') })
export const readSaid = (body: Fields): Ruling<MilestoneSaid> => readForm(said, body)
