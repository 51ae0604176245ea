import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart, codeOf, messageOf } from './cannot-start.ts'
import { connect, type Sql } from './connection.ts'
import { diskTrouble, diskWords } from './disk.ts'
import { type Migration, migrate } from './migrate.ts'
import { prepareRoles } from './roles.ts'

type Prepared = { readonly appUrl: string; readonly applied: readonly Migration[] }

/** Brings a server's database to where this version of the program needs it, or says why it cannot. */
export async function prepareDatabase(ownerUrl: string, appUrl: string | null, migrations: readonly Migration[]): Promise<Prepared> {
  const owner = connect(ownerUrl, { max: 1 })
  try {
    await answered(owner, ownerUrl)
    await fitForUs(owner)
    const url = await prepareRoles(owner, ownerUrl, appUrl)
    const applied = await migrate(owner, migrations)
    if (appUrl !== null) await sameDatabase(owner, appUrl)
    return { appUrl: url, applied }
  } catch (error) {
    const disk = diskTrouble(error)
    if (disk === null || error instanceof CannotStart) throw error
    throw new CannotStart(`The database could not be made ready: ${diskWords[disk]}, then start Goldthread again.`, disk)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** As the owner, whom row-level security does not hold back: for what concerns the database as a whole. The roles are there, the schema as it is. */
export async function asOwner<T>(ownerUrl: string, appUrl: string | null, work: (owner: Sql, appUrl: string) => Promise<T>): Promise<T> {
  const owner = connect(ownerUrl, { max: 1, lifetime: 0 })
  try {
    await answered(owner, ownerUrl)
    await fitForUs(owner)
    return await work(owner, await prepareRoles(owner, ownerUrl, appUrl))
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** A server that is started together with us may need a while. */
async function answered(owner: Sql, url: string): Promise<void> {
  const { username, host, pathname } = new URL(url)
  const where = `${host || 'its socket'}${pathname}`
  for (const deadline = performance.now() + 20_000; ; await sleep(500)) {
    try {
      await owner`select`
      return
    } catch (error) {
      const code = codeOf(error)
      const later = ['ECONNREFUSED', 'ENOENT', 'CONNECT_TIMEOUT', 'EAI_AGAIN', '57P03'].includes(code)
      if (later && performance.now() < deadline) continue
      if (later || code === 'ENOTFOUND')
        throw new CannotStart(`No PostgreSQL answers at ${where} (${code}). Is DATABASE_URL right, and the server started?`)
      if (code === '3D000')
        throw new CannotStart(
          `There is no database ${pathname.slice(1)} on the server in DATABASE_URL: create it, for instance with createdb.`,
        )
      if (code.startsWith('28'))
        throw new CannotStart(`PostgreSQL at ${where} does not let ${username || 'us'} in: ${messageOf(error)}. Is DATABASE_URL right?`)
      throw error
    }
  }
}

async function fitForUs(owner: Sql): Promise<void> {
  const [server] = await owner<{ number: number; name: string; encoding: string }[]>`
    select current_setting('server_version_num')::integer as number, current_setting('server_version') as name,
           current_setting('server_encoding') as encoding`
  if (server === undefined || server.number < 150_000)
    throw new CannotStart(`Goldthread needs PostgreSQL 15 or later; the server in DATABASE_URL is ${server?.name}.`)
  if (server.encoding !== 'UTF8')
    throw new CannotStart(`The database in DATABASE_URL is encoded in ${server.encoding}; Goldthread needs one in UTF8.`)
}

async function sameDatabase(owner: Sql, appUrl: string): Promise<void> {
  const app = connect(appUrl, { max: 1 })
  try {
    const of = async (sql: Sql) => JSON.stringify(await sql`select current_database() as name, pg_postmaster_start_time()::text as started`)
    if ((await of(owner)) !== (await of(app))) throw new CannotStart('DATABASE_URL and APP_DATABASE_URL lead to different databases.')
  } finally {
    await app.end({ timeout: 2 })
  }
}
