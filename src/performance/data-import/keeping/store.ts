/** Keeps what an import has understood: everything set-wise, in the transaction of the import. */

import type { Frequency } from '../../../kernel/period.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { AgreementId, IndicatorId, Polarity } from '../../indicator/indicator.ts'
import type { DataImportId } from '../data-import.ts'
import type { IndicatorFields } from '../indicator-row.ts'

/**
 * Holds other writers off the agreement and those of its indicators that the file is about, in one order for everybody, until the visit ends. Whoever only
 * refers to the agreement (another import, a new indicator) is not kept waiting for a minute.
 */
export async function lockWhatChanges(db: Db, importId: DataImportId, agreementId: AgreementId): Promise<void> {
  await db`select from performance.agreement where id = ${agreementId} for no key update`
  await db`
    select from performance.indicator
     where id in (select coalesce(known_id, (answer ->> 'indicatorId')::bigint) from performance.data_import_name where import_id = ${importId} and kind = 'indicator')
     order by id
       for update`
}

/** So many lines at a time: in between it is said how far it has come, and whether it is still wanted. */
export type Lines = { readonly from: number; readonly to: number }

export async function lastLine(db: Db, importId: DataImportId): Promise<number> {
  const [row] = await db<{ line: number | null }[]>`select max(line) as line from performance.data_import_row where import_id = ${importId}`
  return row?.line ?? 0
}

type Origin = { readonly source: string; readonly reason: string; readonly byName: string }

/** A revision is a further row; the one before is no longer the latest. What the file does not say of a source, the import does. */
export async function keepReturns(db: Db, importId: DataImportId, lines: Lines, { source, reason, byName }: Origin): Promise<number> {
  await db`
    update performance.data_return held
       set is_latest = false
      from performance.data_import_row row
      join performance.data_import_name indicator on indicator.import_id = row.import_id and indicator.kind = 'indicator' and indicator.number = row.indicator_number
      join performance.data_import_name area on area.import_id = row.import_id and area.kind = 'area' and area.number = row.area_number
     where row.import_id = ${importId} and row.line between ${lines.from} and ${lines.to} and row.outcome = 'revised' and held.is_latest
       and held.indicator_id = coalesce(indicator.known_id, (indicator.answer ->> 'indicatorId')::bigint) and held.area_id = area.known_id
       and held.starts_on = row.starts_on and held.ends_on = row.ends_on`
  const kept = await db`
    insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, value, absence, numerator, denominator, sample_size,
           interval_low, interval_high, status, source, reason, import_id, reported_by, reported_by_name)
    select coalesce(indicator.known_id, (indicator.answer ->> 'indicatorId')::bigint), area.known_id, row.starts_on, row.ends_on,
           coalesce((row.existing ->> 'revision')::int, 0) + 1, row.value, row.absence, row.numerator, row.denominator, row.sample_size,
           row.low, row.high, row.status,
           coalesce(row.source, ${source}), case when row.outcome = 'revised' then ${reason} else '' end,
           ${importId}, platform.current_account(), ${byName}
      from performance.data_import_row row
      join performance.data_import_name indicator on indicator.import_id = row.import_id and indicator.kind = 'indicator' and indicator.number = row.indicator_number
      join performance.data_import_name area on area.import_id = row.import_id and area.kind = 'area' and area.number = row.area_number
     where row.import_id = ${importId} and row.line between ${lines.from} and ${lines.to} and row.outcome in ('new', 'revised')`
  return kept.count
}

export async function keepTargets(db: Db, importId: DataImportId, lines: Lines): Promise<number> {
  const kept = await db`
    insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value, low, high)
    select coalesce(indicator.known_id, (indicator.answer ->> 'indicatorId')::bigint), area.known_id, row.target_kind, row.starts_on, row.ends_on,
           row.value, row.low, row.high
      from performance.data_import_row row
      join performance.data_import_name indicator on indicator.import_id = row.import_id and indicator.kind = 'indicator' and indicator.number = row.indicator_number
      join performance.data_import_name area on area.import_id = row.import_id and area.kind = 'area' and area.number = row.area_number
     where row.import_id = ${importId} and row.line between ${lines.from} and ${lines.to} and row.outcome in ('new', 'revised')
        on conflict (partnership_id, indicator_id, area_id, kind, starts_on, ends_on)
        do update set value = excluded.value, low = excluded.low, high = excluded.high`
  return kept.count
}

/** Only where it is not known yet: what somebody has settled meanwhile counts. */
export async function settleFrequencies(
  db: Db,
  settled: readonly { readonly indicatorId: number; readonly frequency: Frequency }[],
): Promise<void> {
  if (settled.length === 0) return
  await db`
    update performance.indicator indicator
       set frequency = settled.frequency
      from jsonb_to_recordset(${db.json(settled.map(each => ({ ...each })))}) as settled ("indicatorId" bigint, frequency text)
     where indicator.id = settled."indicatorId" and indicator.frequency is null`
}

export type IndicatorToKeep = IndicatorFields & { readonly polarity: Polarity; readonly leadId: number | null }

/** Their numbers, in the order in which they were given. */
export async function addIndicators(db: Db, agreementId: AgreementId, indicators: readonly IndicatorToKeep[]): Promise<IndicatorId[]> {
  if (indicators.length === 0) return []
  const list = indicators.map((indicator, place) => ({ ...indicator, place }))
  // Numbers are given as rows are inserted, which is in this order.
  const rows = await db<{ id: IndicatorId }[]>`
    insert into performance.indicator (agreement_id, reference, title, definition, designation, polarity, value_type, rate_per, unit, decimals, measurement,
           frequency, lag_days, source, note, tolerance_kind, tolerance, lead_id)
    select ${agreementId}, reference, title, definition, designation, polarity, "valueType", "ratePer", unit, decimals, measurement,
           frequency, "lagDays", source, note, "toleranceKind", tolerance, "leadId"
      from jsonb_to_recordset(${db.json(list)}) as new (place int, reference text, title text, definition text, designation text, polarity text,
           "valueType" text, "ratePer" int, unit text, decimals int, measurement text, frequency text, "lagDays" int, source text, note text,
           "toleranceKind" text, tolerance numeric, "leadId" bigint)
     order by place
    returning id`
  return rows.map(({ id }) => id).toSorted((a, b) => a - b)
}

export async function changeIndicators(db: Db, indicators: readonly (IndicatorToKeep & { readonly id: IndicatorId })[]): Promise<void> {
  if (indicators.length === 0) return
  await db`
    update performance.indicator indicator
       set reference = new.reference, title = new.title, definition = new.definition, designation = new.designation, polarity = new.polarity,
           value_type = new."valueType", rate_per = new."ratePer", unit = new.unit, decimals = new.decimals, measurement = new.measurement,
           frequency = new.frequency, lag_days = new."lagDays", source = new.source, note = new.note, tolerance_kind = new."toleranceKind",
           tolerance = new.tolerance, lead_id = new."leadId"
      from jsonb_to_recordset(${db.json(indicators.map(each => ({ ...each })))}) as new (id bigint, reference text, title text, definition text,
           designation text, polarity text, "valueType" text, "ratePer" int, unit text, decimals int, measurement text, frequency text, "lagDays" int,
           source text, note text, "toleranceKind" text, tolerance numeric, "leadId" bigint)
     where indicator.id = new.id`
}

type Link = { readonly indicatorId: number; readonly id: number }

export async function addOutcomeLinks(db: Db, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  await db`
    insert into performance.indicator_outcome (indicator_id, outcome_id)
    select "indicatorId", id from jsonb_to_recordset(${db.json(links.map(each => ({ ...each })))}) as link ("indicatorId" bigint, id bigint)
        on conflict do nothing`
}

export async function addContributors(db: Db, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  await db`
    insert into performance.contributor (indicator_id, organisation_id)
    select "indicatorId", id from jsonb_to_recordset(${db.json(links.map(each => ({ ...each })))}) as link ("indicatorId" bigint, id bigint)
        on conflict do nothing`
}

export async function addSeriesNames(
  db: Db,
  names: readonly { readonly indicatorId: number; readonly name: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (names.length === 0) return
  await db`
    insert into performance.series_name (indicator_id, name)
    select "indicatorId", name from jsonb_to_recordset(${db.json(names.map(each => ({ ...each })))}) as series ("indicatorId" bigint, name jsonb)
        on conflict do nothing`
}

/** A theme by its title, made where there is none, after the others. */
export async function ensureTheme(db: Db, agreementId: AgreementId, title: string): Promise<number> {
  const [held] = await db<{ id: number }[]>`
    select id from performance.theme where agreement_id = ${agreementId} and lower(title) = lower(${title}) order by id limit 1`
  if (held) return held.id
  const [row] = await db<{ id: number }[]>`
    insert into performance.theme (agreement_id, title, position)
    select ${agreementId}, ${title}, coalesce(max(position), 0) + 1 from performance.theme where agreement_id = ${agreementId}
    returning id`
  if (!row) throw new Error('A theme was not added')
  return row.id
}

export async function addOutcome(db: Db, themeId: number, title: string): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into performance.outcome (theme_id, title, position)
    select ${themeId}, ${title}, coalesce(max(position), 0) + 1 from performance.outcome where theme_id = ${themeId}
    returning id`
  if (!row) throw new Error('An outcome was not added')
  return row.id
}
