/** What is known of a valid indicator, for tests: a percentage, higher is better, returned by quarter thirty days after its end. */
import { day } from '../../kernel/day.ts'
import { type Decimal, decimal } from '../../kernel/decimal.ts'
import { type Period, parsePeriodCode } from '../../kernel/period.ts'
import { fourJudgements } from '../scheme/scheme.ts'
import type { Judgeable, Known, Return, Target, Tolerance } from './judgement.ts'

/** 'relative 0.05', 'absolute 2' */
export function exampleTolerance(text: string): Tolerance {
  const [kind, amount = '0'] = text.split(' ')
  return { kind: kind === 'absolute' ? 'absolute' : 'relative', amount: decimal(amount) }
}

/** '2008-09-Q4' */
export function examplePeriod(code: string): Period {
  const period = parsePeriodCode(code)
  if (period === null) throw new RangeError(`Not the code of a period: ${code}`)
  return period
}

/** A value '45', or a range '10 to 20'. */
export function exampleTarget(code: string, aim: string, kind: Target['kind'] = 'target'): Target {
  const [low, high] = aim.split(' to ')
  const bounds = { low: known(low), high: known(high) }
  return high === undefined
    ? { ...examplePeriod(code), kind, value: known(low), low: null, high: null }
    : { ...examplePeriod(code), kind, value: null, ...bounds }
}

/** A value '41.2', or why there is none. */
export function exampleReturn(code: string, said: string, status: Return['status'] = 'final'): Return {
  const absence = (['suppressed', 'not-published', 'not-applicable', 'withdrawn'] as const).find(word => word === said) ?? null
  return { ...examplePeriod(code), value: absence === null ? decimal(said) : null, absence, status }
}

export const exampleIndicator = (changes: Partial<Judgeable> = {}): Judgeable => ({
  polarity: 'higher',
  valueType: 'percentage',
  ratePer: null,
  unit: '',
  decimals: 1,
  measurement: 'snapshot',
  frequency: 'quarter',
  lagDays: 30,
  designEffect: null,
  deferredReason: null,
  deferredOwner: null,
  deferredReviewOn: null,
  closedOn: null,
  closedReason: null,
  ...changes,
})

export type ExampleChanges = Partial<Omit<Known, 'indicator' | 'chosen' | 'today'>> & {
  readonly indicator?: Partial<Judgeable>
  /** '2008-09-Q4' */
  readonly chosen?: string
  readonly today?: string
}

export const exampleKnown = ({ indicator = {}, chosen = '2008-09-Q4', today = '2009-05-06', ...changes }: ExampleChanges = {}): Known => ({
  indicator: exampleIndicator(indicator),
  tolerance: exampleTolerance('relative 0.05'),
  scheme: fourJudgements,
  overrides: [],
  targets: [exampleTarget('2008-09', '45')],
  returns: [exampleReturn('2008-09-Q4', '41.2')],
  chosen: chosen === 'latest' ? 'latest' : examplePeriod(chosen),
  today: day(today),
  lead: 'Wexcombe Primary Care Trust',
  ...changes,
})

const known = (text: string | undefined): Decimal | null => (text === undefined ? null : decimal(text))
