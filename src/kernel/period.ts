/**
 * A period is the stretch of time that a target or a return speaks of: its first day and its last, and nothing else.
 * What it is called follows from how often its indicator is reported, since 1 April 2008 to 31 March 2009 is a financial year to one indicator
 * and twelve months ending in March to another.
 */
import { addMonths, type Day, day, dayLabel, dayOfMonth, daysInMonth, monthName, monthOf, yearOf } from './day.ts'
import { type Meaning, type Months, meaningsOf } from './period-words.ts'

export type Period = { readonly startsOn: Day; readonly endsOn: Day }

/** How often an indicator is reported, and over what span. The narrower stands before the wider that would do as well. */
export const frequencies = [
  'month',
  'quarter',
  'half',
  'financial-year',
  'academic-year',
  'calendar-year',
  'twelve-months-quarterly',
  'twelve-months-monthly',
  'three-years',
  'survey',
] as const
export type Frequency = (typeof frequencies)[number]

/** What a text turned out to mean. A mismatch is a period that the indicator is not reported by; `text` says so. */
export type PeriodReading =
  | { readonly kind: 'period'; readonly period: Period; readonly frequencies: readonly Frequency[] }
  | { readonly kind: 'ambiguous'; readonly about: 'quarters'; readonly readings: readonly QuarterReading[] }
  | { readonly kind: 'mismatch'; readonly period: Period; readonly frequencies: readonly Frequency[]; readonly text: string }
  | { readonly kind: 'unreadable' }

export type QuarterReading = { readonly quarters: 'financial' | 'calendar'; readonly period: Period }

/** What is known of a text's author: how often the indicator is reported, and what the source's quarters and years are. Null: not said. */
export type Conventions = {
  readonly frequency: Frequency | null
  readonly quarters: 'financial' | 'calendar' | null
  readonly years: 'financial' | 'academic' | 'calendar' | null
}

/**
 * A period as people write it (rules E8). Between equal labels the indicator's frequency decides: 2008-09 is an academic year to one indicator
 * and September 2008 to another; where it is not known, `frequencies` names all that the text would do for, likeliest first.
 * Nothing is guessed: Q1 2008 of a source that has not said what its quarters are is ambiguous.
 */
export function readPeriod(text: string, { frequency, quarters, years }: Conventions): PeriodReading {
  const meanings = meaningsOf(text).filter(
    meaning => agrees(meaning.quarters, quarters) && agrees(meaning.years, years) && !(years === null && meaning.years === 'calendar'),
  )
  const fitting = frequency === null ? meanings : meanings.filter(meaning => fits(periodOf(meaning), frequency))
  const [first] = meanings
  if (!first) return { kind: 'unreadable' }

  const known = [...new Set(meanings.flatMap(meaning => frequenciesOf(periodOf(meaning))))]
  const [likeliest] = fitting
  if (!likeliest) return { kind: 'mismatch', period: periodOf(first), frequencies: known, text: mismatch(text, periodOf(first), frequency) }

  const readings = meanings.flatMap(meaning =>
    meaning.quarters === undefined ? [] : [{ quarters: meaning.quarters, period: periodOf(meaning) }],
  )
  if (readings.length > 1) return { kind: 'ambiguous', about: 'quarters', readings }
  return { kind: 'period', period: periodOf(likeliest), frequencies: known }
}

const agrees = (meant: string | undefined, said: string | null): boolean => meant === undefined || said === null || meant === said

const periodOf = (meaning: Meaning): Period =>
  meaning.months ? monthsLong(meaning.months) : { startsOn: meaning.from, endsOn: meaning.to }

const frequenciesOf = (period: Period): Frequency[] => frequencies.filter(frequency => fits(period, frequency))

function mismatch(text: string, period: Period, frequency: Frequency | null): string {
  const [closest = 'survey'] = frequenciesOf(period)
  const found = closest === 'survey' ? periodLabel(period, null) : spoken[closest].one
  return `“${text.trim()}” is ${found}, and this indicator is reported ${spoken[frequency ?? 'survey'].often}`
}

const spoken: Readonly<Record<Frequency, { readonly one: string; readonly often: string }>> = {
  month: { one: 'a month', often: 'by month' },
  quarter: { one: 'a quarter', often: 'by quarter' },
  half: { one: 'half a financial year', often: 'by half financial year' },
  'financial-year': { one: 'a financial year', often: 'by financial year' },
  'academic-year': { one: 'an academic year', often: 'by academic year' },
  'calendar-year': { one: 'a calendar year', often: 'by calendar year' },
  'twelve-months-monthly': { one: 'twelve months', often: 'for the twelve months ending with each month' },
  'twelve-months-quarterly': { one: 'twelve months', often: 'for the twelve months ending with each quarter' },
  'three-years': { one: 'three years', often: 'for three years together' },
  survey: { one: 'a survey', often: 'by survey' },
}

/** What the period is called by those who report it so often; with null, the best name for the stretch of time alone. */
export function periodLabel(period: Period, frequency: Frequency | null): string {
  const months = monthsOf(period)
  if (!months)
    return period.startsOn === period.endsOn ? dayLabel(period.startsOn) : `${dayLabel(period.startsOn)} to ${dayLabel(period.endsOn)}`
  if (frequency === 'survey' && months.count === 3) return seasonLabel(months) ?? monthsLabel(months)
  if (frequency === 'twelve-months-monthly' || frequency === 'twelve-months-quarterly') return monthsLabel(months)
  return ownLabel(months) ?? monthsLabel(months)
}

function ownLabel({ first, count }: Months): string | null {
  const year = Math.floor(first / 12)
  const startsIn = first % 12
  if (count === 1) return `${monthName(startsIn + 1)} ${year}`
  const [financial, sinceApril] = [Math.floor((first - april) / 12), (first - april + 12) % 12]
  if (count === 3 && sinceApril % 3 === 0) return `Q${sinceApril / 3 + 1} ${yearSpan(financial)}`
  if (count === 6 && sinceApril % 6 === 0) return `${sinceApril === 0 ? 'first' : 'second'} half ${yearSpan(financial)}`
  if (count === 12 && startsIn === april) return yearSpan(year)
  if (count === 12 && startsIn === september) return `${yearSpan(year)} (academic year)`
  if (count === 12 && startsIn === 0) return String(year)
  // Two calendar years are not called 2016 to 2017: that is how a financial year is written too.
  const years = count % 12 === 0 && count >= 36 ? count / 12 : 0
  if (years > 0 && startsIn === 0) return `${year} to ${year + years - 1}`
  if (years > 0 && startsIn === april) return `${yearSpan(year)} to ${yearSpan(year + years - 1)}`
  return null
}

function monthsLabel({ first, count }: Months): string {
  const [from, to] = [first, first + count - 1]
  const sameYear = Math.floor(from / 12) === Math.floor(to / 12)
  return `${monthName((from % 12) + 1)}${sameYear ? '' : ` ${Math.floor(from / 12)}`} to ${monthName((to % 12) + 1)} ${Math.floor(to / 12)}`
}

function seasonLabel({ first }: Months): string | null {
  const year = Math.floor(first / 12)
  const season = { 2: 'Spring', 5: 'Summer', 8: 'Autumn', 11: 'Winter' }[first % 12]
  return season === undefined ? null : `${season} ${season === 'Winter' ? yearSpan(year) : year}`
}

const yearSpan = (year: number): string => `${year}-${year % 100 === 99 ? year + 1 : String((year + 1) % 100).padStart(2, '0')}`

/** For addresses and select values: 2008-09-Q4, 2008-09-H1, 2008-09 a financial year, 2008-09-AY, 2008, 2008-M04, or first and last day. */
export function periodCode(period: Period): string {
  const months = monthsOf(period)
  return (months && shortCode(months)) ?? `${period.startsOn}--${period.endsOn}`
}

export function parsePeriodCode(text: string): Period | null {
  const days = /^(\d{4}-\d\d-\d\d)--(\d{4}-\d\d-\d\d)$/.exec(text)
  const meaning = meaningsOf(days ? text : text.replace(/^(.+)-AY$/, 'academic year $1')).find(
    candidate => periodCode(periodOf(candidate)) === text,
  )
  return meaning ? periodOf(meaning) : null
}

function shortCode({ first, count }: Months): string | null {
  const year = Math.floor(first / 12)
  const startsIn = first % 12
  const [financial, sinceApril] = [Math.floor((first - april) / 12), (first - april + 12) % 12]
  const span = (of: number) => `${of}-${String((of + 1) % 100).padStart(2, '0')}`
  if (count === 1) return `${year}-M${String(startsIn + 1).padStart(2, '0')}`
  if (count === 3 && sinceApril % 3 === 0) return `${span(financial)}-Q${sinceApril / 3 + 1}`
  if (count === 6 && sinceApril % 6 === 0) return `${span(financial)}-H${sinceApril / 6 + 1}`
  if (count === 12 && startsIn === april) return span(year)
  if (count === 12 && startsIn === september) return `${span(year)}-AY`
  if (count === 12 && startsIn === 0) return String(year)
  return null
}

/** Whether an indicator that is reported so often has this period. A survey's may be any. */
export function fits(period: Period, frequency: Frequency): boolean {
  if (frequency === 'survey') return true
  const months = monthsOf(period)
  const { span, step, starts } = rhythms[frequency]
  return months !== null && months.count === span && starts.some(start => (months.first + months.count - start) % step === 0)
}

/** The periods that end between two days, both included; none for a survey, which comes when it comes. */
export function periodsOf(frequency: Frequency, from: Day, to: Day): Period[] {
  const periods: Period[] = []
  for (let period = periodContaining(to, frequency); period !== null && period.endsOn >= from; period = previous(period, frequency)) {
    if (period.endsOn <= to) periods.push(period)
  }
  return periods.reverse()
}

/** The period being lived through on a day: of a rolling frequency, the one that ends with the month, quarter or year of that day. */
export function periodContaining(on: Day, frequency: Frequency): Period | null {
  if (frequency === 'survey') return null
  const { span, step, starts } = rhythms[frequency]
  const month = monthIndex(on)
  const end = month - ((month - starts[0] + step) % step) + step
  return monthsLong({ first: end - span, count: span })
}

/** The one reported before; null for a survey. */
export function previous(period: Period, frequency: Frequency): Period | null {
  return frequency === 'survey' ? null : moved(period, -rhythms[frequency].step)
}

/** The one reported next; null for a survey. */
export function following(period: Period, frequency: Frequency): Period | null {
  return frequency === 'survey' ? null : moved(period, rhythms[frequency].step)
}

export const sameLastYear = (period: Period): Period => moved(period, -12)

/** The latest period that is over on a day, its last day included; null for a survey. */
export function lastEndedBy(on: Day, frequency: Frequency): Period | null {
  const current = periodContaining(on, frequency)
  return current === null || current.endsOn <= on ? current : previous(current, frequency)
}

/** How many months pass from one report to the next; null for a survey. */
export const monthsBetweenReports = (frequency: Frequency): number | null => (frequency === 'survey' ? null : rhythms[frequency].step)

export const financialYearOf = (on: Day): number => (monthOf(on) < 4 ? yearOf(on) - 1 : yearOf(on))

export const quarterOf = (on: Day): number => Math.floor(((monthOf(on) + 8) % 12) / 3) + 1

/** The financial year that starts in April of a year. */
export const financialYear = (year: number): Period => monthsLong({ first: year * 12 + april, count: 12 })

const april = 3
const september = 8

/** How many months a period spans, how many pass to the next, and in which months (January is 0) it may begin; the first is the usual one. */
type Rhythm = { readonly span: number; readonly step: number; readonly starts: readonly [number, ...number[]] }

const rhythms: Readonly<Record<Exclude<Frequency, 'survey'>, Rhythm>> = {
  month: { span: 1, step: 1, starts: [0] },
  quarter: { span: 3, step: 3, starts: [0] },
  half: { span: 6, step: 6, starts: [april] },
  'financial-year': { span: 12, step: 12, starts: [april] },
  'academic-year': { span: 12, step: 12, starts: [september] },
  'calendar-year': { span: 12, step: 12, starts: [0] },
  'twelve-months-monthly': { span: 12, step: 1, starts: [0] },
  'twelve-months-quarterly': { span: 12, step: 3, starts: [0] },
  'three-years': { span: 36, step: 12, starts: [0, april, september] },
}

/** A period in whole months; null when it begins or ends within one. */
function monthsOf({ startsOn, endsOn }: Period): Months | null {
  const last = monthIndex(endsOn)
  const whole = startsOn.endsWith('-01') && dayOfMonth(endsOn) === daysInMonth(yearOf(endsOn), monthOf(endsOn))
  return whole ? { first: monthIndex(startsOn), count: last - monthIndex(startsOn) + 1 } : null
}

function monthsLong({ first, count }: Months): Period {
  const last = first + count - 1
  const lastDay = daysInMonth(Math.floor(last / 12), (last % 12) + 1)
  return { startsOn: day(`${monthText(first)}-01`), endsOn: day(`${monthText(last)}-${lastDay}`) }
}

/** So many months later or earlier; a period of whole months keeps ending with a month. */
function moved(period: Period, by: number): Period {
  const months = monthsOf(period)
  if (months) return monthsLong({ first: months.first + by, count: months.count })
  return { startsOn: addMonths(period.startsOn, by), endsOn: addMonths(period.endsOn, by) }
}

const monthIndex = (on: Day): number => yearOf(on) * 12 + monthOf(on) - 1

const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
