import { addDays } from '../../kernel/day.ts'
import { allow, type Handler, page, template } from '../../platform/web/index.ts'
import { expectedSeats } from '../attendance/attendance.ts'
import { quorumOf } from '../attendance/quorum.ts'
import { attendedAt, quorumRule, tableOn } from '../attendance/store.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { stateWords } from '../representation/letter/letter.ts'
import { lettersOf } from '../representation/letter/store.ts'
import { representations } from '../representation/store.ts'
import { itemsForDecision, unapprovedBefore } from './store.ts'
import { briefView, decisionsSection, minutesSection, missingSection } from './view.ts'

/** For whoever keeps the group's meetings, its chair first of all. */
export const showBrief: Handler = async visit => {
  const { db } = visit
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const { groupId, onDay } = meeting
  const attended = await attendedAt(db, meeting.id)
  const [seats, rule, [record], letters, forDecision, unapproved] = await Promise.all([
    tableOn(db, groupId, onDay, attended),
    quorumRule(db, groupId),
    representations(db, { groupId, today: addDays(onDay, -1), last: 2 }),
    lettersOf(db, groupId),
    itemsForDecision(db, meeting.id),
    unapprovedBefore(db, meeting),
  ])
  const told = new Map(letters.map(letter => [Number(letter.aboutGroupId), stateWords(letter)]))
  const sections = [
    ...(record ? [missingSection(record.of, groupId, told)] : []),
    decisionsSection(forDecision, meeting),
    minutesSection(unapproved),
  ]
  const view = briefView(meeting, quorumOf(rule, expectedSeats(seats, attended), 'expected'), attended, sections)
  return page(template(import.meta.url, 'show.njk'), view)
}
