/** Several small charts in one picture, to take away: three beside each other, each below its name. */
import { type LineChart, lineChart } from './line-chart.ts'
import { pictureFile } from './picture-file.ts'
import { element, escaped } from './svg.ts'

export type Multiples = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly charts: readonly { readonly name: string; readonly chart: LineChart }[]
}

const [across, columnWidth, rowHeight] = [3, 320, 250]

export function multiplesFile({ charts, ...about }: Multiples): string {
  const content = charts.map(({ name, chart }, index) => {
    const [x, y] = [(index % across) * columnWidth, Math.floor(index / across) * rowHeight]
    const heading = element('text', { x: 0, y: 14, 'font-weight': 600 }, escaped(name))
    return element('g', { transform: `translate(${x},${y})` }, heading, element('g', { transform: 'translate(0,22)' }, lineChart(chart)))
  })
  return pictureFile(about, {
    width: Math.min(charts.length, across) * columnWidth,
    height: Math.ceil(charts.length / across) * rowHeight,
    content,
  })
}
