import type { Day } from './day.ts'
import type { Decimal } from './decimal.ts'

/** Words, a number with all its places or shown with so many, a day, or nothing. */
export type Cell = string | number | Decimal | Shown | Dated | null
type Shown = { readonly number: Decimal; readonly decimals: number }
type Dated = { readonly day: Day }

/** What a spreadsheet is to open, in whatever form it is written: a heading over each column, so many characters wide. */
export type Table = {
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly Cell[])[]
}

/** As a spreadsheet calls a cell: row 7, column 2 is B7. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
