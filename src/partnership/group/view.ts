import { type Day, dayLabel } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import { sectorNames, sectors } from '../organisation/organisation.ts'
import type { Absence } from '../person/person.ts'
import { awayWords, coverWords, stateOf, vacancyWords } from '../seat/acting.ts'
import { endingNames, type FilledSeat, type NamedTenure, seatRoleNames } from '../seat/seat.ts'
import {
  type Group,
  type GroupId,
  type GroupLink,
  groupKindNames,
  groupKinds,
  layerNames,
  layers,
  linkNames,
  type OutsideBody,
  quorumSentence,
  reachNames,
  type SectorQuorum,
} from './group.ts'

/** Everything that the partnership's structure is made of. */
export type Structure = { readonly groups: readonly Group[]; readonly links: readonly GroupLink[]; readonly bodies: readonly OutsideBody[] }

export function groupsView(
  groups: readonly Group[],
  on: Day,
  counts: ReadonlyMap<GroupId, { readonly seats: number; readonly vacant: number }>,
) {
  const there = groups.filter(group => holdsOn(group, on))
  const ended = groups.filter(({ endsOn }) => endsOn !== null && endsOn < on)
  const coming = groups.filter(({ beginsOn }) => beginsOn !== null && beginsOn > on)
  const item = (group: Group) => {
    const { seats, vacant } = counts.get(group.id) ?? { seats: 0, vacant: 0 }
    return {
      name: group.name,
      shortName: group.shortName,
      href: `groups/${group.id}`,
      kind: groupKindNames[group.kind],
      reportsTo: groups.find(({ id }) => id === group.parentId)?.name ?? '',
      seats: seats === 1 ? '1 seat' : `${seats} seats`,
      vacant: vacant === 0 ? '' : `${vacant} vacant`,
      days:
        group.endsOn !== null && group.endsOn < on
          ? `Wound up on ${dayLabel(group.endsOn)}`
          : group.beginsOn !== null && group.beginsOn > on
            ? `From ${dayLabel(group.beginsOn)}`
            : group.endsOn === null
              ? ''
              : `Until ${dayLabel(group.endsOn)}`,
    }
  }
  return {
    title: 'Groups',
    layers: layers
      .map(layer => ({ name: layerNames[layer], id: layer, groups: there.filter(group => group.layer === layer).map(item) }))
      .filter(({ groups }) => groups.length > 0),
    coming: coming.map(item),
    ended: ended.map(item),
    isEmpty: groups.length === 0,
  }
}

export type ShownGroup = Structure & {
  readonly group: Group
  readonly quorums: readonly SectorQuorum[]
  readonly seats: readonly FilledSeat[]
  readonly absences: readonly Absence[]
  readonly on: Day
  readonly today: Day
}

export function groupView({ group, groups, links, bodies, quorums, seats, absences, on, today }: ShownGroup) {
  const ends = (link: GroupLink) => {
    const body = bodies.find(({ id }) => id === link.toBodyId)
    return body ? { text: `${body.name} (${reachNames[body.reach].toLowerCase()})`, href: '' } : linkTo(groups, link.toGroupId)
  }
  const parent = group.parentId === null ? [] : [linkTo(groups, group.parentId)]
  const of = (kind: GroupLink['kind']) => links.filter(link => link.groupId === group.id && link.kind === kind).map(ends)
  const backwards = (kind: GroupLink['kind']) =>
    links.filter(link => link.toGroupId === group.id && link.kind === kind).map(({ groupId }) => linkTo(groups, groupId))
  const children = groups.filter(({ parentId }) => parentId === group.id).map(({ id }) => linkTo(groups, id))
  const there = seats.filter(seat => holdsOn(seat, on) && holdsOn(group, on))
  const rows = there.map(seat => seatRow(seat, absences, on, today))
  return {
    title: group.name,
    caption: `${layerNames[group.layer]} layer, ${groupKindNames[group.kind].toLowerCase()}, ${group.shortName}`,
    facts: [
      { key: 'Reports to', links: [...parent, ...of('reports-to')] },
      { key: 'Groups that report to it', links: [...children, ...backwards('reports-to')] },
      { key: linkNames['works-with'], links: distinct([...of('works-with'), ...backwards('works-with')]) },
      { key: linkNames.counterpart, links: distinct([...of('counterpart'), ...backwards('counterpart')]) },
    ].filter(({ links }) => links.length > 0),
    days: daysWords(group, on),
    quorum: quorumSentence(group.quorum, quorums),
    deputies: group.deputiesAct === 'always' ? 'Deputies act always.' : 'Deputies act while nobody who sits there is to be had.',
    terms: group.termsOfReference.split(/\n{2,}/).filter(each => each !== ''),
    seats: rows,
    counts: countWords(there.length, rows.filter(({ vacancy }) => vacancy !== '').length),
    former: formerRows(seats, on),
    seatsEnded: seats
      .filter(({ endsOn }) => endsOn !== null && endsOn < on)
      .map(seat => ({ name: rowName(seat), href: `seats/${seat.id}`, until: dayLabel(seat.endsOn ?? on) })),
    dayShown: dayLabel(on),
    isToday: on === today,
  }
}

const countWords = (seats: number, vacant: number) =>
  `${seats === 1 ? '1 seat' : `${seats} seats`}${vacant === 0 ? '' : `, ${vacant} of them vacant`}`

const linkTo = (groups: readonly Group[], id: GroupId | null) => ({
  text: groups.find(each => each.id === id)?.name ?? '',
  href: `groups/${id}`,
})

const distinct = <Link extends { readonly text: string }>(all: readonly Link[]): Link[] => [
  ...new Map(all.map(each => [each.text, each])).values(),
]

function daysWords({ beginsOn, endsOn }: Group, on: Day): string {
  if (endsOn !== null && endsOn < on)
    return `Wound up on ${dayLabel(endsOn)}${beginsOn === null ? '' : `; it began on ${dayLabel(beginsOn)}`}.`
  if (beginsOn !== null && beginsOn > on) return `Begins on ${dayLabel(beginsOn)}.`
  const since = beginsOn === null ? '' : `Since ${dayLabel(beginsOn)}`
  return endsOn === null ? (since === '' ? '' : `${since}.`) : `${since === '' ? 'U' : `${since}, u`}ntil ${dayLabel(endsOn)}.`
}

const rowName = ({ role, title }: FilledSeat) => (title === '' ? seatRoleNames[role] : `${title} (${seatRoleNames[role].toLowerCase()})`)

/** One seat as it is on a day, in words. */
export function seatRow(seat: FilledSeat, absences: readonly Absence[], on: Day, today: Day) {
  const { holder, cover, absence, deputies, vacancy, standIn } = stateOf(seat, absences, on)
  return {
    id: seat.id,
    href: `seats/${seat.id}`,
    role: seatRoleNames[seat.role],
    title: seat.title,
    organisation: seat.organisation ?? '',
    holder: holder && {
      name: holder.name,
      personId: holder.personId,
      since: since(holder),
      away: absence === null ? '' : awayWords(absence),
    },
    cover: cover && { name: cover.name, personId: cover.personId, words: coverWords(cover) },
    vacancy: holder === null && vacancy !== null ? vacancyWords(vacancy) : '',
    standIn: standIn?.name ?? '',
    deputies: deputies.map(({ name, personId, endsOn }) => ({ name, personId, until: endsOn === null ? '' : `until ${dayLabel(endsOn)}` })),
    isToday: on === today,
  }
}

const since = ({ beginsOn, endsOn }: NamedTenure): string =>
  [beginsOn === null ? '' : `since ${dayLabel(beginsOn)}`, endsOn === null ? '' : `until ${dayLabel(endsOn)}`]
    .filter(each => each !== '')
    .join(', ')

/** Whoever sat there before that day and does not any more, the last to leave first. */
function formerRows(seats: readonly FilledSeat[], on: Day) {
  return seats
    .flatMap(seat => seat.tenures.map(tenure => ({ seat, tenure })))
    .filter(({ tenure }) => tenure.endsOn !== null && tenure.endsOn < on)
    .toSorted((a, b) =>
      a.tenure.endsOn === b.tenure.endsOn ? a.seat.place - b.seat.place : (a.tenure.endsOn ?? '') < (b.tenure.endsOn ?? '') ? 1 : -1,
    )
    .map(({ seat, tenure }) => ({ name: tenure.name, personId: tenure.personId, seat: rowName(seat), how: howItEnded(tenure) }))
}

export function howItEnded({ beginsOn, endsOn, endedBy, isInterim }: NamedTenure): string {
  const from = beginsOn === null ? '' : `from ${dayLabel(beginsOn)} `
  const by = endedBy === null || endedBy === 'left' ? '' : `, ${endingNames[endedBy]}`
  return `${isInterim ? 'covered ' : ''}${from}until ${endsOn === null ? 'now' : dayLabel(endsOn)}${by}`
}

/** A group as its form shows it. */
export function fieldsOf(group: Group, quorums: readonly SectorQuorum[]): Readonly<Record<string, string>> {
  return {
    name: group.name,
    shortName: group.shortName,
    layer: group.layer,
    kind: group.kind,
    parentId: String(group.parentId ?? ''),
    beginsOn: group.beginsOn === null ? '' : dayLabel(group.beginsOn),
    endsOn: group.endsOn === null ? '' : dayLabel(group.endsOn),
    quorum: String(group.quorum ?? ''),
    deputiesAct: group.deputiesAct,
    termsOfReference: group.termsOfReference,
    ...Object.fromEntries(sectors.map(sector => [`sector-${sector}`, String(quorums.find(each => each.sector === sector)?.number ?? '')])),
  }
}

/** What each field is called in a sentence, and how it reads: for whoever changed it after somebody else. */
export function inWords(
  group: Group,
  quorums: readonly SectorQuorum[],
  groups: readonly Group[],
): Readonly<Record<string, readonly [string, string]>> {
  const fields = fieldsOf(group, quorums)
  const plain = (name: string, words: string): [string, readonly [string, string]] => [name, [words, fields[name] ?? '']]
  return Object.fromEntries([
    plain('name', 'The name'),
    plain('shortName', 'The short name'),
    ['layer', ['The layer', layerNames[group.layer]]],
    ['kind', ['The kind', groupKindNames[group.kind]]],
    ['parentId', ['What it reports to', groups.find(({ id }) => id === group.parentId)?.name ?? '']],
    plain('beginsOn', 'The first day'),
    plain('endsOn', 'The last day'),
    plain('quorum', 'The quorum'),
    ['deputiesAct', ['When deputies act', group.deputiesAct === 'always' ? 'always' : 'while nobody who sits there is to be had']],
    plain('termsOfReference', 'What the terms of reference say'),
    ...sectors.map(sector => plain(`sector-${sector}`, `The quorum of ${sectorNames[sector].toLowerCase()}`)),
  ])
}

export function groupFormView(group: Group | null, groups: readonly Group[], fields: Readonly<Record<string, string>>, edition: string) {
  const of = (name: string) => fields[name] ?? ''
  const withSectors = sectors.map(sector => ({ field: `sector-${sector}`, text: sectorNames[sector], value: of(`sector-${sector}`) }))
  return {
    title: group === null ? 'Add a group' : `Change ${group.name}`,
    action: group === null ? 'groups/new' : `groups/${group.id}/edit`,
    back: group === null ? 'groups' : `groups/${group.id}`,
    isNew: group === null,
    edition,
    fields: Object.fromEntries(['name', 'shortName', 'beginsOn', 'endsOn', 'quorum', 'termsOfReference'].map(name => [name, of(name)])),
    layers: layers.map(value => ({ value, text: layerNames[value], checked: value === of('layer') })),
    kinds: groupKinds.map(value => ({ value, text: groupKindNames[value], checked: value === of('kind') })),
    parents: [
      { value: '', text: 'None: it reports to nobody here', selected: of('parentId') === '' },
      ...groups
        .filter(({ id }) => id !== group?.id)
        .map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === of('parentId') })),
    ],
    sectors: withSectors,
    hasSectors: withSectors.some(({ value }) => value !== ''),
    deputiesAct: [
      { value: 'when-away', text: 'While nobody who sits there is to be had', checked: of('deputiesAct') !== 'always' },
      { value: 'always', text: 'Always', checked: of('deputiesAct') === 'always' },
    ],
    breadcrumbs: group === null ? toGroups : toGroup(group),
  }
}

export const toGroups = [{ text: 'Groups', href: 'groups' }]
export const toGroup = ({ id, name }: Pick<Group, 'id' | 'name'>) => [...toGroups, { text: name, href: `groups/${id}` }]
