import { actionsFrom, type Sight } from '../../../actions/index.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { PlanId } from '../plan.ts'
import type { Named, PlanContent, PlanIndicator, PlannedInShort } from './content.ts'

/** Six queries, however much there is in it. */
export async function contentOf(db: Db, planId: PlanId, today: Day, sight: Sight): Promise<PlanContent> {
  const [outcomes, indicators, planned, [resources], register] = await Promise.all([
    db<Named[]>`
      select outcome.id, outcome.title as name
        from delivery.plan_outcome
        join performance.shared_node as outcome on outcome.kind = 'outcome' and outcome.id = plan_outcome.outcome_id
       where plan_outcome.plan_id = ${planId} order by outcome.id`,
    db<PlanIndicator[]>`
      select indicator.id, coalesce(indicator.reference, '') as reference, indicator.title
        from delivery.plan_indicator
        join performance.shared_indicator as indicator on indicator.id = plan_indicator.indicator_id
       where plan_indicator.plan_id = ${planId} order by indicator.id`,
    db<PlannedInShort[]>`
      select planned_action.id, planned_action.action_id, planned_action.outcome_id, planned_action.starts_on, planned_action.ends_on, planned_action.measure,
             planned_action.how, planned_action.risk, planned_action.is_free,
             array(select organisation.name from delivery.action_contributor
                     join partnership.shared_organisation as organisation on organisation.id = action_contributor.organisation_id
                    where action_contributor.planned_action_id = planned_action.id order by organisation.name) as contributors,
             coalesce((select jsonb_agg(jsonb_build_object('id', indicator.id, 'reference', coalesce(indicator.reference, ''), 'title', indicator.title) order by indicator.id)
                         from actions.shared_link as link
                         join performance.shared_indicator as indicator on indicator.id = link.upper_id
                        where link.lower_kind = 'action' and link.lower_id = planned_action.action_id and link.upper_kind = 'indicator'), '[]') as indicators,
             coalesce((select jsonb_agg(jsonb_build_object('text', milestone.text, 'plannedOn', milestone.planned_on, 'metOn', milestone.met_on)
                                        order by milestone.planned_on, milestone.place, milestone.id)
                         from delivery.milestone where milestone.planned_action_id = planned_action.id), '[]') as milestones,
             given.fte, given.pence
        from delivery.planned_action
        left join lateral (select sum(fte)::text as fte, sum(pence)::bigint as pence from delivery.resource where resource.planned_action_id = planned_action.id) as given on true
       where planned_action.plan_id = ${planId}
       order by planned_action.place, planned_action.id`,
    db<PlanContent['resources'][]>`
      select sum(fte)::text as fte, sum(pence)::bigint as pence from delivery.resource where plan_id = ${planId} and planned_action_id is null`,
    actionsFrom(db, 'plan', planId, today, sight),
  ])
  const named = new Map<number, (typeof register)[number]>(register.map(action => [action.id, action]))
  const actions = planned.flatMap(each => {
    const action = named.get(each.actionId)
    return action === undefined ? [] : [{ ...each, action }]
  })
  return { outcomes, indicators, actions, resources: resources ?? { fte: null, pence: null } }
}
