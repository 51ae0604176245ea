/** A row of a file of people: its cells by what the columns mean, and what the partnership makes of it told by column. */
import { cut } from '../../kernel/text.ts'
import type { DirectoryColumn, DirectoryRow, PlannedRow, RowEffects } from '../../partnership/index.ts'
import type { RowOutcome } from './data-import.ts'
import { type Mapping, meaningsOf } from './mapping.ts'
import { cellsOf, type Refusal } from './row.ts'

export type PersonRow = { readonly line: number; readonly content: DirectoryRow | null; readonly refusal: Refusal | null }

export function personReader(mapping: Mapping): (line: number, fields: readonly string[]) => PersonRow {
  const cells = cellsOf(mapping)
  const said = (meaningsOf.people as readonly DirectoryColumn[]).filter(
    meaning => meaning !== 'deputy' && meaning !== 'deputy-email' && cells.has(meaning),
  )
  const deputies = deputyColumns(mapping)
  return (line, fields) => {
    const ragged = cells.ragged(fields)
    if (ragged) return { line, content: null, refusal: ragged }
    const own = said.flatMap(meaning => {
      const text = cells.own(fields, meaning)
      return text === '' ? [] : [[meaning, cut(text, 1000)] as const]
    })
    const at = (index: number | null) => (index === null ? '' : cut((fields[index] ?? '').trim(), 1000))
    return {
      line,
      content: {
        line,
        cells: Object.fromEntries(own),
        deputies: deputies.map(({ name, email }) => ({ name: at(name), email: at(email) })),
      },
      refusal: null,
    }
  }
}

/** The e-mail address of a deputy stands in the next column of addresses, before the next deputy. */
function deputyColumns({ columns }: Mapping): readonly { readonly name: number; readonly email: number | null }[] {
  const names = columns.flatMap(({ meaning }, index) => (meaning === 'deputy' ? [index] : []))
  return names.map((name, place) => {
    const next = names[place + 1] ?? columns.length
    const email = columns.findIndex(({ meaning }, index) => meaning === 'deputy-email' && index > name && index < next)
    return { name, email: email < 0 ? null : email }
  })
}

export type PersonOutcome = {
  readonly line: number
  readonly outcome: RowOutcome
  readonly existing: RowEffects | null
  readonly columnName: string | null
  readonly found: string | null
  readonly reason: string | null
}

export const personOutcome =
  (mapping: Mapping) =>
  (row: PlannedRow): PersonOutcome => {
    const { line, outcome } = row
    if (row.outcome !== 'refused')
      return { line, outcome, existing: { adds: row.adds, changes: row.changes }, columnName: null, found: null, reason: null }
    const { column, at, found, text } = row.problem
    return { line, outcome, existing: null, columnName: headingOf(mapping, column, at), found: cut(found, 500), reason: text }
  }

function headingOf(mapping: Mapping, column: DirectoryColumn, at: number | undefined): string {
  const deputy = at === undefined ? undefined : deputyColumns(mapping)[at - 1]
  const index = column === 'deputy' ? deputy?.name : column === 'deputy-email' ? (deputy?.email ?? deputy?.name) : undefined
  const heading = index === undefined || index === null ? undefined : mapping.columns[index]?.heading
  return heading ?? mapping.columns.find(({ meaning }) => meaning === column)?.heading ?? 'The whole row'
}
