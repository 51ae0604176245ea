/**
 * A node of the golden thread is a record of any module; a link leads from the lower one, which serves, to the upper one, for which it is.
 *
 * From a record one goes up to why it is there and down to how, and beside it stands who: people, organisations and groups that answer for it. A record may serve
 * several and be served by several (a diamond), and records may serve each other in a ring; each is there once.
 */

/** From the top down; who answers for them comes last. */
export const nodeKinds = [
  'strategy',
  'vision',
  'ambition',
  'theme',
  'outcome',
  'indicator',
  'target',
  'plan',
  'meeting',
  'item',
  'decision',
  'action',
  'milestone',
  'group',
  'organisation',
  'person',
] as const
export type NodeKind = (typeof nodeKinds)[number]

export const kindNames: Readonly<Record<NodeKind, string>> = {
  strategy: 'Strategy',
  vision: 'Vision',
  ambition: 'Ambition',
  theme: 'Theme',
  outcome: 'Outcome',
  indicator: 'Indicator',
  target: 'Target',
  plan: 'Delivery plan',
  meeting: 'Meeting',
  item: 'Agenda item',
  decision: 'Decision',
  action: 'Action',
  milestone: 'Milestone',
  group: 'Group',
  organisation: 'Organisation',
  person: 'Person',
}

/** Those who do: a link from one of them is a who, and every other link from below a how. */
export const parties: readonly NodeKind[] = ['group', 'organisation', 'person']
export const isParty = ({ kind }: Pick<NodeRef, 'kind'>): boolean => parties.includes(kind)

export type NodeRef = { readonly kind: NodeKind; readonly id: number }

export type ThreadNode = NodeRef & {
  /** CYP-PLAN/090401/12; '' for none. */
  readonly reference: string
  readonly title: string
  /** Below the partnership. */
  readonly address: string
  readonly groupId: number | null
  /** The module's own word: open, signed-off, met. */
  readonly state: string
  /** It lasts, and is not only a proposal. */
  readonly isLive: boolean
}

export type ThreadLink = {
  readonly lower: NodeRef
  readonly upper: NodeRef
  /** From the lower to the upper: is to move, part of, owns. */
  readonly relation: string
}

/** Records, each once, and the links between them. */
export type Thread = { readonly nodes: ReadonlyMap<NodeKey, ThreadNode>; readonly links: readonly ThreadLink[] }

/** action-12 */
export type NodeKey = `${NodeKind}-${number}`
export const keyOf = ({ kind, id }: NodeRef): NodeKey => `${kind}-${id}`
export const isSame = (a: NodeRef, b: NodeRef): boolean => a.kind === b.kind && a.id === b.id
export const isNodeKind = (text: string): text is NodeKind => nodeKinds.some(kind => kind === text)

/** What a relation is called from below and from above. */
const relationWords: Readonly<Record<string, readonly [string, string]>> = {
  'answers for': ['answers for', 'is answered for by'],
  'agreed under': ['was agreed under', 'led to'],
  'contributes to': ['contributes to', 'has a contribution from'],
  'follows from': ['follows from', 'is carried out by'],
  'is about': ['is about', 'was decided on in'],
  'is aimed for in': ['is the target of', 'aims for'],
  'is to move': ['is to move', 'is to be moved by'],
  leads: ['leads', 'is led by'],
  'meeting of': ['is a meeting of', 'met at'],
  measures: ['measures', 'is measured by'],
  owns: ['owns', 'is owned by'],
  'part of': ['is part of', 'has as a part'],
  'reports to': ['reports to', 'is reported to by'],
  serves: ['serves', 'is served by'],
  'sits on': ['sits on', 'has as a member'],
  'step of': ['is a step of', 'has as a step'],
  'taken at': ['was taken at', 'took up'],
  'taken under': ['was taken under', 'led to'],
  'works for': ['works for', 'employs'],
}

/** From below: is to move; from above: is to be moved by. */
export function relationSaid(relation: string, from: 'below' | 'above'): string {
  const [below, above] = relationWords[relation] ?? [relation, relation]
  return from === 'below' ? below : above
}
export const isKnownRelation = (relation: string): boolean => Object.hasOwn(relationWords, relation)

/** What is not simply there is said so. */
const stateWords: Readonly<Record<string, string>> = {
  proposed: 'proposed',
  done: 'done, to be confirmed',
  closed: 'closed',
  dropped: 'not pursued',
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
  revising: 'being revised',
  met: 'met',
  cancelled: 'cancelled',
}
export const stateSaid = ({ kind, state }: Pick<ThreadNode, 'kind' | 'state'>): string =>
  kind === 'item' || kind === 'decision' ? '' : (stateWords[state] ?? '')

/** CYP-PLAN/090401/12 Train 40 advisers */
export const nameOf = ({ reference, title }: Pick<ThreadNode, 'reference' | 'title'>): string =>
  reference === '' ? title : `${reference} ${title}`

/** A record beside another, and how they hang together: as the other says it (is owned by), and as it says itself (owns). */
export type Hop = { readonly node: ThreadNode; readonly words: readonly string[]; readonly itself: readonly string[] }

/** One hop from a record each way. Of somebody who does: what they answer for, whom they belong to, and who belongs to them. */
export type Around = {
  readonly why: readonly Hop[]
  readonly how: readonly Hop[]
  readonly who: readonly Hop[]
  readonly answersFor: readonly Hop[]
  readonly belongsTo: readonly Hop[]
}

type Found = { readonly node: ThreadNode; readonly words: string[]; readonly itself: string[] }

export function around(thread: Thread, record: NodeRef): Around {
  const found = { why: new Map(), how: new Map(), who: new Map(), answersFor: new Map(), belongsTo: new Map() } satisfies Record<
    keyof Around,
    Map<NodeKey, Found>
  >
  for (const link of thread.links) {
    const isFromBelow = isSame(link.lower, record)
    if (!isFromBelow && !isSame(link.upper, record)) continue
    const other = isFromBelow ? link.upper : link.lower
    const node = thread.nodes.get(keyOf(other))
    if (node === undefined || isSame(other, record)) continue
    const there: Map<NodeKey, Found> = found[placeOf(record, other, isFromBelow)]
    const [words, itself] = [
      relationSaid(link.relation, isFromBelow ? 'below' : 'above'),
      relationSaid(link.relation, isFromBelow ? 'above' : 'below'),
    ]
    const hop = there.get(keyOf(other))
    if (hop === undefined) there.set(keyOf(other), { node, words: [words], itself: [itself] })
    else if (!hop.words.includes(words)) {
      hop.words.push(words)
      hop.itself.push(itself)
    }
  }
  const inOrder = (hops: ReadonlyMap<NodeKey, Hop>): Hop[] => [...hops.values()].toSorted((a, b) => byPlace(a.node, b.node))
  return {
    why: inOrder(found.why),
    how: inOrder(found.how),
    who: inOrder(found.who),
    answersFor: inOrder(found.answersFor),
    belongsTo: inOrder(found.belongsTo),
  }
}

function placeOf(record: NodeRef, other: NodeRef, isFromBelow: boolean): keyof Around {
  if (isParty(record) && isParty(other)) return isFromBelow ? 'belongsTo' : 'who'
  if (isParty(other)) return 'who'
  if (isParty(record)) return 'answersFor'
  return isFromBelow ? 'why' : 'how'
}

/** By kind from the top down, what lasts first, then by reference and title. */
export function byPlace(a: ThreadNode, b: ThreadNode): number {
  const [first, second] = [a, b].map(({ kind, isLive }) => nodeKinds.indexOf(kind) * 2 + (isLive ? 0 : 1)) as [number, number]
  return first - second || inWords.compare(a.reference, b.reference) || inWords.compare(a.title, b.title) || a.id - b.id
}
const inWords = new Intl.Collator('en', { numeric: true })

/** How far to go, and which kinds are shown; the record itself always is. */
export type Wanted = { readonly up: number; readonly down: number; readonly kinds: ReadonlySet<NodeKind>; readonly most: number }

export type WalkedNode = {
  readonly node: ThreadNode
  /** Hops from the record: below 0 is up. */
  readonly level: number
  /** Who answers for it, in order. */
  readonly who: readonly Hop[]
  /** Of a plan that stands only on the way: so many of its actions are not shown. */
  readonly further: number
}
export type Walked = {
  /** The record itself, then the nearest first. */
  readonly nodes: readonly WalkedNode[]
  /** Between nodes that are shown. What stands between them and is not shown is passed through. */
  readonly links: readonly { readonly lower: ThreadNode; readonly upper: ThreadNode; readonly words: string }[]
  /** Of these kinds within that depth, but beyond what is clear. */
  readonly left: number
}

/**
 * The neighbourhood of a record: up along why, down along how, each record once, at its nearest. Of somebody who does it begins with what they answer for.
 *
 * What only holds actions together passes nothing on that is not said of the action. A plan serves many outcomes by many actions: of those only such follow
 * that are themselves meant to move the indicator, or stand under the outcome. An action goes on over its plan, and over a decision of its item, only where
 * it says of itself neither what it is to move nor what it stands under. Whatever the walk begins with has all of its own.
 */
export function walk(thread: Thread, record: NodeRef, { up, down, kinds, most }: Wanted): Walked {
  const beside = linksBeside(thread)
  const root = thread.nodes.get(keyOf(record))
  if (root === undefined) return { nodes: [], links: [], left: 0 }

  const seeds = isParty(root) ? ofParty(thread, beside, root, down) : new Map([[keyOf(root), 0]])
  const levels = new Map<NodeKey, number>(seeds)
  spread(beside, new Map([...seeds].map(([key]) => [key, 0])), levels, up, 'up')
  spread(beside, seeds, levels, down, 'down')
  levels.set(keyOf(root), 0)

  const reached = [...levels].flatMap(([key, level]) => {
    const node = thread.nodes.get(key)
    return node === undefined || !(kinds.has(node.kind) || isSame(node, root)) ? [] : [{ node, level }]
  })
  const inReach = reached.toSorted(
    (a, b) =>
      Math.abs(a.level) - Math.abs(b.level) ||
      a.level - b.level ||
      Number(b.node.isLive) - Number(a.node.isLive) ||
      byPlace(a.node, b.node),
  )
  const shown = inReach.slice(0, most)
  const isShown = new Set(shown.map(({ node }) => keyOf(node)))
  return {
    nodes: shown.map(({ node, level }) => ({
      node,
      level,
      who: isParty(node) ? [] : whoOf(thread, beside, node),
      further: node.kind === 'plan' && kinds.has('action') && !seeds.has(keyOf(node)) ? actionsOf(beside, node, isShown) : 0,
    })),
    links: shown.flatMap(({ node }) => joinsFrom(thread, beside, node, levels, isShown)),
    left: inReach.length - shown.length,
  }
}

type Beside = (key: NodeKey) => readonly ThreadLink[]

function linksBeside({ links, nodes }: Thread): Beside {
  const beside = new Map<NodeKey, ThreadLink[]>()
  const add = (key: NodeKey, link: ThreadLink) => {
    const there = beside.get(key)
    if (there) there.push(link)
    else beside.set(key, [link])
  }
  for (const link of links) {
    const [lower, upper] = [keyOf(link.lower), keyOf(link.upper)]
    if (lower === upper || !nodes.has(lower) || !nodes.has(upper)) continue
    add(lower, link)
    add(upper, link)
  }
  return key => beside.get(key) ?? []
}

/** What somebody answers for is one hop down from them. */
function ofParty(thread: Thread, beside: Beside, root: ThreadNode, down: number): Map<NodeKey, number> {
  if (down === 0) return new Map()
  const { answersFor } = around({ nodes: thread.nodes, links: beside(keyOf(root)) }, root)
  return new Map(answersFor.map(({ node }) => [keyOf(node), 1]))
}

/** Hop by hop, so that each is reached at its nearest. */
function spread(beside: Beside, from: ReadonlyMap<NodeKey, number>, levels: Map<NodeKey, number>, hops: number, way: 'up' | 'down'): void {
  const step = way === 'up' ? -1 : 1
  /** Reached by an action that does not go on from there. */
  const ends = new Set<NodeKey>()
  let front = [...from]
  while (front.length > 0) {
    const next: [NodeKey, number][] = []
    for (const [key, level] of front) {
      if (way === 'up' ? level <= -hops : level >= hops) continue
      for (const link of beside(key)) {
        const [here, there] = way === 'up' ? [link.lower, link.upper] : [link.upper, link.lower]
        if (isParty(there) || isParty(here) || keyOf(here) !== key) continue
        const to = keyOf(there)
        const goesOn = from.has(keyOf(link.upper)) || passes(beside, link)
        if (way === 'down' && !(goesOn && (from.has(key) || here.kind !== 'plan'))) continue
        if (levels.has(to) && !(goesOn && ends.delete(to))) continue
        if (!levels.has(to)) levels.set(to, level + step)
        if (goesOn) next.push([to, level + step])
        else ends.add(to)
      }
    }
    front = next
  }
}

/** Whether what the upper record is for, the lower one is for too. */
const passes = (beside: Beside, { lower, upper }: ThreadLink): boolean =>
  lower.kind !== 'action' ||
  (upper.kind !== 'plan' && upper.kind !== 'decision') ||
  !beside(keyOf(lower)).some(link => isSame(link.lower, lower) && (link.upper.kind === 'indicator' || link.upper.kind === 'outcome'))

const actionsOf = (beside: Beside, plan: NodeRef, isShown: ReadonlySet<NodeKey>): number =>
  beside(keyOf(plan)).filter(({ lower }) => lower.kind === 'action' && !isShown.has(keyOf(lower))).length

const whoOf = ({ nodes }: Thread, beside: Beside, node: ThreadNode): readonly Hop[] =>
  around({ nodes, links: beside(keyOf(node)) }, node).who

/** The links up from a record to the nearest that are shown. */
function joinsFrom(
  { nodes }: Thread,
  beside: Beside,
  node: ThreadNode,
  levels: ReadonlyMap<NodeKey, number>,
  isShown: ReadonlySet<NodeKey>,
): { lower: ThreadNode; upper: ThreadNode; words: string }[] {
  const joins = new Map<NodeKey, { lower: ThreadNode; upper: ThreadNode; words: string }>()
  const passed = new Set([keyOf(node)])
  let front: { key: NodeKey; words: string | null }[] = [{ key: keyOf(node), words: null }]
  while (front.length > 0) {
    const next: typeof front = []
    for (const { key, words } of front) {
      for (const link of beside(key)) {
        const upper = nodes.get(keyOf(link.upper))
        if (upper === undefined || keyOf(link.lower) !== key || !levels.has(keyOf(upper))) continue
        const said = words ?? relationSaid(link.relation, 'below')
        if (isShown.has(keyOf(upper))) {
          if (!isSame(upper, node) && !joins.has(keyOf(upper)))
            joins.set(keyOf(upper), { lower: node, upper, words: key === keyOf(node) ? said : 'serves' })
        } else if (!passed.has(keyOf(upper)) && passes(beside, link)) {
          passed.add(keyOf(upper))
          next.push({ key: keyOf(upper), words: said })
        }
      }
    }
    front = next
  }
  return [...joins.values()]
}
