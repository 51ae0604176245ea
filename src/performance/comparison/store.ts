import type { Day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Figure } from './comparison.ts'

/** The periods in which an area has a figure, the latest first. */
export async function periodsWithFigure(db: Db, indicatorId: IndicatorId, areaId: AreaId): Promise<Period[]> {
  return db<{ startsOn: Day; endsOn: Day }[]>`
    select starts_on, ends_on
      from performance.data_return
     where indicator_id = ${indicatorId} and area_id = ${areaId} and is_latest and value is not null
     order by ends_on desc, starts_on desc
     limit 60`
}

/** Every area that has a figure for the period. */
export async function figuresIn(db: Db, indicatorId: IndicatorId, { startsOn, endsOn }: Period): Promise<Figure[]> {
  const rows = await db<(Omit<Figure, 'value'> & { readonly value: string })[]>`
    select area_id, value, status
      from performance.data_return
     where indicator_id = ${indicatorId} and starts_on = ${startsOn} and ends_on = ${endsOn} and is_latest and value is not null
     order by area_id`
  return rows.map(row => ({ ...row, value: decimal(row.value) }))
}
