import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Sight } from '../plan/sight.ts'
import type { DueMilestone } from './milestone.ts'

export type Due = {
  /** What is overdue comes before, whenever it was due; with `from`, only what is due from that day. */
  readonly from?: Day
  readonly to: Day
  readonly sight: Sight
}

/** Not met yet, of plans in force, by day. */
export async function milestonesDue(db: Db, { from, to, sight }: Due): Promise<DueMilestone[]> {
  return db<DueMilestone[]>`
    select milestone.id, milestone.text, coalesce(milestone.forecast_on, milestone.planned_on) as due_on, milestone.planned_on,
           plan.id as plan_id, plan.title as plan, "group".id as group_id, "group".name as "group",
           planned.id as planned_action_id, action.reference, action.text as action,
           coalesce((
             select jsonb_agg(jsonb_build_object(
                      'key', case when owner.person_id is not null then 'person-' || owner.person_id when owner.seat_id is not null then 'seat-' || owner.seat_id
                                  when owner.organisation_id is not null then 'organisation-' || owner.organisation_id else 'group-' || owner.group_id end,
                      'name', coalesce(person.name, organisation.name, owning.name,
                                       case seat.title when '' then initcap(replace(seat.role, '-', ' ')) else seat.title end || ', ' || seat.group_name))
                      order by owner.place)
               from actions.shared_owner as owner
               left join partnership.shared_person as person on person.id = owner.person_id
               left join partnership.shared_seat as seat on seat.id = owner.seat_id
               left join partnership.shared_organisation as organisation on organisation.id = owner.organisation_id
               left join partnership.shared_group as owning on owning.id = owner.group_id
              where owner.action_id = action.id), '[]') as owners
      from delivery.milestone
      join delivery.planned_action as planned on planned.id = milestone.planned_action_id
      join delivery.plan on plan.id = planned.plan_id
      join partnership.shared_group as "group" on "group".id = plan.group_id
      join actions.shared_action as action on action.id = planned.action_id
     where plan.state in ('signed-off', 'revising') and milestone.met_on is null and action.state in ('open', 'done')
       and coalesce(milestone.forecast_on, milestone.planned_on) <= ${to}
       and (${from ?? null}::date is null or coalesce(milestone.forecast_on, milestone.planned_on) >= ${from ?? null})
       and (not action.is_confidential or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
     order by due_on, "group".name, milestone.id`
}
