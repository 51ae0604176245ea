import { csv } from '../../kernel/csv.ts'
import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import type { Table } from '../../kernel/table.ts'
import {
  absencesOn,
  choosePerson,
  type GroupId,
  groups,
  opens,
  people,
  peopleToChoose,
  questionAbout,
  type Reach,
  reachOf,
  readPerson,
  seatName,
  seatsOf,
  sitterOf,
} from '../../partnership/index.ts'
import { sheet, sheetTypes } from '../../platform/sheet/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  entered,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
  type Visitor,
} from '../../platform/web/index.ts'
import { collected, collectedTable } from '../answer/collected.ts'
import { isWithin } from '../meeting/keeper.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { meetingName } from '../meeting/meeting.ts'
import { meeting } from '../meeting/store.ts'
import { questionsOf } from '../question/question.ts'
import { addQuestions, dropSpare, questions } from '../question/store.ts'
import { readExtension, readNewRequest, readRequest } from './form.ts'
import { askByMail, remindByMail, tellOfExtension } from './jobs.ts'
import { type Asked, askedName, extend, hasAnswered, onceEach, type Request, send, take, theirs } from './request.ts'
import {
  addAsked,
  addExtension,
  addRequest,
  askedFor,
  asksOf,
  changeRequest,
  copyPeople,
  extensions,
  lockRequest,
  moveRequest,
  noteReminders,
  originNamed,
  removeAsked,
  removeRequest,
  request,
  requests,
  settleAsked,
} from './store.ts'
import {
  askedView,
  editView,
  fieldsOf,
  inWords,
  keptView,
  mineView,
  newView,
  peopleView,
  type Reached,
  requestFrame,
  requestsView,
  sendingView,
  toRequest,
} from './view.ts'

/** Of some group: which one is asked beside the request. */
export const mayKeepRequests = (visitor: Pick<Visitor, 'role' | 'duties'>): boolean => opens('keep-meetings')(visitor)
/** For a group that is still to be chosen. */
export const mayBeginRequests = (visitor: Pick<Visitor, 'role' | 'duties'>): boolean => mayKeepRequests(visitor)

/** Whoever keeps the meetings of the group that asks. */
export const mayKeepRequest = ({ visitor }: Pick<Visit, 'visitor'>, of: Pick<Request, 'groupId'>): boolean =>
  isWithin(reachOf('keep-meetings', visitor), of)

/** The request of the address, or the page for one that is not there. */
export async function requestAsked({ db, params }: Pick<Visit, 'db' | 'params'>): Promise<Request> {
  return found(await request(db, found(idOf<'request'>(params['request'] ?? params['draft']))))
}

/** The same where the visitor keeps it; nobody else changes it until the visit ends. */
export async function requestKept(visit: Visit, lock: 'lock' | null = null): Promise<Request> {
  if (lock) await lockRequest(visit.db, found(idOf<'request'>(visit.params['request'] ?? visit.params['draft'])))
  const asked = await requestAsked(visit)
  allow(mayKeepRequest(visit, asked))
  return asked
}

/** What is done with a draft. Once it is sent nothing of it changes: nobody answers to other words than they were asked with. */
export const withDraft =
  (lock: 'lock' | null, work: (visit: Visit, draft: Request) => Promise<Answer>): Handler =>
  async visit => {
    const kept = await requestKept(visit, lock)
    return kept.state === 'draft'
      ? work(visit, kept)
      : redirect(`requests/${kept.id}`, 'This request is sent, and what it asks stays as it is. Make a copy to ask something else')
  }

/** For whoever comes to a request that does not ask them. */
export const ofOthers = redirect('requests', 'That request asks others, and is kept by others. Yours are here')

export const listRequests: Handler = async ({ db, visitor, today }) => {
  const reach: Reach = mayKeepRequests(visitor) ? reachOf('keep-meetings', visitor) : 'nobody'
  const { personId, seats } = visitor.capacity
  const [all, mine] = await Promise.all([
    reach === 'nobody' ? [] : requests(db),
    asksOf(db, { personId: personId as Asked['personId'], seatIds: seats.map(({ seatId }) => seatId) }),
  ])
  const kept = all.filter(each => isWithin(reach, each))
  return page(template(import.meta.url, 'list.njk'), requestsView(kept, mine, today, reach !== 'nobody'))
}

/** For home: what somebody is asked and has not answered. A capacity is read of those alone who are somebody at the table or keep its records. */
export async function myRequestsPart({ db, visitor, today }: Pick<Visit, 'db' | 'visitor' | 'today'>) {
  if (!mayTakePart(visitor) || (visitor.role === 'reader' && visitor.duties.length === 0)) return null
  const { personId, seats } = visitor.capacity
  const mine = await asksOf(db, { personId: personId as Asked['personId'], seatIds: seats.map(({ seatId }) => seatId) })
  const open = mine.filter(({ state, answerState }) => state === 'sent' && answerState !== 'sent')
  if (open.length === 0) return null
  return {
    title: 'Requests to you',
    template: template(import.meta.url, 'mine.njk'),
    view: { requests: open.map(each => mineView(each, today)) },
  }
}

export const newRequest: Handler = async visit => {
  const { query } = visit
  const origin = await originOf(visit, text(query, 'meeting'))
  const fields = {
    groupId: text(query, 'group'),
    ...(origin && { groupId: String(origin.groupId) }),
    meeting: text(query, 'meeting'),
    item: text(query, 'item'),
    linked: text(query, 'linked'),
  }
  return newPage(visit, fields, origin)
}

export const createRequest: Handler = async visit => {
  const { db, body, today } = visit
  const origin = await originOf(visit, text(body, 'meeting'))
  const read = readNewRequest(body)
  if (!read.accepted) return newPage(visit, entered(body), origin, read.problems)
  const { groupId, beginning, ...draft } = read.value
  allow(mayKeepRequest(visit, { groupId }))
  if (draft.dueOn < today) return newPage(visit, entered(body), origin, [{ field: 'dueOn', text: 'Enter a date that is not over' }])

  const meetingId = origin?.groupId === groupId ? origin.id : null
  const { item, action } = await originNamed(db, {
    meetingId,
    itemId: idOf(text(body, 'item')),
    actionId: idOf(text(body, 'linked')),
    groupId,
  })
  const requestId = await addRequest(db, groupId, draft, { meetingId, itemId: item?.id ?? null, actionId: action?.id ?? null })
  await addQuestions(db, requestId, questionsOf(beginning))
  if (beginning === 'questions') return redirect(`requests/${requestId}/questions`, 'The request is begun. Add its questions')
  return beginning === 'file'
    ? redirect(`requests/${requestId}/questions`, 'The request is begun. Open its question to put in the file that is to be filled in')
    : redirect(`requests/${requestId}/people`, 'The request is begun. Say who is asked')
}

/** The meeting that a request comes from, where the visitor keeps it. */
async function originOf(visit: Visit, typed: string): Promise<Meeting | null> {
  const id: MeetingId | null = idOf<'meeting'>(typed)
  const from = id === null ? null : await meeting(visit.db, id)
  return from !== null && isWithin(reachOf('keep-meetings', visit.visitor), from) ? from : null
}

async function newPage(
  visit: Visit,
  fields: Readonly<Record<string, string>>,
  origin: Meeting | null,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const kept = await groupsKept(visit)
  const view = newView(fields, origin ? kept.filter(({ id }) => id === origin.groupId) : kept, origin ? meetingName(origin) : '')
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

/** Groups whose meetings the visitor keeps, and that are there today. */
async function groupsKept({ db, visitor, today }: Visit): Promise<{ readonly id: GroupId; readonly name: string }[]> {
  const reach = reachOf('keep-meetings', visitor)
  return (await groups(db)).filter(group => holdsOn(group, today) && isWithin(reach, { groupId: group.id }))
}

/** For whoever keeps it, how far it has come; for whoever is asked, what they have to do. */
export const showRequest: Handler = async visit => {
  const { db, today, visitor } = visit
  const asked = await requestAsked(visit)
  const everybody = await askedFor(db, asked.id)
  if (!mayKeepRequest(visit, asked)) {
    const mine = theirs(everybody, visitor.capacity)
    if (asked.state === 'draft' || mine.length === 0) return ofOthers
    return page(template(import.meta.url, 'asked.njk'), askedView(asked, mine, seesAnswers(visit, asked, everybody), today))
  }
  const [form, extended, comesFrom, named] = await Promise.all([
    questions(db, asked.id),
    extensions(db, asked.id),
    asked.meetingId === null ? null : meeting(db, asked.meetingId as MeetingId),
    originNamed(db, asked),
  ])
  const sees = isWithin(reachOf('see-confidential', visitor), asked)
  const view = keptView({ request: asked, questions: form, asked: everybody, extensions: extended, meeting: comesFrom, named, sees, today })
  const mine = asked.state === 'sent' ? theirs(everybody, visitor.capacity).filter(each => !hasAnswered(each)) : []
  return page(template(import.meta.url, 'show.njk'), { ...view, asksMe: mine.length > 0 })
}

export const seesAnswers = (visit: Visit, { seenBy, state, groupId }: Request, everybody: readonly Asked[]): boolean =>
  state !== 'draft' && (mayKeepRequest(visit, { groupId }) || (seenBy === 'asked' && theirs(everybody, visit.visitor.capacity).length > 0))

export const editRequest = withDraft(null, async (_visit, asked) => editPage(asked, fieldsOf(asked)))

export const updateRequest = withDraft('lock', async ({ db, body, today }, asked) => {
  const read = readRequest(body)
  const draft = read.accepted && read.value.dueOn < today ? refuse({ field: 'dueOn', text: 'Enter a date that is not over' }) : read
  if (!draft.accepted) return editPage(asked, entered(body), draft.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(asked), inWords(asked))
  if (meanwhile.length > 0) return editPage(asked, entered(body), meanwhile)
  await changeRequest(db, asked.id, draft.value)
  return redirect(`requests/${asked.id}`, 'The request is changed')
})

const editPage = (
  asked: Request,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(asked)),
): Answer => page(template(import.meta.url, 'edit.njk'), editView(asked, fields, edition), problems)

/** Everybody who is asked, with who sits there now where it is not sent yet, and whether a letter reaches them. */
async function reachedBy({ db, today }: Visit, { state }: Request, everybody: readonly Asked[]): Promise<Reached[]> {
  const [seats, absences, known] = await Promise.all([
    everybody.some(({ seatId }) => seatId !== null) ? seatsOf(db, 'all') : [],
    absencesOn(db, today),
    people(db),
  ])
  const seatOf = new Map(seats.map(seat => [seat.id, seat]))
  const emails = new Map(known.map(({ id, email }) => [id, email]))
  return everybody.map(each => {
    const seat = each.seatId === null ? undefined : seatOf.get(each.seatId)
    const sitter =
      each.personId !== null && each.person !== null
        ? { personId: each.personId, name: each.person }
        : state === 'draft' && seat
          ? sitterOf(seat, absences, today)
          : null
    return { ...each, sitter, hasEmail: sitter !== null && (emails.get(sitter.personId) ?? null) !== null }
  })
}

export const editPeople: Handler = async visit => peoplePage(visit, await requestKept(visit), {})

/** A whole group, one seat or one person; each once. Where it is sent already, whoever is added is asked at once. */
export const addPeople: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await requestKept(visit, 'lock')
  if (asked.state === 'closed')
    return peoplePage(visit, asked, entered(body), [{ text: 'This request is closed: nobody is asked any more' }])
  const wanted = await wantedIn(visit)
  if (!wanted.accepted) return peoplePage(visit, asked, entered(body), wanted.problems)

  const already = await reachedBy(visit, asked, await askedFor(db, asked.id))
  const inPerson = already.map(each => ({ personId: each.sitter?.personId ?? null, seatId: each.seatId }))
  const fresh = onceEach(wanted.value, inPerson)
  if (fresh.length === 0) return peoplePage(visit, asked, {}, [{ text: 'They are asked already' }])
  const isSent = asked.state === 'sent'
  // Who sits on a seat is settled when it is sent.
  const rows = fresh.map(({ personId, seatId }) => ({ personId: seatId !== null && !isSent ? null : personId, seatId }))
  const added = await addAsked(db, asked.id, rows, isSent ? today : null)
  if (isSent) await askByMail(db, added)
  return redirect(`requests/${asked.id}/people`, added.length === 1 ? 'One more is asked' : `${added.length} more are asked`)
}

type Wanted = Pick<Asked, 'personId' | 'seatId'>

async function wantedIn({ db, body, today }: Visit): Promise<Ruling<readonly Wanted[]>> {
  const what = text(body, 'what')
  if (what === 'person') {
    const chosen = choosePerson(readPerson(body), await peopleToChoose(db, today))
    if (!chosen.accepted) return chosen
    if (chosen.value.kind === 'known') return accept([{ personId: chosen.value.id, seatId: null }])
    return refuse({
      field: 'person',
      text: `There is nobody called ${chosen.value.name} yet. Add them to the people of the partnership first`,
    })
  }
  const [seats, absences] = await Promise.all([seatsOf(db, 'all'), absencesOn(db, today)])
  const there = seats.filter(seat => holdsOn(seat, today))
  const groupId = idOf<'group'>(text(body, 'groupId'))
  const seatId = idOf<'seat'>(text(body, 'seatId'))
  const meant =
    what === 'group'
      ? there.filter(seat => seat.groupId === groupId && seat.role !== 'observer' && seat.role !== 'secretariat')
      : there.filter(({ id }) => id === seatId)
  if (meant.length > 0) return accept(meant.map(seat => ({ seatId: seat.id, personId: sitterOf(seat, absences, today)?.personId ?? null })))
  if (what !== 'group') return refuse({ field: 'seatId', text: 'Select a seat' })
  return refuse({ field: 'groupId', text: groupId === null ? 'Select a group' : 'This group has no seats yet' })
}

export const dropPeople: Handler = async visit => {
  const { db, body } = visit
  const asked = await requestKept(visit, 'lock')
  const id = idOf<'asked'>(text(body, 'asked'))
  const out = (await askedFor(db, asked.id)).find(each => each.id === id)
  if (out === undefined) return redirect(`requests/${asked.id}/people`, 'They are not asked any more')
  if (asked.state === 'closed' || out.answer !== null)
    return peoplePage(visit, asked, {}, [{ text: `${askedName(out)} has begun to answer, and stays among those who are asked` }])
  await removeAsked(db, [out.id])
  return redirect(`requests/${asked.id}/people`, `${askedName(out)} is not asked`)
}

async function peoplePage(
  visit: Visit,
  asked: Request,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { db, today } = visit
  const [reached, all, seats, named] = await Promise.all([
    askedFor(db, asked.id).then(everybody => reachedBy(visit, asked, everybody)),
    groups(db),
    seatsOf(db, 'all'),
    peopleToChoose(db, today),
  ])
  const current = all.filter(group => holdsOn(group, today))
  const nameOf = new Map(current.map(({ id, name }) => [id, name]))
  const question = questionAbout(fields['person'] ?? '', named)
  const view = peopleView({
    request: asked,
    reached,
    groups: current,
    seats: seats.flatMap(seat => {
      const group = nameOf.get(seat.groupId)
      return group === undefined || !holdsOn(seat, today) ? [] : [{ id: seat.id, name: `${group}: ${seatName(seat)}` }]
    }),
    names: [...new Set(named.map(({ name }) => name))],
    fields,
    which: question.kind === 'which' ? question.people : [],
  })
  return page(template(import.meta.url, 'people.njk'), view, problems)
}

export const previewSending = withDraft(null, sendingPage)

export const sendRequest = withDraft('lock', async (visit, asked) => {
  const { db, today } = visit
  const [form, everybody] = await Promise.all([questions(db, asked.id), askedFor(db, asked.id)])
  const reached = await reachedBy(visit, asked, everybody)
  const ruling = send(asked, { questions: form.length, asked: reached.filter(({ sitter }) => sitter !== null).length }, today)
  if (!ruling.accepted) return sendingPage(visit, asked, ruling.problems)

  const settled = reached.map(each => ({ id: each.id, seatId: each.seatId, personId: each.sitter?.personId ?? null }))
  const once = onceEach(settled)
  await removeAsked(
    db,
    settled.filter(each => !once.includes(each)).map(({ id }) => id),
  )
  await settleAsked(db, once, today)
  await moveRequest(db, asked.id, ruling.value, today)
  await askByMail(
    db,
    once.filter(({ personId }) => personId !== null).map(({ id }) => id),
  )
  return redirect(`requests/${asked.id}`, 'The request is sent')
})

async function sendingPage(visit: Visit, asked: Request, problems: readonly Problem[] = []): Promise<Answer> {
  const [form, everybody] = await Promise.all([questions(visit.db, asked.id), askedFor(visit.db, asked.id)])
  const view = sendingView(asked, form, await reachedBy(visit, asked, everybody), visit.sendsMail)
  return page(template(import.meta.url, 'sending.njk'), view, problems)
}

export const newExtension: Handler = async visit => {
  const asked = await requestKept(visit)
  return asked.state === 'draft'
    ? redirect(`requests/${asked.id}/edit`, 'This request is not sent yet: give it another date here')
    : extensionPage(asked, {})
}

export const createExtension: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await requestKept(visit, 'lock')
  const read = readExtension(body)
  const ruling = read.accepted ? extend(asked, read.value.dueOn, today) : read
  if (!read.accepted || !ruling.accepted) return extensionPage(asked, entered(body), ruling.accepted ? [] : ruling.problems)
  const extensionId = await addExtension(db, asked.id, { wasDueOn: asked.dueOn, ...read.value, extendedOn: today })
  await moveRequest(db, asked.id, ruling.value, today)
  const everybody = await askedFor(db, asked.id)
  await tellOfExtension(
    db,
    extensionId,
    everybody.filter(({ personId }) => personId !== null).map(({ id }) => id),
  )
  return redirect(`requests/${asked.id}`, `Answers are due on ${dayLabel(read.value.dueOn)} now`)
}

function extensionPage(asked: Request, fields: Readonly<Record<string, string>>, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Give more time: ${asked.title}`,
    caption: asked.group,
    due: dayLabel(asked.dueOn),
    isClosed: asked.state === 'closed',
    action: `requests/${asked.id}/extension`,
    back: `requests/${asked.id}`,
    dueOn: fields['dueOn'] ?? '',
    reason: fields['reason'] ?? '',
    breadcrumbs: toRequest(asked),
  }
  return page(template(import.meta.url, 'extension.njk'), view, problems)
}

/** Of those who have not answered. */
export const remindNow: Handler = async visit => {
  const { db, today } = visit
  const asked = await requestKept(visit, 'lock')
  const ruling = take('remind', asked)
  if (!ruling.accepted) return redirect(`requests/${asked.id}`, ruling.problems[0]?.text)
  const waiting = (await askedFor(db, asked.id)).filter(each => !hasAnswered(each) && each.personId !== null)
  const reminded = await noteReminders(
    db,
    waiting.map(({ id }) => ({ askedId: id, kind: 'by-hand' as const, dueOn: asked.dueOn })),
    today,
  )
  await remindByMail(db, reminded)
  return redirect(`requests/${asked.id}`, reminded.length === 1 ? 'One is reminded' : `${reminded.length} are reminded`)
}

export const closeRequest: Handler = async visit => {
  const { db, today } = visit
  const asked = await requestKept(visit, 'lock')
  const ruling = take('close', asked)
  if (!ruling.accepted) return redirect(`requests/${asked.id}`, ruling.problems[0]?.text)
  await moveRequest(db, asked.id, ruling.value, today)
  return redirect(`requests/${asked.id}`, 'The request is closed. Answers can no longer be changed')
}

export const copyRequest: Handler = async visit => {
  const { db, today } = visit
  const { id, groupId, title, why, dueOn, seenBy } = await requestKept(visit)
  const due = dueOn < today ? today : dueOn
  const copyId = await addRequest(db, groupId, { title, why, dueOn: due, seenBy }, { meetingId: null, itemId: null, actionId: null })
  await addQuestions(db, copyId, await questions(db, id))
  await copyPeople(db, id, copyId)
  return redirect(`requests/${copyId}/edit`, 'This is a copy, with the same questions and people. Say by when it has to be answered')
}

export const confirmRemoval = withDraft(null, async (_visit, asked) =>
  page(template(import.meta.url, 'removal.njk'), {
    title: `Remove the draft: ${asked.title}`,
    caption: asked.group,
    action: `requests/${asked.id}/removal`,
    back: `requests/${asked.id}`,
    breadcrumbs: toRequest(asked),
  }),
)

export const destroyRequest = withDraft('lock', async ({ db }, asked) => {
  const gone = await questions(db, asked.id)
  await removeRequest(db, asked.id)
  await dropSpare(db, gone)
  return redirect('requests', `${asked.title} is removed`)
})

/** What everybody answered, side by side. */
export const showAnswers: Handler = async visit => {
  const answers = await answersOf(visit)
  if (answers === null) return ofOthers
  const { asked, form, everybody, keeps } = answers
  const turn = text(visit.query, 'by') === 'question' ? 'question' : 'person'
  return page(template(import.meta.url, 'answers.njk'), {
    title: `Answers: ${asked.title}`,
    wide: true,
    caption: `${asked.group}: request`,
    around: keeps ? requestFrame(asked, 'Answers') : null,
    turn,
    due: dayLabel(asked.dueOn),
    answered: everybody.filter(hasAnswered).length,
    total: everybody.filter(({ personId }) => personId !== null).length,
    ...collected(asked, form, everybody, visit.today),
    own: `requests/${asked.id}`,
    keeps,
    breadcrumbs: toRequest(asked),
  })
}

async function answersOf(visit: Visit) {
  const asked = await requestAsked(visit)
  const [form, everybody] = await Promise.all([questions(visit.db, asked.id), askedFor(visit.db, asked.id)])
  return seesAnswers(visit, asked, everybody) ? { asked, form, everybody, keeps: mayKeepRequest(visit, asked) } : null
}

export const downloadAnswers: Handler = async visit => {
  const table = await tableOf(visit)
  if (table === null) return ofOthers
  return download(
    `${fileName(table.title)}.csv`,
    'text/csv; charset=utf-8',
    csv([table.columns.map(({ heading }) => heading), ...table.rows]),
  )
}

export const downloadAnswersXlsx: Handler = async visit => {
  const table = await tableOf(visit)
  return table === null ? ofOthers : download(`${fileName(table.title)}.xlsx`, sheetTypes.xlsx, await sheet(table, 'xlsx'))
}

async function tableOf(visit: Visit): Promise<Table | null> {
  const answers = await answersOf(visit)
  return answers && collectedTable(answers.asked, answers.form, answers.everybody, visit.today)
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '') || 'answers'
