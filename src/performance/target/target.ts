/**
 * A target is what an indicator should reach in an area in a period; with it stand the baseline to start from, what to have reached on the way
 * (interim) and what would be more than was asked (stretch). For an indicator that should stay within a range, a target is its two bounds.
 */
import { compare, toText } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Period, periodLabel } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import { plainFigure, rangeFigure } from '../indicator/figure.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import { type Target, type Tolerance, toleranceProblem } from '../judgement/judgement.ts'

export type TargetId = Id<'target'>

export const targetKinds = ['baseline', 'interim', 'target', 'stretch', 'floor'] as const satisfies readonly Target['kind'][]
export type TargetKind = Target['kind']

export const kindNames: Readonly<Record<TargetKind, string>> = {
  baseline: 'Baseline',
  interim: 'Interim target',
  target: 'Target',
  stretch: 'Stretch target',
  floor: 'Floor standard',
}

/** The area and the period that something is to be reached in. */
export type Goal = Period & { readonly areaId: AreaId }
export type TargetDraft = Target & Goal
export type KeptTarget = TargetDraft & { readonly id: TargetId }
export type NewTarget = TargetDraft & { readonly indicatorId: IndicatorId }

/** What is true when a target is set; `there` are those for the same area and period. */
export type Setting = { readonly indicator: Indicator; readonly tolerance: Tolerance; readonly there: readonly KeptTarget[] }

/** Whether a draft can stand among the targets there are; `replaces` is the one whose new form it is, null for one to be added. */
export function setTarget(draft: TargetDraft, { indicator, tolerance, there }: Setting, replaces: TargetId | null): Ruling<TargetDraft> {
  const shape = shapeProblem(draft, indicator)
  if (shape) return refuse(shape)
  const isJudged = draft.kind !== 'baseline' && indicator.polarity !== 'none'
  const problem = isJudged ? toleranceProblem(draft, tolerance, indicator.decimals) : null
  if (problem) return refuse(problem)

  const same = there.find(each => each.id !== replaces && isForTheSame(each, draft))
  if (same)
    return refuse({
      field: 'period',
      text: `There is already ${kindPhrases[draft.kind]} for ${periodLabel(draft, indicator.frequency)} in this area: ${figureOf(same, indicator)}`,
    })
  return accept(draft)
}

/** A range has two bounds and everything else one value; a baseline is a value that was measured, whatever is aimed for. */
function shapeProblem({ kind, value, low, high }: TargetDraft, { polarity }: Indicator) {
  if (kind === 'baseline' || polarity !== 'range')
    return value === null || low !== null || high !== null ? { field: value === null ? 'value' : 'low', text: oneNumber(kind) } : null
  if (value !== null) return { field: 'value', text: 'This indicator is to stay within a range: leave this empty, it is for a baseline' }
  if (low === null) return { field: 'low', text: 'Enter the lower bound' }
  if (high === null) return { field: 'high', text: 'Enter the upper bound' }
  return compare(high, low) < 0 ? { field: 'high', text: 'The upper bound must not be below the lower one' } : null
}

const oneNumber = (kind: TargetKind): string => `Enter ${kind === 'baseline' ? 'the baseline' : 'the target'} as one number`

const kindPhrases: Readonly<Record<TargetKind, string>> = {
  baseline: 'a baseline',
  interim: 'an interim target',
  target: 'a target',
  stretch: 'a stretch target',
  floor: 'a floor standard',
}

const isForTheSame = (a: TargetDraft, b: TargetDraft): boolean =>
  a.areaId === b.areaId && a.kind === b.kind && a.startsOn === b.startsOn && a.endsOn === b.endsOn

/** As people read it: 45%, or 10 to 20 places. */
export function figureOf({ value, low, high }: Pick<Target, 'value' | 'low' | 'high'>, indicator: Indicator): string {
  if (low && high) return rangeFigure(low, high, indicator)
  return value ? plainFigure(value, indicator) : ''
}

/** Whoever changes or removes a target has seen it as it is; if not, another has changed it meanwhile. */
export function sawIt(target: KeptTarget, seen: string, { indicator }: Pick<Setting, 'indicator'>): Ruling<KeptTarget> {
  if (seen === fingerprint(target)) return accept(target)
  return refuse({
    text: `While you were looking at it, somebody changed this: it is now ${figureOf(target, indicator)} for ${periodLabel(target, indicator.frequency)} (${kindNames[target.kind].toLowerCase()}). Go on if you still want to`,
  })
}

/** All that a target says, in one line. */
export const fingerprint = ({ areaId, kind, startsOn, endsOn, value, low, high }: TargetDraft): string =>
  [areaId, kind, startsOn, endsOn, ...[value, low, high].map(each => (each ? toText(each) : ''))].join('|')
