/**
 * A saved view is a way of looking at the scorecard that was given a name: the period, the area, what it is turned and sorted by, what it is narrowed to
 * and which columns it has. Everybody in the partnership can open it; who saved it, or a performance officer, can take it away.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

export type SavedViewId = Id<'saved-view'>
export type SavedView = {
  readonly id: SavedViewId
  readonly name: string
  /** As the address of the scorecard has it, without the question mark. */
  readonly query: string
  readonly madeBy: number | null
  readonly madeByName: string
  readonly madeOn: Day
}
export type ViewDraft = Pick<SavedView, 'name' | 'query'>

const chosen = ['agreement', 'period', 'area', 'by', 'theme', 'lead', 'judgement', 'find', 'sort', 'hide'] as const

/** Of an address, what the scorecard understands, in one order; the rest is nobody's wish. */
export const tidied = (query: readonly (readonly [name: string, value: string])[]): string =>
  chosen
    .flatMap(name => query.filter(([each, value]) => each === name && value !== ''))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** A view of a name that is there takes its place only if it is one's own. */
export function save(draft: ViewDraft, there: readonly SavedView[], by: number): Ruling<{ readonly replaces: SavedViewId | null }> {
  if (draft.name === '') return refuse({ field: 'name', text: 'Enter a name for the view' })
  if (draft.name.length > 80) return refuse({ field: 'name', text: 'The name must be 80 characters or fewer' })
  if (draft.query.length > 1000) return refuse({ field: 'name', text: 'This view is too long to be kept. Choose less' })
  const namesake = there.find(({ name }) => name.toLowerCase() === draft.name.toLowerCase())
  if (namesake && namesake.madeBy !== by)
    return refuse({ field: 'name', text: `${namesake.madeByName} has already saved a view called ${namesake.name}. Choose another name` })
  return accept({ replaces: namesake?.id ?? null })
}

export const mayRemove = (view: SavedView, by: number, managesPerformance: boolean): boolean => managesPerformance || view.madeBy === by
