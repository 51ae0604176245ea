/**
 * What a file calls an indicator or an area, and which of those that are known it is. An indicator is known by its reference, by the columns that
 * a source names it with, or by its title; an area by its code or its name. Where two would do, none is taken.
 */

import type { Frequency } from '../../kernel/period.ts'
import { cut } from '../../kernel/text.ts'
import type { AreaKind } from '../../partnership/index.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import { readReference } from '../indicator/reference.ts'
import { plainHeading } from './mapping.ts'

export type IndicatorName = {
  readonly reference: string | null
  readonly title: string | null
  readonly unit: string | null
  /** Column to content, where columns together name the indicator. */
  readonly series: Readonly<Record<string, string>> | null
}

export type AreaName = { readonly code: string | null; readonly name: string | null }

/** What an import has to know of an indicator. */
export type KnownIndicator = Pick<
  Indicator,
  'id' | 'reference' | 'title' | 'polarity' | 'frequency' | 'toleranceKind' | 'unit' | 'decimals' | 'valueType'
>

export type SeriesName = { readonly indicatorId: IndicatorId; readonly name: Readonly<Record<string, string>> }

export type Found<T> =
  | { readonly kind: 'known'; readonly it: T }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'several'; readonly which: readonly T[] }

/** The most particular name decides: what the source calls it before its reference, its reference before its title. */
export function indicatorFinder(
  indicators: readonly KnownIndicator[],
  seriesNames: readonly SeriesName[],
): (name: IndicatorName) => Found<KnownIndicator> {
  const byId = new Map(indicators.map(indicator => [indicator.id, indicator]))
  const bySeries = Map.groupBy(seriesNames, ({ name }) => seriesKey(name))
  const byReference = Map.groupBy(
    indicators.filter(({ reference }) => reference !== null),
    ({ reference }) => plain(reference ?? ''),
  )
  const byTitle = Map.groupBy(indicators, ({ title }) => plain(title))

  return ({ reference, title, series }) => {
    const named = series === null ? [] : (bySeries.get(seriesKey(series)) ?? []).flatMap(({ indicatorId }) => byId.get(indicatorId) ?? [])
    if (named.length > 0) return one(named)
    if (reference !== null) return one(byReference.get(plain(readReference(reference) ?? reference)) ?? [])
    // A title alone may be shared by several measures of one thing: a count and a percentage.
    if (series === null && title !== null) return one(byTitle.get(plain(title)) ?? [])
    return { kind: 'unknown' }
  }
}

export type KnownArea = { readonly id: number; readonly code: string | null; readonly name: string }

export function areaFinder(areas: readonly KnownArea[]): (name: AreaName) => Found<KnownArea> {
  const byCode = new Map(areas.map(area => [area.code, area]))
  const byName = Map.groupBy(areas, area => plain(area.name))
  return ({ code, name }) => {
    if (code !== null) {
      const area = byCode.get(code)
      return area ? { kind: 'known', it: area } : { kind: 'unknown' }
    }
    const called = byName.get(plain(name ?? ''))
    if (called) return one(called)
    // A code of one's own is told from a name only by being known.
    const area = byCode.get((name ?? '').toUpperCase())
    return area ? { kind: 'known', it: area } : { kind: 'unknown' }
  }
}

/** The same whatever the case of headings and the spaces between words. */
export const seriesKey = (name: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(name)
      .map(([heading, content]) => [plainHeading(heading), plain(content)])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  )

/** For people: the parts that tell one series from another. */
export const indicatorLabel = ({ reference, title, series }: IndicatorName): string => {
  const parts = series === null ? [] : Object.values(series).filter(content => content !== '')
  const words = parts.length > 0 ? parts.join(' · ') : (title ?? '')
  return [reference, words].filter(part => part !== null && part !== '').join(': ') || 'An indicator without a name'
}

export const areaLabel = ({ code, name }: AreaName): string => [name, code].filter(part => part !== null).join(' ')

/** What an indicator would be titled that a file of figures brings: its title, and what else tells it apart. */
export function proposedTitle({ reference, title, unit, series }: IndicatorName): string {
  const others = Object.values(series ?? {}).filter(content => content !== '' && content !== title && content !== unit)
  const parts = [title, ...(title === null ? others : others.filter(part => !/^(percentage|frequency|number|count)$/i.test(part)))]
  return cut(parts.filter(part => part !== null && part !== '').join(', ') || unit || reference || 'Indicator', 400)
}

const codeForm = /^[A-Z0-9]{1,20}$/
const gssForm = /^[EWSNKJ]\d{8}$/

export const isGssCode = (text: string): boolean => gssForm.test(text.trim().toUpperCase())

/** A code in the column of names is a code, and a name in the column of codes a name; null when there is neither. */
export function areaName(codeCell: string, nameCell: string): AreaName | null {
  const [code, name] = [codeCell.trim().toUpperCase(), tidy(nameCell)]
  if (isGssCode(code)) return { code, name: name === '' || isGssCode(name) ? null : name }
  if (isGssCode(name)) return { code: name.toUpperCase(), name: codeCell.trim() === '' ? null : tidy(codeCell) }
  if (name === '' && code === '') return null
  const isOwnCode = name !== '' && codeForm.test(code) && /\d/.test(code)
  if (isOwnCode) return { code, name }
  return { code: null, name: name === '' ? tidy(codeCell) : name }
}

const kindsByPrefix: Readonly<Record<string, AreaKind>> = {
  E92: 'nation',
  W92: 'nation',
  S92: 'nation',
  N92: 'nation',
  K02: 'nation',
  K03: 'nation',
  K04: 'nation',
  E12: 'region',
  E10: 'county',
  E06: 'unitary',
  W06: 'unitary',
  S12: 'unitary',
  N09: 'district',
  E07: 'district',
  E08: 'district',
  E09: 'district',
  E04: 'parish',
  W04: 'parish',
  E05: 'ward',
  W05: 'ward',
  S13: 'ward',
  N08: 'ward',
  E01: 'neighbourhood',
  E02: 'neighbourhood',
  W01: 'neighbourhood',
  W02: 'neighbourhood',
  S01: 'neighbourhood',
  S02: 'neighbourhood',
}

/** What the code says an area is; offered, and to be corrected by the user. */
export const likelyAreaKind = (code: string | null): AreaKind => kindsByPrefix[code?.slice(0, 3) ?? ''] ?? 'other'

const simplest: readonly Frequency[] = [
  'month',
  'quarter',
  'half',
  'financial-year',
  'academic-year',
  'calendar-year',
  'twelve-months-quarterly',
  'twelve-months-monthly',
  'three-years',
  'survey',
]

/** The frequencies that all periods of an indicator fit, the one that says most first. */
export function commonFrequencies(fitting: readonly (readonly Frequency[])[]): Frequency[] {
  const [first = [], ...others] = fitting
  return simplest.filter(frequency => first.includes(frequency) && others.every(each => each.includes(frequency)))
}

function one<T extends { readonly id: number }>(which: readonly T[]): Found<T> {
  const [first, ...others] = [...new Map(which.map(each => [each.id, each])).values()]
  if (first === undefined) return { kind: 'unknown' }
  return others.length === 0 ? { kind: 'known', it: first } : { kind: 'several', which: [first, ...others] }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
const plain = (text: string): string => tidy(text).toLowerCase()
