import { openActionsOf } from '../../actions/index.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { exceptionsOfGroup } from '../../performance/index.ts'
import { canMakePdf, pdfOf } from '../../platform/document/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  entered,
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
import { answersTo } from '../decision/store.ts'
import type { ForwardItem } from '../forward-plan/forward-plan.ts'
import { everybody, forwardItems, forwardPlanTable } from '../forward-plan/store.ts'
import { type Meeting, meetingName } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked, sightOf } from '../meeting/pages.ts'
import { meetings } from '../meeting/store.ts'
import { approvalsAt } from '../minutes/approval/store.ts'
import { deadlinesFor } from '../paper/pages.ts'
import { maySee, type SheetFor } from '../paper/paper.ts'
import { papersOf } from '../paper/store.ts'
import { rowOf, sheetRow } from '../paper/view.ts'
import { type AgendaItem, type AgendaState, type Arising, type ItemKind, type Known, moved, type PlacedItem, within } from './agenda.ts'
import { copied, missing, type Source, sourcesOf, withAdded } from './assembly.ts'
import { readItem, readTimes } from './form.ts'
import { agendaPaper } from './paper.ts'
import {
  addItem,
  agendaItem,
  agendaOf,
  agendaState,
  beginAgenda,
  changeItem,
  groupsByName,
  isClosed,
  isMinuted,
  lockAgenda,
  mattersArising,
  meetingBefore,
  orderItems,
  removeItem,
  settleItems,
} from './store.ts'
import {
  agendaAddress,
  agendaView,
  itemFields,
  itemFormView,
  itemInWords,
  type Live,
  noFields,
  readerView,
  timesFields,
  timesInWords,
  timesView,
  toAgenda,
} from './view.ts'

/** Eight queries, and for each kind of item that shows what is known now as many as that takes. */
export const showAgenda =
  (sheetFor: SheetFor): Handler =>
  async visit => {
    const meeting = await meetingAsked(visit)
    const mayKeep = mayKeepMeeting(visit, meeting)
    const { state, items, last, live } = await agendaSeen(visit, meeting, sheetFor)
    const sources = mayKeep && !state.isClosed ? await sourcesFor(visit, meeting, last) : []
    const keeping = { ...state, mayKeep, missing: missing(sources, items), last, canMakePdf }
    return page(template(import.meta.url, 'show.njk'), agendaView(meeting, items, live, keeping))
  }

export const downloadAgenda =
  (sheetFor: SheetFor): Handler =>
  async visit => {
    const meeting = await meetingAsked(visit)
    const { state, items, live } = await agendaSeen(visit, meeting, sheetFor)
    const paper = agendaPaper(meeting, readerView(meeting, items, live), visit.partnership.name, state.isUnseen)
    found(canMakePdf ? paper : null)
    return download(`agenda-${meeting.shortName.toLowerCase()}-${meeting.onDay}.pdf`, 'application/pdf', Buffer.from(await pdfOf(paper)))
  }

/** What the visitor may see of it: of a draft, those outside the group see nothing. */
async function agendaSeen(visit: Visit, meeting: Meeting, sheetFor: SheetFor) {
  const { db, today } = visit
  const sees = sightOf(visit, meeting)
  const state = await agendaState(db, meeting.id)
  const isUnseen = state.isDraft && sees === 'open'
  const [items, last] = await Promise.all([isUnseen ? [] : agendaOf(db, meeting.id, sees), meetingBefore(db, meeting, today)])
  const [live, papers] = await Promise.all([liveFor(visit, meeting, items, last), isUnseen ? [] : papersSeen(visit, meeting, state)])
  const sheets = items.flatMap(({ id, aboutGroupId }) =>
    aboutGroupId === null ? [] : [{ itemId: id, ...sheetRow(sheetFor(meeting.id, aboutGroupId)) }],
  )
  return { state: { ...state, isUnseen }, items, last, live: { ...live, papers: [...papers, ...sheets] } }
}

async function papersSeen(visit: Visit, meeting: Meeting, { isPublished }: AgendaState) {
  const [papers, deadlines] = await Promise.all([papersOf(visit.db, meeting.id), deadlinesFor(visit, meeting)])
  const visitorId = visit.visitor.capacity.personId
  return papers
    .filter(paper => maySee(paper, sightOf(visit, meeting), isPublished, visitorId))
    .map(paper => ({ itemId: paper.itemId, ...rowOf(paper, meeting, deadlines, visit.today) }))
}

/** What is known now of what the items show. */
async function liveFor(visit: Visit, meeting: Meeting, items: readonly PlacedItem[], last: Meeting | null): Promise<Omit<Live, 'papers'>> {
  const { db, today } = visit
  const has = (kind: ItemKind): boolean => items.some(item => item.kind === kind)
  const sees = sightOf(visit, meeting)
  const [approvals, arising, answers, exceptions, plan, next] = await Promise.all([
    has('minutes') && mayKeepMeeting(visit, meeting) ? approvalsAt(visit, meeting) : [],
    has('matters-arising') ? arisingFor(visit, meeting, sees) : null,
    has('matters-arising') ? answersTo(db, meeting.groupId, last?.onDay ?? null, meeting.onDay) : [],
    has('exceptions') ? exceptionsOfGroup({ db, today }, meeting.groupId) : null,
    has('forward-plan') ? forwardPlanTable(db, meeting.groupId, meeting.onDay, sees) : null,
    has('next-meeting') ? meetings(db, { groupId: meeting.groupId, from: meeting.onDay }) : null,
  ])
  const isOther = ({ id, state }: Meeting) => id !== meeting.id && state !== 'cancelled'
  return {
    last,
    approvals,
    arising,
    answers,
    exceptions,
    plan: plan && { ...plan, meetings: plan.meetings.filter(each => each.meeting.id !== meeting.id) },
    next: next?.filter(isOther).slice(0, 5) ?? null,
  }
}

/** Those that are open today with their owners by the register, in its words. */
async function arisingFor({ db, today }: Visit, meeting: Meeting, sees: 'all' | 'open'): Promise<Arising[]> {
  const [arising, open] = await Promise.all([mattersArising(db, meeting, sees), openActionsOf(db, [meeting.groupId], today, sees)])
  const known = new Map(open.map(action => [action.id, action]))
  return arising.map(action => ({ ...action, owners: known.get(action.id)?.owners.join('; ') ?? action.owners }))
}

async function sourcesFor(visit: Visit, meeting: Meeting, last: Meeting | null): Promise<readonly Source[]> {
  const [planned, arising] = await Promise.all([forwardItems(visit.db, meeting.groupId), mattersArising(visit.db, meeting, 'all')])
  const comes = ({ isStanding, meetingId }: ForwardItem): boolean => isStanding || meetingId === meeting.id
  return sourcesOf({ last, hasOpenActions: arising.length > 0, planned: planned.filter(comes) })
}

/** All that there is, at first; later what was chosen of what is not there yet. */
export const assembleAgenda: Handler = async visit => {
  const { db, body, today } = visit
  const meeting = await agendaKept(visit, 'lock')
  const [items, last] = await Promise.all([agendaOf(db, meeting.id, 'all'), meetingBefore(db, meeting, today)])
  const offered = missing(await sourcesFor(visit, meeting, last), items)
  const chosen = items.length === 0 ? offered : offered.filter(({ key }) => texts(body, 'add').includes(key))
  await settleItems(
    db,
    meeting.id,
    withAdded(
      items,
      chosen.map(({ draft }) => draft),
    ),
  )
  return redirect(agendaAddress(meeting), chosen.length === 1 ? '1 item is added' : `${chosen.length} items are added`)
}

export const copyAgenda: Handler = async visit => {
  const { db, today } = visit
  const meeting = await agendaKept(visit, 'lock')
  const last = await meetingBefore(db, meeting, today)
  if (last === null) return redirect(agendaAddress(meeting), 'There is no meeting before this one to copy from')
  const [items, there] = await Promise.all([agendaOf(db, last.id, 'all'), agendaOf(db, meeting.id, 'all')])
  if (there.length > 0) return redirect(agendaAddress(meeting), 'There is an agenda already, so nothing was copied')
  await beginAgenda(db, meeting.id, copied(items, last))
  return redirect(
    agendaAddress(meeting),
    items.length === 0 ? 'The last meeting had no agenda' : `The agenda begins as that of ${meetingName(last)}`,
  )
}

/** One item a place up or down, or those that stand beside each other in an order into which they were dragged. */
export const orderAgenda: Handler = async visit => {
  const { db, body } = visit
  const meeting = await agendaKept(visit, 'lock')
  const items = await agendaOf(db, meeting.id, 'all')
  const [way, id] = text(body, 'move').split('-')
  const itemId = idOf<'agenda-item'>(id)
  const dragged = text(body, 'order')
    .split(',')
    .flatMap(each => idOf<'agenda-item'>(each) ?? [])
  if (itemId !== null) await orderItems(db, meeting.id, moved(items, itemId, way === 'up' ? 'up' : 'down'))
  else if (dragged.length > 0) await orderItems(db, meeting.id, beside(items, dragged))
  return redirect(agendaAddress(meeting), 'The order is changed')
}

/** Those that were dragged, and after them whatever somebody else has added beside them meanwhile. */
function beside(items: readonly AgendaItem[], dragged: readonly AgendaItem['id'][]) {
  const parentId = items.find(({ id }) => id === dragged[0])?.parentId ?? null
  const siblings = within(items, parentId).map(({ id }) => id)
  return [...dragged.filter(id => siblings.includes(id)), ...siblings.filter(id => !dragged.includes(id))]
}

export const newItem: Handler = async visit => {
  const meeting = await agendaKept(visit)
  return itemPage(visit, meeting, { ...noFields, parentId: text(visit.query, 'within') }, null)
}

export const createItem: Handler = async visit => {
  const { db, body } = visit
  const meeting = await agendaKept(visit, 'lock')
  const known = await knownFor(visit, meeting)
  const read = readItem(body, known, null)
  if (!read.accepted) return itemPage(visit, meeting, entered(body), null, read.problems)

  if (read.value.parentId === null) await settleItems(db, meeting.id, withAdded(known.items, [read.value]))
  else await addItem(db, meeting.id, read.value)
  return redirect(agendaAddress(meeting), `${read.value.title} is added`)
}

export const editItem: Handler = async visit => {
  const { meeting, item } = await itemKept(visit)
  return itemPage(visit, meeting, itemFields(item), item)
}

export const updateItem: Handler = async visit => {
  const { db, body } = visit
  const { meeting, item } = await itemKept(visit, 'lock')
  const known = await knownFor(visit, meeting)
  const read = readItem(body, known, item)
  if (!read.accepted) return itemPage(visit, meeting, entered(body), item, read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, itemFields(item), itemInWords(item, known))
  if (meanwhile.length > 0) return itemPage(visit, meeting, entered(body), item, meanwhile)

  await changeItem(db, item, read.value)
  return redirect(agendaAddress(meeting), `${read.value.title} is changed`)
}

async function itemPage(
  visit: Visit,
  meeting: Meeting,
  fields: Readonly<Record<string, string>>,
  item: AgendaItem | null,
  problems: readonly Problem[] = [],
  edition?: string,
): Promise<Answer> {
  const view = itemFormView(meeting, fields, await knownFor(visit, meeting), item)
  return page(
    template(import.meta.url, 'edit.njk'),
    { ...view, edition: item === null ? '' : (edition ?? editionOf(itemFields(item))) },
    problems,
  )
}

async function knownFor({ db }: Visit, meeting: Meeting): Promise<Known> {
  const [items, groups, people] = await Promise.all([agendaOf(db, meeting.id, 'all'), groupsByName(db), everybody(db)])
  return { items, groups, people }
}

export const confirmItemRemoval: Handler = async visit => {
  const { meeting, item } = await itemKept(visit)
  return removalPage(visit, meeting, item)
}

export const destroyItem: Handler = async visit => {
  const { db } = visit
  const { meeting, item } = await itemKept(visit, 'lock')
  if (await isMinuted(db, item.id))
    return removalPage(visit, meeting, item, [{ text: `Something is minuted under ${item.title}. Remove that first, or change the item` }])
  await removeItem(db, item.id)
  return redirect(agendaAddress(meeting), `${item.title} is removed`)
}

async function removalPage({ db }: Visit, meeting: Meeting, item: AgendaItem, problems: readonly Problem[] = []): Promise<Answer> {
  const inside = within(await agendaOf(db, meeting.id, 'all'), item.id).map(({ title }) => title)
  const view = {
    title: `Remove ${item.title} from the agenda`,
    caption: meetingName(meeting),
    words: [
      inside.length === 0 ? '' : `What stands within it goes too: ${inside.join('; ')}.`,
      item.forwardItemId === null ? '' : 'It stays in the forward plan.',
      'The papers that are attached to it go with it.',
    ]
      .filter(words => words !== '')
      .join(' '),
    back: agendaAddress(meeting),
    breadcrumbs: toAgenda(meeting),
  }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}

export const editTimes: Handler = async visit => {
  const meeting = await agendaKept(visit)
  return timesPage(visit, meeting)
}

export const updateTimes: Handler = async visit => {
  const { db, body } = visit
  const meeting = await agendaKept(visit, 'lock')
  const [items, people] = await Promise.all([agendaOf(db, meeting.id, 'all'), everybody(db)])
  const shown = items.filter(({ id }) => Object.hasOwn(body, `minutes-${id}`))
  const read = readTimes(body, shown, people)
  if (!read.accepted) return timesPage(visit, meeting, entered(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, timesFields(items), timesInWords(shown))
  if (meanwhile.length > 0) return timesPage(visit, meeting, entered(body), meanwhile)

  const was = new Map(shown.map(item => [item.id, item]))
  for (const item of read.value) {
    const before = was.get(item.id)
    if (before && (before.minutes !== item.minutes || before.presenter !== item.presenter)) await changeItem(db, before, item)
  }
  return redirect(agendaAddress(meeting), 'Times and presenters are changed')
}

async function timesPage(
  { db }: Visit,
  meeting: Meeting,
  fields?: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition?: string,
): Promise<Answer> {
  const [items, people] = await Promise.all([agendaOf(db, meeting.id, 'all'), everybody(db)])
  const kept = timesFields(items)
  const view = { ...timesView(meeting, items, fields ?? kept, people), edition: edition ?? editionOf(kept) }
  return page(template(import.meta.url, 'times.njk'), view, problems)
}

/** The meeting of the address, where the visitor may change its agenda; nobody else changes it until the visit ends. */
async function agendaKept(visit: Visit, lock: 'lock' | null = null): Promise<Meeting> {
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  if (lock) await lockAgenda(visit.db, meeting.id)
  allow(!(await isClosed(visit.db, meeting.id)))
  return meeting
}

async function itemKept(visit: Visit, lock: 'lock' | null = null): Promise<{ readonly meeting: Meeting; readonly item: AgendaItem }> {
  const meeting = await agendaKept(visit, lock)
  const item = found(await agendaItem(visit.db, found(idOf<'agenda-item'>(visit.params['item']))))
  return { meeting, item: found(item.meetingId === meeting.id ? item : null) }
}
