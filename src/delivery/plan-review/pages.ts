import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { choosePerson, peopleToChoose, personFieldView, reachOf, readPerson, type ShownPart } from '../../partnership/index.ts'
import {
  type Answer,
  type Fields,
  found,
  type Handler,
  mayManagePerformance,
  mayTakePart,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { maySignOff, planAsked } from '../plan/pages.ts'
import type { Plan } from '../plan/plan.ts'
import { sightIn } from '../plan/sight.ts'
import { readAnswers } from './form.ts'
import { type AskedReviewer, answer, isBy, type NamedAction, type Reviewer, type TypedAnswer } from './plan-review.ts'
import { actionsToReview, askReviewer, keepReview, plansToReview, removeReviewer, reviewersOf, reviewsOf } from './store.ts'
import { formView, questionsAbout, reviewsView, typedOf } from './view.ts'

/** For the plan's Robustness page; null for whoever does not take part. */
export async function reviewsShown(visit: Visit, plan: Plan, typed: Fields = {}, wasSent = false) {
  const { db, visitor, today } = visit
  if (!mayTakePart(visitor)) return null
  const mayAsk = mayManagePerformance(visitor)
  const [reviews, asked, actions, people] = await Promise.all([
    reviewsOf(db, plan.id),
    reviewersOf(db, plan.id),
    actionsToReview(db, plan.id, sightIn(reachOf('see-confidential', visitor))),
    mayAsk ? peopleToChoose(db, today) : [],
  ])
  // Nobody is added to the people of the partnership in passing.
  const person = { ...personFieldView(text(typed, 'person'), text(typed, 'person-chosen'), people, wasSent, null), newName: '' }
  return { ...reviewsView({ plan, reviews, asked, actions, mayReview: mayReview(visit, plan, asked), mayAsk }), person }
}

/** Those who may sign it off, and whom officers asked. A capacity is read only where somebody was asked. */
const mayReview = (visit: Visit, plan: Plan, asked: readonly AskedReviewer[]): boolean =>
  maySignOff(visit, plan) || (asked.length > 0 && asked.some(({ personId }) => personId === visit.visitor.capacity.personId))

export const editReview: Handler = async visit => withReview(visit, asked => formPage(asked, asked.said))

export const keepReviewGiven: Handler = async visit =>
  withReview(visit, async asked => {
    const { plan, action, by } = asked
    const typed = readAnswers(visit.body, questionsAbout(action?.id ?? null))
    const ruling = answer(typed)
    if (!ruling.accepted) return formPage(asked, typed, ruling.problems)
    await keepReview(visit.db, { planId: plan.id, plannedActionId: action?.id ?? null, by, onDay: visit.today }, ruling.value)
    return redirect(`plans/${plan.id}/robustness`, ruling.value.length === 0 ? 'You have answered nothing' : 'Your review is kept')
  })

type Asked = {
  readonly plan: Plan
  readonly action: NamedAction | null
  readonly actions: readonly NamedAction[]
  readonly by: Reviewer
  readonly said: readonly TypedAnswer[]
}

async function withReview(visit: Visit, work: (asked: Asked) => Promise<Answer> | Answer): Promise<Answer> {
  const { db, visitor, params } = visit
  const plan = await planAsked(visit)
  const [reviews, reviewers, actions] = await Promise.all([
    reviewsOf(db, plan.id),
    reviewersOf(db, plan.id),
    actionsToReview(db, plan.id, sightIn(reachOf('see-confidential', visitor))),
  ])
  if (!mayReview(visit, plan, reviewers))
    return redirect(`plans/${plan.id}/robustness`, 'Whoever may sign this plan off reviews it, and whom officers ask')
  const action = params['planned'] === undefined ? null : found(actions.find(({ id }) => id === idOf(params['planned'])))
  const by = { personId: visitor.capacity.personId as Reviewer['personId'], byName: visitor.name }
  const mine = reviews.find(review => isBy(review, by)) ?? null
  return work({ plan, action, actions, by, said: typedOf(mine, questionsAbout(action?.id ?? null), action?.id ?? null) })
}

function formPage({ plan, action, actions }: Asked, typed: readonly TypedAnswer[], problems: readonly Problem[] = []): Answer {
  return page(
    template(import.meta.url, 'edit.njk'),
    {
      title: action === null ? `Review ${plan.title}` : `Review ${action.reference}`,
      breadcrumbs: [...toPlan(plan), { text: 'Robustness', href: `plans/${plan.id}/robustness` }],
      around: planFrame(plan, 'Robustness'),
      action: action === null ? `plans/${plan.id}/review` : `plans/${plan.id}/review/${action.id}`,
      single: action,
      others: actions
        .filter(({ id }) => id !== action?.id)
        .map(({ id, reference, text }) => ({ text: `${reference} ${text}`, href: `plans/${plan.id}/review/${id}` })),
      wholeHref: `plans/${plan.id}/review`,
      ...formView(typed),
    },
    problems,
  )
}

/** Refused, it is the Robustness page once more: `show` draws it. */
export const askForReview =
  (show: (visit: Visit, plan: Plan, problems: readonly Problem[]) => Promise<Answer>): Handler =>
  async visit => {
    const { db, body, today, visitor } = visit
    const plan = await planAsked(visit)
    const chosen = choosePerson({ ...readPerson(body), isNew: false }, await peopleToChoose(db, today))
    if (!chosen.accepted) return show(visit, plan, chosen.problems.map(asKnownOnly))
    if (chosen.value.kind === 'known') await askReviewer(db, plan.id, chosen.value.id, today, visitor.name)
    return redirect(`plans/${plan.id}/robustness`, `${chosen.value.name} may review the plan, and finds it on their home page`)
  }

const asKnownOnly = ({ text, ...rest }: Problem): Problem => ({
  ...rest,
  text: text.replace(/\. Check the spelling.*/, '. Check the spelling, or add them under People first'),
})

export const dropReviewer: Handler = async visit => {
  const plan = await planAsked(visit)
  await removeReviewer(visit.db, plan.id, found(idOf<'person'>(visit.params['person'])))
  return redirect(`plans/${plan.id}/robustness`, 'They are not asked any more')
}

/** For home: plans that wait for one's review. */
export async function myReviewsPart({ db, visitor }: Visit): Promise<ShownPart | null> {
  if (!mayTakePart(visitor) || (visitor.role === 'reader' && visitor.duties.length === 0)) return null
  const { personId } = visitor.capacity
  if (personId === null) return null
  const plans = await plansToReview(db, personId as never)
  if (plans.length === 0) return null
  return {
    title: 'Plans to review',
    template: template(import.meta.url, 'mine.njk'),
    view: { plans: plans.map(({ id, title, group }) => ({ text: title, group, href: `plans/${id}/review` })) },
  }
}
