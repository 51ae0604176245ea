import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ActionId, ActionSource } from '../action/action.ts'

export type Carried = {
  readonly source: ActionSource
  readonly sourceId: number
  readonly sourceName: string
  readonly sourceDay: Day
  readonly dueOn: Day | null
}

/** Last year's taken into the next plan: another one with a number of its own, which is proposed, with the same words, owners and indicators, and the old number beside its own. */
export async function carryAction(
  db: Db,
  actionId: ActionId,
  { source, sourceId, sourceName, sourceDay, dueOn }: Carried,
): Promise<ActionId> {
  const [row] = await db<{ id: ActionId }[]>`
    insert into actions.action (source, source_id, group_id, source_name, source_day, number, carried_as, text, owners_as_typed, due_on, is_confidential, state)
    select ${source}, ${sourceId}, group_id, ${sourceName}, ${sourceDay}, actions.next_number(${sourceName}, ${sourceDay}), left(reference, 40), text, owners_as_typed, ${dueOn},
           is_confidential, 'proposed'
      from actions.action where id = ${actionId}
    returning id`
  if (!row) throw new Error('An action was not carried')
  await db`
    insert into actions.owner (action_id, place, person_id, seat_id, organisation_id, group_id)
    select ${row.id}, place, person_id, seat_id, organisation_id, group_id from actions.owner where action_id = ${actionId}`
  await db`insert into actions.indicator (action_id, indicator_id) select ${row.id}, indicator_id from actions.indicator where action_id = ${actionId}`
  return row.id
}
