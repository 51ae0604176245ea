import { type Decimal, decimal, toText } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { Goal, KeptTarget, NewTarget, TargetDraft, TargetId } from './target.ts'

export async function target(db: Db, indicatorId: IndicatorId, targetId: TargetId): Promise<KeptTarget | null> {
  const [row] = await db<Row[]>`
    select id, area_id, kind, starts_on, ends_on, value, low, high
      from performance.target
     where id = ${targetId} and indicator_id = ${indicatorId}`
  return row ? withDecimals(row) : null
}

/** All kinds for one area and period. */
export async function targetsFor(db: Db, indicatorId: IndicatorId, { areaId, startsOn, endsOn }: Goal): Promise<KeptTarget[]> {
  const rows = await db<Row[]>`
    select id, area_id, kind, starts_on, ends_on, value, low, high
      from performance.target
     where indicator_id = ${indicatorId} and area_id = ${areaId} and starts_on = ${startsOn} and ends_on = ${endsOn}`
  return rows.map(withDecimals)
}

/** What is to be reached on the way within a year, in the area of its target. */
export async function interimTargets(db: Db, indicatorId: IndicatorId, { areaId, startsOn, endsOn }: Goal): Promise<KeptTarget[]> {
  const rows = await db<Row[]>`
    select id, area_id, kind, starts_on, ends_on, value, low, high
      from performance.target
     where indicator_id = ${indicatorId} and area_id = ${areaId} and kind = 'interim' and starts_on >= ${startsOn} and ends_on <= ${endsOn}`
  return rows.map(withDecimals)
}

/** Which rows to list: of an area or (null) of all, and which of the pages of them. */
export type Listed = { readonly areaId: AreaId | null; readonly from: number; readonly count: number }

/** Rows are areas and periods, areas in a given order and their latest period first, with the targets of each row; `total` counts rows. */
export async function targetsListed(
  db: Db,
  indicatorId: IndicatorId,
  areaIds: readonly AreaId[],
  { areaId, from, count }: Listed,
): Promise<{ readonly total: number; readonly targets: KeptTarget[] }> {
  const those = db`indicator_id = ${indicatorId} and (${areaId}::bigint is null or area_id = ${areaId})`
  const [rows, [counted]] = await Promise.all([
    db<Row[]>`
      select t.id, t.area_id, t.kind, t.starts_on, t.ends_on, t.value, t.low, t.high
        from performance.target t
        join (select area_id, starts_on, ends_on, row_number() over (order by array_position(${[...areaIds]}::bigint[], area_id), ends_on desc, starts_on desc) as place
                from performance.target
               where ${those}
               group by area_id, starts_on, ends_on
               order by place
              offset ${from} limit ${count}) rows
          on rows.area_id = t.area_id and rows.starts_on = t.starts_on and rows.ends_on = t.ends_on
       where t.indicator_id = ${indicatorId}
       order by rows.place, t.id`,
    db<{ total: number }[]>`
      select count(*) as total from (select from performance.target where ${those} group by area_id, starts_on, ends_on) as rows`,
  ])
  return { total: counted?.total ?? 0, targets: rows.map(withDecimals) }
}

export async function areasWithTargets(db: Db, indicatorId: IndicatorId): Promise<ReadonlySet<AreaId>> {
  const rows = await db<{ areaId: AreaId }[]>`select distinct area_id from performance.target where indicator_id = ${indicatorId}`
  return new Set(rows.map(({ areaId }) => areaId))
}

export async function addTarget(db: Db, indicatorId: IndicatorId, draft: TargetDraft): Promise<void> {
  await addTargets(db, [{ ...draft, indicatorId }])
}

/** However many, in one statement. */
export async function addTargets(db: Db, targets: readonly NewTarget[]): Promise<void> {
  if (targets.length === 0) return
  await db`
    insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value, low, high)
    select "indicatorId", "areaId", kind, "startsOn", "endsOn", value, low, high
      from jsonb_to_recordset(${db.json(targets.map(asJson))})
        as target ("indicatorId" bigint, "areaId" bigint, kind text, "startsOn" date, "endsOn" date, value numeric, low numeric, high numeric)`
}

export async function changeTarget(db: Db, targetId: TargetId, { areaId, kind, startsOn, endsOn, ...of }: TargetDraft): Promise<void> {
  await db`
    update performance.target
       set area_id = ${areaId}, kind = ${kind}, starts_on = ${startsOn}, ends_on = ${endsOn},
           value = ${textOf(of.value)}, low = ${textOf(of.low)}, high = ${textOf(of.high)}
     where id = ${targetId}`
}

/** Many at once: what each is for stays, and what is to be reached is another. */
export async function changeTargetValues(db: Db, targets: readonly KeptTarget[]): Promise<void> {
  if (targets.length === 0) return
  const changed = targets.map(({ id, value, low, high }) => ({ id, value: textOf(value), low: textOf(low), high: textOf(high) }))
  await db`
    update performance.target target
       set value = changed.value, low = changed.low, high = changed.high
      from jsonb_to_recordset(${db.json(changed)}) as changed (id bigint, value numeric, low numeric, high numeric)
     where target.id = changed.id`
}

export async function removeTargets(db: Db, targetIds: readonly TargetId[]): Promise<void> {
  if (targetIds.length > 0) await db`delete from performance.target where id = any(${[...targetIds]})`
}

export async function removeTarget(db: Db, targetId: TargetId): Promise<void> {
  await db`delete from performance.target where id = ${targetId}`
}

type Row = Omit<KeptTarget, 'value' | 'low' | 'high'> & {
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
}

const asJson = ({ indicatorId, areaId, kind, startsOn, endsOn, value, low, high }: NewTarget) => ({
  indicatorId,
  areaId,
  kind,
  startsOn,
  endsOn,
  value: textOf(value),
  low: textOf(low),
  high: textOf(high),
})

const withDecimals = ({ id, areaId, kind, startsOn, endsOn, value, low, high }: Row): KeptTarget => ({
  id,
  areaId,
  kind,
  startsOn,
  endsOn,
  value: decimalOf(value),
  low: decimalOf(low),
  high: decimalOf(high),
})

const textOf = (value: Decimal | null): string | null => (value === null ? null : toText(value))
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
