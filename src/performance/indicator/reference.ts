/**
 * The references of indicators (rules E12): NI 8 of the national set, L18.1 of the area's own, BVPI 226 of the set before. Papers write them in many
 * ways; one form is stored. What is not known is shown as unknown: never dropped, and never made into a reference that nobody wrote.
 */
export type References = {
  readonly references: readonly string[]
  /** What is said about a reference and is none: `Ex NI 192`, `NI 191 (related)`. */
  readonly notes: readonly string[]
  readonly unknown: readonly string[]
}

/** All that a text refers to: `NIs 16, 18 and 19` is three, `NI 163/5` is NI 163 and NI 165. */
export function readReferences(text: string): References {
  const pieces = piecesOf(text).map(piece => {
    if (isAside(piece)) return { references: [], notes: [piece], unknown: [] }
    const references = referencesIn(piece)
    return references.length > 0 ? { references, notes: [], unknown: [] } : { references: [], notes: [], unknown: [piece] }
  })
  return {
    references: [...new Set(pieces.flatMap(piece => piece.references))],
    notes: pieces.flatMap(piece => piece.notes),
    unknown: pieces.flatMap(piece => piece.unknown),
  }
}

/** The one reference of an indicator: in its one form, or as it was written when it is of no set that is known. Null for none, several, or a note. */
export function readReference(text: string): string | null {
  const { references, notes, unknown } = readReferences(text)
  if (notes.length > 0) return null
  if (references.length === 0) return tidy(text) || null
  return references.length === 1 && unknown.length === 0 ? (references[0] ?? null) : null
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A number after a comma or an "and" still belongs to what came before it; anything else begins a new piece. */
function piecesOf(text: string): string[] {
  return text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .split(/[;\n]|,(?!\s*(?:and\s+|&\s*)?0*\d)|\s(?:and|&|\+)\s+(?!0*\d)|\/(?=\s*(?:NI|BV|L\s?\d))/i)
    .map(piece => tidy(piece).replace(/[.:,\s]+$/, ''))
    .filter(piece => piece !== '')
}

const isAside = (piece: string): boolean =>
  /\b(?:ex|former|formerly|previously|was|old|related|relates|similar|replac\w+|proxy|based on|linked|cf|see)\b/i.test(piece) &&
  /\b(?:NIs?|BVPI|BV|L)\s?\d/i.test(piece)

type NumberingScheme = { readonly form: RegExp; readonly write: (number: string) => string; readonly highest: number }

/** The national set ran from 1 to 198. */
const schemes: readonly NumberingScheme[] = [
  { form: /^(?:NIs?|N\.I\.|National Indicators?)[ .:-]*(?:no\.? ?)?(?=\d)/i, write: number => `NI ${number}`, highest: 198 },
  { form: /^L ?(?=\d)/i, write: number => `L${number}`, highest: Number.POSITIVE_INFINITY },
  { form: /^(?:BVPIs?|BV) ?(?=\d)/i, write: number => `BVPI ${number}`, highest: Number.POSITIVE_INFINITY },
]

/** Empty when any part of the piece is not understood. */
function referencesIn(piece: string): string[] {
  const scheme = schemes.find(({ form }) => form.test(piece))
  if (!scheme) return []
  const numbers = numbersIn(piece.replace(scheme.form, ''))
  const known =
    numbers.length > 0 && numbers.every(number => Number.parseInt(number, 10) >= 1 && Number.parseInt(number, 10) <= scheme.highest)
  return known ? numbers.map(scheme.write) : []
}

/** 16, 18 and 19 · 163/5 · 16-18 · 72.1 · 226a */
function numbersIn(list: string): string[] {
  if (!/^\d{1,3}(?:\.\d{1,2})*[a-z]?(?:(?: ?, ?(?:and |& ?)?| and | ?[&+/-] ?| to )\d{1,3}(?:\.\d{1,2})*[a-z]?)*$/i.test(list)) return []
  const [first = '', ...rest] = list.split(/( ?[,&+/-] ?(?:and |& ?)?| and | to )/)
  const numbers = [plainNumber(first)]
  for (let at = 0; at < rest.length; at += 2) {
    const [before = '', joint = '', next = ''] = [numbers.at(-1), rest[at]?.trim(), rest[at + 1]]
    const further = joint === '/' ? afterSlash(before, next) : joint === '-' || joint === 'to' ? upTo(before, next) : [plainNumber(next)]
    if (further.length === 0) return []
    numbers.push(...further)
  }
  return numbers
}

const plainNumber = (text: string): string => text.replace(/^0+(?=\d)/, '').toLowerCase()

/** 163/5 gives the end of 165 only; a number that would then go backwards is not guessed at. */
function afterSlash(before: string, next: string): string[] {
  const number = next.length < before.length ? before.slice(0, -next.length) + next : plainNumber(next)
  return Number.parseFloat(number) > Number.parseFloat(before) ? [number] : []
}

/** 16-18 is 16, 17 and 18; more than a page of them is a slip. */
function upTo(before: string, next: string): string[] {
  const [from, last] = [Number(before), Number(next)]
  if (!Number.isInteger(from) || !Number.isInteger(last) || last <= from || last - from > 30) return []
  return Array.from({ length: last - from }, (_, index) => String(from + index + 1))
}
