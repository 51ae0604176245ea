import type { Agreement } from '../agreement/agreement.ts'
import { crumbsTo } from '../agreement/view.ts'
import { sentenceCase } from '../standing/glance.ts'
import { bandsOf, lookOf, type Scheme, type SchemeName, schemeNames, usualWords, wordField } from './scheme.ts'

type Entry = Readonly<Record<string, string>>

export const schemeTitles: Readonly<Record<SchemeName, string>> = {
  four: 'Four judgements',
  three: 'Three marks',
  'red-amber-green': 'Red, amber and green',
  'floor-standard': 'Floor standard',
}

const explanations: Readonly<Record<SchemeName, string>> = {
  four: 'Better than the target by more than the tolerance, met, missed by no more than the tolerance, or missed by more.',
  three: 'Within tolerance counts as on target. Only what is better or worse by more than the tolerance stands out.',
  'red-amber-green': 'Green is the target met or exceeded, amber within tolerance of it, red anything worse.',
  'floor-standard':
    'Amber reaches down to a floor standard, which is set for each period beside the target. Below it is red. Where no floor standard is set, the tolerance stands in for it.',
}

/** What the page shows of a scheme that is in force. */
export const fieldsOf = (scheme: Scheme): Entry => ({
  scheme: scheme.name,
  ...Object.fromEntries(
    bandsOf(scheme)
      .filter(band => scheme.words[band] !== usualWords[scheme.name][band])
      .map(band => [wordField(scheme.name, band), scheme.words[band]]),
  ),
})

export const inWords = (scheme: Scheme): Readonly<Record<string, readonly [string, string]>> => ({
  scheme: ['How judgements are shown', schemeTitles[scheme.name].toLowerCase()],
  ...Object.fromEntries(bandsOf(scheme).map(band => [wordField(scheme.name, band), ['A judgement', scheme.words[band]] as const])),
})

export function schemeView(agreement: Agreement, entry: Entry, edition: string) {
  return {
    title: 'How judgements are shown',
    caption: agreement.title,
    back: `agreements/${agreement.id}`,
    breadcrumbs: crumbsTo(agreement),
    edition,
    schemes: schemeNames.map(name => ({
      name,
      title: schemeTitles[name],
      explanation: explanations[name],
      checked: entry['scheme'] === name,
      bands: bandsOf({ name }).map(band => ({
        look: lookOf({ name }, band),
        usual: sentenceCase(usualWords[name][band] ?? band),
        field: wordField(name, band),
        value: entry[wordField(name, band)] ?? '',
      })),
    })),
  }
}
