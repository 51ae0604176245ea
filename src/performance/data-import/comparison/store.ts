/**
 * Compares what a file says with what is held, as a whole. Run again, it writes only the rows of which something else is true now: so it answers
 * at once what has changed since the preview. Only rows that could be read are looked at.
 */
import { decimal } from '../../../kernel/decimal.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../../indicator/indicator.ts'
import { type Tolerance, toleranceOf } from '../../judgement/judgement.ts'
import type { DataImportId } from '../data-import.ts'
import type { IndicatorFields } from '../indicator-row.ts'
import type { KnownIndicator, SeriesName } from '../naming.ts'

export type Headings = {
  readonly indicator: string
  readonly area: string
  readonly period: string
  readonly status: string
  /** Where they stand side by side, the heading of each part of a row. */
  readonly periods: readonly string[]
  readonly areas: readonly string[]
}

type ReturnRules = { readonly replaceFinal: boolean; readonly hasParts: boolean; readonly isSampled: boolean; readonly headings: Headings }

const words = {
  indicatorUndecided: 'This indicator is not known. Say what is to become of it, or correct its name',
  indicatorLeft: 'This indicator is not known and was left out. Add it, or correct its name',
  areaUndecided: 'This area is not known. Say whether to add it, or correct its name',
  areaLeft: 'This area is not known and was left out. Add it, or correct its name',
  twice: 'This is the same indicator, area and period as line ',
  twiceInLine: 'This is the same indicator, area and period as another column of line ',
  twiceEnd: '. Leave one of them out',
  locked: 'This period is locked for its indicator, so nothing of it can be changed. Unlock it first, or leave this row out',
  belowFinal: 'The figure that is held is final and this one is not. Say that final figures are to be replaced, or leave this row out',
} as const

/** The first lines of which something else is true than before. */
export async function compareReturns(
  db: Db,
  importId: DataImportId,
  { replaceFinal, hasParts, isSampled, headings }: ReturnRules,
): Promise<number[]> {
  const rows = await db<{ line: number }[]>`
    with understood as materialized (${understoodFigures(db, importId, headings)}),
    compared as (
      select u.place, u.line, u.was, u.refused_column, u.refused_found, u.refused_reason, u.status, u.period_text, u.period_heading, u.locked, held.revision,
             held.status = 'final' and held.value is not null and u.status <> 'final' as below_final,
             held.value is not distinct from u.value and held.absence is not distinct from u.absence and held.status = u.status
               and (not ${hasParts} or (held.numerator is not distinct from u.numerator and held.denominator is not distinct from u.denominator))
               and (not ${isSampled} or (held.sample_size is not distinct from u.sample_size and held.interval_low is not distinct from u.low and held.interval_high is not distinct from u.high)) as same,
             jsonb_build_object('revision', held.revision, 'value', held.value::text, 'absence', held.absence, 'status', held.status) as existing
        from understood u
        left join performance.data_return held
          on held.indicator_id = u.indicator_id and held.area_id = u.area_id and held.starts_on = u.starts_on and held.ends_on = u.ends_on
         and held.is_latest),
    judged as (
      select place, line, was,
             case when refused_reason is not null then 'refused' when same then 'unchanged' when locked then 'refused' when revision is null then 'new'
                  when below_final and not ${replaceFinal} then 'refused' else 'revised' end as outcome,
             case when refused_reason is null and revision is not null and not same then existing end as existing,
             coalesce(refused_column, case when same then null when locked then period_heading
               when revision is not null and below_final and not ${replaceFinal} then ${headings.status} end) as column_name,
             coalesce(refused_found, case when same then null when locked then period_text
               when revision is not null and below_final and not ${replaceFinal} then status end) as found,
             coalesce(refused_reason, case when same then null when locked then ${words.locked}
               when revision is not null and below_final and not ${replaceFinal} then ${words.belowFinal} end) as reason
        from compared)${noteChanges(db, importId)}`
  return rows.map(({ line }) => line)
}

export async function compareTargets(db: Db, importId: DataImportId, headings: Headings): Promise<number[]> {
  const rows = await db<{ line: number }[]>`
    with understood as materialized (${understoodFigures(db, importId, headings)}),
    compared as (
      select u.place, u.line, u.was, u.refused_column, u.refused_found, u.refused_reason, u.period_text, u.period_heading, u.locked, held.id,
             held.value is not distinct from u.value and held.low is not distinct from u.low and held.high is not distinct from u.high as same,
             jsonb_build_object('value', held.value::text, 'low', held.low::text, 'high', held.high::text) as existing
        from understood u
        left join performance.target held
          on held.indicator_id = u.indicator_id and held.area_id = u.area_id and held.starts_on = u.starts_on and held.ends_on = u.ends_on
         and held.kind = u.target_kind),
    judged as (
      select place, line, was,
             case when refused_reason is not null then 'refused' when id is not null and same then 'unchanged' when locked then 'refused' when id is null then 'new' else 'revised' end as outcome,
             case when refused_reason is null and id is not null and not same then existing end as existing,
             coalesce(refused_column, case when locked and (id is null or not same) then period_heading end) as column_name,
             coalesce(refused_found, case when locked and (id is null or not same) then period_text end) as found,
             coalesce(refused_reason, case when locked and (id is null or not same) then ${words.locked} end) as reason
        from compared)${noteChanges(db, importId)}`
  return rows.map(({ line }) => line)
}

/** Where a figure stands in its file: by line, and by its part of the line. */
const ownPlace = (db: Db) => db`row.line::bigint * 100000 + row.part`

/** Each readable row with the indicator and the area that it is about, or why it is refused for want of one; and whether an earlier line, or cell of it, says the same. */
const understoodFigures = (db: Db, importId: DataImportId, headings: Headings) => db`
  select place, line, was, indicator_id, area_id, period_text, starts_on, ends_on, target_kind, value, low, high, absence, numerator, denominator, sample_size, status, locked,
         coalesce((${[...headings.periods]}::text[])[part], ${headings.period}) as period_heading,
         case when indicator_reason is not null then ${headings.indicator} when area_reason is not null then coalesce((${[...headings.areas]}::text[])[part], ${headings.area})
              when first_place < own_place then coalesce((${[...headings.periods, ...headings.areas]}::text[])[part], ${headings.period}) end as refused_column,
         case when indicator_reason is not null then indicator_label when area_reason is not null then area_label
              when first_place < own_place then period_text end as refused_found,
         coalesce(indicator_reason, area_reason, case when first_place < own_place then case when first_place / 100000 < line then ${words.twice}::text else ${words.twiceInLine}::text end
              || first_place / 100000 || ${words.twiceEnd}::text end) as refused_reason
    from (
      select row.ctid as place, (row.outcome, row.existing, row.column_name, row.found, row.reason) as was, row.line, row.part, ${ownPlace(db)} as own_place, row.period_text, row.starts_on, row.ends_on, row.target_kind, row.value, row.low, row.high, row.absence,
             row.numerator, row.denominator, row.sample_size, row.status,
             indicator.indicator_id, indicator.label as indicator_label, indicator.reason as indicator_reason,
             area.area_id, area.label as area_label, area.reason as area_reason,
             coalesce(row.ends_on <@ locked.days, false) as locked,
             min(${ownPlace(db)}) over (partition by indicator.same_as, area.same_as, row.starts_on, row.ends_on, row.target_kind) as first_place
        from performance.data_import_row row
        join (select number, label, coalesce(known_id, (answer ->> 'indicatorId')::bigint) as indicator_id,
                     coalesce(known_id, (answer ->> 'indicatorId')::bigint, -number) as same_as,
                     case when known_id is not null or answer ->> 'act' in ('add', 'use') then null
                          when answer is null then ${words.indicatorUndecided} else ${words.indicatorLeft} end as reason
                from performance.data_import_name
               where import_id = ${importId} and kind = 'indicator') indicator on indicator.number = row.indicator_number
        join (select number, label, known_id as area_id, coalesce(known_id, -number) as same_as,
                     case when known_id is not null or answer ->> 'act' = 'add' then null
                          when answer is null then ${words.areaUndecided} else ${words.areaLeft} end as reason
                from performance.data_import_name
               where import_id = ${importId} and kind = 'area') area on area.number = row.area_number
        left join (select indicator_id, range_agg(daterange(starts_on, ends_on, '[]')) as days
                from performance.locked_indicator
               group by indicator_id) locked on locked.indicator_id = indicator.indicator_id
       where row.import_id = ${importId} and row.unreadable is null) as rows`

/** Found again by where they lie, which this one statement may rely on: joined by line, rows that were written just now would be gone through for each other. */
const noteChanges = (db: Db, importId: DataImportId) => db`,
    changed as (
    update performance.data_import_row row
       set outcome = judged.outcome, existing = judged.existing, column_name = judged.column_name, found = judged.found, reason = judged.reason
      from judged
     where row.import_id = ${importId} and row.ctid = judged.place
       and judged.was is distinct from (judged.outcome, judged.existing, judged.column_name, judged.found, judged.reason)
    returning row.line)
    select distinct line from changed order by line limit ${mostLines}`

/** As many of them as anybody wants to read. */
export const mostLines = 20

/** The planner knows nothing of rows that were written just now, and would join a million of them one by one. */
export async function countForPlanner(db: Db): Promise<void> {
  await db`select performance.analyze_imports()`
}

export type Held = {
  readonly indicator: KnownIndicator
  readonly fields: IndicatorFields
  readonly tolerance: Tolerance
  readonly leadId: number | null
}

/** The indicators of an agreement (a file of people has none), each with the tolerance that counts for it. */
export async function heldIndicators(db: Db, agreementId: AgreementId | null): Promise<Held[]> {
  const rows = await db<
    (IndicatorFields & { id: IndicatorId; leadId: number | null; agreementKind: Tolerance['kind']; agreementTolerance: string })[]
  >`
    select i.id, i.reference, i.title, i.definition, i.designation, i.polarity, i.value_type, i.rate_per, i.unit, i.decimals, i.measurement, i.frequency,
           i.lag_days, i.source, i.note, i.tolerance_kind, i.tolerance, i.lead_id,
           a.tolerance_kind as agreement_kind, a.tolerance as agreement_tolerance
      from performance.indicator i
      join performance.agreement a on a.partnership_id = i.partnership_id and a.id = i.agreement_id
     where i.agreement_id = ${agreementId}
     order by i.id`
  return rows.map(({ id, leadId, agreementKind, agreementTolerance, ...fields }) => {
    const own = { toleranceKind: fields.toleranceKind, tolerance: fields.tolerance === null ? null : decimal(fields.tolerance) }
    return {
      indicator: { ...fields, id },
      fields,
      leadId,
      tolerance: toleranceOf({ toleranceKind: agreementKind, tolerance: decimal(agreementTolerance) }, own),
    }
  })
}

export async function seriesNames(db: Db, agreementId: AgreementId | null): Promise<SeriesName[]> {
  return db<SeriesName[]>`
    select s.indicator_id, s.name
      from performance.series_name s
      join performance.indicator i on i.partnership_id = s.partnership_id and i.id = s.indicator_id
     where i.agreement_id = ${agreementId}`
}

export type HeldOutcome = { readonly id: number; readonly themeId: number; readonly theme: string; readonly outcome: string }

export async function heldOutcomes(db: Db, agreementId: AgreementId | null): Promise<HeldOutcome[]> {
  return db<HeldOutcome[]>`
    select o.id, t.id as theme_id, t.title as theme, o.title as outcome
      from performance.outcome o
      join performance.theme t on t.partnership_id = o.partnership_id and t.id = o.theme_id
     where t.agreement_id = ${agreementId}
     order by t.position, t.id, o.position, o.id`
}

/** Which outcomes and contributors each indicator has. */
export async function heldLinks(db: Db, agreementId: AgreementId | null) {
  const outcomes = await db<{ indicatorId: IndicatorId; id: number }[]>`
    select l.indicator_id, l.outcome_id as id
      from performance.indicator_outcome l
      join performance.indicator i on i.partnership_id = l.partnership_id and i.id = l.indicator_id
     where i.agreement_id = ${agreementId}`
  const contributors = await db<{ indicatorId: IndicatorId; id: number }[]>`
    select l.indicator_id, l.organisation_id as id
      from performance.contributor l
      join performance.indicator i on i.partnership_id = l.partnership_id and i.id = l.indicator_id
     where i.agreement_id = ${agreementId}`
  const keys = (links: readonly { indicatorId: IndicatorId; id: number }[]) =>
    new Set(links.map(({ indicatorId, id }) => `${indicatorId} ${id}`))
  return { outcomes: keys(outcomes), contributors: keys(contributors) }
}
