/** An action is cross-cutting when what it is to move belongs to several themes: then it matters to more groups than the one that answers for it. */
import type { ActionFact, Facts, IndicatorFact } from '../gap/facts.ts'

export type CrossCutting = {
  readonly action: ActionFact
  readonly group: { readonly id: number; readonly name: string } | null
  readonly indicators: readonly IndicatorFact[]
  readonly themes: readonly { readonly id: number; readonly title: string }[]
  /** Groups other than its own that answer for one of the outcomes. */
  readonly others: readonly { readonly id: number; readonly name: string }[]
}

/** Those that are proposed or not settled yet; most themes first. */
export function crossCuttingIn(facts: Facts): CrossCutting[] {
  return facts.actions
    .filter(({ isShown, state }) => isShown && state !== 'closed' && state !== 'dropped')
    .flatMap(action => {
      const moved = facts.indicators.filter(({ id }) => action.indicatorIds.includes(id))
      const served = facts.outcomes.filter(({ id }) => id === action.outcomeId || moved.some(({ outcomeIds }) => outcomeIds.includes(id)))
      const themes = [...new Map(served.map(({ themeId, theme }) => [themeId, { id: themeId, title: theme }])).values()]
      if (themes.length < 2) return []
      const answering = new Set(served.flatMap(({ groupIds }) => groupIds))
      return [
        {
          action,
          group: facts.groups.find(({ id }) => id === action.groupId) ?? null,
          indicators: moved,
          themes,
          others: facts.groups.filter(({ id }) => answering.has(id) && id !== action.groupId),
        },
      ]
    })
    .toSorted((a, b) => b.themes.length - a.themes.length)
}

export const crossCuttingWords = (themes: readonly string[]): string => `Cross-cutting: ${themes.join('; ')}`
