/**
 * The vision is the top of the thread: what the community strategy wants of the area, with its ambitions in order and the priorities within each. Themes and
 * outcomes of an agreement serve them; which ambition nobody serves, and which theme serves none, is said.
 */
import type { Day } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

export type Vision = {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly link: string
}
export type VisionDraft = Omit<Vision, 'id'>

export type Ambition = {
  readonly id: number
  readonly visionId: number
  /** A priority has the ambition within which it is. */
  readonly parentId: number | null
  readonly place: number
  readonly title: string
  readonly text: string
}
/** What serves it beside its own: themes and outcomes, by their numbers. */
export type Service = { readonly ambitionId: number; readonly themeId: number | null; readonly outcomeId: number | null }
export type AmbitionDraft = Pick<Ambition, 'parentId' | 'title' | 'text'> & {
  readonly themeIds: readonly number[]
  readonly outcomeIds: readonly number[]
}

/** A theme with its outcomes, as they can be said to serve. */
export type Serving = {
  readonly id: number
  readonly title: string
  readonly outcomes: readonly { readonly id: number; readonly title: string }[]
}

export type Branch = Ambition & { readonly priorities: readonly Ambition[] }

export function branches(ambitions: readonly Ambition[]): Branch[] {
  return inOrder(ambitions.filter(({ parentId }) => parentId === null)).map(ambition => ({
    ...ambition,
    priorities: inOrder(ambitions.filter(({ parentId }) => parentId === ambition.id)),
  }))
}
const inOrder = (ambitions: readonly Ambition[]): Ambition[] => ambitions.toSorted((a, b) => a.place - b.place || a.id - b.id)

/** An ambition is served as well by what serves a priority within it. */
export function isServed(ambition: Pick<Branch, 'id'> & Partial<Pick<Branch, 'priorities'>>, services: readonly Service[]): boolean {
  const ids = [ambition.id, ...(ambition.priorities ?? []).map(({ id }) => id)]
  return services.some(({ ambitionId }) => ids.includes(ambitionId))
}

/** A theme serves by itself or through an outcome, and an outcome by itself or through its theme. */
export function serveNothing(themes: readonly Serving[], services: readonly Service[]): Serving[] {
  const serves = (theme: Serving, outcomeId: number) => services.some(each => each.themeId === theme.id || each.outcomeId === outcomeId)
  return themes.flatMap(theme => {
    if (services.some(({ themeId }) => themeId === theme.id)) return []
    const outcomes = theme.outcomes.filter(({ id }) => !serves(theme, id))
    return outcomes.length === 0 && theme.outcomes.length > 0 ? [] : [{ ...theme, outcomes }]
  })
}

/** `there` are those of the vision; `itself` is the one that is changed. */
export function setAmbition(draft: AmbitionDraft, there: readonly Ambition[], itself: number | null): Ruling<AmbitionDraft> {
  const same = there.find(({ id, title }) => id !== itself && title.toLowerCase() === draft.title.toLowerCase())
  if (same) return refuse({ field: 'title', text: 'The vision has an ambition or a priority of that name already' })
  if (draft.parentId === null) return accept(draft)
  const within = there.find(({ id }) => id === draft.parentId)
  if (within === undefined || within.parentId !== null || within.id === itself)
    return refuse({ field: 'parentId', text: 'Select an ambition of this vision: a priority stands within one' })
  if (there.some(({ parentId }) => parentId === itself && itself !== null))
    return refuse({ field: 'parentId', text: 'This ambition has priorities of its own. Move them first' })
  return accept(draft)
}

/** Those beside it in the order that comes of moving one a step. */
export function moved(ambitions: readonly Ambition[], id: number, way: 'up' | 'down'): number[] {
  const asked = ambitions.find(each => each.id === id)
  const beside = inOrder(ambitions.filter(({ parentId }) => parentId === asked?.parentId)).map(each => each.id)
  const at = beside.indexOf(id)
  const to = way === 'up' ? at - 1 : at + 1
  const [here, there] = [beside[at], beside[to]]
  if (here === undefined || there === undefined) return beside
  return beside.map((each, index) => (index === at ? there : index === to ? here : each))
}
