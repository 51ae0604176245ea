import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { requestKept, withDraft } from '../request/pages.ts'
import type { Request } from '../request/request.ts'
import { toRequest } from '../request/view.ts'
import { readQuestion } from './form.ts'
import { ask, type Question, reorder } from './question.ts'
import { addQuestions, changeQuestion, orderQuestions, questions, removeQuestion } from './store.ts'
import { editView, fieldsOf, inWords, listView, placesOf } from './view.ts'

export const listQuestions: Handler = async visit => listPage(visit, await requestKept(visit))

export const createQuestion = withDraft('lock', async (visit, request) => {
  const { db, body } = visit
  const all = await questions(db, request.id)
  const read = readQuestion(body)
  const ruling = read.accepted ? ask(read.value, all) : read
  if (!ruling.accepted) return listPage(visit, request, body, ruling.problems)
  await addQuestions(db, request.id, [ruling.value])
  return redirect(`requests/${request.id}/questions`, 'The question is added')
})

export const orderAll = withDraft('lock', async (visit, request) => {
  const { db, body } = visit
  const all = await questions(db, request.id)
  const ruling = reorder(all, id => text(body, `place-${id}`))
  if (!ruling.accepted) return listPage(visit, request, {}, ruling.problems, body, text(body, 'edition'))
  const inPlaces = Object.fromEntries(
    all.map((question, at) => [`place-${question.id}`, [`The place of “${question.text}”`, String(at + 1)] as const]),
  )
  const meanwhile = overtaken(text(body, 'edition'), body, placesOf(all), inPlaces)
  if (meanwhile.length > 0) return listPage(visit, request, {}, meanwhile, body)
  await orderQuestions(db, ruling.value)
  return redirect(`requests/${request.id}/questions`, 'The questions are in their new order')
})

export const editQuestion = withDraft(null, async (visit, request) => {
  const { question } = await questionNamed(visit, request)
  return editPage(request, question, fieldsOf(question))
})

export const updateQuestion = withDraft('lock', async (visit, request) => {
  const { db, body } = visit
  const { question, others } = await questionNamed(visit, request)
  const read = readQuestion(body)
  const ruling = read.accepted ? ask(read.value, others) : read
  if (!ruling.accepted) return editPage(request, question, body, ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(question), inWords(question))
  if (meanwhile.length > 0) return editPage(request, question, body, meanwhile)
  await changeQuestion(db, question.id, ruling.value)
  return redirect(`requests/${request.id}/questions`, 'The question is changed')
})

export const destroyQuestion = withDraft('lock', async (visit, request) => {
  const { question } = await questionNamed(visit, request)
  await removeQuestion(visit.db, question.id)
  return redirect(`requests/${request.id}/questions`, `“${question.text}” is removed`)
})

async function questionNamed({ db, params }: Visit, request: Request) {
  const id = found(idOf<'question'>(params['question']))
  const all = await questions(db, request.id)
  return { question: found(all.find(each => each.id === id)), others: all.filter(each => each.id !== id) }
}

async function listPage(
  { db }: Visit,
  request: Request,
  fields: Fields = {},
  problems: readonly Problem[] = [],
  placed: Fields = {},
  edition?: string,
): Promise<Answer> {
  const all = await questions(db, request.id)
  return page(
    template(import.meta.url, 'list.njk'),
    { ...listView(request, all, fields, entered(placed)), edition: edition ?? editionOf(placesOf(all)) },
    problems,
  )
}

function editPage(
  request: Request,
  question: Question,
  fields: Fields,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(question)),
): Answer {
  return page(
    template(import.meta.url, 'edit.njk'),
    { ...editView(request, question, fields, edition), breadcrumbs: toRequest(request) },
    problems,
  )
}
