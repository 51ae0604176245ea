import type { FastifyRequest } from 'fastify'
import type { Fields, UploadedFile } from './visit.ts'

/** What came with a request cannot be understood or kept. Answered with 400 and these words. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

export type Sent = { readonly query: Fields; readonly body: Fields; readonly file: (field: string) => UploadedFile | undefined }

/** Read only once it is known that the visitor may send it, so that a stranger's upload is never taken in. */
export async function readSent(request: FastifyRequest): Promise<Sent> {
  const files = new Map<string, UploadedFile>()
  const query = storable(request.query)
  const body = request.isMultipart() ? storable(await readParts(request, files)) : storable(request.body ?? {})
  return { query, body, file: field => files.get(field) }
}

async function readParts(request: FastifyRequest, files: Map<string, UploadedFile>): Promise<Record<string, string | string[]>> {
  const values: [string, string][] = []
  for await (const part of request.parts()) {
    if (part.type === 'field') values.push([part.fieldname, String(part.value)])
    else {
      const content = await part.toBuffer()
      // A file input left empty is sent as a file without a name.
      if (part.filename !== '' && part.filename !== undefined) files.set(part.fieldname, { fileName: part.filename, content })
    }
  }
  return Object.fromEntries(
    Map.groupBy(values, ([name]) => name)
      .entries()
      .map(([name, pairs]) => [name, single(pairs.map(([, value]) => value))]),
  )
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
