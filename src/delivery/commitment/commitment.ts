/** Milestones kept: of the milestones of an organisation's actions that were planned in the last twelve months, how many were met by their day. */
import { addMonths, type Day } from '../../kernel/day.ts'

export type PlannedMilestone = { readonly plannedOn: Day; readonly metOn: Day | null }
export type Meeting = 'on-time' | 'late' | 'not-yet'

/** Null for one that was not to be met in this time. */
export function meetingOf({ plannedOn, metOn }: PlannedMilestone, today: Day): Meeting | null {
  if (plannedOn <= addMonths(today, -12) || plannedOn > today || (plannedOn === today && metOn === null)) return null
  if (metOn === null) return 'not-yet'
  return metOn <= plannedOn ? 'on-time' : 'late'
}
