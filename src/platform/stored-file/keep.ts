import { createHash } from 'node:crypto'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Db } from '../db/index.ts'
import type { FileContent } from '../file/index.ts'
import { enqueue } from '../jobs/index.ts'
import type { UploadedFile, Visit } from '../web/index.ts'
import { textJob } from './jobs.ts'
import { recognise } from './recognise.ts'
import { addFile } from './store.ts'
import { factsOf, plainName, type StoredFileId, sizeWords } from './stored-file.ts'

/** The file that came in a field of a form; null where none was chosen. */
export async function keepUpload(
  { db, file, visitor, fileLimitBytes }: Pick<Visit, 'db' | 'file' | 'visitor' | 'fileLimitBytes'>,
  field: string,
): Promise<Ruling<StoredFileId | null>> {
  const upload = file(field)
  if (upload === undefined) return accept(null)
  return keepFile(db, upload, { field, limitBytes: fileLimitBytes, by: { accountId: visitor.accountId, name: visitor.name } })
}

type Keeping = {
  readonly field: string
  readonly limitBytes: number
  /** Without an account is who came by a link. */
  readonly by: { readonly accountId: number | null; readonly name: string }
}

/** Looks into it, and keeps it; its words are read out of it when the visit is over. A visit that is refused afterwards keeps nothing. */
export async function keepFile(db: Db, upload: UploadedFile, { field, limitBytes, by }: Keeping): Promise<Ruling<StoredFileId>> {
  const { content } = upload
  const name = plainName(upload.fileName)
  if (content.bytes > limitBytes)
    return refuse({ field, text: `${name} is ${sizeWords(content.bytes)} large. A file may be ${sizeWords(limitBytes)} at most` })
  const kind = await recognise(content, name)
  if (!kind.accepted) return refuse(...kind.problems.map(({ text }) => ({ field, text })))

  const added = await addFile(
    db,
    { name, kind: kind.value, bytes: content.bytes, digest: await digestOf(content), madeBy: by.accountId, madeByName: by.name },
    content.pieces,
  )
  if (factsOf[kind.value].hasText) await enqueue(db, textJob, { fileId: added })
  return accept(added)
}

async function digestOf({ pieces }: FileContent): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
