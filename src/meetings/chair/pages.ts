import { openActionsOf } from '../../actions/index.ts'
import { addDays } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import { exceptionsOfGroup } from '../../performance/index.ts'
import { allow, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { expectedSeats } from '../attendance/attendance.ts'
import { quorumOf } from '../attendance/quorum.ts'
import { attendedAt, quorumRule, tableOn } from '../attendance/store.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { meetings } from '../meeting/store.ts'
import { deadlinesFor } from '../paper/pages.ts'
import { papersOf } from '../paper/store.ts'
import { stateWords } from '../representation/letter/letter.ts'
import { lettersOf } from '../representation/letter/store.ts'
import { representations } from '../representation/store.ts'
import type { GapsInShort } from './chair.ts'
import { itemsForDecision, unanswered, unapprovedBefore } from './store.ts'
import {
  atHomeView,
  briefView,
  decisionsSection,
  exceptionsSection,
  gapsSection,
  minutesSection,
  missingSection,
  movedSection,
  overdueSection,
  papersSection,
  requestsSection,
} from './view.ts'

/** For whoever keeps the group's meetings, its chair first of all. */
export const showBrief =
  (gapsOf: GapsOfGroup): Handler =>
  async visit => {
    const meeting = await meetingAsked(visit)
    allow(mayKeepMeeting(visit, meeting))
    const { quorum, attended, sections } = await briefOf(visit, meeting, gapsOf)
    return page(template(import.meta.url, 'show.njk'), briefView(meeting, quorum, attended, sections))
  }

/** What the thread, which stands above, says of a group. */
export type GapsOfGroup = (asked: Pick<Visit, 'db' | 'today'>, groupId: GroupId) => Promise<GapsInShort>

/** What there is to know before a meeting. Some fifty queries, however much it is. */
export async function briefOf({ db, today }: Pick<Visit, 'db' | 'today'>, meeting: Meeting, gapsOf: GapsOfGroup) {
  const { groupId, onDay } = meeting
  const attended = await attendedAt(db, meeting.id)
  const [seats, rule, [record], letters, forDecision, unapproved, actions, requests, scorecard, papers, deadlines, gaps] =
    await Promise.all([
      tableOn(db, groupId, onDay, attended),
      quorumRule(db, groupId),
      representations(db, { groupId, today: addDays(onDay, -1), last: 2 }),
      lettersOf(db, groupId),
      itemsForDecision(db, meeting.id),
      unapprovedBefore(db, meeting),
      openActionsOf(db, [groupId], today, 'all'),
      unanswered(db, groupId),
      exceptionsOfGroup({ db, today }, groupId),
      papersOf(db, meeting.id),
      deadlinesFor({ db }, meeting),
      gapsOf({ db, today }, groupId),
    ])
  const told = new Map(letters.map(letter => [Number(letter.aboutGroupId), stateWords(letter)]))
  return {
    attended,
    quorum: quorumOf(rule, expectedSeats(seats, attended), 'expected'),
    sections: [
      papersSection(papers, meeting, deadlines, today),
      overdueSection(actions),
      movedSection(actions),
      requestsSection(requests, today),
      ...(record ? [missingSection(record.of, groupId, told)] : []),
      decisionsSection(forDecision, meeting),
      exceptionsSection(scorecard?.isOfGroup ? scorecard.exceptions : []),
      gapsSection(gaps),
      minutesSection(unapproved),
    ],
  }
}

const weeksAtHome = 4

/** For home: the meetings to come that whoever comes chairs, or chairs as a deputy. A capacity is read of those alone who may. */
export async function briefsPart({ db, today, visitor }: Pick<Visit, 'db' | 'today' | 'visitor'>) {
  if (!visitor.duties.some(duty => duty === 'chair' || duty === 'vice-chair' || duty === 'deputy')) return null
  const chaired = visitor.capacity.seats.filter(({ role }) => role === 'chair' || role === 'vice-chair').map(({ groupId }) => groupId)
  if (chaired.length === 0) return null
  const near = (await meetings(db, { from: today, before: addDays(today, 7 * weeksAtHome + 1) })).filter(
    ({ groupId, state, dayKnown }) => chaired.includes(groupId) && state === 'planned' && dayKnown !== 'month',
  )
  if (near.length === 0) return null
  return { title: 'Meetings you chair', template: template(import.meta.url, 'at-home.njk'), view: atHomeView(near) }
}
