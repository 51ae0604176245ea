import type { Db } from '../../platform/db/index.ts'
import type { PlanId } from '../plan/plan.ts'
import type { Sight } from '../plan/sight.ts'
import type { ActionToCheck, IndicatorToCheck, OutcomeToCheck, PlanToCheck } from './robustness.ts'

type Of<T> = T & { readonly planId: PlanId }

/** Four queries, whatever the number of plans. */
export async function plansToCheck(db: Db, planIds: readonly PlanId[], sight: Sight): Promise<PlanToCheck[]> {
  const asked = [...planIds]
  const [plans, outcomes, indicators, actions] = await Promise.all([
    db<Omit<PlanToCheck, 'outcomes' | 'indicators' | 'actions'>[]>`
      select id, risks, equality, sustainability from delivery.plan where id = any(${asked}::bigint[]) order by id`,
    db<Of<OutcomeToCheck>[]>`
      select plan_outcome.plan_id, outcome.id, outcome.title,
             array(select measuring.lower_id from performance.shared_link as measuring
                    where measuring.lower_kind = 'indicator' and measuring.upper_kind = 'outcome' and measuring.upper_id = outcome.id) as indicator_ids
        from delivery.plan_outcome
        join performance.shared_node as outcome on outcome.kind = 'outcome' and outcome.id = plan_outcome.outcome_id
       where plan_outcome.plan_id = any(${asked}::bigint[])
       order by outcome.title, outcome.id`,
    db<Of<IndicatorToCheck>[]>`
      select plan_indicator.plan_id, indicator.id, coalesce(indicator.reference, '') as reference, indicator.title
        from delivery.plan_indicator
        join performance.shared_indicator as indicator on indicator.id = plan_indicator.indicator_id
       where plan_indicator.plan_id = any(${asked}::bigint[])
       order by indicator.reference, indicator.title`,
    db<Of<ActionToCheck>[]>`
      select planned.plan_id, planned.id, action.reference, action.text, planned.starts_on, planned.ends_on, planned.measure, planned.is_free, planned.outcome_id,
             case when action.owners_as_typed <> '' then 1 else 0 end
               + (select count(*)::int from actions.shared_owner as owner where owner.action_id = action.id) as owners,
             (select count(*)::int from delivery.resource where resource.planned_action_id = planned.id) as resources,
             array(select moved.upper_id from actions.shared_link as moved
                    where moved.lower_kind = 'action' and moved.lower_id = action.id and moved.upper_kind = 'indicator') as indicator_ids
        from delivery.planned_action as planned
        join delivery.plan on plan.id = planned.plan_id
        join actions.shared_action as action on action.id = planned.action_id
       where planned.plan_id = any(${asked}::bigint[]) and action.state <> 'dropped'
         and (not action.is_confidential or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
       order by planned.place, planned.id`,
  ])
  const of = <T extends { readonly planId: PlanId }>(all: readonly T[], planId: PlanId) => all.filter(each => each.planId === planId)
  return plans.map(plan => ({
    ...plan,
    outcomes: of(outcomes, plan.id),
    indicators: of(indicators, plan.id),
    actions: of(actions, plan.id),
  }))
}
