import type { ActionRecord } from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type PlannedAction, resourceWords } from '../planned-action/planned-action.ts'
import { type Cells, cellId } from './grid.ts'
import { type Column, columnNames, columns } from './heading.ts'

const label = (day: Day | null): string => (day === null ? '' : dayLabel(day))
type NamedIndicator = { readonly reference: string; readonly title: string }

/** What the cells of an action show. */
export const cellsOf = (planned: PlannedAction, record: ActionRecord, indicators: readonly NamedIndicator[]): Cells => ({
  outcome: planned.outcome,
  text: record.text.replace(/\s+/g, ' ').trim(),
  owners: record.ownersAsTyped === '' ? record.owners.map(({ name }) => name).join('; ') : record.ownersAsTyped,
  contributors: planned.contributors.map(({ name }) => name).join('; '),
  startsOn: label(planned.startsOn),
  endsOn: label(planned.endsOn),
  measure: planned.measure.replace(/\s+/g, ' ').trim(),
  resources: planned.isFree && planned.resources.length === 0 ? 'None needed' : planned.resources.map(resourceWords).join('; '),
  indicators: indicators.map(({ reference, title }) => reference || title).join(', '),
})

export type ShownRow = { readonly row: string; readonly name: string; readonly href: string; readonly now: Cells; readonly typed: Cells }

export function gridView(rows: readonly ShownRow[], problems: readonly Problem[]) {
  const inField = new Map(problems.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text] as const])))
  const seen: Record<string, string> = {}
  const shown = rows.map(({ row, name, href, now, typed }) => ({
    id: `row-${row}`,
    name,
    href,
    cells: columns.map(column => {
      const id = cellId(row, column)
      seen[id] = now[column]
      return { id, column, labelledBy: `row-${row} column-${column}`, value: typed[column], problem: inField.get(id) ?? null }
    }),
  }))
  return {
    columns: columns.map(column => ({ id: `column-${column}`, text: columnNames[column] })),
    rows: shown,
    seen: JSON.stringify(seen),
    marked: inField.size,
  }
}

/** Cells are named by their line and column. A column that was pasted in the wrong place is wrong everywhere: some are listed, all are marked. */
export function summarised(problems: readonly Problem[], rows: readonly ShownRow[]): Problem[] {
  const names = new Map(
    rows.flatMap(({ row, name }) =>
      columns.map((column: Column) => [cellId(row, column), `${name}, ${columnNames[column].toLowerCase()}`] as const),
    ),
  )
  const listed = problems
    .slice(0, mostListed)
    .map(({ field = '', text }) => ({ field, text: names.has(field) ? `${names.get(field)}: ${text}` : text }))
  const more = problems.length - mostListed
  return more > 0 ? [...listed, { text: `${more} more cells are marked below` }] : listed
}
const mostListed = 15

/** For whoever does not write it. */
export const listView = (
  all: readonly { readonly planned: PlannedAction; readonly record: ActionRecord; readonly owners: readonly string[] }[],
) =>
  all.map(({ planned, record, owners }) => ({
    text: record.text,
    reference: record.reference,
    href: `plans/${planned.planId}/actions/${planned.id}`,
    owners,
    outcome: planned.outcome,
    days: [label(planned.startsOn), label(planned.endsOn)].filter(part => part !== '').join(' to '),
    milestones: `${planned.milestones.filter(({ metOn }) => metOn !== null).length} of ${planned.milestones.length}`,
    hasMilestones: planned.milestones.length > 0,
    isTakenOut: record.state === 'dropped',
  }))
