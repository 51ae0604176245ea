/**
 * The forms in which people write a period (rules E8), and what each may mean. It decides nothing: 2008-09 may be a financial year, an academic
 * year or September 2008, and all three are handed on, likeliest first, for the indicator's frequency and the source's habits to choose from.
 */
import { addDays, addMonths, type Day, fullYear, monthNumber, parseDay, yearOf } from './day.ts'

/** Whole months: the first, counted from year 0, and how many. */
export type Months = { readonly first: number; readonly count: number }

/** `quarters` and `years`: that it means this only where the source's are such. */
export type Meaning = (
  | { readonly months: Months; readonly from?: never; readonly to?: never }
  | { readonly months?: never; readonly from: Day; readonly to: Day }
) & { readonly quarters?: 'financial' | 'calendar'; readonly years?: 'financial' | 'academic' | 'calendar' }

export function meaningsOf(text: string): readonly Meaning[] {
  if (text.length > longest) return []
  const { plain, years } = withoutKindOfYear(plainly(text))
  for (const [form, read] of forms) {
    const found = form.exec(plain)
    const meanings = found ? read(found).filter(isPlausible) : []
    if (meanings.length > 0) return years === null ? meanings : meanings.flatMap(meaning => as(years, meaning))
  }
  return years === null ? daysOf(plain) : []
}

const longest = 60

/** Lower case, one kind of dash and space, q1 and h1 however they were written. */
function plainly(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s,]+/g, ' ')
    .replace(/([a-z])\./g, '$1 ')
    .replace(/\b(1st|first|2nd|second|3rd|third|4th|fourth) (?:quarter|qtr)\b(?: of)?/, (_, nth: string) => `q${ordinal(nth)}`)
    .replace(/\b(1st|first|2nd|second) half\b(?: of)?/, (_, nth: string) => `h${ordinal(nth)}`)
    .replace(/\b(?:quarter|qtr) ?(?=[1-4]\b)/, 'q')
    .replace(/\bhalf ?(?=[12]\b)/, 'h')
    .replace(/ +/g, ' ')
    .trim()
}

const ordinal = (nth: string): number =>
  ['1st', '2nd', '3rd', '4th'].indexOf(nth) + 1 || ['first', 'second', 'third', 'fourth'].indexOf(nth) + 1

type KindOfYear = 'financial' | 'academic' | 'calendar'

const kindsOfYear: readonly (readonly [KindOfYear, RegExp])[] = [
  ['financial', /^(?:fy|(?:financial|fiscal) year) ?(?=\d)|(?<=\d) ?\(?(?:fy|(?:financial|fiscal) year)\)?$/],
  ['academic', /^(?:ay|(?:academic|school) year) ?(?=\d)|(?<=\d) ?\(?(?:ay|(?:academic|school) year)\)?$/],
  ['calendar', /^(?:cy|calendar year) ?(?=\d)|(?<=\d) ?\(?(?:cy|calendar year)\)?$/],
]

/** `2008-09 (academic year)` says itself what it is. */
function withoutKindOfYear(plain: string): { readonly plain: string; readonly years: KindOfYear | null } {
  const [years, form] = kindsOfYear.find(([, pattern]) => pattern.test(plain)) ?? [null, null]
  return { plain: form === null ? plain : plain.replace(form, ''), years }
}

/** What a text means that says its kind of year: nothing else, and without being asked about. */
function as(kind: KindOfYear, meaning: Meaning): Meaning[] {
  if (meaning.months === undefined) return []
  const said = meaning.years === kind || (kind === 'calendar' && meaning.years === undefined && meaning.months.count % 12 === 0)
  return said ? [{ months: meaning.months }] : []
}

const span = String.raw`(\d{4}|\d{2}) ?(?:[-/]|to) ?(\d{4}|\d{2})`
const month = '([a-z]{3,9})'
const year = String.raw`(\d{4}|(?<!\d)'?\d{2})`
const to = String.raw` ?(?:-|/|\bto\b|\band\b) ?`

type Form = readonly [form: RegExp, read: (found: RegExpExecArray) => Meaning[]]

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`)

const forms: readonly Form[] = [
  // Q1 2008-09, 2008/09 Q1, H1 08/09
  [whole(`([qh])([1-4]) ?[-/]? ?${span}`), ([, part, nth, a, b]) => partOfSpan(part, nth, a, b)],
  [whole(`${span} ?[-/]? ?([qh])([1-4])`), ([, a, b, part, nth]) => partOfSpan(part, nth, a, b)],
  // Q1 2008, 2000 Q1, 2000-Q1: of a financial or a calendar year
  [whole(`([qh])([1-4]) ?[-/]? ?${year}`), ([, part, nth, of]) => partOfYear(part, nth, of)],
  [whole(String.raw`(\d{4}) ?[-/]? ?([qh])([1-4])`), ([, of, part, nth]) => partOfYear(part, nth, of)],
  // 2016-17 to 2018-19
  [whole(`${span}${to}${span}`), ([, a, b, c, d]) => spanOfYears(a, b, c, d)],
  // 2008-09, 2008/2009, 08/09, 2016 - 18, and 2008-06
  [whole(span), found => yearsOrMonth(found)],
  [whole(String.raw`(\d{4})(?:[-/]|-?m)(\d{1,2})`), ([, of, number]) => monthsFrom(Number(of), Number(number), 1)],
  [whole(String.raw`(\d{1,2})[-/](\d{4})`), ([, number, of]) => monthsFrom(Number(of), Number(number), 1)],
  [whole(String.raw`(\d{4})`), ([, of]) => monthsFrom(Number(of), 1, 12)],
  // June 2008, Jun-08, 2008 June, Autumn 2008
  [whole(`${month} ?[-/]? ?${year}`), ([, name, of]) => namedMonth(name, of)],
  [whole(String.raw`(\d{4}) ?[-/]? ?${month}`), ([, of, name]) => namedMonth(name, of)],
  // June 2008-09, 2008/09 January: of the financial year. June 10-11 may be two days
  [whole(`${month} (?=\\d{4})${span}`), ([, name, a, b]) => monthOfSpan(name, a, b)],
  [whole(`(?=\\d{4})${span} ${month}`), ([, a, b, name]) => monthOfSpan(name, a, b)],
  [whole(`winter ${span}`), ([, a, b]) => spanStart(a, b).flatMap(start => monthsFrom(start, 12, 3))],
  // Apr-Jun 2008, Oct 2021-Sep 2022, Jan-Mar 2008/09
  [
    whole(`${month} ?${year}?${to}${month} ?${year}`),
    ([, from, fromYear, until, untilYear]) => monthRange(from, fromYear ?? untilYear, until, untilYear),
  ],
  [whole(`${month}${to}${month} ?${span}`), ([, from, until, a, b]) => monthRangeOfSpan(from, until, a, b)],
  // Year ending March 2009, 12 months to 30 September 2022, three years ending December 2018
  [
    /^(?:the )?(?:rolling )?(?:(\d{1,2}|[a-z]+) ?)?(?:(years?|yr|months?|quarter|half year) (?:ending|ended|end|to)|(ye|y\/e|qe))(?: in)? (.+)$/,
    ([, number, unit, short, end]) => monthsEnding(number, unit ?? short, end),
  ],
]

function partOfSpan(part: string | undefined, nth: string | undefined, a: string | undefined, b: string | undefined): Meaning[] {
  return spanStart(a, b).flatMap(start => partFrom(start * 12 + april, part, nth))
}

function partOfYear(part: string | undefined, nth: string | undefined, of: string | undefined): Meaning[] {
  const start = yearFrom(of) * 12
  return [
    ...partFrom(start + april, part, nth).map((meaning): Meaning => ({ ...meaning, quarters: 'financial' })),
    ...partFrom(start, part, nth).map((meaning): Meaning => ({ ...meaning, quarters: 'calendar' })),
  ]
}

function partFrom(yearStart: number, part: string | undefined, nth: string | undefined): Meaning[] {
  const [count, most] = part === 'q' ? [3, 4] : [6, 2]
  return Number(nth) > most ? [] : [{ months: { first: yearStart + (Number(nth) - 1) * count, count } }]
}

function spanOfYears(a: string | undefined, b: string | undefined, c: string | undefined, d: string | undefined): Meaning[] {
  const [[first], [last]] = [spanStart(a, b), spanStart(c, d)]
  return first === undefined || last === undefined || last <= first ? [] : yearsFrom(first, last - first + 1)
}

function yearsOrMonth([text, a = '', b = '']: RegExpExecArray): Meaning[] {
  const [first, last] = [yearFrom(a), yearAfter(a, b)]
  const couldBeMonth = a.length === 4 && /^\d{4}[-/]\d\d$/.test(text)
  const oneMonth = couldBeMonth ? monthsFrom(first, Number(b), 1) : []
  if (last === first + 1) return [...yearsFrom(first, 1), { months: { first: first * 12, count: 24 }, years: 'calendar' }, ...oneMonth]
  if (a.length === 2 || last <= first || last - first > 9) return oneMonth
  return [...oneMonth, ...monthsFrom(first, 1, (last - first + 1) * 12)]
}

/** So many years that begin in one calendar year and end in another. */
const yearsFrom = (first: number, count: number): Meaning[] => [
  { months: { first: first * 12 + april, count: count * 12 }, years: 'financial' },
  { months: { first: first * 12 + september, count: count * 12 }, years: 'academic' },
]

/** The season is a survey's. A winter lies in two years and must name both. */
function namedMonth(name: string | undefined, of: string | undefined): Meaning[] {
  const season = { spring: 3, summer: 6, autumn: 9 }[name ?? '']
  if (season !== undefined) return monthsFrom(yearFrom(of), season, 3)
  return monthsFrom(yearFrom(of), monthNumber(name), 1)
}

function monthOfSpan(name: string | undefined, a: string | undefined, b: string | undefined): Meaning[] {
  const number = monthNumber(name)
  return number === null ? [] : spanStart(a, b).flatMap(start => monthsFrom(number > april ? start : start + 1, number, 1))
}

function monthRange(
  from: string | undefined,
  fromYear: string | undefined,
  until: string | undefined,
  untilYear: string | undefined,
): Meaning[] {
  const [start, end] = [monthNumber(from), monthNumber(until)]
  if (start === null || end === null) return []
  return monthsFrom(yearFrom(fromYear), start, (yearFrom(untilYear) - yearFrom(fromYear)) * 12 + end - start + 1)
}

function monthRangeOfSpan(from: string | undefined, until: string | undefined, a: string | undefined, b: string | undefined): Meaning[] {
  const yearIn = (start: number, name: string | undefined) => String((monthNumber(name) ?? 0) > april ? start : start + 1)
  return spanStart(a, b).flatMap(start => monthRange(from, yearIn(start, from), until, yearIn(start, until)))
}

function monthsEnding(number: string | undefined, unit = '', end = ''): Meaning[] {
  const each = unit.startsWith('month') ? 1 : unit.startsWith('q') ? 3 : unit === 'half year' ? 6 : 12
  const times = number === undefined ? 1 : (counts[number] ?? Number(number))
  const count = times * each
  if (!Number.isInteger(count) || count < 1 || count > 120 || (number === undefined && unit.startsWith('month'))) return []
  const found = whole(`${month} ?${year}`).exec(end)
  const last = found ? monthsFrom(yearFrom(found[2]), monthNumber(found[1]), 1) : []
  if (found) return last.flatMap(({ months }) => (months ? [{ months: { first: months.first + 1 - count, count } }] : []))
  const lastDay = dayOf(end)
  return lastDay === null ? [] : [{ from: addMonths(addDays(lastDay, 1), -count), to: lastDay }]
}

const counts: Readonly<Record<string, number>> = { three: 3, six: 6, twelve: 12 }

function monthsFrom(of: number, number: number | null, count: number): Meaning[] {
  return number === null || number < 1 || number > 12 || count < 1 ? [] : [{ months: { first: of * 12 + number - 1, count } }]
}

/** A day, or two with something between them. */
function daysOf(plain: string): Meaning[] {
  const one = dayOf(plain)
  if (one !== null) return [{ from: one, to: one }]
  for (const between of [' to ', ' - ', '--', '/', '-']) {
    const pieces = plain.replace(/^from /, '').split(between)
    const half = pieces.length / 2
    if (!Number.isInteger(half)) continue
    const last = dayOf(pieces.slice(half).join(between))
    const firstText = pieces.slice(0, half).join(between)
    const first = last && (dayOf(firstText) ?? dayOf(`${firstText.trim()} ${yearOf(last)}`))
    if (first && last && first <= last) return [{ from: first, to: last }]
  }
  return []
}

/** The year in which 2008-09 begins; empty when the two do not follow each other. */
const spanStart = (a = '', b = ''): number[] => (yearAfter(a, b) === yearFrom(a) + 1 ? [yearFrom(a)] : [])

const yearFrom = (text = ''): number => fullYear(text.replace("'", ''))

/** The second year of two, in the hundred that follows the first: 1999-00 ends in 2000. */
function yearAfter(a: string, b: string): number {
  if (b.length === 4) return Number(b)
  const hundred = Math.floor(yearFrom(a) / 100) * 100
  return hundred + Number(b) + (Number(b) < yearFrom(a) % 100 ? 100 : 0)
}

/** A figure in the wrong column is no year: no partnership reports on 1234. */
const isPlausible = ({ months }: Meaning): boolean =>
  months === undefined || (isYear(months.first / 12) && isYear((months.first + months.count) / 12))

function dayOf(text: string): Day | null {
  const found = parseDay(text)
  return found !== null && isYear(yearOf(found)) ? found : null
}

const isYear = (of: number): boolean => of >= 1850 && of < 2200

const april = 3
const september = 8
