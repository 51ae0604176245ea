import type { Cell, Table } from '../../kernel/table.ts'
import type { CsvLine } from '../csv/index.ts'

/** A sheet of a workbook that is read. */
export type Sheet = {
  readonly name: string
  /** As csvLines gives them: `line` is the number of the row. Empty rows are left out, and counted. */
  rows(): AsyncGenerator<CsvLine>
}

/** The forms of a spreadsheet program's own files. */
export const sheetForms = ['xlsx', 'ods'] as const
export type SheetForm = (typeof sheetForms)[number]

export const sheetTypes: Readonly<Record<SheetForm, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** Excel opens no file whose sheet has a longer name, or one with these signs. */
export const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31)
    .trim() || 'Sheet 1'

/** Excel opens no file with more in a cell. */
export const longestCell = 32_767

/** How many lines the fullest cell of a row takes, as far as that can be told without measuring letters: too many rather than too few. */
export const linesIn = (row: readonly Cell[], columns: Table['columns']): number =>
  Math.max(
    1,
    ...row.map((cell, at) => {
      if (typeof cell !== 'string') return 1
      const width = (columns[at]?.width ?? cell.length) * 0.95
      return cell.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / width)), 0)
    }),
  )
