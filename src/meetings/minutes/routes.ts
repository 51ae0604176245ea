import { mayRead, type Web } from '../../platform/web/index.ts'
import { mayKeepSomeMeetings } from '../meeting/pages.ts'
import * as minutes from './pages.ts'

export function minutesRoutes(web: Web): void {
  web.get('/meetings/:meeting/minutes', mayRead, minutes.showMinutes)
  web.get('/meetings/:meeting/minutes.docx', mayRead, minutes.downloadMinutes('docx'))
  web.get('/meetings/:meeting/minutes.odt', mayRead, minutes.downloadMinutes('odt'))
  web.get('/meetings/:meeting/minutes.pdf', mayRead, minutes.downloadMinutes('pdf'))
  web.get('/groups/:group/minutes-form', mayKeepSomeMeetings, minutes.editMinutesForm)
  web.post('/groups/:group/minutes-form', mayKeepSomeMeetings, minutes.updateMinutesForm)
}
