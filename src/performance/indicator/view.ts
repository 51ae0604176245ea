import { dayLabel } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { frequencies, periodLabel } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Organisation } from '../../partnership/index.ts'
import type { Agreement, Theme, ThemeWithOutcomes } from '../agreement/agreement.ts'
import { toleranceInWords, typedTolerance } from '../agreement/tolerance.ts'
import { type Body, type Kind, type Part, sameBody } from '../answerable/answerable.ts'
import {
  designations,
  type Indicator,
  type KeptIndicator,
  measurements,
  nameOf,
  polarities,
  rollUps,
  type SeriesName,
  valueTypes,
} from './indicator.ts'
import { designationWords, frequencyWords, measurementWords, polarityWords, rollUpWords, valueTypeWords } from './words.ts'

type ListedIndicator = Pick<Indicator, 'id' | 'reference' | 'title' | 'leadId' | 'frequency' | 'deferredReason' | 'closedOn'> & {
  readonly themes: readonly string[]
  readonly last: Parameters<typeof periodLabel>[0] | null
}
export type List = {
  readonly shown: readonly ListedIndicator[]
  readonly total: number
  readonly agreements: readonly Agreement[]
  readonly themes: readonly Theme[]
  readonly organisations: readonly Organisation[]
  readonly asked: { readonly text: string; readonly within: string }
}

export function indicatorsView({ shown, total, agreements, themes, organisations, asked }: List) {
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const isNarrowed = asked.text !== '' || asked.within !== ''
  return {
    title: 'Indicators',
    wide: true,
    text: asked.text,
    withins: withinChoices(agreements, themes, asked.within),
    isNarrowed,
    isEmpty: total === 0 && !isNarrowed,
    hasAgreement: agreements.length > 0,
    newHref: agreements[0] ? `indicators/new?agreement=${agreements[0].id}` : '',
    count: `${total} ${total === 1 ? 'indicator' : 'indicators'}`,
    indicators: shown.map(({ id, reference, title, leadId, frequency, deferredReason, closedOn, themes, last }) => ({
      href: `indicators/${id}`,
      reference: reference ?? '–',
      title,
      state: closedOn !== null ? 'Closed' : deferredReason !== null ? 'Deferred' : '',
      themes: themes.join(', ') || '–',
      lead: (leadId === null ? undefined : names.get(leadId)) ?? '–',
      frequency: frequency === null ? 'Not known yet' : frequencyWords[frequency],
      last: last === null ? 'None' : periodLabel(last, frequency),
    })),
  }
}

/** A theme, or all of an agreement where there are several: `theme-3`, `agreement-1`. */
function withinChoices(agreements: readonly Agreement[], themes: List['themes'], within: string) {
  const choices = agreements.flatMap(agreement => [
    ...(agreements.length > 1 ? [{ value: `agreement-${agreement.id}`, text: agreement.title }] : []),
    ...themes
      .filter(({ agreementId }) => agreementId === agreement.id)
      .map(theme => ({
        value: `theme-${theme.id}`,
        text: agreements.length > 1 ? `– ${theme.title}` : theme.title,
      })),
  ])
  return [{ value: '', text: 'All themes' }, ...choices].map(choice => ({ ...choice, selected: choice.value === within }))
}

export type Surrounding = {
  readonly agreement: Agreement
  readonly themes: readonly ThemeWithOutcomes[]
  readonly organisations: readonly Organisation[]
  /** Groups, seats and people. */
  readonly bodies: readonly Body[]
}

/** What a form holds: one text for a field, or those of the boxes that are ticked. */
export type Entry = Readonly<Record<string, string | readonly string[]>>

/** Which way is better, and what kind of value it is, nobody has said yet. */
export const blank: Entry = {
  designation: 'local',
  decimals: '0',
  measurement: 'snapshot',
  frequency: 'unknown',
  lagDays: '0',
  rollUp: 'none',
  ownTolerance: 'agreement',
}

/** An indicator as its form shows it. */
export const entryOf = (kept: KeptIndicator, bodies: readonly Body[]): Entry => ({
  reference: kept.reference ?? '',
  title: kept.title,
  definition: kept.definition,
  designation: kept.designation,
  polarity: kept.polarity,
  valueType: kept.valueType,
  ratePer: kept.ratePer === null ? '' : String(kept.ratePer),
  unit: kept.unit,
  decimals: String(kept.decimals),
  measurement: kept.measurement,
  frequency: kept.frequency ?? 'unknown',
  lagDays: String(kept.lagDays),
  source: kept.source,
  note: kept.note,
  ownTolerance: kept.toleranceKind ?? 'agreement',
  tolerance: toleranceTyped(kept),
  designEffect: designEffectTyped(kept),
  rollUp: kept.rollUp,
  ...(kept.rollUpCounts && { rollUpCounts: 'yes' }),
  leadId: kept.leadId === null ? '' : String(kept.leadId),
  groupLeadId: leadOf(kept, 'group'),
  seatLeadId: leadOf(kept, 'seat'),
  personLeadId: leadOf(kept, 'person'),
  contributorId: kept.contributorIds.map(String),
  contributorNames: namesIn(kept, 'contributor', bodies).join('\n'),
  outcomeId: kept.outcomeIds.map(String),
})

const leadOf = ({ beside }: KeptIndicator, kind: Kind): string =>
  String(beside.find(each => each.part === 'lead' && each.kind === kind)?.id ?? '')

const leadNamed = ({ beside }: KeptIndicator, kind: Kind, bodies: readonly Body[]): string =>
  namesIn({ beside: beside.filter(each => each.kind === kind) }, 'lead', bodies).join(', ')

/** Who leads or contributes besides organisations, by name. */
export const namesIn = ({ beside }: Pick<KeptIndicator, 'beside'>, part: Part, bodies: readonly Body[]): string[] =>
  beside.filter(each => each.part === part).flatMap(each => bodies.find(body => sameBody(body, each))?.name ?? [])

/** What each field is called in a sentence, and how it reads: for whoever changed it after somebody else. */
export function inWords(
  kept: KeptIndicator,
  { themes, organisations, bodies }: Surrounding,
): Readonly<Record<string, readonly [string, string]>> {
  const outcomes = themes.flatMap(theme => theme.outcomes)
  const named = (id: number | null) => organisations.find(each => each.id === id)?.name ?? ''
  return {
    reference: ['The reference', kept.reference ?? ''],
    title: ['The title', kept.title],
    definition: ['The definition', kept.definition],
    designation: ['The designation', designationWords[kept.designation]],
    outcomeId: [
      'What it serves',
      outcomes
        .filter(({ id }) => kept.outcomeIds.includes(id))
        .map(({ title }) => title)
        .join(', '),
    ],
    valueType: ['The kind of value', valueTypeWords[kept.valueType]],
    ratePer: ['The rate', kept.ratePer === null ? '' : `per ${kept.ratePer}`],
    unit: ['The unit', kept.unit],
    decimals: ['The number of decimal places', String(kept.decimals)],
    measurement: ['What each value covers', measurementWords[kept.measurement]],
    frequency: ['The frequency', kept.frequency === null ? 'not known yet' : frequencyWords[kept.frequency]],
    lagDays: ['The number of days until a figure is expected', String(kept.lagDays)],
    source: ['The source', kept.source],
    polarity: ['Which way is better', polarityWords[kept.polarity].whole],
    ownTolerance: ['The kind of tolerance', kept.toleranceKind === null ? 'the agreement’s' : toleranceKindWords[kept.toleranceKind]],
    tolerance: ['The tolerance', toleranceTyped(kept)],
    designEffect: ['The design effect', designEffectTyped(kept)],
    rollUp: ['What an area is worked out from', rollUpWords[kept.rollUp].toLowerCase()],
    rollUpCounts: ['Whether that is judged', kept.rollUpCounts ? 'yes' : 'no'],
    leadId: ['The lead organisation', named(kept.leadId)],
    groupLeadId: ['The lead group', leadNamed(kept, 'group', bodies)],
    seatLeadId: ['The lead seat', leadNamed(kept, 'seat', bodies)],
    personLeadId: ['The lead person', leadNamed(kept, 'person', bodies)],
    contributorNames: ['Who contributes besides', namesIn(kept, 'contributor', bodies).join(', ')],
    contributorId: ['Who contributes', kept.contributorIds.map(named).join(', ')],
    note: ['The note', kept.note],
  }
}

const toleranceTyped = ({ toleranceKind, tolerance }: Pick<Indicator, 'toleranceKind' | 'tolerance'>): string =>
  toleranceKind === null || tolerance === null ? '' : typedTolerance({ toleranceKind, tolerance })

const designEffectTyped = ({ designEffect }: Pick<Indicator, 'designEffect'>): string => (designEffect === null ? '' : toText(designEffect))

const toleranceKindWords = { relative: 'a percentage of the target', absolute: 'a number in its own unit' } as const

export function indicatorFormView(
  kept: KeptIndicator | null,
  around: Surrounding,
  entry: Entry,
  edition: string,
  problems: readonly Problem[] = [],
) {
  const { agreement, themes, organisations, bodies } = around
  const one = (field: string): string => [entry[field] ?? ''].flat()[0] ?? ''
  const isTicked = (field: string, value: string): boolean => [entry[field] ?? []].flat().includes(value)
  const choice = (field: string) => (value: string, text: string, hint?: string) => ({
    value,
    text,
    checked: one(field) === value,
    ...(hint !== undefined && { hint: { text: hint } }),
  })
  return {
    title: kept === null ? 'Add an indicator' : `Change ${nameOf(kept)}`,
    caption: agreement.title,
    edition,
    isNew: kept === null,
    back: kept === null ? `agreements/${agreement.id}` : `indicators/${kept.id}`,
    acts: kept === null ? [] : actsOn(kept),
    entry: {
      ...Object.fromEntries(
        [
          'reference',
          'title',
          'definition',
          'ratePer',
          'unit',
          'decimals',
          'lagDays',
          'source',
          'note',
          'tolerance',
          'designEffect',
          'leadName',
          'contributorNames',
        ].map(field => [field, one(field)]),
      ),
    },
    /** Asked once what is counted reads otherwise than before. */
    asksOfDefinition: one('definitionChange') !== '' || problems.some(({ field }) => field === 'definitionChange'),
    changes: {
      kind: one('definitionChange'),
      from: one('definitionFrom'),
      reason: one('definitionReason'),
      comparable: one('definitionComparable'),
    },
    themes: themes
      .filter(theme => theme.outcomes.length > 0)
      .map(theme => ({
        title: theme.title,
        outcomes: theme.outcomes.map(({ id, title }) => ({
          value: String(id),
          text: title,
          checked: isTicked('outcomeId', String(id)),
        })),
      })),
    designations: designations.map(value => choice('designation')(value, designationWords[value])),
    polarities: polarities.map(value => choice('polarity')(value, polarityWords[value].whole)),
    valueTypes: valueTypes.map(value => choice('valueType')(value, valueTypeWords[value], valueTypeHints[value])),
    measurements: measurements.map(value => choice('measurement')(value, measurementWords[value])),
    frequencies: [
      { value: 'unknown', text: 'Not known yet', selected: one('frequency') === 'unknown' },
      ...frequencies.map(value => ({ value, text: frequencyWords[value], selected: one('frequency') === value })),
    ],
    tolerances: [
      choice('ownTolerance')('agreement', `The agreement’s: ${toleranceInWords(agreement)}`),
      choice('ownTolerance')('relative', 'Its own, a percentage of the target', 'Like 10%'),
      choice('ownTolerance')('absolute', 'Its own, a number in its unit', 'Like 0.5. Needed where a target is 0'),
    ],
    rollUps: rollUps.map(value => choice('rollUp')(value, rollUpWords[value], rollUpHints[value])),
    rollUpCounts: [
      {
        value: 'yes',
        text: 'Where an area has reported nothing, judge it by what was worked out',
        checked: isTicked('rollUpCounts', 'yes'),
        hint: { text: 'Otherwise it is shown on the page of the indicator, and not judged' },
      },
    ],
    leads: [
      { value: '', text: organisations.length === 0 ? 'None yet' : 'Nobody yet', selected: one('leadId') === '' },
      ...organisations.map(({ id, name }) => ({ value: String(id), text: name, selected: one('leadId') === String(id) })),
    ],
    /** A lead of each kind that there is anything of. */
    leadsBeside: (['group', 'seat', 'person'] as const)
      .map(kind => ({ kind, those: bodies.filter(body => body.kind === kind) }))
      .filter(({ those }) => those.length > 0)
      .map(({ kind, those }) => ({
        field: `${kind}LeadId`,
        label: `Lead ${kind}`,
        hint: leadHints[kind],
        items: [
          { value: '', text: 'None', selected: one(`${kind}LeadId`) === '' },
          ...those.map(({ id, name }) => ({ value: String(id), text: name, selected: one(`${kind}LeadId`) === String(id) })),
        ],
      })),
    contributors: organisations.map(({ id, name }) => ({
      value: String(id),
      text: name,
      checked: isTicked('contributorId', String(id)),
    })),
    breadcrumbs: kept === null ? [...crumbs, { text: agreement.title, href: `agreements/${agreement.id}` }] : crumbsTo(kept),
  }
}

const leadHints: Readonly<Record<Kind, string>> = {
  group: 'Its chair, vice chair, lead and secretariat can report it',
  seat: 'Whoever sits there can report it, and whoever stands in',
  person: 'By name, wherever they sit',
}

const rollUpHints: { readonly [rollUp in Indicator['rollUp']]?: string } = {
  sum: 'Of a count, like homes built or people helped',
  weighted: 'Of a percentage or a rate, where each return has both: all numerators over all denominators',
}

const valueTypeHints: { readonly [type in Indicator['valueType']]?: string } = {
  rate: 'Like 38.5 per 1,000 people',
  money: 'In pounds',
  ratio: 'One number over another, like jobs per home',
}

/** What else can be done to an indicator, each on a page of its own. */
export const actsOn = ({ id, deferredReason, closedOn }: Pick<Indicator, 'id' | 'deferredReason' | 'closedOn'>) => [
  { text: deferredReason === null ? 'Defer it' : 'Change or end its deferral', href: `indicators/${id}/deferral` },
  { text: closedOn === null ? 'Close it' : 'Change its closure or reopen it', href: `indicators/${id}/closure` },
  { text: 'Give it a proxy, for when it has no figure', href: `indicators/${id}/proxy` },
  { text: 'What files call it', href: `indicators/${id}/names` },
  { text: 'Remove it', href: `indicators/${id}/removal` },
]

const crumbs = [{ text: 'Indicators', href: 'indicators' }]
const crumbsTo = (of: Indicator) => [...crumbs, { text: of.reference ?? of.title, href: `indicators/${of.id}` }]

/** The head of every page that is about one indicator. */
export const aboutView = (of: Indicator, title: string) => ({
  title,
  caption: nameOf(of),
  back: `indicators/${of.id}`,
  breadcrumbs: crumbsTo(of),
})

/** A deferral, and a closure, as their forms show them. */
export const deferralFields = (of: Indicator): Entry => ({
  deferredReason: of.deferredReason ?? '',
  deferredOwner: of.deferredOwner ?? '',
  deferredReviewOn: of.deferredReviewOn === null ? '' : dayLabel(of.deferredReviewOn),
})
export const closureFields = (of: Indicator): Entry => ({
  closedOn: of.closedOn === null ? '' : dayLabel(of.closedOn),
  closedReason: of.closedReason ?? '',
})

export const deferralInWords = (of: Indicator): Readonly<Record<string, readonly [string, string]>> => ({
  deferredReason: ['The reason', of.deferredReason ?? ''],
  deferredOwner: ['Who answers for it', of.deferredOwner ?? ''],
  deferredReviewOn: ['The day on which it is looked at again', of.deferredReviewOn === null ? '' : dayLabel(of.deferredReviewOn)],
})
export const closureInWords = (of: Indicator): Readonly<Record<string, readonly [string, string]>> => ({
  closedOn: ['The day from which it is closed', of.closedOn === null ? '' : dayLabel(of.closedOn)],
  closedReason: ['The reason', of.closedReason ?? ''],
})

export const deferralView = (of: Indicator, entry: Entry, edition: string) => ({
  ...aboutView(of, of.deferredReason === null ? 'Defer this indicator' : 'Change or end the deferral'),
  edition,
  isDeferred: of.deferredReason !== null,
  reason: entryText(entry, 'deferredReason'),
  owner: entryText(entry, 'deferredOwner'),
  reviewOn: entryText(entry, 'deferredReviewOn'),
})

export const closureView = (of: Indicator, entry: Entry, edition: string) => ({
  ...aboutView(of, of.closedOn === null ? 'Close this indicator' : 'Change the closure or reopen'),
  edition,
  isClosed: of.closedOn !== null,
  closedOn: entryText(entry, 'closedOn'),
  reason: entryText(entry, 'closedReason'),
})

const entryText = (entry: Entry, field: string): string => [entry[field] ?? ''].flat()[0] ?? ''

export const namesView = (of: KeptIndicator) => ({
  ...aboutView(of, 'What files call this indicator'),
  names: of.seriesNames.map(name => ({ value: JSON.stringify(name), columns: columnsOf(name) })),
})

const columnsOf = (name: SeriesName) =>
  Object.keys(name)
    .toSorted()
    .map(column => ({ column, content: name[column] ?? '' }))
