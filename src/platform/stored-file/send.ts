import type { Db } from '../db/index.ts'
import { type Answer, fileOfOthers } from '../web/index.ts'
import { piece } from './store.ts'
import { factsOf, type StoredFile, type StoredFileId } from './stored-file.ts'

/** A reading visit that is made for each piece: `visit.afterwards`, or one of a page outside. */
type Read = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** The file as it was put in. To be looked at where a browser can and it was asked for, otherwise to be saved. */
export function sendFile(read: Read, file: StoredFile, as: 'looked at' | 'saved' = 'saved'): Answer {
  const { contentType, isShown } = factsOf[file.kind]
  return fileOfOthers({ name: file.name, contentType, isShown: isShown && as === 'looked at' }, fileOf(read, file.id))
}

/** What is in it, a piece at a time. */
export async function* fileOf(read: Read, fileId: StoredFileId): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number++) {
    const next = await read(db => piece(db, fileId, number))
    if (next === null) return
    yield next
  }
}
