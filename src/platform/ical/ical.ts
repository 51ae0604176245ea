import ical, { ICalAttendeeRole, ICalAttendeeStatus, type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Day } from '../../kernel/day.ts'

export type CalendarEvent = {
  readonly uid: string
  /** Counts what was changed: of two states a calendar keeps the one with the higher number. */
  readonly sequence: number
  readonly on: Day
  /** As a clock in London shows them, 09:30; without a start it lasts the whole day. */
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url: string
}

/** Times stand in UTC, which every program understands without a table of time zones: winter and summer time are reckoned here. */
export function icalendar(name: string, events: readonly CalendarEvent[], now: Temporal.Instant): string {
  const calendar = ical({ name, prodId: product, method: ICalCalendarMethod.PUBLISH, ttl: 3_600 })
  for (const event of events) add(calendar, event, now)
  return calendar.toString()
}

type Somebody = { readonly name: string; readonly email: string }
export type Invitation = {
  readonly method: 'REQUEST' | 'CANCEL'
  /** To whom a calendar sends the answer. */
  readonly organiser: Somebody
  readonly attendee: Somebody
}

/** For one person: who else is asked is not told. */
export function invitation(event: CalendarEvent, { method, organiser, attendee }: Invitation, now: Temporal.Instant): string {
  const calendar = ical({ prodId: product, method: ICalCalendarMethod[method] })
  const added = add(calendar, method === 'CANCEL' ? { ...event, status: 'cancelled' } : event, now)
  added.organizer(organiser)
  added.createAttendee({
    ...attendee,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: method === 'REQUEST',
  })
  return calendar.toString()
}

const product = { company: 'Goldthread', product: 'Goldthread', language: 'EN' }
const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

function add(
  calendar: ICalCalendar,
  { uid, sequence, on, startsAt, endsAt, status, summary, description, location, url }: CalendarEvent,
  now: Temporal.Instant,
) {
  const event = calendar.createEvent({
    id: uid,
    sequence,
    stamp: dateOf(now),
    start: startsAt === null ? new Date(`${on}T00:00:00Z`) : inLondon(on, startsAt),
    allDay: startsAt === null,
    summary,
    status: statuses[status],
    ...(description !== '' && { description }),
    ...(location !== '' && { location }),
    ...(url !== '' && { url }),
  })
  // Without an end an event takes no time at all: an hour stands for the end that nobody knows.
  if (startsAt !== null) event.end(endsAt === null ? new Date(inLondon(on, startsAt).getTime() + 3_600_000) : inLondon(on, endsAt))
  return event
}

const inLondon = (on: Day, at: string): Date =>
  dateOf(Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime('Europe/London').toInstant())
const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
