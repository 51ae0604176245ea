/** A Goldthread of its own for a benchmark, so that asking costs the one that answers nothing. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Asked = { readonly kind: 'serve'; readonly html: string } | { readonly kind: 'look' }
export type Answered = { readonly memory: number; readonly peak: number; readonly port: number }

export type Server = {
  readonly port: number
  /** What its second route answers with. */
  serve(html: string): Promise<void>
  look(): Promise<Answered>
  stop(): Promise<void>
}

export async function startServer(appUrl: string): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'serving.ts'), [appUrl], { execArgv: profiling() })
  await once(child, 'message')
  const { port } = await ask(child, { kind: 'look' })
  return {
    port,
    serve: async html => void (await ask(child, { kind: 'serve', html })),
    look: () => ask(child, { kind: 'look' }),
    async stop() {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

/** GOLDTHREAD_BENCH_PROFILE=folder leaves there what the server spent its time on, for the developer tools of a browser. */
function profiling(): string[] {
  const folder = process.env['GOLDTHREAD_BENCH_PROFILE']
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`]
}

async function ask(child: ChildProcess, asked: Asked): Promise<Answered> {
  const answered = once(child, 'message')
  child.send(asked)
  const [answer] = await answered
  return answer as Answered
}
