/**
 * When something is due, as people say it in a meeting: "next meeting", "end of June", "22/6", "by 15 September 2008". A day without its year is the next one
 * after the meeting. What is not understood is said, and kept as it was typed.
 */
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayLabel,
  daysBetween,
  daysInMonth,
  monthName,
  monthNumber,
  monthOf,
  parseDay,
  yearOf,
} from '../../kernel/day.ts'
import type { MeetingId } from '../meeting/meeting.ts'

export type Due =
  /** At a meeting it moves with it. */
  | { readonly kind: 'day'; readonly on: Day; readonly meetingId: MeetingId | null }
  /** Ongoing, as soon as possible, to be agreed: there is no day, and none was meant. */
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown'; readonly why: string }

export type When = {
  /** Of the meeting at which it is said. */
  readonly meetingDay: Day
  /** The group's meetings after it, in order. */
  readonly later: readonly { readonly id: MeetingId; readonly onDay: Day }[]
  /** Another reader, for what our own rules have no word for. */
  readonly otherwise?: (text: string, meetingDay: Day) => Day | null
}

/** Null where nothing was typed. */
export function readDue(typed: string, when: When): Due | null {
  const plain = typed
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.;,\s]+$/, '')
    .replace(
      /^(?:(?:due|required|responses|feedback|is|are|no later than|not later than|by|before|on|at|for|in time for|until|to|,|:)\s+)+/,
      '',
    )
    .replace(/^(?:the|either|either the)\s+/, '')
    .trim()
  if (plain === '') return null
  if (
    /^(?:ongoing|on-going|continuing|standing|asap|as soon as possible|immediately|urgent|tb[cad]|to be (?:confirmed|agreed|advised)|timescales? to be agreed|none|n\/a|-)$/.test(
      plain,
    )
  )
    return { kind: 'open' }
  return atMeeting(plain, when) ?? onDay(plain, when)
}

/** Mon 22 June 2009. */
export const dueWords = (on: Day): string => `${weekdays[weekdayOf(on)]?.slice(0, 3)} ${dayLabel(on)}`

/** Next meeting; the March meeting; either the April or May meetings, of which it is the later. */
function atMeeting(plain: string, { later, meetingDay }: When): Due | null {
  const [, head = ''] = /^(.*?)\s*\b(?:group |board |executive |management group )?meetings?$/.exec(plain) ?? []
  if (head === '') return null
  if (/^(?:next|following|our next|group's next)$/.test(head)) return nth(later, 0, 'There is no next meeting in the calendar yet')
  if (/^(?:next but one|meeting after next)$/.test(head)) return nth(later, 1, 'There are not two further meetings in the calendar yet')
  const months = head
    .split(/\s*(?:,|\/|\bor\b|\band\b|\bthe\b)\s*/)
    .filter(each => each !== '')
    .map(monthNumber)
  const last = months.at(-1)
  if (last === undefined || months.some(month => month === null)) return null
  const meeting = later.find(({ onDay }) => monthOf(onDay) === last && daysBetween(meetingDay, onDay) < 366)
  if (meeting) return { kind: 'day', on: meeting.onDay, meetingId: meeting.id }
  return { kind: 'unknown', why: `There is no meeting in ${monthName(last ?? 0)} in the calendar yet` }
}

function nth(later: When['later'], at: number, why: string): Due {
  const meeting = later[at]
  return meeting ? { kind: 'day', on: meeting.onDay, meetingId: meeting.id } : { kind: 'unknown', why }
}

function onDay(plain: string, { meetingDay, otherwise }: When): Due {
  const on =
    parseDay(plain) ??
    withoutYear(plain, meetingDay) ??
    endOf(plain, meetingDay) ??
    weekday(plain, meetingDay) ??
    within(plain, meetingDay) ??
    otherwise?.(plain, meetingDay) ??
    null
  return on === null ? { kind: 'unknown', why: 'No day can be read from this' } : { kind: 'day', on, meetingId: null }
}

/** 22/6, 22nd June, Monday 11 May: the next such day from the meeting on. */
function withoutYear(plain: string, from: Day): Day | null {
  const bare = plain.replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d)/, '')
  const figures = /^(\d{1,2})[/. -](\d{1,2})$/.exec(bare)
  const words = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)$/.exec(bare) ?? undefined
  const monthFirst = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?$/.exec(bare) ?? undefined
  const month = figures ? Number(figures[2]) : monthNumber(words?.[2] ?? monthFirst?.[1])
  const date = Number(figures?.[1] ?? words?.[1] ?? monthFirst?.[2])
  if (month === null || month < 1 || month > 12 || !(date >= 1)) return null
  // A leap day waits for its year.
  for (let year = yearOf(from); year <= yearOf(from) + 4; year++)
    if (date <= daysInMonth(year, month)) {
      const found = dayIn(year, month, date)
      if (found >= from) return found
    }
  return null
}

/** End of June, mid-July, by June, end of the month, end of next week, the end of the year. */
function endOf(plain: string, from: Day): Day | null {
  const [, part = '', rest = ''] = /^(?:(end|close|beginning|start|middle|mid)(?: of)?[ -])?(?:the )?(.+)$/.exec(plain) ?? []
  const isStart = part === 'beginning' || part === 'start'
  const isMiddle = part === 'mid' || part === 'middle'
  const day = (year: number, month: number) => dayIn(year, month, isStart ? 1 : isMiddle ? 15 : daysInMonth(year, month))
  const [, word = '', year] = /^([a-z]+)(?: (\d{4}))?$/.exec(rest) ?? []
  const month = monthNumber(word)
  if (month !== null) {
    if (year !== undefined) return day(Number(year), month)
    const found = day(yearOf(from), month)
    return found >= from ? found : day(yearOf(from) + 1, month)
  }
  if (part === '') return null
  const named: Readonly<Record<string, () => Day>> = {
    month: () => day(yearOf(from), monthOf(from)),
    'this month': () => day(yearOf(from), monthOf(from)),
    'next month': () => {
      const next = addMonths(from, 1)
      return day(yearOf(next), monthOf(next))
    },
    week: () => ofWeek(from, 0, isStart),
    'this week': () => ofWeek(from, 0, isStart),
    'next week': () => ofWeek(from, 1, isStart),
    year: () => dayIn(yearOf(from), 12, 31),
    'financial year': () => dayIn(monthOf(from) < 4 ? yearOf(from) : yearOf(from) + 1, 3, 31),
  }
  return Object.hasOwn(named, rest) ? (named[rest]?.() ?? null) : null
}

/** Friday, or Monday for its beginning. */
const ofWeek = (from: Day, weeks: number, isStart: boolean): Day => addDays(from, 7 * weeks - weekdayOf(from) + (isStart ? 0 : 4))

/** Friday and this Friday are the first after the meeting; next Friday is that of the week after. */
function weekday(plain: string, from: Day): Day | null {
  const [, which = '', word = ''] = /^(?:(this|next|coming) )?([a-z]{3,})$/.exec(plain) ?? []
  const at = weekdays.findIndex(name => name.toLowerCase().startsWith(word) && word !== '')
  if (at < 0) return null
  if (which === 'next') return addDays(from, 7 - weekdayOf(from) + at)
  return addDays(from, ((at - weekdayOf(from) + 6) % 7) + 1)
}

/** Tomorrow; in two weeks; within a fortnight; next week. */
function within(plain: string, from: Day): Day | null {
  if (plain === 'today') return from
  if (plain === 'tomorrow') return addDays(from, 1)
  if (plain === 'next week') return ofWeek(from, 1, false)
  if (plain === 'next month') return endOf('end of next month', from)
  const [, count = '', unit = ''] =
    /^(?:in|within|after)? ?(?:the )?(?:next )?(an?|one|two|three|four|six|\d{1,2})? ?(fortnight|days?|weeks?|months?)(?:'? time)?$/.exec(
      plain,
    ) ?? []
  const number = Number({ '': '1', a: '1', an: '1', one: '1', two: '2', three: '3', four: '4', six: '6' }[count] ?? count)
  if (unit === '' || (count === '' && unit !== 'fortnight')) return null
  if (unit.startsWith('month')) return addMonths(from, number)
  return addDays(from, number * (unit.startsWith('day') ? 1 : unit.startsWith('week') ? 7 : 14))
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const aMonday = day('2009-05-04')
const weekdayOf = (of: Day): number => ((daysBetween(aMonday, of) % 7) + 7) % 7

const dayIn = (year: number, month: number, date: number): Day =>
  day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
