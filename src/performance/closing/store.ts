import { type OrganisationId, organisationsOf } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { mayManagePerformance, type Visitor } from '../../platform/web/index.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import type { Lock } from './lock.ts'
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

/** A turn of the key, with the indicators that it locks. */
export async function addLocking(
  db: Db,
  { startsOn, endsOn, ...locking }: NewLocking,
  indicatorIds: readonly IndicatorId[],
): Promise<void> {
  await db`
    with locking as (
      insert into performance.locking (agreement_id, starts_on, ends_on, reason, locked_at, locked_by, locked_by_name)
      values (${locking.agreementId}, ${startsOn}, ${endsOn}, ${locking.reason}, ${locking.lockedAt}, ${locking.lockedBy}, ${locking.lockedByName})
      returning id, starts_on, ends_on)
    insert into performance.locked_indicator (locking_id, indicator_id, starts_on, ends_on)
    select locking.id, indicator_id, starts_on, ends_on
      from locking cross join unnest(${[...indicatorIds]}::bigint[]) as locked (indicator_id)`
}

export type NewLocking = Lock & { readonly agreementId: AgreementId; readonly reason: string; readonly lockedBy: number | null }

/** For whom a visitor reports. Only of a contributor it is asked who they are, so that the pages of the others stay the same for all of a role. */
export async function reporterOf(db: Db, visitor: Visitor): Promise<Reporter> {
  if (mayManagePerformance(visitor)) return { reportsFor: 'everybody' }
  return { reportsFor: visitor.role === 'contributor' ? await organisationsOf(db, visitor.accountId) : [] }
}

/** Whether a visitor may report an indicator. */
export async function mayReportIndicator(db: Db, visitor: Visitor, indicatorId: IndicatorId): Promise<boolean> {
  const reporter = await reporterOf(db, visitor)
  if (reporter.reportsFor === 'everybody' || reporter.reportsFor.length === 0)
    return mayReportOn(reporter, { leadId: null, contributorIds: [] })
  const [row] = await db<{ leadId: OrganisationId | null; contributorIds: OrganisationId[] }[]>`
    select lead_id, array(select organisation_id from performance.contributor where indicator_id = i.id) as contributor_ids
      from performance.indicator i
     where id = ${indicatorId}`
  return row !== undefined && mayReportOn(reporter, row)
}
