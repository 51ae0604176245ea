import { pool } from '../db/pool.ts'

export const window = pool
