import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import {
  choosePerson,
  groups,
  type PersonId,
  people,
  peopleToChoose,
  personFieldView,
  reachOf,
  readPerson,
  seatsOf,
} from '../../partnership/index.ts'
import { pdfOf } from '../../platform/document/index.ts'
import { post } from '../../platform/mail/index.ts'
import { acceptedFiles, keepUpload, removeFile, type StoredFile, sendFile, storedFile } from '../../platform/stored-file/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { agendaOf } from '../agenda/store.ts'
import { workingCalendarOf } from '../calendar/store.ts'
import { forwardItem } from '../forward-plan/store.ts'
import { isWithin } from '../meeting/keeper.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked, sightOf } from '../meeting/pages.ts'
import { meeting, meetings } from '../meeting/store.ts'
import { practiceOf } from '../practice/store.ts'
import { type Deadlines, dueBy } from './deadline.ts'
import { readCoverSheet, readLink, readNote, readPaper, readReason } from './form.ts'
import {
  isHere,
  isOwed,
  isOwn,
  isWithdrawn,
  maySee,
  type Paper,
  type PaperId,
  type PaperVersion,
  type PaperVersionId,
  type SheetFor,
} from './paper.ts'
import {
  addPaper,
  addVersion,
  changePaper,
  coverSheet,
  isPublished,
  lockPaper,
  owedPapers,
  type Place,
  paper,
  papersOf,
  removePaper,
  setAsked,
  setCoverSheet,
  setWithdrawn,
} from './store.ts'
import {
  coverDocument,
  coverEditView,
  coverFields,
  coverInWords,
  coverView,
  editView,
  fieldsOf,
  inWords,
  listView,
  newView,
  owedView,
  showView,
} from './view.ts'

/** Whoever brings a paper may be anybody at the table: whose it is is asked beside it. */
export const mayBringPapers = (visitor: Visit['visitor']): boolean => mayTakePart(visitor)

/** All papers of one meeting that the visitor may see, in the order of its agenda. */
export const listPapers =
  (sheetFor: SheetFor): Handler =>
  async visit => {
    const asked = await meetingAsked(visit)
    const sees = sightOf(visit, asked)
    const [papers, agenda, published] = await Promise.all([
      papersOf(visit.db, asked.id),
      agendaOf(visit.db, asked.id, sees),
      isPublished(visit.db, asked.id),
    ])
    const visitorId = visit.visitor.capacity.personId
    const seen = papers.filter(each => maySee(each, sees, published, visitorId))
    const mayKeep = mayKeepMeeting(visit, asked)
    const view = listView(asked, seen, agenda, await deadlinesFor(visit, asked), {
      mayKeep,
      isPublished: published,
      today: visit.today,
      sheetFor,
    })
    return page(template(import.meta.url, 'list.njk'), view)
  }

/** Who owes what, over all groups: to whoever keeps their meetings, and to each person their own. */
export const listOwed: Handler = async visit => {
  const { db, today, visitor } = visit
  const [owed, all, seats, allGroups, calendar] = await Promise.all([
    owedPapers(db),
    meetings(db, { from: today }),
    seatsOf(db, 'all'),
    groups(db),
    workingCalendarOf(db),
  ])
  const kept = reachOf('keep-meetings', visitor)
  const own = owed.filter(each => isWithin(kept, each) || isOwn(each, visitor.capacity.personId))
  const practices = new Map(
    await Promise.all([...new Set(own.map(({ groupId }) => groupId))].map(async id => [id, await practiceOf(db, id)] as const)),
  )
  return page(
    template(import.meta.url, 'owed.njk'),
    owedView(own, { meetings: all, seats, groups: allGroups, practices, calendar, today, mayKeep: each => isWithin(kept, each) }),
  )
}

export const newPaper: Handler = async visit => newPage(visit, await placeAsked(visit), {})

/** With its first version, or to be asked for. */
export const createPaper: Handler = async visit => {
  const { db, body } = visit
  const place = await placeAsked(visit)
  const draft = await readWhole(visit, place)
  const came = await readVersion(visit)
  const problems: Problem[] = [...(draft.accepted ? [] : draft.problems), ...(came.accepted ? [] : came.problems)]
  const asks = text(body, 'asks') === 'yes'
  const hasCome = came.accepted && came.value !== null
  if (draft.accepted && came.accepted && asks && !hasCome && draft.value.personId === null)
    problems.push({ field: 'person', text: 'Enter who is to be asked for it' })
  if (!draft.accepted || !came.accepted || problems.length > 0) return newPage(visit, place, body, problems)

  const added = await addPaper(
    db,
    { groupId: place.groupId, meetingId: place.meeting?.id ?? null, forwardItemId: place.forwardItemId },
    draft.value,
  )
  const fresh = found(await paper(db, added))
  if (came.value !== null) await keepVersion(visit, fresh, came.value)
  else if (asks) await ask(visit, fresh)
  return redirect(
    `papers/${added}`,
    came.value !== null ? 'The paper is added' : asks ? 'They are asked for it' : 'The paper is on the list of what is to come',
  )
}

export const showPaper: Handler = async visit => {
  const asked = await paperAsked(visit)
  return shown(visit, asked)
}

async function shown(visit: Visit, asked: PaperSeen, fields: Fields = {}, problems: readonly Problem[] = []): Promise<Answer> {
  const { paper: of, meeting: at, mayKeep, mayBring } = asked
  const [due, known] = await Promise.all([deadlinesFor(visit, of), of.personId === null ? [] : people(visit.db)])
  const email = known.find(({ id }) => id === of.personId)?.email ?? null
  const view = showView(of, at, due, {
    mayKeep,
    mayBring,
    today: visit.today,
    entered: entered(fields),
    accept: acceptedFiles,
    limit: visit.fileLimitBytes,
    hasEmail: email !== null,
    sendsMail: visit.sendsMail,
  })
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

export const editPaper: Handler = async visit => {
  const asked = await paperKept(visit)
  return editPage(visit, asked, fieldsOf(asked.paper))
}

export const updatePaper: Handler = async visit => {
  const asked = await paperKept(visit, 'lock')
  const { paper: of } = asked
  const draft = await readWhole(visit, { groupId: of.groupId, meeting: asked.meeting, forwardItemId: of.forwardItemId })
  if (!draft.accepted) return editPage(visit, asked, visit.body, draft.problems)
  const meanwhile = overtaken(text(visit.body, 'edition'), visit.body, fieldsOf(of), inWords(of))
  if (meanwhile.length > 0) return editPage(visit, asked, visit.body, meanwhile)
  await changePaper(visit.db, of.id, draft.value)
  return redirect(`papers/${of.id}`, 'The paper is changed')
}

export const createVersion: Handler = async visit => {
  const asked = await paperAsked(visit, 'lock')
  allow(asked.mayBring)
  const { paper: of } = asked
  const came = await readVersion(visit)
  if (!came.accepted) return shown(visit, asked, visit.body, came.problems)
  if (came.value === null) return shown(visit, asked, visit.body, [{ field: 'file', text: 'Select a file, or enter a link' }])
  const refusal = mayCome(of)
  if (refusal !== null) return shown(visit, asked, visit.body, [refusal])
  await keepVersion(visit, of, came.value)
  return redirect(`papers/${of.id}`, isHere(of) ? 'The new version is here; earlier ones are kept' : 'The paper is here')
}

export const downloadVersion: Handler = async visit => sendFile(visit.afterwards, await fileAsked(visit))
export const viewVersion: Handler = async visit => sendFile(visit.afterwards, await fileAsked(visit), 'looked at')

async function fileAsked(visit: Visit): Promise<StoredFile> {
  const { paper: of } = await paperAsked(visit)
  const versionId: PaperVersionId = found(idOf<'paper-version'>(visit.params['version']))
  const file = found(of.versions.find(({ id }) => id === versionId)).file
  return found(await storedFile(visit.db, found(file).id))
}

export const showCoverSheet: Handler = async visit => {
  const { paper: of, meeting: at, mayBring } = await paperAsked(visit)
  const sheet = found(await coverSheet(visit.db, of.id))
  return page(template(import.meta.url, 'cover.njk'), coverView(of, at, sheet, mayBring))
}

export const downloadCoverSheet: Handler = async visit => {
  const { paper: of, meeting: at } = await paperAsked(visit)
  const sheet = found(await coverSheet(visit.db, of.id))
  const pdf = await pdfOf(coverDocument(of, at, sheet, visit.partnership.name))
  return download(`Cover sheet, ${of.title}.pdf`, 'application/pdf', Buffer.from(pdf))
}

export const editCoverSheet: Handler = async visit => {
  const asked = await paperAsked(visit)
  allow(asked.mayBring)
  const sheet = await coverSheet(visit.db, asked.paper.id)
  return coverPage(asked, sheet === null ? { author: asked.paper.person ?? '' } : coverFields(sheet), editionOf(coverFields(sheet)))
}

export const updateCoverSheet: Handler = async visit => {
  const asked = await paperAsked(visit, 'lock')
  allow(asked.mayBring)
  const before = await coverSheet(visit.db, asked.paper.id)
  const sheet = readCoverSheet(visit.body)
  const edition = editionOf(coverFields(before))
  if (!sheet.accepted) return coverPage(asked, visit.body, text(visit.body, 'edition'), sheet.problems)
  const meanwhile = overtaken(text(visit.body, 'edition'), visit.body, coverFields(before), coverInWords(before))
  if (meanwhile.length > 0) return coverPage(asked, visit.body, edition, meanwhile)
  await setCoverSheet(visit.db, asked.paper.id, sheet.value)
  return redirect(`papers/${asked.paper.id}`, 'The cover sheet is saved')
}

const coverPage = ({ paper: of, meeting: at }: PaperSeen, fields: Fields, edition: string, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'cover-edit.njk'), coverEditView(of, at, entered(fields), edition), problems)

/** Asks whoever brings it, or reminds them; once a day at the most. */
export const askForPaper: Handler = async visit => {
  const asked = await paperKept(visit, 'lock')
  const { paper: of } = asked
  if (!isOwed(of)) return shown(visit, asked, {}, [{ text: 'This paper is not waited for any more' }])
  if (of.personId === null) return shown(visit, asked, {}, [{ text: 'Say first who brings it' }])
  await ask(visit, of)
  return redirect(`papers/${of.id}`, of.askedOn === null ? 'They are asked for it' : 'They are reminded of it')
}

export const withdrawPaper: Handler = async visit => {
  const asked = await paperAsked(visit, 'lock')
  allow(asked.mayBring)
  const reason = readReason(visit.body)
  if (!reason.accepted) return shown(visit, asked, visit.body, reason.problems)
  await setWithdrawn(visit.db, asked.paper.id, visit.today, reason.value.reason)
  return redirect(`papers/${asked.paper.id}`, 'The paper is withdrawn')
}

export const bringBackPaper: Handler = async visit => {
  const asked = await paperAsked(visit, 'lock')
  allow(asked.mayBring)
  await setWithdrawn(visit.db, asked.paper.id, null, '')
  return redirect(`papers/${asked.paper.id}`, 'The paper stands again')
}

export const confirmRemoval: Handler = async visit => {
  const { paper: of } = await paperKept(visit)
  const words = isHere(of)
    ? 'The paper goes with all its versions and its cover sheet, and nobody can read it any more. A paper that is not to be discussed can be withdrawn instead: then everybody sees that it was.'
    : 'It will not be waited for any more.'
  return page(template(import.meta.url, 'removal.njk'), { title: `Remove ${of.title}`, words, back: `papers/${of.id}` })
}

export const destroyPaper: Handler = async visit => {
  const { paper: of } = await paperKept(visit, 'lock')
  for (const fileId of await removePaper(visit.db, of.id)) await removeFile(visit.db, fileId)
  return redirect(of.meetingId === null ? 'papers' : `meetings/${of.meetingId}/papers`, 'The paper is removed')
}

/** Where a paper is brought to: a meeting, or an item of a forward plan. */
type PlaceAsked = Omit<Place, 'meetingId'> & { readonly meeting: Meeting | null }

async function placeAsked(visit: Visit): Promise<PlaceAsked> {
  const { db, params } = visit
  if (params['forward'] === undefined) {
    const at = await meetingAsked(visit)
    allow(mayKeepMeeting(visit, at))
    return { groupId: at.groupId, meeting: at, forwardItemId: null }
  }
  const item = found(await forwardItem(db, found(idOf<'forward-item'>(params['forward']))))
  found(item.groupId === idOf<'group'>(params['group']) ? item : null)
  allow(mayKeepMeeting(visit, item))
  return { groupId: item.groupId, meeting: item.meetingId === null ? null : await meeting(db, item.meetingId), forwardItemId: item.id }
}

async function newPage(visit: Visit, place: PlaceAsked, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const { db, today, query, fileLimitBytes, sendsMail } = visit
  const [items, everybody, due] = await Promise.all([
    place.meeting === null || place.forwardItemId !== null ? [] : agendaOf(db, place.meeting.id, 'all'),
    peopleToChoose(db, today),
    deadlinesFor(visit, place),
  ])
  const typed: Readonly<Record<string, string>> = { itemId: text(query, 'item'), asks: '', ...entered(fields) }
  const person = personFieldView(typed['person'] ?? '', typed['person-chosen'] ?? '', everybody, problems.length > 0, null)
  const view = newView(place, items, due, { entered: typed, person, accept: acceptedFiles, limit: fileLimitBytes, sendsMail })
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

async function editPage(
  visit: Visit,
  { paper: of, meeting: at }: PaperSeen,
  fields: Fields,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { db, today } = visit
  const [items, everybody, due] = await Promise.all([
    at === null || of.forwardItemId !== null ? [] : agendaOf(db, at.id, 'all'),
    peopleToChoose(db, today),
    deadlinesFor(visit, of),
  ])
  const typed = entered(fields)
  const person = personFieldView(typed['person'] ?? '', typed['person-chosen'] ?? '', everybody, problems.length > 0, null)
  return page(
    template(import.meta.url, 'edit.njk'),
    editView(of, at, items, due, { entered: typed, person, edition: editionOf(fieldsOf(of)) }),
    problems,
  )
}

/** What was typed, with who brings it and an item of this meeting. */
async function readWhole({ db, body, today }: Visit, { meeting: at }: PlaceAsked) {
  const draft = readPaper(body)
  const named = readPerson(body)
  const person: Ruling<PersonId | null> =
    named.typed.trim() === '' ? accept(null) : known(choosePerson(named, await peopleToChoose(db, today)))
  const itemId = draft.accepted ? draft.value.itemId : null
  const isThere = itemId === null || (at !== null && (await agendaOf(db, at.id, 'all')).some(({ id }) => id === itemId))
  const problems = [
    ...(draft.accepted ? [] : draft.problems),
    ...(person.accepted ? [] : person.problems),
    ...(isThere ? [] : [{ field: 'itemId', text: 'Select an item of this meeting’s agenda' }]),
  ]
  return draft.accepted && person.accepted && isThere ? accept({ ...draft.value, personId: person.value }) : refuse(...problems)
}

function known(chosen: ReturnType<typeof choosePerson>): Ruling<PersonId> {
  if (!chosen.accepted) return chosen
  if (chosen.value.kind === 'known') return accept(chosen.value.id)
  return refuse({
    field: 'person',
    text: `There is nobody called ${chosen.value.name} yet. Add them to the people of the partnership first`,
  })
}

type Came = Pick<PaperVersion, 'link' | 'note'> & { readonly fileId: StoredFile['id'] | null }

/** A file or a link; null for neither. A file that is kept is gone again if anything else is refused. */
async function readVersion(visit: Visit): Promise<Ruling<Came | null>> {
  const [link, note, kept] = [readLink(visit.body), readNote(visit.body), await keepUpload(visit, 'file')]
  if (!link.accepted || !note.accepted || !kept.accepted)
    return refuse(...[link, note, kept].flatMap(each => (each.accepted ? [] : each.problems)))
  const fileId = kept.value
  if (fileId !== null && link.value !== '') return refuse({ field: 'link', text: 'Bring a file or a link, not both' })
  return accept(fileId !== null || link.value !== '' ? { link: link.value, note: note.value.note, fileId } : null)
}

const mayCome = (of: Paper): Problem | null =>
  isWithdrawn(of) ? { field: 'file', text: 'This paper is withdrawn. Bring it back first, or add another' } : null

/** By when it is due as things stand: kept with what comes, so that it is late or not whatever is moved afterwards. */
async function keepVersion(visit: Visit, of: Paper, came: Came): Promise<void> {
  const { db, today, visitor } = visit
  const at = of.meetingId === null ? null : await meeting(db, of.meetingId)
  const dueOn = dueBy(of, at, await deadlinesFor(visit, of))
  await addVersion(db, of.id, { ...came, onDay: today, dueOn, madeByName: visitor.name })
}

async function ask({ db, today }: Visit, { id, personId, askedOn }: Paper): Promise<void> {
  await setAsked(db, id, today)
  const letter = askedOn === null ? 'paper-asked' : 'paper-reminder'
  await post(db, { letter, about: { paperId: id, personId }, key: `${letter} ${id} ${personId} ${today}` })
}

/** How the group counts its days, and whose holidays count. */
export async function deadlinesFor({ db }: Pick<Visit, 'db'>, { groupId }: Pick<Meeting, 'groupId'>): Promise<Deadlines> {
  const [practice, calendar] = await Promise.all([practiceOf(db, groupId), workingCalendarOf(db)])
  return { practice, calendar }
}

type PaperSeen = { readonly paper: Paper; readonly meeting: Meeting | null; readonly mayKeep: boolean; readonly mayBring: boolean }

/** The paper of the address, if the visitor may see it; whoever may not is told no more than of one that is not there. */
async function paperAsked(visit: Visit, access: 'look' | 'lock' = 'look'): Promise<PaperSeen> {
  const { db, params, visitor } = visit
  const paperId: PaperId = found(idOf<'paper'>(params['paper']))
  if (access === 'lock') await lockPaper(db, paperId)
  const of = found(await paper(db, paperId))
  const at = of.meetingId === null ? null : await meeting(db, of.meetingId)
  const { personId } = visitor.capacity
  const published = at !== null && (await isPublished(db, at.id))
  found(maySee(of, sightOf(visit, of), published, personId) ? of : null)
  const mayKeep = mayKeepMeeting(visit, of)
  return { paper: of, meeting: at, mayKeep, mayBring: mayKeep || isOwn(of, personId) }
}

async function paperKept(visit: Visit, access: 'look' | 'lock' = 'look'): Promise<PaperSeen> {
  const asked = await paperAsked(visit, access)
  allow(asked.mayKeep)
  return asked
}
