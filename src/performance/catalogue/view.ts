import { frequencies } from '../../kernel/period.ts'
import type { Agreement, ThemeWithOutcomes } from '../agreement/agreement.ts'
import { type Designation, designations, polarities, type ValueType, valueTypes } from '../indicator/indicator.ts'
import { designationWords, frequencyWords, polarityWords, valueTypeWords } from '../indicator/words.ts'
import { type Catalogue, type CatalogueEntry, type Chosen, nameOf } from './catalogue.ts'

const crumbs = [
  { text: 'Indicators', href: 'indicators' },
  { text: 'Catalogues', href: 'catalogues' },
]
const crumbsTo = ({ key, title }: Pick<Catalogue, 'key' | 'title'>) => [...crumbs, { text: title, href: `catalogues/${key}` }]

type Listed = Pick<Catalogue, 'key' | 'title' | 'source'> & { readonly count: number; readonly madeByName: string }

export const cataloguesView = (listed: readonly Listed[]) => ({
  title: 'Catalogues of indicators',
  catalogues: listed.map(({ key, title, source, count, madeByName }) => ({
    href: `catalogues/${key}`,
    title,
    source,
    count: count.toLocaleString('en-GB'),
    from: key === 'national' ? 'Comes with Goldthread' : `Brought by ${madeByName}`,
    removalHref: key === 'national' ? '' : `catalogues/${key}/removal`,
  })),
  breadcrumbs: crumbs.slice(0, 1),
})

export const newView = (title: string, source: string) => ({ title: 'Bring a catalogue', entered: { title, source }, breadcrumbs: crumbs })

export const removalView = (of: Catalogue) => ({
  title: `Remove ${of.title}`,
  count: of.entries.length,
  back: `catalogues/${of.key}`,
  breadcrumbs: crumbsTo(of),
})

export type Looking = {
  readonly catalogue: Catalogue
  readonly agreements: readonly Agreement[]
  readonly to: Agreement | undefined
  readonly isThere: (entry: CatalogueEntry) => boolean
  readonly asked: string
  /** How many there are of what was asked for, and those of the page. */
  readonly total: number
  readonly shown: readonly CatalogueEntry[]
  readonly page: number
  readonly pages: number
  readonly picked: readonly CatalogueEntry[]
}

export function catalogueView({ catalogue, agreements, to, isThere, asked, total, shown, page, pages, picked }: Looking) {
  const isPicked = new Set(picked)
  const isShown = new Set(shown)
  return {
    title: catalogue.title,
    source: catalogue.source,
    isNational: catalogue.key === 'national',
    action: `catalogues/${catalogue.key}`,
    choiceAction: `catalogues/${catalogue.key}/choice`,
    removalHref: catalogue.key === 'national' ? '' : `catalogues/${catalogue.key}/removal`,
    asked,
    agreements: agreements.map(({ id, title }) => ({ value: String(id), text: title, selected: id === to?.id })),
    count: countWords(total, catalogue.entries.length, asked),
    /** Those ticked that are not on this page are sent along. */
    pickedElsewhere: picked.filter(entry => !isShown.has(entry)).map(({ number }) => number),
    entries: shown.map(entry => ({
      number: entry.number,
      reference: entry.reference ?? '',
      title: entry.title,
      isThere: isThere(entry),
      isPicked: isPicked.has(entry),
      isUnverified: entry.isUnverified,
      seenIn: entry.seenIn,
      definition: entry.fields.definition ?? '',
      says: saysOf(entry),
    })),
    pages: pages > 1 ? { now: page, of: pages, others: [page - 1, page + 1].filter(each => each >= 1 && each <= pages) } : null,
    breadcrumbs: crumbs,
  }
}

function countWords(found: number, all: number, asked: string): string {
  const noun = found === 1 ? 'indicator' : 'indicators'
  return asked === ''
    ? `${found.toLocaleString('en-GB')} ${noun}`
    : `${found.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} indicators`
}

/** What the catalogue says of an indicator besides its name, in a line. */
const saysOf = ({ fields: { polarity, frequency, unit, valueType, source } }: CatalogueEntry): string =>
  [
    polarity && polarityWords[polarity].whole,
    valueType && valueTypeWords[valueType],
    unit,
    frequency && frequencyWords[frequency],
    source && `Source: ${source}`,
  ]
    .filter(Boolean)
    .join('. ')

export type Choosing = {
  readonly catalogue: Catalogue
  readonly to: Agreement
  readonly themes: readonly ThemeWithOutcomes[]
  readonly chosen: readonly Chosen[]
  readonly designation: Designation
  readonly outcomeId: string
}

export function choiceView({ catalogue, to, themes, chosen, designation, outcomeId }: Choosing) {
  const numbers = chosen.map(({ entry }) => entry.number).join('.')
  return {
    title: `Add ${chosen.length} ${chosen.length === 1 ? 'indicator' : 'indicators'}`,
    wide: true,
    caption: to.title,
    action: `catalogues/${catalogue.key}/choice`,
    agreement: to.id,
    numbers,
    back: `catalogues/${catalogue.key}?agreement=${to.id}&picked=${numbers}`,
    designations: designations.map(value => ({ value, text: designationWords[value], checked: value === designation })),
    outcomes: [
      { value: '', text: 'None yet', selected: outcomeId === '' },
      ...themes.flatMap(theme =>
        theme.outcomes.map(({ id, title }) => ({
          value: String(id),
          text: `${theme.title}: ${title}`,
          selected: String(id) === outcomeId,
        })),
      ),
    ],
    rows: chosen.map(({ entry, said }) => ({
      number: entry.number,
      name: nameOf(entry),
      isUnverified: entry.isUnverified,
      polarities: [
        { value: '', text: 'Select', selected: said.polarity === null },
        ...polarities.map(value => ({ value, text: polarityChoices[value], selected: value === said.polarity })),
      ],
      valueTypes: kinds(said.valueType, said.ratePer),
      decimals: Array.from({ length: 11 }, (_, places) => ({ value: places, text: String(places), selected: places === said.decimals })),
      frequencies: [
        { value: '', text: 'Not known yet', selected: said.frequency === null },
        ...frequencies.map(value => ({ value, text: frequencyWords[value], selected: value === said.frequency })),
      ],
    })),
    breadcrumbs: crumbsTo(catalogue),
  }
}

/** Of one word first, so that its letter chooses it. */
const polarityChoices = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  range: 'Best within a range',
  none: 'Neither: for context only',
} as const

const usualRates = [100, 1_000, 10_000, 100_000]

function kinds(valueType: ValueType, ratePer: number | null) {
  const rates = ratePer === null || usualRates.includes(ratePer) ? usualRates : [...usualRates, ratePer]
  return valueTypes.flatMap(value =>
    value === 'rate'
      ? rates.map(per => ({
          value: `rate per ${per}`,
          text: `Rate per ${per.toLocaleString('en-GB')}`,
          selected: valueType === 'rate' && per === ratePer,
        }))
      : [{ value, text: valueTypeWords[value], selected: value === valueType }],
  )
}
