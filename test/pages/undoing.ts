import type { Database } from '../../src/platform/db/index.ts'

/** A database on which everything may be tried, because each transaction is rolled back after it has answered. */
export function undoing(database: Database): Database {
  return {
    ...database,
    visit: (who, access, work) => undone(keep => database.visit(who, access, async db => keep(await work(db)))),
    platform: work => undone(keep => database.platform(async db => keep(await work(db)))),
  }
}

async function undone<T>(transaction: (keep: (value: T) => never) => Promise<never>): Promise<T> {
  try {
    return await transaction(value => {
      throw new Undone(value)
    })
  } catch (error) {
    if (error instanceof Undone) return error.value as T
    throw error
  }
}

class Undone extends Error {
  override readonly name = 'Undone'
  readonly value: unknown
  constructor(value: unknown) {
    super('Nothing of it is kept')
    this.value = value
  }
}
