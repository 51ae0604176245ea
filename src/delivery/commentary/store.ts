import type { AreaId } from '../../partnership/index.ts'
import type { Chosen, IndicatorId } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Commentary, Said, Subject } from './commentary.ts'

/** Of one indicator in an area, every revision. */
export async function commentaryOn(db: Db, { indicatorId, areaId }: Pick<Subject, 'indicatorId' | 'areaId'>): Promise<Commentary[]> {
  return db<Commentary[]>`
    ${rows(db)} where indicator_id = ${indicatorId} and area_id = ${areaId} order by starts_on, id`
}

/** What counts of each indicator in an area: of the last period of which something is said, up to the end of the chosen one. */
export async function latestCommentary(db: Db, areaId: AreaId, chosen: Chosen): Promise<ReadonlyMap<IndicatorId, Commentary>> {
  const found = await db<Commentary[]>`
    select distinct on (indicator_id) id, indicator_id, area_id, starts_on, ends_on, text, reason_codes, by_name, on_day
      from delivery.commentary
     where area_id = ${areaId}
       and ends_on <= ${chosen?.endsOn ?? 'infinity'}
     order by indicator_id, ends_on desc, starts_on desc, id desc`
  return new Map(found.map(each => [each.indicatorId, each]))
}

const rows = (db: Db) => db`
  select id, indicator_id, area_id, starts_on, ends_on, text, reason_codes, by_name, on_day from delivery.commentary`

type NewCommentary = Subject & Said & Pick<Commentary, 'byName' | 'onDay'>

export const addCommentary = (db: Db, commentary: NewCommentary): Promise<void> => recordCommentary(db, [commentary])

/** Of any number of indicators at once. */
export async function recordCommentary(db: Db, all: readonly NewCommentary[]): Promise<void> {
  const rows = all.map(({ reasonCodes, ...rest }) => ({ ...rest, reasonCodes: [...reasonCodes] }))
  if (rows.length > 0) await db`insert into delivery.commentary ${db(rows)}`
}

/** Whoever writes about one indicator does so one after the other. */
export async function lockCommentary(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('delivery.commentary ' || platform.current_partnership() || ' ' || ${indicatorId}::bigint, 0))`
}
