import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Question } from '../question/question.ts'
import { type Asked, askedName, type Request } from '../request/request.ts'
import { agreement, fieldOf, isLate, reasonFieldOf, type Said, saidWords, yesOrNo } from './answer.ts'

/** What stands in the fields of a form: a text, or those that are ticked. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What was said, as it would be typed. */
export function typedOf(questions: readonly Question[], said: Said): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const question of questions) {
    const values = said.get(question.id) ?? []
    const [value = '', reason = ''] = values
    typed[fieldOf(question)] =
      question.kind === 'several'
        ? values
        : question.kind === 'names'
          ? values.join('\n')
          : question.kind === 'date' && value !== ''
            ? dayLabel(value as Day)
            : value
    if (question.kind === 'sign-off') typed[reasonFieldOf(question)] = reason
  }
  return typed
}

/** For `overtaken`: what each field is called and how it reads. */
export const inWords = (questions: readonly Question[], said: Said): Readonly<Record<string, readonly [string, string]>> =>
  Object.fromEntries(
    questions.map(question => [fieldOf(question), [`“${question.text}”`, saidWords(question, said.get(question.id) ?? [])]]),
  )

/** The fields of the form, for `fields.njk`. */
export function fieldsView(questions: readonly Question[], typed: Typed) {
  return questions.map(question => {
    const field = fieldOf(question)
    const values = [typed[field] ?? []].flat()
    const items = (choices: readonly string[]) => choices.map(each => ({ value: each, text: each, checked: values.includes(each) }))
    return {
      field,
      kind: question.kind,
      label: question.isRequired ? question.text : `${question.text} (optional)`,
      hint: question.hint === '' ? null : { text: question.hint },
      value: values[0] ?? '',
      items: items(question.kind === 'yes-no' ? yesOrNo : question.choices),
      agreements: [
        { value: agreement.agree, text: 'I agree', checked: values[0] === agreement.agree },
        { value: agreement.disagree, text: 'I do not agree', checked: values[0] === agreement.disagree },
      ],
      reasonField: reasonFieldOf(question),
      reason: [typed[reasonFieldOf(question)] ?? ''].flat()[0] ?? '',
    }
  })
}

/** What was said, to be read. */
export const saidView = (questions: readonly Question[], said: Said) =>
  questions.map(question => ({ question: question.text, said: saidWords(question, said.get(question.id) ?? []) }))

type AnswerPage = {
  readonly request: Request
  readonly questions: readonly Question[]
  readonly asked: Asked
  /** The keeper enters what somebody told them. */
  readonly isOnBehalf: boolean
  /** Whoever answers sits on the seat only as the deputy or cover of the one who was asked. */
  readonly isForAnother: boolean
  readonly typed: Typed
  readonly edition: string
}

export function answerView({ request, questions, asked, isOnBehalf, isForAnother, typed, edition }: AnswerPage) {
  const { answer } = asked
  const isSent = answer?.state === 'sent'
  const name = askedName(asked)
  return {
    title: isOnBehalf ? `Enter the answer of ${asked.person ?? name}: ${request.title}` : `Answer: ${request.title}`,
    group: request.group,
    why: request.why,
    due: dayLabel(request.dueOn),
    forWhom: isOnBehalf ? '' : isForAnother ? name : asked.seat === '' ? '' : `${asked.seat}, ${asked.group}`,
    onBehalf: isOnBehalf ? (asked.person ?? name) : '',
    replacesDraft: isOnBehalf && answer?.state === 'draft',
    sent: isSent && answer.sentOn !== null ? `${dayLabel(answer.sentOn)}${isLate(answer, request.dueOn) ? ', late' : ''}` : '',
    fields: fieldsView(questions, typed),
    action: `requests/${request.id}/answers/${asked.id}`,
    back: `requests/${request.id}`,
    edition,
    canKeepDraft: !isSent && !isOnBehalf,
    isSent,
  }
}
