/**
 * Process control held against other people's tools. Each form of case is put to Goldthread's own rules (`src/performance/process-control`) with the
 * choices that the tool makes.
 */
import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Difference, report } from './differences.ts'
import { type Chart, chartDifferences, type Unit, unitDifferences } from './plot-the-dots.ts'
import { type Critical, criticalDifferences, type QicCase, qicDifferences, type RunCase, runDifferences } from './qicharts.ts'

/** Every case of a file, or of every file of a folder. */
export function conformSpc(from: string): void {
  const files = statSync(from).isDirectory() ? globSync('*.json', { cwd: from }).map(file => join(from, file)) : [from]
  const outcomes = files.toSorted().flatMap(file => {
    const content: Content | NonNullable<Content['cases']> = JSON.parse(readFileSync(file, 'utf8'))
    return outcomesOf('length' in content ? { cases: content } : content).map(({ of, words }) => ({
      of: `${basename(file, '.json')}, ${of}`,
      words,
    }))
  })
  report(
    outcomes.length,
    outcomes.filter(({ words }) => words.length > 0),
  )
}

type Content = {
  readonly cases?: readonly (Chart | QicCase | (Unit & { readonly expected: unknown }))[]
  readonly runChartFuzz?: readonly RunCase[]
  readonly anhoejCriticalValues?: Critical
}

function outcomesOf({ cases = [], runChartFuzz = [], anhoejCriticalValues }: Content): Difference[] {
  return [
    ...cases.map((each, at): Difference => {
      if ('function' in each) return { of: `case ${at + 1}`, words: unitDifferences(each) }
      return { of: each.id, words: 'call' in each ? qicDifferences(each) : chartDifferences(each) }
    }),
    ...runChartFuzz.map((each, at) => ({ of: `run chart ${at + 1}`, words: runDifferences(each) })),
    ...(anhoejCriticalValues === undefined ? [] : criticalDifferences(anhoejCriticalValues)).map(found => ({
      of: 'critical values',
      words: found,
    })),
  ]
}
