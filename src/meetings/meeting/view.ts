import { type Day, dayLabel, weekdayName } from '../../kernel/day.ts'
import { holidayWarning, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { Organisation } from '../../partnership/index.ts'
import { agendaDueOn, longDay, type Practice, papersDueOn } from '../practice/practice.ts'
import type { RequestInList } from '../request/request.ts'
import { type WorkshopState, workshopStateNames } from '../workshop/workshop.ts'
import { meetingFrame, toMeeting, toMeetings } from './frame.ts'
import { dayKindNames, dayKinds, dayTyped, dayWords, type GroupToMeet, type Meeting, timeLabel, timeWords } from './meeting.ts'
import type { Move } from './steps/steps.ts'

export type ShownMeeting = {
  readonly meeting: Meeting
  readonly mayKeep: boolean
  readonly practice: Practice
  readonly calendar: WorkingCalendar
  readonly host: string
  readonly moves: readonly Move[]
  /** For who keeps it: others need not know who would have to be at two meetings. */
  readonly warnings: readonly string[]
  readonly today: Day
}

export function meetingView({ meeting, mayKeep, practice, calendar, host, moves, warnings, today }: ShownMeeting) {
  const own = `meetings/${meeting.id}`
  const isPlanned = meeting.state === 'planned'
  return {
    title: meeting.title === '' ? `${meeting.group}, ${dayWords(meeting)}` : `${meeting.title}, ${dayWords(meeting)}`,
    around: meetingFrame(meeting, 'Meeting'),
    own,
    group: { name: meeting.group, href: `groups/${meeting.groupId}` },
    day: meeting.dayKnown === 'month' ? dayWords(meeting) : `${weekdayName(meeting.onDay)} ${dayWords(meeting)}`,
    times: timeWords(meeting),
    venue: meeting.venue,
    host,
    joiningLink: meeting.joiningLink,
    note: meeting.note,
    papersDue: papersDueWords(meeting, practice, calendar),
    agendaDue: mayKeep && meeting.dayKnown !== 'month' && isPlanned ? longDay(agendaDueOn(practice, meeting.onDay, calendar)) : '',
    state: meeting.state === 'held' ? 'Held' : meeting.state === 'cancelled' ? `Cancelled: ${meeting.stateReason}` : '',
    moves: moves.map(
      ({ was, becomes, reason, onDay }) =>
        `Moved from ${dayLabel(was)} to ${dayLabel(becomes)}${reason === '' ? '' : `: ${reason}`} (on ${dayLabel(onDay)})`,
    ),
    calendarHref: meeting.dayKnown === 'month' ? '' : `${own}/calendar.ics`,
    warnings: mayKeep && isPlanned ? warnings : [],
    steps: mayKeep
      ? {
          edit: `${own}/edit`,
          invitations: meeting.state === 'held' ? '' : `${own}/invitations`,
          move: isPlanned ? `${own}/move` : '',
          cancellation: isPlanned ? `${own}/cancellation` : '',
          held: isPlanned && meeting.dayKnown !== 'month' && meeting.onDay <= today ? `${own}/held` : '',
          planned: isPlanned ? '' : `${own}/planned`,
          plannedText: meeting.state === 'cancelled' ? 'Put it back into the calendar' : 'It was not held: undo',
        }
      : null,
    breadcrumbs: toMeetings,
  }
}

/** What is asked because of it, and what is worked on there by many at once. Whoever keeps it begins them from here. */
export function besidesView(
  { id }: Pick<Meeting, 'id'>,
  requests: readonly Pick<RequestInList, 'id' | 'title' | 'state' | 'asked' | 'answered'>[],
  workshops: readonly {
    readonly id: number | null
    readonly itemId: number | null
    readonly title: string
    readonly state: WorkshopState | null
  }[],
  mayKeep: boolean,
) {
  const begin = (itemId: number | null) => `workshops/new?meeting=${id}${itemId === null ? '' : `&item=${itemId}`}`
  const rows = [
    ...workshops.flatMap(each =>
      each.id !== null && each.state !== null
        ? [{ text: each.title, href: `workshops/${each.id}`, note: `Workshop, ${workshopStateNames[each.state].toLowerCase()}` }]
        : mayKeep
          ? [{ text: each.title, href: begin(each.itemId), note: 'Workshop, not begun yet' }]
          : [],
    ),
    ...requests.map(each => ({
      text: each.title,
      href: `requests/${each.id}`,
      note:
        each.state === 'draft'
          ? 'Request, draft'
          : `Request, ${each.answered} of ${each.asked} answered${each.state === 'closed' ? ', closed' : ''}`,
    })),
  ]
  return rows.length > 0 || mayKeep
    ? { rows, newRequest: mayKeep ? `requests/new?meeting=${id}` : '', newWorkshop: mayKeep ? begin(null) : '' }
    : null
}

/** Wednesday 18 March 2009, 7 working days before; nothing while only the month is known. */
function papersDueWords({ onDay, dayKnown, state }: Meeting, practice: Practice, calendar: WorkingCalendar): string {
  if (dayKnown === 'month' || state !== 'planned') return ''
  const { papersDue, papersDueIn } = practice
  const due = papersDueOn(practice, onDay, calendar)
  const warning = holidayWarning(due, calendar)
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
