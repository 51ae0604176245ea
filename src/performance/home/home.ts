/**
 * Home is what there is to do for whoever comes: figures that they have to send, or that are late from others, and what is new.
 */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { following, type Period } from '../../kernel/period.ts'
import type { ImportState } from '../data-import/data-import.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Assessment } from '../judgement/judgement.ts'
import type { Standing } from '../standing/standing.ts'

export type DueFigure = { readonly period: Period; readonly on: Day; readonly isLate: boolean }

/** The figure of an indicator's last period, and who reported it when. */
export type News = Period & {
  readonly indicatorId: IndicatorId
  readonly value: Decimal
  readonly revision: number
  readonly reportedByName: string
  readonly reportedAt: Temporal.Instant
}

/** A file that somebody brought and nobody has decided about. */
export type Waiting = { readonly id: number; readonly fileName: string; readonly state: ImportState; readonly madeByName: string }

/** So many days ahead something counts as due. */
export const ahead = 30

/** Null where nothing is awaited: it is closed or deferred, or comes when it comes. */
export function dueNext({ indicator, returns }: Standing, assessment: Assessment, today: Day): DueFigure | null {
  const { frequency, lagDays, closedOn, deferredReason } = indicator
  if (frequency === null || deferredReason !== null || (closedOn !== null && closedOn <= today)) return null
  const period = periodAwaited(returns, assessment, frequency)
  if (period === null) return null
  const on = addDays(period.endsOn, lagDays)
  return { period, on, isLate: on < today }
}

/** The one after the last figure that came; where none has come, the one that the judgement waits for. */
function periodAwaited(
  returns: Standing['returns'],
  assessment: Assessment,
  frequency: NonNullable<Standing['indicator']['frequency']>,
): Period | null {
  const last = returns.findLast(({ value, absence }) => value !== null || absence === 'suppressed' || absence === 'not-applicable')
  return last === undefined ? assessment.period : following(last, frequency)
}

/** What is late first, then what is due within so many days. */
export function toSend<Row extends { readonly due: DueFigure }>(rows: readonly Row[], today: Day, within: number): Row[] {
  const soon = addDays(today, within)
  return rows.filter(({ due }) => due.on <= soon).toSorted((a, b) => (a.due.on < b.due.on ? -1 : a.due.on > b.due.on ? 1 : 0))
}
