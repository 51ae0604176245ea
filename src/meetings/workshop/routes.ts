import { mayTakePart, type Web } from '../../platform/web/index.ts'
import * as workshop from './pages.ts'

export function workshopRoutes(web: Web): void {
  web.get('/workshops', mayTakePart, workshop.listWorkshops)
  web.get('/workshops/new', workshop.mayBeginWorkshops, workshop.newWorkshop)
  web.post('/workshops/new', workshop.mayBeginWorkshops, workshop.createWorkshop)
  web.get('/workshops/:workshop', mayTakePart, workshop.showWorkshop)
  web.get('/workshops/:workshop/points.csv', mayTakePart, workshop.downloadPoints)
  web.post('/workshops/:workshop/points', mayTakePart, workshop.sendPoints)
  web.post('/workshops/:workshop/votes', mayTakePart, workshop.vote)
  web.post('/workshops/:workshop/points/:point/removal', mayTakePart, workshop.dropPoint)
  web.get('/workshops/:workshop/edit', workshop.mayKeepWorkshops, workshop.editWorkshop)
  web.post('/workshops/:workshop/edit', workshop.mayKeepWorkshops, workshop.updateWorkshop)
  web.post('/workshops/:workshop/state', workshop.mayKeepWorkshops, workshop.moveOn)
  web.post('/workshops/:workshop/grouping', workshop.mayKeepWorkshops, workshop.groupAll)
  web.post('/workshops/:workshop/headings', workshop.mayKeepWorkshops, workshop.addHeading)
  web.get('/workshops/:workshop/headings/:heading/edit', workshop.mayKeepWorkshops, workshop.editHeading)
  web.post('/workshops/:workshop/headings/:heading/edit', workshop.mayKeepWorkshops, workshop.updateHeading)
  web.post('/workshops/:workshop/headings/:heading/removal', workshop.mayKeepWorkshops, workshop.destroyHeading)
  web.get('/workshops/:workshop/merging', workshop.mayKeepWorkshops, workshop.newMerging)
  web.post('/workshops/:workshop/merging', workshop.mayKeepWorkshops, workshop.mergeAll)
  web.post('/workshops/:workshop/points/:point/apart', workshop.mayKeepWorkshops, workshop.apart)
  web.get('/workshops/:workshop/points/:point/action', workshop.mayKeepWorkshops, workshop.newFollowUp)
  web.post('/workshops/:workshop/points/:point/action', workshop.mayKeepWorkshops, workshop.createFollowUp)
  web.post('/workshops/:workshop/points/:point/forward', workshop.mayKeepWorkshops, workshop.planPoint)
  web.post('/workshops/:workshop/minutes', workshop.mayKeepWorkshops, workshop.minuteIt)
}
