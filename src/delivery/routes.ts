import { mayRead, type Web } from '../platform/web/index.ts'
import * as plan from './plan/pages.ts'

export function deliveryRoutes(web: Web): void {
  web.get('/plans', mayRead, plan.listPlans)
  web.get('/plans/:plan', mayRead, plan.showPlan)
}
