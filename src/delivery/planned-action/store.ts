import type { ActionId } from '../../actions/index.ts'
import { type Decimal, decimal, toText } from '../../kernel/decimal.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { IndicatorId, OutcomeId } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { Milestone, MilestoneDraft, MilestoneId, MilestoneSaid, PlannedAction, PlannedDraft, ResourceDraft } from './planned-action.ts'

type Row = Omit<PlannedAction, 'resources'> & {
  readonly actionId: ActionId
  readonly resources: readonly (Omit<PlannedAction['resources'][number], 'fte'> & { readonly fte: string | null })[]
}
export type Planned = PlannedAction & { readonly actionId: ActionId }

const planned = (db: Db) => db`
  select planned_action.id, planned_action.plan_id, planned_action.action_id, planned_action.outcome_id, coalesce(outcome.title, '') as outcome, planned_action.starts_on,
         planned_action.ends_on, planned_action.measure, planned_action.how, planned_action.risk, planned_action.is_free,
         coalesce((select jsonb_agg(jsonb_build_object('id', organisation.id, 'name', organisation.name) order by organisation.name)
                     from delivery.action_contributor
                     join partnership.shared_organisation as organisation on organisation.id = action_contributor.organisation_id
                    where action_contributor.planned_action_id = planned_action.id), '[]') as contributors,
         coalesce((select jsonb_agg(jsonb_build_object('organisationId', resource.organisation_id, 'organisation', coalesce(organisation.name, ''),
                                                       'fte', resource.fte::text, 'pence', resource.pence, 'source', resource.source) order by resource.id)
                     from delivery.resource
                     left join partnership.shared_organisation as organisation on organisation.id = resource.organisation_id
                    where resource.planned_action_id = planned_action.id), '[]') as resources,
         coalesce((select jsonb_agg(jsonb_build_object('id', milestone.id, 'text', milestone.text, 'plannedOn', milestone.planned_on, 'forecastOn', milestone.forecast_on,
                                                       'metOn', milestone.met_on, 'note', milestone.note) order by milestone.place, milestone.id)
                     from delivery.milestone where milestone.planned_action_id = planned_action.id), '[]') as milestones,
         (select progress.forecast_on from delivery.progress where progress.planned_action_id = planned_action.id order by progress.starts_on desc, progress.id desc limit 1)
           as expected_on
    from delivery.planned_action
    left join performance.shared_node as outcome on outcome.kind = 'outcome' and outcome.id = planned_action.outcome_id`

const withDecimals = (row: Row): Planned => ({
  ...row,
  resources: row.resources.map(resource => ({ ...resource, fte: resource.fte === null ? null : decimal(resource.fte) })),
})

export async function plannedAction(db: Db, planId: PlanId, id: PlannedActionId): Promise<Planned | null> {
  const [row] = await db<Row[]>`${planned(db)} where planned_action.plan_id = ${planId} and planned_action.id = ${id}`
  return row ? withDecimals(row) : null
}

/** In their order, whatever became of them. */
export async function plannedActions(db: Db, planId: PlanId): Promise<Planned[]> {
  const rows = await db<Row[]>`${planned(db)} where planned_action.plan_id = ${planId} order by planned_action.place, planned_action.id`
  return rows.map(withDecimals)
}

/** The indicators that the actions of a plan are to move. */
export async function indicatorsOfPlan(
  db: Db,
  planId: PlanId,
): Promise<{ readonly actionId: ActionId; readonly id: IndicatorId; readonly reference: string; readonly title: string }[]> {
  return db<{ actionId: ActionId; id: IndicatorId; reference: string; title: string }[]>`
    select planned_action.action_id, indicator.id, coalesce(indicator.reference, '') as reference, indicator.title
      from delivery.planned_action
      join actions.shared_link as moves on moves.lower_kind = 'action' and moves.lower_id = planned_action.action_id and moves.upper_kind = 'indicator'
      join performance.shared_indicator as indicator on indicator.id = moves.upper_id
     where planned_action.plan_id = ${planId}
     order by indicator.id`
}

/** Those that the plan serves first. */
export async function outcomeChoices(
  db: Db,
  planId: PlanId,
): Promise<{ readonly id: OutcomeId; readonly title: string; readonly isServed: boolean }[]> {
  return db<{ id: OutcomeId; title: string; isServed: boolean }[]>`
    select outcome.id, outcome.title, plan_outcome.plan_id is not null as is_served
      from performance.shared_node as outcome
      left join delivery.plan_outcome on plan_outcome.outcome_id = outcome.id and plan_outcome.plan_id = ${planId}
     where outcome.kind = 'outcome'
     order by plan_outcome.plan_id is null, outcome.id`
}

/** After those that the plan has. An outcome that an action is for is one that the plan serves. */
export async function addPlannedAction(db: Db, planId: PlanId, actionId: ActionId, draft: PlannedDraft): Promise<PlannedActionId> {
  const [row] = await db<{ id: PlannedActionId }[]>`
    insert into delivery.planned_action (plan_id, action_id, place, outcome_id, starts_on, ends_on, measure, how, risk, is_free)
    select ${planId}, ${actionId}, coalesce(max(place) + 1, 0), ${draft.outcomeId}::bigint, ${draft.startsOn}::date, ${draft.endsOn}::date, ${draft.measure},
           ${draft.how}, ${draft.risk}, ${draft.isFree}
      from delivery.planned_action where plan_id = ${planId}
    returning id`
  if (!row) throw new Error('An action was not added to a plan')
  await serve(db, planId, draft.outcomeId)
  return row.id
}

export async function changePlannedAction(
  db: Db,
  { id, planId }: Pick<Planned, 'id' | 'planId'>,
  draft: Partial<PlannedDraft>,
): Promise<void> {
  if (Object.keys(draft).length > 0) await db`update delivery.planned_action set ${db(draft)} where id = ${id}`
  await serve(db, planId, draft.outcomeId ?? null)
}

async function serve(db: Db, planId: PlanId, outcomeId: OutcomeId | null): Promise<void> {
  if (outcomeId !== null)
    await db`insert into delivery.plan_outcome (plan_id, outcome_id) values (${planId}, ${outcomeId}) on conflict do nothing`
}

/** Its number in the register stays. */
export async function removePlannedAction(db: Db, id: PlannedActionId): Promise<void> {
  await db`delete from delivery.planned_action where id = ${id}`
}

/** In this order; an action that is not named stays where it is. */
export async function setPlaces(db: Db, ids: readonly PlannedActionId[]): Promise<void> {
  await db`
    update delivery.planned_action set place = ordered.place
      from unnest(${[...ids]}::bigint[]) with ordinality as ordered (id, place)
     where planned_action.id = ordered.id and planned_action.place <> ordered.place`
}

/** These, and no others. */
export async function setContributors(db: Db, id: PlannedActionId, organisationIds: readonly OrganisationId[]): Promise<void> {
  await db`delete from delivery.action_contributor where planned_action_id = ${id} and organisation_id <> all(${[...organisationIds]}::bigint[])`
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

/** As they are planned; what was said of those that stay is kept. A row without an id is new, and one that is not named goes. */
export async function setMilestones(
  db: Db,
  id: PlannedActionId,
  rows: readonly (Pick<Milestone, 'text' | 'plannedOn'> & { readonly id: MilestoneId | null })[],
): Promise<void> {
  const kept = rows.flatMap(row => (row.id === null ? [] : [row.id]))
  await db`delete from delivery.milestone where planned_action_id = ${id} and id <> all(${kept}::bigint[])`
  for (const [place, row] of rows.entries())
    if (row.id !== null)
      await db`
        update delivery.milestone set text = ${row.text}, planned_on = ${row.plannedOn}, place = ${place}
         where id = ${row.id} and planned_action_id = ${id} and (text, planned_on, place) is distinct from (${row.text}, ${row.plannedOn}::date, ${place}::integer)`
  const added = rows.flatMap((row, place) =>
    row.id === null ? [{ plannedActionId: id, place, text: row.text, plannedOn: row.plannedOn }] : [],
  )
  if (added.length > 0) await db`insert into delivery.milestone ${db(added)}`
}

export async function sayOfMilestone(db: Db, milestoneId: MilestoneId, said: MilestoneSaid): Promise<void> {
  await db`update delivery.milestone set ${db(said)} where id = ${milestoneId}`
}

/** Of one action, or (null) of the plan as a whole. */
export async function addResources(db: Db, planId: PlanId, id: PlannedActionId | null, resources: readonly ResourceDraft[]): Promise<void> {
  if (resources.length === 0) return
  await db`insert into delivery.resource ${db(resources.map(resource => ({ planId, plannedActionId: id, ...inColumns(resource) })))}`
}

/** These, and no others. */
export async function setResources(db: Db, planId: PlanId, id: PlannedActionId, resources: readonly ResourceDraft[]): Promise<void> {
  await db`delete from delivery.resource where planned_action_id = ${id}`
  await addResources(db, planId, id, resources)
}

const inColumns = ({ organisationId, fte, pence, source }: ResourceDraft) => ({ organisationId, fte: asText(fte), pence, source })
const asText = (value: Decimal | null): string | null => (value === null ? null : toText(value))

/** The plan that an action comes from, for the page of the action. */
export async function planOfAction(
  db: Db,
  { source, sourceId }: { readonly source: string; readonly sourceId: number | null },
): Promise<{ readonly text: string; readonly href: string } | null> {
  if (source !== 'plan' || sourceId === null) return null
  const [plan] = await db<{ title: string }[]>`select title from delivery.plan where id = ${sourceId}`
  return plan === undefined ? null : { text: plan.title, href: `plans/${sourceId}` }
}
