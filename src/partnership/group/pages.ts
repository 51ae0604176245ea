import type { Day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
  allow,
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
import { type Part, partsShown } from '../contribution/pages.ts'
import { stateOf } from '../seat/acting.ts'
import type { FilledSeat } from '../seat/seat.ts'
import { absencesOn, noteForWhom, seatsOf } from '../seat/store.ts'
import { dayAsked } from './as-at.ts'
import { readGroup, readLink, readWindingUp } from './form.ts'
import { type Group, type GroupId, link, linkKinds, linkNames, place, windUp } from './group.ts'
import { actsFor, mayKeepGroup, mayNameSomeDeputies } from './keeper.ts'
import {
  addGroup,
  addLink,
  changeGroup,
  endGroup,
  groups,
  links,
  lockGroup,
  lockStructure,
  outsideBodies,
  reachOf,
  removeGroup,
  removeLink,
  sectorQuorums,
  setSectorQuorums,
} from './store.ts'
import { fieldsOf, groupFormView, groupsView, groupView, inWords, toGroup } from './view.ts'

export const listGroups: Handler = async ({ db, query, today }) => {
  const asked = dayAsked(text(query, 'on'), today)
  const on = asked.accepted ? asked.value : today
  const [all, seats] = await Promise.all([groups(db), seatsOf(db, 'all')])
  const counted = Map.groupBy(
    seats.filter(seat => holdsOn(seat, on)),
    ({ groupId }) => groupId,
  )
  const counts = new Map(
    [...counted].map(([id, there]) => [id, { seats: there.length, vacant: there.filter(seat => isVacant(seat, on)).length }]),
  )
  const view = { ...groupsView(all, on, counts), path: 'groups', onText: text(query, 'on'), downloadOn: on === today ? '' : `?on=${on}` }
  return page(template(import.meta.url, 'list.njk'), view, asked.accepted ? [] : asked.problems)
}

const isVacant = (seat: FilledSeat, on: Day): boolean => stateOf(seat, [], on).vacancy !== null

export const showGroup =
  (parts: readonly Part[]): Handler =>
  async visit => {
    const { db, query, today, visitor } = visit
    const asked = dayAsked(text(query, 'on'), today)
    const on = asked.accepted ? asked.value : today
    const { group, all } = await groupAsked(visit)
    const [lines, bodies, quorums, seats, absences, others] = await Promise.all([
      links(db),
      outsideBodies(db),
      sectorQuorums(db, group.id),
      seatsOf(db, { groupId: group.id }),
      absencesOn(db, on),
      partsShown(parts, visit, { groupId: group.id }),
    ])
    const view = {
      ...groupView({ group, groups: all, links: lines, bodies, quorums, seats, absences, on, today }),
      about: { kind: 'group', id: group.id },
      parts: others,
      path: `groups/${group.id}`,
      onText: text(query, 'on'),
      mayKeep: mayKeepGroup(visitor, group.id),
      mayName: mayNameSomeDeputies(visitor),
      breadcrumbs: [{ text: 'Groups', href: 'groups' }],
    }
    return page(template(import.meta.url, 'show.njk'), { ...view, groupHref: `groups/${group.id}` }, asked.accepted ? [] : asked.problems)
  }

export const newGroup: Handler = async ({ db, query }) =>
  groupPage(null, await groups(db), { layer: text(query, 'layer'), parentId: text(query, 'under'), deputiesAct: 'when-away' })

export const createGroup: Handler = async ({ db, body }) => {
  await lockStructure(db)
  const [all, lines] = await Promise.all([groups(db), links(db)])
  const read = readGroup(
    body,
    all.map(({ shortName }) => shortName),
  )
  const ruling = read.accepted ? place(read.value.draft, all, lines, null) : read
  if (!read.accepted || !ruling.accepted) return groupPage(null, all, entered(body), ruling.accepted ? [] : ruling.problems)

  const id = await addGroup(db, read.value.draft)
  await setSectorQuorums(db, id, read.value.sectors)
  return redirect(`groups/${id}`, `${read.value.draft.name} is added. Next, add its seats`)
}

export const editGroup: Handler = async visit => {
  const { group, all } = await groupKept(visit)
  const quorums = await sectorQuorums(visit.db, group.id)
  return groupPage(group, all, fieldsOf(group, quorums), [], editionOf(fieldsOf(group, quorums)))
}

export const updateGroup: Handler = async visit => {
  const { db, body } = visit
  await lockStructure(db)
  const { group, all } = await groupKept(visit)
  await lockGroup(db, group.id)
  const [lines, quorums, reach] = await Promise.all([links(db), sectorQuorums(db, group.id), reachOf(db, group.id)])
  const taken = all.flatMap(({ id, shortName }) => (id === group.id ? [] : [shortName]))
  const read = readGroup(body, taken)
  const ruling = read.accepted ? place(read.value.draft, all, lines, group.id, reach) : read
  if (!read.accepted || !ruling.accepted)
    return groupPage(group, all, entered(body), ruling.accepted ? [] : ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(group, quorums), inWords(group, quorums, all))
  if (meanwhile.length > 0) return groupPage(group, all, entered(body), meanwhile, editionOf(fieldsOf(group, quorums)))

  await changeGroup(db, group.id, read.value.draft)
  await setSectorQuorums(db, group.id, read.value.sectors)
  return redirect(`groups/${group.id}`, `${read.value.draft.name} is changed`)
}

export const askToWindUp: Handler = async visit => windingUpPage((await groupKept(visit)).group, '')

export const windUpGroup: Handler = async visit => {
  const { db, body } = visit
  await lockStructure(db)
  const { group, all } = await groupKept(visit)
  await lockGroup(db, group.id)
  const read = readWindingUp(body)
  const ruling = read.accepted ? windUp(read.value.on, group, all, beginningsOf(await seatsOf(db, { groupId: group.id }))) : read
  if (!ruling.accepted) return windingUpPage(group, text(body, 'on'), ruling.problems)

  await endGroup(db, group.id, ruling.value)
  return redirect(`groups/${group.id}`, `${group.name} is wound up`)
}

/** Every day that was written down as the first of something. */
const beginningsOf = (seats: readonly FilledSeat[]) =>
  seats
    .flatMap(seat => [
      { words: 'A seat', on: seat.beginsOn },
      ...seat.tenures.map(({ name, beginsOn }) => ({ words: `The time of ${name}`, on: beginsOn })),
      ...seat.deputies.map(({ name, beginsOn }) => ({ words: `The time of ${name} as deputy`, on: beginsOn })),
    ])
    .flatMap(({ words, on }) => (on === null ? [] : [{ words, on }]))

export const confirmGroupRemoval: Handler = async visit => removalPage((await groupAsked(visit)).group)

export const destroyGroup: Handler = async visit => {
  const { db } = visit
  await lockStructure(db)
  const { group } = await groupAsked(visit)
  const removed = await unlessInUse(db, within => removeGroup(within, group.id))
  if (removed) return redirect('groups', `${group.name} is removed`)
  return removalPage(group, [
    {
      text: `${group.name} cannot be removed: it has seats, or other groups or records refer to it. Wind it up instead, so that its past stays`,
    },
  ])
}

export const listLinks: Handler = async visit => linksPage(visit, {}, [])

export const createLink: Handler = async visit => {
  const { db, body } = visit
  await lockStructure(db)
  const { group, all } = await groupKept(visit)
  const [lines, bodies] = await Promise.all([links(db), outsideBodies(db)])
  const read = readLink(body)
  const known = !read.accepted || read.value.toBodyId === null || bodies.some(({ id }) => id === read.value.toBodyId)
  const ruling = read.accepted && known ? link(read.value, group, all, lines) : read
  if (!ruling.accepted || !known)
    return linksPage(
      visit,
      entered(body),
      ruling.accepted ? [{ field: 'to', text: 'Select a group or body from the list' }] : ruling.problems,
    )

  await addLink(db, group.id, ruling.value)
  return redirect(`groups/${group.id}/links`, 'The link is added')
}

export const destroyLink: Handler = async visit => {
  const { group } = await groupKept(visit)
  await removeLink(visit.db, group.id, found(idOf<'group-link'>(visit.params['link'])))
  return redirect(`groups/${group.id}/links`, 'The link is removed')
}

async function linksPage(visit: Visit, fields: Readonly<Record<string, string>>, problems: readonly Problem[]): Promise<Answer> {
  const { group, all } = await groupKept(visit)
  const [lines, bodies] = await Promise.all([links(visit.db), outsideBodies(visit.db)])
  const named = (id: number | null, of: readonly { readonly id: number; readonly name: string }[]) => of.find(each => each.id === id)?.name
  const view = {
    title: `What ${group.name} is linked with`,
    parent: named(group.parentId, all) ?? '',
    editHref: `groups/${group.id}/edit`,
    action: `groups/${group.id}/links`,
    links: lines
      .filter(({ groupId }) => groupId === group.id)
      .map(({ id, kind, toGroupId, toBodyId }) => ({
        kind: linkNames[kind],
        to: named(toGroupId, all) ?? named(toBodyId, bodies) ?? '',
        removalHref: `groups/${group.id}/links/${id}/removal`,
      })),
    kinds: linkKinds.map(value => ({ value, text: linkNames[value], checked: value === fields['kind'] })),
    groups: all
      .filter(({ id }) => id !== group.id)
      .map(({ id, name }) => ({ value: `group-${id}`, text: name, selected: fields['to'] === `group-${id}` })),
    bodies: bodies.map(({ id, name }) => ({ value: `body-${id}`, text: name, selected: fields['to'] === `body-${id}` })),
    breadcrumbs: toGroup(group),
  }
  return page(template(import.meta.url, 'links.njk'), view, problems)
}

/** The group of an address, among all. */
export async function groupAsked({ db, params }: Visit): Promise<{ readonly group: Group; readonly all: readonly Group[] }> {
  const id = found(idOf<'group'>(params['group']))
  const all = await groups(db)
  return { all, group: found(all.find(each => each.id === id)) }
}

/** The same, where the visitor may change it. */
export async function groupKept(visit: Visit): Promise<{ readonly group: Group; readonly all: readonly Group[] }> {
  const asked = await groupAsked(visit)
  await allowKeeping(visit, asked.group.id)
  return asked
}

/** Whoever may do so only as a deputy does it for somebody. */
export async function allowKeeping({ db, visitor, today }: Visit, groupId: GroupId): Promise<void> {
  allow(mayKeepGroup(visitor, groupId))
  const seatId = actsFor(visitor, groupId)
  if (seatId !== null) await noteForWhom(db, seatId, today)
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
function groupPage(
  group: Group | null,
  all: readonly Group[],
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = '',
): Answer {
  return page(template(import.meta.url, 'edit.njk'), groupFormView(group, all, fields, edition), problems)
}

function windingUpPage(group: Group, on: string, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Wind up ${group.name}`,
    on,
    action: `groups/${group.id}/winding-up`,
    back: `groups/${group.id}`,
    breadcrumbs: toGroup(group),
  }
  return page(template(import.meta.url, 'winding-up.njk'), view, problems)
}

function removalPage(group: Group, problems: readonly Problem[] = []): Answer {
  const view = { title: `Remove ${group.name}`, name: group.name, back: `groups/${group.id}`, breadcrumbs: toGroup(group) }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}
