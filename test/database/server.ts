import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/platform/db/connection.ts'
import { startOwnServer } from '../../src/platform/db/index.ts'

/** The PostgreSQL that comes with Goldthread, or the system's own, as old as we promise to support. */
export type Kind = 'embedded' | 'server'
export type TestServer = { readonly url: string; stop(): Promise<void> }

const root = join(import.meta.dirname, '..', '..')
export const kind: Kind = process.env['GOLDTHREAD_TEST_SERVER'] === 'server' ? 'server' : 'embedded'

/** Where tests make their databases: what the run has started, else one that is shared by the tests started by hand and ends a minute after the last. */
export function testServer(): Promise<string> {
  found ??= Promise.resolve(process.env['GOLDTHREAD_TEST_URL'] ?? sharedServer())
  return found
}
let found: Promise<string> | undefined

async function sharedServer(): Promise<string> {
  const note = join(sharedFolder(kind), 'url')
  for (const deadline = performance.now() + 30_000; performance.now() < deadline; await sleep(100)) {
    if (existsSync(note)) {
      const url = readFileSync(note, 'utf8')
      if (url !== '' && (await answers(url))) return url
    }
    if (performance.now() > nextTry) {
      nextTry = performance.now() + 5_000
      spawn(process.execPath, [join(import.meta.dirname, 'guardian.ts'), kind], { detached: true, stdio: 'ignore' }).unref()
    }
  }
  throw new Error(`The test database (${kind}) did not start: node test/database/guardian.ts ${kind} says why`)
}
let nextTry = 0

export function sharedFolder(kind: Kind): string {
  return join(
    quickest(),
    `goldthread-test-${process.getuid?.() ?? 0}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}-${kind}`,
  )
}

/** In memory, where there is enough of it: a database is copied in 10 ms there, and in up to 300 on a disk. */
function quickest(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2e9 ? memory : tmpdir()
}

async function answers(url: string): Promise<boolean> {
  const sql = connect(url, { max: 1, connectTimeout: 2 })
  try {
    await sql`select`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export const startTestServer = (kind: Kind, folder?: string): Promise<TestServer> =>
  kind === 'embedded' ? startEmbedded(folder) : startSystems(folder)

async function startEmbedded(folder = mkdtempSync(join(quickest(), 'goldthread-17-'))): Promise<TestServer> {
  const lost = (why: Error) => {
    throw why
  }
  const server = await startOwnServer({ project: root, dataDir: folder, tell: () => {}, lost, careless: true })
  return {
    url: server.ownerUrl.replace('/goldthread?', '/postgres?'),
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Debian keeps its programs by version; the oldest that we support is the one to test on. */
export function systemPrograms(): string | null {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter(version => version >= 15)
    : []
  const oldest = versions.toSorted((a, b) => a - b).find(version => existsSync(`${home}/${version}/bin/initdb`))
  return oldest === undefined ? null : `${home}/${oldest}/bin`
}

/** Its owner logs in with a password, as on any server. */
async function startSystems(folder = mkdtempSync(join(quickest(), 'goldthread-15-'))): Promise<TestServer> {
  const programs = systemPrograms()
  if (programs === null) throw new Error('There is no PostgreSQL 15 or later in /usr/lib/postgresql')
  const as = process.getuid?.() === 0 ? idsOf('nobody') : undefined
  const password = randomBytes(12).toString('hex')
  const cluster = join(folder, 'postgres')
  const passwordFile = join(folder, 'password')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (as) chownSync(folder, as.uid, as.gid)
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const flags = [
    '-D',
    cluster,
    '--username=goldthread_owner',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  const made = spawnSync(join(programs, 'initdb'), flags, { ...as, encoding: 'utf8', cwd: '/' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}${made.error?.message ?? ''}`)
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=300',
  ]
  const child = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings.flatMap(setting => ['-c', setting])], {
    ...as,
    stdio: 'ignore',
    cwd: '/',
    detached: true,
  })
  const url = `postgres://goldthread_owner:${password}@localhost/postgres?host=${encodeURIComponent(folder)}`
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  for (const deadline = performance.now() + 20_000; !(await answers(url)); await sleep(50)) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`${programs}/postgres did not start in ${folder}`)
  }
  return {
    url,
    async stop() {
      child.kill('SIGINT')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idsOf(user: string): { uid: number; gid: number } {
  const [, uid, gid] = new RegExp(`^${user}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
