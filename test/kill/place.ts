import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/platform/db/connection.ts'
import { systemPrograms } from '../database/server.ts'

/** A database as people have it, which writes to disk before it says so: Goldthread's own, or a server's. Both can be killed and started again. */
export type Place = {
  readonly environment: Readonly<Record<string, string>>
  /** Begins it, where Goldthread does not do so itself. */
  start(): Promise<void>
  kill(): Promise<void>
  remove(): Promise<void>
}

export function ownDatabase(): Place {
  const folder = newFolder()
  return {
    environment: { DATA_DIR: folder },
    start: async () => {},
    kill: async () => killProcess(postmasterIn(join(folder, 'postgres'))),
    remove: async () => {
      await killProcess(postmasterIn(join(folder, 'postgres')))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export async function serversDatabase(): Promise<Place> {
  const programs = systemPrograms()
  if (programs === null) throw new Error('There is no PostgreSQL 15 or later in /usr/lib/postgresql')
  const as: { uid?: number; gid?: number } = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const folder = newFolder()
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid)
  const cluster = join(folder, 'postgres')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, 'kept for a test', { mode: 0o644 })
  const flags = ['-D', cluster, '--username=goldthread_owner', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  const made = spawnSync(join(programs, 'initdb'), flags, { ...as, encoding: 'utf8', cwd: '/' })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const url = (database: string) =>
    `postgres://goldthread_owner:${encodeURIComponent('kept for a test')}@localhost/${database}?host=${encodeURIComponent(folder)}`

  let child: ChildProcess | null = null
  /** Again, as long as what was killed has not let go of everything: whoever runs a server has something that does so. */
  async function start(): Promise<void> {
    if (child !== null) return
    for (const deadline = performance.now() + 30_000; performance.now() < deadline; await sleep(100)) {
      const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`]
      const started = spawn(join(programs ?? '', 'postgres'), ['-D', cluster, ...settings], { ...as, stdio: 'ignore', cwd: '/' })
      child = started
      started.once('exit', () => {
        if (child === started) child = null
      })
      if (await answering(url('postgres'), () => child === started)) return
    }
    throw new Error('The server did not start within 30 s')
  }
  await start()
  const sql = connect(url('postgres'), { max: 1 })
  await sql`create database goldthread`
  await sql.end()
  return {
    environment: { DATABASE_URL: url('goldthread') },
    start,
    kill: async () => {
      if (child === null) return
      const gone = once(child, 'exit')
      await killProcess(child.pid ?? null)
      await gone
    },
    remove: async () => {
      child?.kill('SIGQUIT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** False when it has ended instead. */
async function answering(url: string, isRunning: () => boolean): Promise<boolean> {
  while (isRunning()) {
    const sql = connect(url, { max: 1, connectTimeout: 2 })
    const isThere = await sql`select`.then(
      () => true,
      () => false,
    )
    await sql.end({ timeout: 1 })
    if (isThere) return true
    await sleep(50)
  }
  return false
}

/** As a machine that loses its power would end it: its parts do not tidy up either. */
async function killProcess(pid: number | null): Promise<void> {
  if (pid === null) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    return
  }
  for (const deadline = performance.now() + 5_000; isRunning(pid) && performance.now() < deadline; ) await sleep(10)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function postmasterIn(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-kill-'))
  chmodSync(folder, 0o755)
  return folder
}
