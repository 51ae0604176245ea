/**
 * What people write in the cells of such files, understood or not: null is never a guess. Answers that are no numbers become states (rules E8), never zero.
 */
import { type Decimal, decimal, divided, parseDecimal } from '../../kernel/decimal.ts'
import type { Frequency } from '../../kernel/period.ts'
import type { Designation, Measurement, Polarity, ToleranceKind, ValueType } from '../indicator/indicator.ts'
import type { Mapping, StatusMeaning, WordMeaning } from './mapping.ts'

export type Absence = 'suppressed' | 'not-published' | 'not-applicable'

export type ValueCell =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'absence'; readonly absence: Absence }
  | { readonly kind: 'blank' }
  /** A word that may stand for something: the user is asked what. */
  | { readonly kind: 'word' }
  | { readonly kind: 'unreadable' }

export function readValue(text: string, words: Mapping['words']): ValueCell {
  const plain = plainCell(text)
  const meant = Object.hasOwn(words, plain) ? words[plain] : undefined
  if (meant !== undefined) return meant === 'blank' ? { kind: 'blank' } : { kind: 'absence', absence: meant }
  if (plain === '') return { kind: 'blank' }
  if (/^[<≤] ?\d[\d,.]*%?$|^\*+$/.test(plain)) return { kind: 'absence', absence: 'suppressed' }
  if (/^(\.\.+|…|:|x)$/.test(plain)) return { kind: 'absence', absence: 'not-published' }
  const value = parseDecimal(text)
  if (value !== null) return isStorable(value) ? { kind: 'number', value } : { kind: 'unreadable' }
  return plain.length <= 40 && !/\d/.test(plain) ? { kind: 'word' } : { kind: 'unreadable' }
}

/** `5%` is a figure of a hundred to everybody; 0.05 in a column of percentages stays what it is. */
export function readNumber(text: string): Decimal | null {
  const value = parseDecimal(text)
  return value !== null && isStorable(value) ? value : null
}

/** More digits than any figure has are a slip of the file. */
const isStorable = ({ digits, scale }: Decimal): boolean => scale <= 20 && digits < 10n ** 30n && digits > -(10n ** 30n)

export const plainCell = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** What a word for no number may stand for, offered and never assumed. */
export function likelyWord(word: string): WordMeaning | null {
  const plain = plainCell(word)
  if (/suppress|\bc\b|confidential|disclos/.test(plain)) return 'suppressed'
  if (/not (yet )?(published|available)|pending|tbc|awaited/.test(plain)) return 'not-published'
  return null
}

const statusWords: readonly (readonly [StatusMeaning, RegExp])[] = [
  ['suppressed', /suppress|confidential|disclos/],
  ['not-published', /not (yet )?(published|available)|awaited/],
  ['not-applicable', /not applicable/],
  ['provisional', /^p$|provisional|preliminary/],
  ['estimated', /^e$|estimate|forecast|modelled|imputed/],
  ['final', /^(f|a|final|actual|confirmed|published|validated|normal( value)?|undefined)$/],
]

export function readStatus(text: string, statuses: Mapping['statuses']): StatusMeaning | null {
  const plain = plainCell(text)
  return (Object.hasOwn(statuses, plain) ? statuses[plain] : undefined) ?? likelyStatus(text)
}

export function likelyStatus(text: string): StatusMeaning | null {
  const plain = plainCell(text)
  return statusWords.find(([, form]) => form.test(plain))?.[0] ?? null
}

const polarityWords: readonly (readonly [Polarity, RegExp])[] = [
  [
    'higher',
    /^(↑|\+|up|max(imi[sz]e)?|(the )?(high(er)?|bigger|larger|greater|more|increas(e|ing)|upwards?)( values?)?( (is|are) (better|good|best))?)$/,
  ],
  [
    'lower',
    /^(↓|-|down|min(imi[sz]e)?|(the )?(low(er)?|smaller|less|fewer|decreas(e|ing)|reduc(e|ing|tion)|downwards?)( values?)?( (is|are) (better|good|best))?)$/,
  ],
  ['range', /^(range|(with)?in( a| the)? range|(with)?in( a| the)? range is (better|good|best)|plan is best|between)$/],
  ['none', /^(none|no polarity|neutral|neither|context(ual)?( only)?|not judged|no judgement)$/],
]

/** Which way is better. Whatever is not plainly said is not understood: it is what a partnership is judged by. */
export const readPolarity = (text: string): Polarity | null => matching(polarityWords, text)

const frequencyWords: readonly (readonly [Frequency, RegExp])[] = [
  ['month', /^(month|months|monthly|every month|m)$/],
  ['quarter', /^(quarter|quarters|quarterly|every quarter|q)$/],
  ['half', /^(half|half[- ]year(s|ly)?|six[- ]monthly|6[- ]monthly|bi-?annual(ly)?|twice a year)$/],
  ['financial-year', /^(financial[- ]years?|by financial year|(annual(ly)?|yearly)[ ,(-]*financial( year)?\)?|fy|fiscal year)$/],
  ['academic-year', /^(academic[- ]years?|by academic year|school year|(annual(ly)?|yearly)[ ,(-]*academic( year)?\)?|ay)$/],
  ['calendar-year', /^(calendar[- ]years?|by calendar year|(annual(ly)?|yearly)[ ,(-]*calendar( year)?\)?|cy)$/],
  [
    'twelve-months-monthly',
    /^(twelve[- ]months[- ]monthly|rolling (12|twelve) months?|(12|twelve) months rolling|(rolling )?(12|twelve) months,? (every month|monthly))$/,
  ],
  ['twelve-months-quarterly', /^(twelve[- ]months[- ]quarterly|rolling year|(rolling )?(12|twelve) months,? (every quarter|quarterly))$/],
  ['three-years', /^(three[- ]years?|3[- ]years?|(3|three)[- ]year (average|rolling)|three[- ]yearly)$/],
  ['survey', /^(survey|survey wave|biennial(ly)?|ad hoc|occasional(ly)?|every (two|2) years)$/],
]

export type FrequencyCell =
  | { readonly kind: 'frequency'; readonly frequency: Frequency }
  | { readonly kind: 'which-year' }
  | { readonly kind: 'unreadable' }

/** "Annual" leaves open which year: that is asked once for the file. */
export function readFrequency(text: string, years: Mapping['years']): FrequencyCell {
  if (/^(annual|annually|yearly|year|every year|once a year|a)$/.test(plainCell(text)))
    return years === null ? { kind: 'which-year' } : { kind: 'frequency', frequency: `${years}-year` }
  const frequency = matching(frequencyWords, text)
  return frequency === null ? { kind: 'unreadable' } : { kind: 'frequency', frequency }
}

const measurementWords: readonly (readonly [Measurement, RegExp])[] = [
  ['snapshot', /^(snapshot|snap shot|point in time|in[- ]period|discrete|period)$/],
  ['cumulative', /^(cumulative( in year)?|cumulated|year[- ]to[- ]date|ytd)$/],
  ['rolling', /^(rolling|rolling (year|average|12 months|twelve months)|moving average)$/],
]

export const readMeasurement = (text: string): Measurement | null => matching(measurementWords, text)

export type ValueTypeCell = { readonly valueType: ValueType; readonly ratePer: number | null }

const valueTypeWords: readonly (readonly [ValueType, RegExp])[] = [
  ['number', /^(number|numeric|count|integer|whole number|decimal|absolute|frequency|value|#|no\.?)$/],
  ['percentage', /^(percentage( \(%\))?|percent|per cent|%|pct|proportion \(%\))$/],
  ['money', /^(money|currency|£|pounds?|gbp|£s|£000s?)$/],
  ['days', /^(days?|number of days)$/],
  ['ratio', /^(ratio)$/],
]

export function readValueType(text: string): ValueTypeCell | null {
  const rate =
    /^(?:(?:crude |directly standardised |age[- ]standardised |standardised )?rate ?)?(?:per ?|\/ ?)(\d[\d, ]*|thousand|million)(?: .*)?$/.exec(
      plainCell(text),
    )
  const per = rate?.[1] === 'thousand' ? 1000 : rate?.[1] === 'million' ? 1_000_000 : Number(rate?.[1]?.replace(/[, ]/g, ''))
  if (rate && Number.isSafeInteger(per) && per > 1 && per <= 2_000_000_000) return { valueType: 'rate', ratePer: per }
  const valueType = matching(valueTypeWords, text)
  return valueType === null ? null : { valueType, ratePer: null }
}

const designationWords: readonly (readonly [Designation, RegExp])[] = [
  ['designated', /^(designated|designated target|laa|national)$/],
  ['local', /^(local|local target|non[- ]designated)$/],
  ['statutory', /^(statutory|statutory (education|target|dcsf)( target)?|mandatory)$/],
]

export const readDesignation = (text: string): Designation | null => matching(designationWords, text)

export type ToleranceCell = { readonly kind: ToleranceKind; readonly tolerance: Decimal }

/** `5%` is of the target; `0.5` and `2 percentage points` are of the indicator's own unit. */
export function readTolerance(text: string): ToleranceCell | null {
  const plain = plainCell(text).replace(/^(\+\/-|±|plus or minus) ?/, '')
  const points = / ?(percentage points?|pts?|points?|pp)$/
  const value = readNumber(plain.replace(points, ''))
  if (value === null || value.digits < 0n) return null
  const relative = !points.test(plain) && /(%|per ?cent)$/.test(plain)
  return relative
    ? { kind: 'relative', tolerance: divided(value, decimal('100'), value.scale + 2) }
    : { kind: 'absolute', tolerance: value }
}

/** In days. */
export function readLag(text: string): number | null {
  const [, number, unit = 'day'] = /^(\d{1,4}) ?(days?|weeks?|months?|years?)?$/.exec(plainCell(text)) ?? []
  if (number === undefined) return null
  const each = unit.startsWith('week') ? 7 : unit.startsWith('month') ? 31 : unit.startsWith('year') ? 366 : 1
  const days = Number(number) * each
  return days <= 3650 ? days : null
}

export function readDecimals(text: string): number | null {
  const plain = plainCell(text)
  return /^\d{1,2}$/.test(plain) && Number(plain) <= 10 ? Number(plain) : null
}

export const targetKinds = ['baseline', 'target', 'interim', 'stretch', 'floor'] as const
export type TargetKind = (typeof targetKinds)[number]

const targetKindWords: readonly (readonly [TargetKind, RegExp])[] = [
  ['baseline', /^(baseline|base|starting point|starting value)$/],
  ['target', /^(target|final target|annual target|year[- ]end target|goal)$/],
  ['interim', /^(interim|interim target|milestone|trajectory|profile)$/],
  ['stretch', /^(stretch|stretch target|stretched|stretched target)$/],
  ['floor', /^(floor|floor standard|floor target|minimum standard)$/],
]

export const readTargetKind = (text: string): TargetKind | null => matching(targetKindWords, text)

export type Range = { readonly low: Decimal; readonly high: Decimal }

/** `10 to 20`, `10-20`, `10 – 20`. */
export function readRange(text: string): Range | null {
  const [, from, to] = /^(.*?\d.*?)(?: to | ?[\u2010-\u2015] ?| - |(?<=\d)-)(.*\d.*)$/i.exec(text.trim()) ?? []
  const [low, high] = [readNumber(from ?? ''), readNumber(to ?? '')]
  return low && high ? { low, high } : null
}

/** Several names in one cell, parted by semicolons. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[;\n]/)
    .map(name => name.replace(/\s+/g, ' ').trim())
    .filter(name => name !== '')
  return names.filter((name, index) => names.findIndex(other => other.toLowerCase() === name.toLowerCase()) === index)
}

function matching<T>(words: readonly (readonly [T, RegExp])[], text: string): T | null {
  const plain = plainCell(text)
  return words.find(([, form]) => form.test(plain))?.[0] ?? null
}
