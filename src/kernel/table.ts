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
