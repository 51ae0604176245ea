import { mayTakePart, type Web } from '../../platform/web/index.ts'
import * as plan from '../forward-plan/pages.ts'
import { mayKeepSomeMeetings } from '../meeting/pages.ts'
import type { SheetFor } from '../paper/paper.ts'
import * as agenda from './pages.ts'

/** What is to come to which meeting, and what is taken at one. */
export function agendaRoutes(web: Web, sheetFor: SheetFor): void {
  web.get('/forward-plan', mayTakePart, plan.listForwardPlans)
  web.get('/groups/:group/forward-plan', mayTakePart, plan.showForwardPlan)
  web.get('/groups/:group/forward-plan.csv', mayTakePart, plan.downloadForwardPlan)
  web.post('/groups/:group/forward-plan', mayKeepSomeMeetings, plan.arrangeForwardPlan)
  web.get('/groups/:group/forward-plan/new', mayKeepSomeMeetings, plan.newForwardItems)
  web.post('/groups/:group/forward-plan/new', mayKeepSomeMeetings, plan.createForwardItems)
  web.get('/groups/:group/forward-plan/:forward/edit', mayKeepSomeMeetings, plan.editForwardItem)
  web.post('/groups/:group/forward-plan/:forward/edit', mayKeepSomeMeetings, plan.updateForwardItem)
  web.get('/groups/:group/forward-plan/:forward/removal', mayKeepSomeMeetings, plan.confirmForwardItemRemoval)
  web.post('/groups/:group/forward-plan/:forward/removal', mayKeepSomeMeetings, plan.destroyForwardItem)

  web.get('/meetings/:meeting/agenda', mayTakePart, agenda.showAgenda(sheetFor))
  web.get('/meetings/:meeting/agenda.pdf', mayTakePart, agenda.downloadAgenda(sheetFor))
  web.post('/meetings/:meeting/agenda/assembly', mayKeepSomeMeetings, agenda.assembleAgenda)
  web.post('/meetings/:meeting/agenda/copy', mayKeepSomeMeetings, agenda.copyAgenda)
  web.post('/meetings/:meeting/agenda/order', mayKeepSomeMeetings, agenda.orderAgenda)
  web.get('/meetings/:meeting/agenda/times', mayKeepSomeMeetings, agenda.editTimes)
  web.post('/meetings/:meeting/agenda/times', mayKeepSomeMeetings, agenda.updateTimes)
  web.get('/meetings/:meeting/agenda/new', mayKeepSomeMeetings, agenda.newItem)
  web.post('/meetings/:meeting/agenda/new', mayKeepSomeMeetings, agenda.createItem)
  web.get('/meetings/:meeting/agenda/:item/edit', mayKeepSomeMeetings, agenda.editItem)
  web.post('/meetings/:meeting/agenda/:item/edit', mayKeepSomeMeetings, agenda.updateItem)
  web.get('/meetings/:meeting/agenda/:item/removal', mayKeepSomeMeetings, agenda.confirmItemRemoval)
  web.post('/meetings/:meeting/agenda/:item/removal', mayKeepSomeMeetings, agenda.destroyItem)
}
