/** What is to be reached by when, over all plans that are in force. The day that counts is the one that is expected; without one, the day that was planned. */
import { addMonths, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

export type DueMilestone = {
  readonly id: number
  readonly text: string
  readonly dueOn: Day
  readonly plannedOn: Day | null
  readonly planId: PlanId
  readonly plan: string
  readonly groupId: number
  readonly group: string
  readonly plannedActionId: PlannedActionId
  readonly reference: string
  readonly action: string
  readonly owners: readonly LeadOf[]
}
/** `key`: person-12, seat-3. */
export type LeadOf = { readonly key: string; readonly name: string }

/** How far ahead one looks, in months: the next quarter, and the horizons of an annual review. */
export const horizons = [3, 6, 12, 18] as const
export type Horizon = (typeof horizons)[number]
export const horizonNames: Readonly<Record<Horizon, string>> = {
  3: 'Next 3 months',
  6: 'Next 6 months',
  12: 'Next 12 months',
  18: 'Next 18 months',
}
export const horizonEnd = (today: Day, horizon: Horizon): Day => addMonths(today, horizon)

export const isOverdue = ({ dueOn }: Pick<DueMilestone, 'dueOn'>, today: Day): boolean => dueOn < today

/** 30 September 2009, overdue by 1 day; with the day that was planned where another is expected. */
export function dueInWords({ dueOn, plannedOn }: Pick<DueMilestone, 'dueOn' | 'plannedOn'>, today: Day): string {
  const days = daysBetween(dueOn, today)
  const late = days > 0 ? `, overdue by ${days === 1 ? '1 day' : `${days} days`}` : ''
  const planned = plannedOn !== null && plannedOn !== dueOn ? ` (planned for ${dayLabel(plannedOn)})` : ''
  return `${dayLabel(dueOn)}${late}${planned}`
}

/** By name, each once. */
export function leadsIn(due: readonly DueMilestone[]): LeadOf[] {
  const leads = new Map(due.flatMap(({ owners }) => owners.map(owner => [owner.key, owner] as const)))
  return [...leads.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
