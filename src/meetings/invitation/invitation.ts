/** Who is to be told what of a meeting by mail: everybody at its table, once for each state that their calendar ought to have. */
import type { Meeting } from '../meeting/meeting.ts'

export type Told = { readonly sequence: number; readonly isCancelled: boolean; readonly sentAt: Temporal.Instant }
export type Guest = {
  readonly personId: number
  readonly name: string
  readonly email: string | null
  /** Whether they sit or stand in at the table on the day. */
  readonly isAtTable: boolean
  readonly told: Told | null
}
type Of = Pick<Meeting, 'state' | 'dayKnown'> & { readonly sequence: number }

/** What they are to be sent now: an invitation or its update, a cancellation, or nothing. */
export function dueFor({ state, dayKnown, sequence }: Of, { email, isAtTable, told }: Guest): 'REQUEST' | 'CANCEL' | null {
  if (email === null || state === 'held') return null
  const isInvited = told !== null && !told.isCancelled
  if (state === 'cancelled' || !isAtTable) return isInvited ? 'CANCEL' : null
  if (dayKnown === 'month') return null
  return isInvited && told.sequence >= sequence ? null : 'REQUEST'
}

/** A calendar that was told of a cancellation takes back only what has a higher number. */
export const needsNewSequence = (of: Of, guests: readonly Guest[]): boolean =>
  guests.some(
    guest => dueFor(of, guest) === 'REQUEST' && guest.told !== null && guest.told.isCancelled && guest.told.sequence >= of.sequence,
  )
