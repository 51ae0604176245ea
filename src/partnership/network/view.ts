import { csv } from '../../kernel/csv.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { type GroupId, layers } from '../group/group.ts'
import type { PersonId } from '../person/person.ts'
import type { Records } from '../structure/structure.ts'
import { counted, layerNames, listed } from '../structure/words.ts'
import { type Bridge, type Network, networkOf, type Pair } from './network.ts'

/** More than so many pairs are told in a table only, and not each in a sentence. */
const mostSentences = 5
const mostPeople = 20
/** How many people two groups have to share to be joined in the drawing. */
export const leasts = [1, 2, 3] as const
export type Least = (typeof leasts)[number]

export type Seen = { readonly network: Network; readonly group: (id: GroupId) => string; readonly person: (id: PersonId) => string }

/** Whoever sits on a group that day, as holder or as cover; deputies meet nobody until they are called. */
export function networkIn({ groups, seats }: Records): Seen {
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]))
  const personNames = new Map(seats.flatMap(({ people }) => people.map(({ id, name }) => [id, name] as const)))
  const meetings = seats.flatMap(({ groupId, people }) => people.map(({ id }) => ({ groupId, personId: id })))
  const network = networkOf(
    groups.map(({ id }) => id),
    meetings,
  )
  return { network, group: id => groupNames.get(id) ?? '', person: id => personNames.get(id) ?? '' }
}

/** The Executive and the Health Partnership share 3 people: A, B and C. */
export const pairInWords = ({ groups, people }: Pair, { group, person }: Seen): string =>
  `${listed(groups.map(group))} share ${counted(people.length, 'person', 'people')}: ${listed(people.map(person))}`

/** Only Amina Khan links the Youth Justice Board with the rest. */
export function bridgeInWords({ personId, groups, rest }: Bridge, { group, person }: Seen): string {
  const far = rest.length > 3 ? `the rest (${rest.length} groups)` : listed(rest.map(group))
  return `Only ${person(personId)} links ${groups.length > 4 ? counted(groups.length, 'group') : listed(groups.map(group))} with ${far}`
}

/** A bond that hangs on one person is drawn however few are asked for. */
export function networkChartOf(seen: Seen, { groups, seats }: Records, { on, least }: { on: Day; least: Least }, of: string, base: string) {
  const { network, group, person } = seen
  const sizes = Map.groupBy(seats, ({ groupId }) => groupId)
  const bonds = network.pairs.map(pair => ({
    from: `group-${pair.groups[0]}`,
    to: `group-${pair.groups[1]}`,
    count: pair.people.length,
    isWeak: network.bridges.some(bridge => pair.people.length === 1 && pair.people[0] === bridge.personId && isAcross(bridge, pair)),
    spoken: pairInWords(pair, seen),
  }))
  return {
    id: 'network',
    title: `Who meets whom in ${of} on ${dayLabel(on)}`,
    description: summaryOf(seen).join(' '),
    nodes: groups.map(({ id, layer }) => {
      const people = new Set((sizes.get(id) ?? []).flatMap(seat => seat.people.map(each => each.id))).size
      return {
        id: `group-${id}`,
        title: group(id),
        note: counted(people, 'person', 'people'),
        href: `${base}groups/${id}`,
        spoken: [
          group(id),
          counted(people, 'person', 'people'),
          ...network.pairs.filter(pair => pair.groups.includes(id)).map(pair => sharesWith(pair, id, group, person)),
        ].join('. '),
        look: layers.indexOf(layer),
      }
    }),
    bonds: bonds.filter(({ count, isWeak }) => count >= least || isWeak),
    words: {
      bond: 'People who sit on both groups: the figure says how many',
      weak: 'The bond hangs on one person',
      looks: layers.map(layer => layerNames[layer]),
    },
  }
}

const isAcross = ({ groups }: Bridge, pair: Pair): boolean => groups.includes(pair.groups[0]) !== groups.includes(pair.groups[1])

function sharesWith({ groups, people }: Pair, id: GroupId, group: Seen['group'], person: Seen['person']): string {
  const other = groups[0] === id ? groups[1] : groups[0]
  return `Shares ${listed(people.map(person))} with ${group(other)}`
}

function summaryOf({ network }: Seen): string[] {
  const { pairs, linking, parts, alone } = network
  if (pairs.length === 0) return ['No two groups share anybody.']
  return [
    `${counted(linking.length, 'person sits', 'people sit')} on more than one group, and ${counted(pairs.length, 'pair')} of groups share somebody.`,
    ...(parts.length > 1 ? [`They fall into ${parts.length} parts that share nobody.`] : []),
    ...(alone.length > 0 ? [`${counted(alone.length, 'group shares', 'groups share')} nobody with any other.`] : []),
  ]
}

export type Turned = {
  readonly on: Day
  readonly typed: string
  readonly least: Least
  readonly pairsBefore: number
  readonly pairsShown: number
}

export function networkView(seen: Seen, records: Records, { on, typed, least, pairsBefore, pairsShown }: Turned) {
  const { network, group, person } = seen
  const question = questionOf(typed, least)
  const ofDay = questionOf(typed, 1)
  const link = (id: GroupId) => ({ text: group(id), href: `groups/${id}` })
  return {
    title: 'Shared members',
    wide: true,
    breadcrumbs: [{ text: 'Structure', href: `structure${ofDay}` }],
    on: dayLabel(on),
    typed,
    isEmpty: records.groups.length === 0,
    isDrawn: network.pairs.length > 0,
    summary: summaryOf(seen),
    sentences: network.pairs.slice(0, mostSentences).map(pair => pairInWords(pair, seen)),
    leasts: leasts.map(each => ({ value: String(each), text: `${each} or more`, selected: each === least })),
    bridges: network.bridges.map(bridge => bridgeInWords(bridge, seen)),
    parts: network.parts.length > 1 ? network.parts.map(part => listed(part.map(group))) : [],
    alone: network.alone.map(link),
    empty: network.empty.map(link),
    linkingTitle: network.linking.length > mostPeople ? `The ${mostPeople} people who sit on most groups` : 'Who sits on several groups',
    linking: network.linking.slice(0, mostPeople).map(({ personId, groups }) => ({
      name: person(personId),
      href: `people/${personId}`,
      count: groups.length,
      groups: groups.map(link),
    })),
    pairs: network.pairs.slice(pairsBefore, pairsBefore + pairsShown).map(({ groups, people }) => ({
      first: link(groups[0]),
      second: link(groups[1]),
      count: people.length,
      people: people.map(id => ({ text: person(id), href: `people/${id}` })),
    })),
    files: (['svg', 'png', 'csv'] as const).map(form => ({ text: form.toUpperCase(), href: `network.${form}${question}` })),
  }
}

/** What was asked, as it stands in an address. */
export function questionOf(typed: string, least: Least): string {
  const question = new URLSearchParams({ ...(typed !== '' && { on: typed }), ...(least !== 1 && { least: String(least) }) }).toString()
  return question === '' ? '' : `?${question}`
}

export const networkCsv = ({ network, group, person }: Seen): string =>
  csv([
    ['Group', 'Other group', 'People on both', 'Names'],
    ...network.pairs.map(({ groups, people }) => [group(groups[0]), group(groups[1]), people.length, people.map(person).join('; ')]),
  ])
