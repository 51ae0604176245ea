// npm test [-- part of a path …]
//
// Everything once on the PostgreSQL that comes with Goldthread; what uses a database once more on the system's own, the oldest that is
// promised (Debian's 15); then the journeys in a browser. What the machine lacks for it is installed when we may.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { type Kind, startTestServer, systemPrograms, type TestServer } from '../test/database/server.ts'

type Stage = { readonly about: string; readonly files: readonly string[]; readonly server: Kind; readonly timeout: number }
type TestEvent = { readonly type: string; readonly data: { readonly message?: string; readonly nesting?: number } }

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2).map(path => relative(root, path) || '.')
const inCi = !['', 'false', '0'].includes(process.env['CI'] ?? '')
const servers = new Map<Kind, TestServer>()
const totals = new Map<string, number>()
let failed = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => finish(130))

try {
  const stages = prepare().filter(({ files }) => files.length > 0)
  if (stages.length === 0) console.error(`No test is in ${wanted.join(' or ')}`)
  failed ||= stages.length === 0
  const kinds = new Set(stages.filter(({ files }) => files.some(usesDatabase)).map(({ server }) => server))
  await Promise.all([...kinds].map(async kind => servers.set(kind, await startTestServer(kind))))
  await pipeline(Readable.from(inOneReport(stages)), new spec(), process.stdout, { end: false })
  for (const [name, count] of totals) console.log(`ℹ ${name} ${count}`)
} catch (error) {
  console.error(error)
  failed = true
}
await finish(failed ? 1 : 0)

async function finish(code: number): Promise<void> {
  await Promise.all([...servers.values()].map(({ stop }) => stop()))
  process.exit(code)
}

function prepare(): Stage[] {
  const files = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root, exclude: ['test/bad-house/**'] })
    .filter(file => wanted.length === 0 || wanted.some(part => file.startsWith(part) || part === '.'))
    .toSorted()
  const journeys = files.filter(file => file.startsWith(join('test', 'journeys')))
  const others = files.filter(file => !journeys.includes(file))
  const onBoth = others.filter(usesDatabase)

  const hasServer = onBoth.length === 0 || has('PostgreSQL 15 or later', () => systemPrograms() !== null, ['postgresql-15'], ['postgresql'])
  const hasBrowser = journeys.length === 0 || has('Chromium', () => browser() !== undefined, ['chromium', 'fonts-liberation'])
  return [
    { about: 'On the PostgreSQL that comes with Goldthread', files: others, server: 'embedded', timeout: 240_000 },
    { about: `On the system’s PostgreSQL (${systemPrograms()})`, files: hasServer ? onBoth : [], server: 'server', timeout: 240_000 },
    { about: 'Journeys in a browser', files: hasBrowser ? journeys : [], server: 'embedded', timeout: 600_000 },
  ]
}

function usesDatabase(file: string): boolean {
  return (
    /(store|pages)\.test\.ts$/.test(file) ||
    /from '[./]*(test\/)?database\/(index|server)\.ts'/.test(readFileSync(join(root, file), 'utf8'))
  )
}

/** Chromium as distributions name it. */
function browser(): string | undefined {
  const named = process.env['CHROMIUM']
  return [...(named ? [named] : []), '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(path =>
    existsSync(path),
  )
}

/** Installs one of the sets of packages if need be and if we may; else says what is left out. */
function has(what: string, isThere: () => boolean, ...packages: string[][]): boolean {
  if (isThere()) return true
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${what} for the tests…`)
    // Debian would start a server of its own on installing it: not in a runlevel for repairs.
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    for (const set of packages) {
      spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...set], { env, stdio: 'ignore' })
      if (isThere()) return true
    }
  }
  console.log(
    `Left out: the tests that need ${what}, which is not there and could not be installed (apt-get install ${packages[0]?.join(' ')}).`,
  )
  failed ||= inCi
  return false
}

/** Node's summary counts one run: that of all of them is kept for the end. */
async function* inOneReport(stages: readonly Stage[]): AsyncGenerator<TestEvent> {
  for (const { about, files, server, timeout } of stages) {
    yield note(`${about}: ${files.length} ${files.length === 1 ? 'file' : 'files'}`)
    const env = {
      ...process.env,
      GOLDTHREAD_TEST_SERVER: server,
      GOLDTHREAD_TEST_URL: servers.get(server)?.url,
      CHROMIUM: browser() ?? '',
    }
    const events = run({
      files: files.map(file => join(root, file)),
      cwd: root,
      concurrency: 2,
      timeout,
      env,
      execArgv: ['--test-force-exit'],
    })
    for await (const event of events as AsyncIterable<TestEvent>) {
      const [, name, count] = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ([\d.]+)$/.exec(event.data.message ?? '') ?? []
      if (event.type === 'test:diagnostic' && event.data.nesting === 0 && name) totals.set(name, (totals.get(name) ?? 0) + Number(count))
      else if (event.type !== 'test:summary') yield event
      if (event.type === 'test:fail') failed = true
    }
  }
}

function note(message: string): TestEvent {
  return { type: 'test:diagnostic', data: { message, nesting: 0 } }
}
