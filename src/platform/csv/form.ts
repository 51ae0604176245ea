/** How a file of rows was written down. People do not know, so it is found out. */
export type CsvForm = {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  readonly delimiter: Delimiter
}
const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** Of a file, cut anywhere; they are gone through more than once. */
type Pieces = AsyncIterable<Uint8Array>

/** Why this cannot be read as rows of text, in a sentence; null when it can. */
export async function notCsv(pieces: Pieces): Promise<string | null> {
  const beginning = await beginningOf(pieces)
  if (beginning.length === 0) return 'The file is empty'
  const start = beginning.subarray(0, 8).toString('latin1')
  if (start.startsWith('PK')) return 'This looks like an Excel or OpenDocument workbook. Open it there and save it as CSV'
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'This looks like an old Excel workbook. Open it there and save it as CSV'
  if (start.startsWith('%PDF')) return 'This is a PDF. Ask for the figures as CSV'
  if (start.startsWith('\x1f\x8b')) return 'This file is compressed. Unpack it first'
  if (byteOrderMark(beginning) === null && beginning.subarray(0, 4096).includes(0))
    return 'This is not a text file. Save the figures as CSV'
  if (await isBlank(pieces, byteOrderMark(beginning) ?? 'utf-8')) return 'The file has nothing in it'
  return null
}

/** The beginning says what stands between cells; that all of it is UTF-8 is known at its end only. */
export async function formOf(pieces: Pieces): Promise<CsvForm> {
  const beginning = await beginningOf(pieces)
  const encoding = byteOrderMark(beginning) ?? ((await isUtf8(pieces)) ? 'utf-8' : 'windows-1252')
  return { encoding, delimiter: delimiterOf(new TextDecoder(encoding).decode(beginning)) }
}

async function beginningOf(pieces: Pieces): Promise<Buffer> {
  const begun: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    begun.push(piece)
    length += piece.length
    if (length >= beginningBytes) break
  }
  return Buffer.concat(begun).subarray(0, beginningBytes)
}
const beginningBytes = 1 << 16

function byteOrderMark(beginning: Uint8Array): CsvForm['encoding'] | null {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be'
  return null
}

async function isBlank(pieces: Pieces, encoding: CsvForm['encoding']): Promise<boolean> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of pieces) {
    if (decoder.decode(piece, { stream: true }).trim() !== '') return false
  }
  return decoder.decode().trim() === ''
}

async function isUtf8(pieces: Pieces): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of pieces) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError && (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  }
}

/** The one that parts the heading into most pieces, outside quotation marks; where two tie, the one that parts the following lines alike. */
function delimiterOf(text: string): Delimiter {
  const lines = unquoted(text)
    .split(/\r\n|\n|\r/)
    .filter(line => line.trim() !== '')
    .slice(0, 20)
  const scored = delimiters.map(delimiter => {
    const counts = lines.map(line => line.split(delimiter).length - 1)
    const heading = counts[0] ?? 0
    return { delimiter, heading, alike: counts.filter(count => count === heading).length }
  })
  const [best] = scored.filter(({ heading }) => heading > 0).toSorted((a, b) => b.alike - a.alike || b.heading - a.heading)
  return best?.delimiter ?? ','
}

const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""')
