import { addDays, type Day, day, monthOf } from '../../kernel/day.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import type { Point } from './process-control.ts'
import { mostFigures, type Rebased, type Series } from './reading.ts'

export type Placed = { readonly indicatorId: IndicatorId; readonly areaId: AreaId; readonly series: Series }
export type Wanted =
  | { readonly agreementId: AgreementId }
  | { readonly indicatorId: IndicatorId }
  | { readonly indicatorIds: readonly IndicatorId[] }

/**
 * The latest values of each indicator that process control reads, in each area, in one query and one row for each: of 198 indicators with sixty
 * figures they would otherwise be twelve thousand rows. Values of another kind of period are left out, by how long they are and (below, where it costs
 * least) by the month in which they end. `last` null: every value, for where a period further back may be chosen.
 */
export async function seriesIn(
  db: Db,
  wanted: Wanted,
  areaIds: readonly AreaId[],
  by: Day | null,
  last: number | null = mostFigures,
): Promise<Placed[]> {
  const those =
    'agreementId' in wanted
      ? db`i.agreement_id = ${wanted.agreementId}`
      : db`i.id = any(${'indicatorId' in wanted ? [wanted.indicatorId] : [...wanted.indicatorIds]}::bigint[])`
  const values = db`
    select ends_on, value
      from performance.data_return
     where indicator_id = i.id and area_id = places.area_id and is_latest
       and ends_on <= ${by ?? 'infinity'} and value is not null
       and ends_on - starts_on between case i.frequency when 'month' then 27 else 89 end and case i.frequency when 'month' then 30 else 91 end`
  const rows = await db<Row[]>`
    select i.id as indicator_id, places.area_id, i.frequency, r.days, r.values,
           (select json_agg(json_build_object('startsOn', b.starts_on, 'reason', b.reason, 'baselinePoints', b.baseline_points, 'held', held.points)
                            order by b.starts_on)
              from performance.rebase b
              left join lateral (
                   select json_agg(json_build_object('on', ends_on, 'value', value) order by ends_on) as points
                     from (${values} and ends_on >= b.starts_on order by ends_on limit b.baseline_points) first) held on b.baseline_points is not null
             where b.indicator_id = i.id and b.area_id = places.area_id) as rebases
      from performance.indicator i
     cross join unnest(${[...areaIds]}::bigint[]) as places (area_id)
     cross join lateral (
           select string_agg((ends_on - date '2000-01-01')::text, ',') as days, string_agg(value::text, ',') as values
             from (${values} order by ends_on desc limit ${last}::int) latest) r
     where ${those} and i.frequency in ('month', 'quarter') and i.measurement = 'snapshot' and r.days is not null`
  const dayOf = rememberedDay()
  return rows.map(({ indicatorId, areaId, frequency, days, values, rebases }) => {
    const ofOwnKind = (points: readonly Point[]) => (frequency === 'month' ? points : points.filter(({ on }) => monthOf(on) % 3 === 0))
    return {
      indicatorId,
      areaId,
      series: {
        points: ofOwnKind(pointsOf(days, values, dayOf)),
        rebases: (rebases ?? []).map(rebase => ({ ...rebase, held: rebase.held && ofOwnKind(rebase.held) })),
      },
    }
  })
}

type Row = {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly frequency: 'month' | 'quarter'
  /** The latest first, as the index gives them. */
  readonly days: string
  readonly values: string
  readonly rebases: readonly Rebased[] | null
}

/** Read as numbers at once: texts to be cut up would be most of what is thrown away. */
function pointsOf(days: string, values: string, dayOf: (after: number) => Day): Point[] {
  const its: readonly number[] = JSON.parse(`[${values}]`)
  return (JSON.parse(`[${days}]`) as number[]).map((after, at) => ({ on: dayOf(after), value: its[at] ?? null })).reverse()
}

/** Days after the first of 2000; every series ends its periods on the same ones. */
function rememberedDay(): (after: number) => Day {
  const known = new Map<number, Day>()
  return after => {
    const found = known.get(after) ?? addDays(day('2000-01-01'), after)
    known.set(after, found)
    return found
  }
}
