import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import type { Db, Sql } from './connection.ts'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string; readonly digest: string }

/** Any number that nothing else locks. */
const migrationLock = 1_735_355_493

/** 0001_platform.sql, 0002_partnership.sql …: plain SQL, in the order of their numbers, never edited once released. */
export function migrationsIn(folder: string): Migration[] {
  const found = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { number: Number(/^(\d{4})_/.exec(name)?.[1]), name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
  const odd = found.find(({ number }, index) => number !== index + 1)
  if (odd)
    throw new Error(`${join(folder, odd.name)} is out of order: migrations are numbered 0001, 0002 … without a gap, each number once`)
  return found
}

/** All that are missing in one transaction: a database is never left between two versions of the program. */
export async function migrate(owner: Sql, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  let applied: readonly Migration[] = []
  await owner.begin(async db => {
    applied = await migrateWithin(db, migrations)
  })
  return applied
}

export async function migrateWithin(db: Db, migrations: readonly Migration[]): Promise<readonly Migration[]> {
  // Several web processes start at once: the first migrates, the others wait and find it done.
  await db`select pg_advisory_xact_lock(${migrationLock})`
  await db`create schema if not exists migration`
  await db`
    create table if not exists migration.applied (
      number integer primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`
  const earlier = await db<
    { number: number; name: string; digest: string }[]
  >`select number, name, digest from migration.applied order by number`
  for (const { number, name, digest } of earlier) {
    const known = migrations.find(migration => migration.number === number)
    if (!known) throw new CannotStart(newerThanUs(name, migrations))
    if (known.digest !== digest)
      throw new CannotStart(
        `The migration ${name} was applied to this database in another form than the one that comes with this Goldthread. Start the version that the database was made with, or put the file back as it was.`,
      )
  }
  const missing = migrations.slice(earlier.length)
  for (const { number, name, sql, digest } of missing) {
    await db.unsafe(sql).simple()
    // What waits for the end of the transaction (the history's chain) is done now: a table for which something waits cannot be altered by the next.
    await db`set constraints all immediate`
    await db`set constraints all deferred`
    await db`insert into migration.applied (number, name, digest) values (${number}, ${name}, ${digest})`
  }
  return missing
}

function newerThanUs(name: string, migrations: readonly Migration[]): string {
  const latest = migrations.at(-1)?.name ?? 'none'
  return `This database was made ready by a newer Goldthread: it has ${name}, and this version knows migrations up to ${latest}. Start the newer version; a database does not go back.`
}
