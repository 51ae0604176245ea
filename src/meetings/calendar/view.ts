import { type Day, dayLabel, dayOfMonth, monthOf, weekdayName } from '../../kernel/day.ts'
import { bankHoliday, type WorkingCalendar } from '../../kernel/working-day.ts'
import { toMeetings } from '../meeting/frame.ts'
import { dayWords, type Meeting, timeLabel, timeWords } from '../meeting/meeting.ts'
import { firstOf, monthAfter, monthBefore, monthPath, monthTitle, weeksOf } from './month.ts'

/** Which meetings are looked at. `isMine`: of the groups where the visitor sits; null where they sit nowhere. */
export type Look = {
  readonly groupId: number | null
  readonly isMine: boolean | null
  readonly isPast: boolean
}
type Group = { readonly id: number; readonly name: string }

const query = ({ groupId, isMine, isPast }: Partial<Look>, more: Readonly<Record<string, string>> = {}): string => {
  const fields = new URLSearchParams({
    ...(groupId == null ? {} : { group: String(groupId) }),
    ...(isMine ? { mine: 'yes' } : {}),
    ...(isPast ? { past: 'yes' } : {}),
    ...more,
  })
  return fields.size === 0 ? '' : `?${fields}`
}

function filters({ groupId, isMine, isPast }: Look, groups: readonly Group[]) {
  return {
    groups: [
      { value: '', text: 'All groups', selected: groupId === null },
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: id === groupId })),
    ],
    offersMine: isMine !== null,
    isMine: isMine === true,
    isPast,
    isNarrowed: groupId !== null || isMine === true,
  }
}

export type Listed = {
  readonly meetings: readonly Meeting[]
  readonly look: Look
  readonly groups: readonly Group[]
  readonly mayCall: boolean
  readonly today: Day
}

/** Month by month; of those that are over the latest first. */
export function listView({ meetings, look, groups, mayCall, today }: Listed) {
  const inOrder = look.isPast ? meetings.toReversed() : meetings
  const months = [...Map.groupBy(inOrder, ({ onDay }) => firstOf(onDay))].map(([first, held]) => ({
    name: monthTitle(first),
    meetings: held.map(rowOf),
  }))
  const group = groups.find(({ id }) => id === look.groupId)
  const of = group === undefined ? '' : ` of ${group.name}`
  return {
    title: `${look.isPast ? 'Past meetings' : 'Meetings'}${of}`,
    months,
    mayCall,
    ...filters(look, groups),
    newHref: `meetings/new${query({ groupId: look.groupId })}`,
    yearHref: `meetings/year${query({ groupId: look.groupId })}`,
    otherHref: `meetings${query({ ...look, isPast: !look.isPast })}`,
    monthHref: `meetings/month${query({ ...look, isPast: false }, { month: monthPath(firstOf(today)) })}`,
    csvHref: `meetings.csv${query({ ...look, isPast: false })}`,
    breadcrumbs: look.isPast || group !== undefined ? toMeetings : [],
  }
}

const rowOf = (meeting: Meeting) => ({
  href: `meetings/${meeting.id}`,
  day: meeting.dayKnown === 'month' ? 'Day to be confirmed' : `${weekdayName(meeting.onDay).slice(0, 3)} ${dayWords(meeting)}`,
  group: meeting.group,
  groupHref: `groups/${meeting.groupId}`,
  title: meeting.title,
  times: timeWords(meeting),
  venue: meeting.venue,
  state: meeting.state === 'cancelled' ? 'Cancelled' : meeting.state === 'held' ? 'Held' : '',
})

export type Shown = Omit<Listed, 'mayCall'> & { readonly first: Day; readonly calendar: WorkingCalendar }

export function monthView({ meetings, look, groups, first, calendar, today }: Shown) {
  const byDay = Map.groupBy(
    meetings.filter(({ dayKnown }) => dayKnown !== 'month'),
    ({ onDay }) => onDay,
  )
  const to = (month: Day) => ({ text: monthTitle(month), href: `meetings/month${query(look, { month: monthPath(month) })}` })
  return {
    title: `Meetings in ${monthTitle(first)}`,
    month: monthTitle(first),
    monthValue: monthPath(first),
    ...filters(look, groups),
    previous: to(monthBefore(first)),
    next: to(monthAfter(first)),
    current: to(firstOf(today)),
    weeks: weeksOf(first).map(week =>
      week.map(on => ({
        number: dayOfMonth(on),
        label: `${weekdayName(on)} ${dayLabel(on)}`,
        isWithin: monthOf(on) === monthOf(first),
        isToday: on === today,
        holiday: bankHoliday(on, calendar),
        meetings: monthOf(on) === monthOf(first) ? (byDay.get(on) ?? []).map(inCell) : [],
      })),
    ),
    undated: meetings.filter(({ dayKnown }) => dayKnown === 'month').map(inCell),
    listHref: `meetings${query(look)}`,
    breadcrumbs: toMeetings,
  }
}

const inCell = ({ id, group, title, startsAt, dayKnown, state }: Meeting) => ({
  href: `meetings/${id}`,
  time: startsAt === null ? '' : timeLabel(startsAt),
  group,
  title,
  note: state === 'cancelled' ? 'cancelled' : dayKnown === 'provisional' ? 'provisional' : '',
})

export const csvOf = (meetings: readonly Meeting[], hosts: ReadonlyMap<number, string>): string[][] => [
  ['Group', 'Short name', 'Day', 'Day known', 'Starts at', 'Ends at', 'Title', 'Venue', 'Host', 'Joining link', 'State', 'Reason'],
  ...meetings.map(each => [
    each.group,
    each.shortName,
    each.onDay,
    each.dayKnown,
    each.startsAt ?? '',
    each.endsAt ?? '',
    each.title,
    each.venue,
    each.hostOrganisationId === null ? '' : (hosts.get(each.hostOrganisationId) ?? ''),
    each.joiningLink,
    each.state,
    each.stateReason,
  ]),
]
