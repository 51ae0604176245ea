import { AsyncLocalStorage } from 'node:async_hooks'

/** What a statement is asked for: a request and its route, or a job and its kind. */
export type Cause = { readonly request: string; readonly route: string }

/** A statement that was answered, in milliseconds. Its text holds no value: those are sent beside it. */
export type Asked = { readonly statement: string; readonly ms: number; readonly failed: boolean; readonly cause: Cause | null }

const causes = new AsyncLocalStorage<Cause>()

export const currentCause = (): Cause | null => causes.getStore() ?? null

/** Whatever is asked of the database within `work` is known to be asked for this. */
export const because = <T>(cause: Cause, work: () => T): T => causes.run(cause, work)

/** Visits that have a connection, and those that wait for one. */
export type PoolState = { readonly size: number; readonly inUse: number; readonly waiting: number }

export function openTurnstile(size: number) {
  let inUse = 0
  let waiting = 0
  return {
    state: (): PoolState => ({ size, inUse, waiting }),
    async pass<T>(work: (enter: () => void) => Promise<T>): Promise<T> {
      let inside = false
      waiting++
      try {
        return await work(() => {
          inside = true
          waiting--
          inUse++
        })
      } finally {
        if (inside) inUse--
        else waiting--
      }
    },
  }
}
