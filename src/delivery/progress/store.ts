import { type ActionId, actionRecords, ownersInWords, sittingFor } from '../../actions/index.ts'
import type { Day } from '../../kernel/day.ts'
import { paperDaysOf } from '../../meetings/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { isInForce, type Plan, type PlanId, type PlannedActionId } from '../plan/plan.ts'
import type { Milestone, Planned, Progress, Update } from './progress.ts'
import type { FollowedAction, FollowedPlan } from './view.ts'

const planned = (db: Db) => db`
  select planned_action.id, planned_action.plan_id, planned_action.action_id, planned_action.starts_on, planned_action.ends_on,
         coalesce((select jsonb_agg(jsonb_build_object('id', milestone.id, 'text', milestone.text, 'plannedOn', milestone.planned_on,
                                                       'forecastOn', milestone.forecast_on, 'metOn', milestone.met_on)
                                    order by milestone.planned_on nulls last, milestone.place, milestone.id)
                     from delivery.milestone where milestone.planned_action_id = planned_action.id), '[]') as milestones
    from delivery.planned_action`

/** Of some plans, in the order in which they were planned. */
export async function plannedIn(db: Db, planIds: readonly PlanId[]): Promise<Planned[]> {
  return db<Planned[]>`
    ${planned(db)} where planned_action.plan_id = any(${[...planIds]}::bigint[]) order by planned_action.plan_id, planned_action.place, planned_action.id`
}

/** What an action of the register is in its plan; null for one that is in none. */
export async function plannedAs(db: Db, actionId: ActionId): Promise<Planned | null> {
  const [row] = await db<Planned[]>`${planned(db)} where planned_action.action_id = ${actionId}`
  return row ?? null
}

/** What was said of these: the latest word of each period, the earliest period first. */
export async function ratingsOf(db: Db, plannedActionIds: readonly PlannedActionId[]): Promise<Progress[]> {
  return db<Progress[]>`
    select distinct on (progress.planned_action_id, progress.starts_on)
           progress.planned_action_id, progress.starts_on, progress.ends_on, progress.rating, progress.reason_code, progress.text, progress.next_step,
           progress.forecast_on, progress.is_unchanged, coalesce(person.name, progress.by_name) as by,
           (progress.made_at at time zone 'Europe/London')::date as on_day
      from delivery.progress
      left join partnership.shared_person as person on person.id = progress.person_id
     where progress.planned_action_id = any(${[...plannedActionIds]}::bigint[])
     order by progress.planned_action_id, progress.starts_on, progress.id desc`
}

/** On which day each plan was first signed off; those that never were are not among them. */
export async function signedOffSince(db: Db, planIds: readonly PlanId[]): Promise<ReadonlyMap<PlanId, Day>> {
  const rows = await db<{ planId: PlanId; onDay: Day }[]>`
    select plan_id, min(on_day) as on_day from delivery.step where plan_id = any(${[...planIds]}::bigint[]) and kind = 'signed-off' group by plan_id`
  return new Map(rows.map(({ planId, onDay }) => [planId, onDay]))
}

/** Plans with their actions and whatever was said of them: as many questions for many as for one. */
export async function followed(db: Db, plans: readonly Plan[], today: Day, ofAction?: ActionId): Promise<FollowedPlan[]> {
  const planIds = plans.map(({ id }) => id)
  const all = await plannedIn(db, planIds)
  const planned = ofAction === undefined ? all : all.filter(({ actionId }) => actionId === ofAction)
  const from = plans.map(({ startsOn }) => startsOn).toSorted()[0] ?? today
  const [records, said, signedOff, paperDays] = await Promise.all([
    actionRecords(
      db,
      planned.map(({ actionId }) => actionId),
    ),
    ratingsOf(
      db,
      planned.map(({ id }) => id),
    ),
    signedOffSince(db, planIds),
    paperDaysOf(
      db,
      plans.map(({ groupId }) => groupId),
      from,
    ),
  ])
  const sitting = await sittingFor(db, records, today)
  const byId = new Map(records.map(record => [record.id, record]))
  return plans.map(plan => ({
    plan,
    inForceFrom: isInForce(plan) ? (signedOff.get(plan.id) ?? plan.startsOn) : null,
    meetings: paperDays.filter(({ groupId }) => groupId === plan.groupId),
    actions: planned.flatMap((each): FollowedAction[] => {
      const record = byId.get(each.actionId)
      if (each.planId !== plan.id || record === undefined) return []
      const owners = ownersInWords(record.owners, sitting, record.ownersAsTyped)
      return [{ planned: each, record, owners, said: said.filter(({ plannedActionId }) => plannedActionId === each.id) }]
    }),
  }))
}

export type Sayer = { readonly personId: number | null; readonly byName: string; readonly now: Temporal.Instant }

/** Further words of a period do not replace those that were there: the latest counts. */
export async function addProgress(db: Db, update: Update, { personId, byName, now }: Sayer): Promise<void> {
  await db`insert into delivery.progress ${db({ ...update, personId, byName, madeAt: now })}`
}

export async function setMilestone(
  db: Db,
  milestoneId: number,
  { forecastOn, metOn }: Pick<Milestone, 'forecastOn' | 'metOn'>,
): Promise<void> {
  await db`update delivery.milestone set forecast_on = ${forecastOn}, met_on = ${metOn} where id = ${milestoneId}`
}

/** The plans in force in which somebody owns an action, by name or by a seat, or answers for those that nobody owns. */
export async function plansToReportOn(db: Db, personId: number | null, seatIds: readonly number[]): Promise<PlanId[]> {
  const rows = await db<{ id: PlanId }[]>`
    select plan.id from delivery.plan
     where plan.state in ('signed-off', 'revising')
       and (plan.lead_id = ${personId}
            or exists (select from delivery.planned_action
                         join actions.shared_owner as owner on owner.action_id = planned_action.action_id
                        where planned_action.plan_id = plan.id and (owner.person_id = ${personId} or owner.seat_id = any(${[...seatIds]}::bigint[]))))`
  return rows.map(({ id }) => id)
}
