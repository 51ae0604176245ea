import { mayRead, mayTakePart, type Web } from '../../platform/web/index.ts'
import * as correction from '../correction/pages.ts'
import { mayKeepSomeMeetings } from '../meeting/pages.ts'
import * as approval from './approval/pages.ts'
import * as circulation from './circulation/pages.ts'
import * as minutes from './pages.ts'
import * as withheld from './withheld/pages.ts'

export function minutesRoutes(web: Web): void {
  web.get('/minutes', mayRead, minutes.listMinutes)
  web.get('/meetings/:meeting/minutes', mayRead, minutes.showMinutes)
  web.get('/meetings/:meeting/minutes.docx', mayRead, minutes.downloadMinutes('docx'))
  web.get('/meetings/:meeting/minutes.odt', mayRead, minutes.downloadMinutes('odt'))
  web.get('/meetings/:meeting/minutes.pdf', mayRead, minutes.downloadMinutes('pdf'))

  web.get('/meetings/:meeting/minutes/circulation', mayKeepSomeMeetings, circulation.askToCirculate)
  web.post('/meetings/:meeting/minutes/circulation', mayKeepSomeMeetings, circulation.circulateMinutes)
  web.get('/meetings/:meeting/minutes/circulation/removal', mayKeepSomeMeetings, circulation.askToWithdraw)
  web.post('/meetings/:meeting/minutes/circulation/removal', mayKeepSomeMeetings, circulation.withdrawMinutes)
  web.get('/meetings/:meeting/minutes/corrections', mayTakePart, correction.listCorrections)
  web.get('/meetings/:meeting/minutes/corrections/new', mayTakePart, correction.newCorrection)
  web.post('/meetings/:meeting/minutes/corrections/new', mayTakePart, correction.createCorrection)
  web.get('/meetings/:meeting/minutes/corrections/:correction', mayKeepSomeMeetings, correction.editDecision)
  web.post('/meetings/:meeting/minutes/corrections/:correction', mayKeepSomeMeetings, correction.updateDecision)
  web.get('/meetings/:meeting/minutes/approval', mayKeepSomeMeetings, approval.askToApprove)
  web.post('/meetings/:meeting/minutes/approval', mayKeepSomeMeetings, approval.approveMinutes)
  web.get('/meetings/:meeting/minutes/withheld', mayKeepSomeMeetings, withheld.editWithheld)
  web.post('/meetings/:meeting/minutes/withheld', mayKeepSomeMeetings, withheld.updateWithheld)

  web.get('/groups/:group/minutes-form', mayKeepSomeMeetings, minutes.editMinutesForm)
  web.post('/groups/:group/minutes-form', mayKeepSomeMeetings, minutes.updateMinutesForm)
}
