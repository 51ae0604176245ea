import { mayRead, mayTakePart, type Web } from '../platform/web/index.ts'
import * as crossCutting from './cross-cutting/pages.ts'
import * as drawing from './drawing/pages.ts'
import * as finder from './finder/pages.ts'
import * as gap from './gap/pages.ts'

export function threadRoutes(web: Web): void {
  web.get('/gaps', mayRead, gap.listGaps)
  web.get('/gaps.csv', mayRead, gap.downloadGaps)
  web.get('/gaps/:gap', mayRead, gap.showGaps)
  web.get('/cross-cutting', mayRead, crossCutting.listCrossCutting)
  web.get('/cross-cutting.csv', mayRead, crossCutting.downloadCrossCutting)
  web.get('/finder', mayTakePart, finder.listOffers)
  web.get('/finder/:indicator', mayTakePart, finder.showOffers)
  web.get('/finder/:indicator/:action', mayTakePart, finder.showOffer)
  web.post('/finder/:indicator/:action/link', finder.mayLinkSomeActions, finder.acceptOffer)
  web.post('/finder/:indicator/:action/set-aside', finder.mayLinkSomeActions, finder.setOfferAside)
  web.post('/finder/:indicator/:action/return', finder.mayLinkSomeActions, finder.returnOffer)
  web.get('/thread/:nodeKind/:node', mayRead, drawing.showThread)
  web.get('/thread/:nodeKind/:node/drawing.svg', mayRead, drawing.downloadThreadSvg)
  web.get('/thread/:nodeKind/:node/drawing.png', mayRead, drawing.downloadThreadPng)
  web.get('/thread/:nodeKind/:node/drawing.pdf', mayRead, drawing.downloadThreadPdf)
}
