/**
 * Which people are likely to be one, so that somebody looks and says: the same e-mail address, the same name however it is written (Cllr Amina Khan;
 * Khan, Amina; KHAN Amina), or an initial in place of a first name at the same organisation (A. Khan).
 */
import type { PersonId } from './person.ts'

export type Likely = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  /** Where they have or had a post. */
  readonly organisationIds: readonly number[]
}

export const likenesses = ['same-email', 'same-name', 'initials'] as const
export type Likeness = (typeof likenesses)[number]
export type Pair = { readonly first: PersonId; readonly second: PersonId; readonly likeness: Likeness }

/** Each pair once, with the strongest reason, the surest first. The one who was there earlier comes first in a pair. */
export function likelyPairs(people: readonly Likely[]): readonly Pair[] {
  const ordered = people.toSorted((a, b) => a.id - b.id)
  const pairs = new Map<string, Pair>()
  const add = (a: Likely, b: Likely, likeness: Likeness) => {
    const [first, second] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
    const key = `${first} ${second}`
    if (!pairs.has(key)) pairs.set(key, { first, second, likeness })
  }
  for (const alike of groupedBy(ordered, ({ email }) => (email === null ? [] : [email.toLowerCase()])))
    eachPair(alike, (a, b) => add(a, b, 'same-email'))
  for (const alike of groupedBy(ordered, ({ name }) => [nameKey(name)])) eachPair(alike, (a, b) => add(a, b, 'same-name'))
  for (const alike of groupedBy(ordered, ({ name }) => [partsOf(name).surname]))
    eachPair(alike, (a, b) => {
      const isSamePlace = a.organisationIds.some(id => b.organisationIds.includes(id))
      if (isSamePlace && initialsAgree(partsOf(a.name).given, partsOf(b.name).given)) add(a, b, 'initials')
    })
  return [...pairs.values()].toSorted((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness))
}

/** The parts of a name in any order, without title and letters after it. */
export const nameKey = (name: string): string => {
  const { given, surname } = partsOf(name)
  return [...given, surname].toSorted().join(' ')
}

const titles = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev revd reverend canon cllr councillor ald alderman cdr col major capt supt insp sgt pc hon'.split(
    ' ',
  ),
)
const lettersAfter = new Set('obe mbe cbe kbe dbe qpm qfsm jp dl kc qc mp ms msp mep phd md esq jnr snr'.split(' '))

function partsOf(name: string): { readonly given: readonly string[]; readonly surname: string } {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/\([^)]*\)/g, ' ')
  // “Khan, Amina”, but not “Amina Khan, OBE”.
  const [before = [], ...after] = plain.split(',').map(wordsOf)
  const behind = after.flat().filter(word => !lettersAfter.has(word))
  const words = behind.length > 0 && before.length > 0 ? [...behind, ...before] : before
  const titled = words.findIndex(word => !titles.has(word))
  const named = titled < 0 ? words : words.slice(titled).filter(word => !titles.has(word) || words.length < 3)
  let last = named.length
  while (last > 2 && lettersAfter.has(named[last - 1] ?? '')) last--
  return { given: named.slice(0, last - 1), surname: named[last - 1] ?? '' }
}

const wordsOf = (text: string): string[] => text.split(/[^\p{Letter}\p{Number}]+/u).filter(word => word !== '')

/** A and Amina agree, A J and Amina Jane too; Amina and Alan do not. One of the two has to be short for the other. */
function initialsAgree(some: readonly string[], others: readonly string[]): boolean {
  const [shorter, longer] = some.length <= others.length ? [some, others] : [others, some]
  if (shorter.length === 0) return true
  return shorter.every((word, at) => {
    const other = longer[at] ?? ''
    return word === other || ((word.length === 1 || other.length === 1) && word[0] === other[0])
  })
}

function groupedBy<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of all)
    for (const key of keysOf(one)) {
      if (key === '') continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return [...groups.values()].filter(group => group.length > 1)
}

function eachPair<T>(all: readonly T[], visit: (a: T, b: T) => void): void {
  all.forEach((a, at) => {
    for (const b of all.slice(at + 1)) visit(a, b)
  })
}
