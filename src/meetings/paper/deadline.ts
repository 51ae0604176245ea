/** By when a paper is due: as was agreed for it, or so many days before its meeting as the group counts them (rules E8). */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { daysBefore, notWorkedBecause, type WorkingCalendar } from '../../kernel/working-day.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Practice } from '../practice/practice.ts'
import { isOwed, lateness, lateWords, type Paper } from './paper.ts'

export type Deadlines = { readonly practice: Practice; readonly calendar: WorkingCalendar }

/** Null while its meeting, or the day of that, is not known. */
export function dueBy(
  { dueOn }: Pick<Paper, 'dueOn'>,
  at: Pick<Meeting, 'onDay' | 'dayKnown'> | null,
  { practice, calendar }: Deadlines,
): Day | null {
  if (dueOn !== null) return dueOn
  return at === null || at.dayKnown === 'month' ? null : daysBefore(at.onDay, practice.papersDue, practice.papersDueIn, calendar)
}

/** With a warning where nobody works on that day: 13 April 2009, which is Easter Monday. */
export function dueWords(dueOn: Day, { calendar }: Pick<Deadlines, 'calendar'>): string {
  const because = notWorkedBecause(dueOn, calendar)
  return because === null ? dayLabel(dueOn) : `${dayLabel(dueOn)}, which is ${because}`
}

/** What is said of how a paper stands; `isBad` where somebody has to do something, or was late. */
export function standingOf(
  paper: Paper,
  at: Pick<Meeting, 'onDay' | 'dayKnown'> | null,
  deadlines: Deadlines,
  today: Day,
): { readonly words: string; readonly tag: string } {
  const { practice, calendar } = deadlines
  if (paper.withdrawnOn !== null)
    return { words: `${dayLabel(paper.withdrawnOn)}${paper.withdrawnBecause && `: ${paper.withdrawnBecause}`}`, tag: 'Withdrawn' }
  if (!isOwed(paper)) {
    const late = lateness(paper)
    return late === null
      ? { words: '', tag: '' }
      : { words: `${lateWords(late.dueOn, late.onDay, practice.papersDueIn, calendar)}: due ${dayLabel(late.dueOn)}`, tag: 'Late' }
  }
  const dueOn = dueBy(paper, at, deadlines)
  if (dueOn === null) return { words: 'The day of its meeting is not known yet', tag: 'To come' }
  if (dueOn >= today) return { words: `Due ${dueWords(dueOn, deadlines)}`, tag: 'To come' }
  return { words: `Due ${dayLabel(dueOn)}, ${lateWords(dueOn, today, practice.papersDueIn, calendar)}`, tag: 'Missing' }
}
