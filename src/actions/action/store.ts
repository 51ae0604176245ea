import type { Db } from '../../platform/db/index.ts'
import type { Action, ActionId, NewAction, Owner } from './action.ts'

/** With the next number over its source and day; two that are added at once wait for each other. */
export async function addAction(db: Db, { owners, ...action }: NewAction): Promise<Pick<Action, 'id' | 'reference'>> {
  const [row] = await db<Pick<Action, 'id' | 'reference'>[]>`
    insert into actions.action (source, source_id, group_id, source_name, source_day, number, carried_as, text, owners_as_typed, due_on, due_as_typed, is_confidential)
    values (${action.source}, ${action.sourceId}, ${action.groupId}, ${action.sourceName}, ${action.sourceDay},
            actions.next_number(${action.sourceName}, ${action.sourceDay}), ${action.carriedAs ?? ''}, ${action.text}, ${action.ownersAsTyped ?? ''},
            ${action.dueOn ?? null}, ${action.dueAsTyped ?? ''}, ${action.isConfidential ?? false})
    returning id, reference`
  if (!row) throw new Error('An action was not added')
  await addOwners(db, row.id, owners)
  return row
}

/** Only where they are others, or in another order. */
export async function setOwners(db: Db, actionId: ActionId, owners: readonly Owner[]): Promise<void> {
  const now = await db<Record<string, number | null>[]>`
    select person_id, seat_id, organisation_id, group_id from actions.owner where action_id = ${actionId} order by place, id`
  const inWords = (rows: readonly object[]) =>
    rows
      .map(row =>
        Object.entries(row)
          .filter(([, id]) => id !== null)
          .join(),
      )
      .join()
  if (inWords(now) === inWords(owners)) return
  await db`delete from actions.owner where action_id = ${actionId}`
  await addOwners(db, actionId, owners)
}

async function addOwners(db: Db, actionId: ActionId, owners: readonly Owner[]): Promise<void> {
  if (owners.length === 0) return
  const rows = owners.map((owner, place) => ({
    actionId,
    place,
    personId: 'personId' in owner ? owner.personId : null,
    seatId: 'seatId' in owner ? owner.seatId : null,
    organisationId: 'organisationId' in owner ? owner.organisationId : null,
    groupId: 'groupId' in owner ? owner.groupId : null,
  }))
  await db`insert into actions.owner ${db(rows)}`
}
