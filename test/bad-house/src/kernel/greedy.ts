import type { Db } from '../platform/db/index.ts'

export type Greedy = Db
