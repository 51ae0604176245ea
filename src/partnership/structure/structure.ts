/**
 * The structure is the partnership as a newcomer wants to see it: which groups there are on which layer, who reports to whom, who works with whom, and
 * with which bodies outside. Of one day; and, if somebody asks for a theme, an organisation or a layer, no more of it than answers that.
 */
import type { SeatRole } from '../../kernel/duty.ts'
import { type Group, type GroupId, type GroupLink, type Layer, layers, type OutsideBody } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import type { SeatId } from '../seat/seat.ts'

/** What holds on the day that is asked for. */
export type Records = {
  readonly groups: readonly GroupThen[]
  readonly bodies: readonly OutsideBody[]
  readonly links: readonly LinkThen[]
  readonly seats: readonly SeatThen[]
}
export type GroupThen = Pick<Group, 'id' | 'name' | 'shortName' | 'layer' | 'kind' | 'parentId' | 'endsOn'>
export type LinkThen = Omit<GroupLink, 'id'>
export type SeatThen = {
  readonly id: SeatId
  readonly groupId: GroupId
  readonly role: SeatRole
  readonly title: string
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
  /** Nobody, the holder, whoever covers for them, or both. */
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly isInterim: boolean }[]
}

/** The themes that a group answers for, in words: the module that knows themes says so. */
export type Themes = ReadonlyMap<GroupId, readonly string[]>

export type Filter = { readonly theme: string | null; readonly organisationId: OrganisationId | null; readonly layer: Layer | null }

export type Shown = GroupThen & {
  readonly themes: readonly string[]
  readonly seats: readonly SeatThen[]
  readonly vacancies: number
  /** It does not answer what was asked: another that does reports to it. */
  readonly isForContext: boolean
}
export type End = { readonly kind: 'group'; readonly id: GroupId } | { readonly kind: 'body'; readonly id: OutsideBody['id'] }
export type ShownLink = { readonly from: GroupId; readonly to: End; readonly kind: GroupLink['kind'] }

export type Structure = {
  /** From the top: a group stands after the one that it reports to. */
  readonly groups: readonly Shown[]
  readonly bodies: readonly OutsideBody[]
  readonly links: readonly ShownLink[]
  /** How many groups answer what was asked, of how many. */
  readonly matching: number
  readonly of: number
}

export const isVacant = ({ people }: SeatThen): boolean => people.length === 0

export function structureOf(records: Records, themes: Themes, filter: Filter): Structure {
  const seatsOf = Map.groupBy(records.seats, ({ groupId }) => groupId)
  const answers = ({ id, layer }: GroupThen) =>
    (filter.layer === null || layer === filter.layer) &&
    (filter.theme === null || (themes.get(id) ?? []).includes(filter.theme)) &&
    (filter.organisationId === null || (seatsOf.get(id) ?? []).some(seat => seat.organisationId === filter.organisationId))

  const matching = records.groups.filter(answers)
  const shown = new Set(matching.map(({ id }) => id))
  const above = filter.layer === null ? matching.flatMap(group => chainAbove(group, records.groups)) : []
  const all = new Set([...shown, ...above.map(({ id }) => id)])
  const groups = inOrder(records.groups.filter(({ id }) => all.has(id))).map(group => {
    const seats = seatsOf.get(group.id) ?? []
    return {
      ...group,
      themes: themes.get(group.id) ?? [],
      seats,
      vacancies: seats.filter(isVacant).length,
      isForContext: !shown.has(group.id),
    }
  })

  const links = records.links.flatMap(link => {
    const to = endOf(link)
    const isBetweenShown = all.has(link.groupId) && to !== null && (to.kind === 'body' || all.has(to.id))
    return isBetweenShown ? [{ from: link.groupId, to, kind: link.kind }] : []
  })
  const isAsked = filter.theme !== null || filter.organisationId !== null || filter.layer !== null
  const linked = new Set(links.flatMap(({ to }) => (to.kind === 'body' ? [to.id] : [])))
  return {
    groups,
    bodies: records.bodies.filter(({ id }) => !isAsked || linked.has(id)),
    links: onceEach(links),
    matching: matching.length,
    of: records.groups.length,
  }
}

/** Those that have a seat that day, by name. */
export function organisationsIn({ seats }: Records): { readonly id: OrganisationId; readonly name: string }[] {
  const names = new Map<OrganisationId, string>()
  for (const { organisationId, organisation } of seats)
    if (organisationId !== null && organisation !== null) names.set(organisationId, organisation)
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

function endOf({ toGroupId, toBodyId }: LinkThen): End | null {
  if (toGroupId !== null) return { kind: 'group', id: toGroupId }
  return toBodyId === null ? null : { kind: 'body', id: toBodyId }
}

/** Those that it reports to, step by step; a ring that somebody typed is gone round once. */
function chainAbove(group: GroupThen, groups: readonly GroupThen[]): GroupThen[] {
  const byId = new Map(groups.map(each => [each.id, each]))
  const chain: GroupThen[] = []
  for (let up = byId.get(group.parentId ?? group.id); up !== undefined && up !== group && !chain.includes(up); ) {
    chain.push(up)
    up = up.parentId === null ? undefined : byId.get(up.parentId)
  }
  return chain
}

/** By layer and name at each step down, each followed by those that report to it. */
function inOrder(groups: readonly GroupThen[]): GroupThen[] {
  const there = new Set(groups.map(({ id }) => id))
  const sorted = groups.toSorted((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer) || a.name.localeCompare(b.name, 'en'))
  const under = Map.groupBy(sorted, ({ parentId }) => (parentId !== null && there.has(parentId) ? parentId : null))
  const done = new Set<GroupThen>()
  const walk = (group: GroupThen): void => {
    if (done.has(group)) return
    done.add(group)
    for (const each of under.get(group.id) ?? []) walk(each)
  }
  for (const group of under.get(null) ?? []) walk(group)
  for (const group of sorted) walk(group)
  return [...done]
}

/** That two groups work with each other may have been said of both. */
function onceEach(links: readonly ShownLink[]): ShownLink[] {
  return links.filter(
    ({ from, to, kind }, index) =>
      kind === 'reports-to' ||
      to.kind === 'body' ||
      !links
        .slice(0, index)
        .some(other => other.kind === kind && other.to.kind === 'group' && other.to.id === from && other.from === to.id),
  )
}

/** Whom a group reports to first of all: its parent, or a body outside if it has none. */
export function reportsFirstTo({ groups, links }: Structure, group: GroupThen): End | null {
  if (group.parentId !== null && groups.some(({ id }) => id === group.parentId)) return { kind: 'group', id: group.parentId }
  if (group.parentId !== null) return null
  return links.find(link => link.from === group.id && link.kind === 'reports-to' && link.to.kind === 'body')?.to ?? null
}

/** Every other line of reporting, and every other link. */
export function besides(structure: Structure): ShownLink[] {
  const first = new Map(structure.groups.map(group => [group.id, reportsFirstTo(structure, group)]))
  return structure.links.filter(({ from, to, kind }) => {
    const end = first.get(from)
    return kind !== 'reports-to' || end === undefined || end === null || end.kind !== to.kind || end.id !== to.id
  })
}
