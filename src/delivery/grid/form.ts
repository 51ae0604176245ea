import { z } from 'zod'
import { type Fields, text } from '../../platform/web/index.ts'
import type { PlannedActionId } from '../plan/plan.ts'
import { type Cells, cellId, type Entry, emptyCells } from './grid.ts'
import { type Column, columnCalled, columns } from './heading.ts'

const seenCells = z.record(z.string(), z.string())

/** What was in the cells when the page was made. Without it every cell counts as one that was empty. */
export function readSeen(body: Fields): Readonly<Record<string, string>> {
  try {
    return seenCells.parse(JSON.parse(text(body, 'seen')))
  } catch {
    return {}
  }
}

/** The lines that were sent: those of actions that are there, and new ones. */
export function readEntries(body: Fields, ids: readonly PlannedActionId[]): Entry[] {
  const seen = readSeen(body)
  const entry = (row: string, id: PlannedActionId | null): Entry => ({
    row,
    id,
    typed: cellsFrom(column => text(body, cellId(row, column))),
    seen: cellsFrom(column => seen[cellId(row, column)] ?? ''),
  })
  const there = ids.filter(id => Object.hasOwn(body, cellId(String(id), 'text'))).map(id => entry(String(id), id))
  const added: Entry[] = []
  for (let at = 0; at < mostNew && Object.hasOwn(body, cellId(`new-${at}`, 'text')); at++) added.push(entry(`new-${at}`, null))
  return [...there, ...added]
}
export const mostNew = 300

const cellsFrom = (textOf: (column: Column) => string): Cells =>
  Object.fromEntries(columns.map(column => [column, textOf(column).replace(/\s+/g, ' ').trim().slice(0, 3_000)])) as Record<Column, string>

/**
 * A block of a spreadsheet or of a table in a text, as it is pasted: tabs between cells, lines between rows, quotation marks around a cell that has either. Its
 * headings say what its columns are; without any they are those of the grid, in order.
 */
export function readBlock(block: string): Cells[] {
  const rows = cellsOfBlock(block).filter(cells => cells.some(cell => cell !== ''))
  const headings = rows[0]?.map(columnCalled) ?? []
  const hasHeadings = headings.filter(column => column !== null).length > 1
  const meant: readonly (Column | null)[] = hasHeadings ? headings : columns
  return rows.slice(hasHeadings ? 1 : 0, mostNew).map(row => {
    const cells: Record<Column, string> = { ...emptyCells }
    for (const [at, value] of row.entries()) {
      const column = meant[at] ?? null
      if (column !== null && value !== '') cells[column] = cells[column] === '' ? value : `${cells[column]}; ${value}`
    }
    return cells
  })
}

function cellsOfBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const plain = `${text.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? ''
    if (isQuoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\t' || sign === '\n')) {
      row.push(cell.replace(/\s+/g, ' ').trim())
      cell = ''
      if (sign === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += sign
  }
  return rows
}
