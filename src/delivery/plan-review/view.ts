import { dayLabel } from '../../kernel/day.ts'
import type { Plan, PlannedActionId } from '../plan/plan.ts'
import {
  type AskedReviewer,
  answerNames,
  answers,
  fourRs,
  type NamedAction,
  type Question,
  questionNames,
  questions,
  type Review,
  smart,
  type TypedAnswer,
  tallied,
} from './plan-review.ts'

export type Reviewed = {
  readonly plan: Pick<Plan, 'id'>
  readonly reviews: readonly Review[]
  readonly asked: readonly AskedReviewer[]
  readonly actions: readonly NamedAction[]
  readonly mayReview: boolean
  readonly mayAsk: boolean
}

/** Several reviewers side by side, on the plan's page. */
export function reviewsView({ plan, reviews, asked, actions, mayReview, mayAsk }: Reviewed) {
  const shown = reviews.map(({ byName, onDay, answers: given }) => ({
    name: byName,
    on: dayLabel(onDay),
    of: (question: Question, actionId: PlannedActionId | null) =>
      given.find(each => each.question === question && each.plannedActionId === actionId) ?? null,
  }))
  const cells = (question: Question, actionId: PlannedActionId | null) =>
    shown.map(({ name, of }) => {
      const given = of(question, actionId)
      return { name, answer: given && answerNames[given.answer], sentence: given?.sentence ?? '' }
    })
  return {
    reviewers: shown.map(({ name, on }) => ({ name, on })),
    parts: [
      { heading: 'Is it SMART?', questions: smart },
      { heading: 'The four Rs', questions: fourRs },
    ].map(part => ({
      heading: part.heading,
      rows: part.questions.map(question => ({
        ...questionNames[question],
        tally: tallied(reviews, question),
        cells: cells(question, null),
      })),
    })),
    actions: actions
      .map(({ id, reference, text }) => ({
        reference,
        text,
        href: `plans/${plan.id}/actions/${id}`,
        lines: smart.flatMap(question =>
          cells(question, id).flatMap(({ name, answer, sentence }) =>
            answer === null ? [] : [{ question: questionNames[question].name, name, answer, sentence }],
          ),
        ),
      }))
      .filter(({ lines }) => lines.length > 0),
    asked: asked.map(({ personId, name, askedOn }) => ({
      id: String(personId),
      name,
      on: dayLabel(askedOn),
      hasAnswered: reviews.some(review => review.personId === personId),
    })),
    mayReview,
    mayAsk,
    reviewHref: `plans/${plan.id}/review`,
    askAction: `plans/${plan.id}/reviewers`,
  }
}

/** The form of one reviewer: of the plan as a whole, or of one of its actions. */
export const formView = (typed: readonly TypedAnswer[]) => ({
  parts: [
    { heading: 'Is it SMART?', of: smart as readonly Question[] },
    { heading: 'The four Rs', of: fourRs as readonly Question[] },
  ]
    .map(({ heading, of }) => ({
      heading,
      questions: typed
        .filter(({ question }) => of.includes(question))
        .map(({ question, answer, sentence }) => ({
          id: question,
          ...questionNames[question],
          sentence,
          items: answers.map((value, at) => ({
            value,
            text: answerNames[value],
            checked: value === answer,
            ...(at === 0 && { id: `${question}-answer` }),
          })),
        })),
    }))
    .filter(part => part.questions.length > 0),
})

/** What they said before, to be changed. */
export const typedOf = (review: Review | null, asked: readonly Question[], plannedActionId: PlannedActionId | null): TypedAnswer[] =>
  asked.map(question => {
    const given = review?.answers.find(each => each.question === question && each.plannedActionId === plannedActionId)
    return { question, answer: given?.answer ?? '', sentence: given?.sentence ?? '' }
  })

export const questionsAbout = (plannedActionId: PlannedActionId | null): readonly Question[] =>
  plannedActionId === null ? questions : smart
