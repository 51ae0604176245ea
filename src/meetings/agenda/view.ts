import { dayLabel } from '../../kernel/day.ts'
import type { ArisingAnswer } from '../decision/decision.ts'
import { type Bearers, type ForwardPlan, linesOf, purposeNames, purposes } from '../forward-plan/forward-plan.ts'
import { planTable } from '../forward-plan/view.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import { dayWords, type Meeting, meetingName, timeLabel, timeWords } from '../meeting/meeting.ts'
import type { WaitingApproval } from '../minutes/approval/approval.ts'
import type { rowOf } from '../paper/view.ts'
import {
  type AgendaItem,
  type AgendaState,
  type Arising,
  type ItemKind,
  itemKindNames,
  itemKinds,
  type Known,
  lengthOf,
  minuteOf,
  noNumber,
  type PlacedItem,
  within,
} from './agenda.ts'
import type { Source } from './assembly.ts'

/** What is shown under an item besides what was written, as it is known now. Null for what this agenda has no item for. */
export type Live = {
  readonly last: Meeting | null
  /** For whoever keeps the meetings. */
  readonly approvals: readonly WaitingApproval[]
  readonly arising: readonly Arising[] | null
  /** What other groups answered to what this group had passed up to them since its last meeting. */
  readonly answers: readonly ArisingAnswer[]
  readonly exceptions: Exceptions | null
  readonly plan: ForwardPlan | null
  readonly next: readonly Meeting[] | null
  /** Those that the reader may see. */
  readonly papers: readonly PaperUnderItem[]
}
type PaperUnderItem = ReturnType<typeof rowOf> & { readonly itemId: AgendaItem['id'] | null }
export type Exceptions = {
  readonly isOfGroup: boolean
  readonly exceptions: readonly {
    readonly reference: string | null
    readonly title: string
    readonly href: string
    readonly judgement: { readonly name: string; readonly words: string }
    readonly reasons: readonly string[]
  }[]
}

export const agendaAddress = ({ id }: Pick<Meeting, 'id'>): string => `meetings/${id}/agenda`

const fewExceptions = 12

/** What a reader sees, on a page or on paper. */
export function readerView(meeting: Meeting, items: readonly PlacedItem[], live: Live) {
  return {
    name: meetingName(meeting),
    when: [dayWords(meeting), timeWords(meeting)].filter(words => words !== '').join(', '),
    venue: meeting.venue || 'to be confirmed',
    joiningLink: meeting.joiningLink,
    length: lengthWords(meeting, items),
    items: within(items, null).map(item => ({ ...shown(item, live), within: within(items, item.id).map(child => shown(child, live)) })),
  }
}

function shown(item: PlacedItem, live: Live) {
  return {
    id: item.id,
    kind: item.kind,
    number: item.number,
    title: item.title,
    time: item.startsAt === null ? '' : timeLabel(item.startsAt),
    minutes: item.minutes === null ? '' : minuteWords(item.minutes),
    presenter: item.presenter,
    purpose: item.purpose === null ? '' : purposeNames[item.purpose],
    isForDecision: item.purpose === 'decide',
    isConfidential: item.isConfidential,
    lines: linesOf(item.detail),
    papers: live.papers.filter(({ itemId }) => itemId === item.id),
    live: liveOf(item, live),
  }
}

const answerWords = ({ question, toGroup, answeredOn, answerId, answer }: ArisingAnswer) => ({
  question,
  by: `${toGroup}, ${dayLabel(answeredOn)}`,
  href: `decisions/${answerId}`,
  answer,
})

function liveOf({ kind }: PlacedItem, { last, approvals, arising, answers, exceptions, plan, next }: Live) {
  if (kind === 'minutes' && last !== null)
    return { kind, href: `meetings/${last.id}/minutes`, words: meetingName(last), approvals } as const
  if (kind === 'matters-arising' && arising !== null)
    return { kind, actions: arising.map(actionWords), answers: answers.map(answerWords) } as const
  if (kind === 'exceptions' && exceptions !== null)
    return {
      kind,
      isOfGroup: exceptions.isOfGroup,
      exceptions: exceptions.exceptions
        .slice(0, fewExceptions)
        .map(({ reasons, reference, ...rest }) => ({ ...rest, reference: reference ?? '', reasons: reasons.join(', ') })),
      more: Math.max(0, exceptions.exceptions.length - fewExceptions),
    } as const
  if (kind === 'forward-plan' && plan !== null) return { kind, table: planTable(plan, 'Forward plan') } as const
  if (kind === 'next-meeting' && next !== null)
    return {
      kind,
      meetings: next.map(meeting => ({
        href: `meetings/${meeting.id}`,
        words: [dayWords(meeting), timeWords(meeting)].filter(words => words !== '').join(', '),
        venue: meeting.venue || 'venue to be confirmed',
      })),
    } as const
  return null
}

const actionWords = (action: Arising) => ({
  href: `actions/${action.id}`,
  reference: action.reference,
  carriedAs: action.carriedAs,
  text: action.text,
  owners: action.owners,
  due: action.dueOn === null ? action.dueAsTyped : dayLabel(action.dueOn),
  isDone: action.state === 'done',
  isConfidential: action.isConfidential,
})

export const minuteWords = (minutes: number): string => (minutes === 1 ? '1 minute' : `${minutes} minutes`)

/** Whether the items fit into the time that there is; '' where that cannot be said. */
function lengthWords({ startsAt, endsAt }: Meeting, items: readonly AgendaItem[]): { readonly words: string; readonly isOver: boolean } {
  const { minutes, isWhole } = lengthOf(items)
  if (startsAt === null || endsAt === null || minutes === 0) return { words: '', isOver: false }
  const over = minuteOf(startsAt) + minutes - minuteOf(endsAt)
  if (over > 0)
    return { words: `The items take ${minuteWords(over)} longer than the meeting, which ends at ${timeLabel(endsAt)}.`, isOver: true }
  if (!isWhole) return { words: '', isOver: false }
  return {
    words: over === 0 ? 'The items fill the time of the meeting.' : `The items leave ${minuteWords(-over)} of the meeting’s time.`,
    isOver: false,
  }
}

export type Keeping = AgendaState & {
  readonly mayKeep: boolean
  /** It is a draft that the reader may not see. */
  readonly isUnseen: boolean
  readonly missing: readonly Source[]
  /** Whose agenda could be the beginning of this one. */
  readonly last: Meeting | null
  readonly canMakePdf: boolean
}

export function agendaView(
  meeting: Meeting,
  items: readonly PlacedItem[],
  live: Live,
  { mayKeep, isDraft, isUnseen, isClosed, missing, last, canMakePdf }: Keeping,
) {
  const address = agendaAddress(meeting)
  const mayChange = mayKeep && !isClosed
  const reader = readerView(meeting, items, live)
  return {
    ...reader,
    title: `Agenda: ${meetingName(meeting)}`,
    heading: 'Agenda',
    around: meetingFrame(meeting, 'Agenda'),
    mayKeep,
    mayChange,
    isClosed,
    isDraft,
    isUnseen,
    publishHref: mayKeep && isDraft && meeting.state !== 'cancelled' ? `meetings/${meeting.id}/publication` : null,
    isEmpty: items.length === 0,
    items: reader.items.map((item, at, all) => ({
      ...keptItem(item, at, all.length, meeting),
      within: item.within.map((child, place, others) => keptItem(child, place, others.length, meeting)),
    })),
    // Unless somebody has taken them off, what a meeting always takes is there: only what is planned is new.
    missing:
      items.length === 0 || !mayChange
        ? []
        : missing.map(({ key, draft }) => ({ key, title: draft.title, isNew: draft.forwardItemId !== null })),
    hasNew: missing.some(({ draft }) => draft.forwardItemId !== null),
    planHref: `groups/${meeting.groupId}/forward-plan`,
    assembleHref: `${address}/assembly`,
    orderHref: `${address}/order`,
    newHref: `${address}/new`,
    timesHref: `${address}/times`,
    copyHref: last && `${address}/copy`,
    copyOf: last && dayWords(last),
    pdfHref: canMakePdf ? `${address}.pdf` : null,
    breadcrumbs: toMeeting(meeting),
  }
}

/** What else is on an agenda seldom has a paper; the page of papers adds one there too. */
const takesPapers: readonly ItemKind[] = ['item', 'standing', 'workshop', 'exceptions']

const keptItem = <Item extends { readonly id: number; readonly kind: ItemKind }>(item: Item, at: number, of: number, meeting: Meeting) => ({
  ...item,
  isFirst: at === 0,
  isLast: at === of - 1,
  editHref: `${agendaAddress(meeting)}/${item.id}/edit`,
  addHref: `${agendaAddress(meeting)}/new?within=${item.id}`,
  paperHref: takesPapers.includes(item.kind) ? `meetings/${meeting.id}/papers/new?item=${item.id}` : null,
})

export const itemFields = (item: AgendaItem): Readonly<Record<string, string>> => ({
  title: item.title,
  kind: item.kind,
  numberAsTyped: item.numberAsTyped,
  detail: item.detail,
  presenter: item.presenter,
  purpose: item.purpose ?? 'none',
  minutes: item.minutes === null ? '' : String(item.minutes),
  parentId: item.parentId === null ? '' : String(item.parentId),
  aboutGroupId: item.aboutGroupId === null ? '' : String(item.aboutGroupId),
  isConfidential: item.isConfidential ? 'yes' : '',
})

export const itemInWords = (item: AgendaItem, { items, groups }: Known): Record<string, readonly [string, string]> => ({
  title: ['The item', item.title],
  kind: ['What it is', itemKindNames[item.kind]],
  numberAsTyped: ['The number', item.numberAsTyped],
  detail: ['What stands under it', item.detail],
  presenter: ['Who presents it', item.presenter],
  purpose: ['What is wanted', item.purpose === null ? 'nothing in particular' : purposeNames[item.purpose]],
  minutes: ['The minutes', item.minutes === null ? '' : String(item.minutes)],
  parentId: ['Where it stands', items.find(({ id }) => id === item.parentId)?.title ?? ''],
  aboutGroupId: ['Whose update it is', groups.find(({ id }) => id === item.aboutGroupId)?.name ?? ''],
  isConfidential: ['Whether it is confidential', item.isConfidential ? 'yes' : 'no'],
})

export const noFields = { kind: 'item', purpose: 'none' }

export function itemFormView(meeting: Meeting, fields: Readonly<Record<string, string>>, known: Known, item: AgendaItem | null) {
  const address = agendaAddress(meeting)
  const option = (field: string) => (value: string, text: string) => ({ value, text, selected: (fields[field] ?? '') === value })
  return {
    title: item === null ? 'Add an item to the agenda' : 'Change an item of the agenda',
    caption: meetingName(meeting),
    fields,
    noNumber,
    isConfidential: fields['isConfidential'] === 'yes',
    kinds: itemKinds.map(kind => option('kind')(kind, itemKindNames[kind])),
    parents: [
      option('parentId')('', 'Nothing: it stands by itself'),
      ...within(known.items, null)
        .filter(({ id }) => id !== item?.id)
        .map(({ id, title }) => option('parentId')(String(id), title)),
    ],
    groups: [option('aboutGroupId')('', 'Nobody’s'), ...known.groups.map(({ id, name }) => option('aboutGroupId')(String(id), name))],
    purposes: [
      ...purposes.map(value => ({ value, text: purposeNames[value], checked: fields['purpose'] === value })),
      { value: 'none', text: 'Nothing in particular', checked: fields['purpose'] === 'none' },
    ],
    people: known.people.map(({ name }) => name),
    action: item === null ? `${address}/new` : `${address}/${item.id}/edit`,
    removalHref: item && `${address}/${item.id}/removal`,
    back: address,
    breadcrumbs: toAgenda(meeting),
  }
}

export const toAgenda = (meeting: Meeting) => [...toMeeting(meeting), { text: 'Agenda', href: agendaAddress(meeting) }]

export const timesFields = (items: readonly AgendaItem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    items.flatMap(({ id, minutes, presenter }) => [
      [`minutes-${id}`, minutes === null ? '' : String(minutes)],
      [`presenter-${id}`, presenter],
    ]),
  )

export const timesInWords = (items: readonly AgendaItem[]): Record<string, readonly [string, string]> =>
  Object.fromEntries(
    items.flatMap(({ id, title, minutes, presenter }) => [
      [`minutes-${id}`, [`The minutes of ${title}`, minutes === null ? '' : String(minutes)] as const],
      [`presenter-${id}`, [`Who presents ${title}`, presenter] as const],
    ]),
  )

export function timesView(
  meeting: Meeting,
  items: readonly PlacedItem[],
  fields: Readonly<Record<string, string>>,
  people: Bearers['people'],
) {
  return {
    title: 'Times and presenters',
    caption: meetingName(meeting),
    when: timeWords(meeting),
    items: items.map(({ id, number, title, parentId, startsAt }) => ({
      name: `${number} ${title}`.trim(),
      isWithin: parentId !== null,
      time: startsAt === null ? '' : timeLabel(startsAt),
      minutes: { field: `minutes-${id}`, value: fields[`minutes-${id}`] ?? '' },
      presenter: { field: `presenter-${id}`, value: fields[`presenter-${id}`] ?? '' },
    })),
    people: people.map(({ name }) => name),
    action: `${agendaAddress(meeting)}/times`,
    back: agendaAddress(meeting),
    breadcrumbs: toAgenda(meeting),
  }
}
