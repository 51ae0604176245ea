import { AsyncLocalStorage } from 'node:async_hooks'
import { connect, type Db } from './connection.ts'
import { transact } from './transaction.ts'
import { type Asked, openTurnstile, type PoolState } from './watching.ts'

/** Whose visit it is: what row-level security and the history go by. */
export type Who = {
  readonly partnershipId: number
  readonly accountId: number | null
  readonly name: string
  readonly requestId: string
  /** From where; '' for what no browser did: a job, a command. */
  readonly address?: string
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
    return inside.run(kind, () => turnstile.pass(enter => transact(pool, { mode, settings, work, enter, answered })))
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

/** Role and settings end with the transaction. One statement, so that it costs no trip of its own. */
function asVisitor(db: Db, { partnershipId, accountId, name, requestId, address = '' }: Who): Promise<unknown> {
  return db`
    select set_config('role', 'goldthread_visit', true), set_config('app.partnership', ${String(partnershipId)}, true),
           set_config('app.account', ${String(accountId ?? '')}, true), set_config('app.who', ${name}, true), set_config('app.request', ${requestId}, true),
           set_config('app.address', ${address}, true)`.execute()
}

function asPlatform(db: Db): Promise<unknown> {
  return db`select set_config('role', 'goldthread_platform', true)`.execute()
}
