/**
 * What modules above say of indicators beside their judgements, and never mixed into them: whether what was planned for them is being done, and why they are
 * where they are. Performance shows it and knows nothing of plans.
 */
import type { Period } from '../../kernel/period.ts'
import type { IndicatorId } from '../indicator/indicator.ts'

export const levels = ['full', 'partial', 'none'] as const
export type Level = (typeof levels)[number]
export type Assurance = { readonly level: Level; readonly missing: readonly string[] }

/** Why an indicator is where it is in a period. */
export type Story = { readonly text: string; readonly reasons: readonly string[]; readonly by: string }

export type Beside = {
  /** Null where the partnership has no plans at all, and so nothing is to be assured. */
  readonly assurance: (indicatorId: IndicatorId) => Assurance | null
  readonly story: (indicatorId: IndicatorId, period: Period) => Story | null
}

export const levelNames: Readonly<Record<Level, string>> = { full: 'Full', partial: 'Partial', none: 'None' }
/** Told apart without colour. */
export const levelMarks: Readonly<Record<Level, string>> = { full: '●', partial: '◐', none: '○' }

const meanings: Readonly<Record<Level, string>> = {
  full: 'with full delivery assurance: what was planned is being done',
  partial: 'with partial delivery assurance',
  none: 'with no delivery assurance: a sign of lack of engagement, not necessarily evidence of poor performance',
}

/** Off target with full delivery assurance: what was planned is being done. */
export function assuranceSentence(judgement: string, { level, missing }: Assurance): string {
  const said = `${judgement} ${meanings[level]}.`
  return missing.length === 0 ? said : `${said} ${missing.join('. ')}.`
}
