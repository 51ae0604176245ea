import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ActionRecord } from '../action/record.ts'
import { actionsFound, everything, type Sought } from '../action/store.ts'

export type OwnedAction = ActionRecord & { readonly wasDue: readonly Day[] }

/** All that somebody owns, with the dates that each had before: two queries. */
export async function ownedWithDates(db: Db, sought: Pick<Sought, 'seeing' | 'owners'>): Promise<OwnedAction[]> {
  const records = await actionsFound(db, { ...everything, ...sought }, 'due', { limit: null, offset: 0 })
  const rows = await db<{ actionId: number; was: Day }[]>`
    select action_id, was from actions.due_change
     where was is not null and action_id = any(${records.map(({ id }) => id)}::bigint[]) order by action_id, id`
  const before = Map.groupBy(rows, ({ actionId }) => actionId)
  return records.map(record => ({ ...record, wasDue: (before.get(record.id) ?? []).map(({ was }) => was) }))
}
