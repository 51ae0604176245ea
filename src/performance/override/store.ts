import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Override } from '../judgement/judgement.ts'

type Place = { readonly indicatorId: IndicatorId; readonly areaId: AreaId }

/** All of the partnership: they are few, since each needs a reason and ends. */
export async function overridesIn(db: Db): Promise<(Place & Override)[]> {
  return db<(Place & Override)[]>`
    select indicator_id, area_id, starts_on, ends_on, band, reason, until, made_by_name, made_on
      from performance.override`
}

/** The one of a period takes the place of the one before; the history keeps both. */
export async function setOverride(db: Db, { indicatorId, areaId }: Place, override: Override): Promise<void> {
  const { startsOn, endsOn, band, reason, until, madeByName, madeOn } = override
  await db`
    insert into performance.override (indicator_id, area_id, starts_on, ends_on, band, reason, until, made_by, made_by_name, made_on)
    values (${indicatorId}, ${areaId}, ${startsOn}, ${endsOn}, ${band}, ${reason}, ${until}, platform.current_account(), ${madeByName}, ${madeOn})
        on conflict (partnership_id, indicator_id, area_id, starts_on, ends_on)
        do update set band = excluded.band, reason = excluded.reason, until = excluded.until,
           made_by = excluded.made_by, made_by_name = excluded.made_by_name, made_on = excluded.made_on`
}

export async function endOverride(
  db: Db,
  { indicatorId, areaId }: Place,
  { startsOn, endsOn }: Pick<Override, 'startsOn' | 'endsOn'>,
): Promise<void> {
  await db`
    delete from performance.override
     where indicator_id = ${indicatorId} and area_id = ${areaId} and starts_on = ${startsOn} and ends_on = ${endsOn}`
}
