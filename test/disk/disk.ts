import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A small disk of the test's own. */
export type Disk = {
  readonly folder: string
  fill(): void
  makeRoom(): void
  /** As it is when somebody mounted it so. */
  setReadOnly(is: boolean): void
  remove(): void
}

/** In memory, where we may mount one; else why not. */
export function diskInMemory(megabytes: number): Disk | string {
  const folder = newFolder()
  const refused = run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'goldthread-test', folder)
  if (refused !== null) return leftOut(folder, refused)
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill: () => fillWith(ballast, folder),
    makeRoom: () => rmSync(ballast),
    setReadOnly: is => must(run('mount', '-o', `remount,${is ? 'ro' : 'rw'}`, folder)),
    remove: () => unmount(folder),
  }
}

export type BreakingDisk = Pick<Disk, 'folder' | 'remove'> & {
  /** It goes read-only at once, whatever is open on it, as a failing one does. */
  breakDown(): void
  /** As an administrator does it, once nothing is open on it any more. */
  mend(): Promise<void>
}

/** A file with a file system in it. */
export function breakingDisk(megabytes: number): BreakingDisk | string {
  const folder = newFolder()
  const image = `${folder}.image`
  const mounted =
    run('truncate', '-s', `${megabytes}M`, image) ?? run('mkfs.ext4', '-q', '-m', '0', image) ?? run('mount', '-o', 'loop', image, folder)
  if (mounted !== null) {
    rmSync(image, { force: true })
    return leftOut(folder, mounted)
  }
  chmodSync(folder, 0o755)
  return {
    folder,
    breakDown: () => must(run('mount', '-o', 'remount,abort', folder)),
    async mend() {
      for (const deadline = performance.now() + 15_000; run('umount', folder) !== null; await sleep(200)) {
        if (performance.now() > deadline) throw new Error('Something is still open on the disk')
      }
      must(run('mount', '-o', 'loop', image, folder))
    },
    remove() {
      unmount(folder)
      rmSync(image, { force: true })
    },
  }
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-disk-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Why it did not work. */
function run(program: string, ...args: string[]): string | null {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? null : `${program}: ${error?.message ?? stderr.trim()}`
}

function must(refused: string | null): void {
  if (refused !== null) throw new Error(refused)
}

function leftOut(folder: string, why: string): string {
  rmSync(folder, { recursive: true, force: true })
  return `left out, since no disk can be mounted here: ${why}`
}

function unmount(folder: string): void {
  run('umount', '-l', folder)
  rmSync(folder, { recursive: true, force: true })
}

/** To the last byte. */
function fillWith(ballast: string, folder: string): void {
  const file = openSync(ballast, 'a')
  try {
    for (const size of [1 << 20, 4096, 1]) {
      const piece = Buffer.alloc(size, 1)
      for (;;) {
        try {
          writeSync(file, piece)
        } catch {
          break
        }
        if (size === 1 && statfsSync(folder).bavail === 0) break
      }
    }
  } finally {
    closeSync(file)
  }
}
