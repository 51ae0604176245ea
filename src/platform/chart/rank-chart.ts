/** Values side by side, in the order in which they are given, with the one that it is about picked out and the median across them. */
import { valueAxis } from './axis.ts'
import { type Picture, pictureFile } from './picture-file.ts'
import { coordinate, element, escaped, textWidth } from './svg.ts'

export type RankChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly decimals: number
  readonly unit: { readonly prefix: string; readonly suffix: string }
  readonly bars: readonly { readonly name: string; readonly value: number; readonly shown: string; readonly isOwn: boolean }[]
  readonly median: { readonly value: number; readonly shown: string }
}

const letter = 12
const [ink, other, grey, faint] = ['#0f5f6b', '#a9b6ba', '#505a5f', '#e3e6e8']

/** The same picture for a desk and for a telephone; the style sheet shows one of them. */
export const rankChartOfEitherWidth = (chart: RankChart): string =>
  element('div', { class: 'gt-chart__wide' }, rankChart({ ...chart, id: `${chart.id}-wide` }, 640)) +
  element('div', { class: 'gt-chart__narrow' }, rankChart({ ...chart, id: `${chart.id}-narrow` }, 320))

/** To take away, with its title. */
export const rankChartFile = (chart: RankChart): string => pictureFile(chart, drawing(chart, 640))

function rankChart(chart: RankChart, width: number): string {
  const { id, title, description } = chart
  const { height, content } = drawing(chart, width)
  return element(
    'svg',
    {
      class: 'gt-chart__picture',
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'Arial, Helvetica, sans-serif',
      'font-size': letter,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    ...content,
  )
}

function drawing({ decimals, unit, bars, median }: RankChart, width: number): Picture {
  const [top, bottom, height] = [10, 190, 214]
  const axis = valueAxis([0, ...bars.map(({ value }) => value), median.value], [bottom, top], decimals, unit)
  const left = Math.ceil(8 + Math.max(...axis.ticks.map(({ label }) => textWidth(label, letter)), 0))
  const room = (width - left) / Math.max(bars.length, 1)
  const zero = axis.scale(0)
  const drawn = bars.map(({ name, value, shown, isOwn }, index) => {
    const y = axis.scale(value)
    return element(
      'rect',
      {
        x: left + index * room + room * 0.12,
        y: Math.min(y, zero),
        width: Math.min(room * 0.76, 60),
        height: Math.max(1, Math.abs(zero - y)),
        fill: isOwn ? ink : other,
        stroke: grey,
        'stroke-width': room > 6 ? 0.8 : 0,
      },
      element('title', {}, escaped(`${name}: ${shown}`)),
    )
  })
  const own = bars.find(({ isOwn }) => isOwn)
  const middle = axis.scale(median.value)
  const content = [
    ...axis.ticks.map(
      ({ at, label }) =>
        element('line', { x1: left, x2: width, y1: at, y2: at, stroke: faint }) +
        element('text', { x: left - 6, y: coordinate(at) + 4, 'text-anchor': 'end', fill: grey }, escaped(label)),
    ),
    ...drawn,
    element('line', { x1: left, x2: width, y1: middle, y2: middle, stroke: '#1b2226', 'stroke-width': 1.6, 'stroke-dasharray': '7 3' }),
    element('line', { x1: 0, x2: 18, y1: 206, y2: 206, stroke: '#1b2226', 'stroke-width': 1.6, 'stroke-dasharray': '7 3' }),
    element('text', { x: 24, y: 210, fill: grey }, escaped(`median ${median.shown}`)),
    ...(own === undefined
      ? []
      : [
          element('rect', { x: 150, y: 199, width: 12, height: 12, fill: ink }),
          element('text', { x: 168, y: 210, fill: grey }, escaped(own.name)),
        ]),
  ]
  return { width, height, content }
}
