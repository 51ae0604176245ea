import type { Db } from '../../platform/db/index.ts'

/** Of these actions those that serve more than one theme of an agreement, with the themes, in one query. */
export async function themesOfActions(db: Db, actionIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  if (actionIds.length === 0) return new Map()
  const rows = await db<{ actionId: number; themes: string[] }[]>`
    with asked as (select unnest(${[...actionIds]}::bigint[]) as action_id),
    served as (
      select asked.action_id, measures.upper_id as outcome_id
        from asked
        join actions.shared_link as moves on moves.lower_kind = 'action' and moves.upper_kind = 'indicator' and moves.lower_id = asked.action_id
        join performance.shared_link as measures on measures.lower_kind = 'indicator' and measures.upper_kind = 'outcome' and measures.lower_id = moves.upper_id
       union
      select asked.action_id, planned.outcome_id from asked join delivery.shared_planned_action as planned on planned.action_id = asked.action_id
       where planned.outcome_id is not null)
    select action_id, jsonb_agg(theme order by theme_position, theme_id) as themes
      from (select distinct served.action_id, outcome.agreement_id, outcome.theme_id, outcome.theme, outcome.theme_position
              from served join performance.shared_outcome as outcome on outcome.id = served.outcome_id) as themed
     group by action_id, agreement_id
    having count(*) > 1`
  return new Map(rows.map(({ actionId, themes }) => [actionId, themes]))
}
