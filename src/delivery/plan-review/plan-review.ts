/**
 * Somebody who looks over a plan says whether it is SMART, as a whole and, where they like, action by action, and how it stands with the four Rs that a management
 * group asks before it gives money. What nobody answered is no answer: it is not a no.
 */
import type { Day } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { PlannedActionId } from '../plan/plan.ts'

export const smart = ['specific', 'measurable', 'achievable', 'relevant', 'timed'] as const
export const fourRs = ['realistic', 'rationale', 'value', 'reports'] as const
export const questions = [...smart, ...fourRs] as const
export type Question = (typeof questions)[number]

export const questionNames: Readonly<Record<Question, { readonly name: string; readonly asks: string }>> = {
  specific: { name: 'Specific', asks: 'Is it clear who does what?' },
  measurable: { name: 'Measurable', asks: 'Will one know that it is done, and what good it did?' },
  achievable: { name: 'Achievable', asks: 'Can those who are named do it with what they have?' },
  relevant: { name: 'Relevant', asks: 'Would it move the indicators and outcomes that it names?' },
  timed: { name: 'Timed', asks: 'Is it said by when, with steps on the way?' },
  realistic: { name: 'Realistic', asks: 'Is it realistic to achieve?' },
  rationale: { name: 'Rationale', asks: 'Is it said why the money is asked for, who gets it and what it achieves?' },
  value: { name: 'Relative value for money', asks: 'Is it worth more than what else the money could do?' },
  reports: {
    name: 'Reports to be received',
    asks: 'Is it said which reports come to the group, and when, so that it can look at their value?',
  },
}

export const answers = ['yes', 'partly', 'no'] as const
export type AnswerWord = (typeof answers)[number]
export const answerNames: Readonly<Record<AnswerWord, string>> = { yes: 'Yes', partly: 'Partly', no: 'No' }

export type GivenAnswer = { readonly question: Question; readonly answer: AnswerWord; readonly sentence: string }

/** `personId`: none for an account that is nobody's at the table. */
export type Reviewer = { readonly personId: PersonId | null; readonly byName: string }
export type Review = Reviewer & {
  readonly id: number
  readonly onDay: Day
  readonly answers: readonly (GivenAnswer & { readonly plannedActionId: PlannedActionId | null })[]
}

/** Whom officers asked, besides those who may sign it off. */
export type AskedReviewer = { readonly personId: PersonId; readonly name: string; readonly askedOn: Day; readonly askedBy: string }
/** What can be reviewed by itself. */
export type NamedAction = { readonly id: PlannedActionId; readonly reference: string; readonly text: string }

/** As it was typed: '' where nothing was chosen. */
export type TypedAnswer = { readonly question: Question; readonly answer: AnswerWord | ''; readonly sentence: string }

/** What is not answered is left out. Why it is not simply yes has to be said, or nobody can mend it. */
export function answer(typed: readonly TypedAnswer[]): Ruling<readonly GivenAnswer[]> {
  const problems = typed.flatMap(({ question, answer, sentence }): Problem[] => {
    const { name } = questionNames[question]
    if (answer === '' && sentence !== '')
      return [{ field: `${question}-answer`, text: `${name}: select yes, partly or no, or take out the sentence` }]
    if ((answer === 'partly' || answer === 'no') && sentence === '')
      return [{ field: `${question}-sentence`, text: `${name}: say in a sentence what is missing` }]
    if (sentence.length > 1_000) return [{ field: `${question}-sentence`, text: `${name}: the sentence must be 1,000 characters or fewer` }]
    return []
  })
  if (problems.length > 0) return refuse(...problems)
  return accept(typed.flatMap(({ question, answer, sentence }) => (answer === '' ? [] : [{ question, answer, sentence }])))
}

export const isBy = (review: Reviewer, { personId, byName }: Reviewer): boolean =>
  personId === null ? review.personId === null && review.byName === byName : review.personId === personId

/** Two say yes, one partly; '' where nobody answered. */
export function tallied(reviews: readonly Review[], question: Question): string {
  const given = reviews.flatMap(review => review.answers.filter(each => each.question === question && each.plannedActionId === null))
  return answers
    .map(word => ({ word, count: given.filter(({ answer }) => answer === word).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ')
}
