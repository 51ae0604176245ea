import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { ReasonCode } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { StepKind } from '../life-cycle/life-cycle.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

export type RecordedStep = {
  readonly kind: StepKind
  readonly reason: string
  readonly onDay: Day
  readonly personId: PersonId | null
}

/** What was said of an action for a period. */
export type RecordedProgress = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly rating: 'complete' | 'on-track' | 'at-risk' | 'off-track' | 'not-started'
  readonly reasonCode: ReasonCode | ''
  readonly text: string
  readonly nextStep: string
  readonly forecastOn: Day | null
  readonly personId: PersonId | null
  readonly madeAt: Temporal.Instant
}

export async function addSteps(db: Db, planId: PlanId, steps: readonly RecordedStep[]): Promise<void> {
  if (steps.length > 0) await db`insert into delivery.step ${db(steps.map(step => ({ planId, ...step })))}`
}

export async function addProgress(db: Db, plannedActionId: PlannedActionId, progress: readonly RecordedProgress[]): Promise<void> {
  if (progress.length > 0) await db`insert into delivery.progress ${db(progress.map(each => ({ plannedActionId, ...each })))}`
}
