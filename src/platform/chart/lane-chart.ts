/** What happens in each of several columns (months), one lane below the other (groups): a mark for each kind, whose shape says which kind and whose fill how it stands. */
import { pictureFile } from './picture-file.ts'
import { coordinate, element, escaped, textWidth } from './svg.ts'

export type LaneShape = 'square' | 'circle' | 'diamond' | 'triangle'
export type LaneFill = 'full' | 'hollow' | 'late'
/** What one lane has in one column: a link as large as there is room, so that a finger finds it. */
export type LaneCell = {
  readonly column: number
  readonly spoken: string
  readonly href: string
  readonly marks: readonly { readonly shape: LaneShape; readonly fill: LaneFill; readonly count: number }[]
}
export type LaneChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly columns: readonly string[]
  readonly lanes: readonly { readonly name: string; readonly cells: readonly LaneCell[] }[]
  /** In the order in which they stand side by side. */
  readonly shapes: readonly { readonly shape: LaneShape; readonly words: string }[]
  readonly fills: readonly { readonly fill: LaneFill; readonly words: string }[]
  /** How far into the columns today is; null where it is in none. */
  readonly now: number | null
}

const letter = 12
const [left, column, row, top] = [196, 68, 44, 34]
const [ink, grey, faint, teal, red] = ['#1b2226', '#505a5f', '#e3e6e8', '#0f5f6b', '#a3240c']

/** Within a page. */
export function laneChart(chart: LaneChart): string {
  const { width, height, content } = drawn(chart)
  const { id, title, description } = chart
  return element(
    'svg',
    {
      class: 'gt-lanes',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'group',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'Arial, Helvetica, sans-serif',
      'font-size': letter,
      fill: ink,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    ...content,
  )
}

/** To take away, with its title. */
export const laneChartFile = (chart: LaneChart): string => pictureFile(chart, drawn(chart), { role: 'group' })

function drawn({ columns, lanes, shapes, fills, now }: LaneChart) {
  const width = left + columns.length * column
  const bottom = top + lanes.length * row
  const turns = new Map(shapes.map(({ shape }, at) => [shape, at]))
  const key = drawnKey(shapes, fills, bottom + 26)
  return {
    width,
    height: bottom + 44,
    content: [
      ...lanes.map((_, at) => element('rect', { x: 0, y: top + at * row, width, height: row, fill: at % 2 === 0 ? '#f5f6f4' : '#ffffff' })),
      ...columns.map(
        (name, at) =>
          element('line', { x1: left + at * column, x2: left + at * column, y1: top - 8, y2: bottom, stroke: faint }) +
          element('text', { x: left + at * column + column / 2, y: top - 14, 'text-anchor': 'middle', fill: grey }, escaped(name)),
      ),
      ...lanes.map(({ name }, at) => laneName(name, top + at * row)),
      ...(now === null
        ? []
        : [
            element('line', {
              x1: left + now * column,
              x2: left + now * column,
              y1: top - 8,
              y2: bottom,
              stroke: red,
              'stroke-width': 1.5,
              'stroke-dasharray': '4 3',
            }),
            element('text', { x: left + now * column, y: 10, 'text-anchor': 'middle', fill: red, 'font-weight': 600 }, 'Today'),
          ]),
      ...lanes.flatMap(({ cells }, at) => cells.map(cell => cellAt(cell, top + at * row, turns))),
      key,
    ],
  }
}

function cellAt({ column: at, spoken, href, marks }: LaneCell, y: number, turns: ReadonlyMap<LaneShape, number>): string {
  const room = column / Math.max(turns.size, 1)
  return element(
    'a',
    { href, class: 'gt-lanes__cell', 'aria-label': spoken },
    element('title', {}, escaped(spoken)),
    element('rect', {
      class: 'gt-lanes__frame',
      x: left + at * column + 1,
      y: y + 1,
      width: column - 2,
      height: row - 2,
      fill: 'transparent',
    }),
    ...marks.map(({ shape, fill, count }) => {
      const x = left + at * column + (turns.get(shape) ?? 0) * room + room / 2
      const number = { x, y: y + 37, 'text-anchor': 'middle', 'font-size': 11, fill: fill === 'late' ? red : grey }
      return shapeAt(shape, fill, x, y + 16) + (count > 1 ? element('text', number, String(count)) : '')
    }),
  )
}

/** On two lines where it is long. */
function laneName(name: string, y: number): string {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && textWidth(longer, letter) < left - 14) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const shown = lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`]
  const first = y + row / 2 + 4 - ((shown.length - 1) * 13) / 2
  return shown.map((words, at) => element('text', { x: 6, y: coordinate(first + at * 13), 'font-weight': 600 }, escaped(words))).join('')
}

function shapeAt(shape: LaneShape, fill: LaneFill, x: number, y: number): string {
  const look = {
    fill: fill === 'full' ? teal : '#ffffff',
    stroke: fill === 'late' ? red : teal,
    'stroke-width': fill === 'late' ? 2.6 : 1.6,
  }
  const at = (dx: number, dy: number) => `${coordinate(x + dx)},${coordinate(y + dy)}`
  const outline = {
    square: () => element('rect', { x: x - 5.5, y: y - 5.5, width: 11, height: 11, ...look }),
    circle: () => element('circle', { cx: x, cy: y, r: 6, ...look }),
    diamond: () => element('path', { d: `M${at(0, -7)}L${at(7, 0)}L${at(0, 7)}L${at(-7, 0)}Z`, ...look }),
    triangle: () => element('path', { d: `M${at(0, -7)}L${at(7, 5.5)}L${at(-7, 5.5)}Z`, ...look }),
  }[shape]()
  // What is late is not told by its colour alone.
  return fill === 'late'
    ? outline +
        element('path', { d: `M${at(-2.5, -2.5)}L${at(2.5, 2.5)}M${at(2.5, -2.5)}L${at(-2.5, 2.5)}`, stroke: red, 'stroke-width': 1.6 })
    : outline
}

function drawnKey(shapes: LaneChart['shapes'], fills: LaneChart['fills'], y: number): string {
  let x = 10
  return [
    ...shapes.map(({ shape, words }) => ({ shape, fill: 'full' as const, words })),
    ...fills.map(({ fill, words }) => ({ shape: 'circle' as const, fill, words })),
  ]
    .map(({ shape, fill, words }, at) => {
      if (at === shapes.length) x += 24
      const part = shapeAt(shape, fill, x, y - 4) + element('text', { x: x + 13, y }, escaped(words))
      x += 13 + textWidth(words, letter) + 26
      return part
    })
    .join('')
}
