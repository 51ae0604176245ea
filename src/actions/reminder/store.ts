import type { Day } from '../../kernel/day.ts'
import type { AskedOf, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ActionId } from '../action/action.ts'
import { seesAll } from '../action/party.ts'
import type { ActionRecord } from '../action/record.ts'
import { actionsFound, everything } from '../action/store.ts'

/** All that are open, for work that nobody does. */
export const openActions = (db: Db): Promise<ActionRecord[]> =>
  actionsFound(db, { ...everything, seeing: seesAll, states: ['open'] }, 'due', { limit: null, offset: 0 })

/** Of whom each is asked, for `whoIsAsked`: the key is the action's. */
export const askedOf = (records: readonly ActionRecord[]): AskedOf[] =>
  records.flatMap(({ id, groupId, owners }) =>
    owners.map((owner): AskedOf => {
      if (owner.kind === 'person') return { key: id, personId: owner.id }
      if (owner.kind === 'seat') return { key: id, seatId: owner.id }
      return owner.kind === 'group' ? { key: id, groupId: owner.id } : { key: id, organisationId: owner.id, within: groupId }
    }),
  )

export type NewReminder = {
  readonly actionId: ActionId
  readonly personId: PersonId
  readonly dueOn: Day
  readonly what: string
  readonly onDay: Day
}
export type Reminded = { readonly id: number; readonly actionId: ActionId; readonly personId: PersonId }

/** Those that were not said before, in the transaction that asks for the letter: said once, whatever is done twice. */
export async function addReminders(db: Db, reminders: readonly NewReminder[]): Promise<Reminded[]> {
  if (reminders.length === 0) return []
  return db<Reminded[]>`insert into actions.reminder ${db([...reminders])} on conflict do nothing returning id, action_id, person_id`
}

/** Those of which the chair was told since the date was last set. */
export async function escalatedAmong(db: Db, actionIds: readonly ActionId[]): Promise<ReadonlySet<ActionId>> {
  const rows = await db<{ actionId: ActionId }[]>`
    select distinct reminder.action_id
      from actions.reminder
      join actions.action on action.id = reminder.action_id and action.due_on = reminder.due_on
     where reminder.action_id = any(${[...actionIds]}::bigint[]) and reminder.what = 'escalated'`
  return new Set(rows.map(({ actionId }) => actionId))
}
