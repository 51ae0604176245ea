import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { FreshDatabase } from '../database/index.ts'

export const root = join(import.meta.dirname, '..', '..')
export const now = Temporal.Instant.from('2009-05-06T09:30:00Z')

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** The command in a process of its own; `limit` is how large a file it may write, in blocks of the shell's. */
export function goldthread(args: readonly string[], settings: Record<string, string> = {}, limit: string | null = null): Promise<Ended> {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, DATA_DIR: ___, ...environment } = process.env
  const program = [process.execPath, join(root, 'bin/goldthread.ts'), ...args]
  const [command = '', ...rest] = limit === null ? program : ['/bin/sh', '-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...program]
  return new Promise(resolve => {
    const child = spawn(command, rest, { env: { ...environment, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout?.on('data', text => (out += text))
    child.stderr?.on('data', text => (err += text))
    child.on('close', code => resolve({ code, out, err }))
  })
}

export function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'goldthread-command-'))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

export const on = ({ ownerUrl }: Pick<FreshDatabase, 'ownerUrl'>) => ({ DATABASE_URL: ownerUrl })
