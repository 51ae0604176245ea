/**
 * How far a plan has come, and what may be done next: the pages ask what is open, and the handlers ask it again.
 *
 * A draft is submitted, and signed off or returned with reasons. Once signed off it is in force, also while it is being revised: a revision is submitted in its
 * turn, and until it is signed off what was signed off before holds. A revision is dropped only while it has changed nothing: what was promised and is to be
 * promised no longer is for those to say who signed it off.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Plan, type PlanState, planStateNames } from '../plan/plan.ts'

export const stepKinds = ['submitted', 'withdrawn', 'returned', 'signed-off', 'revising', 'revision-dropped'] as const
export type StepKind = (typeof stepKinds)[number]

export type Step = {
  readonly id: number
  readonly kind: StepKind
  readonly reason: string
  readonly onDay: Day
  readonly by: string
  readonly decisionId: number | null
}

/** How far it is, and whether it waits for those who sign off. */
export type Standing = Pick<Plan, 'state' | 'isWaiting'>

/** One that was begun by mistake goes without a trace of it being asked for; one that was submitted, whatever became of it, stays. */
export const isRemovable = ({ state }: Standing, steps: readonly unknown[]): boolean => state === 'draft' && steps.length === 0

export type Act = 'submit' | 'withdraw' | 'return' | 'sign-off' | 'revise' | 'drop-revision'

/** What the plan becomes by it; null where it is not open from here. */
const becomes: Readonly<Record<Act, (standing: Standing) => PlanState | null>> = {
  submit: ({ state, isWaiting }) =>
    isWaiting ? null : state === 'draft' || state === 'returned' ? 'submitted' : state === 'revising' ? 'revising' : null,
  withdraw: ({ state, isWaiting }) => (!isWaiting ? null : state === 'revising' ? 'revising' : 'draft'),
  return: ({ state, isWaiting }) => (!isWaiting ? null : state === 'revising' ? 'revising' : 'returned'),
  'sign-off': ({ state, isWaiting }) => (isWaiting || state === 'revising' ? 'signed-off' : null),
  revise: ({ state }) => (state === 'signed-off' ? 'revising' : null),
  'drop-revision': ({ state }) => (state === 'revising' ? 'signed-off' : null),
}

export const isOpen = (act: Act, standing: Standing): boolean => becomes[act](standing) !== null

const refusals: Readonly<Record<Act, string>> = {
  submit: 'It is not submitted again',
  withdraw: 'It does not wait to be signed off, so that there is nothing to withdraw',
  return: 'It does not wait to be signed off, so that there is nothing to return',
  'sign-off': 'It has not been submitted. It is signed off when its group has submitted it',
  revise: 'Only a plan that is signed off is revised',
  'drop-revision': 'It is not being revised',
}

const needsReason: Partial<Readonly<Record<Act, string>>> = {
  return: 'Say why it is returned, so that the group knows what to mend',
  revise: 'Say why it is revised: the reason stands in its story',
}

export type Taken = { readonly state: PlanState; readonly kind: StepKind; readonly reason: string }

const kindOf: Readonly<Record<Act, StepKind>> = {
  submit: 'submitted',
  withdraw: 'withdrawn',
  return: 'returned',
  'sign-off': 'signed-off',
  revise: 'revising',
  'drop-revision': 'revision-dropped',
}

export function take(act: Act, standing: Standing, reason = ''): Ruling<Taken> {
  const state = becomes[act](standing)
  if (state === null)
    return refuse({
      text: `This plan is ${planStateNames[standing.state].toLowerCase()}${standing.isWaiting ? ' and waits' : ''}. ${refusals[act]}`,
    })
  const missing = needsReason[act]
  if (missing !== undefined && reason === '') return refuse({ field: 'reason', text: missing })
  return accept({ state, kind: kindOf[act], reason })
}

/** Submitted on 24 June 2009 by Amina Khan. */
export function stepWords({ kind, onDay, by }: Pick<Step, 'kind' | 'onDay' | 'by'>): string {
  return `${stepNames[kind]} on ${dayLabel(onDay)}${by === '' ? '' : ` by ${by}`}`
}
const stepNames: Readonly<Record<StepKind, string>> = {
  submitted: 'Submitted',
  withdrawn: 'Withdrawn',
  returned: 'Returned',
  'signed-off': 'Signed off',
  revising: 'Opened for a revision',
  'revision-dropped': 'Revision dropped, with nothing changed',
}
