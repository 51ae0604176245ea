/**
 * qicharts2 0.8.1, an R package: run charts, and charts with limits. Goldthread draws the run chart and the chart of individual values and ranges
 * (`run` and `i`). For the other kinds (`mr`, `c`, `p`, `u` and Laney's) the centre line and the limits are the textbook's, here and nowhere else,
 * so that the runs about them can be compared too.
 */
import { addDays, day } from '../../src/kernel/day.ts'
import { absolute, minus } from '../../src/kernel/decimal.ts'
import {
  type Choices,
  control,
  crossingsByChance,
  longestRunByChance,
  makingDataCount,
  type Runs,
  runChart,
  runsAbout,
} from '../../src/performance/index.ts'
import { differences } from './differences.ts'
import { exact, number } from './number.ts'

export type Critical = {
  readonly n: readonly number[]
  readonly longestRunMax: readonly number[]
  readonly crossingsMin: readonly number[]
}

export const criticalDifferences = ({ n, longestRunMax, crossingsMin }: Critical): string[][] =>
  n.map((useful, at) =>
    differences([longestRunByChance(useful), crossingsByChance(useful)], [longestRunMax[at], crossingsMin[at]], `${useful} values`),
  )

export type RunCase = { readonly y: readonly (number | null)[] } & Readonly<Record<string, unknown>>

export function runDifferences({ y, ...expected }: RunCase): string[] {
  const found = runChart(y.map(exact))
  return differences(
    found && {
      median: number(found.median),
      useful: found.useful,
      longestRun: found.longestRun,
      longestRunMax: found.longestRunMost,
      crossings: found.crossings,
      crossingsMin: found.crossingsLeast,
      signal: found.isChange,
    },
    expected,
  )
}

export type QicCase = {
  readonly id: string
  readonly call: string
  readonly input: {
    readonly y: readonly (number | null)[]
    readonly n?: readonly number[]
    readonly multiply?: number
    /** The centre line is made of so many values. */
    readonly freeze?: number
    /** After so many values everything begins anew. */
    readonly part?: number | readonly number[]
  }
  readonly expected: Readonly<Record<string, unknown>>
}

type Line = {
  readonly y: readonly (number | null)[]
  readonly centre: number
  /** What limits are measured from, where it is not the centre. */
  readonly from?: number
  readonly sigma: readonly (number | null)[]
  readonly floor: boolean
}

export function qicDifferences({ call, input, expected }: QicCase): string[] {
  const kind = /chart\s*=\s*'([a-z]+)'/.exec(call)?.[1] ?? 'run'
  const screening = /screenedmr\s*=\s*TRUE/.test(call)
  const ends = [...[input.part ?? []].flat(), input.y.length]
  const parts = ends.map((end, at) => drawn(kind, screening, sliced(input, ends[at - 1] ?? 0, end)))
  const isParted = ends.length > 1
  const found = {
    ...Object.fromEntries(lines.map(name => [name, parts.flatMap(part => part[name])])),
    ...(isParted
      ? Object.fromEntries(
          Object.keys(parts[0]?.summary ?? {}).map(name => [name, parts.flatMap(({ summary, y }) => y.map(() => summary[name]))]),
        )
      : {}),
    summary: isParted ? null : parts[0]?.summary,
  }
  return differences(found, Object.fromEntries(Object.keys(found).map(name => [name, expected[name]])))
}

const lines = ['y', 'cl', 'lcl', 'lcl.95', 'ucl', 'ucl.95', 'sigma.signal'] as const

function sliced({ y, n, ...rest }: QicCase['input'], from: number, to: number): QicCase['input'] {
  return { ...rest, y: y.slice(from, to), ...(n === undefined ? {} : { n: n.slice(from, to) }) }
}

type Drawn = Readonly<Record<(typeof lines)[number], readonly unknown[]>> & { readonly summary: Readonly<Record<string, unknown>> }

function drawn(kind: string, screening: boolean, input: QicCase['input']): Drawn {
  const runChartFound = kind === 'run' ? runChart(input.y.map(exact), input.freeze) : null
  const line = runChartFound === null ? lineOf(kind, screening, input) : null
  const y = line?.y ?? input.y
  const centre = line?.centre ?? number(runChartFound?.median ?? null) ?? 0
  const at = (times: number) =>
    y.map((_, index) => {
      const sigma = line?.sigma[index]
      if (line === null || sigma === null || sigma === undefined) return null
      const limit = (line.from ?? centre) + times * sigma
      return line.floor && limit < 0 ? 0 : limit
    })
  const [low, high] = [at(-3), at(3)]
  const runs: Runs = runChartFound ?? runsAbout(y.map(value => (value === null ? 0 : value - centre)))
  return {
    y,
    cl: y.map(() => centre),
    lcl: low,
    'lcl.95': at(-2),
    ucl: high,
    'ucl.95': at(2),
    'sigma.signal': y.map((value, index) => value !== null && (value > (high[index] ?? Infinity) || value < (low[index] ?? -Infinity))),
    summary: summaryOf(runs, kind, y.length),
  }
}

/** Ranges follow each other too closely for runs of them to say anything: that tool never calls them a change. */
const summaryOf = (runs: Runs, kind: string, points: number): Readonly<Record<string, unknown>> => ({
  'runs.signal': runs.isChange && kind !== 'mr',
  'longest.run': runs.longestRun,
  'longest.run.max': runs.longestRunMost,
  'n.crossings': runs.crossings,
  'n.crossings.min': runs.crossingsLeast,
  'n.obs': points,
  'n.useful': runs.useful,
})

function lineOf(kind: string, screening: boolean, input: QicCase['input']): Line {
  if (kind === 'i') return individuals(input.y, screening)
  if (kind === 'mr') return ranges(input.y)
  return counted(kind, screening, input)
}

/** The same mean and mean range as Goldthread's; the limits lie 3 / 1.128 of it away, where Making Data Count says 2.66. */
function individuals(y: QicCase['input']['y'], screening: boolean): Line {
  const choices: Choices = { ...makingDataCount, screening }
  const points = y.map((value, at) => ({ on: addDays(day('2000-01-01'), at), value }))
  const [stretch] = control(points, [], 'none', choices)
  const sums = stretch?.sums ?? null
  const range = sums && (sums.ranges === 0 ? null : sums.range / sums.ranges / 10 ** sums.scale)
  return { y, centre: number(stretch?.mean ?? null) ?? 0, sigma: y.map(() => range && range / chance), floor: false }
}

/** What the mean range of two values is, in standard deviations. */
const chance = 1.128

function ranges(y: QicCase['input']['y']): Line {
  const moving = y.map((value, at) => {
    const [before, now] = [exact(y[at - 1]), exact(value)]
    return before === null || now === null ? null : number(absolute(minus(now, before)))
  })
  const centre = mean(moving.filter(range => range !== null))
  return { y: moving, centre, from: 0, sigma: moving.map(() => (centre * 3.267) / 3), floor: true }
}

/** Counts, proportions of a number, and rates; Laney's, whose kind ends in another p, are widened by how much more than chance they vary. */
function counted(kind: string, screening: boolean, { y, n = [], multiply = 1 }: QicCase['input']): Line {
  const counts = y.map(value => value ?? 0)
  const sizes = kind === 'c' ? counts.map(() => 1) : n
  const centre = total(counts) / total(sizes)
  const spread = kind.startsWith('p') ? centre * (1 - centre) : centre
  const usual = sizes.map(size => Math.sqrt(spread / size))
  const shares = counts.map((count, at) => count / (sizes[at] ?? 1))
  const wider =
    kind.length === 2
      ? laney(
          shares.map((share, at) => (share - centre) / (usual[at] ?? 1)),
          screening,
        )
      : 1
  return {
    y: shares.map(share => share * multiply),
    centre: centre * multiply,
    sigma: usual.map(sigma => sigma * wider * multiply),
    floor: true,
  }
}

function laney(scores: readonly number[], screening: boolean): number {
  const all = scores.slice(1).map((score, at) => Math.abs(score - (scores[at] ?? 0)))
  const kept = screening ? all.filter(range => range < 3.267 * mean(all)) : all
  return mean(kept) / chance
}

const total = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0)
const mean = (all: readonly number[]): number => total(all) / all.length
