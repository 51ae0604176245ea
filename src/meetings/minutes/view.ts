import { type Day, dayLabel } from '../../kernel/day.ts'
import { cut } from '../../kernel/text.ts'
import type { Correction } from '../correction/correction.ts'
import { meetingFrame, toMeeting, toMeetings } from '../meeting/frame.ts'
import { dayWords, type Meeting } from '../meeting/meeting.ts'
import type { WaitingApproval } from './approval/approval.ts'
import type { Minutes, MinutesDocument, MinutesForm, MinutesPiece, Reading } from './minutes.ts'
import { numbered } from './paper.ts'
import type { Words } from './words-shown.ts'

export type ShownMinutes = {
  readonly meeting: Meeting
  readonly minutes: Minutes
  readonly document: MinutesDocument
  readonly reading: Reading
  readonly version: string
  readonly hasCirculated: boolean
  readonly corrections: readonly Pick<Correction, 'state'>[]
  readonly keeps: boolean
  readonly takesPart: boolean
  /** Minutes of earlier meetings that wait to be approved. */
  readonly waiting: readonly WaitingApproval[]
  readonly today: Day
}

export function minutesView({
  meeting,
  minutes,
  document,
  reading,
  version,
  hasCirculated,
  corrections,
  keeps,
  takesPart,
  waiting,
  today,
}: ShownMinutes) {
  const own = `meetings/${meeting.id}/minutes`
  const around = meetingFrame(meeting, 'Minutes')
  const asked = version === 'now' ? '' : `?version=${version}`
  return {
    title: `${document.called}: ${meeting.group}, ${dayWords(meeting)}`,
    heading: document.called,
    around: takesPart ? around : { ...around, places: [] },
    breadcrumbs: takesPart ? toMeeting(meeting) : [],
    document: { ...document, items: document.items.flatMap(item => laidOut(item, 3)) },
    isTable: document.form.form === 'table',
    state: stateWords(minutes),
    isDraft: minutes.state === 'draft',
    told: toldOf(minutes),

    versions: [
      { text: minutes.state === 'approved' ? 'As approved' : 'As they stand', version: 'now', isThere: true },
      { text: 'As circulated', version: 'circulated', isThere: hasCirculated },
      { text: 'With changes marked', version: 'marked', isThere: hasCirculated },
      { text: 'Public version', version: 'public', isThere: reading === 'whole' },
    ]
      .filter(({ isThere }) => isThere)
      .map(each => ({
        text: each.text,
        href: each.version === 'now' ? own : `${own}?version=${each.version}`,
        current: each.version === version,
      })),
    files: (['docx', 'odt', 'pdf'] as const).map(form => ({ text: fileNames[form], href: `${own}.${form}${asked}` })),
    writeHref: keeps && minutes.state !== 'approved' ? `meetings/${meeting.id}/minutes/edit` : null,
    formHref: keeps ? `groups/${meeting.groupId}/minutes-form` : null,
    correctionHref: minutes.state === 'circulated' && takesPart && version === 'now' ? `${own}/corrections/new` : null,
    correctionsHref: takesPart && minutes.state !== 'draft' ? `${own}/corrections` : null,
    corrections: correctionsInShort(corrections),
    steps: keeps ? stepsOf(meeting, minutes, corrections, today) : [],
    waiting,
  }
}

function correctionsInShort(corrections: readonly Pick<Correction, 'state'>[]): string {
  const open = corrections.filter(({ state }) => state === 'proposed').length
  if (corrections.length === 0) return 'No corrections proposed'
  const all = corrections.length === 1 ? 'One correction' : `${corrections.length} corrections`
  return open === 0 ? `${all}, decided` : `${all}, ${open === corrections.length ? 'not decided' : `${open} not decided`}`
}

/** What whoever keeps the meetings can do next. */
function stepsOf(meeting: Meeting, { state }: Minutes, corrections: readonly unknown[], today: Day) {
  const own = `meetings/${meeting.id}/minutes`
  const withheld = { text: 'What the public version leaves out', href: `${own}/withheld`, isNext: false }
  if (state === 'approved') return [withheld]
  if (state === 'draft')
    return meeting.onDay > today ? [] : [{ text: 'Circulate for correction', href: `${own}/circulation`, isNext: true }, withheld]
  return [
    { text: 'Approve', href: `${own}/approval`, isNext: true },
    withheld,
    ...(corrections.length === 0 ? [{ text: 'Make a draft again', href: `${own}/circulation/removal`, isNext: false }] : []),
  ]
}

export function listView(rows: readonly ListedMinutes[], takesPart: boolean) {
  return {
    title: 'Minutes',
    takesPart,
    minutes: rows.map(row => ({
      href: `meetings/${row.id}/minutes`,
      day: dayWords(row),
      group: row.group,
      title: row.title,
      state: stateWords(row),
    })),
  }
}
type ListedMinutes = Pick<Meeting, 'id' | 'group' | 'title' | 'onDay' | 'dayKnown'> & Pick<Minutes, 'state'>

const fileNames = { docx: 'Word (DOCX)', odt: 'OpenDocument (ODT)', pdf: 'PDF' } as const

/** Items in the order of the page, each with the level of its heading. */
type LaidOut = Omit<MinutesDocument['items'][number], 'under'> & {
  readonly level: number
  readonly numbered: string
  readonly hasActions: boolean
}
function laidOut({ under, ...item }: MinutesDocument['items'][number], level: number): LaidOut[] {
  return [
    { ...item, level, numbered: numbered(item), hasActions: item.pieces.some(({ action }) => action !== null) },
    ...under.flatMap(each => laidOut(each, Math.min(level + 1, 4))),
  ]
}

export const stateWords = ({ state }: Pick<Minutes, 'state'>): string =>
  ({ draft: 'Draft', circulated: 'Circulated for correction', approved: 'Approved' })[state]

function toldOf({ state, circulatedOn, correctionsBy, approvedOn, approvedIn }: Minutes): string {
  if (state === 'approved')
    return `Approved ${approvedIn === null ? `on ${approvedOn === null ? '' : dayLabel(approvedOn)}` : `at the meeting of ${dayLabel(approvedIn.onDay)}`}. Nothing of them can be changed any more.`
  if (state === 'draft') return 'Only the members of the group and those who keep its meetings see this draft.'
  return `Circulated${circulatedOn === null ? '' : ` on ${dayLabel(circulatedOn)}`}.${correctionsBy === null ? '' : ` Corrections are asked for by ${dayLabel(correctionsBy)}.`} They hold once a meeting has approved them.`
}

/** Of minutes that are not to be read yet nothing is said, not even whose they are. */
export const unreadView = (takesPart: boolean) => ({
  title: 'These minutes cannot be read yet',
  takesPart,
  breadcrumbs: takesPart ? toMeetings : [],
})

export function minutesFormView(
  group: { readonly id: number; readonly name: string },
  fields: Readonly<Record<string, string>>,
  edition: string,
) {
  return {
    title: `Form of minutes: ${group.name}`,
    fields,
    edition,
    action: `groups/${group.id}/minutes-form`,
    back: `groups/${group.id}`,
    breadcrumbs: [
      { text: 'Groups', href: 'groups' },
      { text: group.name, href: `groups/${group.id}` },
    ],
    forms: [
      { value: 'prose', text: 'Prose: each item with its text, decisions and actions below one another' },
      { value: 'table', text: 'A table: number, item, action' },
    ].map(each => ({ ...each, checked: each.value === fields['form'] })),
    again: [
      { value: 'nowhere', text: 'Nowhere: they stand under their items only' },
      { value: 'top', text: 'In a table at the top' },
      { value: 'end', text: 'In a table at the end' },
    ].map(each => ({ ...each, checked: each.value === fields['actionsAgain'] })),
    shows: [
      { field: 'hasActionColumn', text: 'A column for actions, where minutes are a table' },
      { field: 'showsTimes', text: 'When the meeting was opened and closed' },
      { field: 'showsTotals', text: 'How many were present and sent apologies' },
      { field: 'showsForwardPlan', text: 'The forward plan at the end' },
    ].map(each => ({ ...each, checked: fields[each.field] === 'yes' })),
  }
}

export const fieldsOfForm = (form: MinutesForm): Record<string, string> =>
  Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (value === false ? [] : [[name, value === true ? 'yes' : value]])))

export function formInWords(form: MinutesForm): Record<string, readonly [string, string]> {
  const names: Readonly<Record<keyof MinutesForm, string>> = {
    form: 'The form',
    minutesCalled: 'What minutes are called',
    presentCalled: 'The heading over who was present',
    inAttendanceCalled: 'The heading over who was in attendance',
    apologiesCalled: 'The heading over apologies',
    itemCalled: 'The word before an item’s number',
    actionsAgain: 'Where all actions are listed again',
    hasActionColumn: 'A column for actions',
    showsTimes: 'When the meeting was opened and closed',
    showsTotals: 'How many were present',
    showsForwardPlan: 'The forward plan at the end',
    queriesTo: 'Whom to ask',
  }
  const fields = fieldsOfForm(form)
  return Object.fromEntries(Object.entries(names).map(([name, words]) => [name, [words, fields[name] ?? '']]))
}

const ofMinutes = (meeting: Meeting) => ({
  caption: `${meeting.group}, ${dayWords(meeting)}`,
  back: `meetings/${meeting.id}/minutes`,
  breadcrumbs: [...toMeeting(meeting), { text: 'Minutes', href: `meetings/${meeting.id}/minutes` }],
})

type Members = { readonly told: readonly { readonly name: string; readonly email: string | null }[]; readonly sendsMail: boolean }
export const circulationView = (meeting: Meeting, correctionsBy: string, { told, sendsMail }: Members) => ({
  ...ofMinutes(meeting),
  sendsMail,
  told: told.filter(({ email }) => email !== null).map(({ name }) => name),
  unreached: told.filter(({ email }) => email === null).map(({ name }) => name),
  title: 'Circulate these minutes for correction',
  action: `meetings/${meeting.id}/minutes/circulation`,
  fields: { correctionsBy },
})

export const withdrawalView = (meeting: Meeting) => ({
  ...ofMinutes(meeting),
  title: 'Make these minutes a draft again?',
  action: `meetings/${meeting.id}/minutes/circulation/removal`,
})

type ShownApproval = {
  readonly meeting: Meeting
  readonly state: Minutes['state']
  readonly later: readonly (Pick<Meeting, 'id' | 'onDay' | 'dayKnown'> & { readonly state: Meeting['state'] })[]
  readonly agreed: number
  readonly undecided: number
  readonly at: string
  readonly today: Day
}
export function approvalView({ meeting, state, later, agreed, undecided, at, today }: ShownApproval) {
  const held = later.filter(({ onDay }) => onDay <= today)
  const chosen = held.some(({ id }) => String(id) === at) ? at : String(held.at(0)?.id ?? '')
  return {
    ...ofMinutes(meeting),
    title: 'Approve these minutes',
    action: `meetings/${meeting.id}/minutes/approval`,
    correctionsHref: `meetings/${meeting.id}/minutes/corrections`,
    isCirculated: state === 'circulated',
    agreed,
    undecided,
    meetings: held.map(each => ({ value: each.id, text: dayWords(each), checked: String(each.id) === chosen })),
    firstId: String(held.at(0)?.id ?? ''),
  }
}

/** Every piece with its item, to be ticked. */
export function withheldView(meeting: Meeting, document: MinutesDocument, withheld: readonly string[], edition: string) {
  return {
    ...ofMinutes(meeting),
    title: 'What the public version leaves out',
    action: `meetings/${meeting.id}/minutes/withheld`,
    edition,
    items: document.items
      .flatMap(item => laidOut(item, 3))
      .map(item => ({
        label: item.label,
        isConfidential: item.isConfidential,
        pieces: item.pieces.flatMap(piece =>
          piece.id === null ? [] : [{ id: piece.id, text: pieceInShort(piece), checked: withheld.includes(String(piece.id)) }],
        ),
      }))
      .filter(({ pieces }) => pieces.length > 0),
  }
}

/** Enough to know it again. */
export function pieceInShort({ blocks, action }: Pick<MinutesPiece, 'blocks' | 'action'>): string {
  if (action !== null) return `Action ${action.reference}: ${action.text}`
  const text = blocks
    .map(block => (block.kind === 'bullets' ? block.items.map(item => plainWords(item.text)).join('; ') : plainWords(block.text)))
    .join(' ')
  return text.length > 160 ? `${cut(text, 160)}…` : text || 'Nothing written'
}

const plainWords = (words: Words): string => (typeof words === 'string' ? words : words.map(({ text }) => text).join(''))
