import { overrideOf } from '../../performance/index.ts'

export const curious = overrideOf
