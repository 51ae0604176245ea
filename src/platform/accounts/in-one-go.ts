import type { Ruling } from '../../kernel/ruling.ts'
import type { Database, Db } from '../db/index.ts'

/** One transaction of the platform, in which a refusal undoes what was written before it. */
export async function inOneGo<T>(database: Database, work: (db: Db) => Promise<Ruling<T>>): Promise<Ruling<T>> {
  const undone = new Refused()
  return database
    .platform(async db => {
      const ruling = await work(db)
      if (ruling.accepted) return ruling
      undone.ruling = ruling
      throw undone
    })
    .catch((error: unknown) => {
      if (error === undone && undone.ruling) return undone.ruling
      throw error
    })
}

class Refused extends Error {
  override readonly name = 'Refused'
  ruling: Ruling<never> | null = null
}
