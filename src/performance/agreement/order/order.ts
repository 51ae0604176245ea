/** In which order themes, and the outcomes of each, are read: by numbers that people type, the smallest first. */
import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { OutcomeId, ThemeId } from '../../indicator/indicator.ts'
import type { ThemeWithOutcomes } from '../agreement.ts'

export type Order = { readonly themeIds: readonly ThemeId[]; readonly outcomeIds: readonly OutcomeId[] }

/** The field of each is `theme-3` or `outcome-12`. 1.5 goes between 1 and 2; what nothing was typed for stays where it was. */
export function order(themes: readonly ThemeWithOutcomes[], typed: (field: string) => string): Ruling<Order> {
  const themePlaces = placesOf(themes, 'theme', typed)
  const outcomePlaces = themes.map(({ outcomes }) => placesOf(outcomes, 'outcome', typed))
  const problems = [themePlaces, ...outcomePlaces].flatMap(each => each.problems)
  if (problems.length > 0) return refuse(...problems)
  return accept({ themeIds: themePlaces.ids, outcomeIds: outcomePlaces.flatMap(({ ids }) => ids) })
}

function placesOf<Number extends number>(
  list: readonly { readonly id: Number; readonly title: string }[],
  kind: string,
  typed: (field: string) => string,
): { readonly ids: readonly Number[]; readonly problems: readonly Problem[] } {
  const places = list.map(({ id, title }, at) => {
    const field = `${kind}-${id}`
    const text = typed(field).trim()
    return { id, title, field, place: text === '' ? at + 1 : /^\d{1,4}(\.\d)?$/.test(text) ? Number(text) : null }
  })
  return {
    ids: places.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ id }) => id),
    problems: places.flatMap(({ place, field, title }) =>
      place === null ? [{ field, text: `Enter the place of ${title} as a number, like 2` }] : [],
    ),
  }
}
