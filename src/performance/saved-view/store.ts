import type { Db } from '../../platform/db/index.ts'
import type { SavedView, SavedViewId, ViewDraft } from './saved-view.ts'

export async function savedViews(db: Db): Promise<SavedView[]> {
  return db<SavedView[]>`select id, name, query, made_by, made_by_name, made_on from performance.saved_view order by lower(name)`
}

export async function keepView(
  db: Db,
  { name, query }: ViewDraft,
  { madeByName, madeOn }: Pick<SavedView, 'madeByName' | 'madeOn'>,
  replaces: SavedViewId | null,
): Promise<void> {
  if (replaces === null)
    await db`
      insert into performance.saved_view (name, query, made_by, made_by_name, made_on)
      values (${name}, ${query}, platform.current_account(), ${madeByName}, ${madeOn})`
  else await db`update performance.saved_view set name = ${name}, query = ${query}, made_on = ${madeOn} where id = ${replaces}`
}

/** Holds off whoever would save a view of the same name, until the visit ends. */
export async function lockViews(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtext('performance.saved_view'), platform.current_partnership()::int)`
}

export async function dropView(db: Db, id: SavedViewId): Promise<void> {
  await db`delete from performance.saved_view where id = ${id}`
}
