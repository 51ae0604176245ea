import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { NodeKind, NodeRef } from '../node/node.ts'
import type { OwnLink, OwnLinkDraft, OwnLinkKind } from './link.ts'

type Row = {
  readonly id: number
  readonly fromKind: NodeKind
  readonly fromId: number
  readonly kind: OwnLinkKind
  readonly toKind: NodeKind
  readonly toId: number
  readonly sentence: string
  readonly byName: string
  readonly accountId: number | null
  readonly onDay: Day
}
const columns = (db: Db) => db`id, from_kind, from_id, kind, to_kind, to_id, sentence, by_name, account_id, on_day`

/** Of one record, whichever end it is. */
export async function ownLinksOf(db: Db, { kind, id }: NodeRef): Promise<OwnLink[]> {
  const rows = await db<Row[]>`
    select ${columns(db)} from thread.own_link where (from_kind = ${kind} and from_id = ${id}) or (to_kind = ${kind} and to_id = ${id}) order by id`
  return rows.map(linkOf)
}

export async function allOwnLinks(db: Db): Promise<OwnLink[]> {
  return (await db<Row[]>`select ${columns(db)} from thread.own_link order by id`).map(linkOf)
}

export async function ownLink(db: Db, id: number): Promise<OwnLink | null> {
  const [row] = await db<Row[]>`select ${columns(db)} from thread.own_link where id = ${id}`
  return row === undefined ? null : linkOf(row)
}

/** Nothing is done where the same link was added meanwhile. */
export async function addOwnLink(
  db: Db,
  { from, kind, to, sentence }: OwnLinkDraft,
  by: { readonly name: string; readonly accountId: number | null; readonly onDay: Day },
): Promise<void> {
  await db`
    insert into thread.own_link (from_kind, from_id, kind, to_kind, to_id, sentence, by_name, account_id, on_day)
    values (${from.kind}, ${from.id}, ${kind}, ${to.kind}, ${to.id}, ${sentence}, ${by.name}, ${by.accountId}, ${by.onDay})
    on conflict do nothing`
}

export async function removeOwnLink(db: Db, id: number): Promise<void> {
  await db`delete from thread.own_link where id = ${id}`
}

const linkOf = ({ fromKind, fromId, toKind, toId, ...rest }: Row): OwnLink => ({
  ...rest,
  from: { kind: fromKind, id: fromId },
  to: { kind: toKind, id: toId },
})
