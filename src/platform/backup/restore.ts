import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Db, type Migration, migrateWithin, type Sql } from '../db/index.ts'
import { nowhere, verifyBackup } from './backup.ts'
import { type BackupReader, counting, openBackup } from './file.ts'
import { differences, leftOut, type Manifest, migrationsFor, type TableContent } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import {
  analyze,
  appliedMigrations,
  dropSchemas,
  holdAgain,
  isServing,
  letGo,
  rowsIn,
  rowsOut,
  schemasInTheWay,
  setForCopying,
  setForMigrating,
  setSequence,
  type Table,
  tableInUse,
  tablesOf,
} from './store.ts'

export type RestoreOptions = {
  readonly file: string
  readonly migrations: readonly Migration[]
  /** The role that Goldthread's pool logs in as. */
  readonly login: string
  readonly progress?: (table: string) => void
}
export type Restored = { readonly manifest: Manifest; readonly migrated: readonly Migration[] }

/**
 * Into an empty database, in one transaction: a failure leaves it as it was. The backup is looked at as a whole first. What was loaded is read again and
 * compared with what was backed up, in the form in which it was backed up; then it is brought to the form that this version needs.
 */
export async function restore(owner: Sql, options: RestoreOptions): Promise<Restored> {
  const manifest = await verifyBackup(options.file)
  const first = migrationsFor(manifest, options.migrations)
  if (!first.accepted) throw new BackupProblem(`${options.file} cannot be restored. ${first.problems.map(({ text }) => text).join(' ')}`)
  const backup = await openBackup(options.file)
  try {
    let migrated: readonly Migration[] = []
    await owner.begin(async db => {
      await refuseUnlessEmpty(db, options.login)
      await dropSchemas(db)
      await migrateWithin(db, first.value)
      await load(db, backup, options.progress ?? (() => {}))
      await setForMigrating(db)
      migrated = await migrateWithin(db, options.migrations)
      await analyze(db)
    })
    return { manifest, migrated }
  } finally {
    await backup.close()
  }
}

async function refuseUnlessEmpty(db: Db, login: string): Promise<void> {
  if ((await appliedMigrations(db)) === null) {
    const others = await schemasInTheWay(db)
    if (others.length === 0) return
    throw new BackupProblem(
      `The database has ${others.join(', ')} already, which no Goldthread made: a backup is restored into an empty database.`,
    )
  }
  const used = await tableInUse(db, leftOut)
  if (used !== null)
    throw new BackupProblem(
      `The database is not empty (there are rows in ${used}): a backup is restored into an empty database. Name another in DATABASE_URL, or another folder in DATA_DIR.`,
    )
  await refuseWhileServing(db, login)
}

/** What is written while it is copied would be lost, and what is restored under somebody's eyes would bewilder them. */
export async function refuseWhileServing(db: Db, login: string): Promise<void> {
  // A program that has just ended may still be seen for a moment.
  for (let tries = 0; await isServing(db, login); tries++) {
    if (tries === 20) throw new BackupProblem('A Goldthread is running on this database: stop it first.')
    await sleep(100)
  }
}

async function load(db: Db, backup: BackupReader, progress: (table: string) => void): Promise<void> {
  const { manifest } = backup
  await setForCopying(db)
  refuseOtherTables(manifest, await tablesOf(db))
  await letGo(db)
  for (const table of manifest.tables) {
    progress(table.name)
    await backup.readInto(table, await rowsIn(db, table))
  }
  await holdAgain(db).catch(error => {
    throw new BackupProblem(`What is in the backup does not hold together: ${error instanceof Error ? error.message : error}`)
  })
  for (const sequence of manifest.sequences) await setSequence(db, sequence)

  const found: Pick<TableContent, 'name' | 'rows' | 'sha256'>[] = []
  for (const table of manifest.tables) {
    const counted = counting()
    await pipeline(rowsOut(db, table), counted.stream, nowhere())
    found.push({ name: table.name, ...counted.result() })
  }
  const wrong = differences(manifest.tables, found)
  if (wrong.length > 0)
    throw new BackupProblem(`What was restored is not what was backed up, and nothing was kept of it: ${wrong.join(', ')}.`)
}

function refuseOtherTables({ tables }: Manifest, there: readonly Table[]): void {
  const described = (list: readonly Table[]) =>
    list
      .filter(({ name }) => !leftOut.includes(name))
      .map(({ name, columns }) => `${name} (${columns.join(', ')})`)
      .toSorted()
  const [expected, found] = [described(tables), described(there)]
  const odd = expected.find(each => !found.includes(each)) ?? found.find(each => !expected.includes(each))
  if (odd !== undefined) throw new BackupProblem(`The backup has other tables than its migrations make: ${odd}.`)
}
