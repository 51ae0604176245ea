import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Plan, PlanId } from './plan.ts'

export type NewPlan = Pick<Plan, 'groupId' | 'shortName' | 'title' | 'startsOn' | 'endsOn'> &
  Partial<Pick<Plan, 'summary' | 'leadId' | 'risks' | 'equality' | 'sustainability' | 'progressEvery'>>

const plans = (db: Db) => db`
  select plan.id, plan.group_id, "group".name as "group", "group".parent_id as parent_group_id, plan.short_name, plan.title, plan.starts_on, plan.ends_on, plan.summary,
         plan.lead_id, coalesce(lead.name, '') as lead, plan.risks, plan.equality, plan.sustainability, plan.progress_every, plan.state,
         plan.state = 'submitted' or (plan.state = 'revising' and latest.kind is not distinct from 'submitted') as is_waiting
    from delivery.plan
    left join lateral (select kind from delivery.step where step.plan_id = plan.id order by step.id desc limit 1) as latest on true
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

export async function addPlan(db: Db, plan: NewPlan): Promise<PlanId> {
  const [row] = await db<{ id: PlanId }[]>`insert into delivery.plan ${db(plan)} returning id`
  if (!row) throw new Error('A plan was not added')
  return row.id
}

/** Holds other writers off the plan and its actions until the visit ends. */
export async function lockPlan(db: Db, planId: PlanId): Promise<void> {
  await db`select from delivery.plan where id = ${planId} for update`
}

export async function changePlan(
  db: Db,
  planId: PlanId,
  change: Pick<Plan, 'title' | 'summary' | 'leadId' | 'risks' | 'equality' | 'sustainability' | 'progressEvery'>,
): Promise<void> {
  await db`update delivery.plan set ${db(change)} where id = ${planId}`
}

/** These and no others; what stays is not written again. */
export async function setServed(
  db: Db,
  planId: PlanId,
  { outcomeIds, indicatorIds }: { readonly outcomeIds: readonly number[]; readonly indicatorIds: readonly number[] },
): Promise<void> {
  await db`delete from delivery.plan_outcome where plan_id = ${planId} and outcome_id <> all (${[...outcomeIds]}::bigint[])`
  await db`delete from delivery.plan_indicator where plan_id = ${planId} and indicator_id <> all (${[...indicatorIds]}::bigint[])`
  await db`insert into delivery.plan_outcome (plan_id, outcome_id) select ${planId}, unnest(${[...outcomeIds]}::bigint[]) on conflict do nothing`
  await db`insert into delivery.plan_indicator (plan_id, indicator_id) select ${planId}, unnest(${[...indicatorIds]}::bigint[]) on conflict do nothing`
}

/** What a plan can serve: outcomes by theme, and indicators. */
export async function outcomesToChoose(db: Db): Promise<{ readonly id: number; readonly name: string; readonly theme: string }[]> {
  return db<{ id: number; name: string; theme: string }[]>`
    select outcome.id, outcome.title as name, theme.title as theme
      from performance.shared_node as outcome
      join performance.shared_link as link on link.lower_kind = 'outcome' and link.lower_id = outcome.id and link.upper_kind = 'theme'
      join performance.shared_node as theme on theme.kind = 'theme' and theme.id = link.upper_id
     where outcome.kind = 'outcome'
     order by theme.id, outcome.id`
}

export async function indicatorsToChoose(db: Db): Promise<{ readonly id: number; readonly reference: string; readonly title: string }[]> {
  return db<{ id: number; reference: string; title: string }[]>`
    select id, coalesce(reference, '') as reference, title from performance.shared_indicator order by id`
}

/** Everybody by name, with who belongs to the group: whoever sits there or may write its plan. */
export async function peopleToWrite(
  db: Db,
  groupId: GroupId,
): Promise<{ readonly id: PersonId; readonly name: string; readonly isMember: boolean }[]> {
  return db<{ id: PersonId; name: string; isMember: boolean }[]>`
    select person.id, person.name,
           exists (select from partnership.shared_link as link
                    where link.lower_kind = 'person' and link.lower_id = person.id and link.upper_kind = 'group' and link.upper_id = ${groupId}) as is_member
      from partnership.shared_person as person
     order by lower(person.name) collate "und-x-icu", person.id`
}
