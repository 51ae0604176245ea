/** How one of those who were asked answers, or a keeper enters what somebody told them. */
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { AnswerPurposes, AnswerVisit } from '../../partnership/index.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import type { Question } from '../question/question.ts'
import { questions } from '../question/store.ts'
import { mayKeepRequest, ofOthers, requestAsked } from '../request/pages.ts'
import { type Asked, type AskedId, askedName, type Request, standingWords, theirs } from '../request/request.ts'
import { askedFor, requestOfAsked } from '../request/store.ts'
import { toRequest } from '../request/view.ts'
import { inADraft, readAnswer } from './answer.ts'
import { keepAnswer, lockAsked } from './store.ts'
import { answerView, inWords, saidView, type Typed, typedOf } from './view.ts'

/** Where somebody answers who is asked once; a choice for whoever is asked by name and for seats. */
export const answerMine: Handler = async visit => {
  const request = await requestAsked(visit)
  const mine = theirs(await askedFor(visit.db, request.id), visit.visitor.capacity)
  if (mine.length === 0 || request.state === 'draft') return ofOthers
  const [only, another] = mine
  if (only !== undefined && another === undefined) return redirect(addressOf(request, only))
  return page(template(import.meta.url, 'choose.njk'), {
    title: `For whom do you answer: ${request.title}`,
    caption: request.group,
    choices: mine.map(each => ({
      name: askedName(each),
      href: addressOf(request, each),
      standing: standingWords(each, request, visit.today),
    })),
    breadcrumbs: toRequest(request),
  })
}

const addressOf = (request: Request, { id }: Pick<Asked, 'id'>): string => `requests/${request.id}/answers/${id}`

type Answering = {
  readonly request: Request
  readonly questions: readonly Question[]
  readonly asked: Asked
  readonly isOnBehalf: boolean
  /** What is shown of what was said before: nobody's draft is shown to anybody else. */
  readonly typed: Typed
}

export const editAnswer: Handler = async visit => {
  const answering = await answeringOf(visit)
  if (answering === null) return ofOthers
  return answering.request.state === 'closed' ? closedPage(visit, answering) : answerPage(visit, answering)
}

export const sendAnswer: Handler = async visit => {
  const { db, body, today, visitor } = visit
  await lockAsked(db, askedIdOf(visit))
  const answering = await answeringOf(visit)
  if (answering === null) return ofOthers
  const { request, questions, asked, isOnBehalf, typed } = answering
  if (request.state === 'closed') return closedPage(visit, answering, [{ text: 'This request is closed, and takes no answers any more' }])

  const isDraft = text(body, 'act') === 'draft' && asked.answer?.state !== 'sent' && !isOnBehalf
  const { said, problems } = readAnswer(questions, field => texts(body, field))
  const wrong = isDraft ? inADraft(questions, field => texts(body, field)) : problems
  if (wrong.length > 0) return answerPage(visit, answering, wrong, { typed: body, edition: text(body, 'edition') })
  const meanwhile = overtaken(text(body, 'edition'), body, typed, inWords(questions, asked.answer?.said ?? new Map()))
  if (meanwhile.length > 0) return answerPage(visit, answering, meanwhile, { typed: body, edition: editionOf(typed) })

  await keepAnswer(
    db,
    asked.id,
    isOnBehalf
      ? { state: 'sent', said, by: asked.personId, enteredBy: visitor.name }
      : { state: isDraft ? 'draft' : 'sent', said, by: visitor.capacity.personId as Asked['personId'], enteredBy: '' },
    today,
  )
  if (isDraft) return redirect(addressOf(request, asked), 'Your draft is kept. Nobody else sees it until you send it')
  if (isOnBehalf) return redirect(`requests/${request.id}`, `The answer of ${asked.person ?? askedName(asked)} is entered`)
  return redirect(`requests/${request.id}`, 'Thank you. Your answer is sent, and you can change it until the request is closed')
}

const askedIdOf = ({ params }: Visit): AskedId => found(idOf<'asked'>(params['asked']))

/** Whoever is asked or acts for the seat answers; anybody else who keeps the group's meetings enters what they were told. */
async function answeringOf(visit: Visit): Promise<Answering | null> {
  const { db, visitor } = visit
  const request = await requestAsked(visit)
  const askedId = askedIdOf(visit)
  const [form, everybody] = await Promise.all([questions(db, request.id), askedFor(db, request.id)])
  const asked = found(everybody.find(({ id }) => id === askedId))
  const isTheirs = theirs([asked], visitor.capacity).length > 0
  if (request.state === 'draft' || !(isTheirs || mayKeepRequest(visit, request))) return null
  const { answer } = asked
  const isSeen = answer !== null && (isTheirs || answer.state === 'sent')
  return { request, questions: form, asked, isOnBehalf: !isTheirs, typed: typedOf(form, isSeen ? answer.said : new Map()) }
}

function answerPage(
  { visitor }: Visit,
  { typed, ...answering }: Answering,
  problems: readonly Problem[] = [],
  shown: { readonly typed: Typed; readonly edition: string } = { typed, edition: editionOf(typed) },
): Answer {
  const { request, asked, isOnBehalf } = answering
  const isForAnother = !isOnBehalf && asked.personId !== null && asked.personId !== visitor.capacity.personId
  const view = { ...answerView({ ...answering, ...shown, isForAnother }), breadcrumbs: toRequest(request) }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

function closedPage(
  { today }: Visit,
  { request, questions, asked, typed: _, isOnBehalf }: Answering,
  problems: readonly Problem[] = [],
): Answer {
  const isSeen = asked.answer !== null && (!isOnBehalf || asked.answer.state === 'sent')
  const view = {
    title: `Answer of ${asked.person ?? askedName(asked)}: ${request.title}`,
    caption: request.group,
    standing: standingWords(asked, request, today),
    parts: saidView(questions, isSeen && asked.answer ? asked.answer.said : new Map()),
    breadcrumbs: toRequest(request),
  }
  return page(template(import.meta.url, 'said.njk'), view, problems)
}

/** The same form for somebody without an account: the link says who they are, and nothing else is open to them. */
export const requestAnswers: AnswerPurposes = {
  request: { show: async visit => linkPage(visit), answer: async visit => answerByLink(visit) },
}

async function linked({ db, subjectId, person }: AnswerVisit) {
  const found = await requestOfAsked(db, subjectId as AskedId)
  if (found === null) return null
  const [form, everybody] = await Promise.all([questions(db, found.id), askedFor(db, found.id)])
  // Whoever was taken out again, or is not the one who was asked any more, is not asked.
  const asked = everybody.find(each => each.id === subjectId && each.personId === person.id)
  return asked === undefined ? null : { request: found, questions: form, asked, typed: typedOf(form, asked.answer?.said ?? new Map()) }
}

async function linkPage(
  visit: AnswerVisit,
  problems: readonly Problem[] = [],
  shown: { readonly typed: Typed; readonly edition: string } | null = null,
): Promise<Answer> {
  const { partnershipName, person, here, query } = visit
  const there = await linked(visit)
  const isOpen = there !== null && there.request.state === 'sent'
  if (!isOpen) {
    const view = {
      title: there === null ? 'You are not asked any more' : `Closed: ${there.request.title}`,
      partnershipName,
      person: person.name,
      parts: there?.asked.answer?.state === 'sent' ? saidView(there.questions, there.asked.answer.said) : [],
    }
    return page(template(import.meta.url, 'settled.njk'), view, problems)
  }
  const { typed } = there
  const view = {
    ...answerView({ ...there, isOnBehalf: false, isForAnother: false, ...(shown ?? { typed, edition: editionOf(typed) }) }),
    partnershipName,
    person: person.name,
    here,
    isThanked: text(query, 'thanks') !== '',
    isKept: text(query, 'kept') !== '',
  }
  return page(template(import.meta.url, 'by-link.njk'), view, problems)
}

async function answerByLink(visit: AnswerVisit): Promise<Answer> {
  const { db, body, today, here, subjectId, person } = visit
  await lockAsked(db, subjectId as AskedId)
  const there = await linked(visit)
  if (there === null || there.request.state !== 'sent') return linkPage(visit, [{ text: 'This request takes no answers any more' }])
  const { questions, asked, typed } = there
  const isDraft = text(body, 'act') === 'draft' && asked.answer?.state !== 'sent'
  const { said, problems } = readAnswer(questions, field => texts(body, field))
  const wrong = isDraft ? inADraft(questions, field => texts(body, field)) : problems
  if (wrong.length > 0) return linkPage(visit, wrong, { typed: body, edition: text(body, 'edition') })
  const meanwhile = overtaken(text(body, 'edition'), body, typed, inWords(questions, asked.answer?.said ?? new Map()))
  if (meanwhile.length > 0) return linkPage(visit, meanwhile, { typed: body, edition: editionOf(typed) })
  await keepAnswer(db, asked.id, { state: isDraft ? 'draft' : 'sent', said, by: person.id, enteredBy: '' }, today)
  return redirect(`${here}?${isDraft ? 'kept' : 'thanks'}=yes`)
}
