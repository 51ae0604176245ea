/**
 * Where the boxes of a layered chart stand that reads from left to right: a column for each band, and beside a box, at its height, what hangs from it. So the
 * picture is as wide as a page and as long as it needs, and what belongs together stays together when it is cut into pages.
 *
 * A box has the rows that it begins with for itself in every column that it, and what hangs from it, stands in. Lines run in the spaces between the columns,
 * and across a column between its boxes.
 */
import type { Point } from './graphviz.ts'
import type { ChartBox, Join, LayeredChart, Line, Placed, Placement } from './layered-layout.ts'
import { wrapped } from './picture-file.ts'
import { textWidth } from './svg.ts'

/** All that is written in a box; whatever the columns, it is no smaller. */
export const acrossLetter = 12
export const acrossRow = 15
/** What fits the widest page beside its margins. */
const page = 1200
const [margin, gap, between] = [8, 24, 10]
const [narrowest, widest] = [86, 240]
/** The names of the columns, of two lines at most. */
export const headHeight = 50

export function placedAcross(chart: LayeredChart): Placement {
  const count = chart.bands.length
  const boxWidth = Math.max(narrowest, Math.min(widest, Math.floor((page - 2 * margin - (count - 1) * gap) / count)))
  const leftOf = (band: number): number => margin + band * (boxWidth + gap)
  const at = stacked(chart, boxWidth, leftOf)
  const height = Math.max(headHeight + 60, ...[...at.values()].map(each => each.y + each.height)) + 14
  const lines = linesOf(chart, at, count, leftOf)
  return {
    width: Math.max(leftOf(count) - gap + margin, ...lines.flatMap(({ points }) => points.map(([x]) => x + margin))),
    height,
    bands: chart.bands.map(({ name }, band) => ({
      left: leftOf(band) - 5,
      top: 0,
      width: boxWidth + 10,
      height,
      label: broken(name, boxWidth, 14),
    })),
    boxes: [...at.values()].toSorted((a, b) => a.box.band - b.box.band || a.y - b.y),
    lines,
  }
}

function stacked({ boxes }: LayeredChart, boxWidth: number, leftOf: (band: number) => number): Map<string, Placed> {
  const byId = new Map(boxes.map(box => [box.id, box]))
  const hanging = Map.groupBy(boxes, ({ under }) => (under !== null && byId.has(under) ? under : null))
  /** The next free row of each column. */
  const free = new Map<number, number>()
  const at = new Map<string, Placed>()
  const columnsUnder = (box: ChartBox, seen: ReadonlySet<string>): number[] => [
    box.band,
    ...(hanging.get(box.id) ?? []).flatMap(each => (seen.has(each.id) ? [] : columnsUnder(each, new Set([...seen, each.id])))),
  ]
  const stand = (box: ChartBox, from: number, parent: ChartBox | null): void => {
    if (at.has(box.id)) return
    const passed = parent === null ? [] : columnsBetween(parent.band, box.band)
    const own = columnsUnder(box, new Set([box.id]))
    const y = Math.max(from, ...[...passed, ...own].map(band => free.get(band) ?? headHeight))
    const lines = written(box, boxWidth)
    const height = lines.length * acrossRow + 14
    at.set(box.id, { box, x: leftOf(box.band), y, width: boxWidth, height, lines })
    free.set(box.band, y + height + between)
    for (const band of passed) free.set(band, Math.max(free.get(band) ?? headHeight, y + 24))
    for (const each of (hanging.get(box.id) ?? []).toSorted((a, b) => Math.abs(a.band - box.band) - Math.abs(b.band - box.band)))
      stand(each, y, box)
  }
  for (const box of hanging.get(null) ?? []) stand(box, headHeight, null)
  // Boxes that hang from each other in a ring hang from nothing.
  for (const box of boxes) stand(box, headHeight, null)
  return at
}

const columnsBetween = (a: number, b: number): number[] =>
  Array.from({ length: Math.max(0, Math.abs(a - b) - 1) }, (_, index) => Math.min(a, b) + 1 + index)

function written({ title, mark, notes, rows }: ChartBox, boxWidth: number): Placed['lines'] {
  const room = boxWidth - 10
  const most = boxWidth < 150 ? 5 : 3
  const titles = broken(title, room, acrossLetter * 1.14)
  return [
    ...(titles.length > most ? [...titles.slice(0, most - 1), `${titles[most - 1] ?? ''}…`] : titles).map(words => ({
      words,
      role: 'title' as const,
    })),
    ...(mark === undefined ? [] : wrapped(mark.words, room - 17, acrossLetter).map(words => ({ words, role: 'mark' as const }))),
    ...notes.flatMap(note => broken(note, room, acrossLetter)).map(words => ({ words, role: 'note' as const })),
    ...rows.flatMap(row => broken(row, room, acrossLetter)).map(words => ({ words, role: 'row' as const })),
  ]
}

/** A word that is wider than its box is broken, after a stroke where it has one: CYP-PLAN/ 090401/12. */
function broken(words: string, room: number, size: number): string[] {
  const fits = (part: string): boolean => textWidth(part, acrossLetter) <= room
  const parts = (word: string): string[] => {
    if (fits(word)) return [word]
    const stroke = [...word.matchAll(/[/-](?=.)/g)].map(({ index }) => index + 1).findLast(end => fits(word.slice(0, end)))
    let end = stroke ?? word.length
    while (end > 1 && !fits(word.slice(0, end))) end--
    return [word.slice(0, end), ...parts(word.slice(end))]
  }
  return wrapped(words.split(/\s+/).flatMap(parts).join(' '), room, size)
}

function linesOf(chart: LayeredChart, at: ReadonlyMap<string, Placed>, count: number, leftOf: (band: number) => number): Line[] {
  const columns = Array.from({ length: count }, (_, band) => [...at.values()].filter(each => each.box.band === band))
  const lanes = Array.from({ length: count }, () => new Map<string, number>())
  /** Lines that end at the same box share a lane. */
  const laneOf = (band: number, key: string): number => {
    const there = lanes[band] ?? new Map<string, number>()
    const lane = there.get(key) ?? there.size
    there.set(key, lane)
    return leftOf(band + 1) - gap + 7 + (lane % 5) * 3.5
  }
  return chart.joins.flatMap(join => {
    const [from, to] = [at.get(join.from), at.get(join.to)]
    if (from === undefined || to === undefined) return []
    const [a, b] = from.box.band <= to.box.band ? [from, to] : [to, from]
    const hung = join.kind !== 'under' ? to : from.box.under === to.box.id ? to : from
    const key = `${join.kind} ${join.kind === 'link' ? `${join.from} ${join.to}` : hung.box.id}`
    const port = (box: Placed) => Math.min(box.y + ports[join.kind], box.y + box.height - 5)
    const end = [b.box.band === a.box.band ? b.x + b.width : b.x, port(b)] as const
    const points: Point[] = [[a.x + a.width, port(a)]]
    const turn = (band: number, y: number) => {
      const x = laneOf(band, key)
      points.push([x, points.at(-1)?.[1] ?? y], [x, y])
    }
    const wanted = hung === b ? port(a) : port(b)
    for (const band of columnsBetween(a.box.band, b.box.band)) turn(band - 1, freeRow(columns[band] ?? [], wanted))
    turn(Math.max(a.box.band, b.box.band - 1), end[1])
    points.push(end)
    return [
      {
        points: straight(from === a ? points : points.toReversed()),
        kind: join.kind,
        spoken: join.spoken,
        end: join.kind === 'link' ? ('dots' as const) : join.kind === 'second' ? ('arrow' as const) : ('none' as const),
      },
    ]
  })
}

const ports: Readonly<Record<Join['kind'], number>> = { under: 14, second: 26, link: 20 }

/** As near to where the line is wanted as no box of the column is in its way. */
function freeRow(column: readonly Placed[], wanted: number): number {
  const isFree = (y: number) => column.every(box => y < box.y - 2 || y > box.y + box.height + 2)
  return [wanted, ...column.flatMap(box => [box.y - 5, box.y + box.height + 5])]
    .filter(isFree)
    .reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best), Number.POSITIVE_INFINITY)
}

/** Without points that the line goes straight through. */
const straight = (points: readonly Point[]): Point[] =>
  points.filter(([x, y], index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    return before === undefined || after === undefined || !((before[0] === x && x === after[0]) || (before[1] === y && y === after[1]))
  })

/** The heights at which the picture is cut so that none is higher than that: where the fewest boxes are, and each of those is whole on the next page. */
export function cutsOf(
  { boxes, height }: Pick<Placement, 'boxes' | 'height'>,
  most: number,
): { readonly from: number; readonly to: number }[] {
  const pages: { from: number; to: number }[] = []
  const room = most - headHeight
  let from = headHeight - 6
  while (height - from > room) {
    const cut = (y: number) => boxes.filter(box => box.y < y && box.y + box.height > y)
    const ends = boxes.map(box => box.y + box.height + 4).filter(y => y > from + room / 2 && y <= from + room)
    const to = ends.toSorted((a, b) => cut(a).length - cut(b).length || b - a)[0] ?? from + room
    pages.push({ from, to })
    const next = Math.min(to - 1, ...cut(to).map(({ y }) => y - 6))
    from = next > from + room / 4 ? next : to
  }
  return [...pages, { from, to: height }]
}
