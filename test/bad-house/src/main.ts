import { standingOf } from './performance/judgement/store.ts'
import { performanceRoutes } from './performance/index.ts'

export const main = [standingOf, performanceRoutes]
