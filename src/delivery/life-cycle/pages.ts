import { actionsFromSource, openProposed, setState } from '../../actions/index.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem, Ruling } from '../../kernel/ruling.ts'
import { recentlyDecided } from '../../meetings/index.ts'
import { reachOf } from '../../partnership/index.ts'
import { type Answer, allow, editionOf, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { contentOf } from '../plan/content/store.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { contentSeen, maySignOff, planAsked, planKept } from '../plan/pages.ts'
import { isWithin, type Plan } from '../plan/plan.ts'
import { sightIn } from '../plan/sight.ts'
import { lockPlan } from '../plan/store.ts'
import { missingInWords, robustnessInWords, robustnessOf } from '../robustness/robustness.ts'
import { plansToCheck } from '../robustness/store.ts'
import { readReason } from './form.ts'
import { tellOfStep } from './jobs.ts'
import { type Act, isRemovable, type Step, type Taken, take } from './life-cycle.ts'
import { changesBetween, openSaid, type Said, saidOf } from './said.ts'
import { addStep, deletePlan, keepVersion, setPlanState, stepsOf, versionsOf } from './store.ts'
import { changesView, type Revision } from './view.ts'

type Asked = { readonly plan: Plan; readonly steps: readonly Step[] }

export const askToSubmit: Handler = async visit => submissionPage(visit, await keptPlan(visit))

/** With things missing too: those who sign off are told which. */
export const submitPlan: Handler = async visit => {
  const asked = await keptPlan(visit, lockPlan)
  const taken = take('submit', asked.plan)
  if (!taken.accepted) return submissionPage(visit, asked, taken.problems)
  await record(visit, asked.plan, taken.value)
  return redirect(`plans/${asked.plan.id}`, asked.plan.state === 'revising' ? 'The revision is submitted' : 'The plan is submitted')
}

async function submissionPage(visit: Visit, { plan }: Asked, problems: readonly Problem[] = []): Promise<Answer> {
  const [toCheck] = await plansToCheck(visit.db, [plan.id], sightIn(reachOf('see-confidential', visit.visitor)))
  const robustness = robustnessOf(found(toCheck))
  const view = {
    title: plan.state === 'revising' ? 'Submit the revision' : 'Submit the plan',
    caption: plan.title,
    robust: robustnessInWords(robustness),
    missing: missingInWords(robustness),
    robustnessHref: `plans/${plan.id}/robustness`,
    ...around(plan),
  }
  return page(template(import.meta.url, 'submit.njk'), view, problems)
}

export const askToWithdraw: Handler = async visit => questionPage(await keptPlan(visit), withdrawing)
export const withdrawPlan: Handler = async visit => simply(visit, await keptPlan(visit, lockPlan), 'withdraw', withdrawing)

export const askToReturn: Handler = async visit => reasonPage(await signedPlan(visit), returning)
export const returnPlan: Handler = async visit => withReason(visit, await signedPlan(visit, lockPlan), 'return', returning)

export const askToRevise: Handler = async visit => reasonPage(await keptPlan(visit), revising)
export const revisePlan: Handler = async visit => withReason(visit, await keptPlan(visit, lockPlan), 'revise', revising)

export const askToDropRevision: Handler = async visit => questionPage(await keptPlan(visit), dropping)

/** Only one that has changed nothing: else what was signed off would have been changed by nobody who may. */
export const dropRevision: Handler = async visit => {
  const asked = await keptPlan(visit, lockPlan)
  const began = (await versionsOf(visit.db, asked.plan.id)).at(-1)
  const changes = began === undefined ? [] : changesBetween(began.said, await whole(visit, asked.plan))
  if (asked.plan.state === 'revising' && changes.length > 0)
    return questionPage(asked, dropping, [
      { text: 'Something has been changed since the revision began. Change it back as it was, or have the revision signed off' },
    ])
  return simply(visit, asked, 'drop-revision', dropping)
}

export const askToRemovePlan: Handler = async visit => questionPage(await keptPlan(visit), removing)

/** With its reviews and dates; what was proposed for it is not pursued. */
export const removePlan: Handler = async visit => {
  const { db, today } = visit
  const asked = await keptPlan(visit, lockPlan)
  const { plan, steps } = asked
  if (!isRemovable(plan, steps))
    return questionPage(asked, removing, [{ text: 'This plan has been submitted, and stays with whatever became of it' }])
  for (const { id, state } of await actionsFromSource(db, 'plan', plan.id))
    if (state === 'proposed') await setState(db, id, { state: 'dropped', outcome: 'Taken out of the plan', endedOn: today })
  await deletePlan(db, plan.id)
  return redirect('plans', `${plan.title} of ${plan.group} is removed`)
}

export const askToSignOff: Handler = async visit => signOffPage(visit, await signedPlan(visit))

/** Its actions are there for everybody from now on. What was read is what is signed. */
export const signOffPlan: Handler = async visit => {
  const { db, body } = visit
  const asked = await signedPlan(visit, lockPlan)
  const { plan } = asked
  const chosen = text(body, 'decisionId')
  const decisions = await recentlyDecided(visit, deciding(plan))
  const decision = decisions.find(({ id }) => String(id) === chosen)
  const taken = take('sign-off', plan)
  const problems: Problem[] = [
    ...(taken.accepted ? [] : taken.problems),
    ...(chosen !== '' && decision === undefined ? [{ field: 'decisionId', text: 'Select a decision of the list, or none' }] : []),
    ...(text(body, 'edition') === editionOf(shownSaid(await seen(visit, plan)))
      ? []
      : [{ text: 'The plan has been changed since you opened this page. Look at it again, then sign it off' }]),
  ]
  if (!taken.accepted || problems.length > 0) return signOffPage(visit, asked, chosen, problems)
  const stepId = await record(visit, plan, taken.value, decision?.id ?? null)
  await keepVersion(db, plan.id, stepId, await whole(visit, plan))
  await openProposed(db, plan.id)
  return redirect(
    `plans/${plan.id}`,
    plan.state === 'revising' ? 'The revision is signed off' : 'The plan is signed off, and its actions are open',
  )
}

async function signOffPage(visit: Visit, { plan, steps }: Asked, chosen = '', problems: readonly Problem[] = []): Promise<Answer> {
  const { db, visitor } = visit
  const [[toCheck], decisions, said, versions] = await Promise.all([
    plansToCheck(db, [plan.id], sightIn(reachOf('see-confidential', visitor))),
    recentlyDecided(visit, deciding(plan)),
    seen(visit, plan),
    versionsOf(db, plan.id),
  ])
  const robustness = robustnessOf(found(toCheck))
  const began = plan.state === 'revising' ? versions.at(-1) : undefined
  const view = {
    title: plan.state === 'revising' ? 'Sign off the revision' : 'Sign off the plan',
    caption: plan.title,
    robust: robustnessInWords(robustness),
    missing: missingInWords(robustness),
    reason: plan.state === 'revising' ? (steps.findLast(({ kind }) => kind === 'revising')?.reason ?? '') : '',
    changes: began === undefined ? [] : changesBetween(cut(visit, plan, began.said), said),
    decisions: [
      { value: '', text: 'None' },
      ...decisions.map(({ id, reference, text: words }) => ({
        value: String(id),
        text: `${reference} ${words.length > 100 ? `${words.slice(0, 100)}…` : words}`,
        selected: String(id) === chosen,
      })),
    ],
    edition: editionOf(shownSaid(said)),
    ...around(plan),
  }
  return page(template(import.meta.url, 'sign-off.njk'), view, problems)
}

/** What each revision has changed, and what the one that is open has changed so far; the latest first. */
export const showChanges: Handler = async visit => {
  const plan = await planAsked(visit)
  const [steps, versions, now] = await Promise.all([stepsOf(visit.db, plan.id), versionsOf(visit.db, plan.id), seen(visit, plan)])
  const saidAt = new Map(versions.map(({ stepId, said }) => [stepId, cut(visit, plan, said)]))
  const revisions = steps.flatMap((began, at): Revision[] => {
    const was = saidAt.get(began.id)
    if (began.kind !== 'revising' || was === undefined) return []
    const ended = steps.slice(at).find(({ kind }) => kind === 'signed-off' || kind === 'revision-dropped') ?? null
    const is = ended === null ? now : saidAt.get(ended.id)
    // What is proposed is for those who take part.
    return is === undefined || (ended === null && visit.visitor.role === 'scrutiny')
      ? []
      : [{ began, ended, changes: changesBetween(was, is) }]
  })
  const view = { ...changesView(plan, revisions.toReversed()), around: planFrame(plan, 'Plan'), breadcrumbs: toPlan(plan) }
  return page(template(import.meta.url, 'changes.njk'), view)
}

/** With whatever is confidential: what is kept is the whole. */
const whole = async ({ db, today }: Visit, plan: Plan): Promise<Said> => saidOf(plan, await contentOf(db, plan.id, today, 'all'))
const seen = async (visit: Visit, plan: Plan): Promise<Said> => saidOf(plan, await contentSeen(visit, plan))
const cut = ({ visitor }: Visit, { groupId }: Plan, said: Said): Said =>
  isWithin(reachOf('see-confidential', visitor), groupId) ? said : openSaid(said)
const shownSaid = (said: Said) => ({ said: JSON.stringify(said) })
const deciding = ({ groupId, parentGroupId }: Plan): number[] => [groupId, ...(parentGroupId === null ? [] : [parentGroupId])]

async function record(visit: Visit, plan: Plan, { state, kind, reason }: Taken, decisionId: number | null = null): Promise<number> {
  const { db, today, visitor } = visit
  const stepId = await addStep(db, {
    planId: plan.id,
    kind,
    reason,
    onDay: today,
    personId: visitor.capacity.personId,
    byName: visitor.name,
    decisionId,
  })
  if (kind === 'revising') await keepVersion(db, plan.id, stepId, await whole(visit, plan))
  await setPlanState(db, plan.id, state)
  if (visit.sendsMail) await tellOfStep(db, { id: stepId, kind }, plan, today)
  return stepId
}

type Question = {
  readonly title: string
  readonly words: string
  readonly button: string
  readonly told: string
  readonly label?: string
  readonly isWarning?: boolean
}
const withdrawing: Question = {
  title: 'Withdraw the plan',
  words: 'It does not wait to be signed off any more, and you can change it again. You can submit it again at any time.',
  button: 'Withdraw it',
  told: 'The plan is withdrawn',
}
const returning: Question = {
  title: 'Return the plan',
  words: 'Its group changes it and submits it again. Whoever writes it is told your reasons.',
  label: 'Why is it returned?',
  button: 'Return it',
  told: 'The plan is returned',
}
const revising: Question = {
  title: 'Revise the plan',
  words: 'What was signed off stays in force until the revision is signed off. What you change is shown beside what it was.',
  label: 'Why is it revised?',
  button: 'Begin the revision',
  told: 'The plan can be changed now',
}
const dropping: Question = {
  title: 'Drop the revision',
  words: 'The plan stays as it was signed off. A revision is dropped only while nothing has been changed.',
  button: 'Drop it',
  told: 'The revision is dropped',
}

const removing: Question = {
  title: 'Remove the plan',
  words:
    'It was never submitted. It is removed with all that was planned; its actions stay in the register as taken out of the plan, since their numbers are not given again.',
  button: 'Remove it',
  told: 'The plan is removed',
  isWarning: true,
}

async function simply(visit: Visit, asked: Asked, act: Act, question: Question): Promise<Answer> {
  const taken = take(act, asked.plan)
  if (!taken.accepted) return questionPage(asked, question, taken.problems)
  await record(visit, asked.plan, taken.value)
  return redirect(`plans/${asked.plan.id}`, question.told)
}

async function withReason(visit: Visit, asked: Asked, act: Act, question: Question): Promise<Answer> {
  const read = readReason(visit.body)
  const taken: Ruling<Taken> = read.accepted ? take(act, asked.plan, read.value.reason) : read
  if (!taken.accepted) return reasonPage(asked, question, text(visit.body, 'reason'), taken.problems)
  await record(visit, asked.plan, taken.value)
  return redirect(`plans/${asked.plan.id}`, question.told)
}

function questionPage({ plan }: Asked, question: Question, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'question.njk'), { ...question, caption: plan.title, ...around(plan) }, problems)
}

function reasonPage({ plan }: Asked, question: Question, reason = '', problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'reason.njk'), { ...question, reason, caption: plan.title, ...around(plan) }, problems)
}

const around = (plan: Plan) => ({ planHref: `plans/${plan.id}`, breadcrumbs: toPlan(plan) })

async function keptPlan(visit: Visit, lock?: typeof lockPlan): Promise<Asked> {
  if (lock) await lock(visit.db, found(idOf<'plan'>(visit.params['plan'])))
  return withSteps(visit, await planKept(visit))
}

async function signedPlan(visit: Visit, lock?: typeof lockPlan): Promise<Asked> {
  if (lock) await lock(visit.db, found(idOf<'plan'>(visit.params['plan'])))
  const plan = await planAsked(visit)
  allow(maySignOff(visit, plan))
  return withSteps(visit, plan)
}

async function withSteps({ db }: Visit, plan: Plan): Promise<Asked> {
  return { plan, steps: await stepsOf(db, plan.id) }
}
