import type { Db } from '../../platform/db/index.ts'
import type { AreaId } from '../area/area.ts'

export async function neighboursOf(db: Db, areaId: AreaId): Promise<ReadonlySet<AreaId>> {
  const rows = await db<{ neighbourId: AreaId }[]>`select neighbour_id from partnership.neighbour where area_id = ${areaId}`
  return new Set(rows.map(({ neighbourId }) => neighbourId))
}

/** These and no others. */
export async function setNeighbours(db: Db, areaId: AreaId, neighbours: readonly AreaId[]): Promise<void> {
  const wanted = [...neighbours]
  await db`delete from partnership.neighbour where area_id = ${areaId} and neighbour_id <> all (${wanted}::bigint[])`
  await db`
    insert into partnership.neighbour (area_id, neighbour_id)
    select ${areaId}, unnest(${wanted}::bigint[])
        on conflict do nothing`
}
