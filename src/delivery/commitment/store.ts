import type { Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Sight } from '../plan/sight.ts'

export type PartInAction = {
  readonly id: number
  readonly planId: number
  readonly plan: string
  readonly reference: string
  readonly text: string
  readonly owns: boolean
  readonly dueOn: Day | null
  readonly state: string
  readonly milestones: readonly { readonly plannedOn: Day; readonly metOn: Day | null }[]
}

/** The actions of plans in force that an organisation owns, through its seats and people too, or to which it contributes: one query. */
export async function actionsWithPart(db: Db, organisationId: OrganisationId, sight: Sight): Promise<PartInAction[]> {
  return db<PartInAction[]>`
    with owned as materialized (
      select owner.action_id
        from actions.shared_owner as owner
        left join partnership.shared_person as person on person.id = owner.person_id
        left join partnership.shared_seat as seat on seat.id = owner.seat_id
       where coalesce(owner.organisation_id, person.organisation_id, seat.organisation_id) = ${organisationId}),
    given as materialized (
      select planned_action_id from delivery.action_contributor where organisation_id = ${organisationId})
    select planned.id, planned.plan_id, plan.title as plan, action.reference, action.text, owned.action_id is not null as owns, action.due_on, action.state,
           coalesce((select jsonb_agg(jsonb_build_object('plannedOn', milestone.planned_on, 'metOn', milestone.met_on))
                       from delivery.milestone where milestone.planned_action_id = planned.id and milestone.planned_on is not null), '[]') as milestones
      from delivery.planned_action as planned
      join delivery.plan on plan.id = planned.plan_id and plan.state in ('signed-off', 'revising')
      join actions.shared_action as action on action.id = planned.action_id
      left join (select distinct action_id from owned) as owned on owned.action_id = planned.action_id
     where (owned.action_id is not null or planned.id in (select planned_action_id from given))
       and (not action.is_confidential or ${sight.all} or action.group_id = any(${[...sight.groupIds]}::bigint[]))
     order by plan.starts_on desc, plan.title, planned.place, planned.id`
}
