/**
 * What the columns of a file most likely mean, from their headings and from what is in them. It is shown to the user and corrected by them;
 * so a wrong guess costs a moment, and no guess is better than a far-fetched one.
 */
import { parseDay } from '../../kernel/day.ts'
import { readPeriod } from '../../kernel/period.ts'
import type { DirectoryColumn } from '../../partnership/index.ts'
import {
  plainCell,
  readDecimals,
  readDesignation,
  readFrequency,
  readMeasurement,
  readPolarity,
  readTargetKind,
  readTolerance,
  readValue,
  readValueType,
} from './cell.ts'
import { type ImportKind, ofFigures } from './data-import.ts'
import { periodInHeading, sureOfPeriods } from './heading.ts'
import { applied, type ColumnUse, emptyMapping, type Mapping, type Meaning, meaningsOf, plainHeading, widely } from './mapping.ts'
import { isGssCode } from './naming.ts'

/** What is known already, and helps to see what a file means. */
export type KnownNames = {
  /** The headings by which series are named, each set together. */
  readonly series: readonly (readonly string[])[]
  readonly isArea: (name: string) => boolean
}

export const nothingKnown: KnownNames = { series: [], isArea: isGssCode }

export function recognise(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  kind: ImportKind,
  known: KnownNames = nothingKnown,
): ColumnUse[] {
  const columns = headings.map((heading, index) =>
    columnOf(
      heading,
      rows.map(row => row[index] ?? ''),
    ),
  )
  const meant = meaningsFor(columns, headings, kind, known)
  const named = namesFor(columns, meant, kind, known.series)
  return headings.map((heading, index) => ({ heading, meaning: meant.get(index) ?? null, names: named.has(index) }))
}

type Column = {
  readonly heading: string
  readonly cells: readonly string[]
  /** Each content once, those that are empty left out. */
  readonly contents: readonly string[]
}

function columnOf(heading: string, cells: readonly string[]): Column {
  const contents = [...new Set(cells.map(cell => cell.trim()))].filter(cell => cell !== '').slice(0, 500)
  return { heading: plainHeading(heading), cells, contents }
}

/** How well a column serves for a meaning: its heading, as long as its contents do not forbid it; or its contents alone. */
type Sign = {
  readonly heading: RegExp
  readonly contents?: (column: Column) => boolean
  readonly alone?: (column: Column) => boolean
}

const share = ({ contents }: Column, readable: (content: string) => boolean): number =>
  contents.length === 0 ? 0 : contents.filter(readable).length / contents.length
const most = (column: Column, readable: (content: string) => boolean): boolean => share(column, readable) >= 0.8
/** Enough where the heading says the same: the rest are slips, to be refused one by one. */
const some = (column: Column, readable: (content: string) => boolean): boolean => share(column, readable) >= 0.3

const isPeriod = (content: string): boolean => {
  const reading = readPeriod(content, { frequency: null, quarters: 'calendar', years: null })
  return reading.kind === 'period' || reading.kind === 'mismatch'
}
const isFigure = (content: string): boolean => !['unreadable', 'word'].includes(readValue(content, {}).kind)
const isReference = (content: string): boolean => /^[A-Za-z][A-Za-z .:-]{0,11} ?\d[\d./a-z -]*$/.test(content) && !isGssCode(content)
const few = ({ contents }: Column): boolean => contents.length > 0 && contents.length <= 12

/** 'Lower CI 95.0 limit', 'upper 95%', 'LCI'; those of 99.8% are another interval. */
function boundOf(side: string): RegExp {
  return new RegExp(
    `^(?!.*99)((?=.*\\b(${side})\\b)(?=.*\\b(ci|cl|lci|lcl|uci|ucl|confidence|limit|bound|95)\\b)|(${side.split('|')[0]})$)`,
  )
}

/** What a column of figures is by its place is seen from all headings together. */
type Signed = Exclude<Meaning, 'by-period' | 'by-area'>

const isEmail = (content: string): boolean => /^[^\s@]+@[^\s@]+$/.test(content)
const isDay = (content: string): boolean => parseDay(content) !== null
/** Of whoever stands in, and not of who sits there. */
const notOfOthers = '(?!.*\\b(deputy|deputies|cover|interim|substitute|alternate)\\b)'

/** Deputies and cover come first: theirs are the longer headings. */
const directorySigns: Readonly<Record<DirectoryColumn, Sign>> = {
  'deputy-email': { heading: /^(deputy|substitute|alternate)\b.*\be ?mail\b|^e ?mail\b.*\bdeputy\b/ },
  deputy: { heading: /^(name of )?(the )?(first |second |third |named )?(deputy|deputies|substitutes?|alternates?)( ?\d+)?( name)?$/ },
  'cover-email': { heading: /^(interim |cover).*\be ?mail\b/ },
  'cover-reason': { heading: /^(reason (of|for) (the )?(interim )?cover|cover(ing)? reason|interim (cover )?reason)$/ },
  'cover-from': { heading: /^(interim )?cover(ed|ing)? (from|since|begins|start( date)?)$/, contents: column => some(column, isDay) },
  'cover-until': { heading: /^(interim )?cover(ed|ing)? (until|to|ends?|end date|till)$/, contents: column => some(column, isDay) },
  cover: { heading: /^(interim|interim cover|cover|covered by|covering|interim holder|acting)( name)?$/ },
  'group-from': { heading: /^group (from|since|start(ed|s)?( date)?|begins|first day)$/, contents: column => some(column, isDay) },
  'group-until': {
    heading: /^group (until|to|ends?|end date|last day|finish(es)?)$|^(task and finish )?end date of (the )?group$/,
    contents: column => some(column, isDay),
  },
  'group-kind': {
    heading: /^((group|board) (kind|type)|(kind|type) of (group|board)|kind|type|group category)$/,
    contents: column => !most(column, isFigure),
  },
  'short-name': { heading: /^(short name|group (short name|code|abbreviation|acronym)|abbreviation|acronym|code|short)$/ },
  layer: { heading: /^((group )?(layer|tier|level)|layer of (the )?group)$/ },
  'reports-to': { heading: /^(reports? to|reporting to|parent( group)?|accountable to|group reports to|group that it reports to)$/ },
  group: {
    heading:
      /^(group|group name|name of (the )?group|board|board or group|committee|partnership|meeting|partnership group|sub ?group|forum)$/,
  },
  place: { heading: /^(place|place in (the )?group|seat (no|number)|order)$/, contents: column => most(column, isFigure) },
  'seat-for': {
    heading: /^(seat for|seat of|seat organisation|on behalf of|representing|represents|organisation represented|nominating body)$/,
  },
  seat: { heading: /^(seat|seat title|title of (the )?seat|seat name|portfolio|remit|responsibility|representing what|area of interest)$/ },
  role: {
    heading: /^((group |board )?role|role (on|in) (the )?(group|board)|role of (the )?seat|membership|member type|capacity|status)$/,
  },
  'first-name': { heading: /^(first ?names?|forenames?|given names?|christian name)$/ },
  person: {
    heading:
      /^(person|name|full name|names|surname|last ?name|family name|member|member name|name of (the )?(person|member)|representative|rep|contact|contact name|holder|seat holder|current (holder|member)|who)$/,
    contents: column => !most(column, isFigure) && !most(column, isEmail),
  },
  email: {
    heading: new RegExp(`^${notOfOthers}.*\\be ?mails?\\b( address(es)?)?$`),
    contents: column => some(column, isEmail),
    alone: column => most(column, isEmail),
  },
  telephone: {
    heading: new RegExp(
      `^${notOfOthers}(telephone|tel|phone|mobile|contact|work|direct)? ?(telephone|tel|phone|mobile|number|line)( (no|number))?$`,
    ),
  },
  post: {
    heading: /^(post|job|job title|position|post title|title|occupation|designation|job role)$/,
    contents: column =>
      !most(column, content => /^(cllr|councillor|dr|mr|mrs|ms|miss|mx|prof(essor)?|rev(erend|d)?|sir|dame)\.?$/i.test(content)),
  },
  sector: { heading: /^(sector|sector of (the )?organisation|organisation (sector|type)|type of organisation|organization type)$/ },
  identifier: { heading: /^((organisation |organization )?(identifier|id|org ?id)|registration( number)?|charity number|company number)$/ },
  organisation: {
    heading:
      /^(organi[sz]ations?|organi[sz]ation name|name of (the )?organi[sz]ation|org|agency|body|partner|partner organi[sz]ation|employer|company|from organi[sz]ation)$/,
  },
  from: {
    heading:
      /^(from|since|start|starts|start date|date from|appointed|appointed on|date appointed|date joined|joined|first day|term (start|begins|from))$/,
    contents: column => some(column, isDay),
  },
  until: {
    heading: /^(to|until|end|ends|end date|date to|left|date left|last day|term (ends?|expires|to|until)|expires)$/,
    contents: column => some(column, isDay),
  },
}

const signs: Readonly<Record<Signed, Sign>> = {
  ...directorySigns,
  reference: {
    heading:
      /^(ref|reference|code|id|no|number|kpi|pi|ni|bvpi)$|^(indicator|measure|kpi|pi|ni) (ref|reference|code|id|no|number)$|^reference (no|number)$/,
    contents: column => most(column, isReference),
  },
  title: {
    heading:
      /^(indicator|indicators|title|indicator (title|name)|name|measure (title|name)|kpi (title|name)|indicator description|measure|description)$/,
    contents: column => !most(column, isFigure) && !most(column, isGssCode),
  },
  definition: { heading: /^(definition|indicator definition|description|detail|details)$/ },
  polarity: {
    heading:
      /^(polarity|better|good is|what is good|which way is better|good direction|good performance|bigger is better|desired direction|direction( of (good|improvement))?|aim)$/,
    contents: column => most(column, content => readPolarity(content) !== null),
  },
  'value-type': {
    heading: /^(value type|type|data type|type of value|format|number format)$/,
    contents: column => most(column, content => readValueType(content) !== null),
  },
  unit: { heading: /^(unit|units|unit of measure|unit measure|uom|measured in)$/, contents: column => !most(column, isFigure) },
  decimals: {
    heading: /^(decimals|decimal places|dp|places|precision)$/,
    contents: column => most(column, content => readDecimals(content) !== null),
  },
  frequency: {
    heading: /^(frequency|reporting frequency|how often|reported|periodicity|collection frequency|reporting period)$/,
    contents: column => most(column, content => readFrequency(content, null).kind !== 'unreadable'),
  },
  measurement: {
    heading: /^(measurement|measured|data basis|basis|cumulative|snapshot( or cumulative)?|calculation)$/,
    contents: column => most(column, content => readMeasurement(content) !== null),
  },
  lag: { heading: /^(lag|lag days|publication lag|days until published|delay)$/, contents: column => most(column, isFigure) },
  tolerance: {
    heading: /^(tolerance|amber (threshold|tolerance)|threshold|variance allowed)$/,
    contents: column => most(column, content => readTolerance(content) !== null),
  },
  designation: {
    heading: /^(designation|designated|status|type|category|target type)$/,
    contents: column => most(column, content => readDesignation(content) !== null),
  },
  theme: { heading: /^(theme|block|priority|ambition|pillar|theme title)$/ },
  outcome: { heading: /^(outcome|outcomes|objective|priority outcome|outcome title)$/ },
  lead: { heading: /^(lead|leads|lead (organisation|organization|partner|agency|body)|owner|responsible( organisation)?)$/ },
  contributors: {
    heading: /^(contributors?|contributing( organisations| partners)?|partners|other partners|supporting (organisations|partners))$/,
  },
  source: { heading: /^(source|data source|sources|source of data|provider)$/ },
  note: { heading: /^(notes?|comments?|remarks?)$/ },
  'area-code': {
    heading:
      /^(gss|gss code|geo ?code|geography code|area|area code|areacd|code|la code|lad code|lad ?\d*cd|(local )?(authority|authorities) code|ons code|district code|ward code|ward ?\d*cd|place code|entity code)$/,
    contents: column => some(column, isGssCode),
    alone: column => most(column, isGssCode),
  },
  'area-name': {
    heading:
      /^(area|area name|areanm|geography|geography name|la|la name|lad ?\d*nm|(local )?authority( name)?|district|district name|ward|ward name|place|place name|where|location|locality|council|borough|entity name)$/,
    contents: column => !most(column, isFigure) && !most(column, isGssCode),
  },
  period: {
    heading:
      /^(period|time|time period|timeperiod|date|year|years|financial year|academic year|calendar year|fin year|fy|quarter|quarters|month|reporting period|period name|year and quarter)$/,
    contents: column => some(column, isPeriod),
    alone: column => most(column, isPeriod),
  },
  'first-day': {
    heading: /^(start|starts|starts on|start date|period start|from|date from|first day)$/,
    contents: column => most(column, isPeriod),
  },
  'last-day': { heading: /^(end|ends|ends on|end date|period end|to|date to|last day|until)$/, contents: column => most(column, isPeriod) },
  'target-kind': {
    heading: /^(kind|target kind|kind of target|type|target type|measure)$/,
    contents: column => most(column, content => readTargetKind(content) !== null),
  },
  target: { heading: /^(target|targets|target value|value|goal|annual target|final target)$/, contents: column => some(column, isTarget) },
  baseline: { heading: /^(baseline|base|baseline value|starting point)$/, contents: column => some(column, isTarget) },
  interim: { heading: /^(interim|interim target|milestone|trajectory)$/, contents: column => some(column, isTarget) },
  stretch: { heading: /^(stretch|stretch target|stretched target)$/, contents: column => some(column, isTarget) },
  floor: { heading: /^(floor|floor standard|floor target|minimum standard)$/, contents: column => some(column, isTarget) },
  low: { heading: /^(low|lower|lower bound|minimum|min|from|range from|low bound)$/, contents: column => most(column, isFigure) },
  high: { heading: /^(high|upper|upper bound|maximum|max|to|range to|high bound)$/, contents: column => most(column, isFigure) },
  value: {
    heading:
      /^(value|values|val|actual|figure|figures|result|outturn|data|data value|return|indicator value|obs value|observation|observation value|score|performance)$/,
    contents: column => some(column, isFigure),
  },
  numerator: { heading: /^(numerator|num|count)$/, contents: column => most(column, isFigure) },
  denominator: { heading: /^(denominator|denom|population)$/, contents: column => most(column, isFigure) },
  'sample-size': {
    heading: /^(n|sample|sample size|base|base size|unweighted base|unweighted count|respondents|responses|number of respondents)$/,
    contents: column => most(column, isFigure),
  },
  'interval-low': { heading: boundOf('lower|low|lci|lcl'), contents: column => most(column, isFigure) },
  'interval-high': { heading: boundOf('upper|high|uci|ucl'), contents: column => most(column, isFigure) },
  status: {
    heading: /^(status|observation status|obs status|data status|value status|value note|provisional|figure status)$/,
    contents: few,
  },
}

const isFigureOrWord = (content: string): boolean => isTarget(content) || readValue(content, {}).kind === 'word'
const isTarget = (content: string): boolean => isFigure(content) || /\d/.test(content)

/** Each meaning goes to the first column that bears its sign; those that contents alone can carry are given out last, and only where one column would do. */
function meaningsFor(
  columns: readonly Column[],
  headings: readonly string[],
  kind: ImportKind,
  { isArea }: KnownNames,
): Map<number, Meaning> {
  const meant = new Map<number, Meaning>()
  const free = (index: number) => !meant.has(index)
  for (const meaning of orderFor(kind)) {
    const { heading, contents } = signs[meaning]
    const index = columns.findIndex((column, at) => free(at) && heading.test(column.heading) && fitsContents(column, contents))
    if (index >= 0) meant.set(index, meaning)
  }
  for (const [index, meaning] of sideBySide(columns, headings, meant, kind, isArea)) meant.set(index, meaning)
  for (const meaning of orderFor(kind)) {
    const { alone } = signs[meaning]
    const isSaid = [...meant.values()].some(each => each === meaning || (meaning === 'period' ? each === 'by-period' : each === 'by-area'))
    if (alone === undefined || isSaid) continue
    const able = columns.flatMap((column, index) => (free(index) && column.contents.length > 0 && alone(column) ? [index] : []))
    const [only, ...others] = able
    if (only !== undefined && others.length === 0) meant.set(only, meaning)
  }
  if (ofFigures(kind)) secondOfPeriod(columns, meant)
  if (kind === 'people') everyDeputy(columns, meant)
  const figures = kind === 'returns' ? 'value' : 'target'
  if (ofFigures(kind) && ![...meant.values()].some(meaning => meaning === figures || widely(meaning))) onlyFigures(columns, meant, figures)
  return meant
}

/**
 * Columns of figures whose headings are periods, or areas. Not where the figures and their period have columns already: a long file with "2011" in it
 * stays long. A table has two areas side by side at least.
 */
function sideBySide(
  columns: readonly Column[],
  headings: readonly string[],
  meant: ReadonlyMap<number, Meaning>,
  kind: ImportKind,
  isArea: KnownNames['isArea'],
): (readonly [number, Meaning])[] {
  if (!ofFigures(kind)) return []
  const says = new Set(meant.values())
  const hasFigures = says.has(kind === 'returns' ? 'value' : 'target')
  const hasPeriods = says.has('period') || says.has('last-day')
  const free = columns.flatMap((column, index) =>
    !meant.has(index) && (column.contents.length === 0 || some(column, isFigureOrWord)) ? [{ index, heading: headings[index] ?? '' }] : [],
  )
  const said = free.map(({ heading }) => periodInHeading(heading, kind))
  const sure = sureOfPeriods(said)
  const [whole, parts] = [false, true].map(isPart => free.filter((_, at) => sure[at] && said[at]?.isPart === isPart))
  const all = (list: typeof free | undefined, meaning: Meaning) => (list ?? []).map(({ index }) => [index, meaning] as const)
  if (!(hasFigures && hasPeriods) && (whole?.length ?? 0) > (hasFigures || hasPeriods ? 1 : 0)) return all(whole, 'by-period')
  if (!hasFigures && hasPeriods && (parts?.length ?? 0) > 1) return all(parts, 'by-period')

  const hasAreas = says.has('area-code') || says.has('area-name')
  const areas = free.filter(({ heading }) => isArea(heading))
  return !hasFigures && !hasAreas && areas.length > 1 ? all(areas, 'by-area') : []
}

/** A column without anything in the rows that were looked at is taken at its word. */
const fitsContents = (column: Column, contents: Sign['contents']): boolean =>
  contents === undefined || column.contents.length === 0 || contents(column)

/** What a column's contents settle comes before what its heading alone suggests. */
const orderFor = (kind: ImportKind): Signed[] => {
  const first: readonly Signed[] = [
    'area-code',
    'period',
    'polarity',
    'value-type',
    'target-kind',
    'reference',
    'value',
    'target',
    'measurement',
    'frequency',
  ]
  if (kind === 'people') return Object.keys(directorySigns) as DirectoryColumn[]
  const able = meaningsOf[kind].filter(meaning => meaning !== 'by-period' && meaning !== 'by-area')
  return [...first.filter(meaning => able.includes(meaning)), ...able.filter(meaning => !first.includes(meaning))]
}

/** "Year" and "Quarter" in columns of their own are one period together. */
function secondOfPeriod(columns: readonly Column[], meant: Map<number, Meaning>): void {
  const year = columns.findIndex(
    (column, index) => (meant.get(index) === 'period' || !meant.has(index)) && /year$/.test(column.heading) && most(column, isPeriod),
  )
  if (year < 0) return
  const part = columns.findIndex(
    ({ heading, contents }, index) =>
      index !== year && !meant.has(index) && /^(quarter|qtr|month|half)$/.test(heading) && contents.length > 0 && contents.length <= 12,
  )
  if (part < 0) return
  meant.set(year, 'period')
  meant.set(part, 'period')
}

/** Deputies have a column each, often numbered, and another for the e-mail address. */
function everyDeputy(columns: readonly Column[], meant: Map<number, Meaning>): void {
  for (const meaning of ['deputy-email', 'deputy'] as const)
    for (const [index, { heading }] of columns.entries())
      if (!meant.has(index) && signs[meaning].heading.test(heading)) meant.set(index, meaning)
}

/** The last column that is all figures, where no heading says which: files of one value end with it. */
function onlyFigures(columns: readonly Column[], meant: Map<number, Meaning>, meaning: Meaning): void {
  const index = columns.findLastIndex((column, at) => !meant.has(at) && most(column, isFigure))
  if (index >= 0) meant.set(index, meaning)
}

/**
 * Which columns together tell one series from another. Those that known series are named by, when all of them are here; otherwise what is usual:
 * a breakdown (age, sex, tenure) that is not another word for the area.
 */
function namesFor(
  columns: readonly Column[],
  meant: ReadonlyMap<number, Meaning>,
  kind: ImportKind,
  known: readonly (readonly string[])[],
): Set<number> {
  if (kind === 'people') return new Set()
  const headings = columns.map(({ heading }) => heading)
  const asBefore = known
    .map(names => names.map(plainHeading))
    .filter(names => names.length > 0 && names.every(name => headings.includes(name)))
    .toSorted((a, b) => b.length - a.length)[0]
  if (asBefore) return new Set(asBefore.map(name => headings.indexOf(name)))

  const usual = columns.flatMap((column, index) => (isUsualPart(column, meant.get(index)) ? [index] : []))
  if (kind === 'indicators')
    return new Set(columns.some(({ heading }) => /^(series|data ?set|measure)$/.test(heading)) && usual.length > 1 ? usual : [])
  // A reference says it all.
  if ([...meant.values()].includes('reference')) return new Set()

  const area = columns.find((_, index) => meant.get(index) === 'area-code') ?? columns.find((_, index) => meant.get(index) === 'area-name')
  const breakdowns = columns.flatMap((column, index) =>
    !meant.has(index) && !usual.includes(index) && isBreakdown(column, area) ? [index] : [],
  )
  const parts = [...usual, ...breakdowns].filter(
    index => !['unit'].includes(meant.get(index) ?? '') || usual.length + breakdowns.length > 1,
  )
  const onlyTitle = parts.length === 1 && parts.every(index => meant.get(index) === 'title')
  return new Set(onlyTitle ? [] : parts)
}

const usualPart =
  /^(series|data ?set|indicator|measure|metric|unit|units|unit measure|age|age group|ageband|age band|sex|gender|ethnicity|ethnic group|tenure|category|breakdown|dimension)$/

const isUsualPart = (column: Column, meaning: Meaning | undefined): boolean =>
  (meaning === undefined || meaning === 'title' || meaning === 'unit') &&
  (meaning === 'title' || usualPart.test(column.heading)) &&
  column.contents.length > 0

/** Several words that come again and again, and are neither figures, remarks, nor bound to the area. */
function isBreakdown(column: Column, area: Column | undefined): boolean {
  if (
    /compar|signific|rank|median|mean|note|comment|(?<!disability |marital |employment |health )status|quartile|change|trend|multiplier|confidence|source|related|target|grouping|inequal/.test(
      column.heading,
    )
  )
    return false
  const { contents, cells } = column
  if (
    contents.length < 2 ||
    contents.length > Math.max(2, cells.length / 5) ||
    most(column, isFigure) ||
    most(column, isPeriod) ||
    most(column, isGssCode)
  )
    return false
  return area === undefined || !followsFrom(column, area)
}

function followsFrom(column: Column, area: Column): boolean {
  const seen = new Map<string, string>()
  return column.cells.every((cell, row) => {
    const of = plainCell(area.cells[row] ?? '')
    const before = seen.get(of)
    seen.set(of, cell)
    return before === undefined || before === cell
  })
}

/** Where to begin: what the source's columns meant last time, or what they look like; and the usual things where no column says them. */
export function proposedMapping(
  kind: ImportKind,
  { headings, sample }: { readonly headings: readonly string[]; readonly sample: readonly (readonly string[])[] },
  known: KnownNames,
  remembered: Mapping | null,
): Mapping {
  const columns = recognise(headings, sample, kind, known)
  const fresh = { ...emptyMapping, columns, constants: usual(kind, columns) }
  return (remembered && applied(remembered, headings, fresh)) ?? fresh
}

const usually: Readonly<Partial<Record<ImportKind, readonly (readonly [Meaning, string])[]>>> = {
  people: [['role', 'Member']],
  indicators: [
    ['value-type', 'number'],
    ['decimals', '0'],
    ['measurement', 'snapshot'],
    ['designation', 'local'],
  ],
}

function usual(kind: ImportKind, columns: readonly ColumnUse[]): Mapping['constants'] {
  const said = new Set(columns.map(({ meaning }) => meaning))
  return Object.fromEntries((usually[kind] ?? []).filter(([meaning]) => !said.has(meaning)))
}
