/** What is bound to what, and how strongly: boxes that are placed so that what is bound lies near, with lines that are thicker, and say so in figures, the stronger the bond. */
import { type Graph, instance, type Viz } from '@viz-js/viz'
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

export const networkChartFile = async (chart: NetworkChart): Promise<string> => pictureFile(chart, await drawn(chart), 'group')

let loaded: Promise<Viz> | null = null

async function drawn(chart: NetworkChart): Promise<{ width: number; height: number; content: string[] }> {
  if (chart.nodes.length === 0) return nothing
  loaded ??= instance()
  const sized = chart.nodes.map(node => {
    const title = wrapped(node.title, boxWidth - 12, 12.5)
    return { ...node, lines: title, height: title.length * 15 + (node.note === '' ? 0 : 14) + 14 }
  })
  const places = placesOf(sized, chart.bonds, await loaded)
  const margin = 16
  const at = new Map(sized.map(node => [node.id, { node, ...(places.at.get(node.id) ?? { x: 0, y: 0 }) }]))
  const left = Math.min(...[...at.values()].map(({ x }) => x - boxWidth / 2)) - margin
  const top = Math.min(...[...at.values()].map(({ y, node }) => y - node.height / 2)) - margin
  const right = Math.max(...[...at.values()].map(({ x }) => x + boxWidth / 2)) + margin
  const bottom = Math.max(...[...at.values()].map(({ y, node }) => y + node.height / 2)) + margin
  const bonds = chart.bonds.flatMap((bond, index) => {
    const way = places.ways.get(`bond ${index}`)
    return way === undefined ? [] : [{ ...bond, way }]
  })
  const key = drawnKey(chart, bottom - top + 14)
  return {
    width: Math.max(coordinate(right - left), 420),
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
        ...[...at.values()].map(({ x, y, node }) => drawnNode(node, x, y)),
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
type Point = readonly [number, number]

/** In the middle of a line. */
function middle(way: readonly Point[]): Point {
  const curves = Math.floor((way.length - 1) / 3)
  const start = curves % 2 === 1 ? ((curves - 1) / 2) * 3 : (curves / 2) * 3
  const [a, b, c, d] = way.slice(start, start + 4)
  if (a === undefined) return [0, 0]
  if (curves % 2 === 0 || b === undefined || c === undefined || d === undefined) return a
  return [(a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8]
}

function placesOf(nodes: readonly Sized[], bonds: NetworkChart['bonds'], viz: Viz) {
  const graph: Graph = {
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
      attributes: { width: boxWidth / 72, height: height / 72, fixedsize: true, shape: 'box', label: '' },
    })),
    edges: bonds.map(({ from, to, count }, index) => ({
      tail: from,
      head: to,
      attributes: { id: `bond ${index}`, len: 3.4 - Math.min(count, 5) * 0.2, weight: count },
    })),
  }
  const answer = viz.renderJSON(graph, { engine: 'neato', yInvert: true })
  return {
    at: new Map(
      named(answer, 'objects').flatMap(({ name, points: [at] }) => (at === undefined ? [] : [[name, { x: at[0], y: at[1] }] as const])),
    ),
    // Graphviz keeps their order, and their number is what we called them.
    ways: new Map(named(answer, 'edges').map(({ name, points }) => [name, points] as const)),
  }
}

/** What Graphviz says of nodes, or of edges: a place, or the curve that goes round all boxes but its own. */
function named(answer: object, what: 'objects' | 'edges'): { name: string; points: Point[] }[] {
  const all: unknown = Reflect.get(answer, what)
  return (Array.isArray(all) ? all : []).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('pos' in each)) return []
    const name = 'id' in each ? String(each.id) : 'name' in each ? String(each.name) : ''
    const points = String(each.pos)
      .split(' ')
      .map((pair): Point => {
        const [x = 0, y = 0] = pair.split(',').map(Number)
        return [x, y]
      })
    return [{ name, points }]
  })
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
