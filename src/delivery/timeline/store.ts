import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { Sight } from '../plan/sight.ts'
import type { Scheduled } from './timeline.ts'

type Row = Omit<Scheduled, 'milestones' | 'actualOn' | 'isDropped' | 'plannedOn' | 'expectedOn'> & {
  readonly endsOn: Day | null
  readonly dueOn: Day | null
  readonly forecastOn: Day | null
  readonly endedOn: Day | null
  readonly state: string
}

/** Two queries, whatever the number of plans. In the order of each plan. */
export async function scheduleOf(db: Db, planIds: readonly PlanId[], sight: Sight): Promise<Scheduled[]> {
  const asked = [...planIds]
  const [actions, milestones] = await Promise.all([
    db<Row[]>`
      select planned.id, planned.plan_id, action.reference, action.text, planned.starts_on, planned.ends_on, action.due_on, action.ended_on, action.state,
             last.forecast_on
        from delivery.planned_action as planned
        join delivery.plan on plan.id = planned.plan_id
        join actions.shared_action as action on action.id = planned.action_id
        left join lateral (
          select forecast_on from delivery.progress
           where progress.planned_action_id = planned.id order by progress.starts_on desc, progress.id desc limit 1) as last on true
       where planned.plan_id = any(${asked}::bigint[])
         and (not action.is_confidential or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
       order by planned.plan_id, planned.place, planned.id`,
    db<(Scheduled['milestones'][number] & { readonly plannedActionId: PlannedActionId })[]>`
      select milestone.id, milestone.planned_action_id, milestone.text, milestone.planned_on, milestone.forecast_on as expected_on, milestone.met_on as actual_on
        from delivery.milestone
        join delivery.planned_action as planned on planned.id = milestone.planned_action_id
       where planned.plan_id = any(${asked}::bigint[])
       order by milestone.place, milestone.id`,
  ])
  const ofAction = Map.groupBy(milestones, ({ plannedActionId }) => plannedActionId)
  return actions.map(({ endsOn, dueOn, forecastOn, endedOn, state, ...action }) => ({
    ...action,
    plannedOn: endsOn,
    // What was agreed when it was planned is no other day.
    expectedOn: forecastOn ?? (dueOn === endsOn ? null : dueOn),
    actualOn: state === 'closed' || state === 'done' ? endedOn : null,
    isDropped: state === 'dropped',
    milestones: ofAction.get(action.id) ?? [],
  }))
}
