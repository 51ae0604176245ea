import { createHash } from 'node:crypto'

/** Chance that is the same again for the same words: a failure is found again by the seed and the number of its round. */
export type Chance = {
  /** A whole number from 0 up to, and without, this. */
  below(limit: number): number
  /** True so often: of ten times, three for 0.3. */
  may(often: number): boolean
  pick<T>(list: readonly T[]): T
  times<T>(most: number, make: (at: number) => T): T[]
}

export function chanceOf(words: string): Chance {
  const digest = createHash('sha256').update(words).digest()
  let [a, b, c, d] = [0, 4, 8, 12].map(at => digest.readUInt32LE(at)) as [number, number, number, number]
  /** sfc32, by Chris Doty-Humphrey. */
  const next = (): number => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    may: often => next() < often,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('There is nothing to pick')
      return list[below(list.length)] as T
    },
    times: (most, make) => Array.from({ length: below(most + 1) }, (_, at) => make(at)),
  }
}
