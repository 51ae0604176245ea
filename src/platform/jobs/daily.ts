import { type Day, dayIn } from '../../kernel/day.ts'
import type { Db } from '../db/index.ts'

/**
 * What is done once a day for each partnership, in a visit to it. When Goldthread was not running at that time it is done as soon as it is; a day on which it did
 * not run at all is not done after it, but the next one knows `before`, and so which days it has to speak for.
 */
export type Daily = {
  readonly name: string
  /** In London, 07:00. */
  readonly at: string
  /** May be done again after it was committed, when the process is killed just then: mail is asked for under keys. */
  readonly work: (db: Db, days: DailyOf) => Promise<void>
}
export type DailyOf = {
  readonly today: Day
  readonly now: Temporal.Instant
  /** The last day for which it was done; null the first time. */
  readonly before: Day | null
}

/** The day in London on which it is at least so late; null when it is not yet. A time that summer time leaves out is over once it would have been. */
export function dayOnceIt(now: Temporal.Instant, is: string): Day | null {
  const { hour, minute } = now.toZonedDateTimeISO('Europe/London')
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` >= is ? dayIn(now) : null
}
