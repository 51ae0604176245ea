/** What a plan says: which outcomes and indicators it serves, and its actions with what planning needs beside each. */
import type { ActionInShort } from '../../../actions/index.ts'
import type { Day } from '../../../kernel/day.ts'
import { type Decimal, decimal, plus, shown, zero } from '../../../kernel/decimal.ts'
import type { PersonId } from '../../../partnership/index.ts'
import type { PlannedActionId } from '../plan.ts'

export type Named = { readonly id: number; readonly name: string }
export type PlanIndicator = { readonly id: number; readonly reference: string; readonly title: string }

/** What a plan can serve, and who can write it. */
export type Choices = {
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly isMember: boolean }[]
  readonly outcomes: readonly (Named & { readonly theme: string })[]
  readonly indicators: readonly PlanIndicator[]
}

export type PlannedInShort = {
  readonly id: PlannedActionId
  readonly actionId: number
  readonly outcomeId: number | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly measure: string
  /** How it is to move its indicators. */
  readonly how: string
  readonly risk: string
  readonly isFree: boolean
  readonly contributors: readonly string[]
  readonly indicators: readonly PlanIndicator[]
  readonly milestones: readonly { readonly text: string; readonly plannedOn: Day | null; readonly metOn: Day | null }[]
  readonly fte: string | null
  readonly pence: number | null
}
/** With what the register says of it. */
export type PlanAction = PlannedInShort & { readonly action: ActionInShort }

export type PlanContent = {
  readonly outcomes: readonly Named[]
  readonly indicators: readonly PlanIndicator[]
  readonly actions: readonly PlanAction[]
  /** Of the plan as a whole, besides those of its actions. */
  readonly resources: { readonly fte: string | null; readonly pence: number | null }
}

/** What is not pursued was taken out of the plan. */
export const isInPlan = ({ action }: Pick<PlanAction, 'action'>): boolean => action.state !== 'dropped'

export function totalOf({ actions, resources }: Pick<PlanContent, 'actions' | 'resources'>): { fte: Decimal; pence: bigint } {
  const all = [...actions.filter(isInPlan), resources]
  return {
    fte: all.reduce((sum, { fte }) => (fte === null ? sum : plus(sum, decimal(fte))), zero),
    pence: all.reduce((sum, { pence }) => sum + BigInt(pence ?? 0), 0n),
  }
}

/** 2.5 full-time equivalents, £12,500. */
export function givenWords({ fte, pence }: { readonly fte: string | null; readonly pence: number | bigint | null }): string {
  return [
    ...(fte === null ? [] : [`${plainly(fte)} full-time ${plainly(fte) === '1' ? 'equivalent' : 'equivalents'}`]),
    ...(pence === null ? [] : [`£${shown({ digits: BigInt(pence), scale: 2 }, 2).replace(/\.00$/, '')}`]),
  ].join(', ')
}

const plainly = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number)
