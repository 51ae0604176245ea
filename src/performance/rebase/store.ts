import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { KeptRebase, Rebase, RebaseId } from './rebase.ts'

/** Those of an indicator in all areas, the latest first. */
export const rebases = (db: Db, indicatorId: IndicatorId): Promise<KeptRebase[]> =>
  db<KeptRebase[]>`
    select id, area_id, starts_on, reason, baseline_points
      from performance.rebase
     where indicator_id = ${indicatorId}
     order by starts_on desc, id`

export async function addRebase(
  db: Db,
  indicatorId: IndicatorId,
  areaId: AreaId,
  { startsOn, reason, baselinePoints }: Rebase,
): Promise<void> {
  await db`
    insert into performance.rebase (indicator_id, area_id, starts_on, reason, baseline_points)
    values (${indicatorId}, ${areaId}, ${startsOn}, ${reason}, ${baselinePoints})`
}

export async function removeRebase(db: Db, rebaseId: RebaseId): Promise<void> {
  await db`delete from performance.rebase where id = ${rebaseId}`
}
