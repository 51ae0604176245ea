/** The days of a year's meetings, from a pattern: the third Friday of the month, every six weeks, or days that somebody has written down. */
import { addDays, addMonths, type Day, day, daysInMonth, monthNumber, monthOf, parseDay, weekdayOf, yearOf } from '../../kernel/day.ts'
import { parseClock } from '../meeting/clock.ts'
import type { ClockTime, DayKind } from '../meeting/meeting.ts'

export const patternKinds = ['monthly', 'weeks', 'dates'] as const
export type PatternKind = (typeof patternKinds)[number]

/** The first to the fourth of a month, or its last. */
export const ordinals = ['1', '2', '3', '4', 'last'] as const
export type Ordinal = (typeof ordinals)[number]

export type Pattern = { readonly from: Day; readonly until: Day; readonly skips: readonly number[] } & (
  | { readonly kind: 'monthly'; readonly ordinal: Ordinal; readonly weekday: number; readonly everyMonths: number }
  | { readonly kind: 'weeks'; readonly everyWeeks: number }
)

/** More than anybody means. */
export const mostMeetings = 60

/** From the first day on which it may be to the last, both of them too; not in the months that are skipped. */
export function daysOf(pattern: Pattern): readonly Day[] {
  const { from, until, skips } = pattern
  const days: Day[] = []
  for (let step = 0; days.length < mostMeetings; step += 1) {
    const on = pattern.kind === 'weeks' ? addDays(from, step * 7 * pattern.everyWeeks) : monthly(pattern, step)
    if (on > until) break
    if (on >= from && !skips.includes(monthOf(on))) days.push(on)
  }
  return days
}

/** Counted from the month in which it begins, so that every second one stays the same whether or not the first has its day before `from`. */
function monthly({ from, ordinal, weekday, everyMonths }: Extract<Pattern, { kind: 'monthly' }>, step: number): Day {
  const first = addMonths(day(`${from.slice(0, 8)}01`), step * everyMonths)
  if (ordinal === 'last') {
    const last = addDays(first, daysInMonth(yearOf(first), monthOf(first)) - 1)
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (Number(ordinal) - 1))
}

/** A meeting as one line says it: Friday 19th March at Oxstalls Tennis Centre, 9.00am – 12.00pm. */
export type WrittenMeeting = {
  readonly onDay: Day
  readonly dayKnown: DayKind
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly venue: string
}

/** Null where there is no day in it. A day without a year is the next such one from `from` on. */
export function readLine(line: string, from: Day): WrittenMeeting | null {
  const plain = line
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[-•▪*·\s]+/, '')
    .trim()
  const isProvisional = /\b(provisional|tbc|to be confirmed)\b/i.test(plain)
  const rest = plain.replace(/[([]?\s*(?:\b(?:day|date)\s+)?\b(provisional(ly)?|tbc|to be confirmed)\b\s*[)\]]?/gi, ' ')
  const dated = dayIn(rest, from)
  if (dated === null) return null
  const { startsAt, endsAt, left } = timesIn(dated.left)
  return {
    onDay: dated.on,
    dayKnown: dated.isMonth ? 'month' : isProvisional ? 'provisional' : 'fixed',
    startsAt,
    endsAt,
    venue: left.replace(/\s+/g, ' ').replace(/^[\s,;:–.-]*(?:(?:at|in|venue|from)\b)?[\s,;:–.-]*|[\s,;:–-]+$/gi, ''),
  }
}

type Dated = { readonly on: Day; readonly isMonth: boolean; readonly left: string }

const weekday = '(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\\.?,? )?'
const month = '(jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|june?|july?|aug\\w*|sept?\\w*|oct\\w*|nov\\w*|dec\\w*)'
const [figures, inWords, monthFirst, monthAlone] = [
  `${weekday}(\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}-\\d{1,2}-\\d{4})(?!\\d)`,
  `${weekday}(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${month}\\.?(?:[ ,-]+(\\d{4})|[ -](\\d{2})(?![\\d:.]|\\s*[ap]\\.?m))?`,
  `${weekday}${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (\\d{4}))?`,
  `\\b${month}\\.?,? (\\d{4})\\b`,
].map(source => new RegExp(source, 'i')) as [RegExp, RegExp, RegExp, RegExp]

function dayIn(text: string, from: Day): Dated | null {
  const without = (found: RegExpExecArray) => `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
  const inFigures = figures.exec(text)
  if (inFigures) return dated(parseDay(inFigures[1] ?? ''), without(inFigures))
  const words = inWords.exec(text)
  if (words) return dated(dayWritten(words[1], words[2], words[3] ?? words[4], from), without(words))
  const first = monthFirst.exec(text)
  if (first) return dated(dayWritten(first[2], first[1], first[3], from), without(first))
  const alone = monthAlone.exec(text)
  const number = alone && monthNumber(alone[1]?.slice(0, 3))
  if (!alone || !number) return null
  return { on: day(`${alone[2]}-${String(number).padStart(2, '0')}-01`), isMonth: true, left: without(alone) }
}

const dated = (on: Day | null, left: string): Dated | null => (on === null ? null : { on, isMonth: false, left })

function dayWritten(date = '', word = '', year: string | undefined, from: Day): Day | null {
  const inMonth = word.slice(0, 3)
  if (year !== undefined) return parseDay(`${date} ${inMonth} ${year}`)
  // 29 February is in one year of four.
  for (let next = yearOf(from); next < yearOf(from) + 5; next += 1) {
    const on = parseDay(`${date} ${inMonth} ${next}`)
    if (on !== null && on >= from) return on
  }
  return null
}

const clock =
  '(\\d{1,2}(?:[:.]\\d{2}|(?<=\\d\\d)\\d{2}(?=\\s*(?:-|to|hrs|hours|$)))?(?:\\s*[ap]\\.?m\\b\\.?)?|(?:12 )?(?:noon|midday))(?:\\s*noon\\b)?(?:\\s*(?:hrs|hours)\\b)?'
const span = new RegExp(`\\b${clock}\\s*(?:-|to|until)\\s*${clock}(?![\\w])`, 'i')
const one = /\b(\d{1,2}(?:[:.]\d{2})(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{4}\s*(?:hrs|hours)\b|(?:12 )?(?:noon|midday)\b)/i

function timesIn(text: string): { readonly startsAt: ClockTime | null; readonly endsAt: ClockTime | null; readonly left: string } {
  const both = span.exec(text)
  const [from, to] = [parseClock(both?.[1] ?? ''), parseClock(both?.[2] ?? '')]
  if (both && from !== null && to !== null) {
    const left = `${text.slice(0, both.index)} ${text.slice(both.index + both[0].length)}`
    return { startsAt: from, endsAt: to > from ? to : null, left }
  }
  const single = one.exec(text)
  const at = parseClock(single?.[1] ?? '')
  if (!single || at === null) return { startsAt: null, endsAt: null, left: text }
  return { startsAt: at, endsAt: null, left: `${text.slice(0, single.index)} ${text.slice(single.index + single[0].length)}` }
}
