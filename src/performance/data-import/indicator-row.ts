/**
 * A row of a file of indicators. What its cells say is given: it changes an indicator that is known. What was said for the whole file is assumed, and
 * serves new ones only, so that a file with two columns never resets the others.
 */
import { type Decimal, toText } from '../../kernel/decimal.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { accept, refuse } from '../../kernel/ruling.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { readReference } from '../indicator/reference.ts'
import {
  namesIn,
  readDecimals,
  readDesignation,
  readFrequency,
  readLag,
  readMeasurement,
  readPolarity,
  readTolerance,
  readValueType,
} from './cell.ts'
import { type Mapping, type Meaning, meaningWords } from './mapping.ts'
import { type Found, type IndicatorName, type KnownIndicator, seriesKey } from './naming.ts'
import { type Cells, cellsOf, type Refusal, refusal } from './row.ts'

/** Decimals as text, as JSON keeps them. */
export type IndicatorFields = Omit<
  Indicator,
  | 'id'
  | 'agreementId'
  | 'tolerance'
  | 'designEffect'
  | 'rollUp'
  | 'rollUpCounts'
  | 'leadId'
  | 'deferredReason'
  | 'deferredOwner'
  | 'deferredReviewOn'
  | 'closedOn'
  | 'closedReason'
> & { readonly tolerance: string | null }

/** Names are kept by the import under numbers. */
export type IndicatorContent = {
  readonly name: IndicatorName
  readonly given: Partial<IndicatorFields>
  readonly assumed: Partial<IndicatorFields>
  readonly lead: number | null
  readonly assumedLead: number | null
  readonly contributors: readonly number[]
  readonly outcomes: readonly number[]
  readonly assumedOutcome: number | null
}

export type IndicatorRow = { readonly line: number; readonly content: IndicatorContent | null; readonly refusal: Refusal | null }

export type OutcomeName = { readonly theme: string | null; readonly outcome: string }

export type RowNames = {
  readonly numberOutcome: (name: OutcomeName, line: number) => number | null
  readonly numberOrganisation: (name: string, line: number) => number | null
}

export function indicatorReader(mapping: Mapping, names: RowNames): (line: number, fields: readonly string[]) => IndicatorRow {
  const cells = cellsOf(mapping)
  const assumed = assumedFields(cells, mapping)

  return (line, fields) => {
    const ragged = cells.ragged(fields)
    if (ragged) return { line, content: null, refusal: ragged }
    const name = cells.indicatorName(fields)
    if (name === null)
      return {
        line,
        content: null,
        refusal: refusal(cells.indicatorHeadings(), '', 'The indicator has neither a title nor a reference. Enter one'),
      }
    const given = fieldsIn(cells, mapping, meaning => cells.own(fields, meaning))
    if (!given.accepted) return { line, content: null, refusal: given.problems[0].refusal }
    const outcomes = outcomesIn(
      cells.own(fields, 'theme') || cells.constant('theme'),
      cells.own(fields, 'outcome'),
      cells.own(fields, 'theme'),
    )
    const assumedOutcomes =
      outcomes.length === 0 ? outcomesIn(cells.constant('theme'), cells.constant('outcome'), cells.constant('theme')) : []
    const [lead, constantLead] = [tidy(cells.own(fields, 'lead')), tidy(cells.constant('lead'))]
    const tooLong = [lead, constantLead, ...namesIn(cells.own(fields, 'contributors'))].find(organisation => organisation.length > 200)
    if (tooLong)
      return {
        line,
        content: null,
        refusal: refusal(cells.headings('lead', 'contributors'), tooLong, 'This is too long for the name of an organisation'),
      }

    return {
      line,
      refusal: null,
      content: {
        name,
        given: given.value,
        assumed,
        lead: lead === '' ? null : names.numberOrganisation(lead, line),
        assumedLead: constantLead === '' ? null : names.numberOrganisation(constantLead, line),
        contributors: namesIn(cells.own(fields, 'contributors')).flatMap(
          organisation => names.numberOrganisation(organisation, line) ?? [],
        ),
        outcomes: outcomes.flatMap(outcome => names.numberOutcome(outcome, line) ?? []),
        assumedOutcome: assumedOutcomes.map(outcome => names.numberOutcome(outcome, line))[0] ?? null,
      },
    }
  }
}

/** A theme without an outcome has one of its own name. */
function outcomesIn(theme: string, outcome: string, ownTheme: string): OutcomeName[] {
  const outcomes = namesIn(outcome)
  if (outcomes.length === 0) return ownTheme === '' ? [] : [{ theme: tidy(ownTheme), outcome: tidy(ownTheme) }]
  return outcomes.map(each => ({ theme: tidy(theme) || null, outcome: each }))
}

/** What was said for the whole file was checked when it was said. */
function assumedFields(cells: Cells, mapping: Mapping): Partial<IndicatorFields> {
  const fields = fieldsIn(cells, mapping, cells.constant)
  return fields.accepted ? fields.value : {}
}

type FieldProblem = { readonly refusal: Refusal }
type FieldRuling =
  | { readonly accepted: true; readonly value: Partial<IndicatorFields> }
  | { readonly accepted: false; readonly problems: readonly [FieldProblem] }

function fieldsIn(cells: Cells, { years }: Pick<Mapping, 'years'>, said: (meaning: Meaning) => string): FieldRuling {
  const fields: Partial<Record<keyof IndicatorFields, unknown>> = {}
  for (const meaning of Object.keys(readers) as (keyof typeof readers)[]) {
    const text = said(meaning)
    if (text === '') continue
    const read = readers[meaning](text, years)
    if (!read.accepted)
      return {
        accepted: false,
        problems: [{ refusal: refusal(cells.headings(meaning), text, read.problems.map(problem => problem.text).join(' ')) }],
      }
    Object.assign(fields, read.value)
  }
  return { accepted: true, value: fields as Partial<IndicatorFields> }
}

type Read = (text: string, years: Mapping['years']) => Ruling<Partial<IndicatorFields>>

const plainText =
  (field: keyof IndicatorFields, longest: number): Read =>
  text =>
    text.length > longest ? refuse({ text: `This is longer than ${longest} characters. Shorten it` }) : accept({ [field]: tidy(text) })

const longText =
  (field: keyof IndicatorFields): Read =>
  text =>
    text.length > 10_000 ? refuse({ text: 'This is longer than 10,000 characters. Shorten it' }) : accept({ [field]: text.trim() })

const oneOf =
  <T>(read: (text: string) => T | null, as: (value: T) => Partial<IndicatorFields>, otherwise: string): Read =>
  text => {
    const value = read(text)
    return value === null ? refuse({ text: otherwise }) : accept(as(value))
  }

const decimalText = (value: Decimal): string => toText(value)

const readers = {
  reference: oneOf(
    text => {
      const reference = readReference(text)
      return reference === null || reference.length > 40 ? null : reference
    },
    reference => ({ reference }),
    'This is not the reference of one indicator. Write it like NI 8 or L18.1, and put remarks in a column of their own',
  ),
  title: plainText('title', 400),
  definition: longText('definition'),
  polarity: oneOf(readPolarity, polarity => ({ polarity }), 'It is not understood which way is better. Write higher, lower, range or none'),
  'value-type': oneOf(
    readValueType,
    fields => fields,
    'This type of value is not known. Write number, percentage, rate per 1,000 (or another number), money, days or ratio',
  ),
  unit: plainText('unit', 100),
  decimals: oneOf(readDecimals, decimals => ({ decimals }), 'Enter how many decimal places as a whole number from 0 to 10'),
  frequency: (text, years) => {
    const cell = readFrequency(text, years)
    if (cell.kind === 'frequency') return accept({ frequency: cell.frequency })
    if (cell.kind === 'which-year')
      return refuse({ text: 'This may be the financial, the academic or the calendar year. Say which under “What the columns mean”' })
    return refuse({
      text: 'This is not understood. Write monthly, quarterly, half-yearly, financial year, academic year, calendar year, rolling 12 months, three years or survey',
    })
  },
  measurement: oneOf(readMeasurement, measurement => ({ measurement }), 'This is not understood. Write snapshot, cumulative or rolling'),
  lag: oneOf(readLag, lagDays => ({ lagDays }), 'Enter the number of days, at most ten years'),
  tolerance: oneOf(
    readTolerance,
    ({ kind, tolerance }) => ({ toleranceKind: kind, tolerance: decimalText(tolerance) }),
    'This is not understood. Write a percentage of the target like 5%, or a number in the unit of the indicator like 0.5',
  ),
  designation: oneOf(readDesignation, designation => ({ designation }), 'This is not understood. Write designated, local or statutory'),
  source: plainText('source', 1000),
  note: longText('note'),
} satisfies { readonly [meaning in Meaning]?: Read }

/** What is wrong with what was said for the whole file; the field is its input. */
export function constantProblems({ constants, years }: Mapping): { readonly field: string; readonly text: string }[] {
  return (Object.keys(readers) as (keyof typeof readers)[]).flatMap(meaning => {
    const text = constants[meaning] ?? ''
    const read = text === '' ? null : readers[meaning](text, years)
    return read === null || read.accepted
      ? []
      : [{ field: `constant-${meaning}`, text: `${meaningWords[meaning]}: ${read.problems[0]?.text ?? ''}` }]
  })
}

/** All that an indicator has to have, where the file says nothing. */
const bare: Omit<IndicatorFields, 'title' | 'polarity'> = {
  reference: null,
  definition: '',
  designation: 'local',
  valueType: 'number',
  ratePer: null,
  unit: '',
  decimals: 0,
  measurement: 'snapshot',
  frequency: null,
  lagDays: 0,
  source: '',
  note: '',
  toleranceKind: null,
  tolerance: null,
}

/** A new indicator has a title, and says which way is better. */
export function newIndicator({ given, assumed }: Pick<IndicatorContent, 'given' | 'assumed'>): Ruling<IndicatorFields> {
  const { title, polarity, ...rest } = { ...assumed, ...given }
  if (!title) return refuse({ field: 'title', text: 'No indicator is known by this reference, and a new one needs a title' })
  if (!polarity) return refuse({ field: 'polarity', text: 'It is not said which way is better. Write higher, lower, range or none' })
  return accept({ ...bare, ...rest, title, polarity })
}

/** What a row changes of an indicator that is known: the field, and what it was before. */
export function changesOf(
  given: Partial<IndicatorFields>,
  existing: IndicatorFields,
): { readonly [field in keyof IndicatorFields]?: unknown } {
  const changed = Object.entries(given).filter(([field, value]) => {
    const before = existing[field as keyof IndicatorFields]
    return field === 'tolerance' ? plainNumber(before) !== plainNumber(value) : before !== value
  })
  return Object.fromEntries(changed.map(([field]) => [field, existing[field as keyof IndicatorFields]]))
}

/** 0.05 and 0.050 are one number. */
const plainNumber = (value: unknown): string | null =>
  typeof value === 'string' ? (value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value) : null

/** What makes two rows of a file the same indicator. */
export function identityOf({ name, given }: Pick<IndicatorContent, 'name' | 'given'>, found: Found<KnownIndicator>): string {
  if (found.kind === 'known') return `known ${found.it.id}`
  const reference = given.reference ?? name.reference
  if (reference !== null) return `reference ${reference.toLowerCase()}`
  if (name.series !== null) return `series ${seriesKey(name.series)}`
  return `title ${(name.title ?? '').toLowerCase()}`
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
