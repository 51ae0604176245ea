import { addDays } from '../../kernel/day.ts'
import { exceptionsOfGroup } from '../../performance/index.ts'
import { allow, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { expectedSeats } from '../attendance/attendance.ts'
import { quorumOf } from '../attendance/quorum.ts'
import { attendedAt, quorumRule, tableOn } from '../attendance/store.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { stateWords } from '../representation/letter/letter.ts'
import { lettersOf } from '../representation/letter/store.ts'
import { representations } from '../representation/store.ts'
import { itemsForDecision, overdueActions, unanswered, unapprovedBefore } from './store.ts'
import { actionsSection, briefView, decisionsSection, exceptionsSection, minutesSection, missingSection, requestsSection } from './view.ts'

/** For whoever keeps the group's meetings, its chair first of all. */
export const showBrief: Handler = async visit => {
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const { quorum, attended, sections } = await briefOf(visit, meeting)
  return page(template(import.meta.url, 'show.njk'), briefView(meeting, quorum, attended, sections))
}

/** What there is to know before a meeting. Some thirty queries, however much it is. */
export async function briefOf({ db, today }: Pick<Visit, 'db' | 'today'>, meeting: Meeting) {
  const { groupId, onDay } = meeting
  const attended = await attendedAt(db, meeting.id)
  const [seats, rule, [record], letters, forDecision, unapproved, actions, requests, scorecard] = await Promise.all([
    tableOn(db, groupId, onDay, attended),
    quorumRule(db, groupId),
    representations(db, { groupId, today: addDays(onDay, -1), last: 2 }),
    lettersOf(db, groupId),
    itemsForDecision(db, meeting.id),
    unapprovedBefore(db, meeting),
    overdueActions(db, meeting),
    unanswered(db, groupId),
    exceptionsOfGroup({ db, today }, groupId),
  ])
  const told = new Map(letters.map(letter => [Number(letter.aboutGroupId), stateWords(letter)]))
  return {
    attended,
    quorum: quorumOf(rule, expectedSeats(seats, attended), 'expected'),
    sections: [
      actionsSection(actions),
      requestsSection(requests, today),
      ...(record ? [missingSection(record.of, groupId, told)] : []),
      decisionsSection(forDecision, meeting),
      exceptionsSection(scorecard?.isOfGroup ? scorecard.exceptions : []),
      minutesSection(unapproved),
    ],
  }
}
