import { type OwnLink, ownLinkSaid } from '../link/link.ts'
import { type Around, isSame, keyOf, kindNames, type NodeRef, nameOf, stateSaid, type Thread, type ThreadNode } from '../node/node.ts'
import { type HowMuch, howMuchSaid, partsOf } from './strip.ts'

export type ShownStrip = {
  readonly record: ThreadNode
  readonly around: Around
  readonly nodes: Thread['nodes']
  readonly own: readonly OwnLink[]
  readonly howMuch: HowMuch
  readonly mayLink: boolean
}

/** More are a click away. */
const mostShown = 12

export function stripView({ record, around, nodes, own, howMuch, mayLink }: ShownStrip) {
  const address = threadAddress(record)
  const much = howMuchSaid(howMuch)
  return {
    parts: partsOf(record, around).map(({ title, hops, empty }) => ({
      title,
      count: hops.length,
      empty,
      items: hops.slice(0, mostShown).map(({ node, words }) => ({ words: words.join(' and '), ...linkTo(node) })),
      more: hops.length > mostShown ? { text: `All ${hops.length}, in the thread`, href: `${address}#list` } : null,
    })),
    own: ownView(record, own, nodes),
    howMuch: much === '' ? null : much,
    href: address,
    linkHref: mayLink ? `${address}/links/new` : null,
  }
}

export const threadAddress = ({ kind, id }: NodeRef): string => `thread/${kind}/${id}`

/** A title as long as a paragraph is cut; its page has all of it. */
export function linkTo(node: ThreadNode) {
  const name = nameOf(node)
  return {
    text: name.length > 120 ? `${name.slice(0, 118).trimEnd()}…` : name,
    href: node.address,
    note: [kindNames[node.kind].toLowerCase(), stateSaid(node)].filter(Boolean).join(', '),
  }
}

/** Those whose other end is there for the visitor. */
export function ownView(record: NodeRef, own: readonly OwnLink[], nodes: Thread['nodes']) {
  return own.flatMap(link => {
    const isFrom = isSame(link.from, record)
    const other = nodes.get(keyOf(isFrom ? link.to : link.from))
    return other === undefined
      ? []
      : [{ id: link.id, words: ownLinkSaid(link.kind, isFrom ? 'from' : 'to'), ...linkTo(other), sentence: link.sentence, by: link.byName }]
  })
}
