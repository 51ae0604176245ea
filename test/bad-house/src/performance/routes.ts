import { showJudgement } from './judgement/pages.ts'

export const performanceRoutes = showJudgement
