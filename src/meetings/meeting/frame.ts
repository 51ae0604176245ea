/** What stands around every page of one meeting: what it is, and the places where one prepares it, holds it and writes it down. */
import { dayWords, type Meeting, meetingName, timeWords } from './meeting.ts'

/** In the order in which they are needed. Whoever adds a page of a meeting adds its place here. */
const places = [
  { text: 'Meeting', path: '' },
  { text: 'Agenda', path: 'agenda' },
  { text: 'Papers', path: 'papers' },
  { text: 'Attendance', path: 'attendance' },
  { text: 'Minutes', path: 'minutes' },
] as const

export type PlaceOfMeeting = (typeof places)[number]['text']

/** For `frame.njk`. */
export function meetingFrame(meeting: Meeting, current: PlaceOfMeeting) {
  const own = `meetings/${meeting.id}`
  return {
    name: meetingName(meeting),
    when: [dayWords(meeting), timeWords(meeting)].filter(words => words !== '').join(', '),
    venue: meeting.venue,
    isCancelled: meeting.state === 'cancelled',
    places: places.map(({ text, path }) => ({ text, href: path === '' ? own : `${own}/${path}`, current: text === current })),
  }
}

export const toMeetings = [{ text: 'Meetings', href: 'meetings' }]
/** For a page of one meeting. */
export const toMeeting = (meeting: Meeting) => [...toMeetings, { text: meetingName(meeting), href: `meetings/${meeting.id}` }]
