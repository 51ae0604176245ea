/** A month as a sheet on the wall: weeks from Monday to Sunday. */
import { addDays, addMonths, type Day, day, daysInMonth, monthName, monthOf, weekdayOf, yearOf } from '../../kernel/day.ts'

/** Its first day; null for what names no month. */
export function monthAsked(text: string): Day | null {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('0000') ? day(`${text}-01`) : null
}

export const monthTitle = (first: Day): string => `${monthName(monthOf(first))} ${yearOf(first)}`
export const monthPath = (first: Day): string => first.slice(0, 7)
export const firstOf = (on: Day): Day => day(`${on.slice(0, 8)}01`)

/** Days of the months before and after fill its first and last week. */
export function weeksOf(first: Day): readonly (readonly Day[])[] {
  const from = addDays(first, 1 - weekdayOf(first))
  const days = weekdayOf(first) - 1 + daysInMonth(yearOf(first), monthOf(first))
  return Array.from({ length: Math.ceil(days / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => addDays(from, week * 7 + at)))
}

export const monthAfter = (first: Day): Day => addMonths(first, 1)
export const monthBefore = (first: Day): Day => addMonths(first, -1)
