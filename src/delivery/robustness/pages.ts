import type { Problem } from '../../kernel/ruling.ts'
import { reachOf } from '../../partnership/index.ts'
import { type Answer, found, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { mayWritePlan, planAsked } from '../plan/pages.ts'
import type { Plan } from '../plan/plan.ts'
import { sightIn } from '../plan/sight.ts'
import { askForReview, reviewsShown } from '../plan-review/pages.ts'
import { robustnessOf } from './robustness.ts'
import { plansToCheck } from './store.ts'
import { robustnessView } from './view.ts'

export const showRobustness: Handler = async visit => robustnessPage(visit, await planAsked(visit))

export const createReviewer: Handler = askForReview((visit, plan, problems) => robustnessPage(visit, plan, problems))

async function robustnessPage(visit: Visit, plan: Plan, problems: readonly Problem[] = []): Promise<Answer> {
  const [toCheck] = await plansToCheck(visit.db, [plan.id], sightIn(reachOf('see-confidential', visit.visitor)))
  return page(
    template(import.meta.url, 'show.njk'),
    {
      title: `Robustness of ${plan.title}`,
      breadcrumbs: toPlan(plan),
      around: planFrame(plan, 'Robustness'),
      robustness: robustnessView(plan, robustnessOf(found(toCheck)), mayWritePlan(visit, plan)),
      reviews: await reviewsShown(visit, plan, visit.body, problems.length > 0),
    },
    problems,
  )
}
