/** From the command to the first page: on an empty folder, and on a database that is there. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atMost, type Benchmark, median, noted, seconds } from './figure.ts'
import { project } from './place.ts'
import { textOf, visitor } from './visitor.ts'

export const start: Benchmark = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
  try {
    const first = await untilFirstPage(folder)
    const later: number[] = []
    for (let round = 0; round < 5; round++) later.push(await untilFirstPage(folder))
    return {
      title: 'Start',
      figures: [
        atMost('with an existing database of its own: first page', median(later) / 1000, 3, seconds),
        noted('on an empty folder, where the database is made first: first page', seconds(first / 1000)),
      ],
      how: [
        'The program itself (`src/main.ts`) as a new process with PostgreSQL of its own, its packages installed, until the last byte of the page that is shown first. Median of five starts.',
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function untilFirstPage(folder: string): Promise<number> {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, GOLDTHREAD_BENCH_PROFILE: ___, ...environment } = process.env
  const started = performance.now()
  const child = spawn(process.execPath, [join(project, 'src/main.ts')], {
    env: { ...environment, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<URL>((tell, fail) => {
    let said = ''
    child.stdout.on('data', part => {
      said += String(part)
      const ready = /Goldthread is ready at (\S+)/.exec(said)?.[1]
      if (ready !== undefined) tell(new URL(ready))
    })
    child.on('exit', () => fail(new Error(`It did not start:\n${said}`)))
  })
  const one = visitor(Number(address.port))
  const page = await one.get(address.pathname + address.search)
  textOf(page)
  const taken = performance.now() - started
  one.leave()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  return taken
}
