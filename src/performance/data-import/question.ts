/**
 * What has to be answered once a file has been read: what is to become of names that nobody knows, how often an indicator is reported, and whether
 * a provisional figure may take the place of a final one. Nothing is made and nothing is settled before the import is confirmed.
 */
import type { Frequency } from '../../kernel/period.ts'
import type { AreaKind } from '../../partnership/index.ts'
import type { Polarity, ValueType } from '../indicator/indicator.ts'
import type { DataImport } from './data-import.ts'
import type { IndicatorFields } from './indicator-row.ts'
import { type IndicatorName, likelyAreaKind, proposedTitle } from './naming.ts'

/** For an indicator that is not known, or of which it is not known how often it is reported. */
export type IndicatorOffer = {
  /** Those that fit all its periods; null: that is known. */
  readonly frequencies: readonly Frequency[] | null
  readonly decimals: number
  readonly valueType: ValueType
}
export type IndicatorAnswer =
  | { readonly act: 'add'; readonly polarity: Polarity; readonly title: string; readonly frequency: Frequency | null }
  | { readonly act: 'use'; readonly indicatorId: number; readonly frequency: Frequency | null }
  /** It is known; how often it is reported was asked. */
  | { readonly act: 'settle'; readonly frequency: Frequency | null }
  | { readonly act: 'leave' }

export type AreaOffer = {
  readonly name: string
  readonly kind: AreaKind
  /** It comes with Goldthread, with all that it lies in. */
  readonly isShipped: boolean
}
export type AreaAnswer = { readonly act: 'add'; readonly name: string; readonly kind: AreaKind } | { readonly act: 'leave' }
export type PlainAnswer = { readonly act: 'add' | 'leave' }

type Name<N, O, A> = {
  readonly number: number
  readonly label: string
  readonly name: N
  readonly rows: number
  readonly knownId: number | null
  readonly offer: O
  readonly answer: A | null
}
export type IndicatorQuestion = Name<IndicatorName, Partial<IndicatorOffer>, IndicatorAnswer>
export type AreaQuestion = Name<{ readonly code: string | null; readonly name: string | null }, Partial<AreaOffer>, AreaAnswer>
export type PlainQuestion = Name<unknown, unknown, PlainAnswer>

export type Questions = {
  readonly indicators: readonly IndicatorQuestion[]
  readonly frequencies: readonly IndicatorQuestion[]
  readonly areas: readonly AreaQuestion[]
  readonly outcomes: readonly PlainQuestion[]
  readonly organisations: readonly PlainQuestion[]
  readonly belowFinal: number
}

/** Of all names of a file, those about which there is something to ask. Names that only refused rows bear are left out. */
export function questionsAmong(
  names: {
    readonly indicators: readonly IndicatorQuestion[]
    readonly areas: readonly AreaQuestion[]
    readonly outcomes: readonly PlainQuestion[]
    readonly organisations: readonly PlainQuestion[]
  },
  { summary }: Pick<DataImport, 'summary'>,
): Questions {
  const unknown = <T extends { readonly knownId: number | null; readonly rows: number }>(list: readonly T[]) =>
    list.filter(({ knownId, rows }) => knownId === null && rows > 0)
  return {
    indicators: unknown(names.indicators),
    frequencies: names.indicators.filter(
      ({ knownId, offer, rows }) => knownId !== null && rows > 0 && (offer.frequencies ?? null) !== null,
    ),
    areas: unknown(names.areas),
    outcomes: unknown(names.outcomes),
    organisations: unknown(names.organisations),
    belowFinal: summary?.belowFinal ?? 0,
  }
}

export const anyAsked = ({ indicators, frequencies, areas, outcomes, organisations, belowFinal }: Questions): boolean =>
  indicators.length + frequencies.length + areas.length + outcomes.length + organisations.length + belowFinal > 0

/** What a file of figures shows of an indicator: enough to begin with, and to be corrected on its own page. */
export function proposedValueType({ title, unit, series }: IndicatorName): ValueType {
  const words = [title ?? '', unit ?? '', ...Object.values(series ?? {})]
  if (words.some(word => /%|per ?cent/i.test(word))) return 'percentage'
  return words.some(word => /£|\bgbp\b/i.test(word)) ? 'money' : 'number'
}

export const proposedArea = ({
  code,
  name,
}: {
  readonly code: string | null
  readonly name: string | null
}): Pick<AreaOffer, 'name' | 'kind'> => ({
  name: name ?? code ?? '',
  kind: likelyAreaKind(code),
})

/** An indicator that was agreed to be added, with what the file shows of it. */
export function indicatorToAdd(
  { name, offer }: Pick<IndicatorQuestion, 'name' | 'offer'>,
  answer: Extract<IndicatorAnswer, { act: 'add' }>,
): IndicatorFields {
  return {
    reference: name.reference,
    title: answer.title || proposedTitle(name),
    definition: '',
    designation: 'local',
    polarity: answer.polarity,
    valueType: offer.valueType ?? 'number',
    ratePer: null,
    unit: name.unit ?? '',
    decimals: Math.min(offer.decimals ?? 0, 10),
    measurement: 'snapshot',
    frequency: answer.frequency,
    lagDays: 0,
    source: '',
    note: '',
    toleranceKind: null,
    tolerance: null,
  }
}
