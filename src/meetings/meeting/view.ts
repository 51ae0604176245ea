import { meetingFrame, toMeetings } from './frame.ts'
import { dayWords, type Meeting, timeWords } from './meeting.ts'

export function meetingsView(all: readonly Meeting[]) {
  return { title: 'Meetings', meetings: all.map(rowOf) }
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

export function meetingView(meeting: Meeting, mayKeep: boolean) {
  return {
    title: meeting.title === '' ? `${meeting.group}, ${dayWords(meeting)}` : `${meeting.title}, ${dayWords(meeting)}`,
    around: meetingFrame(meeting, 'Meeting'),
    meeting: { ...rowOf(meeting), joiningLink: meeting.joiningLink, note: meeting.note, groupHref: `groups/${meeting.groupId}` },
    mayKeep,
    breadcrumbs: toMeetings,
  }
}
