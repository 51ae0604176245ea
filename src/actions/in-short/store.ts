import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ActionSource } from '../action/action.ts'
import { sittingFor } from '../action/pages.ts'
import { seesAll, seesNothing } from '../action/party.ts'
import type { ActionRecord } from '../action/record.ts'
import { actionsFromSource, actionsOf } from '../action/store.ts'
import { type ActionInShort, inShort } from './in-short.ts'

/** 'open' leaves out what is confidential. */
export type Sight = 'all' | 'open'

/** What is not settled yet of what is answered for to these groups, by date: two queries. */
export async function openActionsOf(db: Db, groupIds: readonly number[], today: Day, sight: Sight): Promise<ActionInShort[]> {
  return shortened(db, await actionsOf(db, groupIds, sight === 'all' ? seesAll : seesNothing), today)
}

/** All that came of one record of another module, a meeting for one, in the order in which it was agreed: two queries. */
export async function actionsFrom(db: Db, source: ActionSource, sourceId: number, today: Day, sight: Sight): Promise<ActionInShort[]> {
  const records = await actionsFromSource(db, source, sourceId)
  return shortened(
    db,
    records.filter(({ isConfidential }) => sight === 'all' || !isConfidential),
    today,
  )
}

async function shortened(db: Db, records: readonly ActionRecord[], today: Day): Promise<ActionInShort[]> {
  const sitting = await sittingFor(db, records, today)
  return records.map(record => inShort(record, sitting, today))
}
