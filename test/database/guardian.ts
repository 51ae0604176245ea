// Keeps a PostgreSQL for tests that are started by hand, one after the other or side by side, and ends it when nobody has used it for a minute.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/platform/db/connection.ts'
import { sharedFolder, startTestServer } from './server.ts'

const kind = process.argv[2] === 'server' ? 'server' : 'embedded'
const folder = sharedFolder(kind)
mkdirSync(folder, { recursive: true, mode: 0o711 })
const server = await startTestServer(kind, folder)
const sql = connect(server.url, { max: 1, lifetime: 0 })
writeFileSync(join(folder, 'url'), server.url, { mode: 0o600 })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (idle = Number.POSITIVE_INFINITY))

let idle = 0
while (idle < 60_000) {
  await sleep(1_000)
  const [others] = await sql<{ count: number }[]>`
    select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and query not like '%pg_try_advisory_lock%'`
  idle = others?.count === 0 ? idle + 1_000 : 0
}
rmSync(join(folder, 'url'), { force: true })
await sql.end({ timeout: 1 })
await server.stop()
process.exit(0)
