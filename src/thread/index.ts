/**
 * The golden thread: from any record up to why it is there and down to how, who and how much, and where it is broken.
 *
 * Owns the `thread` schema. Knows every module below it by what they say of their records and of how those hang together.
 */
export { crossCuttingOf } from './cross-cutting/pages.ts'
export { countGaps } from './gap/jobs.ts'
export { gapsOfGroup, gapsPart } from './gap/pages.ts'
export { keepCounts as recordGapCounts } from './gap/store.ts'
export { addOwnLink } from './link/store.ts'
export type { NodeRef } from './node/node.ts'
export { remindOfReviews, reviewLetters } from './review/jobs.ts'
export { reviewsAtHome, reviewsOfIndicator, reviewsOfPlan } from './review/pages.ts'
export { recordReview } from './review/record-review.ts'
export type { SubjectRef } from './review/review.ts'
export { subjects as reviewSubjects } from './review/store.ts'
export { threadRoutes } from './routes.ts'
export { addStrategy } from './strategy/store.ts'
export { threadStrip } from './strip/pages.ts'
export { addAmbition, addVision } from './vision/store.ts'
export { threadWords } from './words.ts'
