import { csv } from '../../kernel/csv.ts'
import { absolute, type Decimal, isZero, rounded, shown, toText } from '../../kernel/decimal.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Area } from '../../partnership/index.ts'
import { figure, gap, plainFigure } from '../indicator/figure.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import { polarityWords } from '../indicator/words.ts'
import { cellFigure, numberOf, sentenceCase } from '../standing/glance.ts'
import type { Standing } from '../standing/standing.ts'
import type { Comparison, Group, Placing } from './comparison.ts'
import { multiplesOf } from './multiples.ts'

export type Compared = {
  readonly indicator: Indicator
  readonly area: Area
  readonly ownAreaId: Area['id']
  readonly areas: readonly Area[]
  readonly periods: readonly Period[]
  readonly period: Period | null
  readonly group: Group
  readonly offered: readonly Group[]
  readonly comparison: Comparison | null
  readonly standings: readonly Standing[]
}

export function comparisonView(compared: Compared) {
  const { indicator, area, period, comparison, group } = compared
  const base = `indicators/${indicator.id}`
  return {
    title: `How does ${area.name} compare? ${nameOf(indicator)}`,
    heading: `How does ${area.name} compare?`,
    indicator: nameOf(indicator),
    polarity: sentenceCase(polarityWords[indicator.polarity].short),
    breadcrumbs: [
      { text: indicator.reference ?? indicator.title, href: area.id === compared.ownAreaId ? base : `${base}?area=${area.id}` },
    ],
    action: `${base}/comparison`,
    areaId: area.id,
    areaName: area.name,
    choices: choicesOf(compared),
    neighboursHref: `areas/${area.id}/neighbours`,
    hasNeighbours: compared.offered.includes('neighbours'),
    periodName: period && periodLabel(period, indicator.frequency),
    groupName: groupWords(group, area),
    files: ['csv', 'svg', 'png'].map(form => ({ text: form.toUpperCase(), href: fileAddress(compared, `comparison.${form}`) })),
    multiplesFiles: ['svg', 'png'].map(form => ({ text: form.toUpperCase(), href: fileAddress(compared, `comparison/areas.${form}`) })),
    summary: comparison && summaryOf(comparison, compared),
    rows: comparison === null ? [] : comparison.placings.map(each => rowOf(each, compared)),
    chart: comparison && comparison.placings.length > 1 ? chartOf(comparison, compared) : null,
    multiples: multiplesOf(compared),
  }
}

function fileAddress({ indicator, area, period, group }: Compared, name: string): string {
  return `indicators/${indicator.id}/${name}?area=${area.id}${period === null ? '' : `&period=${periodCode(period)}`}&with=${group}`
}

const groupWords = (group: Group, { name, kind }: Area): string =>
  ({
    neighbours: `the neighbours of ${name}`,
    kind: `areas of the same kind (${kind})`,
    inside: 'areas in the same area',
    all: 'all areas with a figure',
  })[group]

function choicesOf({ area, areas, periods, period, group, offered, indicator }: Compared) {
  return {
    areas: areas.map(({ id, name }) => ({ value: String(id), text: name, selected: id === area.id })),
    periods: periods.map(each => ({
      value: periodCode(each),
      text: periodLabel(each, indicator.frequency),
      selected: period !== null && periodCode(each) === periodCode(period),
    })),
    groups: offered.map(each => ({ value: each, text: sentenceCase(groupWords(each, area)), selected: each === group })),
  }
}

/** 'Third of 12: …'; which end is best is said, since a low figure may be the best one. */
function summaryOf({ spread, own, placings }: Comparison, { indicator, area }: Compared): string[] {
  const median = `The median of ${placings.length} ${placings.length === 1 ? 'area' : 'areas'} is ${plainFigure(spread.median, indicator)}.`
  if (own === null) return [`${area.name} has no figure for this period.`, median]
  const value = `${area.name} has ${figure(own.value, indicator)}: ${placeWords(own, placings.length, indicator)}.`
  return [value, `${median} ${distanceWords(own, indicator)}`, ...(own.quarter === null ? [] : [quarterWords(own.quarter, indicator)])]
}

function placeWords({ place, isShared }: Placing, count: number, { polarity }: Indicator): string {
  const from = polarity === 'higher' || polarity === 'lower' ? 'best' : 'highest'
  const rank = place === 1 ? `the ${from}` : `${ordinal(place)} ${from}`
  return `${rank} of ${count}${isShared ? ', a place that it shares' : ''}`
}

function ordinal(place: number): string {
  const [tens, ones] = [place % 100, place % 10]
  const ending = tens >= 11 && tens <= 13 ? 'th' : ones === 1 ? 'st' : ones === 2 ? 'nd' : ones === 3 ? 'rd' : 'th'
  return `${place}${ending}`
}

function distanceWords({ fromMedian, distance }: Placing, indicator: Indicator): string {
  if (isZero(fromMedian)) return 'It is at the median.'
  const isAbove = fromMedian.digits > 0n
  const better = indicator.polarity === 'higher' ? isAbove : !isAbove
  const judged = indicator.polarity === 'higher' || indicator.polarity === 'lower' ? `, which is ${better ? 'better' : 'worse'}` : ''
  const typical = distance === null ? '' : ` (${shown(absolute(distance), 1)} times the typical distance of an area from it)`
  return `It lies ${gap(absolute(fromMedian), indicator)} ${isAbove ? 'above' : 'below'} it${judged}${typical}.`
}

const quarters = ['best', 'second best', 'third best', 'worst'] as const

function quarterWords(quarter: 1 | 2 | 3 | 4, { polarity }: Indicator): string {
  const ends = polarity === 'lower' ? 'the lowest quarter is best' : 'the highest quarter is best'
  return `It is in the ${quarters[quarter - 1]} quarter (${ends}).`
}

function rowOf(placing: Placing, { indicator, areas, area, ownAreaId }: Compared) {
  const { areaId, place, isShared, value, status, fromMedian, distance, quarter } = placing
  return {
    name: areas.find(({ id }) => id === areaId)?.name ?? '',
    href: `indicators/${indicator.id}${areaId === ownAreaId ? '' : `?area=${areaId}`}`,
    isHere: areaId === area.id,
    place: `${place}${isShared ? '=' : ''}`,
    value: cellFigure(value, indicator),
    flag: status === 'final' ? null : status,
    fromMedian: isZero(fromMedian) ? 'at it' : `${gap(absolute(fromMedian), indicator)} ${fromMedian.digits > 0n ? 'above' : 'below'}`,
    distance: distance === null ? '–' : shown(distance, 1),
    quarter: quarter === null ? '–' : sentenceCase(quarters[quarter - 1] ?? ''),
  }
}

function chartOf({ spread, placings }: Comparison, { indicator, areas, area, period }: Compared) {
  const nameIn = (id: Area['id']) => areas.find(each => each.id === id)?.name ?? ''
  return {
    id: 'ranks',
    title: `${nameOf(indicator)}: ${placings.length} areas, ${period === null ? '' : periodLabel(period, indicator.frequency)}`,
    description: `From ${nameIn(placings[0]?.areaId ?? area.id)} to ${nameIn(placings.at(-1)?.areaId ?? area.id)}, with ${area.name} picked out.`,
    decimals: indicator.decimals,
    unit: { prefix: indicator.valueType === 'money' ? '£' : '', suffix: indicator.valueType === 'percentage' ? '%' : '' },
    bars: placings.map(({ areaId, value }) => ({
      name: nameIn(areaId),
      value: numberOf(value),
      shown: cellFigure(value, indicator),
      isOwn: areaId === area.id,
    })),
    median: { value: numberOf(spread.median), shown: plainFigure(spread.median, indicator) },
  }
}

export function comparisonCsv({ comparison, indicator, areas, area, period }: Compared): string {
  const rows = (comparison?.placings ?? []).map(({ areaId, place, value, status, fromMedian, distance, quarter }) => {
    const there = areas.find(({ id }) => id === areaId)
    return [
      indicator.reference ?? '',
      indicator.title,
      period === null ? '' : periodLabel(period, indicator.frequency),
      there?.code ?? '',
      there?.name ?? '',
      value,
      status,
      place,
      comparison === null ? null : plain(comparison.spread.median),
      plain(fromMedian),
      distance && plain(rounded(distance, 10)),
      quarter,
      areaId === area.id ? 'yes' : '',
    ]
  })
  return csv([headings, ...rows])
}

const headings = [
  'Reference',
  'Indicator',
  'Period',
  'Area code',
  'Area',
  'Value',
  'Status',
  'Place',
  'Median',
  'Distance from the median',
  'Typical distances from the median',
  'Quarter',
  'Compared',
]

const plain = (value: Decimal): string | number => Number(toText(value))
