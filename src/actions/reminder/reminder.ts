/**
 * When somebody is reminded of an action: a week before its date, the day after, and each week after that for as long as it is open. Everybody has their
 * actions in one letter on Mondays. When two meetings of the group were held after its date, its chair is told.
 */
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'

export const daysBefore = 7
const meetingsLate = 2

export type Reminder = 'soon' | `late-${number}`

/**
 * What is due to be said in the days after `before` up to today; null for nothing. Of several that were missed the last counts: nobody is told that it is due
 * soon when it is late.
 */
export function reminderFor(dueOn: Day, before: Day, today: Day): Reminder | null {
  if (today <= before) return null
  const late = daysBetween(dueOn, today)
  if (late >= 1) {
    const said = 1 + Math.floor((late - 1) / 7) * 7
    return addDays(dueOn, said) > before ? `late-${said}` : null
  }
  const soonOn = addDays(dueOn, -daysBefore)
  return before < soonOn && soonOn <= today ? 'soon' : null
}

/** The last Monday of the days after `before` up to today. */
export function mondayIn(before: Day, today: Day): Day | null {
  const monday = addDays(today, -weekdayOf(today))
  return monday > before ? monday : null
}

/** 0 for a Monday; 5 January 2009 was one. */
const weekdayOf = (of: Day): number => ((daysBetween(firstMonday, of) % 7) + 7) % 7
const firstMonday = '2009-01-05' as Day

/** How many meetings of its group were held after its date. */
export const isToEscalate = (heldSince: number): boolean => heldSince >= meetingsLate
