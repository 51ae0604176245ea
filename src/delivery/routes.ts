import { mayRead, type Web } from '../platform/web/index.ts'
import * as plan from './plan/pages.ts'
import * as robustness from './robustness/pages.ts'

export function deliveryRoutes(web: Web): void {
  web.get('/plans', mayRead, plan.listPlans)
  web.get('/plans/:plan', mayRead, plan.showPlan)
  web.get('/plans/:plan/robustness', mayRead, robustness.showRobustness)
}
