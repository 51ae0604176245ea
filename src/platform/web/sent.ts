import type { FastifyRequest } from 'fastify'
import { type OpenFile, putAside } from '../file/index.ts'
import type { Fields, UploadedFile } from './visit.ts'

/** What came with a request cannot be understood or kept. Answered with 400 and these words. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

export type Sent = {
  readonly query: Fields
  readonly body: Fields
  readonly file: (field: string) => UploadedFile | undefined
  /** Files are gone then. */
  readonly putAway: () => Promise<void>
}

/** Read only once it is known that the visitor may send it, so that a stranger's upload is never taken in. */
export async function readSent(request: FastifyRequest): Promise<Sent> {
  const files = new Map<string, UploadedFile>()
  const opened: OpenFile[] = []
  const putAway = async () => {
    for (const file of opened) await file.close()
  }
  try {
    const query = storable(request.query)
    const body = storable(request.isMultipart() ? await readParts(request, files, opened).catch(inWords) : (request.body ?? {}))
    return { query, body, file: field => files.get(field), putAway }
  } catch (error) {
    await putAway()
    throw error
  }
}

/** Fields may come after files, and a file may be larger than the memory: it waits on disk until all of them are known. */
async function readParts(request: FastifyRequest, files: Map<string, UploadedFile>, opened: OpenFile[]): Promise<Fields> {
  const values: [string, string][] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') values.push([part.fieldname, String(part.value)])
    else {
      const content = await putAside(part.file)
      opened.push(content)
      if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError()
      // A file input left empty is sent as a file without a name.
      if (part.filename !== '' && part.filename !== undefined)
        files.set(part.fieldname, { fileName: part.filename.replaceAll('\0', ''), content })
    }
  }
  return Object.fromEntries(
    Map.groupBy(values, ([name]) => name)
      .entries()
      .map(([name, pairs]) => [name, single(pairs.map(([, value]) => value))]),
  )
}

/** The parser of forms throws plain errors, and only for what is not complete or not well formed. */
function inWords(error: unknown): never {
  const isPlain = error instanceof Error && !('code' in error) && !('statusCode' in error)
  throw isPlain ? new Unreadable('What was sent broke off before its end, or is not well formed') : error
}

const single = (values: string[]): string | string[] => (values.length === 1 ? (values[0] ?? '') : values)

/** PostgreSQL keeps no zero character; nobody types one. */
function storable(fields: unknown): Fields {
  const checked = fields as Fields
  for (const value of Object.values(checked)) {
    if ([value].flat().some(each => each.includes('\0'))) throw new Unreadable('What was sent has a character in it that cannot be kept')
  }
  return checked
}
