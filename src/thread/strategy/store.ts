import type { Db } from '../../platform/db/index.ts'
import type { Strategy, StrategyDraft } from './strategy.ts'

/** Strategies first, then guiding principles, each by title. */
export async function strategies(db: Db): Promise<Strategy[]> {
  return db<Strategy[]>`
    select strategy.id, strategy.kind, strategy.title, strategy.summary, strategy.organisation_id, strategy.group_id, strategy.owner, strategy.on_day, strategy.review_on,
           strategy.link, coalesce(node.title, strategy.owner) as owner_name
      from thread.strategy
      left join partnership.shared_node as node
        on node.kind = case when strategy.organisation_id is null then 'group' else 'organisation' end and node.id = coalesce(strategy.organisation_id, strategy.group_id)
     order by strategy.kind desc, strategy.title, strategy.id`
}

export async function lockStrategies(db: Db): Promise<void> {
  await db`lock table thread.strategy in share row exclusive mode`
}

export async function addStrategy(db: Db, draft: StrategyDraft): Promise<number> {
  const [row] = await db<{ id: number }[]>`insert into thread.strategy ${db(draft)} returning id`
  if (!row) throw new Error('A strategy was not added')
  return row.id
}
export async function changeStrategy(db: Db, id: number, draft: StrategyDraft): Promise<void> {
  await db`update thread.strategy set ${db(draft)} where id = ${id}`
}
export async function removeStrategy(db: Db, id: number): Promise<void> {
  await db`delete from thread.strategy where id = ${id}`
}

/** Those who can own one. */
export async function owners(db: Db): Promise<{ readonly value: string; readonly text: string }[]> {
  return db<{ value: string; text: string }[]>`
    select kind || '-' || id as value, title as text from partnership.shared_node where kind in ('organisation', 'group') order by kind desc, title`
}
