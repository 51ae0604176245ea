/** What is known of all indicators at once, put together for the rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import { lastEndedBy, type Period } from '../../kernel/period.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { IndicatorId } from '../../performance/index.ts'
import { isInForce, type PlanId, type PlanState } from '../plan/plan.ts'
import { isRobustAction, type Needs } from '../robustness/robustness.ts'
import type { Known, KnownAction, Seen } from './assurance.ts'

/** The group that is to see to an indicator. */
export type AnsweringGroup = { readonly id: GroupId; readonly name: string; readonly shortName: string; readonly parentId: GroupId | null }

export type ServingPlan = {
  readonly indicatorId: IndicatorId
  readonly planId: PlanId
  readonly title: string
  readonly state: PlanState
}

export type ServingAction = Needs & {
  readonly indicatorId: IndicatorId
  readonly planId: PlanId
  readonly milestonesDue: number
  readonly milestonesMet: number
  readonly planStartsOn: Day
  readonly progressEvery: 'month' | 'quarter'
  /** When it was done or given up. */
  readonly endedOn: Day | null
  /** The end of the last period of which something is said. */
  readonly toldTo: Day | null
}

/** Of one group: at whose meetings it was to be, and whether it was. */
export type Represented = {
  readonly groupId: GroupId
  readonly ofGroupId: GroupId
  readonly of: string
  readonly last: readonly (boolean | null)[]
}

export type All = {
  readonly plans: readonly ServingPlan[]
  readonly actions: readonly ServingAction[]
  readonly groups: ReadonlyMap<IndicatorId, AnsweringGroup>
  readonly represented: readonly Represented[]
}

/** What is known of one on a day, and of how it went until then by what was said since. Drafts count for nothing where a plan is in force. */
export function knownOf({ plans, actions, groups, represented }: All, day: Day, today: Day): (indicatorId: IndicatorId) => Known {
  const said = [addDays(day, grace), today].toSorted()[0] ?? today
  const plansOf = Map.groupBy(plans, ({ indicatorId }) => indicatorId)
  const actionsOf = Map.groupBy(actions, ({ indicatorId }) => indicatorId)
  return indicatorId => {
    const serving = plansOf.get(indicatorId) ?? []
    const inForce = serving.filter(isInForce)
    const counted = inForce.length > 0 ? inForce : serving
    const own = (actionsOf.get(indicatorId) ?? []).filter(({ planId }) => counted.some(plan => plan.planId === planId))
    return {
      plans: counted.map(plan => ({ title: plan.title, isInForce: isInForce(plan) })),
      actions: own.map(each => knownAction(each, said)),
      seen: seenOf(groups.get(indicatorId), represented),
    }
  }
}

function knownAction(action: ServingAction, day: Day): KnownAction {
  const { milestonesDue, milestonesMet, toldTo } = action
  const period = periodOwed(action, day)
  return {
    isWhole: isRobustAction(action),
    milestonesDue,
    milestonesMet,
    isTold: period === null ? null : toldTo !== null && toldTo >= period.endsOn,
  }
}

/** There are four weeks to say how a period went. */
const grace = 28

/** The last period that had ended so long ago, if the action was under way in it. */
export function periodOwed(
  { planStartsOn, progressEvery, startsOn, endedOn }: Pick<ServingAction, 'planStartsOn' | 'progressEvery' | 'startsOn' | 'endedOn'>,
  day: Day,
): Period | null {
  const period = lastEndedBy(addDays(day, -grace), progressEvery)
  if (period === null || period.startsOn < planStartsOn) return null
  if (startsOn !== null && startsOn > period.endsOn) return null
  return endedOn !== null && endedOn < period.startsOn ? null : period
}

/** At the meetings of the group to which it reports; else wherever it was to be; else at its own. */
function seenOf(group: AnsweringGroup | undefined, represented: readonly Represented[]): Seen | null {
  if (group === undefined) return null
  const own = represented.filter(({ groupId }) => groupId === group.id)
  const found = own.find(({ ofGroupId }) => ofGroupId === group.parentId) ?? own.find(({ ofGroupId }) => ofGroupId !== group.id) ?? own[0]
  return { group: group.name, at: found?.of ?? group.name, last: found?.last ?? [] }
}
