import { decimal } from '../../kernel/decimal.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { Sight } from '../plan/sight.ts'
import type { Given, PutIn, Taking } from './resource.ts'

type Row = {
  readonly plannedActionId: PlannedActionId | null
  readonly organisationId: number | null
  readonly organisation: string | null
  readonly fte: string | null
  readonly pence: number | null
  readonly source: string
}

/** Every action of a plan that is pursued, in its order, with what is put into it or nothing; last what is put into the plan as a whole. Two queries. */
export async function takings(db: Db, planId: PlanId, sight: Sight): Promise<Taking[]> {
  const [actions, rows] = await Promise.all([
    db<NonNullable<Taking['action']>[]>`
      select planned.id, action.reference, action.text, planned.is_free
        from delivery.planned_action as planned
        join delivery.plan on plan.id = planned.plan_id
        join actions.shared_action as action on action.id = planned.action_id
       where planned.plan_id = ${planId} and action.state <> 'dropped'
         and (not action.is_confidential or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
       order by planned.place, planned.id`,
    db<Row[]>`
      select resource.planned_action_id, resource.organisation_id, organisation.name as organisation, resource.fte, resource.pence, resource.source
        from delivery.resource
        left join partnership.shared_organisation as organisation on organisation.id = resource.organisation_id
       where resource.plan_id = ${planId}
       order by resource.id`,
  ])
  const of = (id: PlannedActionId | null) => rows.filter(({ plannedActionId }) => plannedActionId === id).map(given)
  const whole = of(null)
  return [...actions.map(action => ({ action, given: of(action.id) })), ...(whole.length > 0 ? [{ action: null, given: whole }] : [])]
}

const given = ({ organisationId, organisation, fte, pence, source }: Row): Given => ({
  partner: organisationId === null || organisation === null ? null : { id: organisationId, name: organisation },
  fte: fte === null ? null : decimal(fte),
  pence,
  source,
})

/** What an organisation puts into each plan in force. */
export async function putInBy(db: Db, organisationId: OrganisationId, sight: Sight): Promise<PutIn[]> {
  const rows = await db<(Omit<PutIn, 'fte'> & { readonly fte: string | null })[]>`
    select plan.id as plan_id, plan.title, "group".name as "group", resource.fte, resource.pence
      from delivery.resource
      join delivery.plan on plan.id = resource.plan_id
      join partnership.shared_group as "group" on "group".id = plan.group_id
      left join delivery.planned_action as planned on planned.id = resource.planned_action_id
      left join actions.shared_action as action on action.id = planned.action_id
     where resource.organisation_id = ${organisationId} and plan.state in ('signed-off', 'revising')
       and (planned.id is null or action.state <> 'dropped')
       and (not coalesce(action.is_confidential, false) or ${sight.all} or plan.group_id = any(${[...sight.groupIds]}::bigint[]))
     order by plan.starts_on desc, "group".name, plan.id`
  return rows.map(({ fte, ...row }) => ({ ...row, fte: fte === null ? null : decimal(fte) }))
}
