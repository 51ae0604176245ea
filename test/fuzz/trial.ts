import type { Database, Db } from '../../src/platform/db/index.ts'

/**
 * A database on which everything may be tried: each transaction is rolled back once it has answered, and tells first what it would have kept.
 * So every round finds the same, and can be had again by itself.
 */
export function trial(database: Database, keeps: (tables: readonly string[]) => void): Database {
  const undone = async <T>(begin: (inside: (db: Db) => Promise<never>) => Promise<never>, work: (db: Db) => Promise<T>): Promise<T> => {
    try {
      return await begin(async db => {
        const before = await written(db)
        const value = await work(db)
        const after = await written(db)
        keeps([...after].filter(([table, rows]) => rows !== before.get(table)).map(([table]) => table))
        throw new Answered(value)
      })
    } catch (error) {
      if (error instanceof Answered) return error.value as T
      throw error
    }
  }
  return {
    ...database,
    visit: (who, access, work) => undone(inside => database.visit(who, access, inside), work),
    platform: work => undone(inside => database.platform(inside), work),
  }
}

class Answered extends Error {
  override readonly name = 'Answered'
  readonly value: unknown
  constructor(value: unknown) {
    super('Nothing of it is kept')
    this.value = value
  }
}

/** How many rows of each table this connection has written of which the server has not been told yet; that is not done within a transaction. */
async function written(db: Db): Promise<Map<string, number>> {
  const tables = await db<{ name: string; rows: number }[]>`
    select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as rows
      from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0`
  return new Map(tables.map(({ name, rows }) => [name, rows]))
}
