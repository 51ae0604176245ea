import { people } from '../../partnership/index.ts'
import { invitation } from '../../platform/ical/index.ts'
import type { VisitLetters } from '../../platform/mail/index.ts'
import { eventsOf } from '../feed/feed.ts'
import { scheduledMeeting } from '../feed/store.ts'
import { dayWords, type MeetingId, meetingName, timeWords } from '../meeting/meeting.ts'

/** With a part that a calendar takes by itself; the words say the same for whoever has none. */
export const invitationLetters: VisitLetters = {
  'meeting-invitation': async ({ db, about, now, home, partnership }) => {
    const of = await scheduledMeeting(db, Number(about['meetingId']) as MeetingId)
    const to = (await people(db)).find(({ id }) => id === Number(about['personId']))
    const method = about['method'] === 'CANCEL' ? 'CANCEL' : 'REQUEST'
    if (of === null || !to?.email || (method === 'REQUEST' && of.state !== 'planned')) return null
    const [event] = eventsOf([of], home)
    if (event === undefined) return null
    const organiser = { name: String(about['organiserName'] ?? partnership), email: String(about['organiserEmail'] ?? '') }
    const attendee = { name: to.name, email: to.email }
    const when = [dayWords(of), timeWords(of)].filter(words => words !== '').join(', ')
    const link = `${home}/meetings/${of.id}`
    return {
      to: to.email,
      name: to.name,
      calendar: { method, content: invitation(event, { method, organiser, attendee }, now) },
      ...(method === 'CANCEL'
        ? {
            subject: `Cancelled: ${meetingName(of)}`,
            paragraphs: [
              of.state === 'cancelled'
                ? `The meeting of ${of.group} on ${when} is cancelled. ${of.stateReason}`.trim()
                : `You are no longer asked to the meeting of ${of.group} on ${when}.`,
              link,
            ],
          }
        : {
            subject: `${about['isUpdate'] === true ? 'Changed' : 'Invitation'}: ${meetingName(of)}`,
            paragraphs: [
              `${of.group} meets on ${when}.${of.venue === '' ? ' The venue is to be confirmed.' : ` Venue: ${of.venue}.`}`,
              ...(of.joiningLink === '' ? [] : ['Join from elsewhere:', of.joiningLink]),
              ...(of.note === '' ? [] : [of.note]),
              'All of it, and a file for your calendar:',
              link,
            ],
          }),
    }
  },
}
