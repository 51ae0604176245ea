import { type Decimal, decimal, toText } from '../../kernel/decimal.ts'
import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { KeptTarget, NewTarget, TargetDraft, TargetId } from './target.ts'

/** Holds other writers off the indicator's targets until the visit ends, and an import of some too, so that a rule sees what is true when it saves. */
export async function lockTargetsOf(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`select from performance.indicator where id = ${indicatorId} for update`
}

/** In every area, the latest period first. */
export async function targetsOfIndicator(db: Db, indicatorId: IndicatorId): Promise<KeptTarget[]> {
  const rows = await db<Row[]>`
    select id, area_id, kind, starts_on, ends_on, value, low, high
      from performance.target
     where indicator_id = ${indicatorId}
     order by area_id, ends_on desc, starts_on desc, id`
  return rows.map(row => ({ ...row, value: decimalOf(row.value), low: decimalOf(row.low), high: decimalOf(row.high) }))
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

const textOf = (value: Decimal | null): string | null => (value === null ? null : toText(value))
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
