/**
 * A question is one thing that a request asks. A sign-off, nominations and a file to fill in are questions too, so that one request can ask for several of them.
 * The order of the questions is that of the form.
 */
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'

export type QuestionId = Id<'question'>

export const questionKinds = ['short', 'long', 'yes-no', 'one', 'several', 'number', 'date', 'sign-off', 'names', 'file'] as const
export type QuestionKind = (typeof questionKinds)[number]
export const questionKindNames: Readonly<Record<QuestionKind, string>> = {
  short: 'A line of text',
  long: 'A longer text',
  'yes-no': 'Yes or no',
  one: 'Choose one',
  several: 'Choose several',
  number: 'A number',
  date: 'A date',
  'sign-off': 'A sign-off: I agree, or I do not agree because',
  names: 'Names: nominations',
  file: 'A file',
}

export type Question = {
  readonly id: QuestionId
  readonly kind: QuestionKind
  readonly text: string
  readonly hint: string
  /** Of those that are chosen from; none for the others. */
  readonly choices: readonly string[]
  readonly isRequired: boolean
  /** The file that is to be filled in; none for a question of another kind, or where everybody brings one of their own. */
  readonly template: Template | null
}
export type Template = { readonly id: Id<'stored file'>; readonly name: string }
export type QuestionDraft = Omit<Question, 'id'>

/** What a new request begins with, by what is asked for. */
export const beginnings = ['questions', 'sign-off', 'names', 'file'] as const
export type Beginning = (typeof beginnings)[number]
export const beginningNames: Readonly<Record<Beginning, string>> = {
  questions: 'Answers to questions',
  'sign-off': 'A sign-off',
  names: 'Nominations',
  file: 'A file to be filled in',
}
const begun: Readonly<Record<Beginning, readonly QuestionDraft[]>> = {
  questions: [],
  'sign-off': [{ kind: 'sign-off', text: 'Do you agree?', hint: '', choices: [], isRequired: true, template: null }],
  names: [{ kind: 'names', text: 'Whom do you nominate?', hint: '', choices: [], isRequired: true, template: null }],
  file: [{ kind: 'file', text: 'Your copy, filled in', hint: '', choices: [], isRequired: true, template: null }],
}
export const questionsOf = (beginning: Beginning): readonly QuestionDraft[] => begun[beginning]

const isChosenFrom = (kind: QuestionKind): boolean => kind === 'one' || kind === 'several'

/** The most that is read on a telephone without giving up. */
const mostQuestions = 50

/** Choices are kept of those questions alone that are chosen from, and a file of those that are answered by one. */
export function ask(asked: QuestionDraft, others: readonly Pick<Question, 'id' | 'text'>[]): Ruling<QuestionDraft> {
  const draft = asked.kind === 'file' ? asked : { ...asked, template: null }
  const problems: Problem[] = []
  if (others.length >= mostQuestions) problems.push({ text: `A request has at most ${mostQuestions} questions` })
  if (others.some(({ text }) => text.toLowerCase() === draft.text.toLowerCase()))
    problems.push({ field: 'text', text: 'Another question of this request reads the same. Word it so that the answers can be told apart' })
  if (!isChosenFrom(draft.kind)) return problems.length > 0 ? refuse(...problems) : accept({ ...draft, choices: [] })
  const same = draft.choices.find((choice, at) => draft.choices.findIndex(each => each.toLowerCase() === choice.toLowerCase()) < at)
  if (draft.choices.length < 2) problems.push({ field: 'choices', text: 'Enter at least two choices, each on a line of its own' })
  else if (draft.choices.length > 30) problems.push({ field: 'choices', text: 'Enter at most 30 choices' })
  else if (same !== undefined) problems.push({ field: 'choices', text: `“${same}” is there twice` })
  return problems.length > 0 ? refuse(...problems) : accept(draft)
}

/** From the places that were typed beside them; of two with the same place, the one that stood before goes first. */
export function reorder(questions: readonly Question[], placeOf: (id: QuestionId) => string): Ruling<readonly QuestionId[]> {
  const placed = questions.map(({ id }, at) => ({ id, at, place: Number(placeOf(id).trim() || Number.NaN) }))
  const problems = placed
    .filter(({ place }) => !Number.isFinite(place))
    .map(({ id }) => ({ field: `place-${id}`, text: 'Enter a place, like 2' }))
  if (problems.length > 0) return refuse(...problems)
  return accept(placed.toSorted((one, other) => one.place - other.place || one.at - other.at).map(({ id }) => id))
}
