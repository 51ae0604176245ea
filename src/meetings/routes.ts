import { mayTakePart, type Web } from '../platform/web/index.ts'
import { listMeetings, showMeeting } from './meeting/pages.ts'

export function meetingsRoutes(web: Web): void {
  web.get('/meetings', mayTakePart, listMeetings)
  web.get('/meetings/:meeting', mayTakePart, showMeeting)
}
