import { addAction } from '../../actions/index.ts'
import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import {
  choosePerson,
  type GroupId,
  groups,
  opens,
  type PersonId,
  peopleToChoose,
  questionAbout,
  type Reach,
  reachOf,
  readPerson,
} from '../../partnership/index.ts'
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
  type Visitor,
} from '../../platform/web/index.ts'
import { agendaItem, isClosed } from '../agenda/store.ts'
import { addForwardItems } from '../forward-plan/store.ts'
import { isWithin } from '../meeting/keeper.ts'
import { type Meeting, type MeetingId, meetingName } from '../meeting/meeting.ts'
import { meeting } from '../meeting/store.ts'
import { readFollowUp, readHeading, readNewWorkshop, readWording, readWorkshop } from './form.ts'
import {
  addHeadings,
  addPoints,
  addWorkshop,
  changeHeading,
  changeWorkshop,
  groupPoints,
  headings,
  keepVotes,
  lockWorkshop,
  mergePoints,
  moveWorkshop,
  noteFollowUp,
  points,
  putInMinutes,
  removeHeading,
  removePoint,
  takeApart,
  voters,
  votesOf,
  workshop,
  workshops,
} from './store.ts'
import {
  fieldsOf,
  formView,
  headingFieldsOf,
  headingInWords,
  inWords,
  type Shown,
  toWorkshop,
  workshopsView,
  workshopView,
} from './view.ts'
import {
  castVotes,
  grouped,
  type Heading,
  move,
  type Point,
  type PointId,
  ranked,
  readPoints,
  readyHeadings,
  regroup,
  summary,
  takesPoints,
  type Workshop,
  type WorkshopId,
  type WorkshopState,
  workshopStates,
} from './workshop.ts'

/** Of some group: which one is asked beside the workshop. */
export const mayKeepWorkshops = (visitor: Pick<Visitor, 'role' | 'duties'>): boolean => opens('keep-meetings')(visitor)
/** For a group that is still to be chosen. */
export const mayBeginWorkshops = (visitor: Pick<Visitor, 'role' | 'duties'>): boolean => mayKeepWorkshops(visitor)

type Visiting = Pick<Visit, 'visitor'>
const keeps = ({ visitor }: Visiting, of: Pick<Workshop, 'groupId'>): boolean => isWithin(reachOf('keep-meetings', visitor), of)
/** Whoever has a seat on the group but its observers, and whoever keeps its meetings. */
const takesPart = (visit: Visiting, of: Pick<Workshop, 'groupId'>): boolean =>
  keeps(visit, of) || isWithin(reachOf('see-confidential', visit.visitor), of)

const elsewhere = redirect('workshops', 'That workshop is for the members of its group. Yours are here')
const personOf = ({ visitor }: Visiting): PersonId | null => visitor.capacity.personId as PersonId | null

const idAsked = ({ params }: Visit): WorkshopId => found(idOf<'workshop'>(params['workshop']))

/** The workshop of the address where the visitor keeps it; nobody else changes it until the visit ends. */
async function workshopKept(visit: Visit, lock: 'lock' | null = 'lock'): Promise<Workshop> {
  if (lock) await lockWorkshop(visit.db, idAsked(visit), 'alone')
  const asked = found(await workshop(visit.db, idAsked(visit)))
  allow(keeps(visit, asked))
  return asked
}

export const listWorkshops: Handler = async visit => {
  const all = await workshops(visit.db)
  return page(
    template(import.meta.url, 'list.njk'),
    workshopsView(
      all.filter(each => takesPart(visit, each)),
      mayBeginWorkshops(visit.visitor),
    ),
  )
}

export const newWorkshop: Handler = async visit => {
  const origin = await originOf(visit, text(visit.query, 'meeting'))
  const item = await itemOf(visit, origin, text(visit.query, 'item'))
  const fields = {
    groupId: String(origin?.groupId ?? text(visit.query, 'group')),
    meeting: text(visit.query, 'meeting'),
    item: text(visit.query, 'item'),
    title: item?.title ?? '',
    votesEach: '5',
  }
  return newPage(visit, fields, origin)
}

export const createWorkshop: Handler = async visit => {
  const { db, body, today } = visit
  const origin = await originOf(visit, text(body, 'meeting'))
  const read = readNewWorkshop(body)
  if (!read.accepted) return newPage(visit, entered(body), origin, read.problems)
  const { groupId, ...draft } = read.value
  allow(keeps(visit, { groupId }))
  const from = origin?.groupId === groupId ? origin : null
  const item = await itemOf(visit, from, text(body, 'item'))
  const id = await addWorkshop(db, groupId, draft, { meetingId: from?.id ?? null, itemId: item?.id ?? null }, today)
  return redirect(`workshops/${id}`, 'The workshop is open. Everybody on the group can add points')
}

async function originOf(visit: Visit, typed: string): Promise<Meeting | null> {
  const id = idOf<'meeting'>(typed)
  const from = id === null ? null : await meeting(visit.db, id)
  return from !== null && keeps(visit, from) ? from : null
}

async function itemOf({ db }: Visit, from: Meeting | null, typed: string) {
  const id = idOf<'agenda-item'>(typed)
  const item = from === null || id === null ? null : await agendaItem(db, id)
  return item !== null && item.meetingId === from?.id ? item : null
}

async function newPage(
  visit: Visit,
  fields: Readonly<Record<string, string>>,
  origin: Meeting | null,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const reach: Reach = reachOf('keep-meetings', visit.visitor)
  const kept: { id: GroupId; name: string }[] = (await groups(visit.db)).filter(
    group => holdsOn(group, visit.today) && isWithin(reach, { groupId: group.id }),
  )
  const view = formView({
    workshop: null,
    fields,
    groups: origin === null ? kept : kept.filter(({ id }) => id === origin.groupId),
    comesFrom: origin === null ? '' : meetingName(origin),
    edition: '',
  })
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

export const editWorkshop: Handler = async visit => {
  const asked = await workshopKept(visit, null)
  return editPage(asked, fieldsOf(asked))
}

export const updateWorkshop: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const read = readWorkshop(body)
  if (!read.accepted) return editPage(asked, entered(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(asked), inWords(asked))
  if (meanwhile.length > 0) return editPage(asked, entered(body), meanwhile)
  await changeWorkshop(db, asked.id, read.value)
  return redirect(`workshops/${asked.id}`, 'The workshop is changed')
}

const editPage = (
  asked: Workshop,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(asked)),
): Answer =>
  page(template(import.meta.url, 'edit.njk'), formView({ workshop: asked, fields, groups: [], comesFrom: '', edition }), problems)

export const showWorkshop: Handler = async visit => {
  const asked = found(await workshop(visit.db, idAsked(visit)))
  return takesPart(visit, asked) ? shownPage(visit, asked) : elsewhere
}

type Typed = { readonly typed?: string; readonly votes?: Shown['votes'] }

async function shownPage(
  visit: Visit,
  asked: Workshop,
  problems: readonly Problem[] = [],
  { typed = '', votes }: Typed = {},
): Promise<Answer> {
  const { db } = visit
  const me = personOf(visit)
  const [under, all, mine, count, from, isOver] = await Promise.all([
    headings(db, asked.id),
    points(db, asked.id),
    me === null ? new Map<PointId, number>() : votesOf(db, asked.id, me),
    voters(db, asked.id),
    asked.meetingId === null ? null : meeting(db, asked.meetingId as MeetingId),
    asked.meetingId === null ? true : isClosed(db, asked.meetingId as MeetingId),
  ])
  const view = workshopView({
    workshop: asked,
    headings: under,
    points: all,
    keeps: keeps(visit, asked),
    takesPart: true,
    myPersonId: me,
    votes: votes ?? (id => String(mine.get(id) ?? '')),
    typed,
    voters: count,
    meeting: from,
    canMinute: keeps(visit, asked) && asked.itemId !== null && asked.minuteId === null && !isOver,
  })
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

/** Many at once: they hold nobody off but whoever would end the collecting just now. */
export const sendPoints: Handler = async visit => {
  const { db, body } = visit
  await lockWorkshop(db, idAsked(visit), 'with others')
  const asked = found(await workshop(db, idAsked(visit)))
  if (!takesPart(visit, asked)) return elsewhere
  const typed = text(body, 'points')
  if (!takesPoints(asked))
    return shownPage(
      visit,
      asked,
      [{ text: 'No more points are taken just now. What you typed is below: copy it, or ask whoever runs the workshop to collect again' }],
      { typed },
    )
  const me = personOf(visit)
  const already = (await points(db, asked.id)).filter(({ byPersonId }) => byPersonId === me).map(point => point.text)
  const read = readPoints(typed, already)
  if (!read.accepted) return shownPage(visit, asked, read.problems, { typed })
  await addPoints(db, asked.id, read.value, me)
  const words =
    read.value.length === 0
      ? 'You have said that already'
      : read.value.length === 1
        ? 'Your point is there'
        : `Your ${read.value.length} points are there`
  return redirect(`workshops/${asked.id}`, words)
}

/** By whoever keeps it, and by whoever made it while points are collected. */
export const dropPoint: Handler = async visit => {
  const { db } = visit
  await lockWorkshop(db, idAsked(visit), 'alone')
  const asked = found(await workshop(db, idAsked(visit)))
  if (!takesPart(visit, asked)) return elsewhere
  const { point } = await pointNamed(visit, asked)
  const isTheirs = point.byPersonId !== null && point.byPersonId === personOf(visit) && asked.state === 'collecting'
  if (!isTheirs && !keeps(visit, asked))
    return redirect(`workshops/${asked.id}`, 'Only whoever made a point takes it back, while points are collected')
  await removePoint(db, point.id)
  return redirect(`workshops/${asked.id}`, 'The point is removed')
}

async function pointNamed({ db, params }: Visit, { id }: Workshop): Promise<{ readonly point: Point; readonly all: readonly Point[] }> {
  const pointId = found(idOf<'workshop-point'>(params['point']))
  const all = await points(db, id)
  return { point: found(all.find(each => each.id === pointId)), all }
}

export const moveOn: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const to: WorkshopState | undefined = workshopStates.find(state => state === text(body, 'to'))
  const ruling = move(asked, to ?? asked.state)
  if (!ruling.accepted) return shownPage(visit, asked, ruling.problems)
  await moveWorkshop(db, asked.id, ruling.value)
  return redirect(`workshops/${asked.id}`)
}

/** Only what differs from what the page had shown is moved. */
export const groupAll: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const [under, all] = await Promise.all([headings(db, asked.id), points(db, asked.id)])
  const ruling = regroup(all, under, field => texts(body, field)[0])
  if (!ruling.accepted) return shownPage(visit, asked, ruling.problems)
  await groupPoints(db, ruling.value)
  return redirect(`workshops/${asked.id}`, ruling.value.length === 1 ? 'One point is moved' : `${ruling.value.length} points are moved`)
}

export const addHeading: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const there = new Set((await headings(db, asked.id)).map(({ title }) => title.toLowerCase()))
  if (text(body, 'ready') !== '') {
    await addHeadings(
      db,
      asked.id,
      readyHeadings.filter(title => !there.has(title.toLowerCase())),
    )
    return redirect(`workshops/${asked.id}`, 'The headings are there')
  }
  const read = readHeading(body)
  const problems = read.accepted ? namesake(read.value.title, there) : read.problems
  if (!read.accepted || problems.length > 0) return shownPage(visit, asked, problems)
  await addHeadings(db, asked.id, [read.value.title])
  return redirect(`workshops/${asked.id}`, `${read.value.title} is a heading now`)
}

const namesake = (title: string, there: ReadonlySet<string>): Problem[] =>
  there.has(title.toLowerCase()) ? [{ field: 'title', text: `There is a heading ${title} already` }] : []

export const editHeading: Handler = async visit => {
  const asked = await workshopKept(visit, null)
  const { heading } = await headingNamed(visit, asked)
  return headingPage(asked, heading, headingFieldsOf(heading))
}

export const updateHeading: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const { heading, others } = await headingNamed(visit, asked)
  const read = readHeading(body)
  const problems = read.accepted ? namesake(read.value.title, new Set(others.map(({ title }) => title.toLowerCase()))) : read.problems
  if (!read.accepted || problems.length > 0) return headingPage(asked, heading, entered(body), problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, headingFieldsOf(heading), headingInWords(heading))
  if (meanwhile.length > 0) return headingPage(asked, heading, entered(body), meanwhile)
  await changeHeading(db, heading.id, read.value)
  return redirect(`workshops/${asked.id}`, 'The heading is changed')
}

export const destroyHeading: Handler = async visit => {
  const asked = await workshopKept(visit)
  const { heading } = await headingNamed(visit, asked)
  await removeHeading(visit.db, heading.id)
  return redirect(`workshops/${asked.id}`, `${heading.title} is removed, and what stood under it stands under no heading`)
}

async function headingNamed(
  { db, params }: Visit,
  { id }: Workshop,
): Promise<{ readonly heading: Heading; readonly others: readonly Heading[] }> {
  const headingId = found(idOf<'workshop-heading'>(params['heading']))
  const all = await headings(db, id)
  return { heading: found(all.find(each => each.id === headingId)), others: all.filter(each => each.id !== headingId) }
}

function headingPage(
  asked: Workshop,
  heading: Heading,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(headingFieldsOf(heading)),
): Answer {
  const own = `workshops/${asked.id}/headings/${heading.id}`
  const view = {
    title: `Change the heading: ${heading.title}`,
    caption: asked.title,
    action: `${own}/edit`,
    removal: `${own}/removal`,
    back: `workshops/${asked.id}`,
    edition,
    fields: { title: fields['title'] ?? '', implication: fields['implication'] ?? '' },
    breadcrumbs: toWorkshop(asked),
  }
  return page(template(import.meta.url, 'heading.njk'), view, problems)
}

/** Of those that were ticked, how they read as one. */
export const newMerging: Handler = async visit => {
  const asked = await workshopKept(visit, null)
  const picked = await pickedIn(visit, asked, texts(visit.query, 'point'))
  if (picked.length < 2) return redirect(`workshops/${asked.id}`, 'Tick two points or more, then merge them')
  return mergingPage(asked, picked, picked[0]?.text ?? '')
}

export const mergeAll: Handler = async visit => {
  const { db, body } = visit
  const asked = await workshopKept(visit)
  const picked = await pickedIn(visit, asked, texts(body, 'point'))
  const [kept, ...others] = picked
  if (kept === undefined || others.length === 0) return redirect(`workshops/${asked.id}`, 'Tick two points or more, then merge them')
  const read = readWording(body)
  if (!read.accepted) return mergingPage(asked, picked, text(body, 'text'), read.problems)
  await mergePoints(
    db,
    kept.id,
    others.map(({ id }) => id),
    read.value.text,
  )
  return redirect(`workshops/${asked.id}`, `${picked.length} points are one now`)
}

async function pickedIn({ db }: Visit, asked: Workshop, ids: readonly string[]): Promise<readonly Point[]> {
  return (await points(db, asked.id)).filter(({ id, mergedIntoId }) => mergedIntoId === null && ids.includes(String(id)))
}

function mergingPage(asked: Workshop, picked: readonly Point[], wording: string, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Merge points: ${asked.title}`,
    caption: asked.group,
    picked: picked.map(point => ({ id: point.id, text: point.text })),
    wording,
    action: `workshops/${asked.id}/merging`,
    back: `workshops/${asked.id}`,
    breadcrumbs: toWorkshop(asked),
  }
  return page(template(import.meta.url, 'merging.njk'), view, problems)
}

export const apart: Handler = async visit => {
  const asked = await workshopKept(visit)
  const { point } = await pointNamed(visit, asked)
  await takeApart(visit.db, point.id)
  return redirect(`workshops/${asked.id}`, 'They stand by themselves again')
}

export const vote: Handler = async visit => {
  const { db, body } = visit
  await lockWorkshop(db, idAsked(visit), 'with others')
  const asked = found(await workshop(db, idAsked(visit)))
  const me = personOf(visit)
  if (!takesPart(visit, asked) || me === null) return elsewhere
  if (asked.state !== 'voting') return shownPage(visit, asked, [{ text: 'Votes are not taken just now' }])
  const typed = (id: PointId) => text(body, `votes-${id}`)
  const ruling = castVotes(asked.votesEach, await points(db, asked.id), typed)
  if (!ruling.accepted) return shownPage(visit, asked, ruling.problems, { votes: typed })
  await keepVotes(db, asked.id, me, ruling.value)
  return redirect(`workshops/${asked.id}`, 'Your votes are counted. You can change them until the workshop is closed')
}

export const newFollowUp: Handler = async visit => {
  const asked = await workshopKept(visit, null)
  const { point } = await pointNamed(visit, asked)
  return followUpPage(visit, asked, point, { text: point.text })
}

/** In the register of actions, with a reference for life, for whoever is to do it. */
export const createFollowUp: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await workshopKept(visit)
  const { point } = await pointNamed(visit, asked)
  if (point.actionId !== null) return redirect(`workshops/${asked.id}`, `It is an action already: ${point.action}`)
  const read = readFollowUp(body)
  const who = choosePerson(readPerson(body), await peopleToChoose(db, today))
  const isKnown = who.accepted && who.value.kind === 'known' ? who.value.id : null
  const problems = [
    ...(read.accepted ? [] : read.problems),
    ...(isKnown !== null
      ? []
      : [{ field: 'person', text: who.accepted ? `There is nobody called ${who.value.name} yet` : (who.problems[0]?.text ?? '') }]),
  ]
  if (!read.accepted || isKnown === null) return followUpPage(visit, asked, point, entered(body), problems)

  const from = asked.meetingId === null ? null : await meeting(db, asked.meetingId as MeetingId)
  const item = asked.itemId === null ? null : await agendaItem(db, asked.itemId as never)
  const { id, reference } = await addAction(db, {
    source: from === null ? 'group' : 'meeting',
    sourceId: from?.id ?? null,
    groupId: asked.groupId,
    sourceName: asked.shortName,
    sourceDay: from?.onDay ?? today,
    text: read.value.text,
    dueOn: read.value.dueOn,
    isConfidential: item?.isConfidential ?? false,
    owners: [{ personId: isKnown }],
  })
  await noteFollowUp(db, point.id, { actionId: id })
  return redirect(`workshops/${asked.id}`, `${reference} is in the register of actions`)
}

async function followUpPage(
  { db, today }: Visit,
  asked: Workshop,
  point: Point,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const named = await peopleToChoose(db, today)
  const question = questionAbout(fields['person'] ?? '', named)
  const view = {
    title: `Make an action: ${point.text.slice(0, 80)}`,
    caption: asked.title,
    action: `workshops/${asked.id}/points/${point.id}/action`,
    back: `workshops/${asked.id}`,
    fields: { text: fields['text'] ?? '', dueOn: fields['dueOn'] ?? '' },
    names: [...new Set(named.map(({ name }) => name))],
    person: {
      value: fields['person'] ?? '',
      which:
        question.kind === 'which'
          ? question.people.map(({ id, name, detail }) => ({
              value: String(id),
              text: detail === '' ? name : `${name}, ${detail}`,
              checked: String(id) === fields['person-chosen'],
            }))
          : [],
      newName: '',
      at: '',
    },
    breadcrumbs: toWorkshop(asked),
  }
  return page(template(import.meta.url, 'action.njk'), view, problems)
}

/** To be allocated to a meeting on the forward plan. */
export const planPoint: Handler = async visit => {
  const { db } = visit
  const asked = await workshopKept(visit)
  const { point } = await pointNamed(visit, asked)
  if (point.forwardItemId !== null) return redirect(`workshops/${asked.id}`, 'It is on the forward plan already')
  const [id] = await addForwardItems(db, asked.groupId, [
    {
      meetingId: null,
      isStanding: false,
      title: point.text.slice(0, 300),
      detail: '',
      responsible: '',
      personId: null,
      seatId: null,
      purpose: 'discuss',
      source: `Workshop: ${asked.title}`.slice(0, 300),
      sourceItemId: asked.itemId as never,
      minutes: null,
    },
  ])
  if (id !== undefined) await noteFollowUp(db, point.id, { forwardItemId: id })
  return redirect(`workshops/${asked.id}`, 'It is on the forward plan, to be allocated to a meeting')
}

export const minuteIt: Handler = async visit => {
  const { db } = visit
  const asked = await workshopKept(visit)
  if (asked.itemId === null || asked.meetingId === null)
    return redirect(`workshops/${asked.id}`, 'This workshop belongs to no item of an agenda')
  if (asked.minuteId !== null) return redirect(`workshops/${asked.id}`, 'The minutes sum it up already')
  if (await isClosed(db, asked.meetingId as MeetingId))
    return redirect(`workshops/${asked.id}`, 'The minutes of that meeting are approved and cannot be changed')
  const [under, all] = await Promise.all([headings(db, asked.id), points(db, asked.id)])
  await putInMinutes(db, asked, summary(asked, grouped(under, all)))
  return redirect(`workshops/${asked.id}`, 'The minutes sum it up under its item')
}

export const downloadPoints: Handler = async visit => {
  const asked = found(await workshop(visit.db, idAsked(visit)))
  if (!takesPart(visit, asked)) return elsewhere
  const [under, all] = await Promise.all([headings(visit.db, asked.id), points(visit.db, asked.id)])
  const titles = new Map(under.map(({ id, title }) => [id, title]))
  const rows = ranked(under, all).map((point, at) => [
    at + 1,
    point.text,
    point.headingId === null ? '' : (titles.get(point.headingId) ?? ''),
    point.count,
    point.votes,
    point.merged.map(({ text }) => text).join('; '),
    point.action ?? '',
  ])
  return download(
    `workshop-${asked.id}.csv`,
    'text/csv; charset=utf-8',
    csv([['Rank', 'Point', 'Heading', 'Times made', 'Votes', 'Merged', 'Action'], ...rows]),
  )
}
