import { dayLabel } from '../../../kernel/day.ts'
import { people } from '../../../partnership/index.ts'
import type { VisitLetters } from '../../../platform/mail/index.ts'
import { dayWords, type MeetingId } from '../../meeting/meeting.ts'
import { meeting } from '../../meeting/store.ts'
import { minutesOf } from '../store.ts'

/** To each member when minutes are circulated. Nothing is sent of minutes that were made a draft again meanwhile. */
export const minutesLetters: VisitLetters = {
  'minutes-circulated': async ({ db, about, home }) => {
    const [known, everybody] = await Promise.all([meeting(db, about['meetingId'] as MeetingId), people(db)])
    const to = everybody.find(({ id }) => id === about['personId'])
    if (known === null || to === undefined || to.email === null) return null
    const { state, correctionsBy } = await minutesOf(db, known.id)
    if (state !== 'circulated') return null
    return {
      to: to.email,
      name: to.name,
      subject: `Minutes of ${known.group}, ${dayWords(known)}, for correction`,
      paragraphs: [
        `The minutes of the meeting of ${known.group} on ${dayWords(known)} are ready for you to read.`,
        `${home}/meetings/${known.id}/minutes`,
        correctionsBy === null
          ? 'If something is wrong, propose a correction beside it on that page.'
          : `If something is wrong, propose a correction beside it on that page by ${dayLabel(correctionsBy)}.`,
      ],
    }
  },
}
