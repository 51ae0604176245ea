import type { Db } from '../../platform/db/index.ts'
import type { PlanId } from '../plan/plan.ts'
import type { Match } from './alignment.ts'
import type { LineDraft, OtherPlanDraft } from './other-plan/other-plan.ts'
import { addOtherPlan } from './other-plan/store.ts'

/** Of one plan, with lines of whatever other plans. */
export async function matchesOf(db: Db, planId: PlanId): Promise<Match[]> {
  return db<Match[]>`
    select other_line_id as line_id, case when outcome_id is null then 'action-' || planned_action_id else 'outcome-' || outcome_id end as key
      from delivery.alignment where plan_id = ${planId} order by id`
}

export async function addMatches(db: Db, planId: PlanId, matches: readonly Match[]): Promise<void> {
  const { lineIds, actionIds, outcomeIds } = columns(matches)
  await db`
    insert into delivery.alignment (plan_id, other_line_id, planned_action_id, outcome_id)
    select ${planId}, said.* from unnest(${lineIds}::bigint[], ${actionIds}::bigint[], ${outcomeIds}::bigint[]) as said
    on conflict do nothing`
}

export async function dropMatches(db: Db, planId: PlanId, matches: readonly Match[]): Promise<void> {
  const { lineIds, actionIds, outcomeIds } = columns(matches)
  await db`
    delete from delivery.alignment
     using unnest(${lineIds}::bigint[], ${actionIds}::bigint[], ${outcomeIds}::bigint[]) as said (line_id, action_id, outcome_id)
     where alignment.plan_id = ${planId} and alignment.other_line_id = said.line_id
       and alignment.planned_action_id is not distinct from said.action_id and alignment.outcome_id is not distinct from said.outcome_id`
}

/** Another plan whole, each of its lines with the numbers of the actions that are the same in ours. */
export async function recordAlignment(
  db: Db,
  planId: PlanId,
  other: OtherPlanDraft,
  lines: readonly (LineDraft & { readonly actions: readonly number[] })[],
): Promise<void> {
  const id = await addOtherPlan(
    db,
    other,
    lines.map(({ reference, text }) => ({ reference, text })),
  )
  const said = lines.flatMap(({ actions }, place) => actions.map(number => ({ place, number })))
  await db`
    insert into delivery.alignment (plan_id, other_line_id, planned_action_id)
    select ${planId}, line.id, planned_action.id
      from unnest(${said.map(({ place }) => place)}::integer[], ${said.map(({ number }) => number)}::integer[]) as said (place, number)
      join delivery.other_line as line on line.other_plan_id = ${id} and line.place = said.place
      join actions.shared_action as action on action.source = 'plan' and action.source_id = ${planId} and action.number = said.number
      join delivery.planned_action on planned_action.action_id = action.id`
}

const columns = (matches: readonly Match[]) => ({
  lineIds: matches.map(({ lineId }) => lineId),
  actionIds: matches.map(({ key }) => numberOf('action', key)),
  outcomeIds: matches.map(({ key }) => numberOf('outcome', key)),
})
const numberOf = (kind: string, key: string): number | null => (key.startsWith(`${kind}-`) ? Number(key.slice(kind.length + 1)) : null)
