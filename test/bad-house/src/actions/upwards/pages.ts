import { overrideOf } from '../../performance/index.ts'

export const upwards = overrideOf
