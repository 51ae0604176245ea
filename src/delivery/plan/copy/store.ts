import { type ActionId, carryAction } from '../../../actions/index.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Plan, PlanId, PlannedActionId } from '../plan.ts'
import { type Shift, shiftBetween } from './copy.ts'

type Beginning = Pick<Plan, 'id' | 'startsOn'>
type Made = { readonly id: PlanId; readonly shortName: string; readonly startsOn: Day }
type Unfinished = { readonly id: PlannedActionId; readonly actionId: ActionId; readonly endsOn: Day | null }

/**
 * Outcomes and indicators, resources, and the actions that are not finished, with their milestones that are not met; dates are moved on by as much as the year is.
 * How many actions were taken over.
 */
export async function copyPlan(db: Db, from: Beginning, to: Made): Promise<number> {
  const shift = shiftBetween(from.startsOn, to.startsOn)
  await db`insert into delivery.plan_outcome (plan_id, outcome_id) select ${to.id}, outcome_id from delivery.plan_outcome where plan_id = ${from.id}`
  await db`insert into delivery.plan_indicator (plan_id, indicator_id) select ${to.id}, indicator_id from delivery.plan_indicator where plan_id = ${from.id}`
  await db`
    insert into delivery.resource (plan_id, organisation_id, fte, pence, source)
    select ${to.id}, organisation_id, fte, pence, source from delivery.resource where plan_id = ${from.id} and planned_action_id is null order by id`
  const unfinished = await db<Unfinished[]>`
    select planned_action.id, planned_action.action_id, ${moved(db, db`planned_action.ends_on`, shift)} as ends_on
      from delivery.planned_action
      join actions.shared_node as action on action.kind = 'action' and action.id = planned_action.action_id
     where planned_action.plan_id = ${from.id} and action.state in ('proposed', 'open')
     order by planned_action.place, planned_action.id`
  for (const each of unfinished) await copyAction(db, each, to, shift)
  return unfinished.length
}

async function copyAction(db: Db, { id, actionId, endsOn }: Unfinished, to: Made, shift: Shift): Promise<void> {
  const carried = await carryAction(db, actionId, {
    source: 'plan',
    sourceId: to.id,
    sourceName: to.shortName,
    sourceDay: to.startsOn,
    dueOn: endsOn,
  })
  const [made] = await db<{ id: PlannedActionId }[]>`
    insert into delivery.planned_action (plan_id, action_id, place, outcome_id, starts_on, ends_on, measure, how, risk, is_free)
    select ${to.id}, ${carried}, place, outcome_id, ${moved(db, db`starts_on`, shift)}, ${endsOn}, measure, how, risk, is_free
      from delivery.planned_action where id = ${id}
    returning id`
  if (!made) throw new Error('A planned action was not copied')
  await db`
    insert into delivery.action_contributor (planned_action_id, organisation_id)
    select ${made.id}, organisation_id from delivery.action_contributor where planned_action_id = ${id}`
  await db`
    insert into delivery.milestone (planned_action_id, place, text, planned_on)
    select ${made.id}, place, text, ${moved(db, db`planned_on`, shift)} from delivery.milestone where planned_action_id = ${id} and met_on is null order by place, id`
  await db`
    insert into delivery.resource (plan_id, planned_action_id, organisation_id, fte, pence, source)
    select ${to.id}, ${made.id}, organisation_id, fte, pence, source from delivery.resource where planned_action_id = ${id} order by id`
}

const moved = (db: Db, column: ReturnType<Db>, { months, days }: Shift) =>
  db`(${column} + make_interval(months => ${months}::int, days => ${days}::int))::date`

/** Last year's of an action that was taken over into this plan, while it is open there. */
export type CarriedAction = {
  readonly id: ActionId
  readonly reference: string
  readonly text: string
  /** Under which number it goes on. */
  readonly becomes: string
}

export async function stillOpenBefore(
  db: Db,
  planId: PlanId,
  { seesConfidential }: { readonly seesConfidential: boolean },
): Promise<CarriedAction[]> {
  return db<CarriedAction[]>`
    select old.id, old.reference, old.text, carried.reference as becomes
      from delivery.planned_action
      join actions.shared_action as carried on carried.id = planned_action.action_id and carried.carried_as <> '' and carried.state in ('open', 'done', 'closed')
      join actions.shared_action as old on left(old.reference, 40) = carried.carried_as and old.source = 'plan' and old.group_id = carried.group_id
     where planned_action.plan_id = ${planId} and old.id <> carried.id and old.state in ('open', 'done') and (not old.is_confidential or ${seesConfidential})
     order by planned_action.place, planned_action.id`
}
