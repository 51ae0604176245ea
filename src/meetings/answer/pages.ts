/** How one of those who were asked answers, or a keeper enters what somebody told them. */
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling } from '../../kernel/ruling.ts'
import type { AnswerPurposes, AnswerVisit } from '../../partnership/index.ts'
import {
  acceptedFiles,
  keepFile,
  keepUpload,
  type StoredFileId,
  sendFile,
  sizeWords,
  storedFile,
} from '../../platform/stored-file/index.ts'
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
import { mayKeepRequest, ofOthers, requestAsked, seesAnswers } from '../request/pages.ts'
import { type Asked, type AskedId, askedName, hasAnswered, type Request, standingWords, theirs } from '../request/request.ts'
import { askedFor, requestOfAsked } from '../request/store.ts'
import { toRequest } from '../request/view.ts'
import { fieldOf, inADraft, readAnswer, removalFieldOf, type Said } from './answer.ts'
import { keepAnswer, lockAsked } from './store.ts'
import { answerView, inWords, type Places, placesOf, saidView, type Typed, typedOf } from './view.ts'

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
  readonly before: Said
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
  const { request, questions, asked, isOnBehalf, before, typed } = answering
  if (request.state === 'closed') return closedPage(visit, answering, [{ text: 'This request is closed, and takes no answers any more' }])

  const isDraft = text(body, 'act') === 'draft' && asked.answer?.state !== 'sent' && !isOnBehalf
  const files = await broughtWith(visit, questions, before, field => keepUpload(visit, field))
  const { said, problems } = readAnswer(questions, field => texts(body, field), files.brought)
  const wrong = [...files.problems, ...(isDraft ? inADraft(questions, field => texts(body, field)) : problems)]
  if (wrong.length > 0)
    return answerPage(visit, answering, withFilesAgain(visit, questions, wrong), { typed: body, edition: text(body, 'edition') })
  const meanwhile = overtaken(text(body, 'edition'), body, typed, inWords(questions, asked.answer?.said ?? new Map()))
  if (meanwhile.length > 0)
    return answerPage(visit, answering, withFilesAgain(visit, questions, meanwhile), { typed: body, edition: editionOf(typed) })

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
  const before: Said = answer !== null && (isTheirs || answer.state === 'sent') ? answer.said : new Map()
  return { request, questions: form, asked, isOnBehalf: !isTheirs, before, typed: typedOf(form, before) }
}

function answerPage(
  { visitor, fileLimitBytes }: Visit,
  { typed, ...answering }: Answering,
  problems: readonly Problem[] = [],
  shown: { readonly typed: Typed; readonly edition: string } = { typed, edition: editionOf(typed) },
): Answer {
  const { request, asked, isOnBehalf } = answering
  const isForAnother = !isOnBehalf && asked.personId !== null && asked.personId !== visitor.capacity.personId
  const view = {
    ...answerView({ ...answering, ...shown, isForAnother, files: filesAt(fileLimitBytes, placesOf(request, asked)) }),
    breadcrumbs: toRequest(request),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

function closedPage({ today }: Visit, { request, questions, asked, before }: Answering, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Answer of ${asked.person ?? askedName(asked)}: ${request.title}`,
    caption: request.group,
    standing: standingWords(asked, request, today),
    parts: saidView(questions, before, placesOf(request, asked)),
    breadcrumbs: toRequest(request),
  }
  return page(template(import.meta.url, 'said.njk'), view, problems)
}

const filesAt = (limitBytes: number, at: Places) => ({ accept: acceptedFiles, limit: sizeWords(limitBytes), at })

/** The files of an answer: those that came with the form, and else those that are there and were not taken out. */
async function broughtWith(
  { body }: Pick<Visit, 'body'>,
  questions: readonly Question[],
  before: Said,
  keep: (field: string) => Promise<Ruling<StoredFileId | null>>,
): Promise<{ readonly brought: Said; readonly problems: readonly Problem[] }> {
  const brought = new Map<number, readonly string[]>()
  const problems: Problem[] = []
  for (const question of questions.filter(({ kind }) => kind === 'file')) {
    const there = before.get(question.id)
    const kept = await keep(fieldOf(question))
    if (!kept.accepted) problems.push(...kept.problems)
    const isTakenOut = !question.isRequired && text(body, removalFieldOf(question)) !== ''
    if (kept.accepted && kept.value !== null) brought.set(question.id, [String(kept.value)])
    else if (there !== undefined && !isTakenOut) brought.set(question.id, there)
    // One that is refused is not missing as well.
    else if (!kept.accepted) brought.set(question.id, ['refused'])
  }
  return { brought, problems }
}

/** A browser does not send a file a second time by itself. */
function withFilesAgain({ file }: Pick<Visit, 'file'>, questions: readonly Question[], problems: readonly Problem[]): readonly Problem[] {
  const lost = questions.filter(
    question =>
      question.kind === 'file' && file(fieldOf(question)) !== undefined && !problems.some(({ field }) => field === fieldOf(question)),
  )
  return [...problems, ...lost.map(question => ({ field: fieldOf(question), text: `Select the file again: ${question.text}` }))]
}

/** What somebody brought: for whoever sees the answers, and themselves. */
export const downloadFile: Handler = async visit => {
  const { db, params, visitor } = visit
  const request = await requestAsked(visit)
  const everybody = await askedFor(db, request.id)
  const asked = found(everybody.find(({ id }) => id === askedIdOf(visit)))
  const isTheirs = theirs([asked], visitor.capacity).length > 0
  if (!isTheirs && !seesAnswers(visit, request, everybody)) return ofOthers
  const said = isTheirs || hasAnswered(asked) ? asked.answer?.said : undefined
  return sendFile(visit.afterwards, found(await fileIn(db, said, params['answered'])))
}

async function fileIn(db: Visit['db'], said: Said | undefined, question: string | undefined) {
  const fileId: StoredFileId | null = idOf<'stored file'>(said?.get(Number(question))?.[0])
  return fileId === null ? null : storedFile(db, fileId)
}

/** The same form for somebody without an account: the link says who they are, and nothing else is open to them. */
export const requestAnswers: AnswerPurposes = {
  request: { show: async visit => (await fileByLink(visit)) ?? linkPage(visit), answer: async visit => answerByLink(visit) },
}

async function linked({ db, subjectId, person }: AnswerVisit) {
  const found = await requestOfAsked(db, subjectId as AskedId)
  if (found === null) return null
  const [form, everybody] = await Promise.all([questions(db, found.id), askedFor(db, found.id)])
  // Whoever was taken out again, or is not the one who was asked any more, is not asked.
  const asked = everybody.find(each => each.id === subjectId && each.personId === person.id)
  const before: Said = asked?.answer?.said ?? new Map()
  return asked === undefined ? null : { request: found, questions: form, asked, before, typed: typedOf(form, before) }
}

const placesAt = (here: string): Places => ({ template: ({ id }) => `${here}?template=${id}`, file: ({ id }) => `${here}?file=${id}` })

/** What is to be filled in, or what they brought themselves. */
async function fileByLink(visit: AnswerVisit): Promise<Answer | null> {
  const { db, query, afterwards } = visit
  const [template, brought] = [text(query, 'template'), text(query, 'file')]
  if (template === '' && brought === '') return null
  const there = found(await linked(visit))
  const asked = found(there.questions.find(({ id }) => id === Number(template || brought)))
  const file = template === '' ? await fileIn(db, there.before, brought) : asked.template && (await storedFile(db, asked.template.id))
  return sendFile(afterwards, found(file))
}

async function linkPage(
  visit: AnswerVisit,
  problems: readonly Problem[] = [],
  shown: { readonly typed: Typed; readonly edition: string } | null = null,
): Promise<Answer> {
  const { partnershipName, person, here, query, fileLimitBytes } = visit
  const there = await linked(visit)
  const isOpen = there !== null && there.request.state === 'sent'
  if (!isOpen) {
    const view = {
      title: there === null ? 'You are not asked any more' : `Closed: ${there.request.title}`,
      partnershipName,
      person: person.name,
      parts: there?.asked.answer?.state === 'sent' ? saidView(there.questions, there.before, placesAt(here)) : [],
    }
    return page(template(import.meta.url, 'settled.njk'), view, problems)
  }
  const { typed } = there
  const view = {
    ...answerView({
      ...there,
      isOnBehalf: false,
      isForAnother: false,
      files: filesAt(fileLimitBytes, placesAt(here)),
      ...(shown ?? { typed, edition: editionOf(typed) }),
    }),
    partnershipName,
    person: person.name,
    here,
    isThanked: text(query, 'thanks') !== '',
    isKept: text(query, 'kept') !== '',
  }
  return page(template(import.meta.url, 'by-link.njk'), view, problems)
}

async function answerByLink(visit: AnswerVisit): Promise<Answer> {
  const { db, body, today, here, subjectId, person, file, fileLimitBytes } = visit
  await lockAsked(db, subjectId as AskedId)
  const there = await linked(visit)
  if (there === null || there.request.state !== 'sent') return linkPage(visit, [{ text: 'This request takes no answers any more' }])
  const { questions, asked, before, typed } = there
  const isDraft = text(body, 'act') === 'draft' && asked.answer?.state !== 'sent'
  const files = await broughtWith(visit, questions, before, async field => {
    const upload = file(field)
    return upload === undefined
      ? accept(null)
      : keepFile(db, upload, { field, limitBytes: fileLimitBytes, by: { accountId: null, name: person.name } })
  })
  const { said, problems } = readAnswer(questions, field => texts(body, field), files.brought)
  const wrong = [...files.problems, ...(isDraft ? inADraft(questions, field => texts(body, field)) : problems)]
  if (wrong.length > 0) return linkPage(visit, withFilesAgain(visit, questions, wrong), { typed: body, edition: text(body, 'edition') })
  const meanwhile = overtaken(text(body, 'edition'), body, typed, inWords(questions, asked.answer?.said ?? new Map()))
  if (meanwhile.length > 0) return linkPage(visit, withFilesAgain(visit, questions, meanwhile), { typed: body, edition: editionOf(typed) })
  await keepAnswer(db, asked.id, { state: isDraft ? 'draft' : 'sent', said, by: person.id, enteredBy: '' }, today)
  return redirect(`${here}?${isDraft ? 'kept' : 'thanks'}=yes`)
}
