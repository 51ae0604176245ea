import { addDays, type Day, day } from '../../kernel/day.ts'
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
 * of 198 indicators with forty quarters they would otherwise be eight thousand rows. Values of another kind of period are left out: by how long they are
 * and by the month in which they end, which costs a third of what cutting dates does.
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
           select string_agg(ends_after || ' ' || value, ' ') as points
             from (select ends_on - date '2000-01-01' as ends_after, value
                     from performance.data_return
                    where indicator_id = i.id and area_id = places.area_id and is_latest
                      and ends_on <= ${by ?? 'infinity'} and value is not null
                      and ends_on - starts_on between case i.frequency when 'month' then 27 else 89 end and case i.frequency when 'month' then 30 else 91 end
                      and (i.frequency = 'month' or extract(month from ends_on)::int % 3 = 0)
                    order by ends_on desc) as its) r
     where ${those} and i.frequency in ('month', 'quarter') and i.measurement = 'snapshot' and r.points is not null`
  const dayOf = rememberedDay()
  return rows.map(({ indicatorId, areaId, points, rebases }) => ({
    indicatorId,
    areaId,
    series: { points: pointsIn(points, dayOf), rebases: rebases ?? [] },
  }))
}

type Row = {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly points: string
  readonly rebases: readonly Rebase[] | null
}

/** As the index gives them, the latest first: turned round here. */
function pointsIn(text: string, dayOf: (after: string) => Day): Series['points'] {
  const parts = text.split(' ')
  const last = parts.length / 2 - 1
  return Array.from({ length: last + 1 }, (_, at) => ({
    on: dayOf(parts[2 * (last - at)] ?? ''),
    value: decimal(parts[2 * (last - at) + 1] ?? ''),
  }))
}

/** Days after the first of 2000; every series ends its periods on the same ones. */
function rememberedDay(): (after: string) => Day {
  const known = new Map<string, Day>()
  return after => {
    const found = known.get(after) ?? addDays(day('2000-01-01'), Number(after))
    known.set(after, found)
    return found
  }
}
