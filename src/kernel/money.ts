import { decimal, parseDecimal, shown, times, toText } from './decimal.ts'

/** An amount of money as people write it, in whole pence: £2.6 million, 1,250.50, £50k. Null where it is none, or is not in whole pence. */
export function penceIn(text: string): number | null {
  const pounds = parseDecimal(
    text
      .trim()
      .replace(/^(?:gbp|£)\s*/i, '')
      .replace(/\s*(?:pounds?|gbp)$/i, ''),
  )
  if (pounds === null || text.includes('%')) return null
  const pence = toText(times(pounds, decimal('100'))).replace(/\.0+$/, '')
  return /^\d{1,15}$/.test(pence) ? Number(pence) : null
}

/** £2,600,000; £12.50. */
export function poundsLabel(pence: number | bigint): string {
  return `£${shown({ digits: BigInt(pence), scale: 2 }, 2).replace(/\.00$/, '')}`
}
