import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { Db } from '../../platform/db/index.ts'
import type { MeetingOfYear, MilestonesOfYear, Owed, PlanOfYear, ReviewOfYear, StepOfYear, TargetsOfYear, YearFacts } from './cycle.ts'

export type GroupOfYear = { readonly id: number; readonly name: string; readonly parentId: number | null }

/** Of the days of a year: nine queries, however much there is. `takesPart`: a scrutiny reader sees plans in force, and neither meetings nor who owes a plan. */
export async function factsOfYear(
  db: Db,
  { startsOn, endsOn }: Period,
  { takesPart, today }: { readonly takesPart: boolean; readonly today: Day },
): Promise<YearFacts & { readonly groups: readonly GroupOfYear[] }> {
  const [groups, plans, owed, steps, meetings, reviews, milestones, targets, closed] = await Promise.all([
    db<GroupOfYear[]>`select id, name, parent_id from partnership.shared_group order by lower(name) collate "und-x-icu", id`,
    db<PlanOfYear[]>`
      select id, group_id, title, starts_on, ends_on, progress_every, state in ('signed-off', 'revising') as is_in_force
        from delivery.shared_plan
       where starts_on <= ${endsOn} and ends_on >= ${startsOn} and (${takesPart} or state in ('signed-off', 'revising'))
       order by id`,
    db<Owed[]>`
      select requirement.group_id, requirement.due_on, requirement.second_due_on, plan.id as plan_id,
             coalesce(plan.state in ('submitted', 'signed-off', 'revising'), false) as is_submitted
        from delivery.shared_requirement as requirement
        left join delivery.shared_plan as plan on plan.group_id = requirement.group_id and plan.starts_on = requirement.starts_on
       where ${takesPart} and requirement.due_on between ${startsOn} and ${endsOn}
       order by requirement.id`,
    db<StepOfYear[]>`
      select step.plan_id, plan.group_id, step.kind, step.on_day, plan.title
        from delivery.shared_step as step
        join delivery.shared_plan as plan on plan.id = step.plan_id
       where step.on_day between ${startsOn} and ${endsOn} and step.kind in ('submitted', 'signed-off', 'revising')
         and (${takesPart} or (plan.state in ('signed-off', 'revising') and step.kind = 'signed-off'))
       order by step.id`,
    db<MeetingOfYear[]>`
      select id, group_id, on_day, state = 'held' as is_held from meetings.shared_meeting
       where ${takesPart} and on_day between ${startsOn} and ${endsOn} and state <> 'cancelled' and day_known <> 'month'
       order by id`,
    db<ReviewOfYear[]>`
      select review.id, review.group_id, coalesce(plan.title, nullif(measure.reference, ''), measure.title, theme.title, 'the golden thread') as name,
             review.due_on, review.held_on
        from thread.review
        left join delivery.shared_plan as plan on plan.id = review.plan_id
        left join performance.shared_measure as measure on measure.id = review.indicator_id
        left join performance.shared_node as theme on theme.kind = 'theme' and theme.id = review.theme_id
       where coalesce(review.held_on, review.due_on) between ${startsOn} and ${endsOn}
         and (${takesPart} or review.plan_id is null or plan.state in ('signed-off', 'revising'))
       order by review.id`,
    db<MilestonesOfYear[]>`
      select milestone.plan_id, plan.group_id, (date_trunc('month', milestone.planned_on) + interval '1 month - 1 day')::date as month, count(*)::integer as count,
             count(milestone.met_on)::integer as met, (count(*) filter (where milestone.met_on is null and milestone.planned_on < ${today}))::integer as late
        from delivery.shared_milestone as milestone
        join delivery.shared_plan as plan on plan.id = milestone.plan_id and plan.state in ('signed-off', 'revising')
        join actions.shared_action as action on action.id = milestone.action_id and not action.is_confidential and action.state <> 'dropped'
       where milestone.planned_on between ${startsOn} and ${endsOn}
       group by 1, 2, 3 order by 3, 1`,
    db<TargetsOfYear[]>`
      select ends_on, count(*)::integer as count from performance.shared_target
       where kind = 'target' and ends_on between ${startsOn} and ${endsOn} group by ends_on order by ends_on`,
    db<
      Period[]
    >`select starts_on, ends_on from performance.shared_locking where starts_on <= ${endsOn} and ends_on >= ${startsOn} order by ends_on`,
  ])
  return { groups, plans, owed, steps, meetings, reviews, milestones, targets, closed }
}

/** The financial years in which plans begin. */
export async function yearsOfPlans(db: Db): Promise<readonly number[]> {
  const rows = await db<{ year: number }[]>`
    select distinct extract(year from starts_on - interval '3 months')::integer as year from delivery.shared_plan order by year`
  return rows.map(({ year }) => year)
}
