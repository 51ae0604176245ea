/** Meetings as a calendar program has them. One of which only the month is known is on no day, and left out. */
import type { Meeting } from '../meeting/meeting.ts'

/** What of a meeting goes into calendars, beside what its page shows of it. */
export type Scheduled = Meeting & { readonly uid: string; readonly sequence: number }

export const eventsOf = (meetings: readonly Scheduled[], home: string) =>
  meetings.filter(({ dayKnown }) => dayKnown !== 'month').map(meeting => eventOf(meeting, home))

const eventOf = (meeting: Scheduled, home: string) => ({
  uid: meeting.uid,
  sequence: meeting.sequence,
  on: meeting.onDay,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  status: statusOf(meeting),
  summary: meeting.title === '' ? meeting.group : `${meeting.group}: ${meeting.title}`,
  description: [
    ...(meeting.state === 'cancelled' && meeting.stateReason !== '' ? [`Cancelled: ${meeting.stateReason}`] : []),
    ...(meeting.joiningLink === '' ? [] : [`Join: ${meeting.joiningLink}`]),
    ...(meeting.note === '' ? [] : [meeting.note]),
  ].join('\n\n'),
  location: meeting.venue,
  url: `${home}/meetings/${meeting.id}`,
})

function statusOf({ state, dayKnown }: Meeting): 'cancelled' | 'tentative' | 'confirmed' {
  if (state === 'cancelled') return 'cancelled'
  return dayKnown === 'provisional' ? 'tentative' : 'confirmed'
}
