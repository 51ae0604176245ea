/**
 * Minutes are what a meeting leaves: who was there, and under each item of its agenda what was said, decided and taken on. They are written piece by piece
 * (`minute`), and read as one document in the form that the group knows.
 *
 * They are a draft, then circulated for correction, then approved by a later meeting as a decision of that meeting; after that nothing of them changes. What is
 * confidential or withheld is left out of the public version, which says of an item that it is not published, so that its number is no riddle.
 */

import type { ActionId } from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { poundsLabel } from '../../kernel/money.ts'
import { attendanceLists, type Printed, type PrintedAttendance } from '../attendance/attendance.ts'
import { dayWords, type Meeting, meetingName, timeLabel, timeWords } from '../meeting/meeting.ts'
import { blocksOf } from '../minute/prose.ts'
import type { Block, Run, Words } from './words-shown.ts'

export const minutesStates = ['draft', 'circulated', 'approved'] as const
export type MinutesState = (typeof minutesStates)[number]

export type Minutes = {
  readonly state: MinutesState
  /** As days in London. */
  readonly circulatedOn: Day | null
  readonly correctionsBy: Day | null
  readonly approvedOn: Day | null
  readonly approvedIn: { readonly id: number; readonly onDay: Day } | null
}
export const notBegun: Minutes = { state: 'draft', circulatedOn: null, correctionsBy: null, approvedOn: null, approvedIn: null }

/** How much of them somebody reads: the whole with what is confidential and withheld, the public version, or nothing. */
export type Reading = 'whole' | 'public' | 'none'

/** Drafts are for the group's own seats and those who keep its meetings; scrutiny readers wait until they are approved. */
export function readingOf(
  state: MinutesState,
  { seesConfidential, keeps, takesPart }: { readonly seesConfidential: boolean; readonly keeps: boolean; readonly takesPart: boolean },
): Reading {
  if (seesConfidential || keeps) return 'whole'
  if (state === 'approved') return 'public'
  return state === 'circulated' && takesPart ? 'public' : 'none'
}

/** How a group's minutes look. Words that are '' are the usual ones. */
export type MinutesForm = {
  readonly form: 'prose' | 'table'
  readonly minutesCalled: string
  readonly presentCalled: string
  readonly inAttendanceCalled: string
  readonly apologiesCalled: string
  readonly itemCalled: string
  readonly actionsAgain: 'nowhere' | 'top' | 'end'
  readonly hasActionColumn: boolean
  readonly showsTimes: boolean
  readonly showsTotals: boolean
  readonly showsForwardPlan: boolean
  readonly queriesTo: string
}
export const usualForm: MinutesForm = {
  form: 'prose',
  minutesCalled: '',
  presentCalled: '',
  inAttendanceCalled: '',
  apologiesCalled: '',
  itemCalled: '',
  actionsAgain: 'nowhere',
  hasActionColumn: true,
  showsTimes: true,
  showsTotals: false,
  showsForwardPlan: false,
  queriesTo: '',
}

/** What the minutes are made of, as it stands in the records or as it stood when it was circulated or approved. Plain, so that it can be kept. */
export type MinutesRecords = {
  readonly meeting: Meeting
  readonly attendance: PrintedAttendance
  readonly items: readonly ItemRecord[]
  readonly pieces: readonly PieceRecord[]
  readonly decisions: readonly DecisionRecord[]
  readonly actions: readonly ActionRecord[]
  readonly corrections: readonly CorrectionRecord[]
  readonly interests: readonly InterestRecord[]
  readonly nextMeetings: readonly Pick<Meeting, 'title' | 'group' | 'onDay' | 'dayKnown' | 'startsAt' | 'endsAt' | 'venue'>[]
  readonly forwardPlan: readonly ForwardRecord[]
}

export type ItemId = Id<'agenda-item'>
export type PieceId = Id<'minute'>
export type ItemRecord = {
  readonly id: ItemId
  readonly parentId: ItemId | null
  readonly number: string
  readonly kind: string
  readonly title: string
  readonly detail: string
  readonly presenter: string
  readonly isConfidential: boolean
}
export type PieceRecord = {
  readonly id: PieceId
  readonly itemId: ItemId
  readonly kind: 'heading' | 'discussion' | 'decision' | 'action' | 'correction' | 'interest'
  readonly text: string
  readonly isWithheld: boolean
}
export const decisionKinds = ['agreed', 'endorsed', 'refused', 'noted', 'approved-minutes', 'delegated'] as const
export type DecisionKind = (typeof decisionKinds)[number]
export type DecisionRecord = {
  readonly id: number
  readonly itemId: ItemId | null
  readonly minuteId: PieceId | null
  readonly number: number
  readonly kind: DecisionKind
  readonly text: string
  readonly proposer: string | null
  readonly seconder: string | null
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  readonly dissent: string
  readonly amountPence: string | null
  readonly indicators: readonly string[]
}
export type ActionRecord = {
  readonly id: ActionId
  readonly minuteId: PieceId
  readonly reference: string
  readonly carriedAs: string
  readonly text: string
  readonly owners: string
  readonly dueOn: Day | null
  readonly dueAsTyped: string
  readonly isConfidential: boolean
}
export type CorrectionRecord = {
  readonly minuteId: PieceId
  readonly ofDay: Day
  readonly placeInWords: string
  readonly was: string
  readonly shouldRead: string
  readonly proposedBy: string | null
  readonly state: 'proposed' | 'agreed' | 'refused'
}
export type InterestRecord = {
  readonly itemId: ItemId | null
  readonly minuteId: PieceId | null
  readonly person: string
  readonly text: string
  readonly leftTheRoom: boolean
}
export type ForwardRecord = {
  /** On some agenda. */
  readonly isConfidential: boolean
  readonly when: string
  readonly title: string
  readonly detail: string
  readonly responsible: string
}

/** What the page, the Word file, the OpenDocument text and the PDF all show. */
export type MinutesDocument = {
  readonly title: string
  readonly group: string
  readonly called: string
  readonly about: readonly string[]
  readonly opened: string
  readonly closed: string
  readonly attendance: readonly { readonly heading: string; readonly people: readonly string[]; readonly total: string }[]
  readonly form: MinutesForm
  readonly items: readonly MinutesItem[]
  readonly actions: readonly MinutesAction[]
  readonly forwardPlan: readonly ForwardRecord[]
  /** Agreed corrections that are marked nowhere in the text. */
  readonly besides: readonly string[]
  readonly isPublic: boolean
}
export type MinutesItem = {
  readonly id: ItemId
  readonly number: string
  /** Item 4 – Finance; 4. Finance. */
  readonly label: string
  /** Without its number: Finance. */
  readonly title: string
  readonly presenter: string
  readonly detail: readonly Block[]
  readonly isPublished: boolean
  readonly isConfidential: boolean
  readonly pieces: readonly MinutesPiece[]
  readonly under: readonly MinutesItem[]
}
export type MinutesPiece = {
  readonly id: PieceId | null
  readonly kind: PieceRecord['kind'] | 'next-meetings'
  readonly blocks: readonly Block[]
  readonly isWithheld: boolean
  readonly action: MinutesAction | null
  /** Words that say what is marked in it: who proposed a correction, and where it was agreed. */
  readonly marks: readonly string[]
}
export type MinutesAction = Pick<ActionRecord, 'id' | 'reference' | 'text' | 'owners'> & {
  readonly due: string
  readonly carriedAs: string
}

/** What was changed since the minutes were circulated: of each piece how the text differs, and the corrections that say why. */
export type Marked = {
  readonly was: ReadonlyMap<number, string>
  readonly changed: (was: string, is: string) => readonly Run[]
  readonly why: ReadonlyMap<number, readonly string[]>
  /** Corrections that were agreed of no single piece. */
  readonly besides: readonly string[]
}

export function minutesDocument(
  records: MinutesRecords,
  form: MinutesForm,
  reading: Exclude<Reading, 'none'>,
  marked: Marked | null = null,
): MinutesDocument {
  const { meeting, items } = records
  const shown = shownOf(records, reading, marked)
  const named = meetingName(meeting)
  const under = Map.groupBy(items, ({ parentId }) => parentId)
  const top = (under.get(null) ?? []).map((item, at) => itemOf(item, `${at + 1}`, under, shown, form, reading))
  const isNextSaid = items.some(({ kind }) => kind === 'next-meeting')
  const next = nextMeetingsOf(records)
  return {
    title: `${form.minutesCalled || 'Minutes'}: ${named}`,
    group: meeting.group,
    called: form.minutesCalled || 'Minutes',
    about: [meeting.title, [dayWords(meeting), timeWords(meeting)].filter(Boolean).join(', '), meeting.venue].filter(Boolean),
    opened: form.showsTimes && meeting.openedAt !== null ? `Meeting opened: ${timeLabel(meeting.openedAt)}` : '',
    closed: form.showsTimes && meeting.closedAt !== null ? `Meeting closed: ${timeLabel(meeting.closedAt)}` : '',
    attendance: attendanceIn(records.attendance, form),
    form,
    items: isNextSaid || next.length === 0 ? top : [...top, { ...emptyItem, ...nextHeading(next), pieces: [nextPiece(next)] }],
    actions: [...shown.actions.values()],
    forwardPlan: form.showsForwardPlan ? records.forwardPlan.filter(({ isConfidential }) => reading === 'whole' || !isConfidential) : [],
    besides: marked?.besides ?? [],
    isPublic: reading === 'public',
  }
}

type ShownParts = {
  readonly pieces: ReadonlyMap<number, readonly MinutesPiece[]>
  readonly actions: ReadonlyMap<number, MinutesAction>
  readonly next: readonly string[]
}

function shownOf(records: MinutesRecords, reading: Reading, marked: Marked | null): ShownParts {
  const isWhole = reading === 'whole'
  const hidden = new Set(isWhole ? [] : records.items.filter(item => isHidden(item, records.items)).map(({ id }) => id))
  const pieces = records.pieces.filter(piece => !hidden.has(piece.itemId) && (isWhole || !piece.isWithheld))
  const there = new Set(pieces.map(({ id }) => id))
  const actions = new Map(
    records.actions
      .filter(({ minuteId, isConfidential }) => there.has(minuteId) && (isWhole || !isConfidential))
      .map(action => [action.minuteId as number, { ...action, due: dueWords(action) }]),
  )
  const decisions = Map.groupBy(records.decisions, ({ minuteId }) => minuteId)
  const corrections = Map.groupBy(records.corrections, ({ minuteId }) => minuteId)
  const interests = Map.groupBy(records.interests, ({ minuteId }) => minuteId)
  const pieceOf = (piece: PieceRecord): MinutesPiece | null => {
    const action = actions.get(piece.id) ?? null
    if (piece.kind === 'action' && action === null && records.actions.some(({ minuteId }) => minuteId === piece.id)) return null
    const blocks = [
      ...wordsOf(piece, marked),
      ...(decisions.get(piece.id) ?? []).flatMap(decision => decisionBlocks(decision, piece.text)),
      ...(corrections.get(piece.id) ?? []).map(correction => paragraph(correctionWords(correction))),
      ...(interests.get(piece.id) ?? []).map(interest => paragraph(interestWords(interest))),
    ]
    return { id: piece.id, kind: piece.kind, blocks, isWithheld: piece.isWithheld, action, marks: marked?.why.get(piece.id) ?? [] }
  }
  const byItem = Map.groupBy(pieces, ({ itemId }) => itemId)
  const loose = records.decisions.filter(({ minuteId, itemId }) => minuteId === null && itemId !== null && !hidden.has(itemId))
  return {
    pieces: new Map(
      records.items.map(({ id }) => [
        id,
        [
          ...(byItem.get(id) ?? []).map(pieceOf).filter(piece => piece !== null),
          ...loose
            .filter(({ itemId }) => itemId === id)
            .map(decision => ({ ...emptyPiece, kind: 'decision' as const, blocks: decisionBlocks(decision, '') })),
        ],
      ]),
    ),
    actions,
    next: nextMeetingsOf(records),
  }
}

/** Confidential itself, or within an item that is. */
function isHidden(item: ItemRecord, items: readonly ItemRecord[]): boolean {
  if (item.isConfidential) return true
  const parent = items.find(({ id }) => id === item.parentId)
  return parent !== undefined && isHidden(parent, items)
}

function itemOf(
  item: ItemRecord,
  place: string,
  under: ReadonlyMap<ItemId | null, readonly ItemRecord[]>,
  shown: ShownParts,
  form: MinutesForm,
  reading: Reading,
): MinutesItem {
  const number = item.number || (item.parentId === null ? place : '')
  const isPublished = reading === 'whole' || !item.isConfidential
  if (!isPublished)
    return {
      ...emptyItem,
      id: item.id,
      number,
      label: `Item ${item.number || place} is not published`,
      title: 'This item is not published',
      isPublished: false,
    }
  const pieces = shown.pieces.get(item.id) ?? []
  return {
    id: item.id,
    number,
    label: labelOf(item, number, form),
    title: item.title,
    presenter: item.presenter,
    detail: blocksOf(item.detail),
    isPublished,
    isConfidential: item.isConfidential,
    pieces: item.kind === 'next-meeting' && shown.next.length > 0 ? [...pieces, nextPiece(shown.next)] : pieces,
    under: (under.get(item.id) ?? []).map((each, at) => itemOf(each, `${place}.${at + 1}`, under, shown, form, reading)),
  }
}

/** An item within another is known by its title: CYPSP; only where somebody numbered it has it a number of its own. */
function labelOf({ title, number: typed, parentId }: ItemRecord, number: string, { itemCalled }: MinutesForm): string {
  if (parentId !== null) return typed === '' ? title : `${typed} ${title}`
  return itemCalled === '' ? `${number.replace(/\.$/, '')}. ${title}` : `${itemCalled} ${number} – ${title}`
}

const emptyItem: MinutesItem = {
  id: 0 as ItemId,
  number: '',
  label: '',
  title: '',
  presenter: '',
  detail: [],
  isPublished: true,
  isConfidential: false,
  pieces: [],
  under: [],
}
const emptyPiece: MinutesPiece = { id: null, kind: 'discussion', blocks: [], isWithheld: false, action: null, marks: [] }

const paragraph = (text: Words): Block => ({ kind: 'paragraph', text })

function wordsOf({ id, text, kind }: PieceRecord, marked: Marked | null): Block[] {
  const was = marked?.was.get(id)
  if (marked === null || was === text) return kind === 'heading' ? [paragraph(text)] : blocksOf(text)
  return linesOf(marked.changed(was ?? '', text)).map(paragraph)
}

/** A text whose changes are marked, line by line. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const { text, as } of runs)
    text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push({ text: part, as })
    })
  return lines.filter(line => line.some(({ text }) => text.trim() !== ''))
}

function decisionBlocks(decision: DecisionRecord, said: string): Block[] {
  const more = decisionDetails(decision)
  const text = said.trim() === decision.text.trim() || said.includes(decision.text) ? [] : blocksOf(decision.text)
  return more === '' ? text : [...text, paragraph(more)]
}

/** Proposed by Mark Turner, seconded by Richard Lawrence. 7 for, 2 against, 1 abstained. £2.6 million is written out: £2,600,000. */
export function decisionDetails(decision: Omit<DecisionRecord, 'id' | 'itemId' | 'minuteId' | 'number' | 'kind' | 'text'>): string {
  const { proposer, seconder, votesFor, votesAgainst, abstentions, dissent, amountPence, indicators } = decision
  const by = [proposer && `proposed by ${proposer}`, seconder && `seconded by ${seconder}`].filter(Boolean).join(', ')
  const votes = [
    votesFor !== null && `${votesFor} for`,
    votesAgainst !== null && `${votesAgainst} against`,
    abstentions !== null && `${abstentions} abstained`,
  ]
    .filter(Boolean)
    .join(', ')
  return [
    by && sentence(by),
    votes && `Vote: ${votes}`,
    dissent && `Dissent: ${dissent}`,
    amountPence !== null && `Money: ${poundsLabel(BigInt(amountPence))}`,
    indicators.length > 0 && `Indicators: ${indicators.join(', ')}`,
  ]
    .filter(Boolean)
    .map(each => `${String(each).replace(/\.$/, '')}.`)
    .join(' ')
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Page 4, Update on current year spend: should read “£50 million” (rather than “£60 million”). */
export function correctionWords({
  placeInWords,
  was,
  shouldRead,
  proposedBy,
  state,
}: Omit<CorrectionRecord, 'minuteId' | 'ofDay'>): string {
  const place = placeInWords === '' ? '' : `${placeInWords}: `
  const words =
    shouldRead === ''
      ? `“${was}” is left out`
      : was === ''
        ? `should read “${shouldRead}”`
        : `should read “${shouldRead}” (rather than “${was}”)`
  const by = proposedBy === null ? '' : `, proposed by ${proposedBy}`
  const told = { proposed: '', agreed: ' Agreed.', refused: ' Not agreed.' }[state]
  return `${sentence(place + words)}${by}.${told}`
}

const interestWords = ({ person, text, leftTheRoom }: InterestRecord): string =>
  `${person} declared an interest: ${text.replace(/\.$/, '')}.${leftTheRoom ? ' They left the room.' : ''}`

/** 22 June 2009 (next meeting): with what was typed, where that says more than a day. */
export function dueWords({ dueOn, dueAsTyped }: Pick<ActionRecord, 'dueOn' | 'dueAsTyped'>): string {
  if (dueOn === null) return dueAsTyped
  return dueAsTyped === '' || /\d/.test(dueAsTyped) ? dayLabel(dueOn) : `${dayLabel(dueOn)} (${dueAsTyped})`
}

export const actionWords = ({ text, owners, due }: MinutesAction): string =>
  [text, [owners, /^\d/.test(due) ? `by ${due}` : due].filter(Boolean).join(', ')].filter(Boolean).join(' – ')

function attendanceIn(printed: PrintedAttendance, form: MinutesForm): MinutesDocument['attendance'] {
  const lists = attendanceLists(printed, {
    present: form.presentCalled,
    inAttendance: form.inAttendanceCalled,
    apologies: form.apologiesCalled,
  })
  const lastPresent = lists.findLast(({ kind }) => kind === 'present')
  const total = (word: string, count: number) => `Total ${word}: ${count} ${count === 1 ? 'person' : 'people'}`
  return lists.map(list => ({
    heading: list.title,
    people: list.people.map(personWords),
    total: !form.showsTotals
      ? ''
      : list === lastPresent
        ? total('present', printed.presentCount)
        : list.kind === 'apologies'
          ? total('apologies', list.people.length)
          : '',
  }))
}

function personWords({ name, description, isChair, note }: Printed): string {
  const notes = [isChair && 'Chair', note].filter(Boolean)
  return [name, description].filter(Boolean).join(', ') + (notes.length > 0 ? ` (${notes.join(', ')})` : '')
}

const nextMeetingsOf = ({ nextMeetings }: MinutesRecords): string[] =>
  nextMeetings.map(meeting =>
    [meeting.title, dayWords(meeting), timeWords(meeting), meeting.venue || 'venue to be confirmed'].filter(Boolean).join(', '),
  )

const nextHeading = ({ length }: readonly string[]) => {
  const title = length === 1 ? 'Next meeting' : 'Next meetings'
  return { label: title, title }
}

const nextPiece = (next: readonly string[]): MinutesPiece => ({
  ...emptyPiece,
  kind: 'next-meetings',
  blocks: next.length === 1 ? next.map(paragraph) : [{ kind: 'bullets', items: next.map(text => ({ text, under: [] })) }],
})
