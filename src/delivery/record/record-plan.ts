/** A plan that was written elsewhere, or that an example tells of, entered whole: its life so far, its actions, what they cost, and what was said of them since. */
import { type Action, addAction, changeAction, moveAction, type Owner, setIndicators, setState } from '../../actions/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, PersonId } from '../../partnership/index.ts'
import type { IndicatorId, OutcomeId } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { setPlanState } from '../life-cycle/store.ts'
import { isInForce, type PlanId, type PlannedActionId, type PlanState } from '../plan/plan.ts'
import { addPlan, type NewPlan, setServed } from '../plan/store.ts'
import type { MilestoneDraft, PlannedDraft, ResourceDraft } from '../planned-action/planned-action.ts'
import { addMilestones, addPlannedAction, addResources, setContributors } from '../planned-action/store.ts'
import { addProgress, addSteps, type RecordedProgress, type RecordedStep } from './store.ts'

export type RecordedPlan = NewPlan & {
  readonly state: PlanState
  readonly steps: readonly RecordedStep[]
  readonly outcomeIds: readonly OutcomeId[]
  readonly indicatorIds: readonly IndicatorId[]
  /** Of the plan as a whole, besides those of its actions. */
  readonly resources: readonly ResourceDraft[]
  readonly actions: readonly RecordedAction[]
}

export type RecordedAction = PlannedDraft & {
  readonly text: string
  readonly owners: readonly Owner[]
  readonly ownersAsTyped?: string
  readonly contributorIds: readonly OrganisationId[]
  readonly indicatorIds: readonly IndicatorId[]
  readonly resources: readonly ResourceDraft[]
  readonly milestones: readonly MilestoneDraft[]
  readonly progress: readonly RecordedProgress[]
  /** Its agreed day since, in order. */
  readonly moved: readonly { readonly to: Day; readonly reason: string; readonly onDay: Day; readonly personId: PersonId | null }[]
  /** What came of it, where it is over. */
  readonly ended: Pick<Action, 'state' | 'outcome' | 'endedOn'> | null
}

/** Its actions are open in the register where it is in force, and only proposed where it is not. */
export async function recordPlan(
  db: Db,
  recorded: RecordedPlan,
): Promise<{ readonly planId: PlanId; readonly plannedIds: PlannedActionId[] }> {
  const { state, steps, outcomeIds, indicatorIds, resources, actions, ...plan } = recorded
  const planId = await addPlan(db, plan)
  await addSteps(db, planId, steps)
  await setServed(db, planId, { outcomeIds, indicatorIds })
  await addResources(db, planId, null, resources)
  const plannedIds: PlannedActionId[] = []
  for (const action of actions) plannedIds.push(await recordAction(db, { ...plan, id: planId, state }, action))
  // The last: what is signed off is not changed any more.
  await setPlanState(db, planId, state)
  return { planId, plannedIds }
}

async function recordAction(
  db: Db,
  plan: NewPlan & { readonly id: PlanId; readonly state: PlanState },
  recorded: RecordedAction,
): Promise<PlannedActionId> {
  const {
    text,
    owners,
    ownersAsTyped = '',
    contributorIds,
    indicatorIds,
    resources,
    milestones,
    progress,
    moved,
    ended,
    ...planned
  } = recorded
  const { id: actionId } = await addAction(db, {
    source: 'plan',
    sourceId: plan.id,
    groupId: plan.groupId,
    sourceName: plan.shortName,
    sourceDay: plan.startsOn,
    text,
    owners,
    ownersAsTyped,
    dueOn: planned.endsOn,
    state: isInForce(plan) ? 'open' : 'proposed',
  })
  await setIndicators(db, actionId, indicatorIds)
  const id = await addPlannedAction(db, plan.id, actionId, planned)
  await setContributors(db, id, contributorIds)
  await addMilestones(db, id, milestones)
  await addResources(db, plan.id, id, resources)
  await addProgress(db, id, progress)
  for (const { to, ...move } of moved) await moveAction(db, actionId, { becomes: to, ...move })
  const latest = progress.at(-1)
  if (latest !== undefined) await changeAction(db, actionId, { progress: underWay[latest.rating] })
  if (ended !== null) await setState(db, actionId, ended)
  return id
}

/** What the register says of an action, in its own three words. */
const underWay = {
  complete: 'under-way',
  'on-track': 'under-way',
  'at-risk': 'under-way',
  'off-track': 'held-up',
  'not-started': 'not-started',
} as const
