/**
 * The whole thread of a record, as a list within a list and as a drawing: what it serves above, what serves it below, each record once. Who answers for a record
 * stands in its box, since lines to them would cross everything.
 */
import type { Judgement } from '../../performance/index.ts'
import {
  type Hop,
  isParty,
  isSame,
  keyOf,
  kindNames,
  type NodeKey,
  type NodeKind,
  nameOf,
  nodeKinds,
  stateSaid,
  type ThreadNode,
  type Walked,
  type WalkedNode,
} from '../node/node.ts'

/** So many boxes are clear on a screen and on a sheet of A3. */
export const mostBoxes = 60

export type OwnJoin = { readonly from: ThreadNode; readonly to: ThreadNode; readonly words: string; readonly sentence: string }
export type Drawn = {
  readonly root: ThreadNode
  readonly walked: Walked
  readonly own: readonly OwnJoin[]
  readonly judgements: ReadonlyMap<number, Judgement>
  /** Kinds of those who do that are shown in the boxes. */
  readonly kinds: ReadonlySet<NodeKind>
}

export const judgementOf = ({ judgements }: Pick<Drawn, 'judgements'>, { kind, id }: ThreadNode): Judgement | null =>
  kind === 'indicator' ? (judgements.get(id) ?? null) : null

/** Ann Green (owns) */
const whoSaid = ({ kinds }: Pick<Drawn, 'kinds'>, who: readonly Hop[]): string[] =>
  who.flatMap(({ node, itself }) => (kinds.has(node.kind) ? [`${node.title} (${itself.join(', ')})`] : []))

/** `base` is what stands before each address. */
export function threadChart(drawn: Drawn, title: string, base: string) {
  const { root, walked, own } = drawn
  const bands = nodeKinds.filter(kind => walked.nodes.some(({ node }) => node.kind === kind))
  const bandOf = (node: ThreadNode): number => bands.indexOf(node.kind)
  const uppers = Map.groupBy(walked.links, ({ lower }) => keyOf(lower))
  /** It hangs from the nearest above it that stands first; the others have lines of their own. */
  const parentOf = (node: ThreadNode): ThreadNode | null =>
    (uppers.get(keyOf(node)) ?? [])
      .map(({ upper }) => upper)
      .filter(upper => bandOf(upper) <= bandOf(node) && !isParty(upper) && !isParty(node))
      .toSorted((a, b) => bandOf(b) - bandOf(a))[0] ?? null
  const boxes = walked.nodes
    .toSorted((a, b) => bandOf(a.node) - bandOf(b.node))
    .map(({ node, who }) => {
      const judgement = judgementOf(drawn, node)
      const names = whoSaid(drawn, who)
      const parent = parentOf(node)
      const notes = [...(isSame(node, root) ? ['Drawn from here'] : []), ...(stateSaid(node) === '' ? [] : [sentence(stateSaid(node))])]
      return {
        id: keyOf(node),
        band: bandOf(node),
        under: parent === null ? null : keyOf(parent),
        title: nameOf(node),
        notes,
        rows: names.length > 3 ? [...names.slice(0, 2), `and ${names.length - 2} more`] : names,
        ...(judgement !== null && { mark: { mark: judgement.mark, words: judgement.words } }),
        href: `${base}${node.address}`,
        spoken: [`${kindNames[node.kind]}: ${nameOf(node)}`, ...(judgement === null ? [] : [judgement.words]), ...notes, ...names].join(
          '. ',
        ),
        isQuiet: !node.isLive,
      }
    })
  const joins = walked.links.flatMap(({ lower, upper, words }) => {
    const parent = parentOf(lower)
    const isDrawn = parent !== null && isSame(parent, upper)
    return isDrawn
      ? []
      : [{ from: keyOf(lower), to: keyOf(upper), kind: 'second' as const, spoken: `${nameOf(lower)} ${words} ${nameOf(upper)}` }]
  })
  return {
    id: 'thread',
    title,
    description: `${inKinds(walked.nodes)}. The same stands as a list with the drawing.`,
    bands: bands.map(kind => ({ name: pluralOf(kind, walked.nodes.filter(({ node }) => node.kind === kind).length), isApart: false })),
    boxes,
    joins: [
      ...joins,
      ...own.map(({ from, to, words, sentence }) => ({
        from: keyOf(from),
        to: keyOf(to),
        kind: 'link' as const,
        spoken: `${nameOf(from)} ${words} ${nameOf(to)}: ${sentence}`,
      })),
    ],
    words: {
      under: 'Serves the one above',
      second: 'Also serves, or answers for',
      link: 'Linked by somebody, with a sentence',
      quiet: 'Over, or only proposed',
    },
  }
}

const plurals: Readonly<Record<NodeKind, string>> = {
  strategy: 'Strategies',
  vision: 'Visions',
  ambition: 'Ambitions',
  theme: 'Themes',
  outcome: 'Outcomes',
  indicator: 'Indicators',
  target: 'Targets',
  plan: 'Delivery plans',
  meeting: 'Meetings',
  item: 'Agenda items',
  decision: 'Decisions',
  action: 'Actions',
  milestone: 'Milestones',
  group: 'Groups',
  organisation: 'Organisations',
  person: 'People',
}
export const pluralOf = (kind: NodeKind, count = 2): string => (count === 1 ? kindNames[kind] : plurals[kind])

/** 3 outcomes, 1 indicator, 5 actions */
export function inKinds(nodes: readonly WalkedNode[]): string {
  const counts = Map.groupBy(nodes, ({ node }) => node.kind)
  return nodeKinds
    .flatMap(kind => {
      const count = counts.get(kind)?.length ?? 0
      return count === 0 ? [] : [`${count} ${pluralOf(kind, count).toLowerCase()}`]
    })
    .join(', ')
}

export type ListItem = {
  readonly node: ThreadNode
  /** How it hangs together with the one that it stands under: is to move. */
  readonly words: string
  readonly judgement: Judgement | null
  readonly who: readonly Hop[]
  readonly under: readonly ListItem[]
  /** It stands in this list already, with what hangs on it. */
  readonly isAgain: boolean
}

/** Up and down from the record. Of somebody who does: what they answer for with what serves it, and what that serves. */
export function threadLists(drawn: Drawn): { readonly up: readonly ListItem[]; readonly down: readonly ListItem[] } {
  const { root, walked } = drawn
  const inWalk = new Map(walked.nodes.map(each => [keyOf(each.node), each]))
  const item = (way: 'up' | 'down', seen: Set<NodeKey>) => {
    const make = ({ node, who }: WalkedNode, words: string): ListItem => {
      const isAgain = seen.has(keyOf(node))
      seen.add(keyOf(node))
      const next = isAgain ? [] : besides(node, way)
      return {
        node,
        words,
        judgement: judgementOf(drawn, node),
        who: who.filter(hop => drawn.kinds.has(hop.node.kind)),
        under: next.map(each => make(each.to, each.words)),
        isAgain,
      }
    }
    return make
  }
  const besides = (node: ThreadNode, way: 'up' | 'down') =>
    walked.links.flatMap(({ lower, upper, words }) => {
      const [here, there] = way === 'up' ? [lower, upper] : [upper, lower]
      const to = inWalk.get(keyOf(there))
      return isSame(here, node) && to !== undefined && !isSame(there, root) && !isParty(there) && !isParty(here) ? [{ to, words }] : []
    })
  const list = (way: 'up' | 'down', from: readonly { to: WalkedNode; words: string }[]): ListItem[] => {
    const make = item(way, new Set([keyOf(root)]))
    return from.map(({ to, words }) => make(to, words))
  }
  if (!isParty(root)) return { up: list('up', besides(root, 'up')), down: list('down', besides(root, 'down')) }
  const first = walked.nodes.filter(({ level }) => level === 1).map(to => ({ to, words: '' }))
  const above = walked.nodes.filter(({ level }) => level === -1).map(to => ({ to, words: '' }))
  return { up: list('up', above), down: list('down', first) }
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
