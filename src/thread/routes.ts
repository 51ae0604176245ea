import { type May, mayManagePerformance, mayRead, mayTakePart, type Web } from '../platform/web/index.ts'
import * as crossCutting from './cross-cutting/pages.ts'
import * as cycle from './cycle/pages.ts'
import * as drawing from './drawing/pages.ts'
import * as finder from './finder/pages.ts'
import * as gap from './gap/pages.ts'
import * as link from './link/pages.ts'
import * as review from './review/pages.ts'
import * as strategy from './strategy/pages.ts'
import * as vision from './vision/pages.ts'

/** Of what, the page asks. */
const mayBeginReviews: May = visitor => review.mayKeepReviews(visitor)

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
  web.get('/vision', mayRead, vision.showVision)
  web.get('/vision.csv', mayRead, vision.downloadVision)
  web.get('/vision/edit', mayManagePerformance, vision.editVision)
  web.post('/vision/edit', mayManagePerformance, vision.updateVision)
  web.get('/vision/ambitions/new', mayManagePerformance, vision.newAmbition)
  web.post('/vision/ambitions/new', mayManagePerformance, vision.createAmbition)
  web.get('/vision/ambitions/:ambition/edit', mayManagePerformance, vision.editAmbition)
  web.post('/vision/ambitions/:ambition/edit', mayManagePerformance, vision.updateAmbition)
  web.post('/vision/ambitions/:ambition/move', mayManagePerformance, vision.moveAmbition)
  web.get('/vision/ambitions/:ambition/removal', mayManagePerformance, vision.confirmAmbitionRemoval)
  web.post('/vision/ambitions/:ambition/removal', mayManagePerformance, vision.destroyAmbition)
  web.get('/strategies', mayRead, strategy.listStrategies)
  web.get('/strategies.csv', mayRead, strategy.downloadStrategies)
  web.get('/strategies/new', mayManagePerformance, strategy.newStrategy)
  web.post('/strategies/new', mayManagePerformance, strategy.createStrategy)
  web.get('/strategies/:strategy/edit', mayManagePerformance, strategy.editStrategy)
  web.post('/strategies/:strategy/edit', mayManagePerformance, strategy.updateStrategy)
  web.get('/strategies/:strategy/removal', mayManagePerformance, strategy.confirmStrategyRemoval)
  web.post('/strategies/:strategy/removal', mayManagePerformance, strategy.destroyStrategy)
  web.get('/thread/:nodeKind/:node/links/new', link.mayAddLinks, link.newLink)
  web.post('/thread/:nodeKind/:node/links/new', link.mayAddLinks, link.createLink)
  web.get('/thread/:nodeKind/:node/links/:ownLink/removal', link.mayRemoveSomeLinks, link.confirmLinkRemoval)
  web.post('/thread/:nodeKind/:node/links/:ownLink/removal', link.mayRemoveSomeLinks, link.destroyLink)
  web.get('/thread/:nodeKind/:node', mayRead, drawing.showThread)
  web.get('/thread/:nodeKind/:node/drawing.svg', mayRead, drawing.downloadThreadSvg)
  web.get('/thread/:nodeKind/:node/drawing.png', mayRead, drawing.downloadThreadPng)
  web.get('/thread/:nodeKind/:node/drawing.pdf', mayRead, drawing.downloadThreadPdf)
  web.get('/cycle', mayRead, cycle.showYear)
  web.get('/cycle.svg', mayRead, cycle.downloadYearSvg)
  web.get('/cycle.png', mayRead, cycle.downloadYearPng)
  web.get('/cycle.csv', mayRead, cycle.downloadYear)
  web.get('/reviews', mayRead, review.listReviews)
  web.get('/reviews.csv', mayRead, review.downloadReviews)
  web.get('/reviews/new', mayBeginReviews, review.newReview)
  web.post('/reviews/new', mayBeginReviews, review.createReview)
  web.get('/reviews/year', mayManagePerformance, review.newYear)
  web.post('/reviews/year', mayManagePerformance, review.createYear)
  web.get('/reviews/:review', mayRead, review.showReview)
  web.get('/reviews/:review/edit', review.mayKeepReviews, review.editReview)
  web.post('/reviews/:review/edit', review.mayKeepReviews, review.updateReview)
  web.get('/reviews/:review/removal', review.mayKeepReviews, review.askToRemoveReview)
  web.post('/reviews/:review/removal', review.mayKeepReviews, review.deleteReview)
  web.get('/reviews/:review/holding', review.mayKeepReviews, review.askToHold)
  web.post('/reviews/:review/holding', review.mayKeepReviews, review.hold)
  web.get('/reviews/:review/reopening', review.mayKeepReviews, review.askToReopen)
  web.post('/reviews/:review/reopening', review.mayKeepReviews, review.reopen)
}
