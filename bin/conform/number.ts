/** Between the numbers of a file of cases and the decimals of Goldthread. */
import { type Decimal, parseDecimal, toText } from '../../src/kernel/decimal.ts'

/** As it is written in the file, every digit of it. */
export function exact(value: number | null | undefined): Decimal | null {
  if (value === null || value === undefined) return null
  const found = parseDecimal(String(value))
  if (found === null) throw new Error(`${value} is not a number`)
  return found
}

export const number = (value: Decimal | null): number | null => value && Number(toText(value))
