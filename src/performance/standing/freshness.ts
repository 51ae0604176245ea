/**
 * How old a figure is and whether the next one should be here. It never touches the judgement: an old figure is judged as it stands,
 * but whoever looks must see that it is old.
 */
import { addDays, addMonths, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { type Frequency, monthsBetweenReports, type Period } from '../../kernel/period.ts'

export type Freshness = {
  /** '8 months old' */
  readonly age: string
  /** What is to come: 'next expected by 26 May 2027', 'next one overdue since 26 May 2026'; null when nobody can know or none is awaited. */
  readonly next: string | null
  readonly isOverdue: boolean
}

type Reported = {
  readonly period: Period
  readonly frequency: Frequency | null
  readonly lagDays: number
  /** Closed and deferred indicators owe nothing. */
  readonly awaited: boolean
}

/** Of the newest figure there is, on a day. */
export function freshnessToday({ period, frequency, lagDays, awaited }: Reported, today: Day): Freshness {
  const age = period.endsOn < today ? `${spanOf(period.endsOn, today)} old` : 'period not over'
  const step = awaited && frequency !== null ? monthsBetweenReports(frequency) : null
  if (step === null) return { age, next: null, isOverdue: false }

  const missing = reportsMissing(period.endsOn, step, lagDays, today)
  const due = addDays(monthsLater(period.endsOn, step), lagDays)
  if (missing === 0) return { age, next: `next expected by ${dayLabel(due)}`, isOverdue: false }
  return {
    age,
    next: missing === 1 ? `next one overdue since ${dayLabel(due)}` : `next ${missing} overdue, the first since ${dayLabel(due)}`,
    isOverdue: true,
  }
}

/** Of the figure that stands for a chosen period: how far it reaches. */
export function freshnessIn(period: Period, chosen: Period): Freshness {
  const age = period.endsOn >= chosen.endsOn ? 'up to the period’s end' : `${spanOf(period.endsOn, chosen.endsOn)} before the period’s end`
  return { age, next: null, isOverdue: false }
}

/** 'reported 6 weeks after the period’s end' */
export function reportedAfter(period: Period, reportedOn: Day): string {
  if (reportedOn <= period.endsOn) return 'reported before the period’s end'
  return `reported ${spanOf(period.endsOn, reportedOn)} after the period’s end`
}

/** As people say it: 12 days, 6 weeks, 8 months, 3 years. */
export function spanOf(from: Day, to: Day): string {
  const days = daysBetween(from, to)
  if (days < 14) return counted(days, 'day')
  const months = monthsBetween(from, to)
  if (months < 2) return counted(Math.floor(days / 7), 'week')
  return months < 24 ? counted(months, 'month') : counted(Math.floor(months / 12), 'year')
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** How many further reports should have been published by a day. */
function reportsMissing(endsOn: Day, step: number, lagDays: number, today: Day): number {
  const published = addDays(today, -lagDays)
  const passed = Math.max(0, Math.floor(monthsBetween(endsOn, published) / step))
  return passed > 0 && monthsLater(endsOn, step * passed) >= published ? passed - 1 : passed
}

/** The last day of a month stays the last day of a month. */
const monthsLater = (endsOn: Day, months: number): Day => addDays(addMonths(addDays(endsOn, 1), months), -1)

/** Whole months that have passed; from a month's last day to a month's last day counts as whole. */
function monthsBetween(from: Day, to: Day): number {
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return addMonths(from, months) <= to ? months : months - 1
}
