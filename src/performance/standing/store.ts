import { addDays, type Day } from '../../kernel/day.ts'
import { type Decimal, decimal } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { KeptReturn } from '../data-return/data-return.ts'
import type { AgreementId, Indicator, IndicatorId, ToleranceKind } from '../indicator/indicator.ts'
import { type Return, type Target, type Tolerance, toleranceOf } from '../judgement/judgement.ts'
import { overridesIn } from '../override/store.ts'
import { seriesIn } from '../process-control/store.ts'
import { type Band, type Scheme, type SchemeName, schemeOf } from '../scheme/scheme.ts'
import { breaksIn } from '../series-break/store.ts'
import type { Standing } from './standing.ts'

/** Which indicators: those of an agreement, one alone, or these. */
export type Wanted =
  | { readonly agreementId: AgreementId }
  | { readonly indicatorId: IndicatorId }
  | { readonly indicatorIds: readonly IndicatorId[] }
type Facts = {
  readonly indicator: Indicator
  readonly tolerance: Tolerance
  readonly scheme: Scheme
  /** The group that leads it, and the person. */
  readonly group: string | null
  readonly person: string | null
}
type Place = { readonly indicatorId: IndicatorId; readonly areaId: AreaId }

/**
 * Up to the end of which day (null: whatever there is), and how many of the last returns: a scorecard needs no more than its sparklines show.
 * Of what comes by month some more are read, so that the same month last year is among them where figures for other spans stand between.
 */
export type Reach = {
  readonly areaIds: readonly AreaId[]
  readonly by: Day | null
  readonly last: number
  /** With the longer series that process control reads, in one query more. */
  readonly withSeries?: true
}

/** How every wanted indicator stands in every wanted area, in five queries: by indicator, then in the order of the areas asked for. */
export async function standingsIn(db: Db, wanted: Wanted, reach: Reach, leads: ReadonlyMap<number, string>): Promise<Standing[]> {
  const [facts, returns, overrides, breaks, series] = await Promise.all([
    factsOf(db, wanted),
    returnsOf(db, wanted, reach),
    overridesIn(db),
    breaksIn(db),
    reach.withSeries ? seriesIn(db, wanted, reach.areaIds, reach.by) : [],
  ])
  const [returnsIn, overridesThere, seriesAt] = [byPlace(returns), byPlace(overrides), byPlace(series)]
  const newestIn = ({ id, frequency }: Indicator, areaId: AreaId) =>
    frequency === 'survey' ? null : (returnsIn(id, areaId).at(-1) ?? null)
  const targetsIn = byPlace(await targetsOf(db, facts, newestIn, reach))
  return facts.flatMap(({ indicator, tolerance, scheme, group, person }) =>
    reach.areaIds.map(areaId => ({
      indicator,
      tolerance,
      lead: leadOf({ indicator, group, person }, leads),
      group,
      areaId,
      returns: returnsIn(indicator.id, areaId),
      targets: targetsIn(indicator.id, areaId),
      scheme,
      overrides: overridesThere(indicator.id, areaId),
      series: seriesAt(indicator.id, areaId)[0]?.series ?? null,
      breaks: breaksAt(breaks, indicator.id, areaId),
    })),
  )
}

function byPlace<Row extends Place>(rows: readonly Row[]): (indicatorId: IndicatorId, areaId: AreaId) => readonly Row[] {
  const places = new Map<IndicatorId, Map<AreaId, Row[]>>()
  for (const row of rows) {
    const areas = places.get(row.indicatorId) ?? new Map<AreaId, Row[]>()
    const there = areas.get(row.areaId)
    if (there) there.push(row)
    else areas.set(row.areaId, [row])
    places.set(row.indicatorId, areas)
  }
  return (indicatorId, areaId) => places.get(indicatorId)?.get(areaId) ?? []
}

type MarkedBreak = Awaited<ReturnType<typeof breaksIn>>[number]

/** Those of the area and those of every area. */
const breaksAt = (breaks: readonly MarkedBreak[], indicatorId: IndicatorId, areaId: AreaId): readonly MarkedBreak[] =>
  breaks.filter(each => each.indicatorId === indicatorId && (each.areaId === null || each.areaId === areaId))

/** The lead organisation, or where there is none the group or the person. */
const leadOf = (
  { indicator: { leadId }, group, person }: Pick<Facts, 'indicator' | 'group' | 'person'>,
  leads: ReadonlyMap<number, string>,
): string | null => (leadId === null ? undefined : leads.get(leadId)) ?? group ?? person

async function factsOf(db: Db, wanted: Wanted): Promise<Facts[]> {
  const rows = await db<FactsRow[]>`
    select i.id, i.agreement_id, i.reference, i.title, i.definition, i.designation, i.polarity, i.value_type, i.rate_per, i.unit, i.decimals,
           i.measurement, i.frequency, i.lag_days, i.source, i.note, i.tolerance_kind, i.tolerance, i.design_effect, i.roll_up, i.roll_up_counts,
           coalesce(i.lead_id, beside.organisation_id) as lead_id, beside.group_name as group, beside.person_name as person, i.deferred_reason, i.deferred_owner, i.deferred_review_on, i.closed_on, i.closed_reason,
           a.tolerance_kind as agreement_tolerance_kind, a.tolerance as agreement_tolerance, a.scheme, a.band_words
      from performance.indicator i
      join performance.agreement a on a.partnership_id = i.partnership_id and a.id = i.agreement_id
      left join performance.lead_beside beside on beside.partnership_id = i.partnership_id and beside.indicator_id = i.id
     where ${those(db, wanted)}
     order by i.id`
  return rows.map(({ agreementToleranceKind, agreementTolerance, scheme, bandWords, group, person, ...rest }) => {
    const indicator = { ...rest, tolerance: decimalOf(rest.tolerance), designEffect: decimalOf(rest.designEffect) }
    return {
      indicator,
      group,
      person,
      scheme: schemeOf(scheme, bandWords),
      tolerance: toleranceOf({ toleranceKind: agreementToleranceKind, tolerance: decimal(agreementTolerance) }, indicator),
    }
  })
}

type FactsRow = AsText<Indicator, 'tolerance' | 'designEffect'> & {
  readonly group: string | null
  readonly person: string | null
  readonly agreementToleranceKind: ToleranceKind
  readonly agreementTolerance: string
  readonly scheme: SchemeName
  readonly bandWords: Readonly<Partial<Record<Band, string>>>
}

/** The last returns of each indicator in each area, the oldest first. A return that was withdrawn is as good as none. */
async function returnsOf(db: Db, wanted: Wanted, { areaIds, by, last }: Reach): Promise<(Place & Return)[]> {
  const rows = await db<(Place & AsText<Required<Return>, 'value' | 'intervalLow' | 'intervalHigh'>)[]>`
    select i.id as indicator_id, places.area_id, r.starts_on, r.ends_on, r.value, r.absence, r.status, r.sample_size, r.interval_low, r.interval_high
      from performance.indicator i
     cross join unnest(${[...areaIds]}::bigint[]) as places (area_id)
     cross join lateral (
           select starts_on, ends_on, value, absence, status, sample_size, interval_low, interval_high
             from performance.data_return
            where indicator_id = i.id and area_id = places.area_id and is_latest
              and ends_on <= ${by ?? 'infinity'} and absence is distinct from 'withdrawn'
            order by ends_on desc, starts_on desc
            limit case when i.frequency in ('month', 'twelve-months-monthly') then ${last + 5}::int else ${last}::int end) r
     where ${those(db, wanted)}`
  // Within a place they come as the index has them, the latest first: to turn them round costs less than to have thousands sorted.
  return rows.reverse().map(row => ({
    ...row,
    value: decimalOf(row.value),
    intervalLow: decimalOf(row.intervalLow),
    intervalHigh: decimalOf(row.intervalHigh),
  }))
}

/**
 * The targets that bear on the newest of those returns, or on what should have followed it. What ended before that return began, and what ends more
 * than a year after the day, the index leaves out. A survey's all stay, since they say when it was meant to come.
 * `offset 0` keeps PostgreSQL from joining the whole table instead (17 ms became 3 with 103,000 targets).
 */
async function targetsOf(
  db: Db,
  facts: readonly Facts[],
  newestIn: (indicator: Indicator, areaId: AreaId) => Return | null,
  { areaIds, by }: Reach,
): Promise<(Place & Target)[]> {
  const places = facts.flatMap(({ indicator }) => areaIds.map(areaId => ({ indicator, areaId })))
  const from = places.map(({ indicator, areaId }) => newestIn(indicator, areaId)?.startsOn ?? '-infinity')
  const until = places.map(({ indicator }) => (by === null || indicator.frequency === 'survey' ? 'infinity' : addDays(by, 366)))
  const rows = await db<(Place & TargetRow)[]>`
    select asked.indicator_id, asked.area_id, t.kind, t.starts_on, t.ends_on, t.value, t.low, t.high
      from unnest(${places.map(({ indicator }) => indicator.id)}::bigint[], ${places.map(({ areaId }) => areaId)}::bigint[],
                  ${from}::date[], ${until}::date[]) as asked (indicator_id, area_id, from_day, until_day)
     cross join lateral (
           select kind, starts_on, ends_on, value, low, high
             from performance.target
            where indicator_id = asked.indicator_id and area_id = asked.area_id and ends_on between asked.from_day and asked.until_day
              and (starts_on <= ${by ?? 'infinity'} or asked.until_day = 'infinity')
           offset 0) t
     order by asked.indicator_id, asked.area_id, t.ends_on, t.starts_on`
  return rows.map(withDecimals)
}

/** All that is known of one indicator in one area, for its chart and its tables. */
export async function wholeStanding(
  db: Db,
  indicatorId: IndicatorId,
  areaId: AreaId,
  leads: ReadonlyMap<number, string>,
): Promise<Standing | null> {
  const reach = { areaIds: [areaId], by: null, last: 2000 }
  const [[facts], returns, targets, overrides, breaks, [read]] = await Promise.all([
    factsOf(db, { indicatorId }),
    returnsOf(db, { indicatorId }, reach),
    allTargetsOf(db, indicatorId, areaId),
    overridesIn(db),
    breaksIn(db),
    seriesIn(db, { indicatorId }, [areaId], null, null),
  ])
  return facts === undefined
    ? null
    : {
        ...facts,
        lead: leadOf(facts, leads),
        areaId,
        returns,
        targets,
        overrides: byPlace(overrides)(indicatorId, areaId),
        series: read?.series ?? null,
        breaks: breaksAt(breaks, indicatorId, areaId),
      }
}

async function allTargetsOf(db: Db, indicatorId: IndicatorId, areaId: AreaId): Promise<Target[]> {
  const rows = await db<TargetRow[]>`
    select kind, starts_on, ends_on, value, low, high
      from performance.target
     where indicator_id = ${indicatorId} and area_id = ${areaId}
     order by ends_on, starts_on`
  return rows.map(withDecimals)
}

/** What was reported of an indicator in an area, the latest period first and in it the latest revision; `count` at most, and how many there are. */
export async function revisionsIn(
  db: Db,
  indicatorId: IndicatorId,
  areaId: AreaId,
  count: number,
): Promise<{ readonly total: number; readonly revisions: readonly KeptReturn[] }> {
  const rows = await db<
    (AsText<Required<KeptReturn>, 'value' | 'numerator' | 'denominator' | 'intervalLow' | 'intervalHigh'> & { readonly total: number })[]
  >`
    select indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, absence, numerator, denominator,
           sample_size, interval_low, interval_high, status, source, reason, import_id, reported_by, reported_by_name, reported_at, count(*) over () as total
      from performance.data_return
     where indicator_id = ${indicatorId} and area_id = ${areaId}
     order by ends_on desc, starts_on desc, revision desc
     limit ${count}`
  const revisions = rows.map(({ total: _, ...rest }) => ({
    ...rest,
    value: decimalOf(rest.value),
    numerator: decimalOf(rest.numerator),
    denominator: decimalOf(rest.denominator),
    intervalLow: decimalOf(rest.intervalLow),
    intervalHigh: decimalOf(rest.intervalHigh),
  }))
  return { total: rows[0]?.total ?? 0, revisions }
}

/** Where an indicator has a target or a return. */
export async function areasOf(db: Db, indicatorId: IndicatorId): Promise<ReadonlySet<AreaId>> {
  const rows = await db<{ areaId: AreaId }[]>`
    select area_id from performance.data_return where indicator_id = ${indicatorId} and is_latest
     union
    select area_id from performance.target where indicator_id = ${indicatorId}`
  return new Set(rows.map(({ areaId }) => areaId))
}

const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))

type AsText<T, Name extends keyof T> = Omit<T, Name> & { readonly [name in Name]: string | null }
type TargetRow = AsText<Target, 'value' | 'low' | 'high'>

const withDecimals = <Row extends TargetRow>(row: Row) => ({
  ...row,
  value: row.value === null ? null : decimal(row.value),
  low: row.low === null ? null : decimal(row.low),
  high: row.high === null ? null : decimal(row.high),
})

const those = (db: Db, wanted: Wanted) =>
  'agreementId' in wanted
    ? db`i.agreement_id = ${wanted.agreementId}`
    : db`i.id = any(${'indicatorId' in wanted ? [wanted.indicatorId] : [...wanted.indicatorIds]}::bigint[])`
