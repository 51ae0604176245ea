/**
 * Performance: what the partnership measures, what it aimed for, what happened, and how that is judged.
 *
 * Owns the `performance` schema. Knows nothing of plans, meetings or grants: those know about it.
 */
export type { Agreement, AgreementDraft } from './agreement/agreement.ts'
export { addAgreement, addOutcomes, addThemes, agreement } from './agreement/store.ts'
export { whoReports } from './answerable/store.ts'
export { type Assurance, levelNames } from './around/around.ts'
export type { Around } from './around/pages.ts'
export { isToSubmit } from './closing/closing.ts'
export { closingOf, lockPeriod } from './closing/pages.ts'
export { decide as decideSubmissions, mayExplainIndicator, submit as submitLines, unlock as unlockPeriod } from './closing/store.ts'
export type { Closing } from './closing/view.ts'
export { distanceFrom, spreadOf } from './comparison/spread.ts'
export { indicatorsPart } from './contribution/pages.ts'
export { type BringIn, type Brought, bringIn } from './data-import/bringing-in/jobs.ts'
export { importsByState } from './data-import/census/store.ts'
export { type ImportKind, importKinds } from './data-import/data-import.ts'
export { lookedAt, uploadProblem } from './data-import/form.ts'
export { checkJob, importJobs, keepJob } from './data-import/jobs.ts'
export { agreementChoices } from './data-import/store.ts'
export type { NewReturn } from './data-return/data-return.ts'
export { addReturns, recordReturn } from './data-return/store.ts'
export { addFormerDefinition } from './definition/store.ts'
export { type ExceptionInShort, exceptionsOfGroup, type OffTarget, offTargetIn } from './exception/pages.ts'
export { areasOffTarget } from './heat-table/pages.ts'
export type { AgreementId, Indicator, IndicatorId, NewIndicator, OutcomeId, ThemeId } from './indicator/indicator.ts'
export { readReferences } from './indicator/reference.ts'
export { addIndicators, indicatorsCalled } from './indicator/store.ts'
export { setOverride } from './override/store.ts'
export {
  assuranceOf,
  assured,
  type Choices,
  control,
  makingDataCount,
  type Point,
  plotTheDots,
  type Rule,
  runs,
  type Side,
  type Stretch,
  twoOfThree,
} from './process-control/process-control.ts'
export { crossingsByChance, longestRunByChance, type Runs, runChart, runsAbout } from './process-control/run-chart.ts'
export { type Growth, growthOf } from './progress/growth.ts'
export { type Pace, paceOf } from './progress/pace.ts'
export { type ReasonCode, reasonCodeNames, reasonCodes } from './reason-code/reason-code.ts'
export { addRebase } from './rebase/store.ts'
export { responsibilitiesPart } from './responsibility/pages.ts'
export { setResponsibilities, themesOfGroups } from './responsibility/store.ts'
export { performanceRoutes } from './routes.ts'
export { keepView } from './saved-view/store.ts'
export type { Band } from './scheme/scheme.ts'
export { scorecardCsv, scorecardTable } from './scorecard/csv.ts'
export { type InShort, scorecardAskedFor, scorecardInShort, verdictsOf } from './scorecard/pages.ts'
export { addBreak } from './series-break/store.ts'
export { setAssuranceText, setProxy } from './stand-in/store.ts'
export { directionOf } from './standing/direction.ts'
export type { Judgement } from './standing/glance.ts'
export { type InBrief, inBrief } from './standing/in-brief.ts'
export { type IndicatorPart, type Judged, judgedIndicator } from './standing/pages.ts'
export { assessmentOf, type Chosen } from './standing/standing.ts'
export { standingsIn } from './standing/store.ts'
export { addTargets } from './target/store.ts'
export { performanceWords } from './words.ts'
