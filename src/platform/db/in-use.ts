import { codeOf } from './cannot-start.ts'
import type { Db } from './connection.ts'

/** Removes something, unless other records refer to it: then nothing has happened, and the answer is false. The rest of the visit goes on. */
export async function unlessInUse(db: Db, remove: (db: Db) => Promise<void>): Promise<boolean> {
  try {
    await db.savepoint(remove)
    return true
  } catch (error) {
    if (codeOf(error) === foreignKeyViolation) return false
    throw error
  }
}

const foreignKeyViolation = '23503'
