import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling } from '../../kernel/ruling.ts'
import { acceptedFiles, keepUpload, sendFile, sizeWords, storedFile } from '../../platform/stored-file/index.ts'
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
import { mayKeepRequest, ofOthers, requestAsked, requestKept, withDraft } from '../request/pages.ts'
import { type Request, theirs } from '../request/request.ts'
import { askedFor } from '../request/store.ts'
import { toRequest } from '../request/view.ts'
import { readQuestion } from './form.ts'
import { ask, type Question, type QuestionDraft, reorder, type Template } from './question.ts'
import { addQuestions, changeQuestion, dropSpare, orderQuestions, questions, removeQuestion } from './store.ts'
import { editView, fieldsOf, inWords, listView, placesOf } from './view.ts'

export const listQuestions: Handler = async visit => listPage(visit, await requestKept(visit))

export const createQuestion = withDraft('lock', async (visit, request) => {
  const { db, body } = visit
  const all = await questions(db, request.id)
  const read = await draftIn(visit, null)
  const ruling = read.accepted ? ask(read.value, all) : read
  if (!ruling.accepted) return listPage(visit, request, body, withFileAgain(visit, ruling.problems))
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
  return editPage(visit, request, question, fieldsOf(question))
})

export const updateQuestion = withDraft('lock', async (visit, request) => {
  const { db, body } = visit
  const { question, others } = await questionNamed(visit, request)
  const read = await draftIn(visit, question.template)
  const ruling = read.accepted ? ask(read.value, others) : read
  if (!ruling.accepted) return editPage(visit, request, question, body, withFileAgain(visit, ruling.problems), text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(question), inWords(question))
  if (meanwhile.length > 0) return editPage(visit, request, question, body, withFileAgain(visit, meanwhile))
  await changeQuestion(db, question.id, ruling.value)
  await dropSpare(db, [question])
  return redirect(`requests/${request.id}/questions`, 'The question is changed')
})

export const destroyQuestion = withDraft('lock', async (visit, request) => {
  const { question } = await questionNamed(visit, request)
  await removeQuestion(visit.db, question.id)
  await dropSpare(visit.db, [question])
  return redirect(`requests/${request.id}/questions`, `“${question.text}” is removed`)
})

/** What was typed, with the file that came with it or else the one that is there. */
async function draftIn(visit: Visit, before: Template | null): Promise<Ruling<QuestionDraft>> {
  const read = readQuestion(visit.body)
  if (!read.accepted || read.value.kind !== 'file') return read.accepted ? accept({ ...read.value, template: null }) : read
  const kept = await keepUpload(visit, 'template')
  if (!kept.accepted) return kept
  const isTakenOut = text(visit.body, 'template-removal') !== ''
  const template = kept.value === null ? (isTakenOut ? null : before) : { id: kept.value, name: '' }
  return accept({ ...read.value, template })
}

/** A browser does not send a file a second time by itself. */
const withFileAgain = ({ file }: Visit, problems: readonly Problem[]): readonly Problem[] =>
  file('template') === undefined || problems.some(({ field }) => field === 'template')
    ? problems
    : [...problems, { field: 'template', text: 'Select the file again' }]

/** For whoever keeps the request, and whoever it asks. */
export const downloadTemplate: Handler = async visit => {
  const { db, params, visitor } = visit
  const request = await requestAsked(visit)
  const id = found(idOf<'question'>(params['template']))
  const [all, everybody] = await Promise.all([questions(db, request.id), askedFor(db, request.id)])
  const isAsked = request.state !== 'draft' && theirs(everybody, visitor.capacity).length > 0
  if (!isAsked && !mayKeepRequest(visit, request)) return ofOthers
  const template = found(found(all.find(each => each.id === id)).template)
  return sendFile(visit.afterwards, found(await storedFile(db, template.id)))
}

const filesOf = ({ fileLimitBytes }: Visit) => ({ accept: acceptedFiles, limit: sizeWords(fileLimitBytes) })

async function questionNamed({ db, params }: Visit, request: Request) {
  const id = found(idOf<'question'>(params['question']))
  const all = await questions(db, request.id)
  return { question: found(all.find(each => each.id === id)), others: all.filter(each => each.id !== id) }
}

async function listPage(
  visit: Visit,
  request: Request,
  fields: Fields = {},
  problems: readonly Problem[] = [],
  placed: Fields = {},
  edition?: string,
): Promise<Answer> {
  const all = await questions(visit.db, request.id)
  return page(
    template(import.meta.url, 'list.njk'),
    { ...listView(request, all, fields, entered(placed), filesOf(visit)), edition: edition ?? editionOf(placesOf(all)) },
    problems,
  )
}

function editPage(
  visit: Visit,
  request: Request,
  question: Question,
  fields: Fields,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(question)),
): Answer {
  return page(
    template(import.meta.url, 'edit.njk'),
    { ...editView(request, question, fields, edition, filesOf(visit)), breadcrumbs: toRequest(request) },
    problems,
  )
}
