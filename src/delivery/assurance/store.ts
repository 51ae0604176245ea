import type { Day } from '../../kernel/day.ts'
import { representedLately } from '../../meetings/index.ts'
import { type Around, type IndicatorId, reasonCodeNames } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { latestCommentary } from '../commentary/store.ts'
import { byWords } from '../commentary/view.ts'
import { deliveryAssurance } from './assurance.ts'
import { type AnsweringGroup, knownOf, type ServingAction, type ServingPlan } from './assured.ts'

/** What delivery says beside the judgements of an area: thirteen queries, whatever the number of indicators. */
export const aroundJudgements: Around = async ({ db, today }, areaId, chosen) => {
  const day = chosen !== null && chosen.endsOn < today ? chosen.endsOn : today
  const [arePlanned, plans, actions, groups, represented, commentary] = await Promise.all([
    arePlansFor(db, day),
    servingPlans(db, day),
    servingActions(db, day),
    answeringGroups(db, 'all', day),
    representedLately(db, day),
    latestCommentary(db, areaId, chosen),
  ])
  const known = knownOf({ plans, actions, groups, represented }, day, today)
  return {
    assurance: indicatorId => (arePlanned ? deliveryAssurance(known(indicatorId)) : null),
    story: (indicatorId, period) => {
      const said = commentary.get(indicatorId)
      return said === undefined || said.startsOn !== period.startsOn || said.endsOn !== period.endsOn
        ? null
        : { text: said.text, reasons: said.reasonCodes.map(code => reasonCodeNames[code]), by: byWords(said) }
    },
  }
}

/**
 * Of each indicator the group that leads it; else the one that answers for an outcome or a theme of it; else the one whose plan of the day names it. In one query.
 */
export async function answeringGroups(
  db: Db,
  indicatorIds: readonly IndicatorId[] | 'all',
  today: Day,
): Promise<ReadonlyMap<IndicatorId, AnsweringGroup>> {
  const rows = await db<(AnsweringGroup & { readonly indicatorId: IndicatorId })[]>`
    with link as materialized (
           select lower_kind, lower_id, upper_kind, upper_id, relation from performance.shared_link where relation in ('leads', 'answers for', 'measures', 'part of')),
         answers as (
           select upper_id as indicator_id, lower_id as group_id, 1 as turn
             from link where lower_kind = 'group' and upper_kind = 'indicator' and relation = 'leads'
            union all
           select measures.lower_id, answering.lower_id, 2
             from link as measures
             join link as answering on answering.relation = 'answers for' and answering.upper_kind = 'outcome' and answering.upper_id = measures.upper_id
            where measures.relation = 'measures'
            union all
           select measures.lower_id, answering.lower_id, 3
             from link as measures
             join link as within on within.relation = 'part of' and within.lower_id = measures.upper_id
             join link as answering on answering.relation = 'answers for' and answering.upper_kind = 'theme' and answering.upper_id = within.upper_id
            where measures.relation = 'measures'
            union all
           select plan_indicator.indicator_id, plan.group_id, 4
             from delivery.plan_indicator
             join delivery.plan on plan.id = plan_indicator.plan_id and ${today} between plan.starts_on and plan.ends_on)
    select distinct on (answers.indicator_id) answers.indicator_id, "group".id, "group".name, "group".short_name, "group".parent_id
      from answers
      join partnership.shared_group as "group" on "group".id = answers.group_id
       and coalesce("group".begins_on, '-infinity') <= ${today} and coalesce("group".ends_on, 'infinity') >= ${today}
     where ${indicatorIds === 'all'} or answers.indicator_id = any (${indicatorIds === 'all' ? [] : [...indicatorIds]}::bigint[])
     order by answers.indicator_id, answers.turn, "group".id`
  return new Map(rows.map(({ indicatorId, ...group }) => [indicatorId, group]))
}

/** Whether anybody has a plan for the day, of whatever state. */
async function arePlansFor(db: Db, day: Day): Promise<boolean> {
  const [row] = await db<{ are: boolean }[]>`select exists (select from delivery.plan where ${day} between starts_on and ends_on) as are`
  return row?.are ?? false
}

/**
 * The plans of the day that serve each indicator: they name it, or an outcome of it, or one of their actions is meant to move it.
 */
async function servingPlans(db: Db, day: Day): Promise<ServingPlan[]> {
  return db<ServingPlan[]>`
    with ${acting(db, day)}
    select distinct serving.indicator_id, plan.id as plan_id, plan.title, plan.state
      from (select indicator_id, plan_id from acting
             union
            select indicator_id, plan_id from delivery.plan_indicator
             union
            select measures.indicator_id, plan_outcome.plan_id from delivery.plan_outcome join measures using (outcome_id)) as serving
      join delivery.plan on plan.id = serving.plan_id and ${day} between plan.starts_on and plan.ends_on
     order by serving.indicator_id, plan.id`
}

/**
 * What these plans mean to do about each indicator, without what is confidential: pages that show it are the same for everybody. An action that names no
 * indicator is for those of its outcome.
 */
async function servingActions(db: Db, day: Day): Promise<ServingAction[]> {
  return db<ServingAction[]>`
    with ${acting(db, day)}
    select acting.indicator_id, acting.plan_id, plan.starts_on as plan_starts_on, plan.progress_every, action.ended_on,
           planned.starts_on, planned.ends_on, planned.measure, planned.is_free,
           case when action.owners_as_typed <> '' then 1 else 0 end
             + (select count(*)::int from actions.shared_owner as owner where owner.action_id = planned.action_id) as owners,
           (select count(*)::int from delivery.resource where resource.planned_action_id = planned.id) as resources,
           coalesce(stones.due, 0) as milestones_due, coalesce(stones.met, 0) as milestones_met, told.told_to
      from acting
      join delivery.planned_action as planned on planned.id = acting.planned_action_id
      join delivery.plan on plan.id = acting.plan_id
      join actions.shared_action as action on action.id = planned.action_id and action.state <> 'dropped' and not action.is_confidential
      left join (select planned_action_id, count(*)::int as due, count(*) filter (where met_on <= ${day})::int as met
                   from delivery.milestone where planned_on <= ${day} group by planned_action_id) as stones on stones.planned_action_id = planned.id
      left join (select planned_action_id, max(ends_on) as told_to from delivery.progress group by planned_action_id) as told on told.planned_action_id = planned.id
     order by acting.indicator_id, planned.id`
}

const acting = (db: Db, day: Day) => db`
  measures as materialized (select lower_id as indicator_id, upper_id as outcome_id from performance.shared_link where relation = 'measures'),
  moves as materialized (select lower_id as action_id, upper_id as indicator_id from actions.shared_link where relation = 'is to move'),
  planned as materialized (
    select planned_action.id, planned_action.plan_id, planned_action.action_id, planned_action.outcome_id
      from delivery.planned_action
      join delivery.plan on plan.id = planned_action.plan_id and ${day} between plan.starts_on and plan.ends_on),
  acting as materialized (
    select moves.indicator_id, planned.id as planned_action_id, planned.plan_id from planned join moves using (action_id)
     union
    select measures.indicator_id, planned.id, planned.plan_id
      from planned join measures using (outcome_id)
     where not exists (select from moves where moves.action_id = planned.action_id))`
