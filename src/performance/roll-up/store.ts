import type { Day } from '../../kernel/day.ts'
import { type Decimal, decimal } from '../../kernel/decimal.ts'
import type { Area, AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Standing } from '../standing/standing.ts'
import { type PartReturn, partsOf, rollUp, withWorkedOut } from './roll-up.ts'

/** Standings with the figures of those indicators whose roll-up counts: one query where there are any, none where there are not. */
export async function withRollUps(
  db: Db,
  standings: readonly Standing[],
  areas: readonly Area[],
  by: Day | null,
): Promise<readonly Standing[]> {
  const counting = standings.filter(({ indicator }) => indicator.rollUpCounts)
  if (counting.length === 0) return standings
  const parts = new Map([...new Set(counting.map(({ areaId }) => areaId))].map(id => [id, partsOf(areas, id).map(area => area.id)]))
  const partIds = [...new Set([...parts.values()].flat())]
  if (partIds.length === 0) return standings
  const returns = await partReturnsIn(db, [...new Set(counting.map(({ indicator }) => indicator.id))], partIds, by)
  const ofIndicator = Map.groupBy(returns, ({ indicatorId }) => indicatorId)
  return standings.map(standing => {
    const ids = standing.indicator.rollUpCounts ? (parts.get(standing.areaId) ?? []) : []
    const its = ofIndicator.get(standing.indicator.id) ?? []
    const rolledUp = rollUp(
      standing.indicator,
      ids,
      its.filter(({ areaId }) => ids.includes(areaId)),
    )
    return rolledUp.length === 0 ? standing : { ...standing, returns: withWorkedOut(standing.returns, rolledUp) }
  })
}

/** The last sixty in each area: no chart shows more. */
export async function partReturnsIn(
  db: Db,
  indicatorIds: readonly IndicatorId[],
  areaIds: readonly AreaId[],
  by: Day | null,
): Promise<(PartReturn & { readonly indicatorId: IndicatorId })[]> {
  const rows = await db<Row[]>`
    select asked.indicator_id, places.area_id, r.starts_on, r.ends_on, r.value, r.numerator, r.denominator, r.status
      from unnest(${[...indicatorIds]}::bigint[]) as asked (indicator_id)
     cross join unnest(${[...areaIds]}::bigint[]) as places (area_id)
     cross join lateral (
           select starts_on, ends_on, value, numerator, denominator, status
             from performance.data_return
            where indicator_id = asked.indicator_id and area_id = places.area_id and is_latest
              and ends_on <= ${by ?? 'infinity'} and absence is distinct from 'withdrawn'
            order by ends_on desc, starts_on desc
            limit 60) r`
  return rows.map(row => ({
    ...row,
    value: decimalOf(row.value),
    numerator: decimalOf(row.numerator),
    denominator: decimalOf(row.denominator),
  }))
}

type Row = Omit<PartReturn, 'value' | 'numerator' | 'denominator'> & {
  readonly indicatorId: IndicatorId
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
}
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
