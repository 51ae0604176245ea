import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { mailQueue, post } from '../mail/index.ts'
import { type Handler, page, redirect, template } from '../web/index.ts'
import { databaseFacts, failedSignIns, queueOf, troublesOf } from './store.ts'
import { type Facts, type JobNames, linesOf } from './system.ts'

export type SystemOptions = {
  readonly version: string
  /** Where a database of our own is kept. */
  readonly dataFolder: string | null
  /** How many migrations this program knows. */
  readonly migrations: number | null
  readonly jobNames: JobNames
  /** By what mail goes. */
  readonly mail: string | null
}

export const showSystem =
  ({ version, dataFolder, migrations, jobNames, mail }: SystemOptions): Handler =>
  async ({ db, partnership, now }) => {
    const database = await databaseFacts(db)
    const aWeekAgo = now.subtract({ hours: 7 * 24 })
    const facts: Facts = {
      now,
      version,
      uptimeSeconds: process.uptime(),
      database: { version: database.version, isOwn: dataFolder !== null },
      disk: dataFolder === null ? null : await roomIn(dataFolder),
      migrations: { applied: database.migrationsApplied, known: migrations },
      queue: await queueOf(db, partnership.id),
      troubles: await troublesOf(db, partnership.id, aWeekAgo),
      mail: { by: mail, ...(await mailQueue(db, partnership.id, aWeekAgo)) },
      failedSignIns: await failedSignIns(db, now),
      memory: memory(),
    }
    const lines = linesOf(facts, jobNames)
    const amiss = lines.filter(({ toDo }) => toDo !== null).length
    return page(template(import.meta.url, 'show.njk'), {
      title: 'Is all well?',
      summary: amiss === 0 ? 'All is well.' : amiss === 1 ? 'There is one thing to look at.' : `There are ${amiss} things to look at.`,
      canTestMail: mail !== null && !partnership.isExample,
      lines: lines.map(line => ({ ...line, tag: line.toDo === null ? 'OK' : 'Look at this', isWell: line.toDo === null })),
    })
  }

/** To whoever asks, and nobody else. */
export const sendTestMail: Handler = async ({ db, partnership, signedIn, sendsMail, requestId }) => {
  if (!sendsMail) return redirect('system', 'Mail is not set up, so no mail was sent')
  await post(db, { letter: 'test', about: { accountId: signedIn.accountId }, key: `test ${requestId}`, partnershipId: partnership.id })
  return redirect('system', 'A test mail is on its way to your address')
}

async function roomIn(folder: string): Promise<Facts['disk']> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { free: bavail * bsize, size: blocks * bsize }
}

/** In a container what that may use, which may be all that the machine has. */
function memory(): Facts['memory'] {
  const limit = process.constrainedMemory()
  return { used: process.memoryUsage.rss(), left: process.availableMemory(), all: limit > 0 ? Math.min(limit, totalmem()) : totalmem() }
}
