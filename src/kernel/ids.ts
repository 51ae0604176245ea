declare const named: unique symbol

/** The number of a row. Branded, so that an organisation's is never taken for an indicator's. */
export type Id<Name extends string> = number & { readonly [named]: Name }

/** An id as an address or a form brings it; null for anything that no row can have. */
export function idOf<Name extends string>(text: string | undefined): Id<Name> | null {
  if (text === undefined || !/^[1-9]\d{0,15}$/.test(text)) return null
  const number = Number(text)
  return Number.isSafeInteger(number) ? (number as Id<Name>) : null
}
