/**
 * Each action and each milestone has up to three days: when it was planned, when it is now agreed or expected, and when it happened. Slippage is how far the last
 * that is known lies from the first. What is past its day and has not happened slips with every day, whatever anybody expects.
 */
import { addMonths, type Day, day, daysBetween, monthOf, yearOf } from '../../kernel/day.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

export type Days = {
  readonly plannedOn: Day | null
  /** Agreed since, or expected. */
  readonly expectedOn: Day | null
  readonly actualOn: Day | null
}

/** In days: late is above zero, early below. Null where it was never said when. */
export type Slippage = { readonly days: number; readonly against: 'actual' | 'expected' | 'today' | 'planned' } | null

export function slippageOf({ plannedOn, expectedOn, actualOn }: Days, today: Day): Slippage {
  if (plannedOn === null) return null
  if (actualOn !== null) return { days: daysBetween(plannedOn, actualOn), against: 'actual' }
  const next = expectedOn ?? plannedOn
  if (next < today) return { days: daysBetween(plannedOn, today), against: 'today' }
  return { days: daysBetween(plannedOn, next), against: expectedOn === null ? 'planned' : 'expected' }
}

/** Slipped 12 days; 1 day late so far; 3 days early; on time. */
export function slippageInWords(slippage: Slippage): string {
  if (slippage === null) return 'No date planned'
  const { days, against } = slippage
  const size = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  if (against === 'today') return `${size} late so far`
  if (against === 'planned') return 'As planned'
  if (days === 0) return against === 'actual' ? 'On time' : 'Expected on time'
  if (against === 'actual') return days > 0 ? `Slipped ${size}` : `${size} early`
  return days > 0 ? `Expected ${size} late` : `Expected ${size} early`
}

export type Standing = 'slipped' | 'early' | 'on-time' | 'unknown'
export const standingOf = (slippage: Slippage): Standing =>
  slippage === null ? 'unknown' : slippage.days > 0 ? 'slipped' : slippage.days < 0 ? 'early' : 'on-time'

export type Scheduled = Days & {
  readonly id: PlannedActionId
  readonly planId: PlanId
  readonly reference: string
  readonly text: string
  readonly startsOn: Day | null
  /** It is not pursued any more: it has a row, and is not counted. */
  readonly isDropped: boolean
  readonly milestones: readonly (Days & { readonly id: number; readonly text: string })[]
}

/** Days of a plan's year that are over, and how many it has. */
export function timeGone({ startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day }, today: Day) {
  const total = daysBetween(startsOn, endsOn) + 1
  return { gone: Math.min(total, Math.max(0, daysBetween(startsOn, today))), total }
}

export type Count = { readonly done: number; readonly all: number; readonly due: number; readonly dueDone: number }

/** Of those that are pursued: how many are met or complete, and how many of those that were to be by now. */
export function countOf(days: readonly Days[], today: Day): Count {
  const due = days.filter(({ plannedOn }) => plannedOn !== null && plannedOn <= today)
  return {
    done: days.filter(({ actualOn }) => actualOn !== null).length,
    all: days.length,
    due: due.length,
    dueDone: due.filter(({ actualOn }) => actualOn !== null).length,
  }
}

/** From the first of the month in which anything is, to the last day of the month in which anything is, within reason. */
export function spanOf(
  plan: { readonly startsOn: Day; readonly endsOn: Day },
  scheduled: readonly Scheduled[],
): { readonly from: Day; readonly months: number } {
  const days = scheduled
    .flatMap(({ startsOn, milestones, ...own }) => [
      startsOn,
      ...[own, ...milestones].flatMap(each => [each.plannedOn, each.expectedOn, each.actualOn]),
    ])
    .filter(each => each !== null)
    .filter(each => each >= addMonths(plan.startsOn, -mostBeyond) && each <= addMonths(plan.endsOn, mostBeyond))
  const first = days.reduce((least, each) => (each < least ? each : least), plan.startsOn)
  const last = days.reduce((most, each) => (each > most ? each : most), plan.endsOn)
  const months = (yearOf(last) - yearOf(first)) * 12 + monthOf(last) - monthOf(first) + 1
  return { from: day(`${first.slice(0, 8)}01`), months }
}
/** A slip of the pen, 2090 for 2009, does not make the picture eighty years wide. */
const mostBeyond = 18
