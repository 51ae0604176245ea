/**
 * What an indicator did: its values over time, what was aimed for, and the zones about the target in which each judgement is earned.
 *
 * One picture is drawn for one width, since letters must not shrink with it: a page shows `width: 640` on a desk and `width: 320` on a telephone.
 * It says nothing that the table beside it does not say, and to those who cannot see it its title and description say what it shows.
 */
import { line } from 'd3-shape'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import { type Ending, type TimeAxis, timeAxis, type Unit, type ValueAxis, valueAxis } from './axis.ts'
import { colours, drawnMark, type Mark, marks } from './mark.ts'
import { pictureFile, wrapped } from './picture-file.ts'
import { drawnRing, type Ring, rings } from './ring.ts'
import { type Attributes, coordinate, element, escaped, textWidth } from './svg.ts'

export type LineChart = {
  /** Begins every id in the picture: unique on its page. */
  readonly id: string
  readonly title: string
  /** A sentence that says what the picture shows. */
  readonly description: string
  readonly width?: number
  /** Above the value axis: what is counted, which way is better. */
  readonly caption?: string
  readonly decimals: number
  readonly unit: Unit
  /** The first is what the chart is about; the others are drawn thinner, to compare it with. */
  readonly series: readonly Series[]
  readonly steps: readonly TargetStep[]
  /** What the marks are called here. A mark without words is left out of the key. */
  /** What chance does: a centre line and two limits, from one point to another. */
  readonly spans?: readonly Span[]
  /** Where what is counted changes, between two points: a line with its words, which no other line crosses. */
  readonly breaks?: readonly Break[]
  readonly words: Readonly<Partial<Record<Mark, string>>> & {
    readonly target: string
    readonly provisional: string
    readonly interval?: string
    readonly forecast?: string
    readonly centre?: string
    readonly limits?: string
    readonly rings?: Readonly<Record<Ring, string>>
  }
  /** Values that the scale must hold too, so that several pictures have the same. */
  readonly among?: readonly number[]
  /** Where it is going, if it goes on so: a mark of its own, joined to the last value by a dotted line. */
  readonly forecast?: Forecast
}

export type Forecast = {
  readonly on: Day
  readonly label: string
  readonly value: number
  readonly shown: string
  readonly note: string
}

export type Span = {
  readonly from: Day
  readonly to: Day
  readonly centre: number
  readonly limits: { readonly low: number; readonly high: number } | null
  /** A person let it begin anew here: what is said of that. */
  readonly started: string | null
}

export type Break = { readonly after: Day; readonly before: Day; readonly shown: string }

export type Series = { readonly name: string; readonly points: readonly Point[] }

export type Point = {
  /** The last day of its period. */
  readonly on: Day
  readonly label: string
  /** For its place in the picture only; null leaves a gap. */
  readonly value: number | null
  /** The value as it is shown everywhere else. */
  readonly shown: string
  readonly mark: Mark
  /** Drawn hollow. */
  readonly provisional: boolean
  /** Counting begins anew, as what adds up since April does in the first quarter: no line leads here from the point before. */
  readonly restarts?: boolean
  /** Behind the mark: the point is more than chance. */
  readonly ring?: Ring | null
  /** Follows the value when one points at the mark. */
  readonly note?: string
  /** Between which bounds the true value most likely lies: a bar through the mark. */
  readonly interval?: { readonly low: number; readonly high: number }
}

/** What was aimed for over a stretch of days: one line, or the two bounds of a range. Of what adds up in a year, each target stands at its own quarter. */
export type TargetStep = {
  readonly from: Day
  readonly to: Day
  readonly label: string
  readonly shown: string
  readonly lines: readonly number[]
  readonly zones: readonly Zone[]
}
export type Zone = { readonly low: number; readonly high: number; readonly mark: Mark }

const letter = 12
const usualWidth = 640
const faint = '#e3e6e8'
const grey = '#505a5f'
const black = '#1b2226'

export function lineChart(chart: LineChart): string {
  const { id, title, description, width = usualWidth } = chart
  const { height, content } = drawing(chart, width)
  return element(
    'svg',
    {
      class: 'gt-chart__picture',
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${coordinate(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': 'Arial, Helvetica, sans-serif',
      'font-size': letter,
      fill: black,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    ...content,
  )
}

/** The picture as a file of its own. */
export function lineChartFile(chart: LineChart): string {
  const { width = usualWidth } = chart
  return pictureFile(chart, { width, ...drawing(chart, width) })
}

function drawing(chart: LineChart, width: number): { readonly height: number; readonly content: readonly string[] } {
  const { series } = chart
  const frame = framed(chart, width)
  const steps = about(chart.steps, series)
  const { rows, height } = key(chart, frame)
  const content = [
    grid(frame, chart),
    zones(frame, steps),
    targets(frame, steps),
    ...(chart.spans ?? []).map(span => drawnSpan(frame, span)),
    ...(chart.breaks ?? []).map(each => drawnBreak(frame, each)),
    forecastMark(frame, chart),
    ...lines(frame, series),
    endLabels(frame, chart),
    series.some(({ points }) => points.length > 0) || steps.length > 0 ? '' : nothing(frame),
    rows,
  ]
  return { height: frame.foot + height, content }
}

/** The same picture for a desk and for a telephone; the style sheet shows one of them. */
export const lineChartOfEitherWidth = (chart: LineChart): string =>
  element('div', { class: 'gt-chart__wide' }, lineChart({ ...chart, id: `${chart.id}-wide`, width: usualWidth })) +
  element('div', { class: 'gt-chart__narrow' }, lineChart({ ...chart, id: `${chart.id}-narrow`, width: 320 }))

type Frame = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly foot: number
  readonly width: number
  readonly values: ValueAxis
  readonly time: TimeAxis
}

function framed({ series, steps, spans = [], decimals, unit, caption, forecast, among = [] }: LineChart, width: number): Frame {
  const headings = captionLines(caption, width)
  const top = 12 + headings.length * 16 + (headings.length > 0 ? 6 : 0)
  const bottom = top + Math.round(Math.min(280, Math.max(170, width * 0.42)))
  const points = series.flatMap(({ points }) => points)
  const numbers = [
    ...among,
    ...points.flatMap(({ value, interval }) => (value === null ? [] : [value, ...(interval ? [interval.low, interval.high] : [])])),
    ...(forecast ? [forecast.value] : []),
    ...steps.flatMap(({ lines, zones }) => [...lines, ...zones.flatMap(({ low, high }) => [low, high])]),
    ...spans.flatMap(({ centre, limits }) => [centre, ...(limits === null ? [] : [limits.low, limits.high])]),
  ]
  const values = valueAxis(numbers, [bottom, top], decimals, unit)

  const left = Math.ceil(8 + Math.max(...values.ticks.map(({ label }) => textWidth(label, letter)), 0))
  const right =
    width - Math.ceil(14 + Math.max(...ends(series, steps).map(({ shown, bold }) => textWidth(shown, letter) * (bold ? 1.08 : 1)), 0))
  const room = Math.min(16, (right - left) / 20)
  const days = [
    ...points.map(({ on }) => on),
    ...about(steps, series).flatMap(({ from, to }) => [from, to]),
    ...(forecast ? [forecast.on] : []),
  ]
  const time = timeAxis(endings([...points, ...(forecast ? [forecast] : [])], steps), days, [left + room, right - room], letter)
  const labelLines = Math.max(...time.ticks.map(({ lines }) => lines.length), 1)
  return { left, right, top, bottom, foot: bottom + 10 + labelLines * 15, width, values, time }
}

/**
 * A point stands for the period that ends where it stands, so a target is drawn about the points that it is for:
 * moved on by half the distance at which they follow each other. Otherwise the last point of a year would stand on the next year's step.
 */
function about(steps: readonly TargetStep[], series: readonly Series[]): TargetStep[] {
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort()
  const distances = days.slice(1).map((on, index) => daysBetween(days[index] ?? on, on))
  const usual = distances.toSorted((a, b) => a - b)[Math.floor(distances.length / 2)]
  return steps.map(step => {
    const length = daysBetween(step.from, step.to) + 1
    const half = Math.round(Math.min(length, usual ?? length) / 2)
    return { ...step, from: addDays(step.from, half), to: addDays(step.to, half) }
  })
}

/** Every period that has a point, and the targets still to come. */
function endings(points: readonly Pick<Point, 'on' | 'label'>[], steps: readonly TargetStep[]): Ending[] {
  const latest = points.reduce((last, { on }) => (on > last ? on : last), '')
  const named = new Map<Day, string>()
  for (const { on, label } of points) if (!named.has(on)) named.set(on, label)
  for (const { to, label } of steps) if (to > latest && !named.has(to)) named.set(to, label)
  return [...named].map(([on, label]) => ({ on, label })).sort((a, b) => (a.on < b.on ? -1 : 1))
}

function grid({ left, right, bottom, width, values, time }: Frame, { caption }: LineChart): string {
  const zero = values.scale.domain()[0] ?? 0
  const lines = values.ticks.map(({ at, label }) =>
    [
      element('line', { x1: left, x2: right, y1: at, y2: at, stroke: faint }),
      element('text', { x: left - 7, y: at + 4, 'text-anchor': 'end', fill: grey }, escaped(label)),
    ].join(''),
  )
  const base = zero < 0 && (values.scale.domain()[1] ?? 0) > 0 ? values.scale(0) : bottom
  const names = time.ticks.map(({ at, lines }) => {
    const widest = Math.max(...lines.map(each => textWidth(each, letter)))
    const x = Math.min(right + 12 - widest / 2, Math.max(widest / 2, at))
    return [
      element('line', { x1: at, x2: at, y1: bottom, y2: bottom + 5, stroke: grey }),
      ...lines.map((each, index) =>
        element('text', { x, y: bottom + 19 + index * 15, 'text-anchor': 'middle', fill: grey }, escaped(each)),
      ),
    ].join('')
  })
  return [
    ...lines,
    element('line', { x1: left, x2: right, y1: base, y2: base, stroke: grey }),
    ...names,
    ...captionLines(caption, width).map((each, index) => element('text', { x: 0, y: 13 + index * 16, fill: grey }, escaped(each))),
  ].join('')
}

const captionLines = (caption: string | undefined, width: number): string[] => wrapped(caption ?? '', width, letter)

/** Shaded as the judgement earned there; its far edge is drawn, since a tint alone is too pale to be seen by everybody. */
function zones({ values, time, top, bottom }: Frame, steps: readonly TargetStep[]): string {
  const within = (value: number) => Math.min(bottom, Math.max(top, values.scale(value)))
  return steps
    .flatMap(({ from, to, lines, zones }) =>
      zones.flatMap(({ low, high, mark }) => {
        const [x1, x2] = stretch(time, from, to)
        const [y1, y2] = [within(high), within(low)]
        const edges = [low, high].filter(edge => !lines.includes(edge)).map(within)
        return [
          element('rect', {
            x: x1,
            y: y1,
            width: coordinate(x2) - coordinate(x1),
            height: coordinate(y2) - coordinate(y1),
            fill: colours[mark].tint,
          }),
          ...edges.map(y =>
            element('line', { x1, x2, y1: y, y2: y, stroke: colours[mark].ink, 'stroke-dasharray': '1 4', 'stroke-linecap': 'round' }),
          ),
        ]
      }),
    )
    .join('')
}

function targets({ values, time }: Frame, steps: readonly TargetStep[]): string {
  return steps
    .flatMap(({ from, to, lines }) => {
      const [x1, x2] = stretch(time, from, to)
      return lines.map(value => {
        const y = values.scale(value)
        return element('line', { x1, x2, y1: y, y2: y, stroke: grey, 'stroke-width': 2, 'stroke-dasharray': '7 3' })
      })
    })
    .join('')
}

const centreStroke = { stroke: black, 'stroke-width': 1.3 }
const limitStroke = { stroke: black, 'stroke-width': 1.3, 'stroke-dasharray': '2 3' }

/** A little beyond its first and its last point, so that one alone is still a line. */
function drawnSpan({ values, time, top, bottom, left, right }: Frame, { from, to, centre, limits, started }: Span): string {
  const [x1, x2] = [Math.max(left, time.at(from) - 6), Math.min(right, time.at(to) + 6)]
  const across = (value: number, stroke: Attributes) => {
    const y = Math.min(bottom, Math.max(top, values.scale(value)))
    return element('line', { x1, x2, y1: y, y2: y, ...stroke })
  }
  const isLate = x1 > (left + right) / 2
  return [
    across(centre, centreStroke),
    ...(limits === null ? [] : [across(limits.low, limitStroke), across(limits.high, limitStroke)]),
    ...(started === null
      ? []
      : [
          element('line', { x1: x1 - 2, x2: x1 - 2, y1: top, y2: bottom, stroke: grey, 'stroke-width': 1.3 }),
          element(
            'text',
            {
              x: x1 - 2 + (isLate ? -5 : 5),
              y: top + 11,
              'text-anchor': isLate ? 'end' : 'start',
              fill: grey,
              stroke: '#ffffff',
              'stroke-width': 3,
              'paint-order': 'stroke',
            },
            escaped(started),
          ),
        ]),
  ].join('')
}

function drawnBreak({ time, top, bottom, left, right }: Frame, { after, before, shown }: Break): string {
  const x = (time.at(after) + time.at(before)) / 2
  const isLate = x > (left + right) / 2
  const room = isLate ? x - left : right - x
  const fitting = textWidth(shown, letter) <= room - 8 ? shown : 'break'
  const label = { x: x + (isLate ? -5 : 5), y: bottom - 6, 'text-anchor': isLate ? 'end' : 'start', fill: black }
  return [
    element('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: black, 'stroke-width': 1.5, 'stroke-dasharray': '6 4' }),
    element('text', { ...label, stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' }, escaped(fitting)),
  ].join('')
}

const nothing = ({ left, right, top, bottom }: Frame): string =>
  element('text', { x: (left + right) / 2, y: (top + bottom) / 2, 'text-anchor': 'middle', fill: grey }, 'No figures yet')

/** A target for one day or one short period is still long enough to be seen. */
function stretch({ at }: TimeAxis, from: Day, to: Day): [number, number] {
  const [x1, x2] = [at(from), at(to)]
  return x2 - x1 >= 16 ? [x1, x2] : [x2 - 8, x2 + 8]
}

/** The first series last, so that it lies on top. */
function lines(frame: Frame, series: readonly Series[]): string[] {
  return series.map((each, index) => (index === 0 ? mainLine(frame, each) : otherLine(frame, each, index))).reverse()
}

function mainLine(frame: Frame, { name, points }: Series): string {
  const held = places(frame, points)
  const radius = Math.max(2.6, Math.min(6.6, nearest(held.map(({ x }) => x)) * 0.42))
  const last = held.at(-1)
  return [
    path(frame, points, { stroke: black, 'stroke-width': 2 }),
    ...held.map(({ x, point: { interval } }) =>
      interval ? bar(x, frame.values.scale(interval.low), frame.values.scale(interval.high)) : '',
    ),
    ...held.map(({ x, y, point }) => (point.ring ? drawnRing(point.ring, x, y, radius + 3.4) : '')),
    ...held.map(({ x, y, point }) =>
      drawnMark(
        point.mark,
        { x, y, radius: point === last?.point ? Math.max(radius, 6.6) : radius, hollow: point.provisional },
        `${name}, ${point.label}: ${point.shown}${point.note ? `, ${point.note}` : ''}`,
      ),
    ),
  ].join('')
}

/** With a foot at each end, as the interval of a survey is drawn everywhere. */
const bar = (x: number, low: number, high: number): string =>
  element('path', {
    d: `M${coordinate(x)},${coordinate(low)}V${coordinate(high)}M${coordinate(x - 4)},${coordinate(low)}h8M${coordinate(x - 4)},${coordinate(high)}h8`,
    fill: 'none',
    stroke: grey,
    'stroke-width': 1.4,
  })

function forecastMark(frame: Frame, { series, forecast }: LineChart): string {
  if (!forecast) return ''
  const [x, y] = [frame.time.at(forecast.on), frame.values.scale(forecast.value)]
  const last = places(frame, series[0]?.points ?? []).at(-1)
  return [
    last === undefined
      ? ''
      : element('line', { x1: last.x, y1: last.y, x2: x, y2: y, stroke: grey, 'stroke-width': 1.6, 'stroke-dasharray': '2 4' }),
    hollowDiamond(x, y, `${forecast.label}: ${forecast.shown}, ${forecast.note}`),
  ].join('')
}

const hollowDiamond = (x: number, y: number, title: string): string =>
  element(
    'path',
    {
      d: `M${coordinate(x)},${coordinate(y - 7)}l7,7l-7,7l-7,-7z`,
      fill: '#ffffff',
      stroke: grey,
      'stroke-width': 1.8,
      'stroke-dasharray': '3 2',
    },
    element('title', {}, escaped(title)),
  )

function otherLine(frame: Frame, { name, points }: Series, index: number): string {
  const held = places(frame, points)
  const { ink, dashes } = strokeOf(index)
  const radius = Math.max(1.6, Math.min(2.8, nearest(held.map(({ x }) => x)) * 0.2))
  return [
    path(frame, points, { stroke: ink, 'stroke-width': 1.6, 'stroke-dasharray': dashes }),
    ...held.map(({ x, y, point }) =>
      element(
        'circle',
        { cx: x, cy: y, r: radius, fill: point.provisional ? '#ffffff' : ink, stroke: ink, 'stroke-width': 1 },
        element('title', {}, escaped(`${name}, ${point.label}: ${point.shown}${point.note ? `, ${point.note}` : ''}`)),
      ),
    ),
  ].join('')
}

type Placed = { readonly x: number; readonly y: number; readonly point: Point }

const places = ({ values, time }: Frame, points: readonly Point[]): Placed[] =>
  points.flatMap(point => (point.value === null ? [] : [{ x: time.at(point.on), y: values.scale(point.value), point }]))

const nearest = (along: readonly number[]): number => Math.min(...along.slice(1).map((x, index) => x - (along[index] ?? x)), 100)

function path({ values, time }: Frame, points: readonly Point[], stroke: Attributes): string {
  const pen = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ on }) => coordinate(time.at(on)))
    .y(({ value }) => coordinate(values.scale(value ?? 0)))
  const drawn = runs(points)
    .map(run => pen(run) ?? '')
    .join('')
  return drawn === '' ? '' : element('path', { d: drawn, fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round', ...stroke })
}

function runs(points: readonly Point[]): Point[][] {
  const all: Point[][] = []
  for (const point of points) {
    const run = all.at(-1)
    if (run === undefined || point.restarts) all.push([point])
    else run.push(point)
  }
  return all
}

/** Away from the colours of the marks, each with dashes of its own; after the sixth they begin again. */
const strokes = [
  { ink: '#5b3a9e', dashes: '' },
  { ink: '#00707a', dashes: '6 3' },
  { ink: '#a2256e', dashes: '2 3' },
  { ink: '#6b5314', dashes: '9 3 2 3' },
  { ink: '#3c4a8c', dashes: '4 2' },
  { ink: '#7a4a3a', dashes: '1 4' },
] as const
const strokeOf = (index: number): { readonly ink: string; readonly dashes: string | null } => {
  const { ink, dashes } = strokes[(index - 1) % strokes.length] ?? strokes[0]
  return { ink, dashes: dashes === '' ? null : dashes }
}

type End = { readonly on: Day; readonly value: number; readonly shown: string; readonly ink: string; readonly bold: boolean }

/** The latest value and the latest target, which are what is read first. */
function ends(series: readonly Series[], steps: readonly TargetStep[]): End[] {
  const latest = series[0]?.points.findLast(({ value }) => value !== null)
  const target = steps.reduce<TargetStep | undefined>((last, step) => (last === undefined || step.to > last.to ? step : last), undefined)
  return [
    ...(latest === undefined || latest.value === null
      ? []
      : [{ on: latest.on, value: latest.value, shown: latest.shown, ink: colours[latest.mark].ink, bold: true }]),
    ...(target === undefined || target.lines.length === 0
      ? []
      : [
          {
            on: target.to,
            value: target.lines.reduce((sum, each) => sum + each, 0) / target.lines.length,
            shown: target.shown,
            ink: grey,
            bold: false,
          },
        ]),
  ]
}

/** In the margin, kept apart; a value that stops well before the margin is written beside its mark instead. */
function endLabels(frame: Frame, { series, steps }: LineChart): string {
  const { right, top, bottom, values, time } = frame
  const labels = ends(series, steps).map(end => ({ ...end, x: time.at(end.on), y: values.scale(end.value) }))
  const atMark = labels.filter(({ bold, x }) => bold && right - x > 48)
  const [first, second] = labels.filter(label => !atMark.includes(label))
  const apart = first === undefined || second === undefined ? 0 : Math.max(0, 15 - Math.abs(first.y - second.y)) / 2
  const sign = first !== undefined && second !== undefined && first.y > second.y ? 1 : -1
  const inMargin = [
    ...(first === undefined ? [] : [{ ...first, y: first.y + sign * apart }]),
    ...(second === undefined ? [] : [{ ...second, y: second.y - sign * apart }]),
  ]
  return [
    ...inMargin.map(label => endLabel(label, right + 6, Math.min(bottom + 4, Math.max(top + 4, label.y + 4)), 'start')),
    ...atMark.map(label => endLabel(label, label.x, label.y - 12 < top ? label.y + 21 : label.y - 12, 'middle')),
  ].join('')
}

const endLabel = ({ shown, ink, bold }: End, x: number, y: number, anchor: string): string =>
  element(
    'text',
    {
      x,
      y,
      fill: ink,
      'text-anchor': anchor,
      'font-weight': bold ? 700 : null,
      stroke: '#ffffff',
      'stroke-width': 3,
      'paint-order': 'stroke',
    },
    escaped(shown),
  )

type KeyItem = { readonly words: string; readonly drawn: (x: number, y: number) => string }

/** Only what is in this picture, in as many rows as it takes. */
function key(chart: LineChart, { width, foot }: Frame): { rows: string; height: number } {
  const size = 12
  const drawn: string[] = []
  let [x, y] = [0, foot + 22]
  const items = keyItems(chart)
  for (const { words, drawn: sample } of items) {
    const room = 24 + textWidth(words, size) + 16
    if (x > 0 && x + room - 16 > width) [x, y] = [0, y + 22]
    drawn.push(sample(x, y), element('text', { x: x + 24, y: y + 4 }, escaped(words)))
    x += room
  }
  return { rows: drawn.join(''), height: items.length === 0 ? 4 : y - foot + 12 }
}

function keyItems({ series, steps, spans = [], words, forecast }: LineChart): KeyItem[] {
  const [main, ...others] = series
  const points = main?.points.filter(({ value }) => value !== null) ?? []
  const shaded = (mark: Mark) => steps.some(({ zones }) => zones.some(zone => zone.mark === mark && zone.low < zone.high))
  const markItems = marks.flatMap((mark): KeyItem[] => {
    const called = words[mark]
    if (called === undefined || (!shaded(mark) && !points.some(point => point.mark === mark))) return []
    return [
      {
        words: called,
        drawn: (x, y) =>
          (shaded(mark) ? element('rect', { x, y: y - 8, width: 18, height: 16, fill: colours[mark].tint }) : '') +
          drawnMark(mark, { x: x + 9, y, radius: 5.6, hollow: false }),
      },
    ]
  })
  return [
    ...(main === undefined || others.length === 0 ? [] : [lineItem(main.name, { stroke: black, 'stroke-width': 2.4 })]),
    ...others.map(({ name }, index) => {
      const { ink, dashes } = strokeOf(index + 1)
      return lineItem(name, { stroke: ink, 'stroke-width': 1.8, 'stroke-dasharray': dashes })
    }),
    ...(steps.some(({ lines }) => lines.length > 0)
      ? [lineItem(words.target, { stroke: grey, 'stroke-width': 2, 'stroke-dasharray': '7 3' })]
      : []),
    ...(spans.length > 0 && words.centre !== undefined ? [lineItem(words.centre, centreStroke)] : []),
    ...(spans.some(({ limits }) => limits !== null) && words.limits !== undefined ? [lineItem(words.limits, limitStroke)] : []),
    ...markItems,
    ...rings.flatMap((ring): KeyItem[] => {
      const called = words.rings?.[ring]
      if (called === undefined || !points.some(point => point.ring === ring)) return []
      return [{ words: called, drawn: (x, y) => drawnRing(ring, x + 9, y, 7.6) }]
    }),
    ...(points.some(({ provisional }) => provisional)
      ? [{ words: words.provisional, drawn: (x: number, y: number) => drawnMark('dot', { x: x + 9, y, radius: 6.4, hollow: true }) }]
      : []),
    ...(words.interval !== undefined && points.some(({ interval }) => interval)
      ? [{ words: words.interval, drawn: (x: number, y: number) => bar(x + 9, y - 7, y + 7) }]
      : []),
    ...(forecast && words.forecast !== undefined
      ? [{ words: words.forecast, drawn: (x: number, y: number) => hollowDiamond(x + 9, y, '') }]
      : []),
  ]
}

const lineItem = (words: string, stroke: Attributes): KeyItem => ({
  words,
  drawn: (x, y) => element('line', { x1: x, x2: x + 18, y1: y, y2: y, ...stroke }),
})
