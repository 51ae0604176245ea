/** What the kinds and choices of indicators are called on pages. */
import type { Frequency } from '../../kernel/period.ts'
import type { Designation, Measurement, Polarity, ValueType } from './indicator.ts'

export const polarityNames: Readonly<Record<Polarity, string>> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  range: 'Within a range is better',
  none: 'Neither: shown for context and never judged',
}

export const valueTypeNames: Readonly<Record<ValueType, string>> = {
  number: 'Number',
  percentage: 'Percentage',
  rate: 'Rate',
  money: 'Money',
  days: 'Days',
  ratio: 'Ratio of a numerator to a denominator',
}

export const measurementNames: Readonly<Record<Measurement, string>> = {
  snapshot: 'For its own period',
  cumulative: 'Added up since the year began',
  rolling: 'Over a window that moves along, such as the last twelve months',
}

export const designationNames: Readonly<Record<Designation, string>> = {
  designated: 'Designated: agreed with government',
  local: 'Local: the partnership’s own',
  statutory: 'Statutory: required by law',
}

export const frequencyNames: Readonly<Record<Frequency, string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  half: 'Every half financial year',
  'financial-year': 'Every financial year',
  'academic-year': 'Every academic year',
  'calendar-year': 'Every calendar year',
  'twelve-months-monthly': 'Twelve months together, every month',
  'twelve-months-quarterly': 'Twelve months together, every quarter',
  'three-years': 'Three years together',
  survey: 'By survey, now and then',
}

export const frequencyName = (frequency: Frequency | null): string => (frequency === null ? 'Not known yet' : frequencyNames[frequency])
