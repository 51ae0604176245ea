import { csv } from '../../kernel/csv.ts'
import type { Day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type GroupName, groupNamed, reachOf, seatName, seatsOf } from '../../partnership/index.ts'
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
  type Visit,
} from '../../platform/web/index.ts'
import { isWithin } from '../meeting/keeper.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, sightOf } from '../meeting/pages.ts'
import { groupsOf, meetings } from '../meeting/store.ts'
import { noMeeting, readAddition, readForwardItem } from './form.ts'
import { type Bearers, bearerOf, type ForwardItem, forwardPlanOf, movedWithin, openOnly, readWhen, whenText } from './forward-plan.ts'
import {
  addForwardItems,
  allocate,
  askedIn,
  changeForwardItem,
  everybody,
  forwardItem,
  forwardItems,
  lockForwardPlan,
  orderForwardItems,
  removeForwardItem,
} from './store.ts'
import {
  arrangingTable,
  choicesView,
  itemFields,
  itemInWords,
  planAddress,
  planFile,
  planTable,
  whenField,
  whenFields,
  whenInWords,
} from './view.ts'

const toPlans = [{ text: 'Forward plan', href: 'forward-plan' }]

/** Of every group that meets again, and the names of the others for whoever keeps their meetings. Three queries, whatever there is. */
export const listForwardPlans: Handler = async visit => {
  const { db, today, visitor } = visit
  const [ahead, items, kept] = await Promise.all([
    meetings(db, { from: today }),
    forwardItems(db, null),
    groupsOf(db, reachOf('keep-meetings', visitor)),
  ])
  const ofGroup = Map.groupBy(ahead, ({ groupId }) => groupId)
  const itemsOf = Map.groupBy(items, ({ groupId }) => groupId)
  const groups = [...ofGroup]
    .map(([groupId, those]) => ({
      name: those[0]?.group ?? '',
      href: planAddress(groupId),
      table: planTable(
        forwardPlanOf(those, openOnly(itemsOf.get(groupId) ?? [], sightOf(visit, { groupId }))),
        `Forward plan of ${those[0]?.group ?? ''}`,
      ),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const others = kept.filter(({ id }) => !ofGroup.has(id)).map(({ id, name }) => ({ name, href: planAddress(id) }))
  return page(template(import.meta.url, 'list.njk'), { title: 'Forward plan', groups, others })
}

export const showForwardPlan: Handler = async visit => planPage(visit, await planAsked(visit))

export const downloadForwardPlan: Handler = async visit => {
  const { group, plan, all } = await planAsked(visit)
  const table = planFile(plan, all[0]?.shortName ?? group.name.replace(/\W+/g, '-'))
  return download(`${table.name}.csv`, 'text/csv; charset=utf-8', csv([table.columns.map(({ heading }) => heading), ...table.rows]))
}

/** Several are moved at once, or one a place up or down, or dragged into another order. */
export const arrangeForwardPlan: Handler = async visit => {
  const { db, body } = visit
  const groupId = (await groupKept(visit)).id
  await lockForwardPlan(db, groupId)
  const asked = await planAsked(visit)
  const shown = asked.items.filter(item => text(body, whenField(item)) !== '')
  const wanted = shown.map(item => ({ item, when: readWhen(text(body, whenField(item)), asked.all) }))
  const problems = wanted.flatMap(({ item, when }) => (when === null ? [noMeeting(whenField(item))] : []))
  if (problems.length > 0) return planPage(visit, asked, entered(body), problems)
  const meanwhile = overtaken(text(body, 'edition'), body, whenFields(asked.items), whenInWords(shown, asked.all))
  if (meanwhile.length > 0) return planPage(visit, asked, entered(body), meanwhile)

  const moving = wanted.flatMap(({ item, when }) => (when === null || whenText(when) === whenText(item) ? [] : [{ id: item.id, ...when }]))
  await allocate(db, groupId, moving)
  const [way, id] = text(body, 'move').split('-')
  const itemId = idOf<'forward-item'>(id)
  if (itemId !== null) await orderForwardItems(db, groupId, movedWithin(asked.everything, itemId, way === 'up' ? 'up' : 'down'))
  const dragged = text(body, 'order')
    .split(',')
    .flatMap(each => idOf<'forward-item'>(each) ?? [])
  if (dragged.length > 0) await orderForwardItems(db, groupId, dragged)
  const moved = moving.length === 1 ? '1 item is moved to another meeting' : `${moving.length} items are moved to other meetings`
  return redirect(
    asked.address,
    moving.length > 0 ? moved : itemId !== null || dragged.length > 0 ? 'The order is changed' : 'Nothing was to be changed',
  )
}

export const newForwardItems: Handler = async visit => {
  const group = await groupKept(visit)
  return additionPage(visit, group, { when: text(visit.query, 'when') || 'none' })
}

export const createForwardItems: Handler = async visit => {
  const { db, body } = visit
  const group = await groupKept(visit)
  const read = readAddition(body, await meetings(db, { groupId: group.id }))
  if (!read.accepted) return additionPage(visit, group, entered(body), read.problems)

  await lockForwardPlan(db, group.id)
  const bearers = await bearersOf(visit, group)
  const { lines, purpose } = read.value
  const drafts = lines.map(({ responsible, ...line }) => ({
    ...line,
    ...bearerOf(responsible, bearers),
    purpose,
    source: '',
    sourceItemId: null,
    minutes: null,
  }))
  await addForwardItems(db, group.id, drafts)
  return redirect(planAddress(group.id), lines.length === 1 ? '1 item is added' : `${lines.length} items are added`)
}

async function additionPage(visit: Visit, group: GroupName, fields: Typed, problems: readonly Problem[] = []): Promise<Answer> {
  const { db, today } = visit
  const [ahead, bearers] = await Promise.all([meetings(db, { groupId: group.id, from: today }), bearersOf(visit, group)])
  const view = {
    title: 'Add to the forward plan',
    caption: group.name,
    fields,
    ...choicesView(fields, ahead, bearers),
    action: `${planAddress(group.id)}/new`,
    back: planAddress(group.id),
    breadcrumbs: toPlan(group),
  }
  return page(template(import.meta.url, 'add.njk'), view, problems)
}

export const editForwardItem: Handler = async visit => {
  const { group, item } = await itemKept(visit)
  return itemPage(visit, group, item, itemFields(item))
}

export const updateForwardItem: Handler = async visit => {
  const { db, body } = visit
  const { group, item } = await itemKept(visit, 'lock')
  const all = await meetings(db, { groupId: group.id })
  const read = readForwardItem(body, all)
  if (!read.accepted) return itemPage(visit, group, item, entered(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, itemFields(item), itemInWords(item, all))
  if (meanwhile.length > 0) return itemPage(visit, group, item, entered(body), meanwhile)

  const { responsible, ...rest } = read.value
  await changeForwardItem(db, item.id, { ...item, ...rest, ...bearerOf(responsible, await bearersOf(visit, group)) })
  return redirect(planAddress(group.id), 'The item is changed')
}

async function itemPage(
  visit: Visit,
  group: GroupName,
  item: ForwardItem,
  fields: Typed,
  problems: readonly Problem[] = [],
  edition?: string,
): Promise<Answer> {
  const { db, today } = visit
  const [all, bearers, askedInId] = await Promise.all([meetings(db, { groupId: group.id }), bearersOf(visit, group), askedIn(db, item)])
  const view = {
    title: 'Change an item of the forward plan',
    caption: group.name,
    fields,
    edition: edition ?? editionOf(itemFields(item)),
    ...choicesView(fields, choosable(all, item, today), bearers),
    askedInHref: askedInId === null ? null : `meetings/${askedInId}/agenda`,
    action: `${planAddress(group.id)}/${item.id}/edit`,
    removalHref: `${planAddress(group.id)}/${item.id}/removal`,
    back: planAddress(group.id),
    breadcrumbs: toPlan(group),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

/** Those to come, and the one to which it comes. */
const choosable = (all: readonly Meeting[], { meetingId }: ForwardItem, today: Day): readonly Meeting[] =>
  all.filter(({ id, onDay }) => onDay >= today || id === meetingId)

export const confirmForwardItemRemoval: Handler = async visit => {
  const { group, item } = await itemKept(visit)
  const view = {
    title: `Remove ${item.title} from the forward plan`,
    caption: group.name,
    words: 'Where it is on an agenda already, it stays there.',
    back: planAddress(group.id),
    breadcrumbs: toPlan(group),
  }
  return page(template(import.meta.url, '../agenda/removal.njk'), view)
}

export const destroyForwardItem: Handler = async visit => {
  const { group, item } = await itemKept(visit, 'lock')
  await removeForwardItem(visit.db, item.id)
  return redirect(planAddress(group.id), `${item.title} is removed from the forward plan`)
}

type Typed = Readonly<Record<string, string>>

const toPlan = (group: GroupName) => [...toPlans, { text: group.name, href: planAddress(group.id) }]

async function groupAsked({ db, params }: Visit): Promise<GroupName> {
  return found(await groupNamed(db, found(idOf<'group'>(params['group']))))
}

/** The group of the address, where the visitor keeps its meetings. */
async function groupKept(visit: Visit): Promise<GroupName> {
  const group = await groupAsked(visit)
  allow(mayKeepMeeting(visit, { groupId: group.id }))
  return group
}

async function itemKept(visit: Visit, lock: 'lock' | null = null) {
  const group = await groupKept(visit)
  if (lock) await lockForwardPlan(visit.db, group.id)
  const item = found(await forwardItem(visit.db, found(idOf<'forward-item'>(visit.params['forward']))))
  return { group, item: found(item.groupId === group.id ? item : null) }
}

/** From today on, or everything that ever was planned. */
async function planAsked(visit: Visit) {
  const { db, query, today } = visit
  const group = await groupAsked(visit)
  const showsEarlier = text(query, 'earlier') === 'yes'
  const [all, everything] = await Promise.all([meetings(db, { groupId: group.id }), forwardItems(db, group.id)])
  const shown = all.filter(({ onDay }) => showsEarlier || onDay >= today)
  const plan = forwardPlanOf(shown, openOnly(everything, sightOf(visit, { groupId: group.id })))
  const items = [...plan.standing, ...plan.meetings.flatMap(each => each.items), ...plan.toAllocate]
  const address = planAddress(group.id)
  return {
    group,
    all,
    plan,
    items,
    everything,
    address: showsEarlier ? `${address}?earlier=yes` : address,
    showsEarlier,
    hasEarlier: all.some(({ onDay }) => onDay < today),
  }
}

function planPage(
  visit: Visit,
  asked: Awaited<ReturnType<typeof planAsked>>,
  fields: Typed = {},
  problems: readonly Problem[] = [],
): Answer {
  const { group, all, plan, items, address, showsEarlier, hasEarlier } = asked
  const mayKeep = isWithin(reachOf('keep-meetings', visit.visitor), { groupId: group.id })
  const to = choosableForAll(all, items, visit.today)
  const view = {
    title: `Forward plan: ${group.name}`,
    groupHref: `groups/${group.id}`,
    table: planTable(plan, `Forward plan of ${group.name}`),
    mayKeep,
    parts: mayKeep ? arrangingTable(plan, to, planAddress(group.id)) : [],
    fields,
    edition: editionOf(whenFields(items)),
    action: address,
    addHref: `${planAddress(group.id)}/new`,
    csvHref: `${planAddress(group.id)}.csv${showsEarlier ? '?earlier=yes' : ''}`,
    earlierHref: showsEarlier ? planAddress(group.id) : hasEarlier ? `${planAddress(group.id)}?earlier=yes` : null,
    showsEarlier,
    breadcrumbs: toPlans,
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

const choosableForAll = (all: readonly Meeting[], items: readonly ForwardItem[], today: Day): readonly Meeting[] => {
  const used = new Set(items.map(({ meetingId }) => meetingId))
  return all.filter(({ id, onDay }) => onDay >= today || used.has(id))
}

/** Whom one may name: the seats of the group, and everybody by name. */
async function bearersOf({ db }: Visit, group: GroupName): Promise<Bearers> {
  const [seats, people] = await Promise.all([seatsOf(db, { groupId: group.id }), everybody(db)])
  const sitting = new Set(seats.flatMap(({ tenures }) => tenures.filter(({ endsOn }) => endsOn === null).map(({ personId }) => personId)))
  return {
    seats: seats.filter(({ endsOn }) => endsOn === null).map(seat => ({ id: seat.id, name: seatName(seat) })),
    people: people.toSorted((a, b) => Number(sitting.has(b.id)) - Number(sitting.has(a.id))),
  }
}
