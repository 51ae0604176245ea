import type { Jobs } from '../jobs/index.ts'
import { fileOf } from './send.ts'
import { setFileText, storedFile } from './store.ts'
import type { StoredFileId } from './stored-file.ts'
import { wordsOf } from './text/words-of.ts'

export const textJob = 'read-stored-file'

/** Reads the words out of a file that was put in, for the search. */
export function fileJobs(jobs: Jobs): void {
  jobs.define(textJob, async ({ database, who, payload, signal }) => {
    const { fileId } = payload as { readonly fileId: StoredFileId }
    const file = await database.visit(who, 'read', db => storedFile(db, fileId))
    if (file === null) return
    const words = await wordsOf(
      file.kind,
      fileOf(work => database.visit(who, 'read', work), fileId),
      signal,
    )
    await database.visit(who, 'write', db => setFileText(db, fileId, words))
  })
}
