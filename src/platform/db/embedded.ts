import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart, codeOf } from './cannot-start.ts'
import { connect, type Sql } from './connection.ts'
import { type DiskTrouble, diskTrouble, diskTroubleAt, diskTroubleIn, diskWords } from './disk.ts'
import { findPlace, type Place } from './place.ts'

export type OwnServer = {
  /** Where its owner logs in: a Unix socket that only we can open, no password. */
  readonly ownerUrl: string
  readonly folder: string
  /** Why it does not run just now, where a disk is the reason: it is started again as soon as that is mended. */
  trouble(): DiskTrouble | null
  stop(): Promise<void>
}

export type OwnServerOptions = {
  readonly project: string
  /** null: the usual one. */
  readonly dataDir: string | null
  readonly tell: (sentence: string) => void
  /** The server is gone and could not be started again. */
  readonly lost: (why: CannotStart) => void
  /** Only for tests: quicker, and nothing survives a power cut. */
  readonly careless?: boolean
}

/** Held by the process that uses the server, for as long as it lives. */
const useLock = 1_735_355_492

/** A PostgreSQL of our own, a child process. One Goldthread uses it at a time; what an earlier one left running is stopped first. */
export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const { project, dataDir, tell, lost, careless = false } = options
  const place = findPlace(project, dataDir)
  await createCluster(place, tell, careless)

  let stopping = false
  let running = await start(place, careless)
  let trouble: DiskTrouble | null = null
  const restarts: number[] = []
  const watch = () =>
    running.child.once('exit', async () => {
      if (stopping) return
      tell('The database has stopped unexpectedly: starting it again.')
      try {
        await startAgain()
      } catch (error) {
        lost(error instanceof CannotStart ? error : new CannotStart(`The database could not be started again: ${String(error)}`))
      }
    })
  watch()
  // A PostgreSQL that cannot write can soon not be read either, and as long as it has its files open nobody can mount the disk anew.
  const looking = setInterval(() => {
    if (trouble === null && diskTroubleAt(place.log) === 'read-only') running.child.kill('SIGQUIT')
  }, 3_000).unref()

  /** While a disk is what keeps it from running it is tried until that is mended, and Goldthread goes on meanwhile. */
  async function startAgain(): Promise<void> {
    const now = performance.now()
    restarts.push(now)
    const stopsOften = restarts.filter(at => now - at < 60_000).length > 3
    let disk = stopsOften ? diskTroubleAt(place.log) : null
    if (stopsOften && disk === null) throw new CannotStart(`The database stops again and again. It says:\n${lastWords(place)}`)
    for (; !stopping; disk = diskTroubleAt(place.log)) {
      disk ??= await startUnlessDisk()
      if (disk === null) return
      if (trouble === null) tell(`The database cannot run: ${diskWords[disk]}, and it starts again by itself.`)
      trouble = disk
      await sleep(1_000)
    }
  }

  /** What is wrong with its disk, if that is why it does not start. */
  async function startUnlessDisk(): Promise<DiskTrouble | null> {
    try {
      running = await start(place, careless)
    } catch (error) {
      const disk = error instanceof CannotStart ? error.disk : diskTrouble(error)
      if (disk === null) throw error
      return disk
    }
    if (trouble !== null) tell('The database is running again.')
    trouble = null
    if (stopping) await stop(running)
    else watch()
    return null
  }

  return {
    ownerUrl: urlOf(place.sockets, 'goldthread'),
    folder: place.folder,
    trouble: () => trouble,
    async stop() {
      stopping = true
      clearInterval(looking)
      await stop(running)
      if (!place.sockets.startsWith(place.folder)) rmSync(place.sockets, { recursive: true, force: true })
    },
  }
}

/**
 * For a command: the server that a Goldthread is using is used as well, and left running; where none runs, one is started for as long as the command
 * takes. Unless `mayMake`, there must be data.
 */
export async function useOwnServer(options: OwnServerOptions & { readonly mayMake: boolean }): Promise<OwnServer> {
  const place = findPlace(options.project, options.dataDir)
  const found = runningServer(place)
  if (found !== null && (await claimed(found.sockets)) === 'used')
    return { ownerUrl: urlOf(found.sockets, 'goldthread'), folder: place.folder, trouble: () => null, stop: async () => {} }
  if (!options.mayMake && !existsSync(join(place.cluster, 'PG_VERSION')))
    throw new CannotStart(
      `There are no data of Goldthread in ${place.folder}: set DATA_DIR to the folder where they are, or DATABASE_URL to the server.`,
    )
  return startOwnServer(options)
}

/** Made beside its place and moved there whole, so that a start which was cut short leaves no half of one. */
async function createCluster(place: Place, tell: (sentence: string) => void, careless: boolean): Promise<void> {
  const { cluster, folder, as } = place
  for (const name of readdirSync(folder)) {
    const pid = Number(/^postgres\.new-(\d+)$/.exec(name)?.[1])
    if (pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
  if (existsSync(join(cluster, 'PG_VERSION'))) return refuseOtherVersion(cluster)
  if (existsSync(cluster) && readdirSync(cluster).length > 0)
    throw new CannotStart(`${cluster} is not empty and holds no PostgreSQL: move away what is there, or set DATA_DIR to another folder.`)
  tell(`Making a database in ${folder}…`)
  const fresh = `${cluster}.new-${process.pid}`
  mkdirSync(fresh, { mode: 0o700 })
  if (as !== null) chownSync(fresh, as.uid, as.gid)
  const flags = [
    '-D',
    fresh,
    '--username=goldthread',
    '--auth=trust',
    '--encoding=UTF8',
    '--data-checksums',
    ...(careless ? ['--no-sync'] : []),
  ]
  let said = ''
  // Not every system has the first; the last sorts and searches English alone.
  for (const locale of ['C.UTF-8', 'en_GB.UTF-8', 'en_US.UTF-8', 'C']) {
    const { code, output } = await runToEnd(place, 'initdb', [...flags, `--locale=${locale}`])
    said = output
    if (code === 0) {
      moveInto(fresh, cluster)
      return
    }
    if (!output.includes('invalid locale')) break
  }
  rmSync(fresh, { recursive: true, force: true })
  throw notPossible(place, `A database could not be made in ${folder}`, said.trim())
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== '17')
    throw new CannotStart(`The data in ${cluster} were kept by PostgreSQL ${version}; this Goldthread brings PostgreSQL 17.`)
}

/** Another start may have been quicker: then its database is the one. */
function moveInto(fresh: string, cluster: string): void {
  try {
    renameSync(fresh, cluster)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
  }
}

type Running = { readonly child: ChildProcess; readonly guard: Sql }

/** After a kill -9 PostgreSQL refuses to start until the last of its processes has gone, a second or two. */
async function start(place: Place, careless: boolean): Promise<Running> {
  for (const deadline = performance.now() + 10_000; ; await sleep(200)) {
    await stopOrphan(place)
    const child = launch(place, careless)
    const started = await ready(place, child).catch(error => {
      const disk = diskTrouble(error)
      if (disk === null) throw error
      child.kill('SIGINT')
      throw new CannotStart(`The database in ${place.folder} could not be started: ${diskWords[disk]}, then start Goldthread again.`, disk)
    })
    if (started !== 'ended') return { child, guard: started }
    const words = lastWords(place)
    const passing = diskTroubleIn(words) === null && /lock file|shared memory|already in use|Is another postmaster/.test(words)
    if (!passing || performance.now() > deadline) throw notPossible(place, `The database in ${place.folder} could not be started`, words)
  }
}

/** A full disk cannot say so in a log that is on it: then the disk is asked. */
function notPossible({ log }: Place, what: string, words: string): CannotStart {
  const disk = diskTroubleIn(words) ?? diskTroubleAt(log)
  return disk === null
    ? new CannotStart(`${what}. PostgreSQL says:\n${words}`)
    : new CannotStart(`${what}: ${diskWords[disk]}, then start Goldthread again. PostgreSQL says:\n${words}`, disk)
}

/** A Goldthread that was killed leaves its server running; one that lives holds the lock, and one that is just ending soon lets go of it. */
async function stopOrphan(place: Place): Promise<void> {
  const began = performance.now()
  for (; ; await sleep(200)) {
    const found = runningServer(place)
    if (found === null) return
    const waited = performance.now() - began
    const claim = await claimed(found.sockets)
    if (claim === 'used' && waited > 3_000) throw new CannotStart(inUse(place))
    if (claim === 'free') signal(found.pid, 'SIGINT')
    if (claim === 'silent' && !isServerOf(place, found.pid)) {
      // The number in the file is some other program's by now.
      rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
      return
    }
    if (waited > 20_000)
      throw new CannotStart(
        `A PostgreSQL (process ${found.pid}) still runs in ${place.folder} and does not stop: end it, or restart the machine.`,
      )
  }
}

function inUse({ folder }: Place): string {
  return `Another Goldthread is already using the data in ${folder}: stop it first, or set DATA_DIR to another folder and PORT to another port for a second one.`
}

function runningServer({ cluster }: Place): { readonly pid: number; readonly sockets: string } | null {
  try {
    const [pid, , , , sockets] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return isAlive(Number(pid)) ? { pid: Number(pid), sockets: sockets ?? '' } : null
  } catch {
    return null
  }
}

/** Whether a living Goldthread uses the server. One that has just started it takes the lock within an instant. */
async function claimed(sockets: string): Promise<'used' | 'free' | 'silent'> {
  if (!existsSync(join(sockets, '.s.PGSQL.5432'))) return 'silent'
  await sleep(400)
  const sql = connect(urlOf(sockets, 'postgres'), { max: 1, connectTimeout: 2 })
  try {
    return (await lock(sql)) ? 'free' : 'used'
  } catch {
    return 'silent'
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function lock(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${useLock}) as taken`
  return row?.taken === true
}

function isServerOf({ cluster }: Place, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return process.platform !== 'linux'
  }
}

function launch({ programs, cluster, sockets, log, as }: Place, careless: boolean): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: 100,
    jit: 'off',
    log_min_duration_statement: '2s',
    log_parameter_max_length: 0,
    ...(careless ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 } : {}),
  }
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.old`)
  // A file, not a pipe: should we be killed, the server must not be left writing to nobody.
  const output = openSync(log, 'a', 0o600)
  try {
    return spawn(
      join(programs, 'postgres'),
      ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        // A process group of its own: Ctrl-C in the terminal is for us, who stop it when the last request is done.
        detached: true,
        stdio: ['ignore', output, output],
        env: environment,
        cwd: '/',
        ...as,
      },
    )
  } finally {
    closeSync(output)
  }
}

const environment = { PATH: process.env['PATH'] ?? '', TZ: 'UTC' }

async function ready(place: Place, child: ChildProcess): Promise<Sql | 'ended'> {
  let gone = false
  child.once('exit', () => (gone = true))
  child.once('error', () => (gone = true))
  while (!gone) {
    const guard = connect(urlOf(place.sockets, 'postgres'), { max: 1, lifetime: 0, connectTimeout: 2 })
    try {
      if (isOurs(place, child)) {
        if (await lock(guard)) {
          await guard`create database goldthread`.catch(error => {
            if (codeOf(error) !== '42P04') throw error
          })
          return guard
        }
        throw new CannotStart(inUse(place))
      }
    } catch (error) {
      if (error instanceof CannotStart) throw error
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT'].includes(codeOf(error))) throw error
    }
    await guard.end({ timeout: 1 })
    await sleep(20)
  }
  return 'ended'
}

/** Not another's that is still using the socket. */
function isOurs(place: Place, child: ChildProcess): boolean {
  return runningServer(place)?.pid === child.pid
}

function urlOf(sockets: string, database: string): string {
  return `postgres://goldthread@localhost/${database}?host=${encodeURIComponent(sockets)}`
}

/** Fast shutdown: whoever is connected is cut off, what was committed is on disk. Whatever happens it is over in four seconds. */
async function stop({ child, guard }: Running): Promise<void> {
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>(resolve => child.once('exit', () => resolve()))
  await guard.end({ timeout: 1 })
  for (const [kind, patience] of [
    ['SIGINT', 2_000],
    ['SIGQUIT', 800],
    ['SIGKILL', 200],
  ] as const) {
    child.kill(kind)
    if ((await Promise.race([gone.then(() => 'gone'), sleep(patience, 'still there', { ref: false })])) === 'gone') return
  }
}

function runToEnd({ programs, as }: Place, program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise(resolve => {
    const child = spawn(join(programs, program), args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment, cwd: '/', ...as })
    let output = ''
    child.stdout.on('data', text => (output += text))
    child.stderr.on('data', text => (output += text))
    child.on('error', error => resolve({ code: 1, output: error.message }))
    child.on('close', code => resolve({ code, output }))
  })
}

function lastWords({ log }: Place): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6).join('\n')
  } catch {
    return 'nothing'
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function signal(pid: number, kind: NodeJS.Signals): void {
  try {
    process.kill(pid, kind)
  } catch {
    // Gone meanwhile, or another user's: the next look will show.
  }
}
