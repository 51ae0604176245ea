/** What is said of a comparison, whatever was compared. */

export type Difference = { readonly of: string; readonly words: readonly string[] }

const mostSaid = 50

export function report(cases: number, differing: readonly Difference[]): void {
  console.log(`${cases} cases, ${cases - differing.length} match`)
  for (const { of, words } of differing.slice(0, mostSaid)) console.log(`${of}: ${words.join('; ')}`)
  if (differing.length > mostSaid) console.log(`… and ${differing.length - mostSaid} more`)
  if (differing.length > 0 || cases === 0) process.exitCode = 1
}

/** As near as binary fractions that were computed in another order can be expected to be. */
export const isNear = (a: number, b: number, tolerance: number): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))
