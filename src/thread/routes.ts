import { mayRead, type Web } from '../platform/web/index.ts'
import * as gap from './gap/pages.ts'

export function threadRoutes(web: Web): void {
  web.get('/gaps', mayRead, gap.listGaps)
  web.get('/gaps.csv', mayRead, gap.downloadGaps)
  web.get('/gaps/:gap', mayRead, gap.showGaps)
}
