import { decimal } from '../../kernel/decimal.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Sight } from '../node/store.ts'
import type { HowMuch } from './strip.ts'

/** Whose: of plans, of actions, or what an organisation gives to any. */
export type ResourcesOf = {
  readonly plans: readonly number[]
  readonly actions: readonly number[]
  readonly organisations: readonly number[]
}

/** What that comes to in plans that the visitor sees. What a confidential action takes is counted only where that action is among `seen`. */
export async function howMuchOf(
  db: Db,
  { plans, actions, organisations }: ResourcesOf,
  seen: readonly number[],
  { takesPart }: Sight,
): Promise<HowMuch> {
  const [row] = await db<{ fte: string; pence: string }[]>`
    select coalesce(trim_scale(sum(resource.fte)), 0)::text as fte, coalesce(sum(resource.pence), 0)::text as pence
      from delivery.shared_resource as resource
      join delivery.shared_plan as plan on plan.id = resource.plan_id
      left join actions.shared_node as action on action.id = resource.action_id
     where (resource.plan_id = any(${[...plans]}::bigint[]) or resource.action_id = any(${[...actions]}::bigint[])
            or resource.organisation_id = any(${[...organisations]}::bigint[]))
       and (${takesPart} or plan.state in ('signed-off', 'revising'))
       and (action.circle is null or action.id = any(${[...seen]}::bigint[]))
       and (action.id is null or action.state <> 'dropped')`
  return { fte: decimal(row?.fte ?? '0'), pence: BigInt(row?.pence ?? 0) }
}
