/**
 * An action of a plan is an action of the one register, with what planning needs beside it: when it was to happen, how one will know, how it is to move its
 * indicators, who helps, what it costs whom, and the steps on the way.
 */
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { OutcomeId } from '../../performance/index.ts'

export type MilestoneId = Id<'milestone'>

/** As it was planned. Its words, owners, agreed day and indicators are the register's. */
export type PlannedDraft = {
  readonly outcomeId: OutcomeId | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** How one will know that it is done, or does good. */
  readonly measure: string
  /** How it is to move its indicators. */
  readonly how: string
  readonly risk: string
  /** It needs nothing beyond what is there: nobody forgot its resources. */
  readonly isFree: boolean
}

export type MilestoneDraft = {
  readonly text: string
  readonly plannedOn: Day | null
  readonly forecastOn: Day | null
  readonly metOn: Day | null
  readonly note: string
}

/** People, pounds or both. */
export type ResourceDraft = {
  /** Who gives it; null while that is not known. */
  readonly organisationId: OrganisationId | null
  readonly fte: Decimal | null
  readonly pence: number | null
  /** Where the money comes from: Area Based Grant. */
  readonly source: string
}
