/** A figure as a person types it into a form: 1,234 · 12.5% · £1.2m. What cannot be a figure of this indicator comes back with a sentence. */
import type { Decimal } from '../../kernel/decimal.ts'
import { readValue } from '../data-import/cell.ts'
import type { Indicator, ValueType } from '../indicator/indicator.ts'
import { type Absence, absenceNames } from './data-return.ts'

export type FigureEntry =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'blank' }
  /** `means`: people write <5 or .. where there is no figure. */
  | { readonly kind: 'refused'; readonly text: string; readonly means: Absence | null }

export function readFigure(text: string, { valueType, unit }: Pick<Indicator, 'valueType' | 'unit'>): FigureEntry {
  const typed = text.trim()
  const cell = readValue(typed, {})
  if (cell.kind === 'blank') return cell
  if (cell.kind === 'absence') return refused(`${typed} is not a number`, cell.absence)
  if (cell.kind !== 'number')
    return /^[\s£%\d.,−-]{31,}$/.test(typed)
      ? refused('This has more digits than any figure')
      : refused(`Enter a number, like ${examples[valueType]}`)
  if (/%|per ?cent/i.test(typed) && valueType !== 'percentage' && !unit.includes('%'))
    return refused(`This indicator is ${measuredIn[valueType]}, not in per cent`)
  if (typed.includes('£') && valueType !== 'money' && !unit.includes('£'))
    return refused(`This indicator is ${measuredIn[valueType]}, not in pounds`)
  return cell
}

const refused = (text: string, means: Absence | null = null): FigureEntry => ({ kind: 'refused', text, means })

/** To a figure that was written as a sign for there being none. */
export const useAbsence = (means: Absence): string => `. If it says why there is none, select “${absenceNames[means]}”`

const examples: Readonly<Record<ValueType, string>> = {
  number: '1,234 or 45.6',
  percentage: '45 or 45.6%',
  rate: '12.3',
  money: '£1,200 or £1.2m',
  days: '12',
  ratio: '0.45',
}

const measuredIn: Readonly<Record<ValueType, string>> = {
  number: 'a number',
  percentage: 'a percentage',
  rate: 'a rate',
  money: 'in pounds',
  days: 'in days',
  ratio: 'a ratio',
}

/** What stands before and behind the input, so that nobody need type it, and what it counts. */
export function figureFields({ valueType, ratePer, unit }: Pick<Indicator, 'valueType' | 'ratePer' | 'unit'>) {
  const words = unit.trim()
  const isSign = words === '%' || words === '£' || words === ''
  const per = valueType === 'rate' && ratePer !== null ? `per ${ratePer.toLocaleString('en-GB')}` : ''
  return {
    prefix: valueType === 'money' ? '£' : '',
    suffix: valueType === 'percentage' ? '%' : valueType === 'days' ? 'days' : '',
    unitHint: [per, isSign ? '' : words].filter(part => part !== '').join(' '),
  }
}
