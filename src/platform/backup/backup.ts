import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import type { Db, Sql } from '../db/index.ts'
import { hasChains, headsOf } from '../history/index.ts'
import { createBackup, openBackup } from './file.ts'
import { format, leftOut, type Manifest, type TableContent } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { appliedMigrations, rowsOut, sequencesOf, serverVersion, setForCopying, tablesOf } from './store.ts'

export type BackupOptions = {
  /** A file that is not there yet, or a folder in which one is made. */
  readonly to: string
  readonly version: string
  readonly now: Temporal.Instant
  readonly progress?: (table: string) => void
  /** Asked of the database before it is copied. */
  readonly first?: (db: Db) => Promise<void>
}
export type Made = { readonly file: string; readonly manifest: Manifest }

/** Everything, as it was at one moment, while others go on reading and writing. */
export async function backUp(owner: Sql, { to, version, now, progress = () => {}, first }: BackupOptions): Promise<Made> {
  const file = fileFor(to, now)
  let manifest: Manifest | undefined
  await owner.begin('isolation level repeatable read read only', async db => {
    await setForCopying(db)
    await first?.(db)
    const migrations = await appliedMigrations(db)
    if (migrations === null || migrations.length === 0)
      throw new BackupProblem('There is nothing to back up: no Goldthread has been started with this database.')
    const writer = await createBackup(file, now).catch(error => {
      throw cannotWrite(file, error)
    })
    try {
      const tables: TableContent[] = []
      for (const table of (await tablesOf(db)).filter(({ name }) => !leftOut.includes(name))) {
        progress(table.name)
        tables.push({ ...table, columns: [...table.columns], ...(await writer.addTable(table.name, rowsOut(db, table))) })
      }
      const facts = { postgres: await serverVersion(db), sequences: [...(await sequencesOf(db))], ...(await headsIn(db)) }
      manifest = {
        format,
        goldthread: version,
        createdAt: now.toString(),
        migrations: [...migrations],
        leftOut: [...leftOut],
        tables,
        ...facts,
      }
      await writer.end(manifest)
    } catch (error) {
      await writer.giveUp()
      throw cannotWrite(file, error)
    }
  })
  if (manifest === undefined) throw new Error('A backup was not made')
  return { file, manifest }
}

async function headsIn(db: Db): Promise<Pick<Manifest, 'heads'>> {
  if (!(await hasChains(db))) return {}
  return { heads: (await headsOf(db)).map(({ slug, count, digest }) => ({ partnership: slug, count, digest })) }
}

function fileFor(to: string, now: Temporal.Instant): string {
  const path = resolve(to)
  const isFolder = existsSync(path) ? statSync(path).isDirectory() : /[/\\]$/.test(to)
  if (isFolder && !existsSync(path)) throw new BackupProblem(`There is no folder ${path}.`)
  const file = isFolder ? join(path, `goldthread-${now.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.goldthread`) : path
  if (existsSync(file)) throw new BackupProblem(`${file} is already there, and is left as it is: name another file.`)
  return file
}

function cannotWrite(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const why: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'no more room is allowed there',
    EACCES: 'it may not be written there',
    EPERM: 'it may not be written there',
    EROFS: 'the disk is read-only',
    ENOENT: 'there is no such folder',
    ENOTDIR: 'there is no such folder',
    EFBIG: 'the file may not become so large',
    EIO: 'the disk failed',
  }
  const words = typeof code === 'string' ? why[code] : undefined
  return words === undefined ? error : new BackupProblem(`The backup could not be written to ${file}: ${words}. Nothing is left of it.`)
}

/** Reads the whole file and compares it with what it says of itself. Needs no database. */
export async function verifyBackup(file: string): Promise<Manifest> {
  const backup = await openBackup(file)
  try {
    for (const table of backup.manifest.tables) await backup.readInto(table, nowhere())
    return backup.manifest
  } finally {
    await backup.close()
  }
}

export const nowhere = (): Writable => new Writable({ write: (_, __, done) => done() })
