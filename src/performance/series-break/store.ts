import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { BreakDraft, BreakId, KeptBreak } from './series-break.ts'

/** All of the partnership: they are few, since a person makes each. */
export async function breaksIn(db: Db): Promise<(KeptBreak & { readonly indicatorId: IndicatorId })[]> {
  return db<(KeptBreak & { indicatorId: IndicatorId })[]>`
    select id, indicator_id, area_id, starts_on, kind, sentence from performance.series_break order by starts_on, id`
}

/** Of one indicator, the latest first. */
export async function breaksOf(db: Db, indicatorId: IndicatorId): Promise<KeptBreak[]> {
  return db<KeptBreak[]>`
    select id, area_id, starts_on, kind, sentence
      from performance.series_break
     where indicator_id = ${indicatorId}
     order by starts_on desc, id`
}

export async function addBreak(db: Db, indicatorId: IndicatorId, { areaId, startsOn, kind, sentence }: BreakDraft): Promise<void> {
  await db`
    insert into performance.series_break (indicator_id, area_id, starts_on, kind, sentence)
    values (${indicatorId}, ${areaId}, ${startsOn}, ${kind}, ${sentence})`
}

export async function removeBreak(db: Db, breakId: BreakId): Promise<void> {
  await db`delete from performance.series_break where id = ${breakId}`
}
