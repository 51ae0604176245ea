import type { Db } from '../../platform/db/index.ts'
import { overrideOf } from './judgement.ts'

export const standingOf = (db: Db) => [db, overrideOf]
