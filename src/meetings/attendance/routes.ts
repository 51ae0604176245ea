import { mayTakePart, type Web } from '../../platform/web/index.ts'
import { editApologies, updateApologies } from '../apologies/pages.ts'
import { type GapsOfGroup, showBrief } from '../chair/pages.ts'
import { mayKeepSomeMeetings } from '../meeting/pages.ts'
import { downloadLetterPdf, editLetter, updateLetter } from '../representation/letter/pages.ts'
import * as representation from '../representation/pages.ts'
import { askAboutResignation, updateResignation } from '../resignation/pages.ts'
import { showAttendance, updateAttendance } from './pages.ts'

/** Who comes, who was there, and what a chair should know of it beforehand. */
export function attendanceRoutes(web: Web, gapsOf: GapsOfGroup): void {
  web.get('/meetings/:meeting/attendance', mayTakePart, showAttendance)
  web.post('/meetings/:meeting/attendance', mayKeepSomeMeetings, updateAttendance)
  web.get('/meetings/:meeting/resignations/:seat', mayKeepSomeMeetings, askAboutResignation)
  web.post('/meetings/:meeting/resignations/:seat', mayKeepSomeMeetings, updateResignation)
  web.get('/meetings/:meeting/apologies', mayTakePart, editApologies)
  web.post('/meetings/:meeting/apologies', mayTakePart, updateApologies)
  web.get('/meetings/:meeting/brief', mayKeepSomeMeetings, showBrief(gapsOf))
  web.get('/meetings/representation', mayTakePart, representation.showRepresentation)
  web.get('/meetings/representation.csv', mayTakePart, representation.downloadRepresentation)
  web.get('/groups/:group/representation', mayTakePart, representation.showGroupRepresentation)
  web.get('/groups/:group/representation.csv', mayTakePart, representation.downloadGroupRepresentation)
  web.get('/groups/:group/representation/:about/letter', mayKeepSomeMeetings, editLetter)
  web.post('/groups/:group/representation/:about/letter', mayKeepSomeMeetings, updateLetter)
  web.get('/groups/:group/representation/:about/letter.pdf', mayKeepSomeMeetings, downloadLetterPdf)
}
