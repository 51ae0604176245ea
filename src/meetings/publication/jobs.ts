import { people } from '../../partnership/index.ts'
import type { VisitLetters } from '../../platform/mail/index.ts'
import { meetingName } from '../meeting/meeting.ts'
import { meeting } from '../meeting/store.ts'
import { noticeParagraphs, seenBy } from './publication.ts'
import { toldTo } from './store.ts'

export const publicationLetters: VisitLetters = {
  /** What was told when it was published, whatever was changed since: a change has a publication of its own. */
  'meeting-published': async ({ db, about, today, home, partnership }) => {
    const { publicationId, personId } = about as unknown as { readonly publicationId: number; readonly personId: number }
    const told = await toldTo(db, publicationId, personId)
    const person = (await people(db)).find(({ id }) => id === personId)
    const at = told && (await meeting(db, told.meetingId))
    if (told === null || at === null || person === undefined || person.email === null || at.state === 'cancelled') return null
    const name = meetingName(at)
    const isOver = at.onDay < today
    const paragraphs = noticeParagraphs(seenBy(told.sees, told.contents), told.before && seenBy(told.sees, told.before), {
      message: told.message,
      joiningLink: at.joiningLink,
      isOver,
      link: `${home}/meetings/${at.id}/papers`,
    })
    const subject = isOver ? `papers after ${name}` : told.number === 1 ? `agenda and papers for ${name}` : `update for ${name}`
    return { to: person.email, name: person.name, subject: `${partnership}: ${subject}`, paragraphs }
  },
}
