/** How an indicator's values are written for people: 41.2%, £1,200, 12 days, 38.5 per 1,000, 1,234 tonnes. */
import { type Decimal, decimal, shown, toText } from '../../kernel/decimal.ts'
import type { Indicator } from './indicator.ts'

export type Measured = Pick<Indicator, 'valueType' | 'ratePer' | 'unit' | 'decimals'>

/** At the indicator's decimals, as a column of figures needs it: 45.0% under 41.2%. */
export const figure = (value: Decimal, measured: Measured): string => withUnit(value, measured.decimals, measured)

/** With the decimals that it has and no more, as a sentence needs it: 45%. */
export const plainFigure = (value: Decimal, measured: Measured): string => withUnit(value, placesOf(value, measured), measured)

/** The unit once: 10 to 20 places; the sign twice: 10% to 20%, £10 to £20. */
export function rangeFigure(low: Decimal, high: Decimal, measured: Measured): string {
  const { valueType } = measured
  const start = valueType === 'percentage' || valueType === 'money' ? plainFigure(low, measured) : shown(low, placesOf(low, measured))
  return `${start} to ${plainFigure(high, measured)}`
}

/** How far two values lie apart. Between percentages that is points: from 40% to 44% is 4 points, and 10%. */
export function gap(value: Decimal, measured: Measured): string {
  const { valueType } = measured
  if (valueType === 'money' || valueType === 'days') return plainFigure(value, measured)
  const text = shown(value, placesOf(value, measured))
  return valueType === 'percentage' ? counted(text, 'point') : text
}

function withUnit(value: Decimal, places: number, { valueType, ratePer, unit }: Measured): string {
  const text = shown(value, places)
  if (valueType === 'percentage') return `${text}%`
  if (valueType === 'money') return text.startsWith('−') ? `−£${text.slice(1)}` : `£${text}`
  if (valueType === 'days') return counted(text, 'day')
  if (valueType === 'rate' && ratePer !== null) return `${text} per ${shown(decimal(String(ratePer)), 0)}`
  return unit === '' ? text : `${text} ${unit}`
}

/** Money has pence or none. */
function placesOf(value: Decimal, { valueType }: Measured): number {
  const [, fraction = ''] = toText(value).split('.')
  const places = fraction.replace(/0+$/, '').length
  return valueType === 'money' && places > 0 ? Math.max(places, 2) : places
}

const counted = (text: string, noun: string): string => `${text} ${noun}${/^−?1$/.test(text) ? '' : 's'}`
