/** What the facts of an indicator are called for those who read them and those who write them. */
import type { Frequency } from '../../kernel/period.ts'
import type { Designation, Measurement, Polarity, RollUp, ValueType } from './indicator.ts'

export const polarityWords: Readonly<Record<Polarity, { readonly short: string; readonly whole: string }>> = {
  higher: { short: 'higher is better', whole: 'Higher is better' },
  lower: { short: 'lower is better', whole: 'Lower is better' },
  range: { short: 'best within a range', whole: 'Best within a range, which each target sets' },
  none: { short: 'for context', whole: 'Neither higher nor lower is better: shown for context and never judged' },
}

export const measurementWords: Readonly<Record<Measurement, string>> = {
  snapshot: 'As it stands at the time, or over the period alone',
  cumulative: 'Adds up from the start of the year',
  rolling: 'Over a window that moves along, such as the last twelve months',
}

export const frequencyWords: Readonly<Record<Frequency, string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  half: 'Every half-year',
  'financial-year': 'Every financial year, April to March',
  'academic-year': 'Every academic year, September to August',
  'calendar-year': 'Every calendar year',
  'twelve-months-monthly': 'Every month, for the twelve months that end with it',
  'twelve-months-quarterly': 'Every quarter, for the twelve months that end with it',
  'three-years': 'Every year, for three years together',
  survey: 'By survey, when there is one',
}

export const designationWords: Readonly<Record<Designation, string>> = {
  designated: 'Designated: agreed with government',
  local: 'Local: the partnership’s own choice',
  statutory: 'Statutory: set by law',
}

export const valueTypeWords: Readonly<Record<ValueType, string>> = {
  number: 'Number',
  percentage: 'Percentage',
  rate: 'Rate',
  money: 'Money',
  days: 'Days',
  ratio: 'Ratio',
}

export const rollUpWords: Readonly<Record<RollUp, string>> = {
  none: 'No: each area reports its own',
  sum: 'Yes, as the sum of theirs',
  weighted: 'Yes, as their numerators over their denominators',
}
