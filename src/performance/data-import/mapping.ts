/**
 * What the columns of a file mean. A source keeps its columns from one file to the next, so a mapping is remembered for it.
 * What no column says may be said once for the whole file; both are texts and are read alike.
 */
import type { Problem } from '../../kernel/ruling.ts'
import type { DirectoryColumn } from '../../partnership/index.ts'
import type { ImportKind } from './data-import.ts'

export const meanings = [
  'reference',
  'title',
  'definition',
  'polarity',
  'value-type',
  'unit',
  'decimals',
  'frequency',
  'measurement',
  'lag',
  'tolerance',
  'designation',
  'theme',
  'outcome',
  'lead',
  'contributors',
  'source',
  'note',
  'area-code',
  'area-name',
  'period',
  'first-day',
  'last-day',
  'target-kind',
  'target',
  'baseline',
  'interim',
  'stretch',
  'floor',
  'low',
  'high',
  'value',
  'numerator',
  'denominator',
  'sample-size',
  'interval-low',
  'interval-high',
  'status',
  'by-period',
  'by-area',
] as const
export type Meaning = (typeof meanings)[number] | DirectoryColumn

const directoryWords: Readonly<Record<DirectoryColumn, string>> = {
  group: 'Group',
  'short-name': 'Short name of the group',
  layer: 'Layer of the group',
  'group-kind': 'Kind of group',
  'reports-to': 'Group that it reports to',
  'group-from': 'First day of the group',
  'group-until': 'Last day of the group',
  place: 'Place of the seat in its group',
  role: 'Role of the seat',
  seat: 'Title of the seat',
  'seat-for': 'Organisation that the seat is for',
  'first-name': 'First name',
  person: 'Name of the person',
  email: 'E-mail address',
  telephone: 'Telephone',
  post: 'Post, or job title',
  organisation: 'Organisation',
  sector: 'Sector of the organisation',
  identifier: 'Identifier of the organisation',
  from: 'First day on the seat',
  until: 'Last day on the seat',
  deputy: 'Deputy',
  'deputy-email': 'E-mail address of the deputy',
  cover: 'Who covers the seat',
  'cover-email': 'E-mail address of who covers',
  'cover-reason': 'Reason of the cover',
  'cover-from': 'First day of the cover',
  'cover-until': 'Last day of the cover',
}

export const meaningWords: Readonly<Record<Meaning, string>> = {
  ...directoryWords,
  reference: 'Reference of the indicator',
  title: 'Title of the indicator',
  definition: 'Definition',
  polarity: 'Which way is better',
  'value-type': 'Type of value',
  unit: 'Unit',
  decimals: 'Decimal places',
  frequency: 'How often it is reported',
  measurement: 'Snapshot, cumulative or rolling',
  lag: 'Days until a figure is published',
  tolerance: 'Tolerance',
  designation: 'Designated, local or statutory',
  theme: 'Theme',
  outcome: 'Outcome',
  lead: 'Lead organisation',
  contributors: 'Contributing organisations',
  source: 'Source of the figures',
  note: 'Note',
  'area-code': 'Code of the area',
  'area-name': 'Name of the area',
  period: 'Period',
  'first-day': 'First day of the period',
  'last-day': 'Last day of the period',
  'target-kind': 'Kind of target',
  target: 'Target',
  baseline: 'Baseline',
  interim: 'Interim target',
  stretch: 'Stretch target',
  floor: 'Floor standard',
  low: 'Lower bound',
  high: 'Upper bound',
  value: 'Value',
  numerator: 'Numerator',
  denominator: 'Denominator',
  'sample-size': 'Sample size of a survey',
  'interval-low': 'Lower bound of the interval (95%)',
  'interval-high': 'Upper bound of the interval (95%)',
  status: 'Provisional, estimated or final',
  'by-period': 'Figures of the period in the heading',
  'by-area': 'Figures of the area in the heading',
}

/** What a column of such a file may mean, in the order of the choices. */
export const meaningsOf: Readonly<Record<ImportKind, readonly Meaning[]>> = {
  people: Object.keys(directoryWords) as DirectoryColumn[],
  indicators: meanings.slice(0, meanings.indexOf('area-code')),
  targets: [
    'reference',
    'title',
    'unit',
    'area-code',
    'area-name',
    'period',
    'first-day',
    'last-day',
    'target-kind',
    'target',
    'baseline',
    'interim',
    'stretch',
    'floor',
    'low',
    'high',
    'by-period',
    'by-area',
  ],
  returns: [
    'reference',
    'title',
    'unit',
    'area-code',
    'area-name',
    'period',
    'first-day',
    'last-day',
    'value',
    'numerator',
    'denominator',
    'sample-size',
    'interval-low',
    'interval-high',
    'status',
    'source',
    'by-period',
    'by-area',
  ],
}

/** What may be said once for the whole file, and for its cells that are empty. */
export const constantsOf: Readonly<Record<ImportKind, readonly Meaning[]>> = {
  people: ['role', 'layer', 'group-kind'],
  indicators: [
    'polarity',
    'value-type',
    'unit',
    'decimals',
    'frequency',
    'measurement',
    'lag',
    'tolerance',
    'designation',
    'theme',
    'outcome',
    'lead',
    'source',
  ],
  targets: ['reference', 'area-code', 'period', 'target-kind'],
  returns: ['reference', 'area-code', 'period', 'status'],
}

export type ColumnUse = {
  readonly heading: string
  readonly meaning: Meaning | null
  /** Its content is part of what the source calls the indicator. */
  readonly names: boolean
}

export const wordMeanings = ['suppressed', 'not-published', 'not-applicable', 'blank'] as const
/** What a word in place of a number stands for; `blank`: no return was made. */
export type WordMeaning = (typeof wordMeanings)[number]

export const statusMeanings = ['final', 'provisional', 'estimated', 'suppressed', 'not-published', 'not-applicable'] as const
export type StatusMeaning = (typeof statusMeanings)[number]

export type Mapping = {
  readonly columns: readonly ColumnUse[]
  readonly constants: { readonly [meaning in Meaning]?: string }
  /** What Q1 2000 is a quarter of. */
  readonly quarters: 'financial' | 'calendar' | null
  /** What 2013/14 is, and what "annual" is, for indicators whose frequency is not known. */
  readonly years: 'financial' | 'academic' | 'calendar' | null
  /** By the word in lower case. */
  readonly words: Readonly<Record<string, WordMeaning>>
  readonly statuses: Readonly<Record<string, StatusMeaning>>
}

export const emptyMapping: Mapping = { columns: [], constants: {}, quarters: null, years: null, words: {}, statuses: {} }

const several: ReadonlySet<Meaning> = new Set(['period', 'by-period', 'by-area', 'deputy', 'deputy-email'])

/** A column whose heading says of what its figures are. */
export const widely = (meaning: Meaning | null): boolean => meaning === 'by-period' || meaning === 'by-area'

export const isWide = ({ columns }: Pick<Mapping, 'columns'>): boolean => columns.some(({ meaning }) => widely(meaning))

/** What keeps a file from being read with this mapping. The field of a problem is the input of its column, or of what is said for the whole file. */
export function mappingProblems(kind: ImportKind, mapping: Mapping): readonly Problem[] {
  return [...doubled(mapping), ...missing(kind, mapping)]
}

function doubled({ columns }: Mapping): Problem[] {
  return columns.flatMap(({ meaning, heading }, index) => {
    const first = columns.findIndex(other => other.meaning === meaning)
    if (meaning === null || several.has(meaning) || first === index) return []
    return [
      {
        field: `meaning-${index}`,
        text: `${heading} and ${columns[first]?.heading} cannot both be “${meaningWords[meaning]}”`,
      },
    ]
  })
}

function missing(kind: ImportKind, mapping: Mapping): Problem[] {
  const { columns, constants } = mapping
  const has = (...any: Meaning[]) =>
    any.some(meaning => columns.some(column => column.meaning === meaning) || (constants[meaning] ?? '') !== '')
  const named = columns.some(column => column.names)
  const first = 'meaning-0'

  if (kind === 'people')
    return [
      ...(has('group', 'short-name', 'person', 'organisation')
        ? []
        : [{ field: first, text: 'Say which column has the group, the person or the organisation' }]),
      ...(columns.some(({ meaning }) => meaning === 'first-name') && !has('person')
        ? [{ field: first, text: 'Say which column has the surname: it is “Name of the person”' }]
        : []),
    ]
  if (kind === 'indicators')
    return [
      ...(has('reference', 'title') ? [] : [{ field: first, text: 'Say which column is the title or the reference of the indicator' }]),
      ...(has('polarity')
        ? []
        : [{ field: 'constant-polarity', text: 'Say which way is better: choose the column that says it, or one answer for all' }]),
      ...(has('outcome') && !has('theme') && (constants.outcome ?? '') !== ''
        ? [{ field: 'constant-theme', text: 'Enter the theme that this outcome belongs to' }]
        : []),
    ]

  const valueColumns: readonly Meaning[] = [
    ...(kind === 'returns' ? (['value'] as const) : (['target', 'baseline', 'interim', 'stretch', 'floor', 'low', 'high'] as const)),
    'by-period',
    'by-area',
  ]
  const days = columns.filter(({ meaning }) => meaning === 'first-day' || meaning === 'last-day')
  return [
    ...(named || has('reference', 'title')
      ? []
      : [{ field: first, text: 'Say which column names the indicator, or choose one indicator for the whole file' }]),
    ...(has('area-code', 'area-name', 'by-area')
      ? []
      : [{ field: 'constant-area-code', text: 'Say which column has the area, or choose one area for the whole file' }]),
    ...(has('period', 'last-day', 'by-period')
      ? []
      : [{ field: 'constant-period', text: 'Say which column has the period, or enter one period for the whole file' }]),
    ...(days.length === 1
      ? [
          {
            field: `meaning-${columns.findIndex(column => days.includes(column))}`,
            text: 'Choose both the first and the last day of the period',
          },
        ]
      : []),
    ...(valueColumns.some(meaning => has(meaning))
      ? []
      : [{ field: first, text: kind === 'returns' ? 'Say which column has the value' : 'Say which column has the target' }]),
    ...(has('low') === has('high') ? [] : [{ field: first, text: 'A range needs both a lower and an upper bound' }]),
  ]
}

/** A remembered mapping for another file of the same source: by heading, since columns move. Null when too little of it is there to be of use. */
export function applied(remembered: Mapping, headings: readonly string[], otherwise: Mapping): Mapping | null {
  const uses = new Map(remembered.columns.map(column => [plainHeading(column.heading), column]))
  const meant = remembered.columns.filter(({ meaning, names }) => meaning !== null || names)
  const here = new Set(headings.map(plainHeading))
  if (!meant.some(({ heading }) => here.has(plainHeading(heading)))) return null

  const columns = headings.map((heading, index): ColumnUse => {
    const use = uses.get(plainHeading(heading))
    if (use) return { heading, meaning: use.meaning, names: use.names }
    const guess = otherwise.columns[index] ?? { heading, meaning: null, names: false }
    // The next file has one more period: its heading is new, and the column is read as those beside it.
    const taken = widely(guess.meaning) ? !isWide(remembered) : meant.some(({ meaning }) => meaning === guess.meaning)
    return { heading, meaning: taken ? null : guess.meaning, names: guess.names && !taken }
  })
  return { ...remembered, columns }
}

/** Headings are compared without regard to case, spaces and underscores. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim()
