import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Program = {
  readonly origin: string
  readonly code: string | null
  readonly child: ChildProcess
  /** What it has printed. */
  readonly said: () => string
  kill(): Promise<void>
  stop(): Promise<void>
}

/** The program itself, ready to serve; a start that is refused or takes longer than 30 s is an error that says what was printed. */
export async function startProgram(environment: Readonly<Record<string, string>>): Promise<Program> {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, DATA_DIR: ___, ...others } = process.env
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { ...others, PORT: '0', HOST: '127.0.0.1', GOLDTHREAD_REQUESTS_A_MINUTE: '0', ...environment },
    stdio: 'pipe',
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)))
  const gone = once(child, 'exit')
  for (const deadline = performance.now() + 30_000; performance.now() < deadline && child.exitCode === null; await sleep(10)) {
    const address = /Goldthread is ready at (\S+)/.exec(said)?.[1]
    if (address === undefined) continue
    const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await gone
    }
    const url = new URL(address)
    return {
      origin: url.origin,
      code: url.searchParams.get('code'),
      child,
      said: () => said,
      kill: () => end('SIGKILL'),
      stop: () => end('SIGTERM'),
    }
  }
  child.kill('SIGKILL')
  throw new Error(`Goldthread did not start:\n${said}`)
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser as far as keeping what it promises goes: cookies and forms. */
export class Browser {
  readonly cookies = new Map<string, string>()

  async get(url: string): Promise<{ status: number; body: string }> {
    const answer = await fetch(url, { headers: { cookie: this.cookie() }, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    this.keep(answer)
    return { status: answer.status, body: await answer.text() }
  }

  async post(url: string, fields: Fields | FormData): Promise<{ status: number; location: string; body: string }> {
    const pairs =
      fields instanceof FormData ? [] : Object.entries(fields).flatMap(([name, values]) => [values].flat().map(value => [name, value]))
    const body = fields instanceof FormData ? fields : new URLSearchParams(pairs)
    const headers = { cookie: this.cookie(), 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(20_000) })
    this.keep(answer)
    return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() }
  }

  private cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
