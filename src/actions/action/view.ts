import { type Day, dayLabel } from '../../kernel/day.ts'
import { momentLabel } from '../../kernel/moment.ts'
import type { Named } from '../../partnership/index.ts'
import { actionStateNames, daysOverdue, dueWords, type Move, movedWords, progresses, progressNames, sourceNames } from './action.ts'
import { type NamedOwner, ownerKey, ownersInWords } from './owner.ts'
import type { ActionRecord, Evidence, GroupChoice, NamedIndicator, Note } from './record.ts'

export const toActions = [{ text: 'Actions', href: 'actions' }]
export const toAction = ({ id, reference }: Pick<ActionRecord, 'id' | 'reference'>) => [
  ...toActions,
  { text: reference, href: `actions/${id}` },
]

/** PMG/090506/3 (6 in the minutes). */
export const referenceWords = ({ reference, carriedAs }: Pick<ActionRecord, 'reference' | 'carriedAs'>): string =>
  carriedAs === '' ? reference : `${reference} (${carriedAs} in the minutes)`

/** The colour says no more than the words beside it. */
export function stateTag({ state, dueOn, progress }: Pick<ActionRecord, 'state' | 'dueOn' | 'progress'>, today: Day) {
  if (state === 'closed') return { text: 'Closed', classes: 'govuk-tag--green' }
  if (state === 'dropped') return { text: actionStateNames.dropped, classes: 'govuk-tag--grey' }
  if (state === 'done') return { text: 'To be confirmed', classes: 'govuk-tag--blue' }
  if (daysOverdue({ state, dueOn }, today) !== null) return { text: 'Overdue', classes: 'govuk-tag--red' }
  return progress === 'held-up'
    ? { text: 'Held up', classes: 'govuk-tag--orange' }
    : { text: progressNames[progress], classes: 'govuk-tag--yellow' }
}

/** A row of any list of actions. */
export function actionRow(record: ActionRecord, sitting: readonly Named[], today: Day) {
  const { id, reference, carriedAs, text, group, groupId, moves, isConfidential } = record
  return {
    href: `actions/${id}`,
    reference,
    carriedAs,
    text,
    owners: ownersInWords(record.owners, sitting, record.ownersAsTyped),
    due: record.state === 'open' ? dueWords(record, today) : record.endedOn === null ? '' : dayLabel(record.endedOn),
    isLate: daysOverdue(record, today) !== null,
    moved: movedWords(moves),
    tag: stateTag(record, today),
    group: group ?? '–',
    groupHref: groupId === null ? '' : `groups/${groupId}`,
    isConfidential,
  }
}

export type Shown = {
  readonly record: ActionRecord
  readonly sitting: readonly Named[]
  readonly moves: readonly Move[]
  readonly notes: readonly Note[]
  readonly evidence: readonly Evidence[]
  readonly indicators: readonly NamedIndicator[]
  readonly source: { readonly text: string; readonly href: string } | null
  /** On how many days its owners were written to about its date. */
  readonly reminded: number
  readonly isKeeper: boolean
  readonly mayReport: boolean
}

const noteWords: Readonly<Record<Note['kind'], string>> = {
  note: '',
  progress: '',
  reopened: 'Opened again',
  'not-confirmed': 'Not confirmed',
  escalated: 'Told the chair',
  'date-asked': 'Asks for another date',
}

export function actionView(
  { record, sitting, moves, notes, evidence, indicators, source, reminded, isKeeper, mayReport }: Shown,
  today: Day,
) {
  const row = actionRow(record, sitting, today)
  const { id, state, progress, outcome, endedOn } = record
  const asks = state === 'open' ? notes.find(({ kind }) => kind === 'date-asked') : undefined
  return {
    title: `${record.reference}: ${record.text.length > 80 ? `${record.text.slice(0, 77)}…` : record.text}`,
    action: {
      ...row,
      heading: referenceWords(record),
      due: dueWords(record, today),
      progress: progressNames[progress],
      agreed: dayLabel(record.sourceDay),
      source: source ?? { text: sourceNames[record.source], href: '' },
      outcome,
      ended: endedOn === null ? '' : dayLabel(endedOn),
      endedWords: state === 'dropped' ? 'Why it is not pursued' : 'What came of it',
      isOpen: state === 'open',
      isDone: state === 'done',
      isEnded: state === 'closed' || state === 'dropped',
    },
    moves: moves.map(({ was, becomes, reason, onDay, by }) => ({
      words: was === null ? `Set to ${labelOf(becomes)}` : `From ${labelOf(was)} to ${labelOf(becomes)}`,
      reason,
      by: [dayLabel(onDay), by].filter(part => part !== '').join(', '),
    })),
    notes: notes.map(({ kind, text, by, madeAt, askedFor }) => ({
      kind: noteWords[kind] + (askedFor === null ? '' : `, ${dayLabel(askedFor)}`),
      text,
      by: [by, momentLabel(madeAt)].filter(part => part !== '').join(', '),
    })),
    evidence: evidence.map(({ id: own, title, link, by }) => ({ title, link, href: `actions/${id}/evidence/${own}`, by })),
    indicators: indicators.map(each => ({
      href: `indicators/${each.id}`,
      name: [each.reference, each.title].filter(part => part !== '').join(' '),
    })),
    reminded: reminded === 0 ? '' : `reminded ${reminded === 1 ? 'once' : `${reminded} times`} by mail`,
    asks: asks?.askedFor ? { day: dayLabel(asks.askedFor), by: asks.by } : null,
    progresses: progresses.map(value => ({ value, text: progressNames[value], checked: value === progress })),
    isKeeper,
    mayReport,
    editHref: `actions/${id}/edit`,
    dateHref: `actions/${id}/date`,
    notesHref: `actions/${id}/notes`,
    evidenceHref: `actions/${id}/evidence`,
    endingHref: `actions/${id}/ending`,
    confirmationHref: `actions/${id}/confirmation`,
    droppingHref: `actions/${id}/dropping`,
    reopeningHref: `actions/${id}/reopening`,
    historyHref: `history/actions.action/${id}`,
    breadcrumbs: toActions,
  }
}

const labelOf = (day: Day | null): string => (day === null ? 'no date' : dayLabel(day))

/** What the form of an action shows of it; `owners` are keys, one for each field. */
export type ActionFields = {
  readonly text: string
  readonly owners: readonly string[]
  readonly isConfidential: string
  readonly indicators: string
}

export const actionFields = (
  record: Pick<ActionRecord, 'text' | 'owners' | 'isConfidential'>,
  indicators: readonly NamedIndicator[],
): ActionFields => ({
  text: record.text,
  owners: record.owners.map(ownerKey),
  isConfidential: record.isConfidential ? 'yes' : '',
  indicators: indicators.map(({ reference, title }) => reference || title).join(', '),
})

const ownerGroups = [
  ['seat', 'Seats, and whoever sits there'],
  ['person', 'People'],
  ['organisation', 'Organisations'],
  ['group', 'Groups'],
] as const

/** A field for each owner there is, and two more. */
export function ownerFieldsView(possible: readonly NamedOwner[], chosen: readonly string[]) {
  const fields = [...chosen.filter(key => key !== ''), '', ''].slice(0, 12)
  return fields.map((key, at) => ({
    id: at === 0 ? 'owners' : `owners-${at + 1}`,
    label: at === 0 ? 'Owner' : `Owner ${at + 1}`,
    groups: ownerGroups.map(([kind, label]) => ({
      label,
      items: possible
        .filter(each => each.kind === kind)
        .map(each => ({ value: ownerKey(each), text: each.name, selected: ownerKey(each) === key })),
    })),
  }))
}

export const groupItems = (groups: readonly GroupChoice[], chosen: string) => [
  { value: '', text: 'Choose a group', selected: chosen === '' },
  ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === chosen })),
]
