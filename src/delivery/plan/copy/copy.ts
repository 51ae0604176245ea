/** A plan that begins from another keeps what still holds, with every date moved on as far as the year is. */
import { type Day, dayOfMonth, daysBetween, monthOf, yearOf } from '../../../kernel/day.ts'

export type Shift = { readonly months: number; readonly days: number }

/** From 1 April 2009 to 1 April 2010: twelve months, so that the end of a month stays one. */
export function shiftBetween(from: Day, to: Day): Shift {
  if (dayOfMonth(from) !== dayOfMonth(to)) return { months: 0, days: daysBetween(from, to) }
  return { months: (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from), days: 0 }
}

/** What begins the references of a plan's actions: CYP-PLAN. Two groups of one short name are told apart by a number. */
export function shortNameOf(group: string, taken: readonly string[]): string {
  const stem = group
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 20)
    .replace(/-+$/, '')
  const name = stem === '' ? 'PLAN' : `${stem}-PLAN`
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name}-${number}`
    if (!taken.includes(tried)) return tried
  }
}
