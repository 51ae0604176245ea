/** How a file of rows was written down. People do not know, so it is found out. */
export type CsvForm = {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
  readonly delimiter: Delimiter
}
const delimiters = [',', ';', '\t', '|'] as const
type Delimiter = (typeof delimiters)[number]

/** Why this cannot be read as rows of text, in a sentence; null when it can. */
export function notCsv(content: Uint8Array): string | null {
  if (content.length === 0) return 'The file is empty'
  const start = Buffer.from(content.subarray(0, 8)).toString('latin1')
  if (start.startsWith('PK')) return 'This looks like an Excel or OpenDocument workbook. Open it there and save it as CSV'
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'This looks like an old Excel workbook. Open it there and save it as CSV'
  if (start.startsWith('%PDF')) return 'This is a PDF. Ask for the figures as CSV'
  if (start.startsWith('\x1f\x8b')) return 'This file is compressed. Unpack it first'
  if (byteOrderMark(content) === null && content.subarray(0, 4096).includes(0)) return 'This is not a text file. Save the figures as CSV'
  if (textOf(content, formOf(content).encoding).trim() === '') return 'The file has nothing in it'
  return null
}

export function formOf(content: Uint8Array): CsvForm {
  const encoding = byteOrderMark(content) ?? (isUtf8(content) ? 'utf-8' : 'windows-1252')
  return { encoding, delimiter: delimiterOf(textOf(content.subarray(0, 1 << 16), encoding)) }
}

function byteOrderMark(content: Uint8Array): CsvForm['encoding'] | null {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be'
  return null
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}

const textOf = (content: Uint8Array, encoding: CsvForm['encoding']): string => new TextDecoder(encoding).decode(content)

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
