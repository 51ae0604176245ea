/**
 * Delivery: what the groups do towards their outcomes, how that goes, and why a figure is what it is.
 *
 * Owns the `delivery` schema. Knows partnership, performance, actions and meetings.
 */

export { recordAlignment } from './alignment/store.ts'
export { aroundJudgements } from './assurance/store.ts'
export { chaserLetters, remindOfPlans } from './chaser/jobs.ts'
export { commentaryPart } from './commentary/pages.ts'
export { recordCommentary } from './commentary/store.ts'
export { planPartsPart } from './commitment/pages.ts'
export { recordFourRs } from './four-rs/store.ts'
export { planLetters } from './life-cycle/jobs.ts'
export { myMilestonesPart } from './milestone/pages.ts'
export { stepLetters } from './next-step/jobs.ts'
export { myPlansPart, plansPart } from './plan/parts/pages.ts'
export { isWithin, type PlanId } from './plan/plan.ts'
export { myReviewsPart } from './plan-review/pages.ts'
export { keepReview } from './plan-review/store.ts'
export { settledInPlan } from './planned-action/pages.ts'
export { planOfAction } from './planned-action/store.ts'
export { askForProgress, progressLetters } from './progress/jobs.ts'
export { myProgressPart, progressAnswers, progressOfAction } from './progress/pages.ts'
export type { RecordedAction } from './record/record-plan.ts'
export { recordPlan } from './record/record-plan.ts'
export { addRequirements } from './requirement/store.ts'
export { resourcesPart } from './resource/pages.ts'
export { deliveryRoutes } from './routes.ts'
export { deliveryWords } from './words.ts'
export { keepWorkplans } from './workplan/jobs.ts'
export { setTexts as setWorkplanTexts } from './workplan/store.ts'
export { workplanSheet } from './workplan/view.ts'
