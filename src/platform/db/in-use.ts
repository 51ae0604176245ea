import { codeOf } from './cannot-start.ts'
import type { Db } from './connection.ts'

/** Removes something, unless other records refer to it: then nothing has happened, and the answer is false. The rest of the visit goes on. */
export const unlessInUse = (db: Db, remove: (db: Db) => Promise<void>): Promise<boolean> => unlessRefused(db, '23503', remove)

/** Writes something, unless an exclusion constraint knows of another at the same time: then nothing has happened, and the answer is false. */
export const unlessOverlapping = (db: Db, write: (db: Db) => Promise<void>): Promise<boolean> => unlessRefused(db, '23P01', write)

async function unlessRefused(db: Db, code: string, work: (db: Db) => Promise<void>): Promise<boolean> {
  try {
    await db.savepoint(work)
    return true
  } catch (error) {
    if (codeOf(error) === code) return false
    throw error
  }
}
