import { addDays, type Day, day, monthName, monthOf, yearOf } from '../../kernel/day.ts'
import { parseDecimal, times, toText } from '../../kernel/decimal.ts'

/** As what a number is shown. A workbook keeps 12.5% as 0.125 and 1 April 2009 as 39904; only the format says so. */
export type ShownAs = 'number' | 'percentage' | 'day' | 'month' | 'year' | 'moment' | 'time'

/** What a format code shows (ECMA-376, part 1, 18.8.30 and 18.8.31): the part for positive numbers counts. */
export function shownAs(code: string): ShownAs {
  const plain = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';', 1)[0]
    ?.toLowerCase()
    .replace(/am\/pm|a\/p|general|e[+-]/g, '')
  if (plain === undefined || plain.includes('%')) return plain === undefined ? 'number' : 'percentage'
  const has = (sign: string) => plain.includes(sign)
  const hours = has('h') || has('s')
  if (has('d')) return hours ? 'moment' : 'day'
  if (has('y')) return hours ? 'moment' : has('m') ? 'month' : 'year'
  if (hours) return 'time'
  return has('m') ? 'month' : 'number'
}

/** Those that Excel knows by number and writes nowhere. */
export const builtInFormats: ReadonlyMap<number, ShownAs> = new Map<number, ShownAs>([
  [9, 'percentage'],
  [10, 'percentage'],
  [14, 'day'],
  [15, 'day'],
  [16, 'day'],
  [17, 'month'],
  ...[18, 19, 20, 21, 45, 46, 47].map(id => [id, 'time'] as const),
  [22, 'moment'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(id => [id, 'day'] as const),
])

/** The days that a workbook counts from: Excel's own, with the 29 February 1900 that never was, or the Macintosh's. */
export type Epoch = '1900' | '1904'

/** A number as a person sees it in the sheet, with all its places; as it was written where it cannot be what the format says. */
export function inWords(written: string, as: ShownAs, epoch: Epoch): string {
  if (as === 'number') return tidy(written)
  if (as === 'percentage') return percentage(written)
  return moment(Number(written), as, epoch) ?? tidy(written)
}

/** Excel knows 15 digits of a number and writes 17: 1.1000000000000001 was typed as 1.1. */
export function tidy(written: string): string {
  if (written.length < 16 || !/^-?[\d.]+(?:e[-+]?\d+)?$/i.test(written)) return written
  const digits = written.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '')
  if (digits.length <= 15) return written
  const number = parseDecimal(Number(written).toPrecision(15))
  return number === null ? written : trimmed(toText(number))
}

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

const hundred = { digits: 100n, scale: 0 }

export function percentage(written: string): string {
  const number = parseDecimal(tidy(written))
  return number === null ? written : `${trimmed(toText(times(number, hundred)))}%`
}

function moment(serial: number, as: ShownAs, epoch: Epoch): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return null
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const days = Math.floor(serial) + (seconds === 86_400 ? 1 : 0)
  const clock = seconds === 86_400 ? 0 : seconds
  if (as === 'time') return time(days * 24, clock)
  const date = dayOfSerial(days, epoch)
  if (as === 'month') return `${monthName(monthOf(date))} ${yearOf(date)}`
  if (as === 'year') return String(yearOf(date))
  return as === 'moment' && clock !== 0 ? `${date} ${time(0, clock)}` : date
}

/** 31 December 9999. */
const lastSerial = 2_958_465

/** The same few days stand in a sheet again and again. */
const known = new Map<number, Day>()

function dayOfSerial(days: number, epoch: Epoch): Day {
  const from1900 = epoch === '1904' ? days + 1462 : days
  const before = known.get(from1900)
  if (before !== undefined) return before
  const found = addDays(day('1899-12-31'), from1900 > 59 ? from1900 - 1 : from1900)
  if (known.size > 100_000) known.clear()
  known.set(from1900, found)
  return found
}

function time(hoursBefore: number, seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const rest = seconds % 60
  return `${two(hoursBefore + Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}
