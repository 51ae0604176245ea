import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, diskTrouble, type Who } from '../../platform/db/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import { checkFile, type Run } from './checking/jobs.ts'
import { compareAgain } from './comparison/jobs.ts'
import type { DataImport, DataImportId, ImportFile } from './data-import.ts'
import { GivenUp } from './given-up.ts'
import { keepImport, type TellStored } from './keeping/jobs.ts'
import { isWide, type Mapping } from './mapping.ts'
import { emptyImport, setState, setStored, stateOf } from './store.ts'

export const checkJob = 'check-data-import'
export const compareJob = 'compare-data-import'
export const keepJob = 'keep-data-import'

/** Checked while the person waits: two seconds at the most. A wide file has more figures to the byte. */
export const isSmall = ({ bytes, workbook }: Pick<ImportFile, 'bytes' | 'workbook'>, mapping: Mapping): boolean =>
  bytes * (workbook === undefined ? 1 : packed) <= (isWide(mapping) ? 400_000 : 2_000_000)
/** How much more there is to read in a workbook than its bytes say. */
const packed = 8
export const smallImportRows = 20_000
/** Imported while the person waits. A row of people is up to six records, each with its history: a second for a thousand. */
export const isImportedAtOnce = ({ kind }: Pick<DataImport, 'kind'>, rows: number): boolean =>
  rows <= (kind === 'people' ? 2_000 : smallImportRows)

export function importJobs(jobs: Jobs): void {
  jobs.define(checkJob, async ({ database, who, payload, signal }) => {
    const { importId } = payload as { importId: DataImportId }
    await orFail(database, who, importId, signal, run => checkFile(run, importId, signal))
  })
  jobs.define(compareJob, async ({ database, who, payload, signal }) => {
    const { importId } = payload as { importId: DataImportId }
    await orFail(database, who, importId, signal, run => run(db => compareAgain(db, importId)))
  })
  jobs.define(keepJob, async ({ database, who, payload, signal }) => {
    const { importId } = payload as { importId: DataImportId }
    const tell = storedTeller(database, who, importId)
    await orFail(database, who, importId, signal, run => run(db => keepImport(db, importId, who.name, tell)))
  })
}

/** In a visit of its own, which nobody waits for: all connections may be taken. */
function storedTeller(database: Database, who: Who, importId: DataImportId): TellStored {
  const outside = AsyncLocalStorage.snapshot()
  let isTelling = false
  return rows => {
    if (isTelling) return
    isTelling = true
    outside(() => database.visit(who, 'write', db => setStored(db, importId, rows)))
      .catch(() => {})
      .finally(() => {
        isTelling = false
      })
  }
}

/** Whoever waits for the import is told that it did not work; the fault itself goes to the log. */
async function orFail(
  database: Database,
  who: Who,
  importId: DataImportId,
  signal: AbortSignal,
  work: (run: Run) => Promise<unknown>,
): Promise<void> {
  const run: Run = step => database.visit(who, 'write', step)
  try {
    await work(run)
  } catch (error) {
    if (error instanceof GivenUp) return run(db => emptyImport(db, importId))
    if (signal.aborted) throw error
    await run(async db => {
      const state = await stateOf(db, importId)
      if (state === 'checking' || state === 'importing') await setState(db, importId, 'failed', problemOf(error, who.requestId))
    })
    throw error
  }
}

const problemOf = (error: unknown, requestId: string): string =>
  diskTrouble(error) === 'full'
    ? 'The disk of the database is full, and nothing was imported. Ask whoever looks after it to make room, then try again'
    : `Something went wrong in Goldthread. It is in its log under ${requestId}`
