/** What is known of the thread when its gaps are looked for, as far as whoever looks may know it. */
import type { Day } from '../../kernel/day.ts'

export type Facts = {
  readonly today: Day
  /** Of the agreement that covers today; all other indicators are there only because an action is to move them. */
  readonly indicators: readonly IndicatorFact[]
  readonly outcomes: readonly OutcomeFact[]
  readonly groups: readonly GroupFact[]
  readonly actions: readonly ActionFact[]
  readonly plans: readonly PlanFact[]
  readonly decisions: readonly DecisionFact[]
  readonly ambitions: readonly AmbitionFact[]
}

export type IndicatorFact = {
  readonly id: number
  readonly reference: string
  readonly title: string
  readonly agreementId: number
  readonly outcomeIds: readonly number[]
  readonly hasLead: boolean
  readonly contributors: readonly { readonly id: number; readonly name: string }[]
  /** Organisations whose people have reported a figure of it. */
  readonly reporterIds: readonly number[]
  readonly isOffTarget: boolean
  /** Null where nothing can be compared. */
  readonly direction: 'improving' | 'worsening' | 'other' | null
}

export type OutcomeFact = {
  readonly id: number
  readonly title: string
  readonly themeId: number
  readonly theme: string
  readonly agreementId: number
  /** The groups that answer for it or for its theme today. */
  readonly groupIds: readonly number[]
}

export type GroupFact = {
  readonly id: number
  readonly name: string
  /** By when it owes a plan for the year of today; null where it owes none. */
  readonly planDueOn: Day | null
}

export type ActionFact = {
  readonly id: number
  readonly reference: string
  readonly title: string
  readonly groupId: number | null
  readonly source: string
  readonly state: 'proposed' | 'open' | 'done' | 'closed' | 'dropped'
  readonly progress: 'not-started' | 'under-way' | 'held-up'
  /** As it was last rated in its plan. */
  readonly rating: 'complete' | 'on-track' | 'at-risk' | 'off-track' | 'not-started' | null
  readonly planId: number | null
  readonly plannedId: number | null
  readonly outcomeId: number | null
  readonly indicatorIds: readonly number[]
  /** That own it, through their people and seats too, or contribute to it. */
  readonly organisationIds: readonly number[]
  /** Whether whoever looks may be shown it; what they may not even know is no fact. */
  readonly isShown: boolean
}

/** An action of a plan stands there, and any other in the register. */
export const addressOf = ({ id, planId, plannedId }: Pick<ActionFact, 'id' | 'planId' | 'plannedId'>): string =>
  planId === null ? `actions/${id}` : `plans/${planId}/actions/${plannedId}`

export type PlanFact = {
  readonly id: number
  readonly groupId: number
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly outcomeIds: readonly number[]
  readonly isShown: boolean
}

export type DecisionFact = {
  readonly id: number
  readonly reference: string
  readonly text: string
  readonly groupId: number
  readonly onDay: Day
  readonly kind: string
  /** What was agreed because of it, or linked with it. */
  readonly actionIds: readonly number[]
  /** A plan was signed off by it, or it is linked with something else. */
  readonly isCarriedOut: boolean
  readonly isShown: boolean
}

export type AmbitionFact = {
  readonly id: number
  readonly parentId: number | null
  readonly kind: 'ambition' | 'priority'
  readonly title: string
  readonly visionId: number
  readonly isServed: boolean
}
