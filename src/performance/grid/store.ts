import { type Decimal, decimal } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Place, Revision } from '../data-return/data-return.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { KeptTarget, TargetKind } from '../target/target.ts'

/** What a grid is of. */
export type Extent = { readonly indicatorIds: readonly IndicatorId[]; readonly areaIds: readonly AreaId[]; readonly span: Period }

/** Holds other writers off these indicators until the visit ends, in an order in which two who do so never wait for each other. */
export async function lockIndicators(db: Db, ids: readonly IndicatorId[]): Promise<void> {
  await db`select from performance.indicator where id = any(${[...ids]}) order by id for update`
}

/** The latest returns of periods that end within a span. */
export async function returnsIn(db: Db, { indicatorIds, areaIds, span }: Extent): Promise<(Place & Revision)[]> {
  const rows = await db<(Place & WithTexts<Revision, 'value' | 'numerator' | 'denominator'>)[]>`
    select indicator_id, area_id, starts_on, ends_on, revision, value, absence, numerator, denominator, status, source, reason, import_id,
           reported_by, reported_by_name, reported_at
      from performance.data_return
     where indicator_id = any(${[...indicatorIds]}) and area_id = any(${[...areaIds]}) and is_latest
       and ends_on between ${span.startsOn} and ${span.endsOn}`
  return rows.map(row => ({
    ...row,
    value: decimalOf(row.value),
    numerator: decimalOf(row.numerator),
    denominator: decimalOf(row.denominator),
  }))
}

/** The targets of a kind for periods that end within a span. */
export async function targetsIn(db: Db, { indicatorIds, areaIds, span }: Extent, kind: TargetKind): Promise<(KeptTarget & Place)[]> {
  const rows = await db<(Place & WithTexts<KeptTarget, 'value' | 'low' | 'high'>)[]>`
    select id, indicator_id, area_id, kind, starts_on, ends_on, value, low, high
      from performance.target
     where indicator_id = any(${[...indicatorIds]}) and area_id = any(${[...areaIds]}) and kind = ${kind}
       and ends_on between ${span.startsOn} and ${span.endsOn}`
  return rows.map(row => ({ ...row, value: decimalOf(row.value), low: decimalOf(row.low), high: decimalOf(row.high) }))
}

type WithTexts<T, Name extends keyof T> = Omit<T, Name> & { readonly [name in Name]: string | null }
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
