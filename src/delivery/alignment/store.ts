import type { Db } from '../../platform/db/index.ts'
import type { PlanId } from '../plan/plan.ts'
import type { Match } from './alignment.ts'

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

const columns = (matches: readonly Match[]) => ({
  lineIds: matches.map(({ lineId }) => lineId),
  actionIds: matches.map(({ key }) => numberOf('action', key)),
  outcomeIds: matches.map(({ key }) => numberOf('outcome', key)),
})
const numberOf = (kind: string, key: string): number | null => (key.startsWith(`${kind}-`) ? Number(key.slice(kind.length + 1)) : null)
