import { day } from '../../kernel/day.ts'
import { type Decimal, decimal } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import { type AreaId, type Reach, reachOf } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Visitor } from '../../platform/web/index.ts'
import { answerableFor } from '../answerable/store.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import type { ReportedFigure, ReportedLine } from './as-reported.ts'
import type { ReturnIn, Submission } from './closing.ts'
import type { Lock, Locking, LockingId } from './lock.ts'
import { mayReportOn, type Reporter } from './reporter.ts'

/** The locks that lie on one indicator. */
export async function locksOn(db: Db, indicatorId: IndicatorId): Promise<Lock[]> {
  return (await locksOnEach(db, [indicatorId])).get(indicatorId) ?? []
}

/** The locks that lie on each of several indicators, in one query: for a grid. */
export async function locksOnEach(db: Db, indicatorIds: readonly IndicatorId[]): Promise<ReadonlyMap<IndicatorId, Lock[]>> {
  const rows = await db<(Lock & { indicatorId: IndicatorId })[]>`
    select locked.indicator_id, locked.starts_on, locked.ends_on, locking.locked_at, locking.locked_by_name
      from performance.locked_indicator locked
      join performance.locking on locking.partnership_id = locked.partnership_id and locking.id = locked.locking_id
     where locked.indicator_id = any (${[...indicatorIds]}::bigint[])
     order by locked.ends_on desc, locking.id desc`
  return Map.groupBy(rows, ({ indicatorId }) => indicatorId)
}

/** Holds off whoever writes a figure or a target of the agreement's indicators, an import too, until the visit ends. */
export async function lockIndicators(db: Db, agreementId: AgreementId): Promise<void> {
  await db`select from performance.agreement where id = ${agreementId} for update`
  await db`select from performance.indicator where agreement_id = ${agreementId} order by id for update`
}

/** Of an agreement; of one period of it, or (null) of all. The earliest first. */
export async function lockings(db: Db, agreementId: AgreementId, closing: Period | null): Promise<Locking[]> {
  return db<Locking[]>`
    select id, starts_on, ends_on, reason, locked_at, locked_by_name, unlocked_at, unlocked_by_name, unlock_reason,
           (select count(*)::int from performance.reported_line line where line.locking_id = locking.id) as indicators
      from performance.locking
     where agreement_id = ${agreementId}
       and (${closing === null} or (starts_on = ${closing?.startsOn ?? null}::date and ends_on = ${closing?.endsOn ?? null}::date))
     order by id`
}

export type NewLocking = Lock & { readonly agreementId: AgreementId; readonly reason: string; readonly lockedBy: number | null }

/** A turn of the key: the indicators that it locks, and their figures in every area as they stand. */
export async function addLocking(
  db: Db,
  { startsOn, endsOn, agreementId, reason, lockedAt, lockedBy, lockedByName }: NewLocking,
  indicatorIds: readonly IndicatorId[],
): Promise<LockingId> {
  const [locking] = await db<{ id: LockingId }[]>`
    insert into performance.locking (agreement_id, starts_on, ends_on, reason, locked_at, locked_by, locked_by_name)
    values (${agreementId}, ${startsOn}, ${endsOn}, ${reason}, ${lockedAt}, ${lockedBy}, ${lockedByName})
    returning id`
  if (locking === undefined) throw new Error('A locking was not added')
  await db`
    insert into performance.locked_indicator (locking_id, indicator_id, starts_on, ends_on)
    select ${locking.id}, indicator_id, ${startsOn}, ${endsOn} from unnest(${[...indicatorIds]}::bigint[]) as locked (indicator_id)`
  await db`
    insert into performance.reported_figure (locking_id, indicator_id, area_id, starts_on, ends_on, revision, value, absence, status)
    select ${locking.id}, indicator_id, area_id, starts_on, ends_on, revision, value, absence, status
      from performance.data_return
     where indicator_id = any (${[...indicatorIds]}::bigint[]) and is_latest and ends_on between ${startsOn} and ${endsOn}`
  return locking.id
}

/** The scorecard of the period as it stands, in its order. */
export async function addReportedLines(db: Db, lockingId: LockingId, lines: readonly ReportedLine[]): Promise<void> {
  await db`
    insert into performance.reported_line (locking_id, indicator_id, position, theme, reference, title, lead, figure, period, flag, target,
           look, words, note, why)
    select ${lockingId}, "indicatorId", position, theme, reference, title, lead, figure, period, flag, target, look, words, note, why
      from jsonb_to_recordset(${db.json(lines.map((line, position) => ({ ...line, position })))})
        as line ("indicatorId" bigint, position int, theme text, reference text, title text, lead text, figure text, period text, flag text,
                 target text, look text, words text, note text, why text)`
}

/** Takes the lock off a period. What it kept stays. */
export async function unlock(
  db: Db,
  agreementId: AgreementId,
  { startsOn, endsOn }: Period,
  by: { readonly at: Temporal.Instant; readonly accountId: number | null; readonly name: string; readonly reason: string },
): Promise<void> {
  const those = db`agreement_id = ${agreementId} and starts_on = ${startsOn} and ends_on = ${endsOn} and unlocked_at is null`
  await db`delete from performance.locked_indicator where locking_id in (select id from performance.locking where ${those})`
  await db`
    update performance.locking
       set unlocked_at = ${by.at}, unlocked_by = ${by.accountId}, unlocked_by_name = ${by.name}, unlock_reason = ${by.reason}
     where ${those}`
}

/** As a locking and those before it of the same period kept it: of each indicator the latest. */
export async function reportedLines(db: Db, agreementId: AgreementId, closing: Period, upTo: LockingId): Promise<ReportedLine[]> {
  return db<ReportedLine[]>`
    select indicator_id, theme, reference, title, lead, figure, period, flag, target, look, words, note, why
      from (select distinct on (line.indicator_id) line.*
              from performance.reported_line line
              join performance.locking on locking.partnership_id = line.partnership_id and locking.id = line.locking_id
             where locking.agreement_id = ${agreementId} and locking.starts_on = ${closing.startsOn} and locking.ends_on = ${closing.endsOn}
               and locking.id <= ${upTo}
             order by line.indicator_id, line.locking_id desc) latest
     order by position, indicator_id`
}

/** What was reported of an indicator in an area whenever a period was locked, the first lock first. */
export async function reportedOf(db: Db, indicatorId: IndicatorId, areaId: AreaId): Promise<ReportedFigure[]> {
  return reported(db, db`figure.indicator_id = ${indicatorId} and figure.area_id = ${areaId}`)
}

/** What may differ from what is known now: a period that was never unlocked is as it was reported. */
export async function reportedBeforeUnlocking(db: Db, agreementId: AgreementId, areaIds: readonly AreaId[]): Promise<ReportedFigure[]> {
  return reported(
    db,
    db`locking.agreement_id = ${agreementId} and locking.unlocked_at is not null and figure.area_id = any (${[...areaIds]}::bigint[])`,
  )
}

async function reported(db: Db, those: ReturnType<Db>): Promise<ReportedFigure[]> {
  const rows = await db<(Omit<ReportedFigure, 'value'> & { value: string | null })[]>`
    select figure.indicator_id, figure.area_id, figure.starts_on, figure.ends_on, figure.value, figure.absence, locking.locked_at
      from performance.locking
      join performance.reported_figure figure on figure.partnership_id = locking.partnership_id and figure.locking_id = locking.id
     where ${those}
     order by locking.id`
  return rows.map(row => ({ ...row, value: decimalOf(row.value) }))
}

const enoughBefore = 17

/** The latest returns for periods that end in the closing, in some areas; those of one indicator, or of all of an agreement. */
export async function returnsIn(
  db: Db,
  wanted: { readonly agreementId: AgreementId } | { readonly indicatorId: IndicatorId },
  closing: Period,
  areaIds: readonly AreaId[],
): Promise<ReturnIn[]> {
  const rows = await db<ReturnRow[]>`
    select r.indicator_id, r.area_id, r.starts_on, r.ends_on, r.value, r.absence, r.status, r.numerator, r.denominator, r.revision,
           r.reported_by_name, r.reported_at, first.came_at, coalesce(before.earlier, '[]') as earlier
      from performance.indicator i
     cross join unnest(${[...areaIds]}::bigint[]) as places (area_id)
     cross join lateral (
           select *
             from performance.data_return
            where indicator_id = i.id and area_id = places.area_id and is_latest and ends_on between ${closing.startsOn} and ${closing.endsOn}
           offset 0) r
      left join lateral (
           select min(reported_at) as came_at
             from performance.data_return
            where indicator_id = r.indicator_id and area_id = r.area_id and ends_on = r.ends_on and starts_on = r.starts_on
              and (value is not null or absence in ('suppressed', 'not-applicable'))
              and r.absence is distinct from 'withdrawn' and r.absence is distinct from 'not-published') first on true
      left join lateral (
           select jsonb_agg(jsonb_build_array(starts_on, ends_on, value::text) order by ends_on, starts_on) as earlier
             from (select starts_on, ends_on, value
                     from performance.data_return
                    where indicator_id = r.indicator_id and area_id = r.area_id and is_latest and ends_on < r.ends_on and value is not null
                    order by ends_on desc, starts_on desc
                    limit ${enoughBefore}) each) before on true
     where ${'agreementId' in wanted ? db`i.agreement_id = ${wanted.agreementId}` : db`i.id = ${wanted.indicatorId}`}
     order by r.indicator_id, r.area_id, r.ends_on, r.starts_on`
  return rows.map(({ value, numerator, denominator, earlier, ...rest }) => ({
    ...rest,
    value: decimalOf(value),
    numerator: decimalOf(numerator),
    denominator: decimalOf(denominator),
    earlier: earlier.map(([startsOn, endsOn, text]) => ({ startsOn: day(startsOn), endsOn: day(endsOn), value: decimal(text) })),
  }))
}

type ReturnRow = Omit<ReturnIn, 'value' | 'numerator' | 'denominator' | 'earlier'> & {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly earlier: readonly (readonly [startsOn: string, endsOn: string, value: string])[]
}

/** Periods of a closing that have a target in an area: of a survey nothing else says that one was meant to come. */
export async function aimedForIn(
  db: Db,
  agreementId: AgreementId,
  areaId: AreaId,
  closing: Period,
): Promise<ReadonlyMap<IndicatorId, Period[]>> {
  const rows = await db<(Period & { indicatorId: IndicatorId })[]>`
    select distinct t.indicator_id, t.starts_on, t.ends_on
      from performance.indicator i
      join performance.target t on t.partnership_id = i.partnership_id and t.indicator_id = i.id
     where i.agreement_id = ${agreementId} and (i.frequency is null or i.frequency in ('survey', 'three-years'))
       and t.area_id = ${areaId} and t.kind <> 'baseline' and t.ends_on between ${closing.startsOn} and ${closing.endsOn}`
  return new Map(
    [...Map.groupBy(rows, ({ indicatorId }) => indicatorId)].map(([id, its]) => [
      id,
      its.map(({ startsOn, endsOn }) => ({ startsOn, endsOn })),
    ]),
  )
}

export async function submissionsIn(db: Db, agreementId: AgreementId, closing: Period): Promise<ReadonlyMap<IndicatorId, Submission>> {
  const rows = await db<(Submission & { indicatorId: IndicatorId })[]>`
    select s.indicator_id, s.state, s.returns_seen, s.findings, s.note, s.submitted_at, s.submitted_by_name, s.decided_at, s.decided_by_name,
           s.return_reason
      from performance.submission s
      join performance.indicator i on i.partnership_id = s.partnership_id and i.id = s.indicator_id
     where i.agreement_id = ${agreementId} and s.starts_on = ${closing.startsOn} and s.ends_on = ${closing.endsOn}`
  return new Map(rows.map(row => [row.indicatorId, row]))
}

export type Act = { readonly at: Temporal.Instant; readonly accountId: number | null; readonly name: string }

export type NewSubmission = {
  readonly indicatorId: IndicatorId
  readonly returnsSeen: number
  readonly findings: readonly string[]
  readonly note: string
}

/** Many at once; what was submitted before gives way. */
export async function submit(
  db: Db,
  { startsOn, endsOn }: Period,
  submissions: readonly NewSubmission[],
  { at, accountId, name }: Act,
): Promise<void> {
  await db`
    insert into performance.submission (indicator_id, starts_on, ends_on, state, returns_seen, findings, note, submitted_at, submitted_by, submitted_by_name)
    select "indicatorId", ${startsOn}, ${endsOn}, 'submitted', "returnsSeen", array(select jsonb_array_elements_text(findings)), note,
           ${at}, ${accountId}, ${name}
      from jsonb_to_recordset(${db.json(submissions.map(each => ({ ...each })))})
        as submission ("indicatorId" bigint, "returnsSeen" int, findings jsonb, note text)
        on conflict (partnership_id, indicator_id, starts_on, ends_on)
        do update set state = excluded.state, returns_seen = excluded.returns_seen, findings = excluded.findings, note = excluded.note,
                      submitted_at = excluded.submitted_at, submitted_by = excluded.submitted_by, submitted_by_name = excluded.submitted_by_name,
                      decided_at = null, decided_by = null, decided_by_name = null, return_reason = null`
}

/** Approves what was submitted, or (with a reason) returns it. */
export async function decide(
  db: Db,
  { startsOn, endsOn }: Period,
  indicatorIds: readonly IndicatorId[],
  { at, accountId, name }: Act,
  returnReason: string | null,
): Promise<void> {
  await db`
    update performance.submission
       set state = ${returnReason === null ? 'approved' : 'returned'}, return_reason = ${returnReason},
           decided_at = ${at}, decided_by = ${accountId}, decided_by_name = ${name}
     where indicator_id = any (${[...indicatorIds]}::bigint[]) and starts_on = ${startsOn} and ends_on = ${endsOn}`
}

/** Which indicators of an agreement are locked at the end of a period, with it or with another that holds it. */
export async function lockedIn(db: Db, agreementId: AgreementId, closing: Period): Promise<ReadonlySet<IndicatorId>> {
  const rows = await db<{ indicatorId: IndicatorId }[]>`
    select locked.indicator_id
      from performance.locked_indicator locked
      join performance.locking on locking.partnership_id = locked.partnership_id and locking.id = locked.locking_id
     where locking.agreement_id = ${agreementId} and ${closing.endsOn} between locked.starts_on and locked.ends_on`
  return new Set(rows.map(({ indicatorId }) => indicatorId))
}

/** What a visitor may report; asked of the visit alone. */
export const reporterOf = (visitor: Visitor): Reporter => ({ reportsFor: reachOf('report', visitor) })

/** Whether a visitor may report an indicator. */
export const mayReportIndicator = async (db: Db, visitor: Visitor, indicatorId: IndicatorId): Promise<boolean> =>
  isWithinReach(db, reachOf('report', visitor), indicatorId)

/** Whether a visitor may say why its figures are what they are. */
export const mayExplainIndicator = async (db: Db, visitor: Visitor, indicatorId: IndicatorId): Promise<boolean> =>
  isWithinReach(db, reachOf('explain', visitor), indicatorId)

async function isWithinReach(db: Db, reportsFor: Reach, indicatorId: IndicatorId): Promise<boolean> {
  if (typeof reportsFor === 'string') return reportsFor === 'everybody'
  return mayReportOn({ reportsFor }, await answerableFor(db, indicatorId))
}

const decimalOf = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
