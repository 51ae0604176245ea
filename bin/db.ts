// npm run db schema            writes schema.sql: what the migrations come to, to be read
// npm run db -- schema --check  fails when it is not what is there
//
// Always with PostgreSQL 15, the oldest that is promised, so that everybody gets the same.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrationsIn, prepareDatabase } from '../src/platform/db/index.ts'
import { startTestServer, systemPrograms } from '../test/database/server.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'schema.sql')
const [what, ...flags] = process.argv.slice(2)

if (what !== 'schema' || flags.some(flag => flag !== '--check')) stop('npm run db schema, or npm run db -- schema --check')
const programs = systemPrograms()
if (programs === null || !programs.includes('/15/'))
  stop('The schema is written with PostgreSQL 15, which is not here: apt-get install postgresql-15')

const server = await startTestServer('server')
const schema = await schemaOf(server.url).finally(() => server.stop())
if (!flags.includes('--check')) writeFileSync(file, schema)
else if (!existsSync(file) || readFileSync(file, 'utf8') !== schema)
  stop('schema.sql is not what the migrations come to: npm run db schema')

async function schemaOf(url: string): Promise<string> {
  await prepareDatabase(url, null, migrationsIn(join(root, 'migrations')))
  const { password, searchParams } = new URL(url)
  const dumped = spawnSync(
    join(programs ?? '', 'pg_dump'),
    ['--schema-only', '--no-owner', '--host', searchParams.get('host') ?? '', '--username', 'goldthread_owner', 'postgres'],
    { encoding: 'utf8', env: { PGPASSWORD: decodeURIComponent(password) }, maxBuffer: 2 ** 26 },
  )
  if (dumped.status !== 0) stop(dumped.stderr)
  return `-- Written by npm run db schema from migrations/: read it, do not edit it.\n${tidied(dumped.stdout)}`
}

/** Without what changes with every release of pg_dump, or each time it is run. */
function tidied(dump: string): string {
  return dump
    .replace(/^-- Dumped .*\n/gm, '')
    .replace(/^\\(un)?restrict .*\n/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
