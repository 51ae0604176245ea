/**
 * Performance: what the partnership measures, what it aimed for, what happened, and how that is judged.
 *
 * Owns the `performance` schema. Knows nothing of plans, meetings or grants: those know about it.
 */
export type { Agreement, AgreementDraft } from './agreement/agreement.ts'
export { addAgreement, addOutcomes, addThemes } from './agreement/store.ts'
export { importJobs } from './data-import/jobs.ts'
export type { NewReturn } from './data-return/data-return.ts'
export { addReturns } from './data-return/store.ts'
export type { AgreementId, Indicator, IndicatorId, NewIndicator, OutcomeId, ThemeId } from './indicator/indicator.ts'
export { addIndicators } from './indicator/store.ts'
export { performanceRoutes } from './routes.ts'
export { assessmentOf } from './standing/standing.ts'
export { standingsIn } from './standing/store.ts'
export { addTargets } from './target/store.ts'
export { performanceWords } from './words.ts'
