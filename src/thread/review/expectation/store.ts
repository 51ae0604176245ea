import { addDays, type Day } from '../../../kernel/day.ts'
import { type InBrief, inBrief, scorecardAskedFor } from '../../../performance/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Review, SubjectRef } from '../review.ts'
import { type ActionFact, type Facts, type MilestoneFact, type Told, timeOf, toldFrom } from './expectation.ts'

/** What is known of a review today. Some fifteen queries at most, however much is reviewed. */
export async function toldOf(db: Db, review: Review, today: Day): Promise<Told> {
  return toldFrom(await factsOf(db, review, today), today)
}

async function factsOf(db: Db, review: Review, today: Day): Promise<Facts> {
  const { kind, id, dueOn, since } = review
  if (kind === 'plan') {
    const time = timeOf(review)
    const [actions, milestones] = await Promise.all([actionsPlannedIn(db, id ?? 0, time), milestonesPlannedIn(db, id ?? 0, time)])
    return { kind: 'plan', actions, milestones }
  }
  if (kind === 'thread') {
    const [lines, plans, gapsBefore, gapsNow] = await Promise.all([
      briefs(db, null, dueOn, today),
      plansSignedOff(db, dueOn),
      since === null ? null : gapsCountedBy(db, addDays(since, -1)),
      gapsCountedBy(db, today),
    ])
    const judged = lines.filter(({ isJudged }) => isJudged)
    return {
      kind: 'whole',
      whole: { ...plans, judged: judged.length, onTarget: judged.filter(({ isOnTarget }) => isOnTarget).length, gapsBefore, gapsNow },
    }
  }
  const { agreementId, indicatorIds } = await measuredBy(db, { kind, id })
  const lines = agreementId === null ? [] : await briefs(db, agreementId, dueOn, today)
  return { kind: 'indicators', indicators: lines.filter(({ indicatorId }) => indicatorIds.includes(indicatorId)).map(({ brief }) => brief) }
}

type Line = { readonly indicatorId: number; readonly isJudged: boolean; readonly isOnTarget: boolean; readonly brief: InBrief }

/** Of one agreement, or of the one that holds now. */
async function briefs(db: Db, agreementId: number | null, by: Day, today: Day): Promise<Line[]> {
  const shown = await scorecardAskedFor({ db, today, query: agreementId === null ? {} : { agreement: String(agreementId) } })
  return (shown?.lines ?? []).map(({ standing, assessment }) => ({
    indicatorId: standing.indicator.id,
    isJudged: assessment.kind === 'judged',
    isOnTarget: assessment.kind === 'judged' && (assessment.band === 'on-target' || assessment.band === 'exceeding'),
    brief: inBrief(standing, assessment, by, today),
  }))
}

type Time = { readonly from: Day; readonly to: Day }

/** What of a plan was to end in a time, without what is confidential. */
export async function actionsPlannedIn(db: Db, planId: number, { from, to }: Time): Promise<ActionFact[]> {
  return db<ActionFact[]>`
    select action.reference, action.text, planned.ends_on, action.due_on, action.state, action.ended_on, coalesce(action.outcome, '') as outcome,
           replace(rating.rating, '-', ' ') as rating
      from delivery.shared_planned_action as planned
      join actions.shared_action as action on action.id = planned.action_id
      left join delivery.shared_rating as rating on rating.planned_action_id = planned.id
     where planned.plan_id = ${planId} and planned.ends_on between ${from} and ${to} and not action.is_confidential
     order by planned.ends_on, action.number`
}

export async function milestonesPlannedIn(db: Db, planId: number, { from, to }: Time): Promise<MilestoneFact[]> {
  return db<MilestoneFact[]>`
    select action.reference as "of", milestone.text, milestone.planned_on, milestone.forecast_on, milestone.met_on
      from delivery.shared_milestone as milestone
      join actions.shared_action as action on action.id = milestone.action_id
     where milestone.plan_id = ${planId} and milestone.planned_on between ${from} and ${to} and not action.is_confidential
     order by milestone.planned_on, action.number, milestone.id`
}

/** Of which agreement an indicator or a theme is, and the theme's indicators. */
export async function measuredBy(
  db: Db,
  { kind, id }: SubjectRef,
): Promise<{ readonly agreementId: number | null; readonly indicatorIds: readonly number[] }> {
  const rows = await db<{ agreementId: number; indicatorId: number }[]>`
    select measure.agreement_id, measure.id as indicator_id
      from performance.shared_measure as measure
     where case ${kind} when 'indicator' then measure.id = ${id}
                else exists (select from performance.shared_link as link
                               join performance.shared_outcome as outcome on outcome.id = link.upper_id
                              where link.lower_kind = 'indicator' and link.lower_id = measure.id and link.upper_kind = 'outcome' and outcome.theme_id = ${id}) end
     order by measure.id`
  return { agreementId: rows[0]?.agreementId ?? null, indicatorIds: rows.map(({ indicatorId }) => indicatorId) }
}

/** Of the year in which a day is. */
export async function plansSignedOff(db: Db, on: Day): Promise<{ readonly owed: number; readonly signedOff: number }> {
  const [row] = await db<{ owed: number; signedOff: number }[]>`
    select count(*)::integer as owed,
           count(*) filter (where exists (select from delivery.shared_plan as plan
                                           where plan.group_id = requirement.group_id and plan.starts_on = requirement.starts_on
                                             and plan.state in ('signed-off', 'revising')))::integer as signed_off
      from delivery.shared_requirement as requirement where ${on} between requirement.starts_on and requirement.ends_on`
  return row ?? { owed: 0, signedOff: 0 }
}

/** How many gaps there were when they were last counted by the end of a day; null where they were not yet. */
export async function gapsCountedBy(db: Db, day: Day): Promise<{ readonly onDay: Day; readonly count: number } | null> {
  const [row] = await db<{ onDay: Day; count: number }[]>`
    select on_day, sum(count)::integer as count from thread.gap_count where on_day <= ${day} group by on_day order by on_day desc limit 1`
  return row ?? null
}
