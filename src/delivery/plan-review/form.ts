import { type Fields, text } from '../../platform/web/index.ts'
import { answers, type Question, type TypedAnswer } from './plan-review.ts'

export const readAnswers = (body: Fields, questions: readonly Question[]): TypedAnswer[] =>
  questions.map(question => ({
    question,
    answer: answers.find(word => word === text(body, `${question}-answer`)) ?? '',
    sentence: text(body, `${question}-sentence`).replace(/\s+/g, ' ').trim(),
  }))
