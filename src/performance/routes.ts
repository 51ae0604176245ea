import { mayRead, type Web } from '../platform/web/index.ts'
import * as scorecard from './scorecard/pages.ts'

export function performanceRoutes(web: Web): void {
  web.get('/scorecard', mayRead, scorecard.showScorecard)
  web.get('/scorecard.csv', mayRead, scorecard.downloadScorecard)
}
