/**
 * Progress to a target, held against the results of Open SDG's sdg-build: every file of cases in a folder. What its later version expects counts
 * (`expected`), and its names of classes are given ours.
 */
import { globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Growth, growthOf } from '../../src/performance/index.ts'
import { type Difference, isNear, report } from './differences.ts'

type Case = {
  readonly id: string
  readonly points: readonly (readonly [year: number | string, value: number | null])[]
  readonly options?: {
    readonly baseYear?: number | null
    readonly target?: number | null
    readonly targetYear?: number | null
    readonly direction?: string | null
    readonly limit?: number | null
  }
  readonly expected: Readonly<Record<string, unknown>>
}

export function conformProgress(from: string): void {
  const [folder, pattern] = statSync(from).isDirectory() ? [from, '*.json'] : [dirname(from), from.slice(dirname(from).length + 1)]
  const cases = globSync(pattern, { cwd: folder })
    .toSorted()
    .flatMap(file => casesIn(join(folder, file)))
  const differing = cases.map(differencesIn).filter(({ words }) => words.length > 0)
  report(cases.length, differing)
}

function casesIn(path: string): readonly Case[] {
  const content = JSON.parse(readFileSync(path, 'utf8')) as readonly Case[] | { readonly cases?: readonly Case[] }
  return Array.isArray(content) ? content : ((content as { readonly cases?: readonly Case[] }).cases ?? [])
}

function differencesIn(each: Case): Difference {
  const found = asExpected(computed(each))
  const words = Object.entries(each.expected).flatMap(([name, expected]) => {
    if (name === 'thresholds') return isSameThresholds(expected, found.thresholds) ? [] : [said(name, found.thresholds, expected)]
    const value = found[name as keyof typeof found]
    return value === undefined || isSame(value, expected) ? [] : [said(name, value, expected)]
  })
  return { of: each.id, words }
}

/** Open SDG's own defaults, its direction among them. A range of years stands for its first. */
function computed({ points, options = {} }: Case): Growth {
  return growthOf({
    points: points.flatMap(([year, value]) => (value === null ? [] : [[Number(String(year).slice(0, 4)), value] as const])),
    baseYear: options.baseYear ?? 2015,
    target: options.target ?? null,
    targetYear: options.targetYear ?? 2030,
    better: options.direction === 'positive' ? 'higher' : 'lower',
    limit: options.limit ?? null,
  })
}

const theirNames: Readonly<Record<Growth['class'], string>> = {
  achieved: 'target_achieved',
  'on-track': 'substantial_progress',
  some: 'moderate_progress',
  limited: 'limited_progress',
  away: 'deterioration',
  'not-known': 'not_available',
}

const asExpected = ({ base, current, thresholds, progress, class: name, score }: Growth) => ({
  baseYear: base?.year ?? null,
  baseValue: base?.value ?? null,
  currentYear: current?.year ?? null,
  currentValue: current?.value ?? null,
  thresholds: { high: thresholds.high, med: thresholds.medium, low: thresholds.low },
  progressValue: progress,
  targetAchieved: name === 'achieved',
  status: theirNames[name],
  score,
})

const tolerance = 1e-9

function isSame(ours: unknown, theirs: unknown): boolean {
  return typeof ours === 'number' && typeof theirs === 'number' ? isNear(ours, theirs, tolerance) : ours === theirs
}

function isSameThresholds(expected: unknown, ours: Readonly<Record<string, number>>): boolean {
  return Object.entries(expected as Record<string, unknown>).every(([name, value]) => !(name in ours) || isSame(ours[name], value))
}

const said = (name: string, ours: unknown, theirs: unknown): string =>
  `${name} is ${JSON.stringify(ours)} and should be ${JSON.stringify(theirs)}`
