/** What takes long to make is made once: kept in this process by the digest of all that it is made from, so that it is never old. */
import { createHash } from 'node:crypto'

/** `most` of them are kept; the one that was longest not asked for goes first. One that failed is made again. */
export function madeOnce<Made>(make: (from: string) => Promise<Made>, most: number): (from: string) => Promise<Made> {
  const kept = new Map<string, Promise<Made>>()
  return from => {
    const key = createHash('sha256').update(from).digest('base64')
    const made = kept.get(key) ?? make(from)
    kept.delete(key)
    kept.set(key, made)
    made.catch(() => {
      if (kept.get(key) === made) kept.delete(key)
    })
    for (const longestUnasked of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(longestUnasked)
    }
    return made
  }
}
