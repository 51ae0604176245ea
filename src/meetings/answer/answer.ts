/**
 * An answer is what one of those who were asked said to a request. It is kept while it is a draft, sent, and may be changed until the request is closed. One that
 * was first sent after the date is late, whatever becomes of it afterwards.
 */
import { type Day, dayLabel, parseDay } from '../../kernel/day.ts'
import { parseDecimal, toText } from '../../kernel/decimal.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Question } from '../question/question.ts'

export type AnswerState = 'draft' | 'sent'

/** What was said to each question, by the question's number: one value, or several where several may be given; of a file its number and name. Nothing where it was left out. */
export type Said = ReadonlyMap<number, readonly string[]>

export type Answer = {
  readonly state: AnswerState
  /** When it was first sent; null for a draft. */
  readonly sentOn: Day | null
  readonly changedOn: Day | null
  /** Who answered, where they are known by name. */
  readonly by: string | null
  /** The keeper who entered what somebody told them; '' for none. */
  readonly enteredBy: string
  readonly said: Said
}

export const yesOrNo = ['Yes', 'No'] as const
export const agreement = { agree: 'agree', disagree: 'disagree' } as const

export const isLate = ({ sentOn }: Pick<Answer, 'sentOn'>, dueOn: Day): boolean => sentOn !== null && sentOn > dueOn

/** The field of a question in a form. */
export const fieldOf = ({ id }: Pick<Question, 'id'>): string => `question-${id}`
export const reasonFieldOf = (question: Pick<Question, 'id'>): string => `${fieldOf(question)}-reason`

export const removalFieldOf = (question: Pick<Question, 'id'>): string => `${fieldOf(question)}-removal`

type Typed = (field: string) => readonly string[]

/**
 * What was typed, understood: whatever can be kept of a draft, and what has to be mended before it can be sent. Files come beside what is typed: `brought` has
 * those that there are now.
 */
export function readAnswer(
  questions: readonly Question[],
  typed: Typed,
  brought: Said = new Map(),
): { readonly said: Said; readonly problems: readonly Problem[] } {
  const said = new Map<number, readonly string[]>()
  const problems: Problem[] = []
  for (const question of questions) {
    const ruling = question.kind === 'file' ? accept(brought.get(question.id) ?? []) : readOne({ ...question, kind: question.kind }, typed)
    if (!ruling.accepted) problems.push(...ruling.problems)
    else if (ruling.value.length > 0) said.set(question.id, ruling.value)
    else if (question.isRequired) problems.push({ field: fieldOf(question), text: `${missing[question.kind]}: ${question.text}` })
  }
  return { said, problems }
}

/** What is wrong even in a draft: what was typed cannot be kept as it is. What is only missing may come later. */
export const inADraft = (questions: readonly Question[], typed: Typed): readonly Problem[] =>
  readAnswer(
    questions.map(question => ({ ...question, isRequired: false })),
    typed,
  ).problems

const missing: Readonly<Record<Question['kind'], string>> = {
  short: 'Answer',
  long: 'Answer',
  'yes-no': 'Select yes or no',
  one: 'Select one',
  several: 'Select at least one',
  number: 'Enter a number',
  date: 'Enter a date',
  'sign-off': 'Select whether you agree',
  names: 'Enter at least one name',
  file: 'Select a file',
}

function readOne(question: Question & { readonly kind: Exclude<Question['kind'], 'file'> }, typed: Typed): Ruling<readonly string[]> {
  const field = fieldOf(question)
  const values = typed(field).map(each => each.replaceAll('\r\n', '\n').trim())
  const value = values[0] ?? ''
  const wrong = (text: string, at = field): Ruling<never> => refuse({ field: at, text: `${text}: ${question.text}` })
  const one = (kept: string): Ruling<readonly string[]> => accept(kept === '' ? [] : [kept])
  switch (question.kind) {
    case 'short':
      return value.length > 500 ? wrong('The answer must be 500 characters or fewer') : one(value.replace(/\s+/g, ' '))
    case 'long':
      return value.length > 10_000 ? wrong('The answer must be 10,000 characters or fewer') : one(value)
    case 'yes-no':
      return value === '' || yesOrNo.some(each => each === value) ? one(value) : wrong('Select yes or no')
    case 'one':
      return value === '' || question.choices.includes(value) ? one(value) : wrong('Select one of those that are offered')
    case 'several':
      return values.every(each => question.choices.includes(each))
        ? accept([...new Set(values)])
        : wrong('Select from those that are offered')
    case 'number': {
      const number = parseDecimal(value)
      if (value === '') return accept([])
      return number === null ? wrong('Enter a number, like 1,250 or 3.5') : accept([toText(number)])
    }
    case 'date': {
      const day = parseDay(value)
      if (value === '') return accept([])
      return day === null ? wrong('Enter a date, like 6 May 2009') : accept([day])
    }
    case 'sign-off':
      return readSignOff(question, value, (typed(reasonFieldOf(question))[0] ?? '').trim())
    case 'names': {
      const names = [...new Set(value.split('\n').map(each => each.replace(/\s+/g, ' ').trim()))].filter(each => each !== '')
      if (names.length > 50) return wrong('Enter at most 50 names')
      return names.some(each => each.length > 200)
        ? wrong('A name must be 200 characters or fewer, and stand on a line of its own')
        : accept(names)
    }
  }
}

/** Who does not agree says why: that is what a group can do something about. */
function readSignOff(question: Question, value: string, reason: string): Ruling<readonly string[]> {
  if (value === '') return accept([])
  if (value === agreement.agree) return accept([agreement.agree])
  if (value !== agreement.disagree) return refuse({ field: fieldOf(question), text: `Select whether you agree: ${question.text}` })
  if (reason === '') return refuse({ field: reasonFieldOf(question), text: `Say why you do not agree: ${question.text}` })
  if (reason.length > 4_000) return refuse({ field: reasonFieldOf(question), text: 'The reason must be 4,000 characters or fewer' })
  return accept([agreement.disagree, reason])
}

/** What was said to one question, in words. */
export function saidWords(question: Pick<Question, 'kind'>, said: readonly string[]): string {
  const [value = '', second = ''] = said
  if (value === '') return ''
  if (question.kind === 'file') return second
  if (question.kind === 'date') return dayLabel(value as Day)
  if (question.kind === 'sign-off') return value === agreement.agree ? 'Agrees' : `Does not agree: ${second}`
  return question.kind === 'several' || question.kind === 'names' ? said.join(question.kind === 'names' ? '\n' : '; ') : value
}

/** How often each was chosen, in the order in which they are offered; nothing for a question that is not counted. Drafts are not counted. */
export function counted(
  question: Pick<Question, 'id' | 'kind' | 'choices'>,
  sent: readonly Said[],
): readonly { readonly choice: string; readonly count: number }[] {
  const given = sent.map(said => said.get(question.id) ?? []).map(said => (question.kind === 'several' ? said : said.slice(0, 1)))
  return choicesOf(question).map(([value, choice]) => ({ choice, count: given.filter(said => said.includes(value)).length }))
}

function choicesOf({ kind, choices }: Pick<Question, 'kind' | 'choices'>): readonly (readonly [value: string, words: string])[] {
  if (kind === 'yes-no') return yesOrNo.map(each => [each, each])
  if (kind === 'sign-off')
    return [
      [agreement.agree, 'Agrees'],
      [agreement.disagree, 'Does not agree'],
    ]
  return choices.map(each => [each, each])
}
