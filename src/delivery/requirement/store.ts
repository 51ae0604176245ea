import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { GroupChoice, Line, Requirement, RequirementId } from './requirement.ts'

/** What every group owes and has, the newest year first, then by group: one query. */
export async function checklist(db: Db): Promise<Line[]> {
  return lines(db, null)
}

export async function linesOfGroup(db: Db, groupId: GroupId): Promise<Line[]> {
  return lines(db, groupId)
}

async function lines(db: Db, groupId: GroupId | null): Promise<Line[]> {
  return db<Line[]>`
    select coalesce(plan.group_id, requirement.group_id) as group_id, "group".name as "group", "group".parent_id as parent_group_id, coalesce(requirement.starts_on, plan.starts_on) as starts_on,
           coalesce(requirement.ends_on, plan.ends_on) as ends_on,
           case when requirement.id is not null
                then jsonb_build_object('id', requirement.id, 'dueOn', requirement.due_on, 'secondDueOn', requirement.second_due_on,
                                        'chasedOn', (select max(sent_on) from delivery.chaser where chaser.requirement_id = requirement.id)) end as requirement,
           case when plan.id is not null
                then jsonb_build_object('id', plan.id, 'title', plan.title, 'state', plan.state, 'submittedOn', submitted.on_day,
                                        'returnedBecause', coalesce(returned.reason, ''),
                                        'isWaiting', plan.state = 'submitted' or (plan.state = 'revising' and latest.kind = 'submitted')) end as plan
      from delivery.requirement
      full join delivery.plan on plan.partnership_id = requirement.partnership_id and plan.group_id = requirement.group_id and plan.starts_on = requirement.starts_on
      join partnership.shared_group as "group" on "group".id = coalesce(plan.group_id, requirement.group_id)
      left join lateral (select on_day from delivery.step where step.plan_id = plan.id and kind = 'submitted' order by id desc limit 1) as submitted on true
      left join lateral (select kind from delivery.step where step.plan_id = plan.id order by id desc limit 1) as latest on true
      left join lateral (select reason from delivery.step where step.plan_id = plan.id and kind = 'returned' order by id desc limit 1) as returned on true
     where ${groupId}::bigint is null or coalesce(plan.group_id, requirement.group_id) = ${groupId}
     order by coalesce(requirement.starts_on, plan.starts_on) desc, lower("group".name) collate "und-x-icu", plan.id`
}

export async function requirement(db: Db, requirementId: RequirementId): Promise<Requirement | null> {
  const [row] = await db<Requirement[]>`
    select requirement.id, requirement.group_id, "group".name as "group", requirement.starts_on, requirement.ends_on, requirement.due_on, requirement.second_due_on
      from delivery.requirement
      join partnership.shared_group as "group" on "group".id = requirement.group_id
     where requirement.id = ${requirementId}`
  return row ?? null
}

export type NewRequirements = Pick<Requirement, 'startsOn' | 'endsOn' | 'dueOn' | 'secondDueOn'> & { readonly groupIds: readonly GroupId[] }

/** Those that owe a plan for the year already keep their dates; how many are added is told. */
export async function addRequirements(db: Db, { groupIds, startsOn, endsOn, dueOn, secondDueOn }: NewRequirements): Promise<number> {
  const rows = await db`
    insert into delivery.requirement (group_id, starts_on, ends_on, due_on, second_due_on)
    select unnest(${[...groupIds]}::bigint[]), ${startsOn}, ${endsOn}, ${dueOn}, ${secondDueOn}
        on conflict (partnership_id, group_id, starts_on) do nothing
    returning id`
  return rows.length
}

export async function changeRequirement(
  db: Db,
  requirementId: RequirementId,
  { dueOn, secondDueOn }: Pick<Requirement, 'dueOn' | 'secondDueOn'>,
): Promise<void> {
  await db`update delivery.requirement set due_on = ${dueOn}, second_due_on = ${secondDueOn} where id = ${requirementId}`
}

export async function removeRequirement(db: Db, requirementId: RequirementId): Promise<void> {
  await db`delete from delivery.requirement where id = ${requirementId}`
}

/** Holds other writers off until the visit ends. */
export async function lockRequirement(db: Db, requirementId: RequirementId): Promise<void> {
  await db`select from delivery.requirement where id = ${requirementId} for update`
}

/** Those that are there now, by name. */
export async function groupsToChoose(db: Db, today: string): Promise<GroupChoice[]> {
  return db<GroupChoice[]>`
    select id, name, short_name from partnership.shared_group
     where (begins_on is null or begins_on <= ${today}) and (ends_on is null or ends_on >= ${today})
     order by lower(name) collate "und-x-icu"`
}
