/**
 * A catalogue is a list of indicators to choose from, in no agreement yet: the national set of 2008, or one that somebody brought as a file. What is
 * chosen is copied into an agreement. What the catalogue does not say and nobody may guess, which way is better, is asked then.
 */
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type IndicatorFields, newIndicator } from '../data-import/indicator-row.ts'
import type { Indicator, OutcomeId, Polarity } from '../indicator/indicator.ts'
import { readReference } from '../indicator/reference.ts'

export type CatalogueId = Id<'catalogue'>

/** `national` is the set that Goldthread brings along; the others are the partnership's own. */
export type CatalogueKey = CatalogueId | 'national'

export type Catalogue = {
  readonly key: CatalogueKey
  readonly title: string
  /** Who publishes it. */
  readonly source: string
  readonly entries: readonly CatalogueEntry[]
}

export type CatalogueEntry = {
  /** Its place, from 1. */
  readonly number: number
  readonly reference: string | null
  readonly title: string
  /** What else the catalogue says of it. */
  readonly fields: Partial<IndicatorFields>
  /** Where its title was read, when that is not the catalogue itself. */
  readonly seenIn: string
  /** Nobody has held its title against a source. */
  readonly isUnverified: boolean
}

/** The one with that reference, however it is written; or those with all of the words in their reference or title. */
export function matching(entries: readonly CatalogueEntry[], asked: string): readonly CatalogueEntry[] {
  const reference = readReference(asked)
  const named = entries.filter(entry => entry.reference !== null && entry.reference === reference)
  if (named.length > 0) return named
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(entry => {
    const text = `${entry.reference ?? ''} ${entry.title}`.toLowerCase()
    return words.every(word => text.includes(word))
  })
}

/** Says which entries an agreement has already: by reference, or by title where the entry has no reference. */
export function alreadyIn(indicators: readonly Pick<Indicator, 'reference' | 'title'>[]): (entry: CatalogueEntry) => boolean {
  const references = new Set(indicators.map(({ reference }) => reference))
  const titles = new Set(indicators.map(({ title }) => title.toLowerCase()))
  return ({ reference, title }) => (reference === null ? titles.has(title.toLowerCase()) : references.has(reference))
}

/** More are an import. */
export const mostChosen = 500

/** What is said of an entry when it is added. */
export type Said = Pick<IndicatorFields, 'valueType' | 'ratePer' | 'decimals' | 'frequency'> & { readonly polarity: Polarity | null }
export type Chosen = { readonly entry: CatalogueEntry; readonly said: Said }

/** What is known of an entry before anybody is asked. A title that begins with "percentage" says what its values are. */
export function knownOf({ title, fields }: CatalogueEntry): Said {
  const isPercentage = /^(%|percentage|proportion)\b|^%/i.test(title)
  return {
    polarity: fields.polarity ?? null,
    valueType: fields.valueType ?? (isPercentage ? 'percentage' : 'number'),
    ratePer: fields.ratePer ?? null,
    decimals: fields.decimals ?? (isPercentage ? 1 : 0),
    frequency: fields.frequency ?? null,
  }
}

export type Added = IndicatorFields & { readonly outcomeIds: readonly OutcomeId[] }

/** All of what was chosen becomes indicators, or none does. */
export function choose(
  chosen: readonly Chosen[],
  isThere: (entry: CatalogueEntry) => boolean,
  { designation, outcomeIds }: Pick<Indicator, 'designation'> & Pick<Added, 'outcomeIds'>,
): Ruling<readonly Added[]> {
  if (chosen.length === 0) return refuse({ text: 'Select the indicators to add' })
  const problems: Problem[] = []
  const added = chosen.flatMap(({ entry, said: { polarity, ...said } }): Added[] => {
    const name = nameOf(entry)
    const field = `polarity-${entry.number}`
    if (isThere(entry)) problems.push({ field, text: `${name} is in the agreement already. Leave it out` })
    if (polarity === null) problems.push({ field, text: `${name}: select which way is better` })
    if (problems.length > 0 || polarity === null) return []
    const given = { designation, ...entry.fields, ...said, reference: entry.reference, title: entry.title, polarity }
    const made = newIndicator({ given, assumed: {} })
    return made.accepted ? [{ ...made.value, outcomeIds }] : []
  })
  return problems.length > 0 ? refuse(...problems) : accept(added)
}

export const nameOf = ({ reference, title }: Pick<CatalogueEntry, 'reference' | 'title'>): string =>
  reference === null ? title : `${reference} ${title}`
