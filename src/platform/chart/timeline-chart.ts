/**
 * What happens when, month by month: a bar from the day on which a thing begins to the day on which it was to end, and beside it what is expected and what
 * happened. Each kind of day has its own shape, so that no colour has to be seen.
 */
import { addMonths, type Day, daysBetween, monthName, monthOf, yearOf } from '../../kernel/day.ts'
import { pictureFile } from './picture-file.ts'
import { coordinate, element, escaped, textWidth } from './svg.ts'

export const dayKinds = ['planned', 'expected', 'actual'] as const
export type DayKind = (typeof dayKinds)[number]

export type TimelineChart = {
  readonly id: string
  readonly title: string
  readonly description: string
  /** The first of a month. */
  readonly from: Day
  readonly months: number
  readonly today: Day
  /** Without a title: rows that stand under none. */
  readonly groups: readonly { readonly title: string; readonly rows: readonly TimelineRow[] }[]
  readonly words: Readonly<Record<DayKind | 'bar' | 'step' | 'today' | 'nothing', string>>
}
export type TimelineRow = {
  readonly name: string
  readonly text: string
  /** How far it is from its plan, in so few letters that they stand beside it: 12 days late. */
  readonly note: string
  readonly isLate: boolean
  readonly bar: { readonly from: Day | null; readonly to: Day | null }
  readonly days: readonly MarkedDay[]
  /** On the way to it. */
  readonly steps: readonly MarkedDay[]
}
export type MarkedDay = { readonly kind: DayKind; readonly on: Day; readonly spoken: string }

const [labelWidth, noteWidth, rowHeight, groupHeight, headHeight] = [264, 148, 38, 26, 40]
const [ink, grey, line, barInk, lateInk, todayInk] = ['#1b2226', '#4b5a62', '#c9d3d7', '#1d5a6b', '#8a3b12', '#b3261e']

/** On a page. */
export function timelineChart(chart: TimelineChart): string {
  const { width, height, content } = drawn(chart)
  return element(
    'svg',
    {
      class: 'gt-timeline__picture',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${chart.id}-title ${chart.id}-desc`,
      'font-size': 12,
      fill: ink,
    },
    element('title', { id: `${chart.id}-title` }, escaped(chart.title)),
    element('desc', { id: `${chart.id}-desc` }, escaped(chart.description)),
    ...content,
  )
}

export const timelineChartFile = (chart: TimelineChart): string => pictureFile(chart, drawn(chart))

function drawn(chart: TimelineChart): { readonly width: number; readonly height: number; readonly content: string[] } {
  const monthWidth = Math.max(30, Math.min(62, 736 / chart.months))
  const left = labelWidth + noteWidth
  const width = left + monthWidth * chart.months + 12
  const to = addMonths(chart.from, chart.months)
  const days = daysBetween(chart.from, to)
  const at = (on: Day) => left + (Math.min(days, Math.max(0, daysBetween(chart.from, on))) * monthWidth * chart.months) / days
  const content: string[] = []
  let y = headHeight
  for (const { title, rows } of chart.groups) {
    if (title !== '') {
      content.push(
        element('rect', { x: 0, y, width, height: groupHeight, fill: '#eef4f6' }),
        element('text', { x: 6, y: y + 17, 'font-weight': 600 }, escaped(fitted(title, width - 12, 12.5))),
      )
      y += groupHeight
    }
    for (const row of rows) {
      content.push(...drawnRow(row, y, width, at, chart.words.nothing))
      y += rowHeight
    }
  }
  const key = drawnKey(chart.words, y + 12)
  return {
    width: coordinate(width),
    height: coordinate(y + 12 + key.height),
    content: [...months(chart, left, monthWidth, y), ...content, ...todayLine(chart, at, to, y), ...key.content],
  }
}

function months({ from, months: count }: TimelineChart, left: number, width: number, bottom: number): string[] {
  return Array.from({ length: count + 1 }, (_, index) => index).flatMap(index => {
    const month = addMonths(from, index)
    const x = left + index * width
    const rule = element('line', { x1: x, x2: x, y1: 22, y2: bottom, stroke: line, 'stroke-width': monthOf(month) === 1 ? 1.6 : 0.8 })
    if (index === count) return [rule]
    const hasYear = index === 0 || monthOf(month) === 1
    return [
      rule,
      element('text', { x: x + 3, y: 34, fill: grey, 'font-size': 11 }, monthName(monthOf(month)).slice(0, 3)),
      ...(hasYear ? [element('text', { x: x + 3, y: 18, 'font-weight': 600, 'font-size': 11 }, String(yearOf(month)))] : []),
    ]
  })
}

function drawnRow(row: TimelineRow, y: number, width: number, at: (on: Day) => number, nothing: string): string[] {
  const { bar, days, steps } = row
  const end = bar.to ?? bar.from
  const middle = y + 13
  const low = y + 28
  const later = days.find(({ kind }) => kind === 'actual') ?? days.find(({ kind }) => kind === 'expected')
  return [
    element('line', { x1: 0, x2: width, y1: y, y2: y, stroke: line, 'stroke-width': 0.8 }),
    element('text', { x: 6, y: y + 15, 'font-weight': 600, 'font-size': 11.5 }, escaped(fitted(row.name, labelWidth - 12, 11.5))),
    element('text', { x: 6, y: y + 30, 'font-size': 11 }, escaped(fitted(row.text, labelWidth - 12, 11))),
    element(
      'text',
      { x: labelWidth, y: y + 15, 'font-size': 11, fill: row.isLate ? lateInk : grey, 'font-weight': row.isLate ? 600 : null },
      escaped(fitted(row.note, noteWidth - 4, 11)),
    ),
    ...(bar.from !== null && bar.to !== null
      ? [
          element('rect', {
            x: at(bar.from),
            y: middle - 4,
            width: Math.max(2, at(bar.to) - at(bar.from)),
            height: 8,
            fill: '#cfe0e5',
            stroke: barInk,
            'stroke-width': 1,
          }),
        ]
      : []),
    // How far what is expected, or what happened, lies from the plan.
    ...(later !== undefined && end !== null
      ? [
          element('line', {
            x1: at(end),
            x2: at(later.on),
            y1: middle,
            y2: middle,
            stroke: row.isLate ? lateInk : barInk,
            'stroke-width': 1.6,
            'stroke-dasharray': '4 3',
          }),
        ]
      : []),
    ...days.map(each => shape(each, at(each.on), middle, 6)),
    ...steps.map(each => shape(each, at(each.on), low, 5)),
    ...(days.length === 0 && steps.length === 0 && bar.from === null
      ? [element('text', { x: labelWidth + noteWidth + 4, y: y + 17, 'font-size': 11, fill: grey }, escaped(nothing))]
      : []),
  ]
}

/** A hollow diamond is planned, a hollow triangle expected, a full disc happened. */
function shape({ kind, spoken }: Pick<MarkedDay, 'kind' | 'spoken'>, x: number, y: number, r: number): string {
  const [cx, cy] = [coordinate(x), coordinate(y)]
  const told = spoken === '' ? [] : [element('title', {}, escaped(spoken))]
  if (kind === 'actual') return element('circle', { cx, cy, r: r - 0.5, fill: barInk, stroke: '#ffffff', 'stroke-width': 1 }, ...told)
  const points =
    kind === 'planned'
      ? [
          [0, -r],
          [r, 0],
          [0, r],
          [-r, 0],
        ]
      : [
          [0, -r],
          [r, r * 0.8],
          [-r, r * 0.8],
        ]
  const path = `M${points.map(([dx = 0, dy = 0]) => `${coordinate(cx + dx)} ${coordinate(cy + dy)}`).join('L')}Z`
  return element(
    'path',
    { d: path, fill: '#ffffff', stroke: kind === 'planned' ? ink : lateInk, 'stroke-width': 1.7, 'stroke-linejoin': 'round' },
    ...told,
  )
}

function todayLine({ today, from, words }: TimelineChart, at: (on: Day) => number, to: Day, bottom: number): string[] {
  if (today < from || today >= to) return []
  const x = at(today)
  const size = textWidth(words.today, 11)
  return [
    element('line', { x1: x, x2: x, y1: 8, y2: bottom, stroke: todayInk, 'stroke-width': 1.6 }),
    element('rect', { x: x - size / 2 - 4, y: 0, width: size + 8, height: 15, fill: todayInk, rx: 2 }),
    element('text', { x, y: 11.5, 'font-size': 11, fill: '#ffffff', 'text-anchor': 'middle', 'font-weight': 600 }, escaped(words.today)),
  ]
}

function drawnKey(words: TimelineChart['words'], top: number): { readonly height: number; readonly content: string[] } {
  let x = 6
  const content: string[] = []
  const entry = (drawing: string, words: string, wide: number) => {
    content.push(drawing, element('text', { x: x + wide, y: top + 16, 'font-size': 11.5 }, escaped(words)))
    x += wide + textWidth(words, 11.5) + 22
  }
  entry(element('rect', { x, y: top + 8, width: 24, height: 8, fill: '#cfe0e5', stroke: barInk, 'stroke-width': 1 }), words.bar, 30)
  for (const kind of dayKinds) entry(shape({ kind, spoken: '' }, x + 6, top + 12, 6), words[kind], 17)
  content.push(element('text', { x, y: top + 16, 'font-size': 11.5, fill: grey }, escaped(words.step)))
  return { height: 26, content }
}

/** Cut where it would reach over what is beside it. */
function fitted(words: string, width: number, size: number): string {
  if (textWidth(words, size) <= width) return words
  let shown = words
  while (shown.length > 1 && textWidth(`${shown}…`, size) > width) shown = shown.slice(0, -1)
  return `${shown.trimEnd()}…`
}
