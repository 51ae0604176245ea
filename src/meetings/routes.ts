import { mayTakePart, type Web } from '../platform/web/index.ts'
import { agendaRoutes } from './agenda/routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import * as calendar from './calendar/pages.ts'
import type { GapsOfGroup } from './chair/pages.ts'
import { decisionRoutes } from './decision/routes.ts'
import * as feed from './feed/pages.ts'
import * as invitations from './invitation/pages.ts'
import * as meeting from './meeting/pages.ts'
import * as steps from './meeting/steps/pages.ts'
import * as minute from './minute/pages.ts'
import { minutesRoutes } from './minutes/routes.ts'
import * as paper from './paper/pages.ts'
import type { SheetFor } from './paper/paper.ts'
import * as practice from './practice/pages.ts'
import * as publication from './publication/pages.ts'
import { requestRoutes } from './request/routes.ts'
import { workshopRoutes } from './workshop/routes.ts'
import * as year from './year/pages.ts'

/** What modules above say of a group on the pages here. */
export type AroundMeetings = { readonly gapsOfGroup: GapsOfGroup; readonly sheetFor: SheetFor }

export function meetingsRoutes(web: Web, { gapsOfGroup, sheetFor }: AroundMeetings): void {
  web.get('/meetings', mayTakePart, calendar.listMeetings)
  web.get('/meetings.csv', mayTakePart, calendar.downloadMeetings)
  web.get('/meetings/month', mayTakePart, calendar.showMonth)
  web.get('/meetings/year', meeting.mayCallMeetings, year.askForYear)
  web.post('/meetings/year', meeting.mayCallMeetings, year.previewYear)
  web.post('/meetings/year/confirmation', meeting.mayCallMeetings, year.saveYear)
  web.get('/meetings/new', meeting.mayCallMeetings, meeting.newMeeting)
  web.post('/meetings/new', meeting.mayCallMeetings, meeting.createMeeting)
  web.get('/meetings/:meeting', mayTakePart, meeting.showMeeting)
  web.get('/meetings/:meeting/edit', meeting.mayKeepSomeMeetings, meeting.editMeeting)
  web.post('/meetings/:meeting/edit', meeting.mayKeepSomeMeetings, meeting.updateMeeting)
  agendaRoutes(web, sheetFor)
  attendanceRoutes(web, gapsOfGroup)
  web.get('/meetings/:meeting/minutes/edit', meeting.mayKeepSomeMeetings, minute.editMinutes)
  web.get('/meetings/:meeting/minutes/changes.json', meeting.mayKeepSomeMeetings, minute.changesOfMinutes)
  web.post('/meetings/:meeting/minutes/items/new', meeting.mayKeepSomeMeetings, minute.addItemInRoom)
  web.post('/meetings/:meeting/minutes/items/:item', meeting.mayKeepSomeMeetings, minute.saveItem)
  web.post('/meetings/:meeting/minutes/pieces', meeting.mayKeepSomeMeetings, minute.savePiece)
  web.get('/meetings/:meeting/minutes/pieces/:piece/removal', meeting.mayKeepSomeMeetings, minute.confirmPieceRemoval)
  web.post('/meetings/:meeting/minutes/pieces/:piece/removal', meeting.mayKeepSomeMeetings, minute.removePieceOfMinutes)
  web.post('/meetings/:meeting/minutes/times', meeting.mayKeepSomeMeetings, minute.saveTimes)
  minutesRoutes(web)
  requestRoutes(web)
  decisionRoutes(web)

  web.get('/meetings/:meeting/papers', mayTakePart, paper.listPapers(sheetFor))
  web.get('/meetings/:meeting/papers/new', meeting.mayKeepSomeMeetings, paper.newPaper)
  web.post('/meetings/:meeting/papers/new', meeting.mayKeepSomeMeetings, paper.createPaper)
  web.get('/groups/:group/forward-plan/:forward/papers/new', meeting.mayKeepSomeMeetings, paper.newPaper)
  web.post('/groups/:group/forward-plan/:forward/papers/new', meeting.mayKeepSomeMeetings, paper.createPaper)
  web.get('/papers', mayTakePart, paper.listOwed)
  web.get('/papers/:paper', mayTakePart, paper.showPaper)
  web.get('/papers/:paper/edit', meeting.mayKeepSomeMeetings, paper.editPaper)
  web.post('/papers/:paper/edit', meeting.mayKeepSomeMeetings, paper.updatePaper)
  web.post('/papers/:paper/asking', meeting.mayKeepSomeMeetings, paper.askForPaper)
  web.post('/papers/:paper/versions', paper.mayBringPapers, paper.createVersion)
  web.get('/papers/:paper/versions/:version/file', mayTakePart, paper.downloadVersion)
  web.get('/papers/:paper/versions/:version/view', mayTakePart, paper.viewVersion)
  web.get('/papers/:paper/cover-sheet', mayTakePart, paper.showCoverSheet)
  web.get('/papers/:paper/cover-sheet.pdf', mayTakePart, paper.downloadCoverSheet)
  web.get('/papers/:paper/cover-sheet/edit', paper.mayBringPapers, paper.editCoverSheet)
  web.post('/papers/:paper/cover-sheet/edit', paper.mayBringPapers, paper.updateCoverSheet)
  web.post('/papers/:paper/withdrawal', paper.mayBringPapers, paper.withdrawPaper)
  web.post('/papers/:paper/withdrawal/removal', paper.mayBringPapers, paper.bringBackPaper)
  web.get('/papers/:paper/removal', meeting.mayKeepSomeMeetings, paper.confirmRemoval)
  web.post('/papers/:paper/removal', meeting.mayKeepSomeMeetings, paper.destroyPaper)
  web.get('/meetings/:meeting/publication', meeting.mayKeepSomeMeetings, publication.previewPublication(sheetFor))
  web.post('/meetings/:meeting/publication', meeting.mayKeepSomeMeetings, publication.publish(sheetFor))
  workshopRoutes(web)
  web.public.get('/calendar/:token', feed.readFeed)
  web.get('/meetings/feed', mayTakePart, feed.showOwnFeed)
  web.post('/meetings/feed/new', mayTakePart, feed.makeOwnFeed)
  web.post('/meetings/feed/removal', mayTakePart, feed.revokeOwnFeed)
  web.get('/meetings/:meeting/calendar.ics', mayTakePart, feed.downloadMeeting)
  web.get('/meetings/:meeting/invitations', meeting.mayKeepSomeMeetings, invitations.showInvitations)
  web.post('/meetings/:meeting/invitations', meeting.mayKeepSomeMeetings, invitations.sendInvitations)
  web.get('/groups/:group/feed', meeting.mayKeepSomeMeetings, feed.showGroupFeed)
  web.post('/groups/:group/feed/new', meeting.mayKeepSomeMeetings, feed.makeGroupFeed)
  web.post('/groups/:group/feed/removal', meeting.mayKeepSomeMeetings, feed.revokeGroupFeed)
  web.get('/meetings/:meeting/move', meeting.mayKeepSomeMeetings, steps.askToMove)
  web.post('/meetings/:meeting/move', meeting.mayKeepSomeMeetings, steps.moveMeeting)
  web.get('/meetings/:meeting/cancellation', meeting.mayKeepSomeMeetings, steps.askToCancel)
  web.post('/meetings/:meeting/cancellation', meeting.mayKeepSomeMeetings, steps.cancelMeeting)
  web.post('/meetings/:meeting/held', meeting.mayKeepSomeMeetings, steps.markAsHeld)
  web.post('/meetings/:meeting/planned', meeting.mayKeepSomeMeetings, steps.planAgain)
  web.get('/groups/:group/practice', meeting.mayKeepSomeMeetings, practice.editPractice)
  web.post('/groups/:group/practice', meeting.mayKeepSomeMeetings, practice.updatePractice)
}
