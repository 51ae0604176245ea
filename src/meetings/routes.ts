import { mayTakePart, type Web } from '../platform/web/index.ts'
import { agendaRoutes } from './agenda/routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { decisionRoutes } from './decision/routes.ts'
import * as meeting from './meeting/pages.ts'
import * as minute from './minute/pages.ts'
import { minutesRoutes } from './minutes/routes.ts'
import { requestRoutes } from './request/routes.ts'

export function meetingsRoutes(web: Web): void {
  web.get('/meetings', mayTakePart, meeting.listMeetings)
  web.get('/meetings/new', meeting.mayCallMeetings, meeting.newMeeting)
  web.post('/meetings/new', meeting.mayCallMeetings, meeting.createMeeting)
  web.get('/meetings/:meeting', mayTakePart, meeting.showMeeting)
  web.get('/meetings/:meeting/edit', meeting.mayKeepSomeMeetings, meeting.editMeeting)
  web.post('/meetings/:meeting/edit', meeting.mayKeepSomeMeetings, meeting.updateMeeting)
  agendaRoutes(web)
  attendanceRoutes(web)
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
}
