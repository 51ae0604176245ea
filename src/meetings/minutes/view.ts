import { type Day, dayLabel } from '../../kernel/day.ts'
import { meetingFrame, toMeeting, toMeetings } from '../meeting/frame.ts'
import { dayWords, type Meeting } from '../meeting/meeting.ts'
import type { Minutes, MinutesDocument, MinutesForm, Reading } from './minutes.ts'
import { numbered } from './paper.ts'

export type ShownMinutes = {
  readonly meeting: Meeting
  readonly minutes: Minutes
  readonly document: MinutesDocument
  readonly reading: Reading
  readonly version: string
  readonly hasCirculated: boolean
  readonly keeps: boolean
  readonly takesPart: boolean
  readonly today: Day
}

export function minutesView({ meeting, minutes, document, reading, version, hasCirculated, keeps, takesPart }: ShownMinutes) {
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
    version,
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
    keeps,
    own,
  }
}

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
