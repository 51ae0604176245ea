/**
 * A day in the calendar, without a time of day and without a time zone.
 * It is its own ISO text, 2009-05-06, so that `<` compares two days and the database takes it as it stands.
 */
declare const calendar: unique symbol
export type Day = string & { readonly [calendar]: true }

/** A day that is known to be one: from the database or from code. */
export function day(iso: string): Day {
  const known = isoDay(iso)
  if (known === null) throw new RangeError(`Not a day: ${iso}`)
  return known
}

/** A day as people write it, the day before the month: 6 May 2009, 06/05/2009, 6.5.09, 2009-05-06. Null when it is none. */
export function parseDay(text: string): Day | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s,]+/g, ' ')
    .replace(/^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?\.? (?=\d|[a-z])/, '')
    .replace(/[t ]00:00(:00(\.0+)?)?z?$/, '')

  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (yearFirst) return dayFrom(yearFirst[1], yearFirst[2], yearFirst[3])
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(plain)
  if (dayFirst) return dayFrom(dayFirst[3], dayFirst[2], dayFirst[1])
  const inWords = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]?(?:of )?([a-z]+)[-/. ]*(\d{4}|\d{2})$/.exec(plain)
  if (inWords) return dayFrom(inWords[3], monthNumber(inWords[2]), inWords[1])
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/.exec(plain)
  if (monthFirst) return dayFrom(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  return null
}

/** 1 for January, April, apr, Sept; null for a word that is no month. */
export function monthNumber(word: string | undefined): number | null {
  if (word === undefined || word.length < 3) return null
  const lower = word.toLowerCase()
  const index =
    lower === 'sept' ? 8 : monthNames.findIndex(name => name.toLowerCase() === lower || name.slice(0, 3).toLowerCase() === lower)
  return index < 0 ? null : index + 1
}

/** Walks from month to month: people count in weeks and months, and a scorecard asks this of every figure (a tenth of what Temporal takes). */
export function addDays(from: Day, days: number): Day {
  let [year, month, date] = [yearOf(from), monthOf(from), dayOfMonth(from) + days]
  while (date < 1) {
    ;[year, month] = month === 1 ? [year - 1, 12] : [year, month - 1]
    date += daysInMonth(year, month)
  }
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
  }
  return dayOf(year, month, date)
}

/** The same day of another month, or that month's last day when it has no such day: 31 January and a month is 28 February. */
export function addMonths(from: Day, months: number): Day {
  const index = yearOf(from) * 12 + monthOf(from) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(year, month, Math.min(dayOfMonth(from), daysInMonth(year, month)))
}

/** How many nights lie between: 0 for the same day, negative when `to` is the earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** Counted on from any day. A year is taken to begin in March, so that a leap day ends it: the lengths of its months then repeat every five. */
function dayNumber(of: Day): number {
  const month = monthOf(of)
  const year = month > 2 ? yearOf(of) : yearOf(of) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth(of)
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (of: Day): number => ((dayNumber(of) + 1) % 7) + 1
export const weekdayName = (of: Day): string => weekdayNames[weekdayOf(of) - 1] ?? ''

export const dayLabel = (of: Day): string => `${dayOfMonth(of)} ${monthName(monthOf(of))} ${yearOf(of)}`

/** The day it is in London at an instant. */
export const dayIn = (instant: Temporal.Instant): Day => day(instant.toZonedDateTimeISO('Europe/London').toPlainDate().toString())

export const yearOf = (of: Day): number => 100 * twoDigits(of, 0) + twoDigits(of, 2)
export const monthOf = (of: Day): number => twoDigits(of, 5)
export const dayOfMonth = (of: Day): number => twoDigits(of, 8)

/** Read where they stand: a scorecard asks thousands of times, and cutting the text up first takes most of the time. */
const twoDigits = (of: Day, at: number): number => 10 * (of.charCodeAt(at) - 48) + of.charCodeAt(at + 1) - 48

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

export const monthName = (month: number): string => monthNames[month - 1] ?? ''

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Two figures are a year of the hundred that ends in 2049, which no paper of a partnership leaves. */
export const fullYear = (year: string): number => (year.length > 2 ? 0 : Number(year) < 50 ? 2000 : 1900) + Number(year)

const dayFrom = (year = '', month: string | number | null | undefined, dayNumber: string | undefined): Day | null =>
  isoDay(`${String(fullYear(year)).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayNumber).padStart(2, '0')}`)

function isoDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  const written = text as Day
  const [year, month, date] = [yearOf(written), monthOf(written), dayOfMonth(written)]
  return year > 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) ? written : null
}

const dayOf = (year: number, month: number, date: number): Day =>
  day(`${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`)
