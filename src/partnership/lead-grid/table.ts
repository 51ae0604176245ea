/** The grid for a spreadsheet: the same rows and words, days as days, each deputy in order. */
import { csv } from '../../kernel/csv.ts'
import type { Day } from '../../kernel/day.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import { coverWords } from '../seat/acting.ts'
import { type LeadRow, roleOf } from './lead-grid.ts'

const columns: readonly (readonly [heading: string, width: number, cell: (row: LeadRow) => Cell])[] = [
  ['Group', 30, ({ group }) => group.name],
  ['Short name', 12, ({ group }) => group.shortName],
  ['Themes', 26, ({ themes }) => themes.join('; ')],
  ['Role', 12, roleOf],
  ['Seat', 28, ({ seat }) => seat.title],
  ['Organisation', 26, ({ seat }) => seat.organisation],
  ['Holder', 22, ({ state }) => state.holder?.name ?? null],
  ['Since', 12, ({ state }) => dated(state.holder?.beginsOn)],
  ['Away until', 12, ({ state }) => (state.absence === null ? null : (dated(state.absence.endsOn) ?? 'not known'))],
  ['Interim cover', 40, ({ state }) => (state.cover === null ? null : `${state.cover.name}, ${coverWords(state.cover)}`)],
  ['Deputies in order', 34, ({ state }) => state.deputies.map(({ name }) => name).join('; ')],
  ['Vacant since', 12, ({ state }) => dated(state.vacancy?.since)],
  ['Acts that day', 44, ({ acts }) => acts],
  ['Gaps', 44, ({ gaps }) => gaps.join('; ')],
]

export const leadTable = (rows: readonly LeadRow[], on: Day): Table & { readonly name: string } => ({
  name: `leads-and-deputies-${on}`,
  title: 'Leads and deputies',
  columns: columns.map(([heading, width]) => ({ heading, width })),
  rows: rows.map(row => columns.map(([, , cell]) => cell(row))),
})

export const leadCsv = (table: Table): string => csv([table.columns.map(({ heading }) => heading), ...table.rows])

const dated = (day: Day | null | undefined): Cell => (day ? { day } : null)
