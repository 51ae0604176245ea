import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../src/platform/db/connection.ts'

const root = join(import.meta.dirname, '..')
const isRoot = process.getuid?.() === 0
/** Only root can start as somebody else. */
const asRoot = isRoot ? test : () => {}

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'goldthread-start-'))
  chmodSync(made, 0o755)
  // Hooks run in the order in which they were made: what was started in it ends first.
  t.after(async () => {
    await Promise.all(running.splice(0).map(stop))
    const left = serverIn(made)
    if (left !== null) process.kill(left, 'SIGKILL')
    await sleep(left === null ? 0 : 500)
    rmSync(made, { recursive: true, force: true, maxRetries: 5 })
  })
  return made
}

type Started = {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<number | null>
  readonly ready: Promise<string>
}

const running: Started[] = []

/** The program itself, in a process of its own, on a free port. */
function start(dataDir: string, settings: Record<string, string> = {}, as: { uid: number; gid: number } | null = null): Started {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, ...environment } = process.env
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], {
    env: { ...environment, DATA_DIR: dataDir, PORT: '0', ...settings },
    cwd: '/',
    stdio: 'pipe',
    ...as,
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (text += String(chunk)))
  const ended = once(child, 'close').then(() => child.exitCode)
  const ready = (async () => {
    while (child.exitCode === null && child.signalCode === null) {
      const address = /Goldthread is ready at (\S+)/.exec(text)?.[1]
      if (address !== undefined) return new URL(address).origin
      await sleep(10)
    }
    throw new Error(`It did not start:\n${text}`)
  })()
  ready.catch(() => {})
  const started = { child, said: () => text, ended, ready }
  running.push(started)
  return started
}

async function stop({ child, ended }: Started): Promise<{ code: number | null; seconds: number }> {
  const began = performance.now()
  child.kill('SIGTERM')
  return { code: await ended, seconds: (performance.now() - began) / 1_000 }
}

async function kill({ child, ended }: Started): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

/** The process of the PostgreSQL that runs in a data folder. */
function serverIn(dataDir: string): number | null {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

const asOwner = (dataDir: string) =>
  connect(`postgres://goldthread@localhost/goldthread?host=${encodeURIComponent(join(dataDir, 'socket'))}`, { max: 1 })

async function add(dataDir: string, slug: string): Promise<void> {
  const sql = asOwner(dataDir)
  await sql`insert into platform.partnership (slug, name) values (${slug}, ${slug})`
  await sql.end()
}

async function partnerships(dataDir: string): Promise<string[]> {
  const sql = asOwner(dataDir)
  const rows = await sql<{ slug: string }[]>`select slug from platform.partnership order by id`
  await sql.end()
  return rows.map(({ slug }) => slug)
}

test('a first start makes a database and prints an address with a code; SIGTERM ends all of it within 10 s; the next start finds everything', async t => {
  const dataDir = folder(t)
  const first = start(dataDir)
  const origin = await first.ready
  assert.match(first.said(), /Goldthread is ready at http:\/\/localhost:\d+\/\?code=\S+/)
  assert.equal((await fetch(`${origin}/health/live`)).status, 200)
  assert.equal((await fetch(`${origin}/health/ready`)).status, 200)
  await add(dataDir, 'wexcombe')

  const { code, seconds } = await stop(first)
  assert.equal(code, 0)
  assert.ok(seconds < 10, `${seconds} s`)
  assert.equal(serverIn(dataDir), null)

  const second = start(dataDir)
  await second.ready
  assert.deepEqual(await partnerships(dataDir), ['wexcombe'])
  assert.doesNotMatch(second.said(), /Making a database/)
  assert.equal((await stop(second)).code, 0)
})

test('after kill -9 of Goldthread its database is found still running, and the next start takes over', async t => {
  const dataDir = folder(t)
  const first = start(dataDir)
  await first.ready
  await add(dataDir, 'wexcombe')
  await kill(first)
  assert.notEqual(serverIn(dataDir), null)

  const second = start(dataDir)
  await second.ready
  assert.deepEqual(await partnerships(dataDir), ['wexcombe'])
  assert.equal((await stop(second)).code, 0)
  assert.equal(serverIn(dataDir), null)
})

test('after kill -9 of the database it is started again, while Goldthread goes on', async t => {
  const dataDir = folder(t)
  const started = start(dataDir)
  const origin = await started.ready
  await add(dataDir, 'wexcombe')
  const server = serverIn(dataDir)
  process.kill(server ?? 0, 'SIGKILL')
  for (const deadline = performance.now() + 15_000; ; await sleep(100)) {
    if (serverIn(dataDir) !== server && (await fetch(`${origin}/health/ready`)).status === 200) break
    assert.ok(performance.now() < deadline, started.said())
  }
  assert.match(started.said(), /The database has stopped unexpectedly: starting it again/)
  assert.deepEqual(await partnerships(dataDir), ['wexcombe'])
  assert.equal((await stop(started)).code, 0)
})

test('after kill -9 of both at once the next start comes up within 10 s', async t => {
  const dataDir = folder(t)
  const first = start(dataDir)
  await first.ready
  await add(dataDir, 'wexcombe')
  first.child.kill('SIGKILL')
  process.kill(serverIn(dataDir) ?? 0, 'SIGKILL')
  await first.ended
  const began = performance.now()
  await start(dataDir).ready
  assert.ok(performance.now() - began < 12_000)
  assert.deepEqual(await partnerships(dataDir), ['wexcombe'])
})

test('a second Goldthread on the same folder is refused with a sentence, and the first goes on', async t => {
  const dataDir = folder(t)
  const first = start(dataDir)
  const origin = await first.ready
  const second = start(dataDir)
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /^Another Goldthread is already using the data in \S+: stop it first, or set DATA_DIR to another folder/)
  assert.equal((await fetch(`${origin}/health/ready`)).status, 200)
})

test('of two that are started at the same moment on an empty folder one is ready and the other is refused', async t => {
  const dataDir = folder(t)
  const both = [start(dataDir), start(dataDir)]
  const outcomes = await Promise.allSettled(both.map(({ ready }) => ready))
  assert.deepEqual(
    outcomes.map(({ status }) => status).toSorted(),
    ['fulfilled', 'rejected'],
    both.map(({ said }) => said()).join('\n---\n'),
  )
  assert.match(
    both[outcomes.findIndex(({ status }) => status === 'rejected')]?.said() ?? '',
    /Another Goldthread is already using the data/,
  )
})

test('SIGTERM in the middle of a first start leaves nothing running and nothing half made', async t => {
  for (const after of [150, 900]) {
    const dataDir = folder(t)
    const first = start(dataDir)
    await sleep(after)
    assert.ok((await stop(first)).seconds < 10)
    assert.equal(serverIn(dataDir), null)
    const second = start(dataDir)
    await second.ready
    await stop(second)
  }
})

test('a browser that keeps a connection open does not hold up the end', async t => {
  const started = start(folder(t))
  const { port, hostname } = new URL(await started.ready)
  const idle = connectSocket(Number(port), hostname)
  const half = connectSocket(Number(port), hostname)
  for (const socket of [idle, half]) socket.on('error', () => {})
  half.write('POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\nemail=')
  await sleep(100)
  const { code, seconds } = await stop(started)
  assert.equal(code, 0)
  assert.ok(seconds < 10, `${seconds} s`)
})

test('a process that has the number of a database that was killed is let be', async t => {
  const dataDir = folder(t)
  const first = start(dataDir)
  await first.ready
  const note = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  await stop(first)
  // As after a restart of the machine: the number is that of some other program by now, this test.
  writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), note.replace(/^\d+/, String(process.pid)))
  await start(dataDir).ready
})

test('a folder with a name too long for a socket will do', async t => {
  const dataDir = join(folder(t), 'a-long-name-'.repeat(10))
  mkdirSync(dataDir)
  const started = start(dataDir)
  await started.ready
  assert.equal((await stop(started)).code, 0)
})

test('a folder that cannot be written to, or holds something else, is refused with a sentence', async t => {
  const dataDir = folder(t)
  writeFileSync(join(dataDir, 'file'), '')
  const inFile = start(join(dataDir, 'file', 'data'))
  assert.equal(await inFile.ended, 1)
  assert.match(
    inFile.said(),
    /^Goldthread cannot keep its data in \S+ \(ENOTDIR\): make it a folder that \w+ may write to, set DATA_DIR to another/,
  )

  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, 'postgres', 'accounts.xls'), '')
  const taken = start(dataDir)
  assert.equal(await taken.ended, 1)
  assert.match(taken.said(), /postgres is not empty and holds no PostgreSQL: move away what is there, or set DATA_DIR/)
  assert.ok(existsSync(join(dataDir, 'postgres', 'accounts.xls')))
})

test('settings that contradict each other are refused with sentences', async t => {
  const started = start(folder(t), { PORT: 'here', GOLDTHREAD_COLOUR: 'gold' })
  assert.equal(await started.ended, 1)
  assert.match(started.said(), /^There is no setting GOLDTHREAD_COLOUR.*\nPORT must be a whole number from 0 to 65535, not here\.\n$/)
})

test('a port that is taken is refused with a sentence, and the database is not left behind', async t => {
  const { port } = new URL(await start(folder(t)).ready)
  const dataDir = folder(t)
  const second = start(dataDir, { PORT: port })
  assert.equal(await second.ended, 1)
  assert.match(second.said(), /Port \d+ is already in use: stop the program that uses it, or set PORT to another/)
  assert.equal(serverIn(dataDir), null)
})

asRoot('as root, a folder into which no other user may go is refused with a sentence', async t => {
  const closed = folder(t)
  chmodSync(closed, 0o700)
  const started = start(join(closed, 'data'))
  assert.equal(await started.ended, 1)
  assert.match(
    started.said(),
    /^PostgreSQL does not run as root but as user id \d+, who may not enter \S+: set DATA_DIR to a folder outside closed ones/,
  )
})

asRoot('as an ordinary user it runs as that user, and root afterwards carries on with the same data', async t => {
  const as = ordinaryUser()
  if (as === null) return t.diagnostic('left out: an ordinary user may not read this project')
  const dataDir = folder(t)
  chownSync(dataDir, as.uid, as.gid)
  const first = start(dataDir, {}, as)
  await first.ready
  await add(dataDir, 'wexcombe')
  await stop(first)
  const second = start(dataDir)
  await second.ready
  assert.deepEqual(await partnerships(dataDir), ['wexcombe'])
})

asRoot('an ordinary user is told which folder is closed to them, and whose the data are', async t => {
  const as = ordinaryUser()
  if (as === null) return t.diagnostic('left out: an ordinary user may not read this project')
  const dataDir = folder(t)
  const refused = start(dataDir, {}, as)
  assert.equal(await refused.ended, 1)
  assert.match(refused.said(), /^Goldthread cannot keep its data in \S+ \(EACCES\): make it a folder that daemon may write to/)

  const byRoot = start(dataDir)
  await byRoot.ready
  await stop(byRoot)
  chownSync(dataDir, as.uid, as.gid)
  const another = start(dataDir, {}, as)
  assert.equal(await another.ended, 1)
  assert.match(another.said(), /^The data in \S+ belong to another user \(id \d+\): start Goldthread as that user/)
})

asRoot('a user id that has no name is refused with a sentence', async t => {
  if (ordinaryUser() === null) return t.diagnostic('left out: an ordinary user may not read this project')
  const dataDir = folder(t)
  chownSync(dataDir, 54_321, 54_321)
  const started = start(dataDir, {}, { uid: 54_321, gid: 54_321 })
  assert.equal(await started.ended, 1)
  assert.match(started.said(), /^Goldthread runs as user id 54321, which has no entry in \/etc\/passwd.*set DATABASE_URL/)
})

/** Somebody who is neither root nor the one that root runs the database as; null where the project is in a closed folder. */
function ordinaryUser(): { uid: number; gid: number } | null {
  const [, uid, gid] = /^daemon:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  if (uid === undefined || gid === undefined) return null
  const as = { uid: Number(uid), gid: Number(gid) }
  const reads = spawnSync(process.execPath, ['-e', `require('node:fs').readFileSync(${JSON.stringify(join(root, 'src/main.ts'))})`], {
    ...as,
    cwd: '/',
  })
  return reads.status === 0 ? as : null
}
