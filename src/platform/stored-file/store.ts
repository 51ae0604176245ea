import type { Db } from '../db/index.ts'
import type { FileKind, StoredFile, StoredFileId } from './stored-file.ts'

export type NewFile = {
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  readonly digest: string
  readonly madeBy: number | null
  readonly madeByName: string
}

export async function addFile(db: Db, file: NewFile, pieces: AsyncIterable<Uint8Array>): Promise<StoredFileId> {
  const [row] = await db<{ id: StoredFileId }[]>`insert into platform.stored_file ${db(file)} returning id`
  if (!row) throw new Error('A file was not added')
  let number = 0
  for await (const piece of pieces)
    await db`insert into platform.stored_file_piece (file_id, number, content) values (${row.id}, ${number++}, ${Buffer.from(piece)})`
  return row.id
}

const columns = (db: Db) => db`id, name, kind, bytes, digest, made_by_name, made_at`

export async function storedFile(db: Db, fileId: StoredFileId): Promise<StoredFile | null> {
  const [row] = await db<StoredFile[]>`select ${columns(db)} from platform.stored_file where id = ${fileId}`
  return row ?? null
}

export async function filesOf(db: Db, ids: readonly StoredFileId[]): Promise<ReadonlyMap<StoredFileId, StoredFile>> {
  const rows = await db<StoredFile[]>`select ${columns(db)} from platform.stored_file where id = any(${[...ids]}::bigint[])`
  return new Map(rows.map(row => [row.id, row]))
}

/** A piece of the file; null after the last. */
export async function piece(db: Db, fileId: StoredFileId, number: number): Promise<Uint8Array | null> {
  const [row] = await db<{ content: Uint8Array }[]>`
    select content from platform.stored_file_piece where file_id = ${fileId} and number = ${number}`
  return row?.content ?? null
}

export async function removeFile(db: Db, fileId: StoredFileId): Promise<void> {
  await db`delete from platform.stored_file where id = ${fileId}`
}

/** Does nothing for a file that has gone meanwhile. */
export async function setFileText(db: Db, fileId: StoredFileId, text: string): Promise<void> {
  await db`
    insert into platform.stored_file_text (file_id, text)
    select id, ${text} from platform.stored_file where id = ${fileId} for key share
    on conflict (partnership_id, file_id) do update set text = excluded.text`
}
