import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked, Database, Db } from '../db/index.ts'
import type { JobEvent } from '../jobs/index.ts'
import type { Answered } from '../web/index.ts'
import { counter, exposition, type Figure, histogram, type Sample } from './prometheus.ts'
import { type Queue, queues } from './store.ts'

export type WatchOptions = {
  readonly database: Database
  readonly version: string
  /** Figures of the modules', in a transaction of the platform. */
  readonly figures: (db: Db) => Promise<readonly Figure[]>
  /** How long what was asked of the database is told again, in milliseconds. */
  readonly keep?: number
}

/** What this process has seen since it was started, and how the database stands: no figure is of one person or one partnership. */
export function openWatch({ database, version, figures, keep = 5_000 }: WatchOptions) {
  const requests = counter()
  const requestSeconds = histogram()
  const querySeconds = histogram()
  const failedQueries = counter()
  const outcomes = counter()
  const running = counter()
  failedQueries.add({}, 0)
  let asked: { readonly at: number; readonly figures: Promise<readonly Figure[]> } | null = null

  /** A database that is busy is not asked by each who looks. */
  function ofDatabase(): Promise<readonly Figure[]> {
    if (asked === null || performance.now() - asked.at > keep) asked = { at: performance.now(), figures: inTime(askDatabase()) }
    return asked.figures
  }

  async function askDatabase(): Promise<readonly Figure[]> {
    return database.platform(async db => [...queueFigures(await queues(db)), ...(await figures(db)), databaseUp(1)])
  }

  return {
    answered({ method, route, status, ms }: Answered): void {
      requests.add({ route, method, status: String(status) })
      requestSeconds.observe({ route, method }, ms / 1_000)
    },
    asked({ ms, failed }: Asked): void {
      querySeconds.observe({}, ms / 1_000)
      if (failed) failedQueries.add({})
    },
    job(kind: string, event: JobEvent): void {
      if (event === 'begun' || event === 'ended') running.add({ kind }, event === 'begun' ? 1 : -1)
      else outcomes.add({ kind, outcome: event.replace(' ', '_') })
    },
    async metrics(): Promise<string> {
      const { size, inUse, waiting } = database.pool()
      const { rss, heapUsed } = process.memoryUsage()
      return exposition([
        gauge('goldthread_info', 'The version that runs.', { labels: { version }, value: 1 }),
        gauge('goldthread_uptime_seconds', 'How long this process has run.', { value: process.uptime() }),
        gauge('process_resident_memory_bytes', 'Memory that this process takes.', { value: rss }),
        gauge('goldthread_heap_used_bytes', 'Memory that its objects take.', { value: heapUsed }),
        count('goldthread_requests_total', 'Requests answered.', requests.samples()),
        {
          name: 'goldthread_request_duration_seconds',
          type: 'histogram',
          help: 'From the request to the end of its answer.',
          samples: requestSeconds.samples(),
        },
        { name: 'goldthread_query_duration_seconds', type: 'histogram', help: 'Statements of visits.', samples: querySeconds.samples() },
        count('goldthread_queries_failed_total', 'Statements that the database refused.', failedQueries.samples()),
        gauge('goldthread_pool_size', 'Visits that can have a connection at once.', { value: size }),
        gauge('goldthread_pool_in_use', 'Visits that have one.', { value: inUse }),
        gauge('goldthread_pool_waiting', 'Visits that wait for one.', { value: waiting }),
        count(
          'goldthread_jobs_total',
          'Jobs that this process did, that failed and are tried again, and that were given up.',
          outcomes.samples(),
        ),
        gauge('goldthread_jobs_running', 'Jobs that this process is doing.', ...running.samples()),
        ...(await ofDatabase()),
      ])
    },
  }
}

/** Whoever watches learns that it does not answer, and when it does again. */
const inTime = (asking: Promise<readonly Figure[]>): Promise<readonly Figure[]> =>
  Promise.race([asking, sleep(2_000, [databaseUp(0)], { ref: false })]).catch(() => [databaseUp(0)])

const gauge = (name: string, help: string, ...samples: Sample[]): Figure => ({ name, type: 'gauge', help, samples })
const count = (name: string, help: string, samples: readonly Sample[]): Figure => ({ name, type: 'counter', help, samples })
const databaseUp = (value: 0 | 1): Figure => gauge('goldthread_database_up', 'Whether the database answers within two seconds.', { value })

function queueFigures(queues: readonly Queue[]): Figure[] {
  const of = (value: (queue: Queue) => number): Sample[] => queues.map(queue => ({ labels: { kind: queue.kind }, value: value(queue) }))
  return [
    gauge('goldthread_jobs_waiting', 'Jobs in the queue that no process is doing.', ...of(({ waiting }) => waiting)),
    gauge(
      'goldthread_jobs_oldest_waiting_seconds',
      'How long the first of them could have been begun.',
      ...of(({ oldestWaitingSeconds }) => oldestWaitingSeconds),
    ),
    gauge('goldthread_jobs_given_up', 'Jobs in the queue that are not tried again.', ...of(({ givenUp }) => givenUp)),
  ]
}
