import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { connect, type Sql } from '../../src/platform/db/connection.ts'
import { type Database, migrationsIn, openDatabase, prepareDatabase } from '../../src/platform/db/index.ts'
import { testServer } from './server.ts'

export type FreshDatabase = {
  readonly database: Database
  /** As the owner, whom row-level security does not hold back: to look behind the scenes. */
  readonly owner: Sql
  readonly ownerUrl: string
}

/**
 * A migrated, empty database of the test's own, gone when the test is over. One for a whole file is asked for at its top, not in `before`,
 * where `after` would mean the end of `before`: const { database } = await freshDatabase({ after })
 */
export async function freshDatabase(t: { after(work: () => Promise<void>): void }): Promise<FreshDatabase> {
  const server = connect(await testServer(), { max: 1 })
  const { template, appUrl } = await templateOn(server)
  const name = `test_${randomBytes(8).toString('hex')}`
  // Copying files is quicker than copying through the log.
  await server`create database ${server(name)} template ${server(template)} strategy file_copy`
  const ownerUrl = renamed(await testServer(), name)
  const owner = connect(ownerUrl, { max: 2 })
  const database = openDatabase(renamed(appUrl, name), { poolSize: 4 })
  t.after(async () => {
    await Promise.all([database.close(), owner.end({ timeout: 1 })])
    await server`drop database if exists ${server(name)} with (force)`
    await server.end({ timeout: 1 })
  })
  return { database, owner, ownerUrl }
}

/** An empty database without the schema, for tests of making one ready. */
export async function emptyDatabase(t: { after(work: () => Promise<void>): void }): Promise<string> {
  const server = connect(await testServer(), { max: 1 })
  const name = `test_${randomBytes(8).toString('hex')}`
  // Copying files is quicker than copying through the log.
  await server`create database ${server(name)} template template0`
  t.after(async () => {
    await server`drop database if exists ${server(name)} with (force)`
    await server.end({ timeout: 1 })
  })
  return renamed(await testServer(), name)
}

export const migrations = migrationsIn(join(import.meta.dirname, '..', '..', 'migrations'))

/** Copying a migrated database is quicker than migrating. It is made once on each server for each state of the migrations. */
async function templateOn(server: Sql): Promise<{ readonly template: string; readonly appUrl: string }> {
  const state = createHash('sha256')
    .update(migrations.map(({ digest }) => digest).join())
    .digest('hex')
  const template = `template_${state.slice(0, 40)}`
  const url = await testServer()
  return server.begin(async db => {
    await db`select pg_advisory_xact_lock(1735355494)`
    const [exists] = await db`select from pg_database where datname = ${template}`
    if (exists)
      return {
        template,
        appUrl:
          (await db<{ url: string }[]>`select shobj_description(oid, 'pg_database') as url from pg_database where datname = ${template}`)[0]
            ?.url ?? '',
      }
    // create database is refused in a transaction: on a connection of its own, while this one holds the lock.
    const maker = connect(url, { max: 1 })
    try {
      const making = `${template}_${randomBytes(2).toString('hex')}`
      await maker`create database ${maker(making)} template template0`
      const { appUrl } = await prepareDatabase(renamed(url, making), null, migrations)
      await maker`alter database ${maker(making)} rename to ${maker(template)}`
      await maker.unsafe(`comment on database "${template}" is '${appUrl}'`)
      return { template, appUrl }
    } finally {
      await maker.end({ timeout: 1 })
    }
  })
}

function renamed(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
