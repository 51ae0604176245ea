import type { Db, Sql } from './connection.ts'
import { type Asked, type Cause, currentCause } from './watching.ts'

export type Transaction<T> = {
  readonly mode: string
  readonly settings: (db: Db) => Promise<unknown>
  readonly work: (db: Db) => Promise<T>
  /** Called when there is a connection for it. */
  readonly enter: () => void
  readonly answered: (asked: Asked) => void
}

export async function transact<T>(pool: Sql, { mode, settings, work, enter, answered }: Transaction<T>): Promise<T> {
  let result: T | undefined
  const fate = openFate()
  const watch = timed(currentCause(), answered, fate.refused)
  const whole = pool.begin(mode, db => {
    enter()
    const open = guarded(db, fate, watch)
    // Not awaited: the first query follows in the same packet, and fails with it.
    settings(db).catch(() => {})
    const working = async () => {
      try {
        result = await work(open)
      } finally {
        fate.end()
      }
    }
    return fate.unlessLost(working())
  })
  try {
    await Promise.race([whole, fate.loss])
  } catch (error) {
    fate.lose(error)
    throw error
  }
  return result as T
}

type Fate = ReturnType<typeof openFate>

/**
 * What becomes of a transaction. The driver breaks down, and Goldthread with it, when something is sent on a connection that was lost: a query, or the
 * rollback that it sends itself as soon as the work has failed. So the work of a transaction that was lost never comes to an end for the driver.
 */
function openFate() {
  const { promise: loss, reject } = Promise.withResolvers<never>()
  loss.catch(() => {})
  let isOpen = true
  let isLost = false
  const lose = (reason: unknown) => {
    isOpen = false
    isLost = true
    reject(reason)
  }
  return {
    loss,
    lose,
    isOpen: () => isOpen,
    end: () => {
      isOpen = false
    },
    refused: (reason: unknown) => {
      if (isFatal(reason)) lose(reason)
    },
    unlessLost<R>(work: Promise<R>): Promise<R> {
      const { promise, resolve, reject: fail } = Promise.withResolvers<R>()
      work.then(
        value => isLost || resolve(value),
        error => isLost || fail(error),
      )
      return promise
    },
  }
}

/** After these the connection is closed, or is closed already. */
function isFatal(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  const { code = '', severity = '' } = reason as { readonly code?: unknown; readonly severity?: unknown }
  return String(code).startsWith('CONNECTION_') || ['FATAL', 'PANIC'].includes(String(severity))
}

/**
 * The driver would run a query that was forgotten (no await) on the same connection after the transaction has ended, when it may serve
 * a visit to another partnership. Such a query is refused.
 */
function guarded(target: Db, fate: Fate, watch: (query: Query) => void): Db {
  const refusal = () => new Error('A query was sent after its visit had ended: await it')

  /** The driver hands a query to its `handler` when it is first awaited, which may be later. */
  function held(query: unknown): unknown {
    if (isQuery(query)) {
      const send = query.handler
      query.handler = sent => {
        if (!fate.isOpen()) return query.reject(refusal())
        watch(query)
        send(sent)
      }
    }
    return query
  }

  return new Proxy(target, {
    apply: (call, self, args) => held(Reflect.apply(call, self, args)),
    get(from, key) {
      const value: unknown = Reflect.get(from, key)
      if (key === 'savepoint' && typeof value === 'function')
        return (...args: unknown[]) =>
          Reflect.apply(
            value,
            from,
            args.map(arg =>
              typeof arg === 'function' ? (inner: Db) => fate.unlessLost(Promise.try(() => arg(guarded(inner, fate, watch)))) : arg,
            ),
          )
      return typeof value === 'function' ? (...args: unknown[]) => held(Reflect.apply(value, from, args)) : value
    },
  })
}

/** A connection answers one after the other: what was sent while it was still busy is timed from when it was free. */
function timed(cause: Cause | null, answered: (asked: Asked) => void, refused: (reason: unknown) => void): (query: Query) => void {
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
      refused(reason)
      reject(reason)
    }
  }
}

/** `string` is what the driver made of it, once it was sent. */
type Query = { handler: (query: unknown) => void; resolve(value: unknown): void; reject(reason: Error): void; readonly string?: string }
const isQuery = (value: unknown): value is Query => value instanceof Promise && 'handler' in value && 'reject' in value
