import { type Decimal, decimal, toText } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { KeptReturn, NewReturn, Place, ReturnDraft, Revision } from './data-return.ts'

export async function latestReturnOf(db: Db, place: Place): Promise<Revision | null> {
  const [row] = await db<RevisionRow[]>`
    select ${revisionColumns(db)} from performance.data_return where ${at(db, place)} and is_latest`
  return row ? withDecimals(row) : null
}

/** The newest first. */
export async function revisionsOf(db: Db, place: Place): Promise<Revision[]> {
  const rows = await db<RevisionRow[]>`
    select ${revisionColumns(db)} from performance.data_return where ${at(db, place)} order by revision desc`
  return rows.map(withDecimals)
}

/** Which returns to list: of an area or (null) of all, and which of the pages of them. */
export type Listed = { readonly areaId: AreaId | null; readonly from: number; readonly count: number }

/** The latest revision of each period with how many there are in all, the newest period first, its areas in a given order. */
export async function latestReturns(
  db: Db,
  indicatorId: IndicatorId,
  areaIds: readonly AreaId[],
  { areaId, from, count }: Listed,
): Promise<{ readonly total: number; readonly returns: KeptReturn[] }> {
  const those = db`indicator_id = ${indicatorId} and is_latest and (${areaId}::bigint is null or area_id = ${areaId})`
  const [rows, [counted]] = await Promise.all([
    db<(RevisionRow & Place & { isLatest: boolean })[]>`
      select indicator_id, area_id, starts_on, ends_on, is_latest, ${revisionColumns(db)}
        from performance.data_return
       where ${those}
       order by ends_on desc, starts_on desc, array_position(${[...areaIds]}::bigint[], area_id)
      offset ${from} limit ${count}`,
    db<{ total: number }[]>`select count(*) as total from performance.data_return where ${those}`,
  ])
  return { total: counted?.total ?? 0, returns: rows.map(withDecimals) }
}

/** Where there is anything on record for an indicator. */
export async function areasReported(db: Db, indicatorId: IndicatorId): Promise<ReadonlySet<AreaId>> {
  const rows = await db<{ areaId: AreaId }[]>`
    select distinct area_id from performance.data_return where indicator_id = ${indicatorId} and is_latest`
  return new Set(rows.map(({ areaId }) => areaId))
}

export type Author = { readonly reportedBy: number | null; readonly reportedByName: string; readonly reportedAt: Temporal.Instant }

/** A further row; the one before it (`after`: its number, 0 when there is none) is no longer the latest, but stays. */
export async function recordReturn(db: Db, place: Place, draft: ReturnDraft, author: Author, after: number): Promise<void> {
  await db`update performance.data_return set is_latest = false where ${at(db, place)} and is_latest`
  await addReturns(db, [{ ...place, ...draft, ...author, revision: after + 1, isLatest: true }])
}

/** Many further rows at once, in as many statements as for one. */
export async function recordReturns(db: Db, returns: readonly NewReturn[]): Promise<void> {
  await db`
    update performance.data_return held
       set is_latest = false
      from jsonb_to_recordset(${db.json(returns.map(({ indicatorId, areaId, startsOn, endsOn }) => ({ indicatorId, areaId, startsOn, endsOn })))})
        as place ("indicatorId" bigint, "areaId" bigint, "startsOn" date, "endsOn" date)
     where held.indicator_id = place."indicatorId" and held.area_id = place."areaId"
       and held.starts_on = place."startsOn" and held.ends_on = place."endsOn" and held.is_latest`
  await addReturns(db, returns)
}

/** Many at once, each with its number, time and author, in a few statements. */
export async function addReturns(db: Db, returns: readonly NewReturn[]): Promise<void> {
  for (let from = 0; from < returns.length; from += batch) {
    await db`
      insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, absence, numerator, denominator,
             sample_size, interval_low, interval_high, status, source, reason, reported_by, reported_by_name, reported_at)
      select "indicatorId", "areaId", "startsOn", "endsOn", revision, "isLatest", value, absence, numerator, denominator,
             "sampleSize", "intervalLow", "intervalHigh", status, source, reason, "reportedBy", "reportedByName", "reportedAt"
        from jsonb_to_recordset(${db.json(returns.slice(from, from + batch).map(asJson))})
          as row ("indicatorId" bigint, "areaId" bigint, "startsOn" date, "endsOn" date, revision integer, "isLatest" boolean,
                  value numeric, absence text, numerator numeric, denominator numeric,
                  "sampleSize" integer, "intervalLow" numeric, "intervalHigh" numeric, status text, source text, reason text,
                  "reportedBy" bigint, "reportedByName" text, "reportedAt" timestamptz)`
  }
}

const batch = 5_000

const revisionColumns = (db: Db) => db`
  revision, value, absence, numerator, denominator, sample_size, interval_low, interval_high, status, source, reason, import_id,
  reported_by, reported_by_name, reported_at`

const at = (db: Db, { indicatorId, areaId, startsOn, endsOn }: Place) => db`
  indicator_id = ${indicatorId} and area_id = ${areaId} and ends_on = ${endsOn} and starts_on = ${startsOn}`

type AsText<T, Name extends keyof T> = Omit<T, Name> & { readonly [name in Name]: string | null }
type RevisionRow = AsText<Required<Revision>, 'value' | 'numerator' | 'denominator' | 'intervalLow' | 'intervalHigh'>

const withDecimals = <Row extends RevisionRow>(row: Row) => ({
  ...row,
  value: decimalOf(row.value),
  numerator: decimalOf(row.numerator),
  denominator: decimalOf(row.denominator),
  intervalLow: decimalOf(row.intervalLow),
  intervalHigh: decimalOf(row.intervalHigh),
})

const asJson = ({ value, numerator, denominator, intervalLow, intervalHigh, reportedAt, ...rest }: NewReturn) => ({
  ...rest,
  value: textOf(value),
  numerator: textOf(numerator),
  denominator: textOf(denominator),
  intervalLow: textOf(intervalLow),
  intervalHigh: textOf(intervalHigh),
  reportedAt: reportedAt.toString(),
})

const textOf = (value: Decimal | null = null): string | null => (value === null ? null : toText(value))
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
