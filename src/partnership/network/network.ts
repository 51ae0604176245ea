/**
 * The network is who meets whom: two groups that share people hear of each other without a letter. What it is looked at for is where that hangs on one
 * person, so that it is gone when they leave, and which groups share nobody.
 */
import type { GroupId } from '../group/group.ts'
import type { PersonId } from '../person/person.ts'

export type Meeting = { readonly groupId: GroupId; readonly personId: PersonId }

export type Network = {
  /** Two groups and whom they share, those that share most first. */
  readonly pairs: readonly Pair[]
  /** Groups that only one person links with others. */
  readonly bridges: readonly Bridge[]
  /** Groups that share people, directly or by others, when there is more than one such part; the largest first. */
  readonly parts: readonly (readonly GroupId[])[]
  /** Groups with people of whom none sits anywhere else. */
  readonly alone: readonly GroupId[]
  /** Groups on which nobody sits. */
  readonly empty: readonly GroupId[]
  /** People on two groups or more, those on most first. */
  readonly linking: readonly { readonly personId: PersonId; readonly groups: readonly GroupId[] }[]
}
export type Pair = { readonly groups: readonly [GroupId, GroupId]; readonly people: readonly PersonId[] }
/** Without `personId`, none of `groups` would share anybody with `rest`, which is the larger side. */
export type Bridge = { readonly personId: PersonId; readonly groups: readonly GroupId[]; readonly rest: readonly GroupId[] }

/** Groups and people keep the order in which they are given. */
export function networkOf(groups: readonly GroupId[], meetings: readonly Meeting[]): Network {
  const there = new Set(groups)
  const known = meetings.filter(({ groupId }) => there.has(groupId))
  const groupsOf = new Map(
    [...Map.groupBy(known, ({ personId }) => personId)].map(([personId, each]) => {
      const own = new Set(each.map(({ groupId }) => groupId))
      return [personId, groups.filter(id => own.has(id))] as const
    }),
  )
  const linking = [...groupsOf]
    .flatMap(([personId, own]) => (own.length > 1 ? [{ personId, groups: own }] : []))
    .sort((a, b) => b.groups.length - a.groups.length)
  const linked = new Set(linking.flatMap(each => each.groups))
  const peopled = new Set(known.map(({ groupId }) => groupId))
  const parts = partsOf(
    groups.filter(id => linked.has(id)),
    linking,
  )
  return {
    pairs: pairsOf(linking, groups),
    bridges: linking.flatMap(each => bridgesBy(each, linking, parts)),
    parts: parts.toSorted((a, b) => b.length - a.length),
    alone: groups.filter(id => peopled.has(id) && !linked.has(id)),
    empty: groups.filter(id => !peopled.has(id)),
    linking,
  }
}

type Linking = Network['linking'][number]

function pairsOf(linking: readonly Linking[], order: readonly GroupId[]): Pair[] {
  const pairs = new Map<string, { groups: readonly [GroupId, GroupId]; people: PersonId[] }>()
  for (const { personId, groups } of linking)
    groups.forEach((first, index) => {
      for (const second of groups.slice(index + 1)) {
        const key = `${first} ${second}`
        const pair = pairs.get(key)
        if (pair === undefined) pairs.set(key, { groups: [first, second], people: [personId] })
        else pair.people.push(personId)
      }
    })
  const place = ({ groups: [a, b] }: Pair) => order.indexOf(a) * order.length + order.indexOf(b)
  return [...pairs.values()].sort((a, b) => b.people.length - a.people.length || place(a) - place(b))
}

/** Those that can be reached from each other by people who sit on both. */
function partsOf(groups: readonly GroupId[], linking: readonly Linking[]): GroupId[][] {
  const peopleOf = new Map(groups.map(id => [id, linking.filter(each => each.groups.includes(id))]))
  const allowed = new Set(groups)
  const seen = new Set<GroupId>()
  return groups.flatMap(start => {
    if (seen.has(start)) return []
    seen.add(start)
    const part = [start]
    // Grows while it is walked.
    for (const at of part)
      for (const next of (peopleOf.get(at) ?? []).flatMap(person => person.groups))
        if (allowed.has(next) && !seen.has(next)) {
          seen.add(next)
          part.push(next)
        }
    const own = new Set(part)
    return [groups.filter(id => own.has(id))]
  })
}

/** The part that somebody is in, without them: if it falls apart, each smaller piece hung on them. */
function bridgesBy(person: Linking, linking: readonly Linking[], parts: readonly (readonly GroupId[])[]): Bridge[] {
  const part = parts.find(each => person.groups.some(id => each.includes(id))) ?? []
  const others = linking.filter(each => each !== person)
  const pieces = partsOf(part, others).sort((a, b) => b.length - a.length)
  const largest = pieces[0] ?? []
  return pieces
    .slice(1)
    .map(groups => ({ personId: person.personId, groups, rest: pieces.length === 2 ? largest : part.filter(id => !groups.includes(id)) }))
}
