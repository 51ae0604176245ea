/**
 * How many requests a minute are answered: so many for one browser in which somebody is signed in, and ten times as many for one place, which a whole office
 * may share. More than people ask for, and less than it takes to carry everything away or to keep everybody else waiting. Each process counts for itself.
 */
export type Pace = { allow(place: string, session: string | undefined, now: number): boolean }

export const placesShare = 10

export function openPace(requestsAMinute: number): Pace {
  let minute = 0
  const counts = new Map<string, number>()

  function isWithin(key: string, most: number): boolean {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= most
  }

  return {
    allow(place, session, now) {
      const current = Math.floor(now / 60_000)
      if (current !== minute) counts.clear()
      minute = current
      const isPlaceWithin = isWithin(`place ${place}`, requestsAMinute * placesShare)
      return isPlaceWithin && (session === undefined || isWithin(`session ${session}`, requestsAMinute))
    },
  }
}

/** A home or an office has a whole network of version 6 addresses. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
