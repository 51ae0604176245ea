import { pool } from '../../platform/db/pool.ts'

export const backdoor = pool
