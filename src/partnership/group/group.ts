/**
 * A group is where people of several organisations meet: a board, an executive, a thematic partnership, a working group. It has a layer and reports to
 * another; it answers for themes and outcomes, which the performance module knows. A task and finish group has a last day.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Span } from '../../kernel/span.ts'
import { type Sector, sectorNames } from '../organisation/organisation.ts'

export type GroupId = Id<'group'>

export const layers = ['strategic', 'executive', 'operational'] as const
export type Layer = (typeof layers)[number]
export const layerNames: Readonly<Record<Layer, string>> = { strategic: 'Strategic', executive: 'Executive', operational: 'Operational' }

export const groupKinds = ['board', 'executive', 'management-group', 'thematic-partnership', 'working-group', 'task-and-finish'] as const
export type GroupKind = (typeof groupKinds)[number]
export const groupKindNames: Readonly<Record<GroupKind, string>> = {
  board: 'Board',
  executive: 'Executive',
  'management-group': 'Management group',
  'thematic-partnership': 'Thematic partnership',
  'working-group': 'Working group',
  'task-and-finish': 'Task and finish group',
}

export type Group = Span & {
  readonly id: GroupId
  readonly name: string
  /** PMG: begins the references of its actions (rules E11). */
  readonly shortName: string
  readonly layer: Layer
  readonly kind: GroupKind
  /** The group that it reports to first of all. */
  readonly parentId: GroupId | null
  readonly termsOfReference: string
  /** Seats that have to be represented (rules E9); null when none was agreed. */
  readonly quorum: number | null
  /** Whether deputies act only while nobody who sits there is to be had, or always. */
  readonly deputiesAct: 'when-away' | 'always'
}

export type GroupDraft = Omit<Group, 'id'>

/** So many seats of a sector have to be represented besides. */
export type SectorQuorum = { readonly groupId: GroupId; readonly sector: Sector; readonly number: number }

export const reaches = ['national', 'regional', 'county', 'district', 'neighbouring'] as const
export const reachNames: Readonly<Record<(typeof reaches)[number], string>> = {
  national: 'National',
  regional: 'Regional',
  county: 'County',
  district: 'District',
  neighbouring: 'Neighbouring',
}
/** A body outside the partnership: a county board, a government office. */
export type OutsideBody = { readonly id: Id<'outside-body'>; readonly name: string; readonly reach: (typeof reaches)[number] }

export const linkKinds = ['reports-to', 'works-with', 'counterpart'] as const
export const linkNames: Readonly<Record<(typeof linkKinds)[number], string>> = {
  'reports-to': 'Also reports to',
  'works-with': 'Works with',
  counterpart: 'Counterpart',
}
/** Besides its parent. Exactly one of the two ends is set. */
export type GroupLink = {
  readonly id: Id<'group-link'>
  readonly groupId: GroupId
  readonly kind: (typeof linkKinds)[number]
  readonly toGroupId: GroupId | null
  readonly toBodyId: OutsideBody['id'] | null
}

/** The earliest and the latest day that was written down for a seat of a group, for who sits there or for a deputy. */
export type Reach = { readonly first: Day | null; readonly last: Day | null }
const nowhere: Reach = { first: null, last: null }

/** Whether a draft can stand among the groups and links there are; `replaces` is the group whose new form it is, null for one to be added. */
export function place(
  draft: GroupDraft,
  groups: readonly Group[],
  links: readonly GroupLink[],
  replaces: GroupId | null,
  reach: Reach = nowhere,
): Ruling<GroupDraft> {
  const others = groups.filter(({ id }) => id !== replaces)
  const problems: Problem[] = []
  const namesake = others.find(({ name }) => name.toLowerCase() === draft.name.toLowerCase())
  if (namesake) problems.push({ field: 'name', text: `There is a group called ${namesake.name} already` })
  const alike = others.find(({ shortName }) => shortName === draft.shortName)
  if (alike) problems.push({ field: 'shortName', text: `${alike.name} has the short name ${alike.shortName} already. Enter another one` })

  const parent = groups.find(({ id }) => id === draft.parentId)
  if (draft.parentId !== null && !parent) problems.push({ field: 'parentId', text: 'Select the group that it reports to from the list' })
  if (parent && replaces !== null && (parent.id === replaces || isAbove(replaces, parent.id, groups, links)))
    problems.push({ field: 'parentId', text: `${draft.name} cannot report to ${parent.name}, which reports to it` })

  const { beginsOn, endsOn } = draft
  if (draft.kind === 'task-and-finish' && endsOn === null)
    problems.push({ field: 'endsOn', text: 'Enter the last day: a task and finish group has one' })
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn)
    problems.push({ field: 'endsOn', text: `The last day is before the first, ${dayLabel(beginsOn)}` })
  if (beginsOn !== null && reach.first !== null && reach.first < beginsOn)
    problems.push({ field: 'beginsOn', text: `Its seats go back to ${dayLabel(reach.first)}. Enter that day or an earlier one` })
  if (endsOn !== null && reach.last !== null && endsOn < reach.last)
    problems.push({ field: 'endsOn', text: `Its seats go on until ${dayLabel(reach.last)}. To end them too, wind the group up` })
  return problems.length > 0 ? refuse(...problems) : accept(draft)
}

/** Whether one group stands above another by whatever line of reporting. */
export function isAbove(above: GroupId, below: GroupId, groups: readonly Group[], links: readonly GroupLink[]): boolean {
  const seen = new Set<GroupId>()
  const climb = (id: GroupId): boolean => {
    if (seen.has(id)) return false
    seen.add(id)
    return superiorsOf(id, groups, links).some(superior => superior === above || climb(superior))
  }
  return climb(below)
}

function superiorsOf(id: GroupId, groups: readonly Group[], links: readonly GroupLink[]): GroupId[] {
  const parent = groups.find(group => group.id === id)?.parentId ?? null
  const further = links.flatMap(link =>
    link.groupId === id && link.kind === 'reports-to' && link.toGroupId !== null ? [link.toGroupId] : [],
  )
  return parent === null ? further : [parent, ...further]
}

/** The end of a link that is not the group's own. */
export type LinkDraft = Pick<GroupLink, 'kind' | 'toGroupId' | 'toBodyId'>

export function link(draft: LinkDraft, from: Group, groups: readonly Group[], links: readonly GroupLink[]): Ruling<LinkDraft> {
  const to = groups.find(({ id }) => id === draft.toGroupId)
  if (draft.toGroupId !== null && !to) return refuse({ field: 'to', text: 'Select a group or body from the list' })
  if (to?.id === from.id) return refuse({ field: 'to', text: `${from.name} is the group itself. Select another one` })
  const there = links.some(
    each => each.groupId === from.id && each.kind === draft.kind && each.toGroupId === draft.toGroupId && each.toBodyId === draft.toBodyId,
  )
  if (there || (to && draft.kind === 'reports-to' && from.parentId === to.id))
    return refuse({ field: 'to', text: 'This is in the list already' })
  if (to && draft.kind === 'reports-to' && isAbove(from.id, to.id, groups, links))
    return refuse({ field: 'to', text: `${from.name} cannot report to ${to.name}, which reports to it` })
  return accept(draft)
}

/** What would be left with a group that has ended: groups that report to it, and days that were written down for its seats. */
export function windUp(
  on: Day,
  group: Group,
  groups: readonly Group[],
  begin: readonly { readonly words: string; readonly on: Day }[],
): Ruling<Day> {
  const left = groups.filter(({ parentId, endsOn }) => parentId === group.id && (endsOn === null || endsOn > on)).map(({ name }) => name)
  if (left.length > 0)
    return refuse({
      text: `${listed(left)} ${left.length === 1 ? 'reports' : 'report'} to ${group.name}. Move ${left.length === 1 ? 'it' : 'them'} to another group or wind ${left.length === 1 ? 'it' : 'them'} up first`,
    })
  if (group.beginsOn !== null && on < group.beginsOn)
    return refuse({ field: 'on', text: `It has its first day on ${dayLabel(group.beginsOn)}. Enter that day or a later one` })
  if (group.endsOn !== null && on > group.endsOn)
    return refuse({ field: 'on', text: `It ends on ${dayLabel(group.endsOn)} already. Enter that day or an earlier one` })
  const later = begin.find(each => each.on > on)
  if (later)
    return refuse({
      field: 'on',
      text: `${later.words} begins on ${dayLabel(later.on)}, after that day. Enter a later day, or remove that first`,
    })
  return accept(on)
}

/** One sentence on who has to be there (rules E9: seats represented, not heads). */
export function quorumSentence(quorum: number | null, bySector: readonly SectorQuorum[]): string {
  const sectors = bySector.map(({ sector, number }) => `${number} of ${sectorNames[sector].toLowerCase()}`)
  if (quorum === null && sectors.length === 0) return 'No quorum was agreed.'
  const seats = quorum === null ? '' : `${quorum} ${quorum === 1 ? 'seat' : 'seats'}`
  if (sectors.length === 0) return `A meeting needs ${seats} to be represented.`
  return quorum === null
    ? `A meeting needs seats to be represented: ${listed(sectors)}.`
    : `A meeting needs ${seats} to be represented, among them ${listed(sectors)}.`
}

/** The initials of the words that count: Children and Young People’s Partnership is CYPP. A number follows where others have that. */
export function suggestShortName(name: string, taken: readonly string[]): string {
  const words = name
    .toUpperCase()
    .normalize('NFKD')
    .replace(/\p{M}|['’]S?\b/gu, '')
    .split(/[^A-Z0-9]+/)
    .filter(word => word !== '')
  const counting = words.filter(word => !small.has(word))
  const initials = (counting.length > 1 ? counting.map(word => word[0]).join('') : (counting[0] ?? words[0] ?? 'GROUP').slice(0, 8)).slice(
    0,
    18,
  )
  if (!taken.includes(initials)) return initials
  for (let number = 2; ; number += 1) if (!taken.includes(`${initials}${number}`)) return `${initials}${number}`
}
const small = new Set(['AND', 'OF', 'THE', 'FOR', 'IN', 'ON', 'TO', 'A', 'AT', 'WITH'])

/** One, two and three. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
