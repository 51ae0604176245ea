import { type Bearer, opens } from '../partnership/index.ts'
import { mayTakePart, type Web } from '../platform/web/index.ts'
import { type Around, actionPages } from './action/pages.ts'
import { downloadActions, downloadOds, downloadXlsx, listActions } from './register/pages.ts'

type Comer = Pick<Bearer, 'role' | 'duties'>
/** Of some group: which one is asked beside the action, and of a new one among the groups to choose from. */
const mayKeepSomeActions = (comer: Comer): boolean => opens('keep-meetings')(comer)
const mayAddActions = (comer: Comer): boolean => opens('keep-meetings')(comer)

export function actionsRoutes(web: Web, around: Around = {}): void {
  const pages = actionPages(around)
  web.get('/actions', mayTakePart, listActions(around))
  web.get('/actions.csv', mayTakePart, downloadActions)
  web.get('/actions.xlsx', mayTakePart, downloadXlsx)
  web.get('/actions.ods', mayTakePart, downloadOds)
  web.get('/actions/new', mayAddActions, pages.newAction)
  web.post('/actions/new', mayAddActions, pages.createAction)
  web.get('/actions/:action', mayTakePart, pages.showAction)
  web.get('/actions/:action/edit', mayKeepSomeActions, pages.editAction)
  web.post('/actions/:action/edit', mayKeepSomeActions, pages.updateAction)
  web.get('/actions/:action/date', mayTakePart, pages.editDate)
  web.post('/actions/:action/date', mayTakePart, pages.updateDate)
  web.post('/actions/:action/notes', mayTakePart, pages.createNote)
  web.post('/actions/:action/evidence', mayTakePart, pages.createEvidence)
  web.get('/actions/:action/evidence/:evidence', mayTakePart, pages.sendEvidence)
  web.get('/actions/:action/ending', mayTakePart, pages.askToFinish)
  web.post('/actions/:action/ending', mayTakePart, pages.finishAction)
  web.get('/actions/:action/confirmation', mayKeepSomeActions, pages.askToConfirm)
  web.post('/actions/:action/confirmation', mayKeepSomeActions, pages.confirmAction)
  web.get('/actions/:action/dropping', mayKeepSomeActions, pages.askToDrop)
  web.post('/actions/:action/dropping', mayKeepSomeActions, pages.dropAction)
  web.get('/actions/:action/reopening', mayKeepSomeActions, pages.askToReopen)
  web.post('/actions/:action/reopening', mayKeepSomeActions, pages.reopenAction)
}
