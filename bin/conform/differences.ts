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

const billionth = 1e-9

/** How two results of one case differ, in words, whatever they are made of; numbers may differ by a billionth of their size. */
export function differences(found: unknown, wanted: unknown, at = ''): string[] {
  if (typeof found === 'number' && typeof wanted === 'number')
    return Math.abs(found - wanted) <= billionth * Math.max(Math.abs(found), Math.abs(wanted)) ? [] : [said(at, found, wanted)]
  if (Array.isArray(found) && Array.isArray(wanted)) {
    if (found.length !== wanted.length) return [said(`${at} (how many)`, found.length, wanted.length)]
    return found.flatMap((each, index) => differences(each, wanted[index], `${at}[${index}]`))
  }
  if (isRecord(found) && isRecord(wanted))
    return [...new Set([...Object.keys(found), ...Object.keys(wanted)])].flatMap(name =>
      differences(found[name], wanted[name], at === '' ? name : `${at}.${name}`),
    )
  return found === wanted ? [] : [said(at, found, wanted)]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const said = (at: string, found: unknown, wanted: unknown) => `${at}: ${JSON.stringify(found)} and should be ${JSON.stringify(wanted)}`
