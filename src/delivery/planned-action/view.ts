import type { ActionRecord } from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { poundsLabel } from '../../kernel/money.ts'
import type { PlannedAction } from './planned-action.ts'
import { milestoneState, milestoneWords, type Resource, resourceWords } from './planned-action.ts'

type NamedIndicator = { readonly id: number; readonly reference: string; readonly title: string }

const label = (day: Day | null): string => (day === null ? '' : dayLabel(day))
export const indicatorName = ({ reference, title }: Pick<NamedIndicator, 'reference' | 'title'>): string =>
  [reference, title].filter(part => part !== '').join(' ')

export type ShownAction = {
  readonly planned: PlannedAction
  readonly record: ActionRecord
  readonly owners: readonly string[]
  readonly indicators: readonly NamedIndicator[]
  readonly seesRegister: boolean
  readonly mayWrite: boolean
  /** Says how its milestones go. */
  readonly mayReport: boolean
}

const tags = {
  met: { text: 'Met', classes: 'govuk-tag--green' },
  late: { text: 'Overdue', classes: 'govuk-tag--red' },
  slipping: { text: 'Slipping', classes: 'govuk-tag--orange' },
  coming: { text: 'To come', classes: 'govuk-tag--grey' },
  undated: { text: 'No date', classes: 'govuk-tag--grey' },
} as const

export function actionView({ planned, record, owners, indicators, seesRegister, mayWrite, mayReport }: ShownAction, today: Day) {
  const own = `plans/${planned.planId}/actions/${planned.id}`
  const { endsOn, startsOn, expectedOn } = planned
  return {
    title: record.text.length > 120 ? `${record.text.slice(0, 117)}…` : record.text,
    text: record.text,
    reference: record.reference,
    registerHref: seesRegister ? `actions/${record.id}` : '',
    isProposed: record.state === 'proposed',
    isTakenOut: record.state === 'dropped',
    isConfidential: record.isConfidential,
    ended: record.endedOn === null ? null : { on: dayLabel(record.endedOn), outcome: record.outcome },
    owners,
    contributors: planned.contributors.map(({ id, name }) => ({ name, href: `organisations/${id}` })),
    outcome: planned.outcome,
    indicators: indicators.map(each => ({ name: indicatorName(each), href: `indicators/${each.id}` })),
    how: planned.how,
    measure: planned.measure,
    risk: planned.risk,
    days: {
      planned: startsOn === null && endsOn === null ? '' : [label(startsOn), label(endsOn)].filter(part => part !== '').join(' to '),
      agreed: record.dueOn !== null && record.dueOn !== endsOn ? `${label(record.dueOn)}${movedWords(record.moves)}` : '',
      expected: expectedOn === null || record.state === 'closed' ? '' : label(expectedOn),
      actual: record.state === 'closed' ? label(record.endedOn) : '',
    },
    isFree: planned.isFree,
    resources: planned.resources.map(resourceWords),
    milestones: planned.milestones.map(milestone => ({
      text: milestone.text,
      planned: label(milestone.plannedOn) || '–',
      words: milestoneWords(milestone, today),
      tag: tags[milestoneState(milestone, today)],
      note: milestone.note,
      href: mayReport ? `${own}/milestones/${milestone.id}` : '',
    })),
    mayWrite,
    editHref: `${own}/edit`,
    removalHref: `${own}/removal`,
    placeHref: `${own}/place`,
  }
}

const movedWords = (moves: number): string => (moves === 0 ? '' : moves === 1 ? ', moved once' : `, moved ${moves} times`)

/** What the form shows: of rows what is in their fields. */
export type FormFields = {
  readonly text: string
  readonly owners: readonly string[]
  readonly contributors: readonly string[]
  readonly outcomeId: string
  readonly startsOn: string
  readonly endsOn: string
  readonly measure: string
  readonly how: string
  readonly risk: string
  readonly indicators: string
  readonly isFree: string
  readonly isConfidential: string
  readonly resources: readonly ResourceFields[]
  readonly milestones: readonly MilestoneFields[]
}
type ResourceFields = { readonly organisation: string; readonly pounds: string; readonly fte: string; readonly source: string }
type MilestoneFields = { readonly id: string; readonly text: string; readonly plannedOn: string }

export const nothingTyped: FormFields = {
  text: '',
  owners: [],
  contributors: [],
  outcomeId: '',
  startsOn: '',
  endsOn: '',
  measure: '',
  how: '',
  risk: '',
  indicators: '',
  isFree: '',
  isConfidential: '',
  resources: [],
  milestones: [],
}

export const fieldsOf = (
  planned: PlannedAction,
  record: Pick<ActionRecord, 'text' | 'isConfidential'>,
  owners: readonly string[],
  indicators: readonly NamedIndicator[],
): FormFields => ({
  text: record.text,
  owners,
  contributors: planned.contributors.map(({ id }) => String(id)),
  outcomeId: planned.outcomeId === null ? '' : String(planned.outcomeId),
  startsOn: label(planned.startsOn),
  endsOn: label(planned.endsOn),
  measure: planned.measure,
  how: planned.how,
  risk: planned.risk,
  indicators: indicators.map(({ reference, title }) => reference || title).join(', '),
  isFree: planned.isFree ? 'yes' : '',
  isConfidential: record.isConfidential ? 'yes' : '',
  resources: planned.resources.map(resourceFieldsOf),
  milestones: planned.milestones.map(({ id, text, plannedOn }) => ({ id: String(id), text, plannedOn: label(plannedOn) })),
})

const resourceFieldsOf = ({ organisationId, pence, fte, source }: Resource): ResourceFields => ({
  organisation: organisationId === null ? '' : String(organisationId),
  pounds: pence === null ? '' : poundsLabel(pence),
  fte: fte === null ? '' : toText(fte),
  source,
})

/** As a form sends them, for whether somebody else has changed it meanwhile. */
export const asSent = ({ resources, milestones, ...fields }: FormFields) => ({
  ...fields,
  owners: fields.owners.filter(key => key !== ''),
  resources: resources.filter(row => Object.values(row).some(value => value !== '')).map(row => Object.values(row).join(' ')),
  milestones: milestones.filter(({ text, plannedOn }) => `${text}${plannedOn}` !== '').map(({ text, plannedOn }) => `${text} ${plannedOn}`),
})

/** Those there are, and room for more. */
export const withRoom = <Row>(rows: readonly Row[], empty: Row): Row[] => [...rows, empty, empty, empty]

const emptyResource: ResourceFields = { organisation: '', pounds: '', fte: '', source: '' }
const emptyMilestone: MilestoneFields = { id: '', text: '', plannedOn: '' }

type Choices = {
  readonly outcomes: readonly { readonly id: number; readonly title: string; readonly isServed: boolean }[]
  readonly organisations: readonly { readonly id: number; readonly name: string }[]
}

export function formView(fields: FormFields, { outcomes, organisations }: Choices) {
  const isFull = (row: object) => Object.values(row).some(value => value !== '')
  const outcomeItem = ({ id, title }: Choices['outcomes'][number]) => ({
    value: String(id),
    text: title,
    selected: String(id) === fields.outcomeId,
  })
  return {
    fields,
    outcomes: [
      { label: 'Outcomes of this plan', items: outcomes.filter(({ isServed }) => isServed).map(outcomeItem) },
      { label: 'Others', items: outcomes.filter(({ isServed }) => !isServed).map(outcomeItem) },
    ],
    contributors: organisations.map(({ id, name }) => ({
      value: String(id),
      text: name,
      checked: fields.contributors.includes(String(id)),
    })),
    resources: withRoom(fields.resources.filter(isFull), emptyResource).map((row, at) => ({
      ...row,
      id: `resource-${at}`,
      organisations: organisations.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === row.organisation })),
    })),
    milestones: withRoom(
      fields.milestones.filter(({ text, plannedOn }) => `${text}${plannedOn}` !== ''),
      emptyMilestone,
    ).map((row, at) => ({ ...row, id: `milestone-${at}`, number: row.id })),
  }
}
