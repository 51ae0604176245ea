import { deadlineWarning, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { Organisation } from '../../partnership/index.ts'
import { longDay, type Practice, papersDueOn } from '../practice/practice.ts'
import { meetingFrame, toMeeting, toMeetings } from './frame.ts'
import { dayKindNames, dayKinds, dayTyped, dayWords, type GroupToMeet, type Meeting, timeLabel, timeWords } from './meeting.ts'

export function meetingsView(all: readonly Meeting[], mayAdd: boolean) {
  return { title: 'Meetings', mayAdd, meetings: all.map(rowOf) }
}

const rowOf = (meeting: Meeting) => ({
  href: `meetings/${meeting.id}`,
  day: dayWords(meeting),
  group: meeting.group,
  title: meeting.title,
  times: timeWords(meeting),
  venue: meeting.venue,
  isCancelled: meeting.state === 'cancelled',
})

export function meetingView(meeting: Meeting, mayKeep: boolean, practice: Practice, calendar: WorkingCalendar) {
  return {
    title: meeting.title === '' ? `${meeting.group}, ${dayWords(meeting)}` : `${meeting.title}, ${dayWords(meeting)}`,
    around: meetingFrame(meeting, 'Meeting'),
    papersDue: papersDueWords(meeting, practice, calendar),
    meeting: { ...rowOf(meeting), joiningLink: meeting.joiningLink, note: meeting.note, groupHref: `groups/${meeting.groupId}` },
    editHref: mayKeep ? `meetings/${meeting.id}/edit` : '',
    breadcrumbs: toMeetings,
  }
}

/** Wednesday 18 March 2009, 7 working days before; nothing while only the month is known. */
function papersDueWords({ onDay, dayKnown, state }: Meeting, practice: Practice, calendar: WorkingCalendar): string {
  if (dayKnown === 'month' || state !== 'planned') return ''
  const { papersDue, papersDueIn } = practice
  const due = papersDueOn(practice, onDay, calendar)
  const warning = deadlineWarning(due, calendar)
  const days = papersDue === 1 ? `1 ${papersDueIn} day` : `${papersDue} ${papersDueIn} days`
  return `${longDay(due)}, ${days} before${warning === null ? '' : `. ${warning}`}`
}

type Typed = Readonly<Record<string, string>>

/** What a meeting's form shows of it. */
export const fieldsOf = (meeting: Meeting) => ({
  title: meeting.title,
  onDay: dayTyped(meeting),
  dayKnown: meeting.dayKnown,
  startsAt: meeting.startsAt === null ? '' : timeLabel(meeting.startsAt),
  endsAt: meeting.endsAt === null ? '' : timeLabel(meeting.endsAt),
  venue: meeting.venue,
  hostOrganisationId: String(meeting.hostOrganisationId ?? ''),
  joiningLink: meeting.joiningLink,
  note: meeting.note,
})

/** What each field is called and how it reads, for whoever is asked whether to replace it. */
export function inWords(meeting: Meeting, organisations: readonly Pick<Organisation, 'id' | 'name'>[]) {
  const fields = fieldsOf(meeting)
  return {
    title: ['The title', fields.title],
    onDay: ['The day', fields.onDay],
    dayKnown: ['How sure the day is', dayKindNames[meeting.dayKnown]],
    startsAt: ['The start', fields.startsAt],
    endsAt: ['The end', fields.endsAt],
    venue: ['The venue', fields.venue],
    hostOrganisationId: ['The host', organisations.find(({ id }) => id === meeting.hostOrganisationId)?.name ?? ''],
    joiningLink: ['The link', fields.joiningLink],
    note: ['The note', fields.note],
  } as const
}

type Shown = {
  readonly meeting: Meeting | null
  readonly groups: readonly GroupToMeet[]
  readonly organisations: readonly Pick<Organisation, 'id' | 'name'>[]
  readonly fields: Typed
  readonly edition: string
}

export function meetingFormView({ meeting, groups, organisations, fields, edition }: Shown) {
  const of = (name: string) => fields[name] ?? ''
  return {
    title: meeting === null ? 'Add a meeting' : 'Change this meeting',
    caption: meeting === null ? '' : meetingFrame(meeting, 'Meeting').name,
    action: meeting === null ? 'meetings/new' : `meetings/${meeting.id}/edit`,
    back: meeting === null ? 'meetings' : `meetings/${meeting.id}`,
    isNew: meeting === null,
    edition,
    fields: Object.fromEntries(['title', 'onDay', 'startsAt', 'endsAt', 'venue', 'joiningLink', 'note'].map(name => [name, of(name)])),
    groups: [
      { value: '', text: 'Select a group', selected: of('groupId') === '' },
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === of('groupId') })),
    ],
    dayKinds: dayKinds.map(value => ({ value, text: dayKindNames[value], checked: value === (of('dayKnown') || 'fixed') })),
    hosts: [
      { value: '', text: 'None in particular', selected: of('hostOrganisationId') === '' },
      ...organisations.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === of('hostOrganisationId') })),
    ],
    breadcrumbs: meeting === null ? toMeetings : toMeeting(meeting),
  }
}
