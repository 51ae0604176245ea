import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'

export type Goldthread = {
  /** The address that was printed, with the one-time code when there is one. */
  readonly firstAddress: string
  readonly origin: string
  stop(): Promise<number | null>
}

/** The real thing: the program in a process of its own, with a database of its own in `dataDir`. */
export async function startGoldthread(t: TestContext, dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<Goldthread> {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, ...environment } = process.env
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...environment, PORT: String(await freePort()), HOST: '127.0.0.1', DATA_DIR: dataDir, NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  const said: string[] = []
  child.stderr.on('data', chunk => said.push(String(chunk)))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
    return child.exitCode
  }
  t.after(stop)

  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    said.push(line)
    const firstAddress = /Goldthread is ready at (\S+)/.exec(line)?.[1]
    if (firstAddress === undefined) continue
    lines.on('line', () => {})
    lines.resume()
    return { firstAddress, origin: new URL(firstAddress).origin, stop }
  }
  throw new Error(`Goldthread did not start:\n${said.join('\n')}`)
}

export async function freshFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'goldthread-journey-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}
