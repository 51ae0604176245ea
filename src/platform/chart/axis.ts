/**
 * The two axes of a chart over time: up, what is measured; along, the days on which periods end.
 * Values are floats here and nowhere else that matters: a picture may be a hair's breadth off, a judgement never.
 */
import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { textWidth } from './svg.ts'

export type Unit = { readonly prefix: string; readonly suffix: string }

export type ValueAxis = {
  readonly scale: ScaleLinear<number, number>
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
}

/** Steps that people count in, and no finer than the indicator is reported. */
export function valueAxis(values: readonly number[], [bottom, top]: readonly [number, number], decimals: number, unit: Unit): ValueAxis {
  const scale = scaleLinear().range([bottom, top])
  const wanted = Math.max(3, Math.min(6, Math.round(Math.abs(bottom - top) / 44)))
  const least = 10 ** -decimals
  const [low, high] = extent(values, least)
  scale.domain([Math.floor(low / least) * least, Math.ceil(high / least) * least]).nice(wanted)
  const ticks =
    values.length === 0 ? [] : scale.ticks(wanted).filter(tick => Math.abs(Math.round(tick / least) * least - tick) < least / 1000)
  const step = ticks.length > 1 ? Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) : least
  const largest = Math.max(...ticks.map(Math.abs), 0)
  return { scale, ticks: ticks.map(tick => ({ at: scale(tick), label: tickLabel(tick, step, largest, unit) })) }
}

/** From zero when zero is near, so that a small change does not look large; with room about a line that never moves. */
function extent(values: readonly number[], unit: number): [number, number] {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return [0, 1]
  const least = Math.min(...known)
  const most = Math.max(...known)
  if (least === most) {
    const room = Math.max(Math.abs(least) * 0.1, 2 * unit)
    return [least >= 0 ? Math.max(0, least - room) : least - room, most <= 0 ? Math.min(0, most + room) : most + room]
  }
  const room = (most - least) * 0.06
  if (least >= 0) return [least < most * 0.25 ? 0 : Math.max(0, least - room), most + room]
  if (most <= 0) return [least - room, most > least * 0.25 ? 0 : Math.min(0, most + room)]
  return [least - room, most + room]
}

function tickLabel(tick: number, step: number, largest: number, { prefix, suffix }: Unit): string {
  if (tick === 0) return `${prefix}0${suffix}`
  const [divisor, letter] = largest >= 2e9 ? [1e9, 'bn'] : largest >= 2e6 ? [1e6, 'm'] : [1, '']
  const places = Math.max(0, Math.min(10, -Math.floor(Math.log10(step / divisor) + 1e-9)))
  const finest = Math.abs(Math.round((step / divisor) * 10 ** places) / 10 ** places - step / divisor) < 1e-9 ? places : places + 1
  const size = new Intl.NumberFormat('en-GB', { minimumFractionDigits: finest, maximumFractionDigits: finest }).format(
    Math.abs(tick) / divisor,
  )
  return `${tick < 0 ? '−' : ''}${prefix}${size}${letter}${suffix}`
}

export type TimeAxis = { readonly at: (on: Day) => number; readonly ticks: readonly TimeTick[] }
export type TimeTick = { readonly at: number; readonly lines: readonly string[] }
export type Ending = { readonly on: Day; readonly label: string }

/** As many periods are named as there is room for, at an even distance, and always the latest. */
export function timeAxis(
  endings: readonly Ending[],
  days: readonly Day[],
  [left, right]: readonly [number, number],
  size: number,
): TimeAxis {
  const [first, last] = [days.reduce(earlier, days[0] ?? null), days.reduce(later, days[0] ?? null)]
  const span = first === null || last === null ? 0 : daysBetween(first, last)
  const at = (on: Day) => (first === null || span === 0 ? (left + right) / 2 : left + ((right - left) * daysBetween(first, on)) / span)

  const labels = endings.map(({ on, label }) => ({ at: at(on), lines: wrapped(label) }))
  const width = ({ lines }: TimeTick) => Math.max(...lines.map(line => textWidth(line, size)))
  const clear = (a: TimeTick, b: TimeTick) => Math.abs(a.at - b.at) >= (width(a) + width(b)) / 2 + 10
  for (const every of [1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 36, 48, 60, 120]) {
    const shown = labels.filter((_, index) => (labels.length - 1 - index) % every === 0)
    if (shown.every((tick, index) => index === 0 || clear(tick, shown[index - 1] ?? tick))) return { at, ticks: shown }
  }
  return { at, ticks: labels.slice(-1) }
}

const earlier = (a: Day | null, b: Day): Day => (a !== null && a < b ? a : b)
const later = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b)

/** At most three lines of about a dozen letters: 'Q3' over '2009-10', 'October 2021' over 'to September' over '2022'. */
function wrapped(label: string): string[] {
  const words = label.split(/\s+/).filter(word => word !== '')
  if (words.length <= 2 && label.length > 6) return words
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 13) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''}…`]
}
