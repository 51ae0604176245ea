import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Plan, PlanId } from './plan.ts'

export type NewPlan = Pick<Plan, 'groupId' | 'shortName' | 'title' | 'startsOn' | 'endsOn'> &
  Partial<Pick<Plan, 'summary' | 'leadId' | 'risks' | 'equality' | 'sustainability' | 'progressEvery'>>

const plans = (db: Db) => db`
  select plan.id, plan.group_id, "group".name as "group", "group".parent_id as parent_group_id, plan.short_name, plan.title, plan.starts_on, plan.ends_on, plan.summary,
         plan.lead_id, coalesce(lead.name, '') as lead, plan.risks, plan.equality, plan.sustainability, plan.progress_every, plan.state
    from delivery.plan
    join partnership.shared_group as "group" on "group".id = plan.group_id
    left join partnership.shared_person as lead on lead.id = plan.lead_id`

export async function plan(db: Db, planId: PlanId): Promise<Plan | null> {
  const [row] = await db<Plan[]>`${plans(db)} where plan.id = ${planId}`
  return row ?? null
}

/** The newest year first, then by group. */
export async function allPlans(db: Db): Promise<Plan[]> {
  return db<Plan[]>`${plans(db)} order by plan.starts_on desc, "group".name, plan.id`
}

/** Of one group, the newest first. */
export async function plansOfGroup(db: Db, groupId: GroupId): Promise<Plan[]> {
  return db<Plan[]>`${plans(db)} where plan.group_id = ${groupId} order by plan.starts_on desc`
}

/** The plans that cover a day, of every group. */
export async function plansOn(db: Db, day: Day): Promise<Plan[]> {
  return db<Plan[]>`${plans(db)} where plan.starts_on <= ${day} and plan.ends_on >= ${day} order by "group".name, plan.id`
}

export async function addPlan(db: Db, plan: NewPlan): Promise<PlanId> {
  const [row] = await db<{ id: PlanId }[]>`insert into delivery.plan ${db(plan)} returning id`
  if (!row) throw new Error('A plan was not added')
  return row.id
}

/** Holds other writers off the plan and its actions until the visit ends. */
export async function lockPlan(db: Db, planId: PlanId): Promise<void> {
  await db`select from delivery.plan where id = ${planId} for update`
}
