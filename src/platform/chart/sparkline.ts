/**
 * A line no larger than a word: where an indicator has been, for a cell of a table that says the rest.
 * Values at an even distance; null leaves a gap.
 */
import { drawnMark, type Mark } from './mark.ts'
import { coordinate, element } from './svg.ts'

export type Sparkline = {
  readonly values: readonly (number | null)[]
  readonly target?: number | null
  /** Of the last value held. */
  readonly mark?: Mark
  readonly provisional?: boolean
  /** What it shows, where nothing beside it says so; without it, it is hidden from those who cannot see it. */
  readonly title?: string
  readonly width?: number
  readonly height?: number
}

export function sparkline({ values, target = null, mark = 'dot', provisional = false, title, width = 96, height = 24 }: Sparkline): string {
  const held = values.flatMap((value, index) => (value === null || !Number.isFinite(value) ? [] : [{ value, index }]))
  const numbers = [...held.map(({ value }) => value), ...(target === null ? [] : [target])]
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const edge = 6
  const step = (width - edge - 3) / Math.max(1, values.length - 1)
  const x = (index: number) => coordinate(values.length === 1 ? width / 2 : 3 + index * step)
  const y = (value: number) => coordinate(least < most ? edge + ((most - value) / (most - least)) * (height - 2 * edge) : height / 2)
  const last = held.at(-1)
  const path = pathThrough(values.map((value, index) => (value === null || !Number.isFinite(value) ? null : `${x(index)},${y(value)}`)))

  return element(
    'svg',
    {
      class: 'gt-sparkline',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      focusable: 'false',
      'aria-hidden': title === undefined ? 'true' : null,
      role: title === undefined ? null : 'img',
      'aria-label': title ?? null,
    },
    target === null
      ? ''
      : element('line', { x1: 0, x2: width, y1: y(target), y2: y(target), stroke: '#6f777b', 'stroke-dasharray': '3 2' }),
    path === ''
      ? ''
      : element('path', {
          d: path,
          fill: 'none',
          stroke: '#383f43',
          'stroke-width': 1.5,
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
        }),
    last === undefined ? '' : drawnMark(mark, { x: x(last.index), y: y(last.value), radius: 4.8, hollow: provisional }),
  )
}

/** Broken at each gap; a point that stands alone is closed, so that its round ends show. A scorecard has hundreds, so no d3 here: it took a quarter of all that a page makes. */
function pathThrough(points: readonly (string | null)[]): string {
  let path = ''
  let length = 0
  for (const point of [...points, null]) {
    if (point === null) {
      if (length === 1) path += 'Z'
      length = 0
    } else {
      path += `${length === 0 ? 'M' : 'L'}${point}`
      length += 1
    }
  }
  return path
}
