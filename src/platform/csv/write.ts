/**
 * Rows as a file that spreadsheets open with the right letters (a byte order mark) and without running what a stranger typed:
 * a cell that would be taken for a formula is led by an apostrophe. A negative number is none.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(cells => cells.map(cell).join(',')).join('\r\n')}\r\n`

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^[-+]\d[\d,]*(\.\d+)?%?$/.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
