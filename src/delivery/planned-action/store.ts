import type { ActionId } from '../../actions/index.ts'
import { toText } from '../../kernel/decimal.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { MilestoneDraft, PlannedDraft, ResourceDraft } from './planned-action.ts'

/** After those that the plan has. */
export async function addPlannedAction(db: Db, planId: PlanId, actionId: ActionId, planned: PlannedDraft): Promise<PlannedActionId> {
  const [row] = await db<{ id: PlannedActionId }[]>`
    insert into delivery.planned_action (plan_id, action_id, place, outcome_id, starts_on, ends_on, measure, how, risk, is_free)
    select ${planId}, ${actionId}, coalesce(max(place) + 1, 0), ${planned.outcomeId}::bigint, ${planned.startsOn}::date, ${planned.endsOn}::date, ${planned.measure},
           ${planned.how}, ${planned.risk}, ${planned.isFree}
      from delivery.planned_action where plan_id = ${planId}
    returning id`
  if (!row) throw new Error('An action was not added to a plan')
  return row.id
}

export async function addContributors(db: Db, id: PlannedActionId, organisationIds: readonly OrganisationId[]): Promise<void> {
  await db`
    insert into delivery.action_contributor (planned_action_id, organisation_id)
    select ${id}, unnest(${[...organisationIds]}::bigint[]) on conflict do nothing`
}

/** In this order, after those that are there. */
export async function addMilestones(db: Db, id: PlannedActionId, milestones: readonly MilestoneDraft[]): Promise<void> {
  if (milestones.length === 0) return
  const [last] = await db<{ next: number }[]>`
    select coalesce(max(place) + 1, 0) as next from delivery.milestone where planned_action_id = ${id}`
  await db`insert into delivery.milestone ${db(
    milestones.map((milestone, at) => ({ plannedActionId: id, place: (last?.next ?? 0) + at, ...milestone })),
  )}`
}

/** Of one action, or (null) of the plan as a whole. */
export async function addResources(db: Db, planId: PlanId, id: PlannedActionId | null, resources: readonly ResourceDraft[]): Promise<void> {
  if (resources.length === 0) return
  await db`insert into delivery.resource ${db(
    resources.map(({ fte, ...resource }) => ({ planId, plannedActionId: id, fte: fte && toText(fte), ...resource })),
  )}`
}
