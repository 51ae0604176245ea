/**
 * A plan is robust when every outcome has an action, and every action an owner, its days, a measure and what it needs: then somebody can be held to it. What is
 * missing is one list, in which each line leads to the field where it is filled.
 */
import type { Day } from '../../kernel/day.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

export type PlanToCheck = {
  readonly id: PlanId
  readonly risks: string
  readonly equality: string
  readonly sustainability: string
  readonly outcomes: readonly OutcomeToCheck[]
  readonly indicators: readonly IndicatorToCheck[]
  /** Without those that are not pursued. */
  readonly actions: readonly ActionToCheck[]
}
/** An action serves an outcome under which it stands, or one of whose indicators it is to move. */
export type OutcomeToCheck = { readonly id: number; readonly title: string; readonly indicatorIds: readonly number[] }
export type IndicatorToCheck = { readonly id: number; readonly reference: string; readonly title: string }
export type ActionToCheck = {
  readonly id: PlannedActionId
  readonly reference: string
  readonly text: string
  readonly owners: number
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly measure: string
  readonly resources: number
  /** Needs nothing beyond what is there, and so lacks no resource. */
  readonly isFree: boolean
  readonly outcomeId: number | null
  readonly indicatorIds: readonly number[]
}

/** In the order in which they are told. */
export const lacks = [
  'actions',
  'outcome-without-action',
  'indicator-without-action',
  'owner',
  'start',
  'end',
  'measure',
  'resource',
  'indicator',
  'risks',
  'equality',
  'sustainability',
] as const
export type Lack = (typeof lacks)[number]

/** The record in which something is missing. */
export type Lacking =
  | { readonly of: 'plan' }
  | { readonly of: 'outcome'; readonly id: number; readonly reference: string; readonly title: string }
  | { readonly of: 'indicator'; readonly id: number; readonly reference: string; readonly title: string }
  | { readonly of: 'action'; readonly id: PlannedActionId; readonly reference: string; readonly title: string }

export type Robustness = {
  readonly missing: readonly { readonly lack: Lack; readonly in: readonly Lacking[] }[]
  readonly actions: number
  /** How many of them have everything. */
  readonly whole: number
  /** It has actions, and every one of them has owner, days, measure and resource (rules E10). */
  readonly isRobust: boolean
}

export function robustnessOf(plan: PlanToCheck): Robustness {
  const found = lacks.map(lack => ({ lack, in: lacking[lack](plan) }))
  return {
    missing: found.filter(each => each.in.length > 0),
    actions: plan.actions.length,
    whole: plan.actions.filter(action => actionLacks.every(lack => !isWithout[lack](action))).length,
    isRobust: plan.actions.length > 0 && plan.actions.every(isRobustAction),
  }
}

/** What an action lacks, in the order in which it is told. */
export const lacksOf = (action: ActionToCheck): ActionLack[] => actionLacks.filter(lack => isWithout[lack](action))

const actionLacks = ['owner', 'start', 'end', 'measure', 'resource', 'indicator'] as const
export type ActionLack = (typeof actionLacks)[number]
/** An indicator it moves is asked for in a plan, and not for its assurance. */
const neededForAssurance = actionLacks.filter(lack => lack !== 'indicator')

export type Needs = Pick<ActionToCheck, 'owners' | 'startsOn' | 'endsOn' | 'measure' | 'resources' | 'isFree'>
/** It has an owner, its days, a measure and what it needs. */
export const isRobustAction = (action: Needs): boolean =>
  neededForAssurance.every(lack => !isWithout[lack]({ ...action, indicatorIds: [] }))

const isWithout: Readonly<Record<ActionLack, (action: Needs & Pick<ActionToCheck, 'indicatorIds'>) => boolean>> = {
  owner: ({ owners }) => owners === 0,
  start: ({ startsOn }) => startsOn === null,
  end: ({ endsOn }) => endsOn === null,
  measure: ({ measure }) => measure.trim() === '',
  resource: ({ resources, isFree }) => resources === 0 && !isFree,
  indicator: ({ indicatorIds }) => indicatorIds.length === 0,
}

const plans = (isMissing: boolean): Lacking[] => (isMissing ? [{ of: 'plan' }] : [])
const actionsWithout =
  (lack: ActionLack) =>
  ({ actions }: PlanToCheck): Lacking[] =>
    actions.filter(isWithout[lack]).map(({ id, reference, text }) => ({ of: 'action', id, reference, title: text }))

const lacking: Readonly<Record<Lack, (plan: PlanToCheck) => Lacking[]>> = {
  actions: ({ actions }) => plans(actions.length === 0),
  'outcome-without-action': ({ outcomes, actions }) =>
    outcomes
      .filter(
        ({ id, indicatorIds }) =>
          !actions.some(action => action.outcomeId === id || action.indicatorIds.some(each => indicatorIds.includes(each))),
      )
      .map(({ id, title }) => ({ of: 'outcome', id, reference: '', title })),
  'indicator-without-action': ({ indicators, actions }) =>
    indicators
      .filter(({ id }) => !actions.some(({ indicatorIds }) => indicatorIds.includes(id)))
      .map(indicator => ({ of: 'indicator', ...indicator })),
  owner: actionsWithout('owner'),
  start: actionsWithout('start'),
  end: actionsWithout('end'),
  measure: actionsWithout('measure'),
  resource: actionsWithout('resource'),
  indicator: actionsWithout('indicator'),
  risks: ({ risks }) => plans(risks.trim() === ''),
  equality: ({ equality }) => plans(equality.trim() === ''),
  sustainability: ({ sustainability }) => plans(sustainability.trim() === ''),
}

/** 9 of 13 actions have everything. */
export function robustnessInWords({ actions, whole }: Pick<Robustness, 'actions' | 'whole'>): string {
  if (actions === 0) return 'It has no actions yet'
  if (actions === 1) return whole === 1 ? 'Its only action has everything' : 'Its only action does not have everything yet'
  if (whole === actions) return `All ${actions} actions have everything`
  return whole === 0
    ? `None of its ${actions} actions has everything`
    : `${whole} of ${actions} actions ${whole === 1 ? 'has' : 'have'} everything`
}

/** One sentence for each thing that is missing, as a letter tells it: 2 actions have no owner. */
export const missingInWords = ({ missing }: Pick<Robustness, 'missing'>): string[] =>
  missing.map(({ lack, in: { length } }) => {
    const { thing, is } = lackWords[lack]
    return thing === null ? is : `${length === 1 ? `1 ${thing} has` : `${length} ${thing}s have`} ${is}`
  })

const lackWords: Readonly<Record<Lack, { readonly thing: string | null; readonly is: string }>> = {
  actions: { thing: null, is: 'it has no actions' },
  'outcome-without-action': { thing: 'outcome', is: 'no action' },
  'indicator-without-action': { thing: 'indicator', is: 'no action that is to move it' },
  owner: { thing: 'action', is: 'no owner' },
  start: { thing: 'action', is: 'no start date' },
  end: { thing: 'action', is: 'no end date' },
  measure: { thing: 'action', is: 'no measure' },
  resource: { thing: 'action', is: 'no resource' },
  indicator: { thing: 'action', is: 'no indicator that it is to move' },
  risks: { thing: null, is: 'nothing is said of risks' },
  equality: { thing: null, is: 'nothing is said of equality' },
  sustainability: { thing: null, is: 'nothing is said of sustainability' },
}
