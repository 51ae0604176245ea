/** How near to a target is near enough, as people type it and read it: 5% of the target, or 0.5 in the unit of the indicator. */
import { compare, type Decimal, decimal, divided, isZero, parseDecimal, rounded, times, toText, zero } from '../../kernel/decimal.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { ToleranceKind } from '../indicator/indicator.ts'

export type TypedTolerance = { readonly toleranceKind: ToleranceKind; readonly tolerance: Decimal }

const hundred = decimal('100')

export function readTolerance(toleranceKind: ToleranceKind, text: string): Ruling<TypedTolerance> {
  const amount = parseDecimal(text.replace(/^\s*(\+\/-|±)/, ''))
  if (amount === null)
    return refuse({
      field: 'tolerance',
      text: `Enter the tolerance as ${toleranceKind === 'relative' ? 'a percentage, like 5%' : 'a number, like 0.5'}`,
    })
  if (compare(amount, zero) < 0) return refuse({ field: 'tolerance', text: 'The tolerance must be 0 or more' })
  if (toleranceKind === 'absolute') {
    if (/%|per ?cent/i.test(text))
      return refuse({
        field: 'tolerance',
        text: 'Enter the tolerance without a per cent sign, in the unit of the indicator, or select a percentage of the target',
      })
    return accept({ toleranceKind, tolerance: amount })
  }
  if (compare(amount, hundred) > 0) return refuse({ field: 'tolerance', text: 'The tolerance must be 100% or less' })
  return accept({ toleranceKind, tolerance: plain(divided(amount, hundred, amount.scale + 2)) })
}

/** As it would be typed. */
export function typedTolerance({ toleranceKind, tolerance }: TypedTolerance): string {
  return toleranceKind === 'relative' ? `${toText(plain(times(tolerance, hundred)))}%` : toText(tolerance)
}

/** As part of a sentence. */
export const toleranceInWords = (given: TypedTolerance): string =>
  given.toleranceKind === 'relative' ? `${typedTolerance(given)} of the target` : `${typedTolerance(given)} in the unit of each indicator`

/** Without zeros that say nothing: 5.00 is 5. */
function plain(value: Decimal): Decimal {
  if (isZero(value)) return zero
  const shorter = rounded(value, Math.max(0, value.scale - 1))
  return value.scale > 0 && compare(shorter, value) === 0 ? plain(shorter) : value
}
