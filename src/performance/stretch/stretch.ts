/**
 * The prompt to consider a more stretching target (product 2.23): the target was beaten by more than the tolerance for some periods running, or what was
 * to be more than was asked is reached. It prompts; nobody's target is changed by it.
 */
import { compare, rounded } from '../../kernel/decimal.ts'
import { monthsBetweenReports, type Period, periodLabel } from '../../kernel/period.ts'
import { figure } from '../indicator/figure.ts'
import type { Assessment, Judgeable, Judged, Return, Target } from '../judgement/judgement.ts'

export type StretchPrompt =
  | { readonly kind: 'beaten'; readonly periods: readonly Period[]; readonly isInterim: boolean }
  | { readonly kind: 'stretch-reached'; readonly target: Target }

/** A figure with how it was judged in its own period, the oldest first. */
export type Judgment = { readonly return: Return; readonly assessment: Assessment }

/** So many periods running are no accident; of what comes once a year, one is enough to think about the next. */
export const runningPeriods = 2

export function stretchPrompt(course: readonly Judgment[], targets: readonly Target[], running = runningPeriods): StretchPrompt | null {
  const last = course.at(-1)
  if (last?.return.value == null || last.assessment.indicator.closedOn !== null) return null
  const { indicator } = last.assessment
  const reached = targets.find(target => isReached(target, last.return, indicator))
  if (reached) return { kind: 'stretch-reached', target: reached }

  const isYearly =
    indicator.frequency === 'survey' || (indicator.frequency !== null && (monthsBetweenReports(indicator.frequency) ?? 12) >= 12)
  const latest = course.slice(isYearly ? -1 : -running)
  const judged = latest.flatMap(({ assessment }): Judged[] => (assessment.kind === 'judged' ? [assessment] : []))
  const isBeaten = judged.length === (isYearly ? 1 : running) && judged.every(({ computed }) => computed === 'exceeding')
  if (!isBeaten) return null
  return { kind: 'beaten', periods: latest.map(({ return: held }) => held), isInterim: judged.at(-1)?.target.kind === 'interim' }
}

/** Of what adds up, less than the stretch target is nothing until its period is over. */
function isReached(target: Target, held: Return, indicator: Judgeable): boolean {
  const { polarity, measurement, decimals } = indicator
  if (target.kind !== 'stretch' || target.value === null || held.value === null || target.endsOn < held.endsOn) return false
  const against = compare(rounded(held.value, decimals), rounded(target.value, decimals))
  if (polarity === 'higher') return against >= 0
  return polarity === 'lower' && against <= 0 && (measurement !== 'cumulative' || target.endsOn === held.endsOn)
}

/** "The interim target was beaten by more than the tolerance in Q1 2008-09 and Q2 2008-09" */
export function stretchWords(prompt: StretchPrompt, indicator: Judgeable): string {
  if (prompt.kind === 'stretch-reached') {
    const { value } = prompt.target
    return `The stretch target${value === null ? '' : ` of ${figure(value, indicator)}`} for ${periodLabel(prompt.target, null)} is reached`
  }
  const periods = prompt.periods.map(period => periodLabel(period, indicator.frequency))
  return `The ${prompt.isInterim ? 'interim target' : 'target'} was beaten by more than the tolerance in ${periods.join(' and ')}`
}
