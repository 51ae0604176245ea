/**
 * A group answers for themes, or for single outcomes of them: there it is asked why an indicator is off target. Several groups may answer for one theme.
 * A group that answers for a theme answers for all of its outcomes, so these are not chosen besides.
 */
import type { ThemeWithOutcomes } from '../agreement/agreement.ts'
import type { OutcomeId, ThemeId } from '../indicator/indicator.ts'

export type Responsibilities = { readonly themeIds: readonly ThemeId[]; readonly outcomeIds: readonly OutcomeId[] }

/** What was ticked among what there is, without outcomes whose theme was ticked too. */
export function answerFor(ticked: readonly string[], themes: readonly ThemeWithOutcomes[]): Responsibilities {
  const whole = themes.filter(({ id }) => ticked.includes(`theme-${id}`))
  const parts = themes
    .filter(theme => !whole.includes(theme))
    .flatMap(({ outcomes }) => outcomes.filter(({ id }) => ticked.includes(`outcome-${id}`)))
  return { themeIds: whole.map(({ id }) => id), outcomeIds: parts.map(({ id }) => id) }
}

export const ticksOf = ({ themeIds, outcomeIds }: Responsibilities): string[] => [
  ...themeIds.map(id => `theme-${id}`),
  ...outcomeIds.map(id => `outcome-${id}`),
]

/** Its titles in the order of the agreement: themes whole, and single outcomes. */
export const titlesOf = ({ themeIds, outcomeIds }: Responsibilities, themes: readonly ThemeWithOutcomes[]): string[] =>
  themes.flatMap(theme =>
    themeIds.includes(theme.id) ? [theme.title] : theme.outcomes.filter(({ id }) => outcomeIds.includes(id)).map(({ title }) => title),
  )
