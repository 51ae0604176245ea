import type { Ruling } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { digestOf } from '../secret.ts'
import { type AttemptLimit, allowAttempt, windowMinutes } from './attempt.ts'

/**
 * Counts an attempt before it is known whether it succeeds, so that a thousand at once are not all let through. In a transaction of its own,
 * which a refused page does not undo.
 */
export async function beginAttempt(db: Db, limits: readonly AttemptLimit[], now: Temporal.Instant): Promise<Ruling<null>> {
  const since = now.subtract({ minutes: windowMinutes })
  const full: Temporal.Instant[] = []
  for (const { key, most } of limits) {
    await db`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`
    const [row] = await db<{ at: Temporal.Instant }[]>`
      select at
        from platform.attempt
       where key_digest = ${digestOf(key)} and at > ${since}
       order by at desc
      offset ${most - 1} limit 1`
    if (row) full.push(row.at)
  }
  const ruling = allowAttempt(full, now)
  if (ruling.accepted)
    for (const { key, isGuess = true } of limits)
      await db`insert into platform.attempt (key_digest, at, is_guess) values (${digestOf(key)}, ${now}, ${isGuess})`
  await db`delete from platform.attempt where at < ${now.subtract({ hours: 24 })}`
  return ruling
}

/** It was no guess: the first and narrowest limit begins anew, the wider ones do not count this one. */
export async function forgetAttempt(db: Db, limits: readonly AttemptLimit[], now: Temporal.Instant): Promise<void> {
  for (const [index, { key }] of limits.entries()) {
    await db`delete from platform.attempt where key_digest = ${digestOf(key)} and (${index === 0} or at = ${now})`
  }
}
