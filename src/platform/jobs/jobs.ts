import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Day, dayIn } from '../../kernel/day.ts'
import { because, type Database, type Db, type Who } from '../db/index.ts'
import { type Daily, dayOnceIt } from './daily.ts'
import { askForDaily, type Claim, claimNext, dailyKind, giveBack, giveUp, hold, recordDone, recordFailure } from './store.ts'

export type Job = {
  readonly database: Database
  /** The partnership and the person of the visit that asked for it. */
  readonly who: Who
  readonly payload: unknown
  /** What it was asked for under, and when: the same each time it is tried. */
  readonly key: string
  readonly askedAt: Temporal.Instant
  /** 1 the first time. */
  readonly attempt: number
  /** Aborted when Goldthread stops: a long job leaves off at a point from which it can be begun again. */
  readonly signal: AbortSignal
}

/** What failed fails the next time as well: it is given up at once. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless'
}

/** May be run again after it has done its work, when the process is killed just then: what it does twice must be as if done once. */
export type Work = (job: Job) => Promise<void>

export type Jobs = {
  define(kind: string, work: Work): void
  daily(daily: Daily): void
  start(): Promise<void>
  /** Lets what is running finish for so many milliseconds, then aborts it; it is taken up again at the next start. */
  stop(patience: number): Promise<void>
}

type Log = { info(fields: object, text: string): void; error(fields: object, text: string): void }
/** What becomes of a job in this process: between begun and ended it is done, fails, or is given up; or it is put back, because Goldthread stops. */
export type JobEvent = 'begun' | 'ended' | JobOutcome
export type JobOutcome = 'done' | 'failed' | 'given up'

type Options = {
  readonly clock?: () => Temporal.Instant
  readonly tell?: (kind: string, event: JobEvent) => void
  readonly workers?: number
  readonly attempts?: number
  readonly poll?: number
  readonly pause?: (attempt: number) => number
}

/** No partnership has this number: a visit to it sees nothing. */
const nowhere = 0

/** Work that outlives the request that asked for it, done by every web process; a job is done by one at a time. */
export function createJobs(database: Database, log: Log, options: Options = {}): Jobs {
  const { clock = () => Temporal.Now.instant(), tell = () => {} } = options
  const { workers = 2, attempts = 5, poll = 5_000, pause = attempt => 5_000 * 4 ** (attempt - 1) } = options
  const kinds = new Map<string, Work>()
  const dailies: (Pick<Daily, 'name' | 'at'> & { askedFor: Day | null })[] = []
  const aborting = new AbortController()
  // A job makes visits of its own, which must not take themselves for part of the transaction that holds its row.
  const outside = AsyncLocalStorage.snapshot()
  let stopping = false
  let ring = () => {}
  let rung = new Promise<void>(resolve => (ring = resolve))
  let unlisten = async () => {}
  let running: Promise<void>[] = []

  function wake(): void {
    ring()
    rung = new Promise(resolve => (ring = resolve))
  }

  async function workThrough(): Promise<void> {
    while (!stopping) {
      const bell = rung
      const wasBusy = await next().catch(error => {
        log.error({ err: error }, 'The queue of jobs cannot be read')
        return false
      })
      if (!wasBusy && !stopping) await Promise.race([bell, sleep(poll, undefined, { ref: false })])
    }
  }

  async function keepTime(): Promise<void> {
    while (!stopping) {
      const bell = rung
      await askForWhatIsDue().catch(error => log.error({ err: error }, 'What is done daily cannot be asked for'))
      if (!stopping) await Promise.race([bell, sleep(poll, undefined, { ref: false })])
    }
  }

  /** The database is asked once a day. */
  async function askForWhatIsDue(): Promise<void> {
    for (const daily of dailies) {
      const today = dayOnceIt(clock(), daily.at)
      if (today === null || (daily.askedFor !== null && today <= daily.askedFor)) continue
      await database.platform(db => askForDaily(db, daily.name, today))
      daily.askedFor = today
    }
  }

  /** False when there is nothing to do. */
  async function next(): Promise<boolean> {
    const claim = await database.platform(db => claimNext(db, [...kinds.keys()]))
    if (claim === null) return false
    if (claim.attempt > attempts) {
      await database.platform(db => giveUp(db, claim.id))
      tell(claim.kind, 'given up')
      log.error({ job: claim.id, kind: claim.kind }, 'A job was given up: the process ended each time it was tried')
    } else await database.platform(db => perform(db, claim))
    return true
  }

  /** The row is locked by this transaction, so that the lock dies with the process. */
  async function perform(db: Db, claim: Claim): Promise<void> {
    const work = kinds.get(claim.kind)
    if (work === undefined || !(await hold(db, claim))) return
    const { id, kind, attempt, payload, key, askedAt, accountId, name } = claim
    const who = { partnershipId: claim.partnershipId ?? nowhere, accountId, name, requestId: `job-${id}` }
    const started = performance.now()
    tell(kind, 'begun')
    try {
      const cause = { request: who.requestId, route: kind }
      await outside(() => because(cause, () => work({ database, who, payload, key, askedAt, attempt, signal: aborting.signal })))
    } catch (error) {
      if (aborting.signal.aborted) return giveBack(db, id)
      const last = attempt >= attempts || error instanceof Hopeless
      tell(kind, last ? 'given up' : 'failed')
      log.error({ err: error, job: id, kind, attempt }, last ? 'A job failed and was given up' : 'A job failed and will be tried again')
      return recordFailure(db, id, error instanceof Error ? error.message : String(error), last ? null : pause(attempt))
    } finally {
      tell(kind, 'ended')
    }
    await recordDone(db, id)
    tell(kind, 'done')
    log.info({ job: id, kind, attempt, duration: Math.round(performance.now() - started) }, 'A job was done')
  }

  function define(kind: string, work: Work): void {
    if (kinds.has(kind)) throw new Error(`Jobs of the kind ${kind} are defined twice`)
    kinds.set(kind, work)
  }

  return {
    define,
    daily({ name, at, work }) {
      dailies.push({ name, at, askedFor: null })
      define(dailyKind(name), async ({ database, who, payload }) => {
        const { before } = payload as { readonly before: Day | null }
        const now = clock()
        await database.visit(who, 'write', db => work(db, { today: dayIn(now), now, before }))
      })
    },
    async start() {
      unlisten = await database.listen('goldthread_job', wake)
      running = [...Array.from({ length: workers }, workThrough), ...(dailies.length > 0 ? [keepTime()] : [])]
    },
    async stop(patience) {
      stopping = true
      wake()
      await unlisten().catch(() => {})
      const finished = Promise.all(running)
      const left = await Promise.race([finished, sleep(patience, 'left' as const, { ref: false })])
      if (left !== 'left') return
      aborting.abort()
      await Promise.race([finished, sleep(1_000, undefined, { ref: false })])
    },
  }
}

/** Several queues, begun and ended as one. */
export const together = (...queues: readonly Jobs[]): Pick<Jobs, 'start' | 'stop'> => ({
  start: async () => {
    for (const queue of queues) await queue.start()
  },
  stop: async patience => {
    await Promise.all(queues.map(queue => queue.stop(patience)))
  },
})
