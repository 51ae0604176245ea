import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Question } from '../question/question.ts'
import { type Asked, askedName, type Request } from '../request/request.ts'
import { agreement, fieldOf, isLate, reasonFieldOf, removalFieldOf, type Said, saidWords, yesOrNo } from './answer.ts'

/** What stands in the fields of a form: a text, or those that are ticked. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** What was said, as it would be typed. */
export function typedOf(questions: readonly Question[], said: Said): Typed {
  const typed: Record<string, string | readonly string[]> = {}
  for (const question of questions) {
    const values = said.get(question.id) ?? []
    const [value = '', reason = ''] = values
    // Of a file its number: the form says which one it showed.
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

/** Where the files of a form are: what is to be filled in, and what was brought before. */
export type Places = { readonly template: (question: Question) => string; readonly file: (question: Question) => string }
export type Files = { readonly accept: string; readonly limit: string; readonly at: Places }

/** The fields of the form, for `fields.njk`. `said` has the files that are there. */
export function fieldsView(questions: readonly Question[], typed: Typed, said: Said, files: Files) {
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
      template: question.template && { name: question.template.name, href: files.at.template(question) },
      file: fileView(question, said, files.at),
      removalField: question.isRequired ? '' : removalFieldOf(question),
      accept: files.accept,
      limit: files.limit,
      reasonField: reasonFieldOf(question),
      reason: [typed[reasonFieldOf(question)] ?? ''].flat()[0] ?? '',
    }
  })
}

function fileView(question: Question, said: Said, at: Pick<Places, 'file'>) {
  const [id = '', name = ''] = question.kind === 'file' ? (said.get(question.id) ?? []) : []
  return id === '' ? null : { id, name, href: at.file(question) }
}

/** What was said, to be read. */
export const saidView = (questions: readonly Question[], said: Said, at: Pick<Places, 'file'>) =>
  questions.map(question => ({
    question: question.text,
    said: saidWords(question, said.get(question.id) ?? []),
    href: fileView(question, said, at)?.href ?? null,
  }))

export const placesOf = (request: Pick<Request, 'id'>, { id }: Pick<Asked, 'id'>): Places => ({
  template: question => `requests/${request.id}/templates/${question.id}`,
  file: question => fileHref(request.id, id, question.id),
})
export const fileHref = (requestId: number, askedId: number, questionId: number): string =>
  `requests/${requestId}/answers/${askedId}/files/${questionId}`

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
  /** What was said before, as far as whoever answers sees it. */
  readonly before: Said
  readonly files: Files
}

export function answerView({ request, questions, asked, isOnBehalf, isForAnother, typed, edition, before, files }: AnswerPage) {
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
    fields: fieldsView(questions, typed, before, files),
    hasFiles: questions.some(({ kind }) => kind === 'file'),
    action: `requests/${request.id}/answers/${asked.id}`,
    back: `requests/${request.id}`,
    edition,
    canKeepDraft: !isSent && !isOnBehalf,
    isSent,
  }
}
