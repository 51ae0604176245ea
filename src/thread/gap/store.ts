import { addMonths, type Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Sight } from '../node/store.ts'
import type { ActionFact, AmbitionFact, DecisionFact, Facts, GroupFact, IndicatorFact, OutcomeFact, PlanFact } from './facts.ts'
import type { GapCount } from './trend.ts'

/** What is judged of an indicator, by those who judge. */
export type Judged = Pick<IndicatorFact, 'isOffTarget' | 'direction'>

/** Of which groups what is confidential is there too. */
type Seen = { readonly takesPart: boolean; readonly whole: 'all' | readonly number[] }

/** Seven queries, however much there is. An action or a decision that ended more than a year ago is no part of it. */
export async function factsIn(
  db: Db,
  { agreementId, judged }: { readonly agreementId: number | null; readonly judged: ReadonlyMap<number, Judged> },
  { today, takesPart, circles }: Sight,
): Promise<Facts> {
  const since = addMonths(today, -12)
  const seen: Seen = { takesPart, whole: takesPart ? circles() : [] }
  const [indicators, outcomes, groups, actions, plans, decisions, ambitions] = await Promise.all([
    indicatorsOf(db, agreementId, today),
    outcomesOf(db, agreementId, today),
    groupsOn(db, today),
    actionsSince(db, since, seen),
    plansFrom(db, today, seen),
    decisionsSince(db, since, seen),
    ambitionsOn(db, today),
  ])
  const unjudged: Judged = { isOffTarget: false, direction: null }
  return {
    today,
    indicators: indicators.map(each => ({ ...each, ...(judged.get(each.id) ?? unjudged) })),
    outcomes,
    groups,
    actions,
    plans,
    decisions,
    ambitions,
  }
}

/** Those that are open today. */
async function indicatorsOf(db: Db, agreementId: number | null, today: Day): Promise<Omit<IndicatorFact, keyof Judged>[]> {
  return db<Omit<IndicatorFact, keyof Judged>[]>`
    with link as materialized (select * from performance.shared_link where upper_kind in ('outcome', 'indicator'))
    select indicator.id, indicator.reference, indicator.title, indicator.agreement_id,
           coalesce((select jsonb_agg(upper_id) from link where lower_kind = 'indicator' and lower_id = indicator.id), '[]') as outcome_ids,
           exists (select from link where upper_kind = 'indicator' and upper_id = indicator.id and relation = 'leads') as has_lead,
           coalesce((select jsonb_agg(jsonb_build_object('id', organisation.id, 'name', organisation.name) order by organisation.name)
                       from link
                       join partnership.shared_organisation as organisation on organisation.id = link.lower_id
                      where link.lower_kind = 'organisation' and link.upper_kind = 'indicator' and link.upper_id = indicator.id
                        and link.relation = 'contributes to'), '[]') as contributors,
           coalesce((select jsonb_agg(distinct post.organisation_id)
                       from performance.shared_reporter as reporter
                       join partnership.shared_account_post as post on post.account_id = reporter.account_id
                      where reporter.indicator_id = indicator.id), '[]') as reporter_ids
      from performance.shared_measure as indicator
     where indicator.agreement_id = ${agreementId} and (indicator.closed_on is null or indicator.closed_on > ${today})
     order by indicator.reference, indicator.id`
}

async function outcomesOf(db: Db, agreementId: number | null, today: Day): Promise<OutcomeFact[]> {
  return db<OutcomeFact[]>`
    select outcome.id, outcome.title, outcome.theme_id, outcome.theme, outcome.agreement_id,
           coalesce((select jsonb_agg(distinct link.lower_id)
                       from performance.shared_link as link
                       join partnership.shared_group as "group" on "group".id = link.lower_id
                      where link.relation = 'answers for' and link.lower_kind = 'group'
                        and ((link.upper_kind = 'outcome' and link.upper_id = outcome.id) or (link.upper_kind = 'theme' and link.upper_id = outcome.theme_id))
                        and coalesce("group".begins_on <= ${today}, true) and coalesce("group".ends_on >= ${today}, true)), '[]') as group_ids
      from performance.shared_outcome as outcome
     where outcome.agreement_id = ${agreementId}
     order by outcome.theme_position, outcome.theme_id, outcome.position, outcome.id`
}

async function groupsOn(db: Db, today: Day): Promise<GroupFact[]> {
  return db<GroupFact[]>`
    select "group".id, "group".name, min(requirement.due_on) as plan_due_on
      from partnership.shared_group as "group"
      left join delivery.shared_requirement as requirement on requirement.group_id = "group".id and ${today} between requirement.starts_on and requirement.ends_on
     where coalesce("group".begins_on <= ${today}, true) and coalesce("group".ends_on >= ${today}, true)
     group by "group".id, "group".name
     order by "group".name, "group".id`
}

/** A scrutiny reader is shown those of plans in force; that there are others is no secret, unless they are confidential. */
async function actionsSince(db: Db, since: Day, { takesPart, whole }: Seen): Promise<ActionFact[]> {
  return db<ActionFact[]>`
    with moves as materialized (select lower_id as action_id, jsonb_agg(upper_id) as indicator_ids
                                  from actions.shared_link where lower_kind = 'action' and upper_kind = 'indicator' group by lower_id),
    parts as materialized (
      select action_id, jsonb_agg(distinct organisation_id) as organisation_ids
        from (select owner.action_id, coalesce(owner.organisation_id, person.organisation_id, seat.organisation_id) as organisation_id
                from actions.shared_owner as owner
                left join partnership.shared_person as person on person.id = owner.person_id
                left join partnership.shared_seat as seat on seat.id = owner.seat_id
               union all
              select action_id, organisation_id from delivery.shared_giver) as part
       where organisation_id is not null
       group by action_id)
    select action.id, action.reference, action.text as title, action.group_id, action.source, action.state, action.progress, rating.rating,
           planned.plan_id, planned.id as planned_id, planned.outcome_id, coalesce(moves.indicator_ids, '[]') as indicator_ids,
           coalesce(parts.organisation_ids, '[]') as organisation_ids, ${takesPart} or coalesce(plan.state in ('signed-off', 'revising'), false) as is_shown
      from actions.shared_action as action
      left join delivery.shared_planned_action as planned on planned.action_id = action.id
      left join delivery.shared_plan as plan on plan.id = planned.plan_id
      left join delivery.shared_rating as rating on rating.planned_action_id = planned.id
      left join moves on moves.action_id = action.id
      left join parts on parts.action_id = action.id
     where (action.ended_on is null or action.ended_on >= ${since})
       and (not action.is_confidential or ${whole === 'all'} or action.group_id = any(${whole === 'all' ? [] : [...whole]}::bigint[]))
     order by action.source_day, action.reference, action.id`
}

/** Those that have not ended yet. */
async function plansFrom(db: Db, today: Day, { takesPart }: Seen): Promise<PlanFact[]> {
  return db<PlanFact[]>`
    select plan.id, plan.group_id, plan.title, plan.starts_on, plan.ends_on, ${takesPart} or plan.state in ('signed-off', 'revising') as is_shown,
           coalesce((select jsonb_agg(upper_id) from delivery.shared_link
                      where lower_kind = 'plan' and upper_kind = 'outcome' and lower_id = plan.id), '[]') as outcome_ids
      from delivery.shared_plan as plan
     where plan.ends_on >= ${today}
     order by plan.starts_on, plan.id`
}

async function decisionsSince(db: Db, since: Day, { takesPart, whole }: Seen): Promise<DecisionFact[]> {
  return db<DecisionFact[]>`
    select decision.id, node.title as text, node.group_id, meeting.on_day, decision.kind,
           "group".short_name || '/' || to_char(meeting.on_day, 'YYMMDD') || '/D' || decision.number as reference,
           coalesce((select jsonb_agg(link.lower_id) from meetings.shared_link as link
                      where link.lower_kind = 'action' and link.upper_kind = 'decision' and link.upper_id = decision.id), '[]')
           || coalesce((select jsonb_agg(case when own.from_kind = 'action' then own.from_id else own.to_id end) from thread.own_link as own
                         where ('decision', decision.id) in ((own.from_kind, own.from_id), (own.to_kind, own.to_id))
                           and 'action' in (own.from_kind, own.to_kind)), '[]') as action_ids,
           exists (select from delivery.shared_step as step where step.decision_id = decision.id) as is_carried_out,
           ${takesPart} or node.is_public as is_shown
      from meetings.shared_decision as decision
      join meetings.shared_node as node on node.kind = 'decision' and node.id = decision.id
      join meetings.shared_meeting as meeting on meeting.id = decision.meeting_id
      join partnership.shared_group as "group" on "group".id = node.group_id
     where meeting.on_day >= ${since}
       and (node.circle is null or ${whole === 'all'} or node.circle = any(${whole === 'all' ? [] : [...whole]}::bigint[]))
     order by meeting.on_day desc, decision.id`
}

/** Of the visions that hold today. */
async function ambitionsOn(db: Db, today: Day): Promise<AmbitionFact[]> {
  return db<AmbitionFact[]>`
    select ambition.id, ambition.parent_id, ambition.kind, ambition.title, ambition.vision_id,
           exists (select from thread.service where service.ambition_id = ambition.id) as is_served
      from thread.ambition
      join thread.vision on vision.id = ambition.vision_id
     where coalesce(vision.ends_on >= ${today}, true)
     order by ambition.vision_id, ambition.place, ambition.id`
}

/** Those of a day take the place of any that were counted on it before. */
export async function keepCounts(db: Db, counts: readonly GapCount[]): Promise<void> {
  await db`
    insert into thread.gap_count (on_day, kind, count)
    select on_day, kind, count from jsonb_to_recordset(${db.json(counts.map(({ onDay, kind, count }) => ({ on_day: onDay, kind, count })))}) as counted (on_day date, kind text, count integer)
        on conflict (partnership_id, on_day, kind) do update set count = excluded.count`
}

/** The oldest first. */
export async function gapCounts(db: Db): Promise<GapCount[]> {
  return db<GapCount[]>`select on_day, kind, count from thread.gap_count order by on_day`
}
