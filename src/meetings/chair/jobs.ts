/** A week before a meeting its chair is sent, by mail, what there is to know: how much of each, and where it stands. */
import { addDays } from '../../kernel/day.ts'
import { people } from '../../partnership/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetters } from '../../platform/mail/index.ts'
import { principalOf } from '../attendance/attendance.ts'
import { tableOn } from '../attendance/store.ts'
import { dayWords, type MeetingId, meetingName } from '../meeting/meeting.ts'
import { meeting, meetings } from '../meeting/store.ts'
import { paragraphsOf } from './chair.ts'
import { briefOf, type GapsOfGroup } from './pages.ts'

const daysBefore = 7

/** Meetings that came within a week since it was last done; a day on which the server was down loses none. */
export const briefChairs: Daily = {
  name: 'chair-brief',
  at: '07:00',
  work: async (db, { today, before }) => {
    const from = addDays(before ?? addDays(today, -1), daysBefore + 1)
    const near = await meetings(db, { from: from < today ? today : from, before: addDays(today, daysBefore + 1) })
    for (const each of near.filter(({ state, dayKnown }) => state === 'planned' && dayKnown !== 'month'))
      for (const { personId } of await chairsOf(db, each))
        await post(db, {
          letter: 'chair-brief',
          about: { meetingId: each.id, personId },
          key: `chair brief ${each.id} ${personId} ${each.onDay}`,
        })
  },
}

export const chairLetters = (gapsOf: GapsOfGroup): VisitLetters => ({
  'chair-brief': async ({ db, about, today, home }) => {
    const of = await meeting(db, Number(about['meetingId']) as MeetingId)
    if (of === null || of.state !== 'planned' || of.onDay < today) return null
    const chair = (await chairsOf(db, of)).find(({ personId }) => personId === Number(about['personId']))
    const known = chair && (await people(db)).find(({ id }) => id === chair.personId)
    if (!known || known.email === null) return null
    const { quorum, sections } = await briefOf({ db, today }, of, gapsOf)
    return {
      to: known.email,
      name: known.name,
      subject: `Before the meeting: ${meetingName(of)}`,
      paragraphs: [
        `You chair ${of.group} on ${dayWords(of)}. ${quorum.sentence}`,
        ...paragraphsOf(sections),
        'All of it, on a page to print:',
        `${home}/meetings/${of.id}/brief`,
      ],
    }
  },
})

async function chairsOf(
  db: Parameters<typeof tableOn>[0],
  { groupId, onDay }: { readonly groupId: Parameters<typeof tableOn>[1]; readonly onDay: Parameters<typeof tableOn>[2] },
) {
  return (await tableOn(db, groupId, onDay)).filter(({ role }) => role === 'chair').flatMap(seat => principalOf(seat) ?? [])
}
