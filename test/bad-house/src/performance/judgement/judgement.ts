import type { Day } from '../../kernel/day.ts'
import type { Organisation } from '../../partnership/index.ts'

export const overrideOf = (by: Organisation, on: Day) => [by, on]
