import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { DecisionChoice, GroupChoice, MeetingChoice, RevisionChoice } from './places.ts'
import type { Review, ReviewId, Subject, SubjectRef } from './review.ts'

const reviews = (db: Db) => db`
  select review.id as review_id, review.group_id, "group".name as "group",
         case when review.plan_id is not null then 'plan' when review.indicator_id is not null then 'indicator' when review.theme_id is not null then 'theme'
              else 'thread' end as kind,
         coalesce(review.plan_id, review.indicator_id, review.theme_id) as id, coalesce(measure.reference, plan.short_name, '') as reference,
         coalesce(plan.title, measure.title, theme.title, '') as title, coalesce(plan.state not in ('signed-off', 'revising'), false) as is_draft,
         coalesce((select max(earlier.held_on) + 1
                     from thread.review as earlier
                    where earlier.due_on < review.due_on and earlier.held_on is not null
                      and (earlier.plan_id, earlier.indicator_id, earlier.theme_id) is not distinct from (review.plan_id, review.indicator_id, review.theme_id)),
                  plan.starts_on) as since,
         review.due_on, review.held_on, review.meeting_id, meeting.on_day as meeting_on, review.decision_id, review.step_id, step.on_day as step_on,
         coalesce(step.reason, '') as step_reason, review.expected, review.happened, review.changed, review.by_name, plan.lead_id
    from thread.review
    join partnership.shared_group as "group" on "group".id = review.group_id
    left join delivery.shared_plan as plan on plan.id = review.plan_id
    left join performance.shared_measure as measure on measure.id = review.indicator_id
    left join performance.shared_node as theme on theme.kind = 'theme' and theme.id = review.theme_id
    left join meetings.shared_meeting as meeting on meeting.id = review.meeting_id
    left join delivery.shared_step as step on step.id = review.step_id`

/** By their date. */
export async function allReviews(db: Db): Promise<Review[]> {
  return db<Review[]>`${reviews(db)} order by review.due_on, review.id`
}

/** Of one plan, indicator or theme. */
export async function reviewsOf(db: Db, { kind, id }: SubjectRef): Promise<Review[]> {
  const { planId, indicatorId, themeId } = columnsOf({ kind, id })
  return db<Review[]>`
    ${reviews(db)}
     where (review.plan_id, review.indicator_id, review.theme_id) is not distinct from (${planId}::bigint, ${indicatorId}::bigint, ${themeId}::bigint)
     order by review.due_on, review.id`
}

export async function reviewsToHold(db: Db): Promise<Review[]> {
  return db<Review[]>`${reviews(db)} where review.held_on is null order by review.due_on, review.id`
}

export async function review(db: Db, reviewId: ReviewId): Promise<Review | null> {
  const [row] = await db<Review[]>`${reviews(db)} where review.id = ${reviewId}`
  return row ?? null
}

/** Holds other writers off until the visit ends. */
export async function lockReview(db: Db, reviewId: ReviewId): Promise<void> {
  await db`select from thread.review where id = ${reviewId} for update`
}

const columnsOf = ({ kind, id }: SubjectRef) => ({
  planId: kind === 'plan' ? id : null,
  indicatorId: kind === 'indicator' ? id : null,
  themeId: kind === 'theme' ? id : null,
})

export type NewReview = { readonly of: SubjectRef; readonly groupId: GroupId; readonly dueOn: Day; readonly expected?: string }

/** One that is to be held on that day already stays as it is; null then. */
export async function addReview(db: Db, { of, groupId, dueOn, expected = '' }: NewReview): Promise<ReviewId | null> {
  const [row] = await db<{ id: ReviewId }[]>`
    insert into thread.review ${db({ ...columnsOf(of), groupId, dueOn, expected })} on conflict do nothing returning id`
  return row?.id ?? null
}

export async function changeReview(db: Db, reviewId: ReviewId, change: Pick<Review, 'groupId' | 'dueOn' | 'expected'>): Promise<void> {
  await db`update thread.review set ${db(change)} where id = ${reviewId}`
}

/** One that was held stays. */
export async function removeReview(db: Db, reviewId: ReviewId): Promise<void> {
  await db`delete from thread.review where id = ${reviewId} and held_on is null`
}

export type Held = Pick<Review, 'meetingId' | 'decisionId' | 'stepId' | 'expected' | 'happened' | 'changed' | 'byName'> & {
  readonly heldOn: Day
}

export async function holdReview(db: Db, reviewId: ReviewId, held: Held): Promise<void> {
  await db`update thread.review set ${db(held)} where id = ${reviewId}`
}

/** It was not held after all: what was written stays in the form, and where it was held is taken out. */
export async function reopenReview(db: Db, reviewId: ReviewId): Promise<void> {
  await db`update thread.review set held_on = null, meeting_id = null, decision_id = null, step_id = null where id = ${reviewId}`
}

/** All that can be reviewed: plans, the newest year first; indicators and themes of every agreement; and the thread. */
export async function subjects(db: Db): Promise<Subject[]> {
  const rows = await db<Subject[]>`
    with answers as materialized (
      select link.upper_kind as kind, link.upper_id as id, jsonb_agg(distinct link.lower_id) as group_ids
        from performance.shared_link as link where link.lower_kind = 'group' and link.relation in ('leads', 'answers for') group by 1, 2)
    select kind, id, reference, title, group_ids from (
      select 1 as turn, -(starts_on - '2000-01-01'::date) as place, 'plan' as kind, plan.id, plan.short_name as reference,
             "group".short_name || ': ' || plan.title as title, jsonb_build_array(plan.group_id) as group_ids
        from delivery.shared_plan as plan join partnership.shared_group as "group" on "group".id = plan.group_id
       union all
      select 2, 0, 'indicator', measure.id, measure.reference, measure.title, coalesce(answers.group_ids, '[]')
        from performance.shared_measure as measure left join answers on answers.kind = 'indicator' and answers.id = measure.id
       where measure.closed_on is null
       union all
      select 3, 0, 'theme', node.id, '', node.title, coalesce(answers.group_ids, '[]')
        from performance.shared_node as node left join answers on answers.kind = 'theme' and answers.id = node.id
       where node.kind = 'theme') as subject
     order by turn, place, id`
  return [...rows, { kind: 'thread', id: null, reference: '', title: 'The golden thread', groupIds: [] }]
}

/** The plans of a year, by when they begin. */
export async function plansBeginning(
  db: Db,
): Promise<{ readonly id: number; readonly groupId: GroupId; readonly startsOn: Day; readonly endsOn: Day }[]> {
  return db<{ id: number; groupId: GroupId; startsOn: Day; endsOn: Day }[]>`
    select id, group_id, starts_on, ends_on from delivery.shared_plan order by starts_on desc, id`
}

/** Those that are there now, by name. */
export async function groupsToChoose(db: Db, today: Day): Promise<GroupChoice[]> {
  return db<GroupChoice[]>`
    select id, name from partnership.shared_group
     where (begins_on is null or begins_on <= ${today}) and (ends_on is null or ends_on >= ${today})
     order by lower(name) collate "und-x-icu"`
}

/** Of all groups over a year and a half, the last first: a plan is as often reviewed where its group reports to. */
export async function meetingsToChoose(db: Db, today: Day): Promise<MeetingChoice[]> {
  return db<MeetingChoice[]>`
    select meeting.id, meeting.on_day, "group".short_name as "group"
      from meetings.shared_meeting as meeting
      join partnership.shared_group as "group" on "group".id = meeting.group_id
     where meeting.on_day between ${today}::date - 550 and ${today} and meeting.state <> 'cancelled'
     order by meeting.on_day desc, meeting.id`
}

/** What is confidential, or not circulated yet, is not among them: a review is read by everybody. */
export async function decisionsToChoose(db: Db, today: Day): Promise<DecisionChoice[]> {
  return db<DecisionChoice[]>`
    ${decisions(db)} where node.circle is null and meeting.on_day between ${today}::date - 550 and ${today} order by meeting.on_day desc, decision.number`
}

export async function decisionNamed(db: Db, decisionId: number): Promise<DecisionChoice | null> {
  const [row] = await db<DecisionChoice[]>`${decisions(db)} where decision.id = ${decisionId} and node.circle is null`
  return row ?? null
}

const decisions = (db: Db) => db`
  select decision.id, decision.meeting_id, "group".short_name || '/' || to_char(meeting.on_day, 'YYMMDD') || '/D' || decision.number as reference, node.title as text,
         node.is_public
    from meetings.shared_decision as decision
    join meetings.shared_node as node on node.kind = 'decision' and node.id = decision.id
    join meetings.shared_meeting as meeting on meeting.id = decision.meeting_id
    join partnership.shared_group as "group" on "group".id = meeting.group_id`

/** How a plan was changed since it was signed off. */
export async function revisionsOf(db: Db, planId: number): Promise<RevisionChoice[]> {
  return db<
    RevisionChoice[]
  >`select id, on_day, reason from delivery.shared_step where plan_id = ${planId} and kind = 'revising' order by on_day desc, id desc`
}
