import { port } from '../config.ts'
import { performanceRoutes } from '../performance/index.ts'

export const example = [port, performanceRoutes]
