import type { Request } from '../request/request.ts'
import { requestFrame, toRequest } from '../request/view.ts'
import { type Question, questionKindNames, questionKinds } from './question.ts'

/** What stands in the form of a question. */
type Typed = Readonly<Record<string, string | readonly string[]>>

export const fieldsOf = ({ kind, text, hint, choices, isRequired, template }: Omit<Question, 'id'>): Record<string, string> => ({
  kind,
  text,
  hint,
  choices: choices.join('\n'),
  ...(isRequired && { isRequired: 'yes' }),
  template: String(template?.id ?? ''),
})

export const inWords = (question: Question): Readonly<Record<string, readonly [string, string]>> => ({
  kind: ['How it is answered', questionKindNames[question.kind]],
  text: ['The question', question.text],
  hint: ['The hint', question.hint],
  choices: ['What is chosen from', question.choices.join(', ')],
  isRequired: ['Whether it has to be answered', question.isRequired ? 'yes' : 'no'],
  template: ['The file to be filled in', question.template?.name ?? ''],
})

/** What may be brought, and how large. */
export type Files = { readonly accept: string; readonly limit: string }

export const templateHref = (request: Pick<Request, 'id'>, { id }: Pick<Question, 'id'>): string => `requests/${request.id}/templates/${id}`

const one = (typed: Typed, field: string): string => [typed[field] ?? ''].flat()[0] ?? ''

/** A new question has to be answered, unless that is unticked. */
const formView = (typed: Typed, isNew: boolean, template: Question['template'], files: Files) => ({
  kinds: questionKinds.map(value => ({
    value,
    text: questionKindNames[value],
    checked: value === (one(typed, 'kind') || (isNew ? 'long' : '')),
  })),
  text: one(typed, 'text'),
  hint: one(typed, 'hint'),
  choices: one(typed, 'choices'),
  template: template && { id: template.id, name: template.name },
  ...files,
  required: [
    { value: 'yes', text: 'It has to be answered', checked: one(typed, 'isRequired') !== '' || (isNew && Object.keys(typed).length === 0) },
  ],
})

export const placesOf = (questions: readonly Question[]): Record<string, string> =>
  Object.fromEntries(questions.map(({ id }, at) => [`place-${id}`, String(at + 1)]))

export function listView(
  request: Request,
  questions: readonly Question[],
  typed: Typed,
  placed: Readonly<Record<string, string>>,
  files: Files,
) {
  const own = `requests/${request.id}/questions`
  return {
    title: `Questions: ${request.title}`,
    around: requestFrame(request, 'Questions'),
    isDraft: request.state === 'draft',
    questions: questions.map((question, at) => ({
      text: question.text,
      kind: questionKindNames[question.kind],
      choices: question.choices.join(', '),
      isRequired: question.isRequired,
      template: question.template && { name: question.template.name, href: templateHref(request, question) },
      place: { field: `place-${question.id}`, value: placed[`place-${question.id}`] ?? String(at + 1) },
      href: `${own}/${question.id}/edit`,
      removal: `${own}/${question.id}/removal`,
    })),
    form: formView(typed, true, null, files),
    own,
    next: `requests/${request.id}/people`,
    breadcrumbs: toRequest(request),
  }
}

export const editView = (request: Request, question: Question, typed: Typed, edition: string, files: Files) => ({
  title: `Change the question: ${question.text}`,
  caption: request.title,
  form: formView(typed, false, question.template, files),
  action: `requests/${request.id}/questions/${question.id}/edit`,
  back: `requests/${request.id}/questions`,
  edition,
})
