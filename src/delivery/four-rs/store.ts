import { addDays, type Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { IndicatorId } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Answers, Offered, Review } from './four-rs.ts'

const columns = (db: Db) => db`
  select indicator_id, starts_on, ends_on, realistic, rationale, value, reports, outcome, note, on_day, meeting_id, decision_id, by_name from delivery.four_rs`

/** Of all indicators, the latest first. */
export async function allReviews(db: Db): Promise<Review[]> {
  return db<Review[]>`${columns(db)} order by ends_on desc, indicator_id`
}

/** Of one indicator, the latest period first. */
export async function reviewsOf(db: Db, indicatorId: IndicatorId): Promise<Review[]> {
  return db<Review[]>`${columns(db)} where indicator_id = ${indicatorId} order by ends_on desc, starts_on desc`
}

/** Whoever reviews one indicator does so one after the other. */
export async function lockReviews(db: Db, indicatorId: IndicatorId): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtextextended('delivery.four_rs ' || platform.current_partnership() || ' ' || ${indicatorId}::bigint, 0))`
}

export async function keepReview(
  db: Db,
  place: Period & { readonly indicatorId: IndicatorId },
  answers: Answers,
  byName: string,
): Promise<void> {
  const { indicatorId, startsOn, endsOn } = place
  const row = { indicatorId, startsOn, endsOn, ...answers, byName }
  await db`
    insert into delivery.four_rs ${db(row)}
        on conflict (partnership_id, indicator_id, starts_on, ends_on) do update
       set realistic = excluded.realistic, rationale = excluded.rationale, value = excluded.value, reports = excluded.reports, outcome = excluded.outcome,
           note = excluded.note, on_day = excluded.on_day, meeting_id = excluded.meeting_id, decision_id = excluded.decision_id, by_name = excluded.by_name`
}

/** Of any number of indicators at once, where there was none. */
export async function recordFourRs(db: Db, reviews: readonly Review[]): Promise<void> {
  if (reviews.length > 0) await db`insert into delivery.four_rs ${db(reviews)}`
}

/** Meetings of the last fifteen months, and decisions that everybody who takes part sees: those about this indicator first, then the latest. With what was chosen. */
export async function offeredFor(db: Db, indicatorId: IndicatorId, kept: Review | null, today: Day): Promise<Offered> {
  const [meetings, decisions] = await Promise.all([
    db<Offered['meetings'][number][]>`
      select meeting.id, "group".short_name || ', ' || to_char(meeting.on_day, 'FMDD FMMonth YYYY') as name
        from meetings.shared_meeting as meeting
        join partnership.shared_group as "group" on "group".id = meeting.group_id
       where (meeting.state <> 'cancelled' and meeting.on_day between ${addDays(today, -450)} and ${today}) or meeting.id = ${kept?.meetingId ?? null}
       order by meeting.on_day desc, meeting.id desc`,
    db<Offered['decisions'][number][]>`
      select node.id, left(node.title, 120) as name
        from meetings.shared_node as node
       where node.kind = 'decision' and (node.circle is null or node.id = ${kept?.decisionId ?? null})
       order by node.id = ${kept?.decisionId ?? 0} desc,
                exists (select from meetings.shared_link as link
                         where link.lower_kind = 'decision' and link.lower_id = node.id and link.upper_kind = 'indicator' and link.upper_id = ${indicatorId}) desc,
                node.id desc
       limit 60`,
  ])
  return { meetings, decisions }
}
