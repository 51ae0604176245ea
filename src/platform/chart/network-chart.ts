/** What is bound to what, and how strongly: boxes that are placed so that what is bound lies near, with lines that are thicker, and say so in figures, the stronger the bond. */
import { type Graph, laidOut, type Point, perInch } from './graphviz.ts'
import { nothing } from './layered-chart.ts'
import { pictureFile, wrapped } from './picture-file.ts'
import { coordinate, element, escaped } from './svg.ts'

export type NetworkChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly nodes: readonly {
    readonly id: string
    readonly title: string
    readonly note: string
    readonly href: string
    readonly spoken: string
    /** Drawn apart in its place in a list of looks, which the key names. */
    readonly look: number
  }[]
  readonly bonds: readonly {
    readonly from: string
    readonly to: string
    readonly count: number
    readonly isWeak: boolean
    readonly spoken: string
  }[]
  readonly words: { readonly bond: string; readonly weak: string; readonly looks: readonly string[] }
}

const [boxWidth, letter] = [150, 12]
const [ink, grey, edge, weakInk] = ['#1b2226', '#4b5a62', '#10313b', '#8a3b12']
const looks = [
  { fill: '#cfe0e5', width: 2.2 },
  { fill: '#eef4f6', width: 1.6 },
  { fill: '#ffffff', width: 1.1 },
]

export async function networkChart(chart: NetworkChart): Promise<string> {
  const { width, height, content } = await drawn(chart)
  return element(
    'svg',
    {
      class: 'gt-layers',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
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

export const networkChartFile = async (chart: NetworkChart): Promise<string> => pictureFile(chart, await drawn(chart), { role: 'group' })

async function drawn(chart: NetworkChart): Promise<{ width: number; height: number; content: string[] }> {
  if (chart.nodes.length === 0) return nothing
  const sized = chart.nodes.map(node => {
    const title = wrapped(node.title, boxWidth - 12, 12.5)
    return { ...node, lines: title, height: title.length * 15 + (node.note === '' ? 0 : 14) + 14 }
  })
  const isBound = new Set(chart.bonds.flatMap(({ from, to }) => [from, to]))
  const bound = sized.filter(({ id }) => isBound.has(id))
  const laid = await laidOut(graphOf(bound, chart.bonds), 'neato')
  const drawnBound = bound.map(node => ({ node, ...middleOf(laid.nodes.get(node.id)) }))
  const ways = [...laid.edges.values()].flat()
  const margin = 16
  const left = Math.min(0, ...drawnBound.map(({ x }) => x - boxWidth / 2), ...ways.map(([x]) => x)) - margin
  const top = Math.min(0, ...drawnBound.map(({ y, node }) => y - node.height / 2), ...ways.map(([, y]) => y)) - margin
  const right = Math.max(left + 600, ...drawnBound.map(({ x }) => x + boxWidth / 2 + margin), ...ways.map(([x]) => x + margin))
  const lowest = Math.max(0, ...drawnBound.map(({ y, node }) => y + node.height / 2), ...ways.map(([, y]) => y)) + margin
  const apart = inRows(
    sized.filter(({ id }) => !isBound.has(id)),
    { left: left + margin, right: right - margin, top: lowest },
  )
  const bottom = Math.max(lowest, ...apart.map(({ y, node }) => y + node.height / 2 + margin))
  const bonds = chart.bonds.flatMap((bond, index) => {
    const way = laid.edges.get(`bond ${index}`)
    return way === undefined ? [] : [{ ...bond, way }]
  })
  const key = drawnKey(chart, bottom - top + 14)
  return {
    width: coordinate(right - left),
    height: coordinate(bottom - top + 14 + key.height),
    content: [
      element(
        'g',
        { transform: `translate(${coordinate(-left)},${coordinate(-top)})` },
        ...bonds.map(({ way, count, isWeak, spoken }) =>
          element(
            'path',
            {
              d: `M${way.map((point, index) => `${index === 1 ? 'C' : ''}${point.map(coordinate).join(',')}`).join(' ')}`,
              fill: 'none',
              stroke: isWeak ? weakInk : grey,
              'stroke-width': Math.min(1 + count, 9),
              'stroke-dasharray': isWeak ? '7 4' : null,
            },
            element('title', {}, escaped(spoken)),
          ),
        ),
        ...[...drawnBound, ...apart].map(({ x, y, node }) => drawnNode(node, x, y)),
        ...bonds.map(({ way, count, isWeak }) => {
          const [x, y] = middle(way)
          return (
            element('circle', { cx: x, cy: y, r: 9.5, fill: '#ffffff', stroke: isWeak ? weakInk : grey, 'stroke-width': 1.2 }) +
            element('text', { x, y: y + 4.2, 'text-anchor': 'middle', 'font-weight': 600 }, String(count))
          )
        }),
      ),
      key.drawn,
    ],
  }
}

type Sized = NetworkChart['nodes'][number] & { readonly lines: readonly string[]; readonly height: number }

/** In the middle of a line. */
function middle(way: readonly Point[]): Point {
  const curves = Math.floor((way.length - 1) / 3)
  const start = curves % 2 === 1 ? ((curves - 1) / 2) * 3 : (curves / 2) * 3
  const [a, b, c, d] = way.slice(start, start + 4)
  if (a === undefined) return [0, 0]
  if (curves % 2 === 0 || b === undefined || c === undefined || d === undefined) return a
  return [(a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8]
}

/** What is bound to nothing stands below the rest, side by side. */
function inRows(nodes: readonly Sized[], { left, right, top }: { left: number; right: number; top: number }) {
  const across = Math.max(1, Math.floor((right - left + 20) / (boxWidth + 20)))
  const height = Math.max(0, ...nodes.map(node => node.height)) + 18
  return nodes.map((node, index) => ({
    node,
    x: left + boxWidth / 2 + (index % across) * (boxWidth + 20),
    y: top + 20 + height / 2 + Math.floor(index / across) * height,
  }))
}

const middleOf = ([x, y]: Point = [0, 0]) => ({ x, y })

/** Curves go round all boxes but their own, and always from the same start, so that the same network looks the same. */
function graphOf(nodes: readonly Sized[], bonds: NetworkChart['bonds']): Graph {
  return {
    directed: false,
    graphAttributes: {
      overlap: 'prism',
      sep: '+24',
      mode: 'major',
      model: 'shortpath',
      start: 'rand1',
      splines: 'true',
      esep: '+10',
      pack: '24',
      packmode: 'node',
    },
    nodes: nodes.map(({ id, height }) => ({
      name: id,
      attributes: { width: boxWidth / perInch, height: height / perInch, fixedsize: true, shape: 'box', label: '' },
    })),
    edges: bonds.map(({ from, to, count }, index) => ({
      tail: from,
      head: to,
      attributes: { id: `bond ${index}`, len: 2.6 - Math.min(count, 5) * 0.1, weight: count },
    })),
  }
}

function drawnNode({ lines, note, look, height, href, spoken }: Sized, x: number, y: number): string {
  const { fill, width } = looks[look] ?? { fill: '#ffffff', width: 1 }
  const [left, top] = [x - boxWidth / 2, y - height / 2]
  return element(
    'a',
    { href, class: 'gt-layers__box', 'aria-label': spoken },
    element('rect', {
      class: 'gt-layers__frame',
      x: left,
      y: top,
      width: boxWidth,
      height,
      rx: 3,
      fill,
      stroke: edge,
      'stroke-width': width,
    }),
    ...lines.map((words, index) =>
      element('text', { x, y: top + 18 + index * 15, 'text-anchor': 'middle', 'font-size': 12.5, 'font-weight': 600 }, escaped(words)),
    ),
    note === ''
      ? ''
      : element('text', { x, y: top + 18 + lines.length * 15, 'text-anchor': 'middle', 'font-size': 11, fill: grey }, escaped(note)),
  )
}

function drawnKey({ words, nodes, bonds }: NetworkChart, top: number): { drawn: string; height: number } {
  const line = (y: number, isWeak: boolean) =>
    element('line', {
      x1: 8,
      x2: 42,
      y1: y,
      y2: y,
      stroke: isWeak ? weakInk : grey,
      'stroke-width': 3,
      'stroke-dasharray': isWeak ? '7 4' : null,
    })
  const box = (look: number) => (y: number) =>
    element('rect', {
      x: 8,
      y: y - 9,
      width: 34,
      height: 18,
      rx: 3,
      fill: looks[look]?.fill ?? '',
      stroke: edge,
      'stroke-width': looks[look]?.width ?? 1,
    })
  const rows = [
    ...(bonds.some(({ isWeak }) => !isWeak) ? [{ words: words.bond, sample: (y: number) => line(y, false) }] : []),
    ...(bonds.some(({ isWeak }) => isWeak) ? [{ words: words.weak, sample: (y: number) => line(y, true) }] : []),
    ...words.looks.flatMap((each, look) => (nodes.some(node => node.look === look) ? [{ words: each, sample: box(look) }] : [])),
  ]
  const drawn = rows.map(({ words: each, sample }, index) => {
    const y = top + 12 + index * 23
    return sample(y) + element('text', { x: 52, y: y + 4 }, escaped(each))
  })
  return { drawn: drawn.join(''), height: rows.length * 23 + 8 }
}
