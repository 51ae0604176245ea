/** Where benchmarks make their databases: the PostgreSQL that comes with Goldthread, set up as it is for use (every commit reaches the disk). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Sql } from '../src/platform/db/connection.ts'
import { type Database, migrationsIn, openDatabase, prepareDatabase, startOwnServer } from '../src/platform/db/index.ts'

export type Made = {
  readonly appUrl: string
  readonly database: Database
  /** As the owner, whom row-level security does not hold back. */
  readonly owner: Sql
}
export type Place = { database(name: string): Promise<Made> }

export const project = join(import.meta.dirname, '..')

export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
  const lost = (why: Error) => {
    throw why
  }
  const server = await startOwnServer({ project, dataDir: folder, tell: () => {}, lost })
  const closing: (() => Promise<void>)[] = []
  try {
    return await work({ database: name => makeDatabase(server.ownerUrl, name, closing) })
  } finally {
    for (const close of closing.toReversed()) await close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeDatabase(serverUrl: string, name: string, closing: (() => Promise<void>)[]): Promise<Made> {
  const server = connect(serverUrl, { max: 1 })
  await server`create database ${server(name)}`
  await server.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const { appUrl } = await prepareDatabase(url.href, null, migrationsIn(join(project, 'migrations')))
  const owner = connect(url.href, { max: 2, lifetime: 0 })
  const database = openDatabase(appUrl, { poolSize: 4 })
  closing.push(async () => {
    await Promise.all([database.close(), owner.end({ timeout: 1 })])
  })
  return { appUrl, database, owner }
}
