import { reachOf } from '../../partnership/index.ts'
import { found, type Handler, page, template } from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { mayWritePlan, planAsked } from '../plan/pages.ts'
import { sightIn } from '../plan/sight.ts'
import { robustnessOf } from './robustness.ts'
import { plansToCheck } from './store.ts'
import { robustnessView } from './view.ts'

export const showRobustness: Handler = async visit => {
  const plan = await planAsked(visit)
  const [toCheck] = await plansToCheck(visit.db, [plan.id], sightIn(reachOf('see-confidential', visit.visitor)))
  return page(template(import.meta.url, 'show.njk'), {
    title: `Robustness of ${plan.title}`,
    breadcrumbs: toPlan(plan),
    around: planFrame(plan, 'Robustness'),
    robustness: robustnessView(plan, robustnessOf(found(toCheck ?? null)), mayWritePlan(visit, plan)),
  })
}
