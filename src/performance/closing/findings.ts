/** What the data checks say of the figures that are due to be submitted, indicator by indicator and area by area. */
import { compare, type Decimal, rounded } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { Area, AreaId } from '../../partnership/index.ts'
import { addsUp, type Checked, type Earlier, examine, type Finding, type Part, sumOf } from '../data-check/data-check.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'

/** A figure in its place, with those before it there, the oldest first. */
export type ToCheck = {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly checked: Checked
  readonly earlier: readonly Earlier[]
}

export type Found = Finding & { readonly areaId: AreaId; readonly period: Period }

/** Those of a number of returns that have a value. */
export const toCheck = (
  returns: readonly (Omit<ToCheck, 'checked'> & Omit<Checked, 'value'> & { readonly value: Decimal | null })[],
): ToCheck[] =>
  returns.flatMap(({ indicatorId, areaId, earlier, value, startsOn, endsOn, numerator, denominator }) =>
    value === null ? [] : [{ indicatorId, areaId, earlier, checked: { startsOn, endsOn, value, numerator, denominator } }],
  )

/** `figures` are all that are held in the closing; an indicator that looks as it should is not among those told. */
export function findingsIn(
  figures: readonly ToCheck[],
  indicators: ReadonlyMap<IndicatorId, Indicator>,
  areas: readonly Area[],
): ReadonlyMap<IndicatorId, readonly Found[]> {
  const places = new Map(figures.map(figure => [placeOf(figure.indicatorId, figure.areaId, figure.checked), figure]))
  const within = Map.groupBy(areas, ({ parentId }) => parentId)
  const found = figures.flatMap(figure => {
    const indicator = indicators.get(figure.indicatorId)
    if (indicator === undefined) return []
    const inside = addsUp(indicator) ? (within.get(figure.areaId) ?? []) : []
    const held = inside.map(({ id, name }) => ({ name, figure: places.get(placeOf(figure.indicatorId, id, figure.checked)) }))
    const parts: Part[] = held.map(({ name, figure: part }) => ({ name, value: part?.checked.value ?? null }))
    const partsCameToIt = cameToIt(
      figure,
      held.map(({ figure: part }) => part),
      indicator,
    )
    const { areaId, checked, earlier } = figure
    return examine({ indicator, checked, earlier, parts, partsCameToIt }).map(finding => ({
      indicatorId: figure.indicatorId,
      found: { ...finding, areaId, period: { startsOn: checked.startsOn, endsOn: checked.endsOn } },
    }))
  })
  return new Map([...Map.groupBy(found, ({ indicatorId }) => indicatorId)].map(([id, its]) => [id, its.map(each => each.found)]))
}

/** Whether the parts came to the whole the last time that all were there. */
function cameToIt(whole: ToCheck, parts: readonly (ToCheck | undefined)[], { decimals }: Indicator): boolean | null {
  for (const before of whole.earlier.toReversed()) {
    const there = parts.map(part => part?.earlier.find(({ startsOn, endsOn }) => startsOn === before.startsOn && endsOn === before.endsOn))
    const sum = sumOf(there.map(each => ({ name: '', value: each?.value ?? null })))
    if (sum !== null) return compare(rounded(sum, decimals), rounded(before.value, decimals)) === 0
  }
  return null
}

const placeOf = (indicatorId: IndicatorId, areaId: AreaId, { startsOn, endsOn }: Period): string =>
  `${indicatorId} ${areaId} ${startsOn} ${endsOn}`
