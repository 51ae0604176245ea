import { z } from 'zod'
import type { Db } from '../../platform/db/index.ts'
import { standingOf } from '../judgement/store.ts'

export const impure = (db: Db) => [db, z, standingOf]
