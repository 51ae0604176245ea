/**
 * Who reports to whom, drawn: boxes in bands, one below the other. A box stands under the one that it reports to; those that end there are stacked,
 * so that sixty boxes stay as wide as a sheet of paper. What else joins two boxes is drawn beside them and moves none.
 */
import { acrossLetter, acrossRow, cutsOf, headHeight, placedAcross } from './across-layout.ts'
import type { Point } from './graphviz.ts'
import { type Join, joinKinds, type LayeredChart, type Placed, type Placement, placed, rowHeight } from './layered-layout.ts'
import { colours, drawnMark } from './mark.ts'
import { pictureFile } from './picture-file.ts'
import { type Attributes, coordinate, element, escaped, textWidth } from './svg.ts'

/** Within a page, whose style sheet it uses; so many times its natural size, or as wide as there is room. */
export async function layeredChart(chart: LayeredChart, zoom: number | 'whole'): Promise<string> {
  const { width, height, content } = await drawn(chart)
  return element(
    'svg',
    {
      class: 'gt-layers',
      viewBox: `0 0 ${width} ${height}`,
      width: zoom === 'whole' ? '100%' : Math.round(width * zoom),
      height: zoom === 'whole' ? null : Math.round(height * zoom),
      role: 'group',
      'aria-labelledby': `${chart.id}-title ${chart.id}-desc`,
      'font-size': letter,
      fill: ink,
    },
    element('title', { id: `${chart.id}-title` }, escaped(chart.title)),
    element('desc', { id: `${chart.id}-desc` }, escaped(chart.description)),
    ...content,
  )
}

/** With its title in letters, unless the paper that it is put on has it already. */
export async function layeredChartFile(chart: LayeredChart, isTitled = true): Promise<string> {
  return pictureFile(chart, await drawn(chart), { role: 'group', isTitled })
}

/** One that reads across, cut into pages of that shape, in each of which the columns are named. Where it is narrower than a page is, it stands in the middle. */
export async function layeredChartPages(
  chart: LayeredChart,
  paper: { readonly width: number; readonly height: number },
): Promise<string[]> {
  const { width, height, content } = await drawn(chart)
  const wide = Math.max(width, paper.width)
  const most = (paper.height * wide) / paper.width
  const part = (y: number, from: number, to: number) =>
    element(
      'svg',
      { x: (wide - width) / 2, y, width, height: to - from, viewBox: `0 ${coordinate(from)} ${width} ${coordinate(to - from)}` },
      ...content,
    )
  return cutsOf({ boxes: placedAcross(chart).boxes, height }, most).map(({ from, to }) =>
    pictureFile(
      chart,
      {
        width: wide,
        height: Math.max(most, headHeight + to - from),
        content: [part(0, 0, headHeight - 6), part(headHeight - 6, from, to)],
      },
      { role: 'group', isTitled: false },
    ),
  )
}

const letter = 12
const [ink, grey, edge] = ['#1b2226', '#4b5a62', '#10313b']
const here = '#fff3cf'
const bandFills = ['#e3edf0', '#f3f1e8']

async function drawn(chart: LayeredChart): Promise<{ width: number; height: number; content: string[] }> {
  if (chart.boxes.length === 0) return nothing
  const placement = chart.isAcross ? placedAcross(chart) : await placed(chart)
  const key = drawnKey(chart, placement)
  return {
    width: placement.width,
    height: coordinate(placement.height + key.height),
    content: [
      ...chart.bands.map((band, index) => drawnBand(band, index, placement)),
      ...placement.lines.map(({ points, kind, spoken, end }) => drawnLine(points, kind, spoken, end)),
      ...placement.boxes.map(box => drawnBox(box, chart.bands[box.box.band]?.isApart ?? false, chart.isAcross ? across : down)),
      key.drawn,
    ],
  }
}

/** A file of nothing says so. */
export const nothing = { width: 400, height: 60, content: [element('text', { x: 0, y: 30 }, 'There is nothing to draw')] }

function drawnBand({ isApart }: LayeredChart['bands'][number], index: number, { bands }: Placement): string {
  const band = bands[index]
  if (band === undefined || band.height === 0) return ''
  const { left, top, width, height, label } = band
  return [
    element('rect', {
      x: left,
      y: top,
      width,
      height,
      rx: 4,
      fill: isApart ? '#ffffff' : (bandFills[index % bandFills.length] ?? ''),
      stroke: isApart ? grey : null,
      'stroke-dasharray': isApart ? '2 4' : null,
    }),
    ...label.map((words, line) =>
      element('text', { x: left + 11.5, y: top + 24 + line * 17, 'font-size': 14, 'font-weight': 600, fill: edge }, escaped(words)),
    ),
  ].join('')
}

const strokes: Readonly<Record<Join['kind'], Attributes>> = {
  under: { stroke: edge, 'stroke-width': 1.8 },
  second: { stroke: '#8a3b12', 'stroke-width': 1.8, 'stroke-dasharray': '8 4' },
  link: { stroke: '#3c4a8c', 'stroke-width': 2, 'stroke-dasharray': '0.1 4.5', 'stroke-linecap': 'round' },
}

function drawnLine(points: readonly Point[], kind: Join['kind'], spoken: string, end: 'none' | 'arrow' | 'dots'): string {
  const { stroke } = strokes[kind]
  const [first, last, before] = [points[0], points.at(-1), points.at(-2)]
  const mark = (point: Point | undefined) =>
    point === undefined ? '' : element('circle', { cx: point[0], cy: point[1], r: 3.2, fill: stroke ?? ink })
  const pointed =
    last === undefined || before === undefined || end !== 'arrow'
      ? ''
      : element('path', { d: arrowHead(before, last), fill: stroke ?? ink })
  return [
    element(
      'path',
      { d: rounded(points), fill: 'none', 'stroke-linejoin': 'round', ...strokes[kind] },
      ...(spoken === '' ? [] : [element('title', {}, escaped(spoken))]),
    ),
    end === 'dots' ? mark(first) + mark(last) : pointed,
  ].join('')
}

function arrowHead([x1, y1]: Point, [x, y]: Point): string {
  const [dx, dy] = [Math.sign(Math.round(x - x1)), Math.sign(Math.round(y - y1))]
  const [bx, by] = [x - dx * 8, y - dy * 8]
  return `M${coordinate(x)},${coordinate(y)}L${coordinate(bx - dy * 4.5)},${coordinate(by + dx * 4.5)}L${coordinate(bx + dy * 4.5)},${coordinate(by - dx * 4.5)}Z`
}

/** A line of right angles whose corners are a little round, so that two that cross are not taken for two that turn. */
function rounded(points: readonly Point[]): string {
  const at = ([x, y]: Point) => `${coordinate(x)},${coordinate(y)}`
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before === undefined) return `M${at(point)}`
    if (after === undefined) return `L${at(point)}`
    return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
  })
  return parts.join('')
}

function towards([x, y]: Point, [otherX, otherY]: Point): Point {
  const length = Math.hypot(otherX - x, otherY - y)
  const step = length === 0 ? 0 : Math.min(6, length / 2) / length
  return [x + (otherX - x) * step, y + (otherY - y) * step]
}

/** How high a line of each kind is, how large its letters are, and how far in they begin. */
type Letters = { readonly heights: typeof rowHeight; readonly sizes: typeof rowHeight; readonly inset: number; readonly top: number }
const down: Letters = { heights: rowHeight, sizes: { title: 13, mark: 11.5, note: 12, row: 11.5 }, inset: 10, top: 8 }
const same = (value: number) => ({ title: value, mark: value, note: value, row: value })
const across: Letters = { heights: same(acrossRow), sizes: same(acrossLetter), inset: 6, top: 6 }

function drawnBox({ box, x, y, width, height, lines }: Placed, isApart: boolean, { heights, sizes, inset, top }: Letters): string {
  let row = y + top
  const written = lines.map(({ words, role }, index) => {
    const size = heights[role]
    const mark = role === 'mark' ? box.mark : undefined
    const text = element(
      'text',
      {
        x: x + inset + (mark === undefined ? 0 : 17),
        y: row + size - 4,
        'font-size': sizes[role],
        'font-weight': role === 'title' || role === 'mark' ? 600 : null,
        fill: mark !== undefined ? colours[mark.mark].ink : role === 'title' ? ink : grey,
      },
      escaped(words),
    )
    const isFirst = lines[index - 1]?.role !== role
    const shape =
      mark === undefined || !isFirst ? '' : drawnMark(mark.mark, { x: x + inset + 7, y: row + size - 8, radius: 6, hollow: false })
    row += size
    return shape + text
  })
  const frame = element('rect', {
    class: 'gt-layers__frame',
    x,
    y,
    width,
    height,
    rx: isApart ? 14 : 3,
    fill: box.isHere ? here : '#ffffff',
    stroke: edge,
    'stroke-width': box.isHere ? 3 : box.isQuiet || isApart ? 1 : 1.6,
    'stroke-dasharray': box.isQuiet ? '3 3' : null,
  })
  if (box.href === null) return element('g', {}, element('title', {}, escaped(box.spoken)), frame, ...written)
  return element('a', { href: box.href, class: 'gt-layers__box', 'aria-label': box.spoken }, frame, ...written)
}

/** Only what is in this picture. */
function drawnKey({ boxes, joins, words, bands }: LayeredChart, { width, height }: Placement): { drawn: string; height: number } {
  const isUnder = boxes.some(({ under }) => under !== null) || joins.some(({ kind }) => kind === 'under')
  const kinds = [...(isUnder ? (['under'] as const) : []), ...joinKinds.filter(kind => joins.some(join => join.kind === kind))]
  const quiet = boxes.some(({ isQuiet }) => isQuiet)
  const outside = boxes.some(({ band }) => bands[band]?.isApart)
  const samples = [
    ...kinds.map(kind => ({
      words: words[kind],
      sample: (x: number, y: number) =>
        drawnLine(
          [
            [x, y],
            [x + 34, y],
          ],
          kind,
          '',
          kind === 'link' ? 'dots' : kind === 'second' ? 'arrow' : 'none',
        ),
    })),
    ...(outside ? [{ words: 'Outside the partnership', sample: boxSample(10, null) }] : []),
    ...(quiet ? [{ words: words.quiet, sample: boxSample(3, '3 3') }] : []),
  ]
  let [x, y] = [4, height + 24]
  const parts = samples.map(({ words, sample }) => {
    const room = 44 + textWidth(words, letter) + 26
    if (x > 4 && x + room > width) [x, y] = [4, y + 24]
    const part = sample(x, y) + element('text', { x: x + 44, y: y + 4 }, escaped(words))
    x += room
    return part
  })
  return { drawn: element('g', {}, ...parts), height: samples.length === 0 ? 0 : y + 16 - height }
}

const boxSample = (radius: number, dashes: string | null) => (x: number, y: number) =>
  element('rect', {
    x,
    y: y - 10,
    width: 34,
    height: 20,
    rx: radius,
    fill: '#ffffff',
    stroke: edge,
    'stroke-width': 1.2,
    'stroke-dasharray': dashes,
  })
