/**
 * A session is one browser in which somebody has signed in. It ends by itself: twelve hours after it was last used, and seven days after it
 * began whatever happens.
 */
export const idleHours = 12
export const longestHours = 7 * 24
/** In so many browsers one person may be signed in; in a further one the one that was used longest ago is signed out. */
export const mostSessions = 20

export type Session = {
  readonly id: string
  readonly beganAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly address: string
  readonly agent: string
}

/** A session that began or was used before these is over. */
export const oldest = (now: Temporal.Instant) => ({
  beganAfter: now.subtract({ hours: longestHours }),
  seenAfter: now.subtract({ hours: idleHours }),
})

/** Noting every page would be a write for every read. */
export const isWorthNoting = (seenAt: Temporal.Instant, now: Temporal.Instant): boolean => seenAt.until(now).total('minutes') >= 5

/** "Firefox on Windows", as far as what a browser says of itself can be believed. */
export function browserName(agent: string): string {
  const browser = first(agent, [
    ['Edg/', 'Edge'],
    ['OPR/', 'Opera'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['Safari/', 'Safari'],
  ])
  const system = first(agent, [
    ['Android', 'Android'],
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Windows', 'Windows'],
    ['Mac OS', 'macOS'],
    ['Linux', 'Linux'],
  ])
  if (browser === null) return 'Another browser'
  return system === null ? browser : `${browser} on ${system}`
}

function first(agent: string, names: readonly (readonly [string, string])[]): string | null {
  return names.find(([mark]) => agent.includes(mark))?.[1] ?? null
}
