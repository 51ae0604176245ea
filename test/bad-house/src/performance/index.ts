export { overrideOf } from './judgement/judgement.ts'
export { performanceRoutes } from './routes.ts'
