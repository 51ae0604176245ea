/** Letters about a step of a plan: to those who sign off when it is submitted, to those who write it when it is returned or signed off. */

import type { Day } from '../../kernel/day.ts'
import { type Asked, whoIsAsked } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { post, type VisitLetters } from '../../platform/mail/index.ts'
import type { Plan } from '../plan/plan.ts'
import { seesOpenOnly } from '../plan/sight.ts'
import { plan as planOf } from '../plan/store.ts'
import { missingInWords, robustnessOf } from '../robustness/robustness.ts'
import { plansToCheck } from '../robustness/store.ts'
import { returnedLetter, signedOffLetter, submittedLetter } from './letter.ts'
import { type StepInShort, stepInShort } from './store.ts'

export async function tellOfStep(db: Db, step: { readonly id: number } & Pick<StepInShort, 'kind'>, plan: Plan, today: Day): Promise<void> {
  for (const { personId } of await toBeTold(db, step, plan, today))
    await post(db, { letter: 'plan-step', about: { stepId: step.id, personId }, key: `plan step ${step.id} ${personId}` })
}

/** The chair of the group to which the plan's own reports; or who writes it, else who leads its group. */
async function toBeTold(
  db: Db,
  { kind }: Pick<StepInShort, 'kind'>,
  { groupId, parentGroupId, leadId }: Plan,
  today: Day,
): Promise<Asked[]> {
  if (kind === 'submitted') return parentGroupId === null ? [] : whoIsAsked(db, [{ key: 1, chairOf: parentGroupId }], today)
  if (kind !== 'returned' && kind !== 'signed-off') return []
  return whoIsAsked(db, [leadId === null ? { key: 1, groupId } : { key: 1, personId: leadId }], today)
}

export const planLetters: VisitLetters = {
  'plan-step': async ({ db, about, today, home }) => {
    const step = await stepInShort(db, Number(about['stepId']))
    const plan = step === null ? null : await planOf(db, step.planId)
    // What was withdrawn or decided since is not told of any more.
    if (step === null || plan === null || !step.isLatest) return null
    const to = (await toBeTold(db, step, plan, today)).find(({ personId }) => personId === Number(about['personId']))
    if (to === undefined || to.email === null) return null
    const of = { title: plan.title, group: plan.group, by: step.by, link: `${home}/plans/${plan.id}` }
    if (step.kind === 'returned') return { to: to.email, name: to.name, ...returnedLetter(of, step.reason) }
    if (step.kind === 'signed-off') return { to: to.email, name: to.name, ...signedOffLetter(of) }
    const [toCheck] = await plansToCheck(db, [plan.id], seesOpenOnly)
    const missing = toCheck === undefined ? [] : missingInWords(robustnessOf(toCheck))
    return { to: to.email, name: to.name, ...submittedLetter(of, missing, plan.state === 'revising') }
  },
}
