import { join } from 'node:path'
import Fastify from 'fastify'
import { readConfig } from './config.ts'
import { CannotStart, migrationsIn, openDatabase, prepareDatabase, startOwnServer } from './platform/db/index.ts'

const project = join(import.meta.dirname, '..')
const tell = (sentence: string) => console.log(sentence)

/** What must be closed, the last opened first. */
const opened: (() => Promise<unknown>)[] = []
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))

try {
  const ruling = readConfig(process.env)
  if (!ruling.accepted) throw new CannotStart(ruling.problems.map(({ text }) => text).join('\n'))
  await start(ruling.value)
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  await stop(1)
}

async function start(config: Extract<ReturnType<typeof readConfig>, { accepted: true }>['value']): Promise<void> {
  let ownerUrl: string
  if (config.database.kind === 'own') {
    const server = await startOwnServer({
      project,
      dataDir: config.database.dataDir,
      tell,
      lost: why => {
        console.error(why.message)
        stop(1)
      },
    })
    opened.push(server.stop)
    ownerUrl = server.ownerUrl
  } else ownerUrl = config.database.url
  const { appUrl } = await prepareDatabase(
    ownerUrl,
    config.database.kind === 'server' ? config.database.appUrl : null,
    migrationsIn(join(project, 'migrations')),
  )
  const database = openDatabase(appUrl, { poolSize: config.poolSize })
  opened.push(database.close)

  const app = Fastify({ logger: false, forceCloseConnections: 'idle' })
  app.get('/health/live', () => ({ status: 'live' }))
  app.get('/health/ready', async () => {
    await database.platform(db => db`select`)
    return { status: 'ready' }
  })
  opened.push(() => app.close())
  await app.listen({ host: config.host, port: config.port })
  const address = app.addresses()[0]
  tell(`Goldthread is ready at http://${config.host}:${address?.port}`)
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const close of opened.toReversed()) await close().catch(error => console.error(error))
  process.exit(code)
}
