/**
 * Where the boxes of a layered chart stand. Which stands beside which, and how far along, is asked of Graphviz, which crosses the fewest lines; it is
 * given one node for a box or a stack, at a height that we say, because left to itself it would make sixty boxes seven thousand wide. How far down
 * is ours, so that bands never overlap, and so are the lines, which run between the boxes and never under one that they do not belong to.
 */
import { type Graph, laidOut, type Point, perInch } from './graphviz.ts'
import type { Mark } from './mark.ts'
import { wrapped } from './picture-file.ts'

export type LayeredChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  /** From the top; `isApart` is drawn as standing outside. */
  readonly bands: readonly { readonly name: string; readonly isApart: boolean }[]
  readonly boxes: readonly ChartBox[]
  readonly joins: readonly Join[]
  /** Bands are columns, and every line is among the joins, those that boxes hang by too. Otherwise bands lie one below the other. */
  readonly isAcross?: boolean
  /** What each kind of line, and a quiet box, is called in the key. */
  readonly words: Readonly<Record<'under' | JoinKind | 'quiet', string>>
}

export type ChartBox = {
  readonly id: string
  readonly band: number
  /** The box that it stands under. */
  readonly under: string | null
  readonly title: string
  readonly notes: readonly string[]
  readonly rows: readonly string[]
  /** A judgement, by its shape, its colour and in words. */
  readonly mark?: { readonly mark: Mark; readonly words: string }
  readonly href: string | null
  /** All that the picture says of it, for who hears it. */
  readonly spoken: string
  /** Shown only because others stand under it. */
  readonly isQuiet: boolean
  /** What the picture was drawn from. */
  readonly isHere?: boolean
}

export const joinKinds = ['second', 'link'] as const
export type JoinKind = (typeof joinKinds)[number]
export type Join = { readonly from: string; readonly to: string; readonly kind: JoinKind | 'under'; readonly spoken: string }

type Role = 'title' | 'mark' | 'note' | 'row'
export type Placed = {
  readonly box: ChartBox
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly { readonly words: string; readonly role: Role }[]
}
export type Line = {
  readonly points: readonly Point[]
  readonly kind: Join['kind']
  readonly spoken: string
  readonly end: 'none' | 'arrow' | 'dots'
}
export type Placement = {
  readonly width: number
  readonly height: number
  readonly bands: readonly {
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
    readonly label: readonly string[]
  }[]
  readonly boxes: readonly Placed[]
  readonly lines: readonly Line[]
}

export const rowHeight: Readonly<Record<Role, number>> = { title: 16, mark: 17, note: 15, row: 14.5 }
const boxWidth = 176
/** How far a box stands in from the one above it in a stack, and from its neighbours. */
const [indent, between, besideStack] = [16, 10, 28]
const labelWidth = 122
/** In bands with others below them, more than that beside each other are stacked, so high. */
const [mostBeside, rowsAbove] = [8, 4]
/** How high a stack may be before it goes into another column: as low as lets the whole be no wider than a sheet of paper on its side. */
const stackHeights = [4, 6, 8, 10, 12, 15, 20, 30, 50]
const sheet = 1.5

type Sized = { readonly box: ChartBox; readonly height: number; readonly lines: Placed['lines']; readonly depth: number }
/** A box, or boxes that hang together from one: what Graphviz places as one. */
type Unit = {
  readonly id: string
  readonly parent: string | null
  readonly rank: number
  readonly columns: readonly (readonly Sized[])[]
  readonly width: number
  readonly height: number
}

export async function placed(chart: LayeredChart): Promise<Placement> {
  const { units, ranks, demoted } = fitting(chart)
  const across = await acrossOf(units, ranks.length)
  const width = Math.max(across.width + 44, 560)

  const joins = [...demoted, ...chart.joins]
  const rankOf = new Map(units.flatMap(unit => unit.columns.flat().map(({ box }) => [box.id, unit.rank] as const)))
  const known = joins.filter(({ from, to }) => rankOf.has(from) && rankOf.has(to))
  const lanes = ranks.map((_, rank) => known.filter(join => channelOf(join, rankOf) === rank).length)
  const down = downOf(units, ranks, lanes)

  const boxes = units.flatMap(unit => boxesOf(unit, across.of(unit.id), down.tops[unit.rank] ?? 0))
  const byId = new Map(boxes.map(each => [each.box.id, each]))
  return {
    width,
    height: down.height,
    bands: bandsOf(chart, ranks, down, width),
    boxes: boxes.toSorted((a, b) => a.box.band - b.box.band || a.y - b.y || a.x - b.x),
    lines: [...units.flatMap(unit => hanging(unit, byId, across.through, down)), ...crossing(known, byId, rankOf, down)],
  }
}

function fitting(chart: LayeredChart): ReturnType<typeof unitsOf> {
  for (const rows of stackHeights) {
    const tried = unitsOf(chart, rows)
    const inRank = (rank: number) => tried.units.filter(unit => unit.rank === rank)
    const width = Math.max(
      ...tried.ranks.map((_, rank) => inRank(rank).reduce((sum, unit) => sum + unit.width + besideStack, labelWidth)),
      0,
    )
    const height = tried.ranks.reduce((sum, _, rank) => sum + Math.max(44, ...inRank(rank).map(unit => unit.height)) + 60, 0)
    if (width <= Math.max(height * sheet, 1000)) return tried
  }
  return unitsOf(chart, stackHeights.at(-1) ?? 1)
}

/** What hangs from one box and ends in its own band is stacked, with its own branches further in; whatever else is placed by itself. */
function unitsOf({ boxes, bands }: LayeredChart, mostRows: number) {
  const byId = new Map(boxes.map(box => [box.id, box]))
  const demoted: Join[] = []
  const parentOf = (box: ChartBox): ChartBox | null => {
    const parent = box.under === null ? undefined : byId.get(box.under)
    return parent !== undefined && parent.band <= box.band && !isBelow(parent, box, byId) ? parent : null
  }
  for (const box of boxes)
    if (box.under !== null && byId.has(box.under) && parentOf(box) === null)
      demoted.push({ from: box.id, to: box.under, kind: 'under', spoken: `${box.title} reports to ${byId.get(box.under)?.title ?? ''}` })

  const children = new Map<string | null, ChartBox[]>()
  for (const box of boxes) {
    const key = parentOf(box)?.id ?? null
    children.set(key, [...(children.get(key) ?? []), box])
  }
  const endsHere = (box: ChartBox): boolean => (children.get(box.id) ?? []).every(child => child.band === box.band && endsHere(child))
  const lowest = Math.max(...boxes.map(({ band }) => (bands[band]?.isApart ? -1 : band)), 0)
  const beside = bands.map((_, band) => boxes.filter(box => box.band === band).length)

  const ranks: { band: number }[] = []
  const units: Omit<Unit, 'rank'>[] = []
  const depths = new Map<string, { band: number; depth: number }>()
  const branch = (box: ChartBox, depth: number): Sized[] => [
    sized(box, depth),
    ...(children.get(box.id) ?? []).flatMap(child => branch(child, depth + 1)),
  ]
  const stand = (parent: ChartBox | null, depth: number, band: number): void => {
    const all = children.get(parent?.id ?? null) ?? []
    for (const [childBand, group] of Map.groupBy(all, child => child.band)) {
      const at = childBand === band ? depth + 1 : 0
      const isLow = childBand === lowest
      const stacked = group.filter(endsHere)
      const rows = isLow ? mostRows : (beside[childBand] ?? 0) > mostBeside ? rowsAbove : 1
      const add = (branches: readonly (readonly Sized[])[], most: number) => {
        const columns = inColumns(branches, most)
        const id = columns[0]?.[0]?.box.id ?? ''
        depths.set(id, { band: childBand, depth: at })
        units.push({ id, parent: parent?.id ?? null, columns, ...extent(columns) })
      }
      // Boxes that hang from nothing need no common place, but stand in order.
      if (stacked.length > 0 && rows > 1)
        add(
          stacked.map(box => branch(box, 0)),
          rows,
        )
      else for (const box of stacked) add([branch(box, 0)], mostRows)
      for (const box of group)
        if (!endsHere(box)) {
          add([[sized(box, 0)]], 1)
          stand(box, at, childBand)
        }
    }
  }
  stand(null, -1, -1)

  bands.forEach((_, band) => {
    const deepest = Math.max(-1, ...[...depths.values()].filter(each => each.band === band).map(({ depth }) => depth))
    for (let depth = 0; depth <= deepest; depth++) ranks.push({ band })
  })
  const rankOf = ({ band, depth }: { band: number; depth: number }) => ranks.findIndex(rank => rank.band === band) + depth
  return {
    ranks,
    demoted,
    units: units.map(unit => ({ ...unit, rank: rankOf(depths.get(unit.id) ?? { band: 0, depth: 0 }) })),
  }
}

/** Whether `box` is one of those that `other` stands under, in a ring that somebody typed. */
function isBelow(box: ChartBox, other: ChartBox, byId: ReadonlyMap<string, ChartBox>): boolean {
  const seen = new Set<string>()
  for (let up: ChartBox | undefined = box; up !== undefined && !seen.has(up.id); up = up.under === null ? undefined : byId.get(up.under)) {
    if (up.id === other.id) return true
    seen.add(up.id)
  }
  return false
}

function inColumns(branches: readonly (readonly Sized[])[], most: number): Sized[][] {
  const rows = branches.reduce((sum, { length }) => sum + length, 0)
  const wanted = Math.ceil(rows / Math.max(1, Math.ceil(rows / most)))
  const columns: Sized[][] = []
  for (const branch of branches) {
    const last = columns.at(-1)
    if (last !== undefined && last.length + branch.length <= Math.max(wanted, 1)) last.push(...branch)
    else columns.push([...branch])
  }
  return columns
}

function extent(columns: readonly (readonly Sized[])[]): { width: number; height: number } {
  const heights = columns.map(column => column.reduce((sum, { height }) => sum + height + between, -between))
  const width = columns.reduce((sum, column) => sum + columnWidth(column), 0) + (columns.length - 1) * besideStack
  return { width, height: Math.max(0, ...heights) }
}

/** With room at its left for the line that its boxes hang from. */
const columnWidth = (column: readonly Sized[]): number =>
  boxWidth + (column.length > 1 ? indent : 0) + Math.max(0, ...column.map(({ depth }) => depth)) * indent

function sized(box: ChartBox, depth: number): Sized {
  const room = boxWidth - 14
  // Semi-bold, which is wider.
  const title = wrapped(box.title, room, 14)
  const lines = [
    ...(title.length > 4 ? [...title.slice(0, 3), `${title[3] ?? ''}…`] : title).map(words => ({ words, role: 'title' as const })),
    ...(box.mark === undefined ? [] : [{ words: box.mark.words, role: 'mark' as const }]),
    ...box.notes.flatMap(note => wrapped(note, room, 12)).map(words => ({ words, role: 'note' as const })),
    ...box.rows.flatMap(row => wrapped(row, room, 11.5)).map(words => ({ words, role: 'row' as const })),
  ]
  return { box, depth, lines, height: lines.reduce((sum, { role }) => sum + rowHeight[role], 16) }
}

type Across = {
  readonly width: number
  /** Where a unit begins, from the left. */
  readonly of: (id: string) => number
  /** Where the line to a unit passes through the ranks between it and its parent. */
  readonly through: (id: string) => readonly { readonly rank: number; readonly x: number }[]
}

async function acrossOf(all: readonly Unit[], ranks: number): Promise<Across> {
  const isJoined = new Set(all.map(({ parent }) => parent))
  const units = all.filter(unit => unit.parent !== null || unit.columns.flat().some(({ box }) => isJoined.has(box.id)))
  const loose = all.filter(unit => !units.includes(unit))
  const unitOf = new Map(units.flatMap(unit => unit.columns.flat().map(({ box }) => [box.id, unit] as const)))
  const node = (name: string, width: number) => ({
    name,
    attributes: { width: width / perInch, height: 0.5, fixedsize: true, shape: 'box', label: '' },
  })
  const passages = new Map<string, { name: string; rank: number }[]>()
  const edges: NonNullable<Graph['edges']>[number][] = []
  for (const unit of units) {
    const parent = unit.parent === null ? undefined : unitOf.get(unit.parent)
    if (parent === undefined) continue
    const way: { name: string; rank: number }[] = []
    for (let rank = parent.rank + 1; rank < unit.rank; rank++) way.push({ name: `${unit.id} through ${rank}`, rank })
    passages.set(unit.id, way)
    const stops = [parent.id, ...way.map(({ name }) => name), unit.id]
    for (const [index, head] of stops.slice(1).entries()) edges.push({ tail: stops[index] ?? '', head, attributes: { weight: 4 } })
  }
  const heads = Array.from({ length: ranks }, (_, rank) => `rank ${rank}`)
  const graph: Graph = {
    directed: true,
    graphAttributes: { rankdir: 'TB', nodesep: besideStack / perInch, ranksep: 0.3, splines: 'false', outputorder: 'nodesfirst' },
    nodes: [],
    edges: [
      ...edges,
      ...heads.slice(1).map((head, index) => ({ tail: heads[index] ?? '', head, attributes: { weight: 0, style: 'invis' } })),
    ],
    subgraphs: heads.map((head, rank) => ({
      graphAttributes: { rank: 'same' },
      nodes: [
        node(head, 1),
        ...units.filter(unit => unit.rank === rank).map(({ id, width }) => node(id, width)),
        ...[...passages.values()].flatMap(way => way.filter(each => each.rank === rank).map(({ name }) => node(name, 8))),
      ],
    })),
  }
  const { nodes } = await laidOut(graph, 'dot')
  const centre = (name: string) => nodes.get(name)?.[0] ?? 0
  const left = units.length === 0 ? 0 : Math.min(...units.map(({ id, width }) => centre(id) - width / 2))
  const shift = labelWidth - left
  const starts = new Map(units.map(unit => [unit.id, Math.round(centre(unit.id) - unit.width / 2 + shift)]))
  for (const unit of loose) starts.set(unit.id, freeFor(unit, all, starts))
  return {
    width: Math.max(0, ...all.map(unit => (starts.get(unit.id) ?? 0) + unit.width)),
    of: id => starts.get(id) ?? 0,
    through: id => {
      const parent = unitOf.get(units.find(unit => unit.id === id)?.parent ?? '')
      let x = (starts.get(parent?.id ?? '') ?? 0) + boxWidth / 2
      return (passages.get(id) ?? []).map(({ name, rank }) => {
        if (!isFree(x, rank, all, starts)) x = Math.round(centre(name) + shift)
        return { rank, x }
      })
    },
  }
}

/** Straight on, where no box of that rank is in the way. */
const isFree = (x: number, rank: number, units: readonly Unit[], starts: ReadonlyMap<string, number>): boolean =>
  units.every(unit => {
    const from = starts.get(unit.id) ?? 0
    return unit.rank !== rank || x < from - 12 || x > from + unit.width + 12
  })

/** What hangs from nothing and has nothing hanging from it stands at the first place that is free. */
function freeFor({ rank, width }: Unit, all: readonly Unit[], starts: ReadonlyMap<string, number>): number {
  let x = labelWidth
  const taken = all
    .flatMap(other => {
      const from = starts.get(other.id)
      return other.rank !== rank || from === undefined ? [] : [{ from, to: from + other.width }]
    })
    .sort((a, b) => a.from - b.from)
  for (const { from, to } of taken) {
    if (x + width + besideStack <= from) break
    x = to + besideStack
  }
  return x
}

type Down = {
  readonly tops: readonly number[]
  /** The middle of the free space above a rank, and how much of it each line may have. */
  readonly channels: readonly { readonly from: number; readonly step: number }[]
  readonly bandTops: readonly number[]
  readonly bandEnds: readonly number[]
  readonly height: number
}

const laneStep = 7

function downOf(units: readonly Unit[], ranks: readonly { band: number }[], lanes: readonly number[]): Down {
  const [tops, channels, bandTops, bandEnds]: [number[], { from: number; step: number }[], number[], number[]] = [[], [], [], []]
  let y = 0
  ranks.forEach(({ band }, rank) => {
    const isFirst = rank === 0 || ranks[rank - 1]?.band !== band
    if (isFirst && rank > 0) y += 8
    if (isFirst) bandTops[band] = y
    const count = Math.min(lanes[rank] ?? 0, 12)
    channels[rank] = { from: y + 22, step: laneStep }
    y += 30 + count * laneStep
    tops[rank] = y
    y += Math.max(44, ...units.filter(unit => unit.rank === rank).map(({ height }) => height)) + 16
    bandEnds[band] = y
  })
  return { tops, channels, bandTops, bandEnds, height: y }
}

function bandsOf(
  { bands }: LayeredChart,
  ranks: readonly { band: number }[],
  { bandTops, bandEnds }: Down,
  width: number,
): Placement['bands'] {
  return bands.map(({ name }, band) => {
    const isUsed = ranks.some(rank => rank.band === band)
    const top = bandTops[band] ?? 0
    return {
      left: 0.5,
      top,
      width: width - 1,
      height: isUsed ? (bandEnds[band] ?? top) - top : 0,
      label: wrapped(name, labelWidth - 30, 14),
    }
  })
}

function boxesOf({ columns }: Unit, start: number, top: number): Placed[] {
  let x = start
  return columns.flatMap(column => {
    let y = top
    const left = x + (column.length > 1 ? indent : 0)
    x += columnWidth(column) + besideStack
    return column.map(({ box, height, lines, depth }) => {
      const at = { box, x: left + depth * indent, y, width: boxWidth, height, lines }
      y += height + between
      return at
    })
  })
}

/** From the bottom of the parent to the top of a box that stands alone, or down the left of a stack and to each of its boxes. */
function hanging(unit: Unit, byId: ReadonlyMap<string, Placed>, through: Across['through'], down: Down): Line[] {
  const parent = unit.parent === null ? undefined : byId.get(unit.parent)
  return unit.columns.flatMap(column => {
    const items = column.flatMap(each => {
      const at = byId.get(each.box.id)
      return at === undefined ? [] : [{ ...each, at }]
    })
    const first = items[0]
    if (first === undefined) return []
    const inner = items.slice(1).flatMap((item, index) => {
      const above = items.slice(0, index + 1).findLast(({ depth }) => depth < item.depth)
      return above === undefined ? [] : [stub(above.at, item.at)]
    })
    if (parent === undefined) return inner
    const outer = items.filter(({ depth }) => depth === 0)
    const isStack = column.length > 1
    const end = isStack ? first.at.x - indent + 6 : first.at.x + first.at.width / 2
    return [
      ...outer.map(({ at, box }) => ({
        points: [
          ...wayDown(parent, end, unit, through, down),
          ...(isStack
            ? ([
                [end, at.y + 22],
                [at.x, at.y + 22],
              ] as const)
            : ([[end, at.y]] as const)),
        ],
        kind: 'under' as const,
        spoken: `${box.title} reports to ${parent.box.title}`,
        end: 'none' as const,
      })),
      ...inner,
    ]
  })
}

const stub = (above: Placed, at: Placed): Line => ({
  points: [
    [above.x + 8, above.y + above.height],
    [above.x + 8, at.y + 22],
    [at.x, at.y + 22],
  ],
  kind: 'under',
  spoken: `${at.box.title} reports to ${above.box.title}`,
  end: 'none',
})

function wayDown(parent: Placed, end: number, unit: Unit, through: Across['through'], { channels }: Down): Point[] {
  const points: Point[] = [[parent.x + parent.width / 2, parent.y + parent.height]]
  let x = parent.x + parent.width / 2
  const turn = (rank: number, to: number) => {
    const y = (channels[rank]?.from ?? 0) - 8
    if (Math.abs(to - x) > 0.5) points.push([x, y], [to, y])
    x = to
  }
  for (const { rank, x: at } of through(unit.id)) turn(rank, at)
  turn(unit.rank, end)
  return points
}

/** A line that joins two boxes runs in the free space above the lower one. */
const channelOf = ({ from, to }: Join, rankOf: ReadonlyMap<string, number>): number => Math.max(rankOf.get(from) ?? 0, rankOf.get(to) ?? 0)

/** A second line of reporting leaves and arrives at the left of a box, any other link at the right, each in a lane of its own. */
function crossing(
  joins: readonly Join[],
  byId: ReadonlyMap<string, Placed>,
  rankOf: ReadonlyMap<string, number>,
  { channels }: Down,
): Line[] {
  const used = new Map<string, number>()
  const next = (key: string): number => {
    const lane = used.get(key) ?? 0
    used.set(key, lane + 1)
    return lane
  }
  const boxes = [...byId.values()]
  return joins.flatMap(join => {
    const [from, to] = [byId.get(join.from), byId.get(join.to)]
    if (from === undefined || to === undefined) return []
    const side = join.kind === 'link' ? 'right' : 'left'
    const rank = channelOf(join, rankOf)
    const channel = channels[rank]
    const y = (channel?.from ?? 0) + (next(`channel ${rank}`) % 12) * (channel?.step ?? 0)
    const isBeside = Math.abs(from.x - to.x) < 0.5
    const port = (at: Placed, other: Placed) => {
      const count = next(`${side} of ${at.box.id}`)
      const lane = next(`${side} at ${side === 'right' ? at.x + at.width : at.x}`) % 3
      const [x, step] = side === 'right' ? [at.x + at.width, 8 + lane * 5] : [at.x, -5 - lane * 4]
      const own = { x, y: at.y + Math.min(at.height - 8, (side === 'right' ? 14 : 32) + count * 9), gutter: x + step }
      return { ...own, gutter: freeGutter(own, isBeside ? other.y + 14 : y, Math.sign(step), boxes) }
    }
    const [a, b] = [port(from, to), port(to, from)]
    const points: Point[] = isBeside
      ? [
          [a.x, a.y],
          [b.gutter, a.y],
          [b.gutter, b.y],
          [b.x, b.y],
        ]
      : [
          [a.x, a.y],
          [a.gutter, a.y],
          [a.gutter, y],
          [b.gutter, y],
          [b.gutter, b.y],
          [b.x, b.y],
        ]
    return [{ points, kind: join.kind, spoken: join.spoken, end: join.kind === 'link' ? ('dots' as const) : ('arrow' as const) }]
  })
}

/** Where a line leaves for its channel: moved on from its box until no other is in its way, unless none such is near. */
function freeGutter(from: { x: number; y: number; gutter: number }, channel: number, direction: number, boxes: readonly Placed[]): number {
  const isIn = (left: number, right: number, top: number, bottom: number) =>
    boxes.some(each => each.x < right && left < each.x + each.width && each.y < bottom && top < each.y + each.height)
  for (let moved = 0; moved <= 240; moved += 4) {
    const gutter = from.gutter + moved * direction
    const along = [from.x + direction, gutter].sort((a, b) => a - b)
    if (isIn(along[0] ?? 0, along[1] ?? 0, from.y - 1, from.y + 1)) break
    if (!isIn(gutter - 3, gutter + 3, Math.min(from.y, channel), Math.max(from.y, channel))) return gutter
  }
  return from.gutter
}
