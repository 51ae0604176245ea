import { type May, mayManagePerformance, mayRead, mayTakePart, type Web } from '../platform/web/index.ts'
import * as crossCutting from './cross-cutting/pages.ts'
import * as drawing from './drawing/pages.ts'
import * as finder from './finder/pages.ts'
import * as gap from './gap/pages.ts'
import * as review from './review/pages.ts'

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
  web.get('/thread/:nodeKind/:node', mayRead, drawing.showThread)
  web.get('/thread/:nodeKind/:node/drawing.svg', mayRead, drawing.downloadThreadSvg)
  web.get('/thread/:nodeKind/:node/drawing.png', mayRead, drawing.downloadThreadPng)
  web.get('/thread/:nodeKind/:node/drawing.pdf', mayRead, drawing.downloadThreadPdf)
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
