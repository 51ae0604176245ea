/**
 * Meetings: when groups meet, what is on the agenda, who came, what was said, agreed and decided.
 *
 * Owns the `meetings` schema. Knows partnership, performance and actions.
 */

export { updatesBetween } from './agenda/store.ts'
export { requestAnswers } from './answer/pages.ts'
export { meetingsPart } from './calendar/pages.ts'
export { briefChairs, chairLetters } from './chair/jobs.ts'
export { briefsPart } from './chair/pages.ts'
export { type DecisionInShort, decisionsCited, decisionsPart, recentlyDecided } from './decision/pages.ts'
export { agreedAt, confirmsClosings, heldSince } from './follow-up/store.ts'
export { addForwardItems } from './forward-plan/store.ts'
export { invitationLetters } from './invitation/jobs.ts'
export { type Meeting, type MeetingId, meetingName } from './meeting/meeting.ts'
export { addMeeting, meeting } from './meeting/store.ts'
export { tableOf } from './minute/store.ts'
export { ownersOf, readWho } from './minute/who.ts'
export { minutesLetters } from './minutes/circulation/jobs.ts'
export { chasePapers, paperAnswers, paperLetters } from './paper/jobs.ts'
export type { SheetFor } from './paper/paper.ts'
export { type PaperDay, paperDaysOf } from './practice/store.ts'
export { publicationLetters } from './publication/jobs.ts'
export {
  type RecordedItem,
  type RecordedPiece,
  recordApproval,
  recordAttendance,
  recordCirculation,
  recordItems,
  recordMeeting,
} from './record/record-meeting.ts'
export { representationPart } from './representation/pages.ts'
export { representedLately } from './representation/store.ts'
export { remindOfRequests, requestLetters } from './request/jobs.ts'
export { myRequestsPart } from './request/pages.ts'
export { recordRequest } from './request/record-request.ts'
export { meetingsRoutes } from './routes.ts'
export { meetingsWords } from './words.ts'
export { recordWorkshop } from './workshop/record-workshop.ts'
