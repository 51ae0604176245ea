/** What calendar programs read: iCalendar, by RFC 5545, and by RFC 5546 what mail says to them. */
export { type CalendarEvent, type Invitation, icalendar, invitation } from './ical.ts'
