import type { Day } from '../../kernel/day.ts'
import { type Decimal, decimal, toText } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { Db } from '../../platform/db/index.ts'
import { besideOf, setBeside } from '../answerable/store.ts'
import {
  type AgreementId,
  type Closure,
  type Deferral,
  type Holding,
  type Indicator,
  type IndicatorDraft,
  type IndicatorId,
  type KeptIndicator,
  type NewIndicator,
  notClosed,
  notDeferred,
  type SeriesName,
  type ThemeId,
} from './indicator.ts'

/** Holds other writers off this indicator until the visit ends, so that a rule sees what is true when it saves. After its agreement, where that is held too. */
export async function lockIndicator(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`select from performance.indicator where id = ${indicatorId} for update`
}

export async function indicator(db: Db, indicatorId: IndicatorId): Promise<Indicator | null> {
  const [row] = await db<Row[]>`${columns(db)} where i.id = ${indicatorId}`
  return row ? fromRow(row) : null
}

/** All of an agreement, in the order of their references: NI 8 before NI 16, those without one last. */
export async function indicators(db: Db, agreementId: AgreementId): Promise<Indicator[]> {
  const rows = await db<Row[]>`${columns(db)} where i.agreement_id = ${agreementId} order by ${byReference(db)}`
  return rows.map(fromRow)
}

/** What a list is narrowed to; null and '' for no narrowing. */
export type Filter = { readonly text: string; readonly agreementId: AgreementId | null; readonly themeId: ThemeId | null }

export type Listed = Pick<
  Indicator,
  'id' | 'agreementId' | 'reference' | 'title' | 'leadId' | 'frequency' | 'deferredReason' | 'closedOn'
> & {
  readonly themes: readonly string[]
  /** The period of its last return in the agreement's area. */
  readonly last: Period | null
}

/** A page of those whose reference or title has the text, those of the latest agreement first. */
export async function listedIndicators(db: Db, filter: Filter, from: number, count: number): Promise<Listed[]> {
  const rows = await db<(Omit<Listed, 'last'> & { startsOn: Day | null; endsOn: Day | null })[]>`
    select i.id, i.agreement_id, i.reference, i.title, i.lead_id, i.frequency, i.deferred_reason, i.closed_on, themes.titles as themes,
           last.starts_on, last.ends_on
      from performance.indicator i
      join performance.agreement a on a.partnership_id = i.partnership_id and a.id = i.agreement_id
     cross join lateral (
           select coalesce(jsonb_agg(title order by position, id), '[]') as titles
             from performance.theme
            where id in (select o.theme_id
                           from performance.indicator_outcome link
                           join performance.outcome o on o.partnership_id = link.partnership_id and o.id = link.outcome_id
                          where link.indicator_id = i.id)) themes
      left join lateral (
           select starts_on, ends_on
             from performance.data_return
            where indicator_id = i.id and area_id = a.area_id and is_latest and absence is distinct from 'withdrawn'
            order by ends_on desc, starts_on desc
            limit 1) last on true
     where ${narrowedTo(db, filter)}
     order by a.last_year desc, a.id desc, ${byReference(db)}
    offset ${from} limit ${count}`
  return rows.map(({ startsOn, endsOn, ...rest }) => ({ ...rest, last: startsOn && endsOn && { startsOn, endsOn } }))
}

export async function countIndicators(db: Db, filter: Filter): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count(*) as count from performance.indicator i where ${narrowedTo(db, filter)}`
  return row?.count ?? 0
}

const narrowedTo = (db: Db, { text, agreementId, themeId }: Filter) => db`
  (${text} = '' or position(lower(${text}) in lower(coalesce(i.reference, '') || ' ' || i.title)) > 0)
  and (${agreementId}::bigint is null or i.agreement_id = ${agreementId})
  and (${themeId}::bigint is null
       or i.id in (select link.indicator_id
                     from performance.indicator_outcome link
                     join performance.outcome o on o.partnership_id = link.partnership_id and o.id = link.outcome_id
                    where o.theme_id = ${themeId}))`

/** With what belongs to it in other tables. */
export async function keptIndicator(db: Db, indicatorId: IndicatorId): Promise<KeptIndicator | null> {
  const [itself, outcomes, contributors, beside, names] = await Promise.all([
    indicator(db, indicatorId),
    db<{ outcomeId: KeptIndicator['outcomeIds'][number] }[]>`
      select outcome_id from performance.indicator_outcome where indicator_id = ${indicatorId} order by outcome_id`,
    db<{ organisationId: KeptIndicator['contributorIds'][number] }[]>`
      select organisation_id from performance.contributor where indicator_id = ${indicatorId} order by organisation_id`,
    besideOf(db, indicatorId),
    db<{ name: SeriesName }[]>`select name from performance.series_name where indicator_id = ${indicatorId} order by name`,
  ])
  if (itself === null) return null
  return {
    ...itself,
    outcomeIds: outcomes.map(({ outcomeId }) => outcomeId),
    contributorIds: contributors.map(({ organisationId }) => organisationId),
    beside,
    seriesNames: names.map(({ name }) => name),
  }
}

/** Which indicator of the agreement has that reference already. */
export async function indicatorWithReference(db: Db, agreementId: AgreementId, reference: string): Promise<Indicator | null> {
  const [row] = await db<Row[]>`${columns(db)} where i.agreement_id = ${agreementId} and i.reference = ${reference}`
  return row ? fromRow(row) : null
}

/** By their references, each once: of the agreement that holds in a year, or else of the latest that has one of that name. */
export async function indicatorsCalled(
  db: Db,
  references: readonly string[],
  year: number,
): Promise<Pick<Indicator, 'id' | 'reference'>[]> {
  return db<Pick<Indicator, 'id' | 'reference'>[]>`
    select distinct on (indicator.reference) indicator.id, indicator.reference
      from performance.indicator
      join performance.agreement on agreement.id = indicator.agreement_id
     where indicator.reference = any (${[...references]})
     order by indicator.reference, (${year}::int between agreement.first_year and agreement.last_year) desc, agreement.last_year desc, indicator.id desc`
}

export async function addIndicator(db: Db, agreementId: AgreementId, draft: IndicatorDraft): Promise<IndicatorId> {
  const [id] = await insert(db, agreementId, [{ ...draft, ...notDeferred, ...notClosed, seriesNames: [] }])
  if (id === undefined) throw new Error('An indicator was not added')
  return id
}

/** Any number at once, in one statement for each table; says what number each has by its reference, where it has one. */
export async function addIndicators(
  db: Db,
  agreementId: AgreementId,
  added: readonly NewIndicator[],
): Promise<ReadonlyMap<string, IndicatorId>> {
  const ids = await insert(db, agreementId, added)
  return new Map(
    added.flatMap(({ reference }, at) => {
      const id = ids[at]
      return reference === null || id === undefined ? [] : [[reference, id]]
    }),
  )
}

/** All that the form says; whether it is deferred or closed, and what sources call it, is said elsewhere. */
export async function changeIndicator(db: Db, indicatorId: IndicatorId, draft: IndicatorDraft): Promise<void> {
  await db`
    update performance.indicator
       set reference = ${draft.reference}, title = ${draft.title}, definition = ${draft.definition}, designation = ${draft.designation},
           polarity = ${draft.polarity}, value_type = ${draft.valueType}, rate_per = ${draft.ratePer}, unit = ${draft.unit},
           decimals = ${draft.decimals}, measurement = ${draft.measurement}, frequency = ${draft.frequency}, lag_days = ${draft.lagDays},
           source = ${draft.source}, note = ${draft.note}, tolerance_kind = ${draft.toleranceKind}, tolerance = ${textOf(draft.tolerance)},
           design_effect = ${textOf(draft.designEffect)}, roll_up = ${draft.rollUp ?? 'none'}, roll_up_counts = ${draft.rollUpCounts ?? false},
           lead_id = ${draft.leadId}
     where id = ${indicatorId}`
  await Promise.all([
    setBeside(db, indicatorId, draft.beside ?? []),
    db`delete from performance.indicator_outcome where indicator_id = ${indicatorId} and outcome_id <> all (${[...draft.outcomeIds]}::bigint[])`,
    db`delete from performance.contributor where indicator_id = ${indicatorId} and organisation_id <> all (${[...draft.contributorIds]}::bigint[])`,
    addOutcomeLinks(db, [{ ...draft, id: indicatorId }]),
    addContributorLinks(db, [{ ...draft, id: indicatorId }]),
  ])
}

/** With nothing in it, the deferral has ended. */
export async function setDeferral(
  db: Db,
  indicatorId: IndicatorId,
  { deferredReason, deferredOwner, deferredReviewOn }: Deferral,
): Promise<void> {
  await db`
    update performance.indicator
       set deferred_reason = ${deferredReason}, deferred_owner = ${deferredOwner}, deferred_review_on = ${deferredReviewOn}
     where id = ${indicatorId}`
}

/** With nothing in it, the indicator is open again. */
export async function setClosure(db: Db, indicatorId: IndicatorId, { closedOn, closedReason }: Closure): Promise<void> {
  await db`update performance.indicator set closed_on = ${closedOn}, closed_reason = ${closedReason} where id = ${indicatorId}`
}

export async function removeSeriesName(db: Db, indicatorId: IndicatorId, name: SeriesName): Promise<void> {
  await db`delete from performance.series_name where indicator_id = ${indicatorId} and name = ${db.json(name)}`
}

/** How many targets and returns it has, and in how many reports of a locked period it stands. */
export async function dataOf(db: Db, indicatorId: IndicatorId): Promise<Holding> {
  const [row] = await db<Holding[]>`
    select (select count(*) from performance.target where indicator_id = ${indicatorId}) as targets,
           (select count(*) from performance.data_return where indicator_id = ${indicatorId} and is_latest) as returns,
           (select count(*) from performance.reported_line where indicator_id = ${indicatorId}) as reports`
  return row ?? { targets: 0, returns: 0, reports: 0 }
}

export async function removeIndicator(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`delete from performance.indicator where id = ${indicatorId}`
}

/** Numbers are given as rows are inserted, which is in this order. */
async function insert(db: Db, agreementId: AgreementId, added: readonly NewIndicator[]): Promise<IndicatorId[]> {
  const list = added.map(
    ({ tolerance, designEffect, outcomeIds: _, contributorIds: __, seriesNames: ___, beside: ____, ...rest }, place) => ({
      tolerance: textOf(tolerance),
      rollUp: 'none',
      rollUpCounts: false,
      ...rest,
      designEffect: textOf(designEffect),
      place,
    }),
  )
  const rows = await db<{ id: IndicatorId }[]>`
    insert into performance.indicator (agreement_id, reference, title, definition, designation, polarity, value_type, rate_per, unit, decimals,
           measurement, frequency, lag_days, source, note, tolerance_kind, tolerance, design_effect, roll_up, roll_up_counts, lead_id, deferred_reason,
           deferred_owner, deferred_review_on, closed_on, closed_reason)
    select ${agreementId}, reference, title, definition, designation, polarity, "valueType", "ratePer", unit, decimals,
           measurement, frequency, "lagDays", source, note, "toleranceKind", tolerance, "designEffect", "rollUp", "rollUpCounts", "leadId", "deferredReason", "deferredOwner",
           "deferredReviewOn", "closedOn", "closedReason"
      from jsonb_to_recordset(${db.json(list)}) as added (place int, reference text, title text, definition text, designation text, polarity text,
           "valueType" text, "ratePer" int, unit text, decimals int, measurement text, frequency text, "lagDays" int, source text, note text,
           "toleranceKind" text, tolerance numeric, "designEffect" numeric, "rollUp" text, "rollUpCounts" boolean, "leadId" bigint, "deferredReason" text, "deferredOwner" text, "deferredReviewOn" date,
           "closedOn" date, "closedReason" text)
     order by place
    returning id`
  const ids = rows.map(({ id }) => id).toSorted((a, b) => a - b)
  const numbered = added.flatMap((each, at) => {
    const id = ids[at]
    return id === undefined ? [] : [{ ...each, id }]
  })
  await Promise.all([addOutcomeLinks(db, numbered), addContributorLinks(db, numbered), addSeriesNames(db, numbered)])
  for (const { id, beside = [] } of numbered) if (beside.length > 0) await setBeside(db, id, beside)
  return ids
}

type Numbered = { readonly id: IndicatorId }

async function addOutcomeLinks(db: Db, linked: readonly (Numbered & Pick<NewIndicator, 'outcomeIds'>)[]): Promise<void> {
  const links = linked.flatMap(({ id, outcomeIds }) => outcomeIds.map(outcomeId => ({ id, outcomeId })))
  await db`
    insert into performance.indicator_outcome (indicator_id, outcome_id)
    select id, "outcomeId" from jsonb_to_recordset(${db.json(links)}) as link (id bigint, "outcomeId" bigint)
        on conflict do nothing`
}

async function addContributorLinks(db: Db, linked: readonly (Numbered & Pick<NewIndicator, 'contributorIds'>)[]): Promise<void> {
  const links = linked.flatMap(({ id, contributorIds }) => contributorIds.map(organisationId => ({ id, organisationId })))
  await db`
    insert into performance.contributor (indicator_id, organisation_id)
    select id, "organisationId" from jsonb_to_recordset(${db.json(links)}) as link (id bigint, "organisationId" bigint)
        on conflict do nothing`
}

async function addSeriesNames(db: Db, named: readonly (Numbered & Pick<NewIndicator, 'seriesNames'>)[]): Promise<void> {
  const names = named.flatMap(({ id, seriesNames }) => seriesNames.map(name => ({ id, name })))
  if (names.length === 0) return
  await db`
    insert into performance.series_name (indicator_id, name)
    select id, name from jsonb_to_recordset(${db.json(names)}) as series (id bigint, name jsonb)
        on conflict do nothing`
}

const columns = (db: Db) => db`
  select i.id, i.agreement_id, i.reference, i.title, i.definition, i.designation, i.polarity, i.value_type, i.rate_per, i.unit, i.decimals,
         i.measurement, i.frequency, i.lag_days, i.source, i.note, i.tolerance_kind, i.tolerance, i.design_effect, i.roll_up, i.roll_up_counts,
         i.lead_id, i.deferred_reason, i.deferred_owner, i.deferred_review_on, i.closed_on, i.closed_reason
    from performance.indicator i`

const byReference = (db: Db) => db`
  substring(i.reference from '^[^0-9]*'), substring(i.reference from '[0-9]+')::numeric,
  substring(i.reference from '[0-9]+[^0-9]+([0-9]+)')::numeric nulls first, i.reference, lower(i.title), i.id`

type Row = Omit<Indicator, 'tolerance' | 'designEffect'> & { readonly tolerance: string | null; readonly designEffect: string | null }
const fromRow = (row: Row): Indicator => ({ ...row, tolerance: decimalOf(row.tolerance), designEffect: decimalOf(row.designEffect) })
const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
const textOf = (value: Decimal | null = null): string | null => (value === null ? null : toText(value))
