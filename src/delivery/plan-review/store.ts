import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { Sight } from '../plan/sight.ts'
import type { AskedReviewer, GivenAnswer, NamedAction, Review, Reviewer } from './plan-review.ts'

/** Those that are older first, so that a column stays where it was. */
export async function reviewsOf(db: Db, planId: PlanId): Promise<Review[]> {
  return db<Review[]>`
    select review.id, review.person_id, review.by_name, review.on_day,
           coalesce((
             select jsonb_agg(jsonb_build_object('question', question, 'answer', answer, 'sentence', sentence, 'plannedActionId', planned_action_id) order by id)
               from delivery.review_answer where review_answer.review_id = review.id), '[]') as answers
      from delivery.review
     where review.plan_id = ${planId}
     order by review.id`
}

/** What they say of the plan as a whole, or of one action, in place of what they said of it before. */
export async function keepReview(
  db: Db,
  {
    planId,
    plannedActionId,
    by,
    onDay,
  }: { readonly planId: PlanId; readonly plannedActionId: PlannedActionId | null; readonly by: Reviewer; readonly onDay: Day },
  given: readonly GivenAnswer[],
): Promise<void> {
  const [review] = await db<{ id: number }[]>`
    insert into delivery.review (plan_id, person_id, by_name, on_day) values (${planId}, ${by.personId}, ${by.byName}, ${onDay})
    on conflict (partnership_id, plan_id, person_id, by_name) do update set on_day = excluded.on_day
    returning id`
  if (!review) throw new Error('A review was not kept')
  await db`delete from delivery.review_answer where review_id = ${review.id} and planned_action_id is not distinct from ${plannedActionId}`
  const rows = given.map(each => ({ ...each, reviewId: review.id, plannedActionId }))
  if (rows.length > 0) await db`insert into delivery.review_answer ${db(rows)}`
  // Who takes back all that they said has not reviewed it.
  await db`
    delete from delivery.review where id = ${review.id} and not exists (select from delivery.review_answer where review_answer.review_id = review.id)`
}

export async function reviewersOf(db: Db, planId: PlanId): Promise<AskedReviewer[]> {
  return db<AskedReviewer[]>`
    select reviewer.person_id, person.name, reviewer.asked_on, reviewer.asked_by
      from delivery.reviewer
      join partnership.shared_person as person on person.id = reviewer.person_id
     where reviewer.plan_id = ${planId}
     order by person.name, person.id`
}

export async function askReviewer(db: Db, planId: PlanId, personId: PersonId, askedOn: Day, askedBy: string): Promise<void> {
  await db`
    insert into delivery.reviewer (plan_id, person_id, asked_on, asked_by) values (${planId}, ${personId}, ${askedOn}, ${askedBy}) on conflict do nothing`
}

export async function removeReviewer(db: Db, planId: PlanId, personId: PersonId): Promise<void> {
  await db`delete from delivery.reviewer where plan_id = ${planId} and person_id = ${personId}`
}

/** What can be reviewed of a plan action by action. */
export async function actionsToReview(db: Db, planId: PlanId, sight: Sight): Promise<NamedAction[]> {
  return db<NamedAction[]>`
    select planned.id, action.reference, action.text
      from delivery.planned_action as planned
      join delivery.plan on plan.id = planned.plan_id
      join actions.shared_action as action on action.id = planned.action_id
     where planned.plan_id = ${planId} and action.state <> 'dropped'
       and (not action.is_confidential or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
     order by planned.place, planned.id`
}

/** Plans that wait for what somebody was asked to say. */
export async function plansToReview(
  db: Db,
  personId: PersonId,
): Promise<{ readonly id: PlanId; readonly title: string; readonly group: string }[]> {
  return db<{ id: PlanId; title: string; group: string }[]>`
    select plan.id, plan.title, "group".name as "group"
      from delivery.reviewer
      join delivery.plan on plan.id = reviewer.plan_id
      join partnership.shared_group as "group" on "group".id = plan.group_id
     where reviewer.person_id = ${personId}
       and not exists (select from delivery.review where review.plan_id = plan.id and review.person_id = ${personId})
     order by reviewer.asked_on, plan.id`
}
