/**
 * The contribution of an organisation or a group is which indicators it leads and to which it contributes, itself or through its seats and people, and how they
 * do. What it leads is what the scorecard shows under it, so that the two count alike. Of an area it is every indicator that is measured there.
 */
import type { Beside, Part } from '../answerable/answerable.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Line } from '../scorecard/scorecard.ts'

/** That it leads an indicator or contributes to it, and through which seat or person; null: itself. */
export type Mention = { readonly indicatorId: IndicatorId; readonly part: Part; readonly through: Pick<Beside, 'kind' | 'id'> | null }

export type Share = { readonly line: Line; readonly part: Part; readonly through: readonly Mention['through'][] }

/** In the order of the lines, what it leads first. Whoever leads an indicator is not counted among those who contribute to it. */
export function sharesIn(lines: readonly Line[], mentions: readonly Mention[]): Share[] {
  const of = Map.groupBy(mentions, ({ indicatorId }) => indicatorId)
  const shares = lines.flatMap((line): Share[] => {
    const its = of.get(line.standing.indicator.id) ?? []
    if (its.length === 0) return []
    const part = its.some(mention => mention.part === 'lead') ? 'lead' : 'contributor'
    return [{ line, part, through: its.filter(mention => mention.part === part).map(({ through }) => through) }]
  })
  return [...shares.filter(({ part }) => part === 'lead'), ...shares.filter(({ part }) => part === 'contributor')]
}
