/**
 * How Wexcombe's quarters were closed. The last that is over is open: some of it was submitted, some is missing. The five before it were locked eleven weeks
 * after their end, when what is published later was left open; and where something of them was corrected after that, they were unlocked for it.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { lastEndedBy, type Period, previous } from '../kernel/period.ts'

export type ExampleClosing = { readonly period: Period; readonly lockedOn: Day }

export type ExampleClosings = {
  readonly officer: string
  /** The earliest first. */
  readonly locked: readonly ExampleClosing[]
  readonly open: Period
  /** What has become of the open quarter's figures, by lead organisation. */
  readonly submitted: readonly { readonly lead: string; readonly become: 'submitted' | 'approved' | 'returned'; readonly reason: string }[]
  /** Why a quarter was locked although something was overdue, and what is said of a figure that looks unlikely. */
  readonly missing: string
  /** Why one was unlocked for a figure that came after. */
  readonly late: string
  readonly note: string
}

export function closingsOf(today: Day): ExampleClosings {
  const open = lastEndedBy(addDays(today, -1), 'quarter')
  if (open === null) throw new Error('A quarter has an end')
  const before: Period[] = []
  for (let period = previous(open, 'quarter'); period !== null && before.length < 5; period = previous(period, 'quarter'))
    before.unshift(period)
  return {
    officer: 'Amina Siddiqui',
    open,
    locked: before.map(period => ({ period, lockedOn: addDays(period.endsOn, 75) })),
    submitted: [
      { lead: 'NHS Wexcombe', become: 'approved', reason: '' },
      { lead: 'Wexcombe Fire and Rescue Service', become: 'submitted', reason: '' },
      { lead: 'Wexcombe Youth Justice Service', become: 'submitted', reason: '' },
      { lead: 'Wexcombe Jobs and Skills', become: 'returned', reason: 'Eastmarsh’s office says that its figure is for two months only' },
    ],
    missing: 'Its source had not sent it by the day of the meeting',
    late: 'A figure came after the quarter was locked',
    note: 'Asked back: the figure is as the source has it',
  }
}
