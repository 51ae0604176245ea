/**
 * A lock lies on a period of an agreement once its figures were approved: nothing that ends within its days is written until a performance officer
 * unlocks it and says why. Forms, grids and files ask here first; the database holds to the same.
 */
import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Period, periodLabel } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'

/** `startsOn` and `endsOn` are those of the period that was closed, a quarter or a year. */
export type Lock = Period & { readonly lockedAt: Temporal.Instant; readonly lockedByName: string }

export type LockingId = Id<'locking'>

/** One turn of the key, as the closing tells it. */
export type Locking = Lock & {
  readonly id: LockingId
  readonly reason: string
  readonly indicators: number
  readonly unlockedAt: Temporal.Instant | null
  readonly unlockedByName: string | null
  readonly unlockReason: string | null
}

/** The lock that keeps what ends on a day from being written, of those that lie on its indicator. */
export const lockOver = (locks: readonly Lock[], endsOn: Day): Lock | null =>
  locks.find(lock => lock.startsOn <= endsOn && endsOn <= lock.endsOn) ?? null

/** Whether what is about a period may be written; `field` is the input to point at. */
export function whileUnlocked(locks: readonly Lock[], { endsOn }: Pick<Period, 'endsOn'>, field?: string): Ruling<null> {
  const lock = lockOver(locks, endsOn)
  return lock === null ? accept(null) : refuse(lockProblem(lock, field))
}

export function lockProblem(lock: Lock, field?: string): Problem {
  const text = `${lockedWords(lock)}, so nothing of it can be changed. A performance officer can unlock it, and says why`
  return field === undefined ? { text } : { field, text }
}

/** Q2 2026-27 was locked on 6 November 2026 by Amina Siddiqui */
export const lockedWords = (lock: Lock): string =>
  `${periodLabel(lock, null)} was locked on ${dayLabel(dayIn(lock.lockedAt))} by ${lock.lockedByName}`
