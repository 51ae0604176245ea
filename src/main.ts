// The whole application on one page: settings, database, web, jobs, and how it ends.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openApplication } from './application.ts'
import { type Config, readableWayTo, readConfig } from './config.ts'
import { makeSetupCode } from './platform/accounts/index.ts'
import { CannotStart, migrationsIn, type OwnServer, openDatabase, prepareDatabase, startOwnServer } from './platform/db/index.ts'
import { tellHeads } from './platform/history/index.ts'

const project = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }

/** What is to be closed, in the order in which it was opened. */
const opened: (() => Promise<unknown>)[] = []
let ending = false

const started = start(process.env).catch(async error => {
  console.error(error instanceof CannotStart ? error.message : error)
  void end(1)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
process.on('uncaughtException', error => {
  console.error(error)
  void end(1)
})

async function start(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = readConfig(environment)
  if (!settings.accepted) throw new CannotStart(settings.problems.map(({ text }) => text).join('\n'))
  const config = settings.value

  const { ownerUrl, folder, trouble } = await databaseServer(config)
  if (ending) return
  const migrations = migrationsIn(join(project, 'migrations'))
  const { appUrl } = await prepareDatabase(ownerUrl, config.database.kind === 'server' ? config.database.appUrl : null, migrations)
  const database = openDatabase(appUrl, { poolSize: config.poolSize })
  opened.push(database.close)

  const { web, jobs } = await openApplication({
    database,
    version,
    log: 'stdout',
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
    metricsToken: config.metricsToken,
    secretKey: config.secretKey,
    providers: { hosts: config.insideHosts, nameServers: config.nameServers },
    slowQueryMs: config.slowQueryMs,
    uploadLimitBytes: config.uploadLimitBytes,
    fileLimitBytes: config.fileLimitBytes,
    requestsAMinute: config.requestsAMinute,
    dataFolder: folder,
    trouble,
    migrations: migrations.length,
    mail: config.mail,
    ...(config.publicUrl !== null && { publicAddress: config.publicUrl }),
  })
  const readable = readableWayTo(config.database)
  if (readable !== null)
    web.server.log.warn(`What goes to the database at ${readable} can be read on the way: add ?sslmode=verify-full to DATABASE_URL`)
  const heads = await tellHeads(database, web.server.log)
  opened.push(heads.stop)
  // Requests and jobs end side by side, both while the database is there.
  opened.push(() => Promise.all([Promise.race([web.server.close(), sleep(4_500, null, { ref: false })]), jobs.stop(3_500)]))
  await jobs.start()
  if (ending) return
  const listening = await web.server.listen({ host: config.host, port: config.port }).catch(error => {
    throw cannotListen(error, config)
  })
  console.log(`Goldthread is ready at ${addressOf(config, new URL(listening).port, await makeSetupCode(database))}`)
}

/** The one that is given, or one of our own, which is kept in a folder. */
async function databaseServer({ database }: Config): Promise<Pick<OwnServer, 'ownerUrl' | 'trouble'> & { readonly folder: string | null }> {
  if (database.kind === 'server') return { ownerUrl: database.url, folder: null, trouble: () => null }
  const lost = (why: CannotStart) => {
    console.error(why.message)
    void end(1)
  }
  const server = await startOwnServer({ project, dataDir: database.dataDir, tell: console.log, lost })
  opened.push(server.stop)
  return server
}

/** Where a person opens it first: as long as nothing is set up, with the code that shows that they can read what the server prints. */
function addressOf({ publicUrl, host }: Config, port: string, setupCode: string | null): string {
  const everywhere = ['0.0.0.0', '::'].includes(host)
  const origin = publicUrl ?? `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
  return setupCode === null ? origin : `${origin}/?code=${setupCode}`
}

function cannotListen(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new CannotStart(`Port ${port} is already in use: stop the program that uses it, or set PORT to another.`)
  if (error.code === 'EACCES') return new CannotStart(`Goldthread may not use port ${port}: set PORT to one above 1023.`)
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(error.code ?? ''))
    return new CannotStart(`This machine has no address ${host}: set HOST to one that it has.`)
  return error
}

/** Within ten seconds, whatever hangs: requests and jobs that are under way, the pool, then a database of our own. */
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  setTimeout(() => process.exit(1), 9_500).unref()
  await Promise.race([started, sleep(3_000)])
  for (const close of opened.toReversed()) await close().catch(error => console.error(error))
  process.exit(code)
}
