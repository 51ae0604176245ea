import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import { keyOf, type NodeKey, type NodeKind, type NodeRef, type Thread, type ThreadLink, type ThreadNode } from './node.ts'

/**
 * What a visitor may see of the thread. `circles`: of which groups they see all; it is asked only where something at hand is confidential, since a page on which
 * it was asked is kept for nobody else.
 */
export type Sight = { readonly today: Day; readonly takesPart: boolean; readonly circles: () => 'all' | readonly number[] }

/** Those of the records that are there for the visitor: one query. */
export async function nodesOf(db: Db, records: readonly NodeRef[], sight: Sight): Promise<ThreadNode[]> {
  if (records.length === 0) return []
  const rows = await db<NodeRow[]>`
    select node.*
      from unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ id }) => id)}::bigint[]) as asked (kind, id)
     cross join lateral (
           select ${columns(db)} from thread.node where node.kind = asked.kind and node.id = asked.id and ${isThere(db, sight)} offset 0) node`
  return seen(rows, sight)
}

/** A record with every link from and to it, and the records at their other ends: two queries. */
export async function threadBeside(db: Db, record: NodeRef, sight: Sight): Promise<Thread> {
  const links = await linksBeside(db, record, sight)
  return threadOf(await nodesOf(db, endsOf([record], links), sight), links)
}

export const endsOf = (records: readonly NodeRef[], links: readonly Pick<ThreadLink, 'lower' | 'upper'>[]): NodeRef[] => [
  ...new Map([...records, ...links.flatMap(({ lower, upper }) => [lower, upper])].map(each => [keyOf(each), each])).values(),
]

/** Every link from a record and to it, whether the other end is there for the visitor or not. */
export async function linksBeside(db: Db, record: NodeRef, sight: Sight): Promise<ThreadLink[]> {
  const rows = await db<LinkRow[]>`
    select ${ends(db)} from thread.link where lower_kind = ${record.kind} and lower_id = ${record.id} and ${holds(db, sight)}
     union all
    select ${ends(db)} from thread.link where upper_kind = ${record.kind} and upper_id = ${record.id} and ${holds(db, sight)}`
  return rows.map(linkOf)
}

/** All that the visitor may see of the partnership: two queries. */
export async function wholeThread(db: Db, sight: Sight): Promise<Thread> {
  const [nodes, links] = await Promise.all([
    db<NodeRow[]>`select ${columns(db)} from thread.node where ${isThere(db, sight)}`,
    db<LinkRow[]>`select ${ends(db)} from thread.link where ${holds(db, sight)}`,
  ])
  return threadOf(seen(nodes, sight), links.map(linkOf))
}

type NodeRow = ThreadNode & { readonly circle: number | null }
type LinkRow = {
  readonly lowerKind: NodeKind
  readonly lowerId: number
  readonly upperKind: NodeKind
  readonly upperId: number
  readonly relation: string
}

const columns = (db: Db) => db`node.kind, node.id, reference, title, address, group_id, state, is_live, circle`
const ends = (db: Db) => db`lower_kind, lower_id, upper_kind, upper_id, relation`
const holds = (db: Db, { today }: Sight) => db`(begins_on is null or begins_on <= ${today}) and (ends_on is null or ends_on >= ${today})`
const isThere = (db: Db, sight: Sight) => db`(is_public or ${sight.takesPart}) and ${holds(db, sight)}`

function seen(rows: readonly NodeRow[], { circles }: Sight): ThreadNode[] {
  const mine = rows.some(({ circle }) => circle !== null) ? circles() : []
  return rows.flatMap(({ circle, ...node }) => (circle === null || mine === 'all' || mine.includes(circle) ? [node] : []))
}

const linkOf = ({ lowerKind, lowerId, upperKind, upperId, relation }: LinkRow): ThreadLink => ({
  lower: { kind: lowerKind, id: lowerId },
  upper: { kind: upperKind, id: upperId },
  relation,
})

/** A link to what is not there for the visitor is no link. */
export function threadOf(nodes: readonly ThreadNode[], links: readonly ThreadLink[]): Thread {
  const there = new Map<NodeKey, ThreadNode>(nodes.map(node => [keyOf(node), node]))
  return { nodes: there, links: links.filter(({ lower, upper }) => there.has(keyOf(lower)) && there.has(keyOf(upper))) }
}
