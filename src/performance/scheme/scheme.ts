/**
 * A scheme is how a partnership shows its judgements: all four, collapsed to three marks or to red, amber and green, or held to a floor standard, and
 * in what words. It never changes what is computed (rules E1), only how many kinds are told apart; except that with a floor standard what is still
 * tolerated reaches down to the floor, which is a number of its own for each period, and not to a share of the target.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

/** Best first. */
export const bands = ['exceeding', 'on-target', 'within-tolerance', 'off-target'] as const
export type Band = (typeof bands)[number]

export const schemeNames = ['four', 'three', 'red-amber-green', 'floor-standard'] as const
export type SchemeName = (typeof schemeNames)[number]

export type Scheme = {
  readonly name: SchemeName
  /** For each judgement, that of the one which it is shown as. */
  readonly words: Readonly<Record<Band, string>>
}

/** What a judgement looks like: its mark and its colour. Green is what has no more than been met. */
export type Look = Band | 'met'

type Showing = { readonly [band in Band]: Band }

/** Which judgement each is shown as. */
const shownAs: Readonly<Record<SchemeName, Showing>> = {
  four: { exceeding: 'exceeding', 'on-target': 'on-target', 'within-tolerance': 'within-tolerance', 'off-target': 'off-target' },
  three: { exceeding: 'exceeding', 'on-target': 'on-target', 'within-tolerance': 'on-target', 'off-target': 'off-target' },
  'red-amber-green': {
    exceeding: 'on-target',
    'on-target': 'on-target',
    'within-tolerance': 'within-tolerance',
    'off-target': 'off-target',
  },
  'floor-standard': {
    exceeding: 'on-target',
    'on-target': 'on-target',
    'within-tolerance': 'within-tolerance',
    'off-target': 'off-target',
  },
}

/** The words where a partnership has none of its own. Those of the four follow the rules, of three Performance Plus, of the floor standard Kent. */
export const usualWords: Readonly<Record<SchemeName, Readonly<Partial<Record<Band, string>>>>> = {
  four: { exceeding: 'exceeding', 'on-target': 'on target', 'within-tolerance': 'within tolerance', 'off-target': 'off target' },
  three: { exceeding: 'better than target', 'on-target': 'on target', 'off-target': 'worse than target' },
  'red-amber-green': { 'on-target': 'green', 'within-tolerance': 'amber', 'off-target': 'red' },
  'floor-standard': { 'on-target': 'target met', 'within-tolerance': 'floor standard met', 'off-target': 'floor standard not met' },
}

export const shown = ({ name }: Pick<Scheme, 'name'>, band: Band): Band => shownAs[name][band]

/** The judgements that a scheme tells apart, best first. */
export const bandsOf = ({ name }: Pick<Scheme, 'name'>): Band[] => bands.filter(band => shownAs[name][band] === band)

export function lookOf({ name }: Pick<Scheme, 'name'>, band: Band): Look {
  const isGreen = band === 'on-target' && (name === 'red-amber-green' || name === 'floor-standard')
  return isGreen ? 'met' : band
}

/** `own`: the words that a partnership has chosen, where it has. */
export function schemeOf(name: SchemeName, own: Readonly<Partial<Record<Band, string>>> = {}): Scheme {
  const said = (band: Band) => own[shownAs[name][band]] ?? usualWords[name][shownAs[name][band]] ?? band
  const [exceeding, onTarget, within, off] = bands.map(said)
  return {
    name,
    words: { exceeding: exceeding ?? '', 'on-target': onTarget ?? '', 'within-tolerance': within ?? '', 'off-target': off ?? '' },
  }
}

export const fourJudgements = schemeOf('four')

/** Words as they were typed for a scheme, in any case: what is left empty is as usual, and no two may be the same. */
export function choose(name: SchemeName, typed: Readonly<Partial<Record<Band, string>>>): Ruling<Readonly<Partial<Record<Band, string>>>> {
  const own: Partial<Record<Band, string>> = {}
  const seen = new Map<string, Band>()
  for (const band of bandsOf({ name })) {
    const said = (typed[band] ?? '').replace(/\s+/g, ' ').trim()
    const field = wordField(name, band)
    if (said.length > 30) return refuse({ field, text: 'A judgement must be called by 30 characters or fewer' })
    const word = said === '' ? (usualWords[name][band] ?? band) : lowered(said)
    if (seen.has(word.toLowerCase())) return refuse({ field, text: `Two judgements cannot both be called ${word}` })
    seen.set(word.toLowerCase(), band)
    if (word !== usualWords[name][band]) own[band] = word
  }
  return accept(own)
}

export const wordField = (name: SchemeName, band: Band): string => `word-${name}-${band}`

/** Words stand within sentences: On track is on track there, and RAG stays RAG. */
const lowered = (word: string): string => (/^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word)
