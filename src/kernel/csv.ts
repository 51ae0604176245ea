import { toText } from './decimal.ts'
import type { Cell } from './table.ts'

/**
 * Rows as a file that spreadsheets open rightly: a byte order mark, so that £ and é arrive, and CRLF.
 * Words that a spreadsheet would take for a formula get an apostrophe in front; numbers stay numbers, negative ones too.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string => `\ufeff${csvRows(rows)}`

/** Further rows of a file that is sent in pieces. */
export const csvRows = (rows: readonly (readonly Cell[])[]): string => rows.map(row => `${row.map(written).join(',')}\r\n`).join('')

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (typeof cell !== 'string') return 'day' in cell ? cell.day : toText('number' in cell ? cell.number : cell)
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
