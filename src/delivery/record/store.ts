import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { IndicatorId, OutcomeId, ReasonCode } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId, PlanState } from '../plan/plan.ts'

export type RecordedStep = {
  readonly kind: 'submitted' | 'withdrawn' | 'returned' | 'signed-off' | 'revising' | 'revision-dropped'
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

export async function setPlanState(db: Db, planId: PlanId, state: PlanState): Promise<void> {
  await db`update delivery.plan set state = ${state} where id = ${planId} and state <> ${state}`
}

export async function addSteps(db: Db, planId: PlanId, steps: readonly RecordedStep[]): Promise<void> {
  if (steps.length > 0) await db`insert into delivery.step ${db(steps.map(step => ({ planId, ...step })))}`
}

export async function setServed(
  db: Db,
  planId: PlanId,
  outcomeIds: readonly OutcomeId[],
  indicatorIds: readonly IndicatorId[],
): Promise<void> {
  await db`insert into delivery.plan_outcome (plan_id, outcome_id) select ${planId}, unnest(${[...outcomeIds]}::bigint[])`
  await db`insert into delivery.plan_indicator (plan_id, indicator_id) select ${planId}, unnest(${[...indicatorIds]}::bigint[])`
}

export async function addProgress(db: Db, plannedActionId: PlannedActionId, progress: readonly RecordedProgress[]): Promise<void> {
  if (progress.length > 0) await db`insert into delivery.progress ${db(progress.map(each => ({ plannedActionId, ...each })))}`
}

export type RecordedRequirement = {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly dueOn: Day
  readonly secondDueOn: Day | null
}

/** Each of these groups owes a plan for these days. */
export async function addRequirements(db: Db, groupIds: readonly number[], owed: RecordedRequirement): Promise<void> {
  await db`insert into delivery.requirement ${db(groupIds.map(groupId => ({ groupId, ...owed })))}`
}
