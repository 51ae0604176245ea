/** An action while the minutes that it comes from are being written: reworded, taken out and put back. Afterwards it is changed in the register, with what it was before. */
import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Action, ActionId, Owner } from '../action/action.ts'
import { setOwners } from '../action/store.ts'

export type Wording = Pick<Action, 'text' | 'ownersAsTyped' | 'dueOn' | 'dueAsTyped' | 'isConfidential'> & {
  readonly owners: readonly Owner[]
}

/** No move of its date: it is only being written down. */
export async function rewordAction(db: Db, actionId: ActionId, { owners, ...wording }: Wording): Promise<void> {
  await db`
    update actions.action set ${db(wording)}
     where id = ${actionId}
       and (text, owners_as_typed, due_on, due_as_typed, is_confidential)
           is distinct from (${wording.text}, ${wording.ownersAsTyped}, ${wording.dueOn}::date, ${wording.dueAsTyped}, ${wording.isConfidential}::boolean)`
  await setOwners(db, actionId, owners)
}

/** Taken out of the minutes; its reference is nobody else's from then on. */
export async function dropMinutedAction(db: Db, actionId: ActionId, today: Day): Promise<void> {
  await db`update actions.action set state = 'dropped', outcome = 'Taken out of the minutes', ended_on = ${today} where id = ${actionId} and state = 'open'`
}

/** Put back into them: only what was taken out, and of that meeting. */
export async function takeUpMinutedAction(db: Db, actionId: ActionId, meetingId: number): Promise<boolean> {
  const rows = await db`
    update actions.action set state = 'open', outcome = '', ended_on = null
     where id = ${actionId} and source = 'meeting' and source_id = ${meetingId} and state = 'dropped' and outcome = 'Taken out of the minutes'
    returning id`
  return rows.length > 0
}
