import { type Beside, template, type Visit } from '../../platform/web/index.ts'
import { mayAddLinks } from '../link/pages.ts'
import { ownLinksOf } from '../link/store.ts'
import { around, isNodeKind, keyOf, type NodeRef } from '../node/node.ts'
import { sightOf } from '../node/pages.ts'
import { endsOf, linksBeside, nodesOf, threadOf } from '../node/store.ts'
import { howMuchOf } from './store.ts'
import { type ShownStrip, stripView } from './view.ts'

/** Four queries for each page that says what it is about. What a district shares with its county has no thread, so a guest has none. */
export const threadStrip: Beside = async (visit, about) => {
  if (visit.visitor.role === 'guest' || !isNodeKind(about.kind)) return null
  const shown = await stripOf(visit, { kind: about.kind, id: about.id })
  return shown && { template: template(import.meta.url, 'strip.njk'), view: stripView(shown) }
}

export async function stripOf(visit: Pick<Visit, 'db' | 'today' | 'visitor'>, record: NodeRef): Promise<ShownStrip | null> {
  const { db, visitor } = visit
  const sight = sightOf(visit)
  const [links, own] = await Promise.all([linksBeside(db, record, sight), ownLinksOf(db, record)])
  const ends = endsOf([record, ...own.flatMap(({ from, to }) => [from, to])], links)
  const thread = threadOf(await nodesOf(db, ends, sight), links)
  const node = thread.nodes.get(keyOf(record))
  if (node === undefined) return null
  const hops = around(thread, record)
  const actions = [record, ...hops.how.map(({ node }) => node)].flatMap(({ kind, id }) => (kind === 'action' ? [id] : []))
  const plans = [record, ...hops.answersFor.map(({ node }) => node)].flatMap(({ kind, id }) => (kind === 'plan' ? [id] : []))
  const howMuch = await howMuchOf(
    db,
    {
      plans,
      // Of a plan the whole of it counts, what has no action included.
      actions: record.kind === 'plan' ? [] : actions,
      organisations: record.kind === 'organisation' ? [record.id] : [],
    },
    actions,
    sight,
  )
  return { record: node, around: hops, nodes: thread.nodes, own, howMuch, mayLink: mayAddLinks(visitor) }
}
