import { AsyncLocalStorage } from 'node:async_hooks'
import { connect, type Db, type Sql } from './connection.ts'
import { type Asked, type Cause, currentCause, openTurnstile, type PoolState } from './watching.ts'

/** Whose visit it is: what row-level security and the history go by. */
export type Who = {
  readonly partnershipId: number
  readonly accountId: number | null
  readonly name: string
  readonly requestId: string
}

export type Database = {
  /** One transaction as a visitor of one partnership. Reading, every query sees the same moment and none can write. */
  visit<T>(who: Who, access: 'read' | 'write', work: (db: Db) => Promise<T>): Promise<T>
  /** One transaction of the platform itself, between visits: accounts, sessions, partnerships' addresses, jobs. */
  platform<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** `heard` is also called whenever the connection was lost and is back, because something may have been said meanwhile. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>
  /** Tells of every statement of a visit or of the platform when it was answered. */
  watch(heard: (asked: Asked) => void): void
  pool(): PoolState
  close(): Promise<void>
}

type DatabaseOptions = {
  readonly poolSize: number
  /** A transaction in which nothing is asked for so many milliseconds is ended by the server. */
  readonly idleMs?: number
}

/** The pool logs in as a role that is granted nothing, so that a query outside a visit fails. */
export function openDatabase(appUrl: string, { poolSize, idleMs = 600_000 }: DatabaseOptions): Database {
  // A visit that hangs must not hold its locks for ever.
  const pool = connect(appUrl, { max: poolSize, settings: { idle_in_transaction_session_timeout: idleMs } })
  const inside = new AsyncLocalStorage<'visit' | 'platform'>()
  const turnstile = openTurnstile(poolSize)
  const watching: ((asked: Asked) => void)[] = []
  const answered = (asked: Asked) => {
    for (const heard of watching) heard(asked)
  }

  function transaction<T>(
    kind: 'visit' | 'platform',
    mode: string,
    settings: (db: Db) => Promise<unknown>,
    work: (db: Db) => Promise<T>,
  ): Promise<T> {
    const outer = inside.getStore()
    // It would wait for a second connection while it holds one, and would not see what the first has written.
    if (outer !== undefined) throw new Error(`A ${kind} transaction was begun inside a ${outer} transaction: pass its db along instead`)
    return inside.run(kind, () => turnstile.pass(enter => begin(pool, mode, settings, work, enter, answered)))
  }

  return {
    visit: (who, access, work) =>
      transaction('visit', access === 'read' ? 'isolation level repeatable read read only' : '', db => asVisitor(db, who), work),
    platform: work => transaction('platform', '', asPlatform, work),
    async listen(channel, heard) {
      const listening = await pool.listen(channel, heard, heard)
      return () => listening.unlisten()
    },
    watch: heard => void watching.push(heard),
    pool: turnstile.state,
    close: () => pool.end({ timeout: 1 }),
  }
}

async function begin<T>(
  pool: Sql,
  mode: string,
  settings: (db: Db) => Promise<unknown>,
  work: (db: Db) => Promise<T>,
  enter: () => void,
  answered: (asked: Asked) => void,
): Promise<T> {
  let result: T | undefined
  const cause = currentCause()
  await pool.begin(mode, async db => {
    enter()
    const visit = whileOpen(db, timed(cause, answered))
    // Not awaited: the first query follows in the same packet, and fails with it.
    settings(db).catch(() => {})
    try {
      result = await work(visit.db)
    } finally {
      visit.end()
    }
  })
  return result as T
}

/** Role and settings end with the transaction. One statement, so that it costs no trip of its own. */
function asVisitor(db: Db, { partnershipId, accountId, name, requestId }: Who): Promise<unknown> {
  return db`
    select set_config('role', 'goldthread_visit', true), set_config('app.partnership', ${String(partnershipId)}, true),
           set_config('app.account', ${String(accountId ?? '')}, true), set_config('app.who', ${name}, true), set_config('app.request', ${requestId}, true)`.execute()
}

function asPlatform(db: Db): Promise<unknown> {
  return db`select set_config('role', 'goldthread_platform', true)`.execute()
}

/**
 * The driver would run a query that was forgotten (no await) on the same connection after the transaction has ended, when it may serve
 * a visit to another partnership. Such a query is refused.
 */
function whileOpen(db: Db, watch: (query: Query) => void): { readonly db: Db; end(): void } {
  let open = true
  const refusal = () => new Error('A query was sent after its visit had ended: await it')

  function guarded(target: Db): Db {
    return new Proxy(target, {
      apply: (call, self, args) => held(Reflect.apply(call, self, args)),
      get(from, key) {
        const value: unknown = Reflect.get(from, key)
        if (key === 'savepoint' && typeof value === 'function')
          return (...args: unknown[]) =>
            Reflect.apply(
              value,
              from,
              args.map(arg => (typeof arg === 'function' ? (inner: Db) => arg(guarded(inner)) : arg)),
            )
        return typeof value === 'function' ? (...args: unknown[]) => held(Reflect.apply(value, from, args)) : value
      },
    })
  }

  /** The driver hands a query to its `handler` when it is first awaited, which may be later. */
  function held(query: unknown): unknown {
    if (isQuery(query)) {
      const send = query.handler
      query.handler = sent => {
        if (!open) return query.reject(refusal())
        watch(query)
        send(sent)
      }
    }
    return query
  }

  return {
    db: guarded(db),
    end() {
      open = false
    },
  }
}

/** A connection answers one after the other: what was sent while it was still busy is timed from when it was free. */
function timed(cause: Cause | null, answered: (asked: Asked) => void): (query: Query) => void {
  let freeAt = 0
  return query => {
    const { resolve, reject } = query
    const sentAt = performance.now()
    const end = (failed: boolean) => {
      const now = performance.now()
      answered({ statement: query.string ?? '', ms: now - Math.max(sentAt, freeAt), failed, cause })
      freeAt = now
    }
    query.resolve = value => {
      end(false)
      resolve(value)
    }
    query.reject = reason => {
      end(true)
      reject(reason)
    }
  }
}

/** `string` is what the driver made of it, once it was sent. */
type Query = { handler: (query: unknown) => void; resolve(value: unknown): void; reject(reason: Error): void; readonly string?: string }
const isQuery = (value: unknown): value is Query => value instanceof Promise && 'handler' in value && 'reject' in value
