import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { AssuranceText, ProxyMeasure, StandIns } from './stand-in.ts'

/** All of the partnership: one proxy an indicator at most, and texts only where there is no figure. */
export async function standInsIn(db: Db): Promise<StandIns> {
  const [proxies, texts] = await Promise.all([
    db<ProxyMeasure[]>`select indicator_id, proxy_id, reason from performance.proxy`,
    db<AssuranceText[]>`
      select indicator_id, area_id, starts_on, ends_on, content, written_by_name, written_on
        from performance.assurance_text`,
  ])
  return { proxies, texts }
}

export async function proxyFor(db: Db, indicatorId: IndicatorId): Promise<ProxyMeasure | null> {
  const [row] = await db<ProxyMeasure[]>`select indicator_id, proxy_id, reason from performance.proxy where indicator_id = ${indicatorId}`
  return row ?? null
}

export async function setProxy(db: Db, { indicatorId, proxyId, reason }: ProxyMeasure): Promise<void> {
  await db`
    insert into performance.proxy (indicator_id, proxy_id, reason)
    values (${indicatorId}, ${proxyId}, ${reason})
        on conflict (partnership_id, indicator_id) do update set proxy_id = excluded.proxy_id, reason = excluded.reason`
}

export async function endProxy(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`delete from performance.proxy where indicator_id = ${indicatorId}`
}

export async function assuranceText(
  db: Db,
  { indicatorId, areaId, startsOn, endsOn }: Pick<AssuranceText, 'indicatorId' | 'areaId' | 'startsOn' | 'endsOn'>,
): Promise<AssuranceText | null> {
  const [row] = await db<AssuranceText[]>`
    select indicator_id, area_id, starts_on, ends_on, content, written_by_name, written_on
      from performance.assurance_text
     where indicator_id = ${indicatorId} and area_id = ${areaId} and starts_on = ${startsOn} and ends_on = ${endsOn}`
  return row ?? null
}

/** An empty text is none. */
export async function setAssuranceText(db: Db, text: AssuranceText): Promise<void> {
  const { indicatorId, areaId, startsOn, endsOn, content, writtenByName, writtenOn } = text
  if (content === '') {
    await db`
      delete from performance.assurance_text
       where indicator_id = ${indicatorId} and area_id = ${areaId} and starts_on = ${startsOn} and ends_on = ${endsOn}`
    return
  }
  await db`
    insert into performance.assurance_text (indicator_id, area_id, starts_on, ends_on, content, written_by_name, written_on)
    values (${indicatorId}, ${areaId}, ${startsOn}, ${endsOn}, ${content}, ${writtenByName}, ${writtenOn})
        on conflict (partnership_id, indicator_id, area_id, starts_on, ends_on)
        do update set content = excluded.content, written_by_name = excluded.written_by_name, written_on = excluded.written_on`
}
