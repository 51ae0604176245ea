/**
 * Pace: how much of the way to a target has been covered, against how much of the time is gone (rules E4). On a straight line from the baseline a
 * third of the way is due after a third of the time. Exact, so that what is on pace to the last decimal is not called behind.
 */
import { compare, type Decimal, decimal, divided, isZero, minus, plus, times } from '../../kernel/decimal.ts'

/** From a base to a target, with so many of so many steps of time gone. Which way is better counts only where the target is to stay at the base. */
export type Way = {
  readonly base: Decimal
  readonly now: Decimal
  readonly target: Decimal
  readonly elapsed: number
  readonly total: number
  readonly better: 'higher' | 'lower'
}

export type Pace = {
  /** Of the way to the target, how much is covered: 1 is all of it, below 0 is away from it. */
  readonly share: Decimal
  /** Of what would be expected by now, how much there is. Null before any time has gone. */
  readonly ratio: Decimal | null
  /** What would be expected by now, on a straight line. */
  readonly expected: Decimal
  readonly isOnPace: boolean
}

const places = 10
const [nothing, whole] = [decimal('0'), decimal('1')]

export function paceOf({ base, now, target, elapsed, total, better }: Way): Pace {
  const way = minus(target, base)
  if (isZero(way)) {
    const isMet = better === 'higher' ? compare(now, target) >= 0 : compare(now, target) <= 0
    const kept = isMet ? whole : nothing
    return { share: kept, ratio: kept, expected: target, isOnPace: isMet }
  }
  const covered = minus(now, base)
  const [gone, all] = [decimal(String(elapsed)), decimal(String(total))]
  const due = times(way, gone)
  const ratio = elapsed === 0 ? null : divided(times(covered, all), due, places)
  // The way may lead down: then less is more of it.
  const ahead = compare(times(covered, all), due) * (way.digits > 0n ? 1 : -1)
  return { share: divided(covered, way, places), ratio, expected: plus(base, divided(due, all, places)), isOnPace: ahead >= 0 }
}

/** What has added up since the year began, with `k` of the year's `n` periods over. */
export type YearToDate = {
  readonly now: Decimal
  readonly yearsTarget: Decimal
  /** What was agreed for the same part of the year; null: an equal part for each period. */
  readonly profile: Decimal | null
  readonly k: number
  readonly n: number
  readonly better: 'higher' | 'lower'
}

export type PaceToDate = Omit<Pace, 'share'> & { readonly isStraightLine: boolean }

export function paceToDate({ now, yearsTarget, profile, k, n, better }: YearToDate): PaceToDate {
  const [part, of] = profile === null ? [times(yearsTarget, decimal(String(k))), decimal(String(n))] : [profile, whole]
  const against = compare(times(now, of), part)
  return {
    ratio: isZero(part) ? null : divided(times(now, of), part, places),
    expected: divided(part, of, places),
    isOnPace: better === 'higher' ? against >= 0 : against <= 0,
    isStraightLine: profile === null,
  }
}
