import { frequencies } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { csvLines, formOf } from '../../platform/csv/index.ts'
import { type Fields, text, texts, type UploadedFile } from '../../platform/web/index.ts'
import { uploadProblem } from '../data-import/form.ts'
import { designations, polarities, valueTypes } from '../indicator/indicator.ts'
import { type CatalogueEntry, type Chosen, knownOf, mostChosen, type Said } from './catalogue.ts'
import { catalogueFrom, type FileRow, type FromFile, mostEntries } from './catalogue-file.ts'

export type TypedCatalogue = FromFile & { readonly title: string; readonly source: string }

const largestFile = 5_000_000

export async function readCatalogue(body: Fields, upload: UploadedFile | undefined): Promise<Ruling<TypedCatalogue>> {
  const [title, source] = [line(body, 'title'), line(body, 'source')]
  const problems: Problem[] = [
    ...(title === '' ? [{ field: 'title', text: 'Enter what the catalogue is called' }] : []),
    ...(title.length > 200 ? [{ field: 'title', text: 'The title must be 200 characters or fewer' }] : []),
    ...(source.length > 200 ? [{ field: 'source', text: 'Who publishes it must be 200 characters or fewer' }] : []),
    ...(await uploadProblem(upload)),
    ...(upload !== undefined && upload.content.bytes > largestFile ? [{ field: 'file', text: 'The file must be 5 MB or smaller' }] : []),
  ]
  if (upload === undefined || problems.length > 0) return refuse(...problems)
  const { content } = upload
  const rows: FileRow[] = []
  for await (const row of csvLines(content.pieces, await formOf(content.pieces))) {
    if (row.problem !== null) return refuse({ field: 'file', text: `Line ${row.line}: ${row.problem}` })
    rows.push(row)
    if (rows.length > mostEntries + 1) break
  }
  const [heading, ...below] = rows
  if (heading === undefined || below.length === 0) return refuse({ field: 'file', text: 'The file has a heading and no rows below it' })
  const read = catalogueFrom(heading.fields, below)
  return read.accepted ? accept({ ...read.value, title, source }) : read
}

const line = (body: Fields, name: string): string => text(body, name).replace(/\s+/g, ' ').trim()

/** Those that are ticked on the page, and those that were ticked on others; each once, in the order of the catalogue. */
export function readPicked(fields: Fields, entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const numbers = new Set([...texts(fields, 'pick'), ...text(fields, 'picked').split('.')])
  return entries.filter(({ number }) => numbers.has(String(number))).slice(0, mostChosen)
}

export const readDesignation = (body: Fields) => designations.find(each => each === text(body, 'designation')) ?? 'local'

/** What was said of each that was chosen. */
export function readChosen(body: Fields, picked: readonly CatalogueEntry[]): readonly Chosen[] {
  return picked.filter(({ number }) => text(body, `leave-${number}`) === '').map(entry => ({ entry, said: readSaid(body, entry) }))
}

function readSaid(body: Fields, entry: CatalogueEntry): Said {
  const known = knownOf(entry)
  const answer = (name: string) => text(body, `${name}-${entry.number}`)
  const [kind, per] = answer('valueType').split(' per ')
  const valueType = valueTypes.find(each => each === kind) ?? known.valueType
  const decimals = answer('decimals')
  return {
    polarity: polarities.find(each => each === answer('polarity')) ?? null,
    valueType,
    ratePer: valueType === 'rate' ? Number(/^[1-9]\d{0,8}$/.exec(per ?? '')?.[0] ?? known.ratePer ?? 1_000) : null,
    decimals: /^(\d|10)$/.test(decimals) ? Number(decimals) : known.decimals,
    frequency: frequencies.find(each => each === answer('frequency')) ?? null,
  }
}
