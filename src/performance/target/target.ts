/**
 * A target is what an indicator should reach in an area in a period; with it stand the baseline to start from, what to have reached on the way
 * (interim) and what would be more than was asked (stretch). For an indicator that should stay within a range, a target is its two bounds.
 */
import { compare, toText } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import { periodLabel } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import { figure, rangeFigure } from '../indicator/figure.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import { type Target, type Tolerance, toleranceProblem } from '../judgement/judgement.ts'

export type TargetId = Id<'target'>

export const targetKinds = ['baseline', 'interim', 'target', 'stretch'] as const satisfies readonly Target['kind'][]
export type TargetKind = Target['kind']

export const kindNames: Readonly<Record<TargetKind, string>> = {
  baseline: 'Baseline',
  interim: 'Interim target',
  target: 'Target',
  stretch: 'Stretch target',
}

export type TargetDraft = Target & { readonly areaId: AreaId }
export type KeptTarget = TargetDraft & { readonly id: TargetId }
export type NewTarget = TargetDraft & { readonly indicatorId: IndicatorId }

/** Who sets a target must know what it is measured by and how near is near enough. */
export type Aimed = { readonly indicator: Indicator; readonly tolerance: Tolerance; readonly targets: readonly KeptTarget[] }

/** Whether a draft can stand among the targets there are; `replaces` is the one whose new form it is, null for one to be added. */
export function set(draft: TargetDraft, { indicator, tolerance, targets }: Aimed, replaces: TargetId | null): Ruling<TargetDraft> {
  const shape = shapeProblem(draft, indicator)
  if (shape) return refuse(shape)
  // Nothing is judged against a baseline, so 0 is as good a start as any.
  const problem = draft.kind === 'baseline' ? null : toleranceProblem(draft, tolerance, indicator.decimals)
  if (problem) return refuse(problem)

  const same = targets.find(each => each.id !== replaces && isForTheSame(each, draft))
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
    return value === null ? { field: 'value', text: `Enter ${kind === 'baseline' ? 'the baseline' : 'the target'} as one number` } : null
  if (low === null) return { field: 'low', text: 'Enter the lower bound' }
  if (high === null) return { field: 'high', text: 'Enter the upper bound' }
  return compare(high, low) < 0 ? { field: 'high', text: 'The upper bound must not be below the lower one' } : null
}

const kindPhrases: Readonly<Record<TargetKind, string>> = {
  baseline: 'a baseline',
  interim: 'an interim target',
  target: 'a target',
  stretch: 'a stretch target',
}

const isForTheSame = (a: TargetDraft, b: TargetDraft): boolean =>
  a.areaId === b.areaId && a.kind === b.kind && a.startsOn === b.startsOn && a.endsOn === b.endsOn

/** As people read it: 45.0%, or 10 to 20 places. */
export function figureOf({ value, low, high }: Pick<Target, 'value' | 'low' | 'high'>, indicator: Indicator): string {
  if (low && high) return rangeFigure(low, high, indicator)
  return value ? figure(value, indicator) : ''
}

/** What a target says, in one line: whoever changes it says what they saw, so that another's change in between is noticed. */
export const fingerprint = ({ areaId, kind, startsOn, endsOn, value, low, high }: TargetDraft): string =>
  [areaId, kind, startsOn, endsOn, ...[value, low, high].map(each => (each ? toText(each) : ''))].join('|')
