/**
 * A meeting of a group: when, where, how one joins, and how far it has got. What is on its agenda, who came and what was said stand beside it, each in a folder
 * of its own.
 */
import { type Day, dayLabel, monthName, monthOf, yearOf } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { GroupId, OrganisationId } from '../../partnership/index.ts'

export type MeetingId = Id<'meeting'>

/** A time of the day as a clock in London shows it: 09:30. */
export type ClockTime = string

/** Of `month` only the month is known, and `onDay` is its first day; `provisional` may still move. */
export const dayKinds = ['fixed', 'provisional', 'month'] as const
export type DayKind = (typeof dayKinds)[number]
export const meetingStates = ['planned', 'held', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export type Meeting = {
  readonly id: MeetingId
  readonly groupId: GroupId
  /** The name of the group, and what its references begin with. */
  readonly group: string
  readonly shortName: string
  /** Executive meeting and workshop; '' for an ordinary one. */
  readonly title: string
  readonly onDay: Day
  readonly dayKnown: DayKind
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  /** '' while it is to be confirmed. */
  readonly venue: string
  readonly hostOrganisationId: OrganisationId | null
  readonly joiningLink: string
  readonly note: string
  readonly state: MeetingState
  /** Why it was cancelled. */
  readonly stateReason: string
  /** When it did open and close. */
  readonly openedAt: ClockTime | null
  readonly closedAt: ClockTime | null
}

/** A group that may meet. */
export type GroupToMeet = Pick<Meeting, 'shortName'> & { readonly id: GroupId; readonly name: string }

export type MeetingDraft = Omit<Meeting, 'id' | 'groupId' | 'group' | 'shortName' | 'state' | 'stateReason' | 'openedAt' | 'closedAt'>

/** Fixed, provisional or only the month. */
export const dayKindNames: Readonly<Record<DayKind, string>> = {
  fixed: 'Fixed',
  provisional: 'Provisional: it may still move',
  month: 'Only the month is known',
}

/** What is typed for a day, to be read again: 6 May 2009; April 2006. */
export const dayTyped = ({ onDay, dayKnown }: Pick<Meeting, 'onDay' | 'dayKnown'>): string =>
  dayKnown === 'month' ? `${monthName(monthOf(onDay))} ${yearOf(onDay)}` : dayLabel(onDay)

/** 9:30am, as plain English has it. */
export function timeLabel(time: ClockTime): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (hour === 12 && minute === 0) return 'noon'
  const of12 = hour % 12 === 0 ? 12 : hour % 12
  return `${of12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`
}

/** 6 May 2009; 6 May 2009 (provisional); April 2006, day to be confirmed. */
export function dayWords({ onDay, dayKnown }: Pick<Meeting, 'onDay' | 'dayKnown'>): string {
  if (dayKnown === 'month') return `${monthName(monthOf(onDay))} ${yearOf(onDay)}, day to be confirmed`
  return dayKnown === 'provisional' ? `${dayLabel(onDay)} (provisional)` : dayLabel(onDay)
}

/** 9:30am to noon; from 2pm; '' where no time is known. */
export function timeWords({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): string {
  if (startsAt === null) return ''
  return endsAt === null ? `from ${timeLabel(startsAt)}` : `${timeLabel(startsAt)} to ${timeLabel(endsAt)}`
}

/** Management Group, 6 May 2009: what a meeting is called wherever it is not among its own group's. */
export const meetingName = (meeting: Pick<Meeting, 'group' | 'title' | 'onDay' | 'dayKnown'>): string =>
  `${meeting.title === '' ? meeting.group : `${meeting.group}: ${meeting.title}`}, ${dayWords(meeting)}`
