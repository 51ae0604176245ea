import { dayIn, dayLabel } from './day.ts'

/** When something happened, as a clock in London showed it: 6 May 2009, 10:42am. */
export function momentLabel(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO('Europe/London')
  return `${dayLabel(dayIn(at))}, ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`
}
