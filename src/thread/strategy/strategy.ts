/** A strategy or a guiding principle stands behind the vision, and a refresh goes by it: whose it is, of which day, and when it is to be reviewed. */
import type { Day } from '../../kernel/day.ts'

export const strategyKinds = ['strategy', 'guiding-principle'] as const
export type StrategyKind = (typeof strategyKinds)[number]
export const strategyKindNames: Readonly<Record<StrategyKind, string>> = { strategy: 'Strategy', 'guiding-principle': 'Guiding principle' }

export type StrategyDraft = {
  readonly kind: StrategyKind
  readonly title: string
  readonly summary: string
  readonly organisationId: number | null
  readonly groupId: number | null
  /** In words, where it is neither an organisation's nor a group's of the partnership. */
  readonly owner: string
  readonly onDay: Day | null
  readonly reviewOn: Day | null
  readonly link: string
}
export type Strategy = StrategyDraft & { readonly id: number /** Whoever that is. */; readonly ownerName: string }

export const isReviewPassed = ({ reviewOn }: Pick<Strategy, 'reviewOn'>, today: Day): boolean => reviewOn !== null && reviewOn < today
