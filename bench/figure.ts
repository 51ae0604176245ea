/** What a benchmark has to say: figures, each with what is wanted of it, and how they were taken. */
export type Figure = {
  readonly what: string
  readonly found: string
  readonly wanted: string | null
  /** Null where nothing was wanted, or nothing stood beside it to compare with. */
  readonly reached: boolean | null
}

export type Report = { readonly title: string; readonly figures: readonly Figure[]; readonly how: readonly string[] }

export type Options = { readonly rows: number; readonly full: boolean }
export type Benchmark = (options: Options) => Promise<Report>

export const atMost = (what: string, found: number, wanted: number, shown: (value: number) => string = times): Figure => ({
  what,
  found: shown(found),
  wanted: `at most ${shown(wanted)}`,
  reached: found <= wanted,
})
export const noted = (what: string, found: string): Figure => ({ what, found, wanted: null, reached: null })

export const times = (ratio: number): string => `${plain(ratio)} times`
export const milliseconds = (value: number): string => `${plain(value)} ms`
export const seconds = (value: number): string => `${plain(value)} s`
export const kilobytes = (value: number): string => `${plain(value / 1000)} kB`
export const megabytes = (value: number): string => `${plain(value / 1e6)} MB`

/** As many places as say something. */
const plain = (value: number): string => value.toFixed(value >= 20 || Number.isInteger(value) ? 0 : value >= 1 ? 1 : 2)

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
