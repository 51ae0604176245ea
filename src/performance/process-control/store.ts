import { type Day, day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import type { Rebase } from '../rebase/rebase.ts'
import type { Series } from './reading.ts'

export type Placed = { readonly indicatorId: IndicatorId; readonly areaId: AreaId; readonly series: Series }
export type Wanted = { readonly agreementId: AgreementId } | { readonly indicatorId: IndicatorId }

/**
 * Every value of each indicator that process control reads, in each area, in one query and one row for each: average and limits need them all, and
 * of 198 indicators with forty quarters they would otherwise be eight thousand rows. Values of another kind of period are left out.
 */
export async function seriesIn(db: Db, wanted: Wanted, areaIds: readonly AreaId[], by: Day | null): Promise<Placed[]> {
  const those = 'agreementId' in wanted ? db`i.agreement_id = ${wanted.agreementId}` : db`i.id = ${wanted.indicatorId}`
  const rows = await db<Row[]>`
    select i.id as indicator_id, places.area_id, r.points,
           (select json_agg(json_build_object('startsOn', b.starts_on, 'reason', b.reason, 'baselinePoints', b.baseline_points) order by b.starts_on)
              from performance.rebase b
             where b.indicator_id = i.id and b.area_id = places.area_id) as rebases
      from performance.indicator i
     cross join unnest(${[...areaIds]}::bigint[]) as places (area_id)
     cross join lateral (
           select string_agg(ends_on::text || ' ' || value::text, ' ' order by ends_on) as points
             from performance.data_return
            where indicator_id = i.id and area_id = places.area_id and is_latest
              and ends_on <= ${by ?? 'infinity'} and value is not null
              and starts_on = date_trunc(case i.frequency when 'month' then 'month' else 'quarter' end, starts_on::timestamp)::date
              and ends_on = (starts_on + case i.frequency when 'month' then interval '1 month' else interval '3 months' end)::date - 1) r
     where ${those} and i.frequency in ('month', 'quarter') and i.measurement = 'snapshot' and r.points is not null`
  return rows.map(({ indicatorId, areaId, points, rebases }) => ({
    indicatorId,
    areaId,
    series: { points: pointsOf(points), rebases: rebases ?? [] },
  }))
}

type Row = {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly points: string
  readonly rebases: readonly Rebase[] | null
}

function pointsOf(text: string): Series['points'] {
  const parts = text.split(' ')
  return Array.from({ length: parts.length / 2 }, (_, at) => ({ on: day(parts[2 * at] ?? ''), value: decimal(parts[2 * at + 1] ?? '') }))
}
