import { type May, mayManagePerformance, mayRead, mayReadScorecard, mayReport, mayTakePart, type Web } from '../platform/web/index.ts'
import * as otherPlan from './alignment/other-plan/pages.ts'
import * as alignment from './alignment/pages.ts'
import * as chaser from './chaser/pages.ts'
import * as commentary from './commentary/pages.ts'
import * as fourRs from './four-rs/pages.ts'
import * as grid from './grid/pages.ts'
import * as lifeCycle from './life-cycle/pages.ts'
import * as milestone from './milestone/pages.ts'
import * as nextStep from './next-step/pages.ts'
import * as carried from './plan/copy/pages.ts'
import * as plan from './plan/pages.ts'
import * as planImport from './plan-import/pages.ts'
import * as review from './plan-review/pages.ts'
import * as planned from './planned-action/pages.ts'
import * as progress from './progress/pages.ts'
import * as requirement from './requirement/pages.ts'
import * as resource from './resource/pages.ts'
import * as robustness from './robustness/pages.ts'
import * as timeline from './timeline/pages.ts'
import * as workplan from './workplan/pages.ts'

/** Plans of others are of no group. */
const mayKeepOtherPlans: May = visitor => plan.mayKeepSomePlans(visitor)
/** Whoever explains an indicator or keeps the meetings of a group: which of them is asked beside the step. */
const mayTakeSomeSteps: May = visitor => mayReport(visitor)
/** For some group: which ones, the page asks. */
const mayBeginPlans: May = visitor => plan.mayKeepSomePlans(visitor)

export type AroundPlans = {
  /** What other modules say of a plan, on its page. */
  readonly ofPlan?: readonly plan.PlanPart[]
  /** What is to be said of actions that serve several themes. */
  readonly crossCuttingOf?: plan.CrossCuttingOf
}

export function deliveryRoutes(web: Web, { ofPlan = [], crossCuttingOf = async () => new Map() }: AroundPlans = {}): void {
  web.get('/plans', mayRead, requirement.listPlans)
  web.get('/plans.csv', mayRead, requirement.downloadPlans)
  for (const form of ['docx', 'odt', 'pdf'] as const) {
    web.get(`/plans.${form}`, mayRead, requirement.downloadPlansAs(form))
    web.get(`/plans/chasers.${form}`, mayManagePerformance, chaser.downloadChasers(form))
    web.get(`/plans/requirements/:requirement/chaser.${form}`, mayManagePerformance, chaser.downloadChaser(form))
  }
  web.get('/plans/chasers', mayManagePerformance, chaser.listChasers)
  web.post('/plans/chasers', mayManagePerformance, chaser.sendChasers)
  web.get('/plans/requirements/:requirement/chaser', mayManagePerformance, chaser.editChaser)
  web.post('/plans/requirements/:requirement/chaser', mayManagePerformance, chaser.updateChaser)
  web.get('/plans/requirements/new', mayManagePerformance, requirement.newRequirements)
  web.post('/plans/requirements/new', mayManagePerformance, requirement.createRequirements)
  web.get('/plans/requirements/:requirement/edit', mayManagePerformance, requirement.editRequirement)
  web.post('/plans/requirements/:requirement/edit', mayManagePerformance, requirement.updateRequirement)
  web.get('/plans/requirements/:requirement/removal', mayManagePerformance, requirement.askToRemoveRequirement)
  web.post('/plans/requirements/:requirement/removal', mayManagePerformance, requirement.deleteRequirement)
  web.get('/plans/new', mayBeginPlans, plan.newPlan)
  web.post('/plans/new', mayBeginPlans, plan.createPlan)
  web.get('/plans/:plan', mayRead, plan.showPlan([progress.progressOfPlan, ...ofPlan], crossCuttingOf))
  lookingOver(web)
  web.get('/plans/:plan/edit', plan.mayKeepSomePlans, plan.editPlan)
  web.post('/plans/:plan/edit', plan.mayKeepSomePlans, plan.updatePlan)
  web.get('/plans/:plan/progress', mayRead, progress.showProgress)
  web.post('/plans/:plan/progress', mayTakePart, progress.saveProgress)
  web.post('/plans/:plan/progress/chasing', plan.mayKeepSomePlans, progress.chaseProgress)
  web.get('/meetings/:meeting/workplans/:group', mayTakePart, workplan.showWorkplan)
  web.get('/meetings/:meeting/workplans/:group/workplan.pdf', mayTakePart, workplan.downloadWorkplan('pdf'))
  web.get('/meetings/:meeting/workplans/:group/workplan.docx', mayTakePart, workplan.downloadWorkplan('docx'))
  web.get('/meetings/:meeting/workplans/:group/workplan.odt', mayTakePart, workplan.downloadWorkplan('odt'))
  web.get('/meetings/:meeting/workplans/:group/edit', plan.mayKeepSomePlans, workplan.editWorkplan)
  web.post('/meetings/:meeting/workplans/:group/edit', plan.mayKeepSomePlans, workplan.updateWorkplan)
  web.get('/progress', mayTakePart, progress.listProgress)
  web.get('/progress.csv', mayTakePart, progress.downloadProgress)
  web.get('/plans/:plan/submission', plan.mayKeepSomePlans, lifeCycle.askToSubmit)
  web.post('/plans/:plan/submission', plan.mayKeepSomePlans, lifeCycle.submitPlan)
  web.get('/plans/:plan/withdrawal', plan.mayKeepSomePlans, lifeCycle.askToWithdraw)
  web.post('/plans/:plan/withdrawal', plan.mayKeepSomePlans, lifeCycle.withdrawPlan)
  web.get('/plans/:plan/carried', plan.mayKeepSomePlans, carried.askToCloseCarried)
  web.post('/plans/:plan/carried', plan.mayKeepSomePlans, carried.closeCarried)
  web.get('/plans/:plan/removal', plan.mayKeepSomePlans, lifeCycle.askToRemovePlan)
  web.post('/plans/:plan/removal', plan.mayKeepSomePlans, lifeCycle.removePlan)
  web.get('/plans/:plan/return', plan.maySignOffSomePlans, lifeCycle.askToReturn)
  web.post('/plans/:plan/return', plan.maySignOffSomePlans, lifeCycle.returnPlan)
  web.get('/plans/:plan/sign-off', plan.maySignOffSomePlans, lifeCycle.askToSignOff)
  web.post('/plans/:plan/sign-off', plan.maySignOffSomePlans, lifeCycle.signOffPlan)
  web.get('/plans/:plan/revision', plan.mayKeepSomePlans, lifeCycle.askToRevise)
  web.post('/plans/:plan/revision', plan.mayKeepSomePlans, lifeCycle.revisePlan)
  web.get('/plans/:plan/revision/dropping', plan.mayKeepSomePlans, lifeCycle.askToDropRevision)
  web.post('/plans/:plan/revision/dropping', plan.mayKeepSomePlans, lifeCycle.dropRevision)
  web.get('/plans/:plan/changes', mayRead, lifeCycle.showChanges)
  web.get('/plans/:plan/actions', mayRead, grid.showActions)
  web.post('/plans/:plan/actions', plan.mayKeepSomePlans, grid.saveActions)
  web.get('/plans/:plan/actions.csv', mayRead, planImport.downloadCsv)
  web.get('/plans/:plan/actions.xlsx', mayRead, planImport.downloadXlsx)
  web.get('/plans/:plan/actions.ods', mayRead, planImport.downloadOds)
  web.get('/plans/:plan/import', plan.mayKeepSomePlans, planImport.newImport)
  web.post('/plans/:plan/import', plan.mayKeepSomePlans, planImport.createImport)
  web.post('/plans/:plan/import/rows', plan.mayKeepSomePlans, planImport.previewImport)
  web.post('/plans/:plan/import/keeping', plan.mayKeepSomePlans, planImport.keepImport)
  web.get('/plans/:plan/actions/new', plan.mayKeepSomePlans, planned.newPlanned)
  web.post('/plans/:plan/actions/new', plan.mayKeepSomePlans, planned.createPlanned)
  web.get('/plans/:plan/actions/:planned', mayRead, planned.showPlanned(crossCuttingOf))
  web.get('/plans/:plan/actions/:planned/edit', plan.mayKeepSomePlans, planned.editPlanned)
  web.post('/plans/:plan/actions/:planned/edit', plan.mayKeepSomePlans, planned.updatePlanned)
  web.post('/plans/:plan/actions/:planned/place', plan.mayKeepSomePlans, planned.movePlanned)
  web.get('/plans/:plan/actions/:planned/removal', plan.mayKeepSomePlans, planned.askToRemove)
  web.post('/plans/:plan/actions/:planned/removal', plan.mayKeepSomePlans, planned.removePlanned)
  web.get('/plans/:plan/actions/:planned/milestones/:milestone', mayTakePart, planned.editMilestone)
  web.post('/plans/:plan/actions/:planned/milestones/:milestone', mayTakePart, planned.updateMilestone)

  web.get('/indicators/:id/commentary/:area/:period', mayReadScorecard, commentary.showCommentary)
  web.get('/indicators/:id/commentary/:area/:period/edit', mayReport, commentary.editCommentary)
  web.post('/indicators/:id/commentary/:area/:period/edit', mayReport, commentary.updateCommentary)

  web.get('/indicators/:id/commentary/:area/:period/steps', mayTakePart, nextStep.showSteps)
  web.get('/indicators/:id/commentary/:area/:period/steps/:nextStep', mayTakeSomeSteps, nextStep.newStep)
  web.post('/indicators/:id/commentary/:area/:period/steps/:nextStep', mayTakeSomeSteps, nextStep.takeStep)

  web.get('/off-target', mayRead, fourRs.listOffTarget)
  web.get('/off-target.csv', mayRead, fourRs.downloadOffTarget)
  web.get('/indicators/:id/review/:period', mayRead, fourRs.showReview)
  web.get('/indicators/:id/review/:period/edit', mayReport, fourRs.editReview)
  web.post('/indicators/:id/review/:period/edit', mayReport, fourRs.updateReview)
}

/** What is missing of a plan, what reviewers say of it, what it takes and when. */
function lookingOver(web: Web): void {
  web.get('/plans/:plan/robustness', mayRead, robustness.showRobustness)
  web.get('/plans/:plan/review', mayTakePart, review.editReview)
  web.post('/plans/:plan/review', mayTakePart, review.keepReviewGiven)
  web.get('/plans/:plan/review/:planned', mayTakePart, review.editReview)
  web.post('/plans/:plan/review/:planned', mayTakePart, review.keepReviewGiven)
  web.post('/plans/:plan/reviewers', mayManagePerformance, robustness.createReviewer)
  web.post('/plans/:plan/reviewers/:person/removal', mayManagePerformance, review.dropReviewer)
  web.get('/plans/:plan/resources', mayRead, resource.showResources)
  web.get('/plans/:plan/resources.csv', mayRead, resource.downloadResources)
  web.get('/plans/:plan/alignment', mayRead, alignment.listAlignments)
  web.get('/plans/:plan/alignment/:otherPlan', mayRead, alignment.showAlignment)
  web.get('/plans/:plan/alignment/:otherPlan/alignment.csv', mayRead, alignment.downloadAlignment)
  web.get('/plans/:plan/alignment/:otherPlan/edit', plan.mayKeepSomePlans, alignment.editAlignment)
  web.post('/plans/:plan/alignment/:otherPlan/edit', plan.mayKeepSomePlans, alignment.updateAlignment)
  web.get('/other-plans', mayRead, otherPlan.listOtherPlans)
  web.get('/other-plans/new', mayKeepOtherPlans, otherPlan.newOtherPlan)
  web.post('/other-plans/new', mayKeepOtherPlans, otherPlan.createOtherPlan)
  web.get('/other-plans/:otherPlan', mayRead, otherPlan.showOtherPlan)
  web.get('/other-plans/:otherPlan/edit', mayKeepOtherPlans, otherPlan.editOtherPlan)
  web.post('/other-plans/:otherPlan/edit', mayKeepOtherPlans, otherPlan.updateOtherPlan)
  web.get('/other-plans/:otherPlan/removal', mayKeepOtherPlans, otherPlan.askToRemoveOtherPlan)
  web.post('/other-plans/:otherPlan/removal', mayKeepOtherPlans, otherPlan.deleteOtherPlan)
  web.get('/plans/:plan/timeline', mayRead, timeline.showTimeline)
  web.get('/plans/:plan/timeline.csv', mayRead, timeline.downloadTimelineCsv)
  web.get('/plans/:plan/timeline.svg', mayRead, timeline.downloadTimelineSvg)
  web.get('/plans/:plan/timeline.png', mayRead, timeline.downloadTimelinePng)
  web.get('/plans/timeline', mayRead, timeline.showTimelineOfYear)
  web.get('/plans/timeline.csv', mayRead, timeline.downloadYearCsv)
  web.get('/plans/timeline.svg', mayRead, timeline.downloadYearSvg)
  web.get('/plans/timeline.png', mayRead, timeline.downloadYearPng)
  web.get('/milestones', mayRead, milestone.listMilestones)
  web.get('/milestones.csv', mayRead, milestone.downloadMilestones)
}
