import { mayTakePart, type Web } from '../platform/web/index.ts'
import { agendaRoutes } from './agenda/routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import * as meeting from './meeting/pages.ts'
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
  minutesRoutes(web)
  requestRoutes(web)
}
