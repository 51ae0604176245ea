/** NHSRplotthedots 0.2.2, an R package: whole charts, and its functions one by one. What only it does, such as its names and what it refuses, is said here. */
import { day } from '../../src/kernel/day.ts'
import {
  assuranceOf,
  assured,
  type Choices,
  control,
  type Point,
  plotTheDots,
  type Rule,
  runs,
  type Side,
  type Stretch,
  twoOfThree,
} from '../../src/performance/index.ts'
import { differences } from './differences.ts'
import { exact, number } from './number.ts'

type Direction = 'increase' | 'decrease' | 'neutral'
export type Chart = {
  readonly id: string
  readonly options: {
    readonly improvementDirection: Direction
    readonly fixAfterNPoints: number | null
    readonly rebase: readonly string[]
    readonly target: number | null
    readonly screenOutliers: boolean
  }
  readonly input: { readonly x: readonly string[]; readonly y: readonly (number | null)[] }
  readonly expected?: Readonly<Record<string, unknown>>
  readonly expectedError?: string
  readonly warnings?: readonly boolean[]
}

const polarities = { increase: 'higher', decrease: 'lower', neutral: 'none' } as const
const shortGroup = 13
const leastFixed = 12

export function chartDifferences({ options, input, expected, expectedError, warnings }: Chart): string[] {
  const drawn = chart(input, options)
  if ('refused' in drawn) return differences(drawn.refused, expectedError === undefined ? 'drawn' : drawn.refused, 'refused')
  if (expected === undefined) return differences('drawn', `refused: ${expectedError}`, 'chart')
  const { isShort, ...found } = drawn
  return [...differences(found, expected), ...(warnings === undefined ? [] : differences(isShort, warnings.includes(true), 'warnings'))]
}

function chart({ x, y }: Chart['input'], { improvementDirection, fixAfterNPoints, rebase, target, screenOutliers }: Chart['options']) {
  if (!isFixAccepted(fixAfterNPoints)) return { refused: 'fix_after_n_points' }
  if (new Set(x).size < x.length) return { refused: 'duplicate rows' }
  const polarity = polarities[improvementDirection]
  const choices: Choices = { ...plotTheDots, screening: screenOutliers }
  const points = x.map((on, at) => ({ on: day(on), value: y[at] ?? null })).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  // A rebase date that is no point's has no effect there; one that is the first's leaves no group before it.
  const marked = points.filter(({ on }) => rebase.includes(on)).map(({ on }) => on)
  const starts = marked.map(from => ({ from, baselinePoints: fixAfterNPoints }))
  const first = { from: points[0]?.on ?? day('2000-01-01'), baselinePoints: fixAfterNPoints }
  const stretches = control(points, marked[0] === points[0]?.on ? starts : [first, ...starts], polarity, choices)
  const before = marked[0] === points[0]?.on ? 1 : 0

  if (stretches.some(isUndecided)) return { refused: 'a missing value in a window of seven' }
  const labels = stretches.map(labelsOf)
  const types = labels.map(each => each.map(label => pointType(label, improvementDirection)))
  const latest = stretches.at(-1)
  const groups = stretches.map((stretch, at) => ({
    rebase_group: at + before,
    n: stretch.points.length,
    from: stretch.points[0]?.on,
    mean: number(stretch.mean),
    lpl: number(stretch.limits?.low ?? null),
    upl: number(stretch.limits?.high ?? null),
    shortGroupWarning: stretch.points.length < shortGroup,
    commonCause: types[at]?.filter(type => type === 'common_cause').length,
    improvement: types[at]?.filter(type => type === 'special_cause_improvement').length,
    concern: types[at]?.filter(type => type === 'special_cause_concern').length,
  }))
  return {
    x: points.map(({ on }) => on),
    rebaseGroup: stretches.flatMap(({ points: its }, at) => its.map(() => at + before)),
    groups,
    outsideLimits: stretches.flatMap(outsideOf),
    relativeToMean: stretches.flatMap(({ points: its }) => its.map(({ relativeToMean }) => relativeToMean && signs[relativeToMean])),
    closeToLimits: stretches.flatMap(closeOf),
    specialCauseType: labels.flat(),
    pointType: types.flat(),
    variationIcon: variationIcon(types.flat().at(-1) ?? 'common_cause', improvementDirection),
    assuranceType: latest === undefined ? null : assuranceType(assuranceOf(latest, exact(target), polarity, choices)),
    isShort: groups.some(({ shortGroupWarning }) => shortGroupWarning),
  }
}

const signs = { high: 1, low: -1, on: 0 } as const
const isFixAccepted = (points: unknown): boolean => points === null || (typeof points === 'number' && points >= leastFixed)

const hasRule = (point: Stretch['points'][number] | undefined, rule: Rule) => point?.signals.some(each => each.rule === rule) ?? false

const outsideOf = ({ points, limits }: Stretch) =>
  points.map(point => (point.value === null || limits === null ? null : hasRule(point, 'outside') ? 1 : 0))

const closeOf = ({ points, limits }: Stretch) =>
  points.map(({ value, isNear }) => (value === null || limits === null ? null : isNear ? 1 : 0))

/** It stops where a window of seven has a missing value and nothing in it that rules a trend out. */
function isUndecided({ points }: Stretch): boolean {
  const steps = points.map((point, at) => stepOf(points[at - 1], point))
  return points.some((_, last) => {
    const window = steps.slice(Math.max(1, last - 5), last + 1)
    const known = new Set(window.filter(step => step !== null))
    return last >= 6 && window.includes(null) && known.size <= 1 && !known.has(0)
  })
}

function stepOf(before: Point | undefined, { value }: Point): number | null {
  if (before === undefined || before.value === null || value === null) return null
  return Math.sign(value - before.value)
}

function labelsOf({ points }: Stretch): string[] {
  const isInTrend = points.map(point => hasRule(point, 'trend'))
  return points.map((point, at) => {
    const side = (rule: Rule): Side | undefined => point.signals.find(each => each.rule === rule)?.side
    if (side('outside')) return side('outside') === 'high' ? 'Above UCL' : 'Below LCL'
    const next = points[at + 1]
    if (isInTrend[at]) {
      const step = isInTrend[at + 1] && next ? stepOf(point, next) : stepOf(points[at - 1], point)
      return step === 1 ? '7 Point Trend (Increasing)' : '7 Point Trend (Decreasing)'
    }
    if (side('two-of-three')) return side('two-of-three') === 'high' ? '2 in 3 Above CL' : '2 in 3 Below CL'
    if (side('shift')) return side('shift') === 'high' ? '7 Points Above CL' : '7 Points Below CL'
    return 'Common Cause'
  })
}

function pointType(label: string, direction: Direction): string {
  if (label === 'Common Cause') return 'common_cause'
  const isHigh = /Above|Increasing/.test(label)
  if (direction === 'neutral') return `special_cause_neutral_${isHigh ? 'high' : 'low'}`
  return isHigh === (direction === 'increase') ? 'special_cause_improvement' : 'special_cause_concern'
}

function variationIcon(type: string, direction: Direction): string {
  const kind = type.replace('special_cause_', '')
  if (kind !== 'improvement' && kind !== 'concern') return kind
  return `${kind}_${(kind === 'improvement') === (direction === 'increase') ? 'high' : 'low'}`
}

const assuranceTypes = { passes: 'consistent_pass', fails: 'consistent_fail', 'hit-or-miss': 'inconsistent' } as const
const assuranceType = (assurance: keyof typeof assuranceTypes | null) => assurance && assuranceTypes[assurance]

/** Sides are 1, 0 and −1, and so are flags; null stands for R's NA. */
export type Unit =
  | {
      readonly function: 'ptd_seven_point_one_side_mean' | 'ptd_part_of_seven_trend' | 'ptd_seven_point_trend'
      readonly args: readonly [readonly number[]]
    }
  | { readonly function: 'ptd_two_in_three' | 'two_in_three_then_part_of'; readonly args: readonly [readonly number[], readonly number[]] }
  | {
      readonly function: 'assurance_type'
      readonly args: readonly [readonly { readonly lpl: number; readonly upl: number }[], number | null, Direction]
    }
  | { readonly function: 'short_group_warning'; readonly args: readonly [readonly number[], number] }
  | { readonly function: 'rebase_column'; readonly args: readonly [readonly string[], readonly string[]] }
  | { readonly function: 'point_type' | 'variation_icon'; readonly args: readonly [string, Direction] }
  | { readonly function: 'assurance_icon'; readonly args: readonly [string] }
  | { readonly function: 'fix_after_n_points_accepted'; readonly args: readonly [unknown] }

export const unitDifferences = (unit: Unit & { readonly expected: unknown }): string[] =>
  differences(resultOf(unit) ?? null, unit.expected, unit.function)

function resultOf(unit: Unit): unknown {
  switch (unit.function) {
    case 'ptd_seven_point_one_side_mean':
      return lastOfSeven(unit.args[0].map(sideOfSign), 7).map(side => (side === null ? 0 : 1))
    case 'ptd_seven_point_trend': {
      const [values] = unit.args
      const steps = values.map((value, at) => sideOfSign(at === 0 ? 0 : Math.sign(value - (values[at - 1] ?? 0))))
      return lastOfSeven(steps, 6).map(side => (side === null ? 0 : signs[side]))
    }
    case 'ptd_part_of_seven_trend': {
      const [flags] = unit.args
      return flags.map((_, at) => (flags.slice(at, at + 7).some(flag => flag !== 0) ? 1 : 0))
    }
    case 'ptd_two_in_three':
      return flagged(unit.args, marked => (marked.first + 2 < unit.args[0].length ? [0, 1, 2].map(after => marked.first + after) : []))
    case 'two_in_three_then_part_of':
      return flagged(unit.args, ({ near }) => near)
    case 'assurance_type': {
      const [limits, target, direction] = unit.args
      const polarity = polarities[direction]
      if (target === null || polarity === 'none') return limits.map(() => null)
      return limits.map(({ lpl, upl }) => assuranceTypes[assured(target - lpl, target - upl, polarity, plotTheDots)])
    }
    case 'short_group_warning':
      return unit.args[0].map(points => points < unit.args[1])
    case 'rebase_column':
      return unit.args[0].map(on => (unit.args[1].includes(on) ? 1 : 0))
    case 'point_type':
      return pointType(...unit.args)
    case 'variation_icon':
      return variationIcon(...unit.args)
    case 'assurance_icon':
      return unit.args[0].replace('consistent_', '')
    case 'fix_after_n_points_accepted':
      return isFixAccepted(unit.args[0])
  }
}

const sideOfSign = (sign: number): Side | null => (sign === 0 ? null : sign > 0 ? 'high' : 'low')

/** Of each place the side that it and so many in all before it have in common. */
function lastOfSeven(sides: readonly (Side | null)[], length: number): (Side | null)[] {
  const found = runs(sides, length)
  return sides.map((side, at) => (found.some(([first, last]) => first + length - 1 <= at && at <= last) ? side : null))
}

type Three = { readonly first: number; readonly near: readonly number[] }

function flagged([close, relative]: readonly [readonly number[], readonly number[]], marks: (three: Three) => readonly number[]): number[] {
  const sides = relative.map(sideOfSign)
  const threes = close.slice(2).map((_, first) => ({
    first,
    near: twoOfThree(
      first,
      sides,
      close.map(each => each === 1),
      plotTheDots,
    ),
  }))
  const all = new Set(threes.filter(({ near }) => near.length > 0).flatMap(marks))
  return close.map((_, at) => (all.has(at) ? 1 : 0))
}
