import { type Day, parseDay } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

/** The day that a page is asked for, today where nothing was said. */
export function dayAsked(typed: string, today: Day): Ruling<Day> {
  if (typed.trim() === '') return accept(today)
  const asked = parseDay(typed)
  return asked === null ? refuse({ field: 'on', text: 'Enter the day like 6 May 2009, or leave it empty for today' }) : accept(asked)
}
