/**
 * A number exactly as it was written: `digits` shifted `scale` places to the right of the point, so that 12.50 is 1250 and 2.
 * Values, targets and tolerances are these, never binary floating point: 13 × 0.9 must be 11.7, or a judgement is wrong.
 */
export type Decimal = { readonly digits: bigint; readonly scale: number }

export const zero: Decimal = { digits: 0n, scale: 0 }

/** A number that is known to be one, as the database and the code write it: 12.50, -3. */
export function decimal(text: string): Decimal {
  const point = text.indexOf('.')
  const scale = point < 0 ? 0 : text.length - point - 1
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`Not a decimal: ${text}`)
  return { digits: BigInt(point < 0 ? text : text.slice(0, point) + text.slice(point + 1)), scale }
}

/**
 * A number as people type it and spreadsheets write it: 1,234 · 12.5% · £1.2m · −5 · (5) · 1.2k · 1e+05. Null when it is none.
 * A comma counts only where it parts thousands: 1,5 may be one and a half or a slip, and is not guessed at.
 */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > longest) return null
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
  const bracketed = /^\((.+)\)$/.exec(plain)
  const parts = written.exec(bracketed?.[1] ?? plain)
  if (!parts) return null

  const [, before = '', after = '', whole = '', fraction = '', exponent = '0', word] = parts
  const signs = before + after
  if (signs.length > (bracketed ? 0 : 1) || (whole === '' && fraction === '')) return null
  const shift = Number(exponent) + (word === undefined ? 0 : (powersInWords[word] ?? 0))
  if (Math.abs(shift) > 30) return null

  const digits = BigInt(whole.replace(/[, ]/g, '') + fraction)
  const scale = fraction.length - shift
  const size = scale < 0 ? { digits: digits * powerOfTen(-scale), scale: 0 } : { digits, scale }
  return bracketed || signs === '-' ? negate(size) : size
}

// Longer than any number somebody means, and than any that should cost time to read.
const longest = 60

const powersInWords: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 }

const written =
  /^([-+]?) ?£? ?([-+]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)(?:\.(\d*))?(?:e([-+]?\d{1,2}))? ?(k|thousand|mn?|million|bn|billion)? ?(?:%|per ?cent)?$/

/** A number as JavaScript writes it: of the 0.1 that it has only nearly, 0.1. */
export function decimalOf(number: number): Decimal {
  const text = String(number)
  const known = text.includes('e') ? parseDecimal(text) : decimal(text)
  if (known === null) throw new RangeError(`Not a decimal: ${text}`)
  return known
}

/** As it stands, with all its places: what the database takes. */
export function toText({ digits, scale }: Decimal): string {
  if (scale === 0) return digits.toString()
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return `${digits < 0n ? '-' : ''}${size.slice(0, -scale)}.${size.slice(-scale)}`
}

/** For people to read: 1,234.5 and −0.4. */
export function shown(value: Decimal, decimals: number): string {
  const text = toText(rounded(value, decimals))
  const [whole = '', fraction] = (text.startsWith('-') ? text.slice(1) : text).split('.')
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${text.startsWith('-') ? '−' : ''}${parted}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Negative, zero or positive, as `sort` wants it. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] =
    a.scale === b.scale ? [a.digits, b.digits] : [atScale(a, Math.max(a.scale, b.scale)), atScale(b, Math.max(a.scale, b.scale))]
  return x < y ? -1 : x > y ? 1 : 0
}

export const isZero = (value: Decimal): boolean => value.digits === 0n

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: atScale(a, scale) + atScale(b, scale), scale }
}

export const minus = (a: Decimal, b: Decimal): Decimal => plus(a, negate(b))

export const times = (a: Decimal, b: Decimal): Decimal => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })

export const negate = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale })

export const absolute = (value: Decimal): Decimal => (value.digits < 0n ? negate(value) : value)

/** To so many places, a half away from zero: 0.25 to one place is 0.3, and −0.25 is −0.3. */
export function rounded(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return { digits: atScale(value, decimals), scale: decimals }
  return { digits: quotient(value.digits, powerOfTen(value.scale - decimals)), scale: decimals }
}

/** To so many places, a half away from zero. */
export function divided(a: Decimal, b: Decimal, decimals: number): Decimal {
  if (isZero(b)) throw new RangeError('Divided by zero')
  const shift = decimals + b.scale - a.scale
  const above = shift > 0 ? a.digits * powerOfTen(shift) : a.digits
  const below = shift < 0 ? b.digits * powerOfTen(-shift) : b.digits
  return { digits: quotient(above, below), scale: decimals }
}

/** Rounded half away from zero, which a whole-number division cuts off instead. */
function quotient(above: bigint, below: bigint): bigint {
  const [x, y] = [above < 0n ? -above : above, below < 0n ? -below : below]
  const size = (2n * x + y) / (2n * y)
  return above < 0n === below < 0n ? size : -size
}

/** The digits with more places after the point, never fewer. */
const atScale = ({ digits, scale }: Decimal, wanted: number): bigint => (scale === wanted ? digits : digits * powerOfTen(wanted - scale))

const powers = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power))
const powerOfTen = (power: number): bigint => powers[power] ?? 10n ** BigInt(power)
