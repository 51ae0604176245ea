/** What a roll-up comes to, beside what was reported, in words. */
import { absolute, isZero } from '../../kernel/decimal.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Area } from '../../partnership/index.ts'
import { figure, gap } from '../indicator/figure.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'
import { apart, type RolledUp, reportedFor, scaleOf } from './roll-up.ts'

export type Rolled = {
  readonly whole: Area
  readonly parts: readonly Area[]
  readonly rolledUp: readonly RolledUp[]
}

/** More would be a table of its own; the chart has the rest. */
const mostShown = 8

/** Null where no part has ever reported. */
export function rolledUpWords({ whole, parts, rolledUp }: Rolled, own: readonly Return[], indicator: Indicator) {
  const latest = rolledUp.at(-1)
  if (latest === undefined) return null
  const its = partsInWords(parts)
  const compared = rolledUp.filter(each => apart(each, own, indicator.decimals) !== null)
  const differing = compared.filter(each => !agrees(each, own, indicator))
  return {
    heading: `Worked out from its ${its}`,
    how: howInWords(indicator, its),
    findings: [
      ...differing
        .toReversed()
        .slice(0, 3)
        .map(each => findingOf(each, own, indicator, whole, its)),
      ...(differing.length > 3 ? [`${differing.length - 3} earlier periods differ too.`] : []),
      ...(compared.length > 0 && differing.length === 0
        ? [
            `The ${its} and ${whole.name} agree in ${compared.length === 1 ? 'the one period' : `all ${compared.length} periods`} for which both have a figure.`,
          ]
        : []),
    ],
    rows: rolledUp
      .slice(-mostShown)
      .toReversed()
      .map(each => rowOf(each, own, indicator, parts)),
    names: parts.map(({ name }) => name).join(', '),
  }
}

function howInWords({ rollUp, rollUpCounts, valueType, ratePer }: Indicator, its: string): string {
  const scale =
    valueType === 'percentage' || valueType === 'rate' ? `, times ${scaleOf({ valueType, ratePer }).digits.toLocaleString('en-GB')}` : ''
  const what = rollUp === 'sum' ? `The sum of its ${its}` : `The numerators of its ${its} over their denominators${scale}`
  const judged = rollUpCounts ? 'it counts as its figure and is judged' : 'it is shown here and not judged'
  return `${what}, where all of them have a figure for the period. What the area itself has reported always comes first; where it has reported nothing, ${judged}.`
}

function findingOf(rolled: RolledUp, own: readonly Return[], indicator: Indicator, whole: Area, its: string): string {
  const reported = reportedFor(rolled, own)
  const come = indicator.rollUp === 'sum' ? 'add up to' : 'together come to'
  const period = periodLabel(rolled, indicator.frequency)
  if (rolled.value === null || reported === null) return ''
  return `${period}: the ${its} ${come} ${figure(rolled.value, indicator)}, ${whole.name} reported ${figure(reported, indicator)}.`
}

function agrees(rolled: RolledUp, own: readonly Return[], { decimals }: Indicator): boolean {
  const difference = apart(rolled, own, decimals)
  return difference !== null && isZero(difference)
}

function rowOf(rolled: RolledUp, own: readonly Return[], indicator: Indicator, parts: readonly Area[]) {
  const reported = reportedFor(rolled, own)
  const difference = apart(rolled, own, indicator.decimals)
  return {
    period: periodLabel(rolled, indicator.frequency),
    value: rolled.value === null ? null : figure(rolled.value, indicator),
    missing:
      rolled.missing.length === 0
        ? null
        : `missing: ${parts
            .filter(({ id }) => rolled.missing.includes(id))
            .map(({ name }) => name)
            .join(', ')}`,
    status: rolled.value === null || rolled.status === 'final' ? null : rolled.status,
    reported: reported && figure(reported, indicator),
    difference:
      difference === null
        ? null
        : isZero(difference)
          ? 'none'
          : `${gap(absolute(difference), indicator)} ${difference.digits > 0n ? 'more' : 'less'}`,
  }
}

const plurals: Readonly<Partial<Record<Area['kind'], string>>> = {
  district: 'districts',
  county: 'counties',
  region: 'regions',
  parish: 'parishes',
  ward: 'wards',
}

/** 5 districts, where they are all of one kind. */
export function partsInWords(parts: readonly Area[]): string {
  const kinds = new Set(parts.map(({ kind }) => kind))
  const [kind] = kinds
  return `${parts.length} ${(kinds.size === 1 && kind !== undefined && parts.length > 1 && plurals[kind]) || (parts.length === 1 ? 'area' : 'areas')}`
}
