/**
 * The whole thread of a record, as a list within a list and as a drawing: what it serves on the left, what serves it on the right, each record once. Who answers for a record
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

/** So many boxes are clear on a page and on a few sheets. */
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

/** Ann Green (owns): the record itself first, then who owns, leads and answers, two of them by name; who only contributes is counted. */
function whoSaid({ kinds, root }: Pick<Drawn, 'kinds' | 'root'>, who: readonly Hop[]): string[] {
  const shown = who.filter(({ node }) => kinds.has(node.kind))
  const rank = ({ node, itself }: Hop): number => (isSame(node, root) ? 0 : itself.every(words => words === 'contributes to') ? 2 : 1)
  const named = shown.toSorted((a, b) => rank(a) - rank(b)).slice(0, 2)
  const told = named.filter((hop, index) => index === 0 || rank(hop) < 2)
  return [
    ...told.map(({ node, itself }) => `${node.title} (${itself.join(', ')})`),
    ...(shown.length > told.length ? [`and ${shown.length - told.length} more`] : []),
  ]
}

/** So many columns can be read at the width of a page. */
const mostColumns = 11
const ofMeetings: readonly NodeKind[] = ['meeting', 'item', 'decision']

/**
 * A column for each kind, from left to right: somebody who does comes before what they answer for, and priorities stand beside their ambitions. Where that
 * makes too many, meetings, their items and decisions share one.
 */
function columnsOf({ root, walked }: Pick<Drawn, 'root' | 'walked'>) {
  const own = ({ kind, state }: ThreadNode): number =>
    isParty(root) && kind === root.kind ? -1 : nodeKinds.indexOf(kind) * 2 + (kind === 'ambition' && state === 'priority' ? 1 : 0)
  const all = new Set(walked.nodes.map(({ node }) => own(node)))
  const isShared = ({ kind }: ThreadNode): boolean => all.size > mostColumns && ofMeetings.includes(kind)
  const columnOf = (node: ThreadNode): number => (isShared(node) ? nodeKinds.indexOf('decision') * 2 : own(node))
  const columns = [...new Set(walked.nodes.map(({ node }) => columnOf(node)))].toSorted((a, b) => a - b)
  return {
    bandOf: (node: ThreadNode): number => columns.indexOf(columnOf(node)),
    isShared,
    names: columns.map(column => columnName(walked.nodes.flatMap(({ node }) => (columnOf(node) === column ? [node] : [])))),
  }
}

/** `base` is what stands before each address. Why on the left, how on the right. */
export function threadChart(drawn: Drawn, title: string, base: string) {
  const { root, walked, own } = drawn
  const { bandOf, isShared, names: columns } = columnsOf(drawn)
  const links = walked.links.filter(({ lower, upper }) => !isParty(lower) && !isParty(upper))
  const levels = new Map(walked.nodes.map(({ node, level }) => [keyOf(node), level]))
  const isUp = (node: ThreadNode): boolean => (levels.get(keyOf(node)) ?? 0) < 0
  /** It hangs from the nearest column towards the record; what else it is joined to has lines of its own. */
  const parents = new Map(
    walked.nodes.map(({ node }) => {
      const towards = links.flatMap(({ lower, upper }) =>
        isUp(node) ? (isSame(upper, node) ? [lower] : []) : isSame(lower, node) && !isUp(upper) && !isSame(node, root) ? [upper] : [],
      )
      const distance = (other: ThreadNode): number => Math.abs(bandOf(other) - bandOf(node)) || nodeKinds.length * 2
      return [keyOf(node), towards.toSorted((a, b) => distance(a) - distance(b))[0] ?? null] as const
    }),
  )
  const hangsFrom = (node: ThreadNode, other: ThreadNode): boolean => {
    const parent = parents.get(keyOf(node)) ?? null
    return parent !== null && isSame(parent, other)
  }
  const isHung = ({ lower, upper }: Walked['links'][number]): boolean => hangsFrom(lower, upper) || hangsFrom(upper, lower)
  const isAim = ({ lower, upper }: Walked['links'][number]): boolean => lower.kind === 'action' && upper.kind === 'indicator'
  const boxes = walked.nodes.map(({ node, who, further }) => {
    const judgement = judgementOf(drawn, node)
    const names = whoSaid(drawn, who)
    const parent = parents.get(keyOf(node)) ?? null
    const notes = [
      ...(isShared(node) ? [kindNames[node.kind]] : []),
      ...(isSame(node, root) ? ['Drawn from here'] : []),
      ...(stateSaid(node) === '' ? [] : [sentence(stateSaid(node))]),
      ...(further === 0 ? [] : [furtherSaid(further)]),
    ]
    return {
      id: keyOf(node),
      band: bandOf(node),
      under: parent === null ? null : keyOf(parent),
      title: nameOf(node),
      notes,
      rows: names,
      ...(judgement !== null && { mark: { mark: judgement.mark, words: judgement.words } }),
      href: `${base}${node.address}`,
      spoken: [`${kindNames[node.kind]}: ${nameOf(node)}`, ...(judgement === null ? [] : [judgement.words]), ...notes, ...names].join('. '),
      isQuiet: !node.isLive,
      isHere: isSame(node, root),
    }
  })
  return {
    id: 'thread',
    title,
    description: `${inKinds(walked.nodes)}. The same stands as a list with the drawing.`,
    isAcross: true,
    bands: columns.map(name => ({ name, isApart: false })),
    boxes,
    joins: [
      ...links
        .filter(link => isHung(link) || isAim(link) || !leadsOverOthers(links, link))
        .map(link => ({
          from: keyOf(link.lower),
          to: keyOf(link.upper),
          kind: isHung(link) ? ('under' as const) : ('second' as const),
          spoken: `${nameOf(link.lower)} ${link.words} ${nameOf(link.upper)}`,
        })),
      ...own.map(({ from, to, words, sentence }) => ({
        from: keyOf(from),
        to: keyOf(to),
        kind: 'link' as const,
        spoken: `${nameOf(from)} ${words} ${nameOf(to)}: ${sentence}`,
      })),
    ],
    words: {
      under: 'Serves what stands left of it',
      second: 'Also serves',
      link: 'Linked by somebody, with a sentence',
      quiet: 'Over, or only proposed',
    },
  }
}

/** A plan serves the outcome that its indicators measure: that is plain from those lines, and the list says it. What an action is meant to move is always drawn. */
function leadsOverOthers(links: Walked['links'], { lower: from, upper: to }: Walked['links'][number]): boolean {
  const uppers = Map.groupBy(links, ({ lower }) => keyOf(lower))
  const above = (key: NodeKey): NodeKey[] => (uppers.get(key) ?? []).map(({ upper }) => keyOf(upper))
  const seen = new Set(above(keyOf(from)).filter(key => key !== keyOf(to)))
  for (const key of seen) for (const next of above(key)) if (next !== keyOf(from)) seen.add(next)
  return seen.has(keyOf(to))
}

/** and 13 further actions of this plan */
export const furtherSaid = (further: number): string => `and ${further} further action${further === 1 ? '' : 's'} of this plan`

const columnName = (nodes: readonly ThreadNode[]): string => {
  const [first] = nodes
  if (first === undefined) return ''
  if (nodes.some(({ kind }) => kind !== first.kind)) return 'Meetings'
  if (first.kind === 'ambition' && first.state === 'priority') return nodes.length === 1 ? 'Priority' : 'Priorities'
  return pluralOf(first.kind, nodes.length)
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
  /** and 13 further actions of this plan */
  readonly further: string
  readonly under: readonly ListItem[]
  /** It stands in this list already, with what hangs on it. */
  readonly isAgain: boolean
}

/** Up and down from the record. Of somebody who does: what they answer for with what serves it, and what that serves. */
export function threadLists(drawn: Drawn): { readonly up: readonly ListItem[]; readonly down: readonly ListItem[] } {
  const { root, walked } = drawn
  const inWalk = new Map(walked.nodes.map(each => [keyOf(each.node), each]))
  const item = (way: 'up' | 'down', seen: Set<NodeKey>) => {
    const make = ({ node, who, further }: WalkedNode, words: string): ListItem => {
      const isAgain = seen.has(keyOf(node))
      seen.add(keyOf(node))
      const next = isAgain ? [] : besides(node, way)
      return {
        node,
        words,
        judgement: judgementOf(drawn, node),
        who: who.filter(hop => drawn.kinds.has(hop.node.kind)),
        further: further === 0 || isAgain ? '' : furtherSaid(further),
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

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
