/**
 * A roll-up is the figure of an area as it follows from the figures of the areas directly within it, where the indicator's definition allows that.
 * It is worked out only when every one of them has a figure for the very same period, and never stands in for what the area itself has reported.
 */
import { type Decimal, decimal, divided, isZero, minus, plus, rounded, times, zero } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { Area, AreaId } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'

/** The latest revision of what one of those areas reported. */
export type PartReturn = Period & {
  readonly areaId: AreaId
  readonly value: Decimal | null
  readonly numerator: Decimal | null
  readonly denominator: Decimal | null
  readonly status: Return['status']
}

/** Null where a part is missing, or where all denominators are 0. */
export type RolledUp = Period & {
  readonly value: Decimal | null
  readonly of: number
  /** Those without a figure, or without the numerator and denominator that are needed. */
  readonly missing: readonly AreaId[]
  readonly status: Return['status']
}

export type HowRolledUp = Pick<Indicator, 'rollUp' | 'valueType' | 'ratePer' | 'decimals'>

/** Districts and wards may both be said to lie in a county, and must not be counted twice: those of the widest kind are its parts. */
export function partsOf(areas: readonly Area[], wholeId: AreaId): Area[] {
  const within = areas.filter(({ parentId }) => parentId === wholeId)
  const widest = Math.min(...within.map(widthOf))
  return within.filter(area => widthOf(area) === widest)
}

const kindsByWidth = [['nation'], ['region'], ['county', 'unitary', 'district'], ['parish'], ['ward'], ['neighbourhood'], ['other']]
const widthOf = ({ kind }: Area): number => kindsByWidth.findIndex(kinds => kinds.includes(kind))

/** For each period of which any part has a return, the oldest first. At the indicator's decimals. */
export function rollUp(how: HowRolledUp, partIds: readonly AreaId[], returns: readonly PartReturn[]): RolledUp[] {
  if (how.rollUp === 'none' || partIds.length === 0) return []
  const periods = [...Map.groupBy(returns, ({ startsOn, endsOn }) => `${endsOn} ${startsOn}`)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return periods.flatMap(([, its]) => {
    const [first] = its
    if (first === undefined) return []
    const inArea = new Map(its.map(each => [each.areaId, each]))
    const parts = partIds.flatMap(id => inArea.get(id) ?? []).filter(each => isWhole(each, how))
    const there = new Set(parts.map(({ areaId }) => areaId))
    const missing = partIds.filter(id => !there.has(id))
    const value = missing.length > 0 ? null : worked[how.rollUp === 'sum' ? 'sum' : 'weighted'](parts, how)
    return [{ startsOn: first.startsOn, endsOn: first.endsOn, value, of: partIds.length, missing, status: leastSettled(parts) }]
  })
}

const isWhole = ({ value, numerator, denominator }: PartReturn, { rollUp: by }: HowRolledUp): boolean =>
  value !== null && (by === 'sum' || (numerator !== null && denominator !== null))

const worked = {
  sum: (parts: readonly PartReturn[], { decimals }: HowRolledUp): Decimal => rounded(total(parts.map(({ value }) => value)), decimals),
  weighted(parts: readonly PartReturn[], how: HowRolledUp): Decimal | null {
    const below = total(parts.map(({ denominator }) => denominator))
    return isZero(below) ? null : divided(times(total(parts.map(({ numerator }) => numerator)), scaleOf(how)), below, how.decimals)
  },
}

const total = (numbers: readonly (Decimal | null)[]): Decimal =>
  numbers.reduce<Decimal>((sum, each) => (each === null ? sum : plus(sum, each)), zero)

/** What a numerator over its denominator is taken times. */
export function scaleOf({ valueType, ratePer }: Pick<HowRolledUp, 'valueType' | 'ratePer'>): Decimal {
  if (valueType === 'percentage') return decimal('100')
  return decimal(String(valueType === 'rate' ? (ratePer ?? 1) : 1))
}

function leastSettled(parts: readonly PartReturn[]): Return['status'] {
  const isAny = (status: Return['status']) => parts.some(each => each.status === status)
  return isAny('estimated') ? 'estimated' : isAny('provisional') ? 'provisional' : 'final'
}

/** With the figures that were worked out, where the area has reported nothing for the period: not even that there is no figure. The oldest first. */
export function withWorkedOut(own: readonly Return[], rolledUp: readonly RolledUp[]): readonly Return[] {
  const added = rolledUp.flatMap(({ value, startsOn, endsOn, status, of }): Return[] =>
    value === null || own.some(each => isSame(each, { startsOn, endsOn }))
      ? []
      : [{ startsOn, endsOn, value, absence: null, status, workedOutFrom: of }],
  )
  if (added.length === 0) return own
  return [...own, ...added].toSorted((a, b) => (`${a.endsOn} ${a.startsOn}` < `${b.endsOn} ${b.startsOn}` ? -1 : 1))
}

/** How far what an area has reported lies from what its parts come to; null where either is not known, and nothing where they agree. */
export function apart(rolledUp: RolledUp, own: readonly Return[], decimals: number): Decimal | null {
  const reported = reportedFor(rolledUp, own)
  return reported === null || rolledUp.value === null ? null : minus(rolledUp.value, rounded(reported, decimals))
}

export const reportedFor = (period: Period, own: readonly Return[]): Decimal | null =>
  own.find(each => each.workedOutFrom === undefined && isSame(each, period))?.value ?? null

const isSame = (a: Period, b: Period): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn
