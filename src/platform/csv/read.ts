import { CsvError, parse } from 'csv-parse'
import type { CsvForm } from './form.ts'

/** One row of a file: `line` is the one on which it begins, as a text editor counts. A row that cannot be read says why, and ends the reading. */
export type CsvLine =
  | { readonly line: number; readonly fields: readonly string[]; readonly problem: null }
  | { readonly line: number; readonly fields: readonly []; readonly problem: string }

/** The rows of a file that comes in pieces, cut anywhere. Empty lines are left out, and counted. */
export async function* csvLines(pieces: AsyncIterable<Uint8Array>, { encoding, delimiter }: CsvForm): AsyncGenerator<CsvLine> {
  const decoder = new TextDecoder(encoding)
  // The parser keeps what it has read until it is asked: a fault further on must not swallow rows before it.
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    ...{ readableHighWaterMark: Number.MAX_SAFE_INTEGER },
  })
  let fault: unknown = null
  parser.on('error', error => {
    fault = error
  })

  let line = 1
  const rows = function* (): Generator<CsvLine> {
    for (let fields: string[] | null = parser.read(); fields !== null; fields = parser.read()) {
      if (fields.length > 1 || fields[0]?.trim() !== '') yield { line, fields, problem: null }
      line += 1 + lineBreaksIn(fields)
    }
  }

  for await (const piece of pieces) {
    for (let at = 0; at < piece.length && fault === null; at += atOnce) {
      parser.write(storable(decoder.decode(piece.subarray(at, at + atOnce), { stream: true })))
      yield* rows()
      await othersAreServed()
    }
    if (fault !== null) break
  }
  if (fault === null) {
    parser.end(storable(decoder.decode()))
    yield* rows()
    // An error reaches its listener a turn after it happened.
    await othersAreServed()
  }
  if (fault !== null) yield { line, fields: [], problem: inWords(fault) }
}

const longestRow = 1_000_000
/** Some milliseconds of work. */
const atOnce = 1 << 15
const othersAreServed = () => new Promise(resolve => setImmediate(resolve))

/** PostgreSQL keeps no zero character. */
const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)

function lineBreaksIn(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r')) breaks += field.split(/\r\n|\n|\r/).length - 1
  }
  return breaks
}

function inWords(fault: unknown): string {
  if (!(fault instanceof CsvError)) throw fault
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is opened here and never closed. Close it, or take it out'
  if (fault.code === 'CSV_MAX_RECORD_SIZE')
    return 'This row is longer than a million characters. A quotation mark may be missing at the end of a cell'
  throw fault
}
