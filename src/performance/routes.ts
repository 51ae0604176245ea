import { mayManagePerformance, mayRead, type Web } from '../platform/web/index.ts'
import * as scorecard from './scorecard/pages.ts'
import * as target from './target/pages.ts'

export function performanceRoutes(web: Web): void {
  web.get('/scorecard', mayRead, scorecard.showScorecard)
  web.get('/scorecard.csv', mayRead, scorecard.downloadScorecard)

  web.get('/indicators/:id/targets', mayRead, target.listTargets)
  web.get('/indicators/:id/targets/new', mayManagePerformance, target.newTarget)
  web.post('/indicators/:id/targets/new', mayManagePerformance, target.createTarget)
  web.get('/indicators/:id/targets/:target/edit', mayManagePerformance, target.editTarget)
  web.post('/indicators/:id/targets/:target/edit', mayManagePerformance, target.updateTarget)
  web.get('/indicators/:id/targets/:target/removal', mayManagePerformance, target.confirmTargetRemoval)
  web.post('/indicators/:id/targets/:target/removal', mayManagePerformance, target.destroyTarget)
}
