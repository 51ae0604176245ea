/** Charts: pictures as SVG text, made by the server, the same on every machine. Values come as floats because a picture may use them. */

export { type LaneChart, laneChart, laneChartFile } from './lane-chart.ts'
export { layeredChart, layeredChartFile, layeredChartPages } from './layered-chart.ts'
export type { LayeredChart } from './layered-layout.ts'
export {
  type LineChart,
  lineChart,
  lineChartFile,
  lineChartOfEitherWidth,
  type Point,
  type Series,
  type TargetStep,
  type Zone,
} from './line-chart.ts'
export { type Mark, markIcon, marks } from './mark.ts'
export { multiplesFile } from './multiples.ts'
export { type NetworkChart, networkChart, networkChartFile } from './network-chart.ts'
export { pngOf } from './png.ts'
export { type RankChart, rankChartFile, rankChartOfEitherWidth } from './rank-chart.ts'
export { type AssuranceIcon, assuranceIcon, type VariationIcon, variationIcon } from './ring.ts'
export { type Sparkline, sparkline } from './sparkline.ts'
export { type TimelineChart, timelineChart, timelineChartFile } from './timeline-chart.ts'
