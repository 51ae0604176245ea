import type { DecisionInShort } from '../../meetings/index.ts'
import type { Plan } from '../plan/plan.ts'
import { isOpen, isRemovable, type Standing, type Step, stepWords } from './life-cycle.ts'
import type { Change } from './said.ts'

/** What became of it, in order. */
export const storyView = (steps: readonly Step[], decisions: readonly DecisionInShort[]) =>
  steps.map(step => {
    const decision = decisions.find(({ id }) => id === step.decisionId)
    return {
      words: stepWords(step),
      reason: step.reason,
      decision: decision === undefined ? null : { text: `as decided by ${decision.group}: ${decision.reference}`, href: decision.href },
    }
  })

export type May = { readonly write: boolean; readonly signOff: boolean }
export type NextStep = { readonly text: string; readonly href: string; readonly isNext: boolean }

/** What the visitor may do now, what comes next first. */
export function stepsView(standing: Pick<Plan, 'id'> & Standing, steps: readonly Step[], may: May, hasActions: boolean): NextStep[] {
  const own = `plans/${standing.id}`
  const revision = standing.state === 'revising'
  const step = (isThere: boolean, text: string, path: string, isNext = false) => (isThere ? [{ text, href: `${own}/${path}`, isNext }] : [])
  const signsOff = may.signOff && isOpen('sign-off', standing)
  return [
    ...step(signsOff && standing.isWaiting, revision ? 'Sign off the revision' : 'Sign off', 'sign-off', true),
    ...step(may.write && isOpen('submit', standing), revision ? 'Submit the revision' : 'Submit', 'submission', hasActions),
    ...step(signsOff && !standing.isWaiting, 'Sign off the revision', 'sign-off'),
    ...step(may.signOff && isOpen('return', standing), 'Return with reasons', 'return'),
    ...step(may.write && isOpen('withdraw', standing), 'Withdraw', 'withdrawal'),
    ...step(may.write && isOpen('revise', standing), 'Revise', 'revision'),
    ...step(may.write && isOpen('drop-revision', standing), 'Drop the revision', 'revision/dropping'),
    ...step(may.write && isRemovable(standing, steps), 'Remove the plan', 'removal'),
  ]
}

export type Revision = { readonly began: Step; readonly ended: Step | null; readonly changes: readonly Change[] }
export const changesView = (plan: Plan, revisions: readonly Revision[]) => ({
  title: `What has been changed in ${plan.title}`,
  revisions: revisions.map(({ began, ended, changes }) => ({
    heading: ended === null ? 'The revision that is open' : stepWords(ended),
    began: stepWords(began),
    reason: began.reason,
    changes,
  })),
})
