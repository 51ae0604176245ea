import type { Database } from '../db/index.ts'
import { headText } from './chain.ts'
import { headsOf } from './chain-store.ts'

type Log = { info(facts: object, message: string): void; error(facts: object, message: string): void }

const anHour = 3_600_000

/**
 * Where the chain of each history stood stays in the log: at the start, every hour and at the end. Whoever cuts the end off a history, its head with it,
 * would have to alter that log too. `goldthread history verify --head` compares.
 */
export async function tellHeads(database: Database, log: Log, everyMs = anHour): Promise<{ stop(): Promise<void> }> {
  const tell = () =>
    database
      .platform(db => headsOf(db))
      .then(
        heads => {
          for (const head of heads) log.info({ partnership: head.slug, head: headText(head) }, 'The history of a partnership stands here')
        },
        error => log.error({ err: error }, 'Where the histories stand could not be read'),
      )
  await tell()
  const timer = setInterval(() => void tell(), everyMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await tell()
    },
  }
}
