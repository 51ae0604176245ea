/**
 * Who is meant by what somebody types while others talk: "TK, KM, SLR", "Peter F.", "Secretariat", "Thematic leads", "LSP working group". Those at the table come
 * before all others, since initials and first names mean somebody who is there. Who could be two is asked, and who is nobody stays as it was typed.
 */
import type { Owner } from '../../actions/index.ts'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'

export type Table = {
  readonly groupId: GroupId
  /** Everybody who is known; `isHere` are those who attend, sent apologies or sit on the group. */
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly isHere: boolean }[]
  /** Of the group. */
  readonly seats: readonly { readonly id: SeatId; readonly role: string; readonly title: string; readonly holder: string | null }[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string; readonly shortName: string }[]
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
}

/** One of those that a word may mean; `code` is how a form says which. */
export type Candidate = { readonly code: string; readonly name: string; readonly owner: Owner }

/** What one word or name comes to: all of `means`, unless it has to be asked which of `asks`; nobody where both are empty. */
export type Understood = { readonly typed: string; readonly means: readonly Candidate[]; readonly asks: readonly Candidate[] }

/** What somebody answered when they were asked: of which words, in small letters, which code. */
export type Chosen = Readonly<Record<string, string>>

export function readWho(text: string, table: Table, chosen: Chosen = {}): Understood[] {
  const understood = piecesOf(text).flatMap(piece => pieceWithBracket(piece, table))
  const once = new Map(understood.map(each => [keyOf(each.typed), each]))
  return [...once.values()].map(each => settled(each, chosen))
}

/** Of people alone: who proposed, who declared an interest. */
export const readPeople = (text: string, table: Table, chosen: Chosen = {}): Understood[] =>
  readWho(text, { ...table, seats: [], groups: [], organisations: [] }, chosen)

export const keyOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[.\s]+/g, ' ')
    .trim()

export const ownersOf = (understood: readonly Understood[]): Owner[] => {
  const owners = understood.flatMap(({ means }) => means)
  return [...new Map(owners.map(({ code, owner }) => [code, owner])).values()]
}

function settled(each: Understood, chosen: Chosen): Understood {
  const answer = each.asks.find(({ code }) => code === chosen[keyOf(each.typed)])
  return answer === undefined ? each : { ...each, means: [answer] }
}

/** "Secretariat (TK, KM)" is three; of "Kate Davies (DAAT)" the bracket says only where she is from. */
function pieceWithBracket(piece: string, table: Table): Understood[] {
  const [, head = '', inside = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(piece) ?? []
  if (inside === '') return [meaning(piece, table)]
  const within = namesIn(inside).map(name => meaning(name, table))
  const people = within.filter(({ means, asks }) => [...means, ...asks].some(({ owner }) => 'personId' in owner))
  if (head === '') return within
  const first = meaning(head, table)
  if (people.length === within.length) return [first, ...people]
  return [first]
}

/** Parted by commas, "and", "&" and strokes, but not within brackets. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let depth = 0
  for (const sign of `${text.replace(/\s+(?:and|&|\+|with)\s+(?=[^()]*(?:\(|$))/gi, ', ')},`) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0 && /[,;/]/.test(sign)) {
      pieces.push(piece)
      piece = ''
    } else piece += sign
  }
  pieces.push(piece)
  return pieces.map(tidy).filter(each => each !== '')
}

const namesIn = (text: string): string[] =>
  text
    .split(/[,;/&+]|\s+and\s+/i)
    .map(tidy)
    .filter(each => each !== '')

const tidy = (text: string): string =>
  text
    .replace(/\*+/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^(?:and|&)\s+/i, '')
    .trim()

function meaning(typed: string, table: Table): Understood {
  const plain = keyOf(typed.replace(/^the\s+/i, ''))
  const here = table.people.filter(({ isHere }) => isHere)
  for (const among of [
    () => people(table.people.filter(({ name }) => keyOf(name) === plain)),
    () => office(plain, table),
    () => people(here.filter(({ name }) => initialsOf(name).includes(plain.replaceAll(' ', '')))),
    () => people(here.filter(({ name }) => goesBy(name, plain))),
    () => called(plain, table),
    () => people(table.people.filter(({ name }) => plain.includes(' ') && goesBy(name, plain))),
  ]) {
    const { found, areAll } = among()
    if (found.length > 0) return found.length === 1 || areAll ? { typed, means: found, asks: [] } : { typed, means: [], asks: found }
  }
  return { typed, means: [], asks: [] }
}

type Found = { readonly found: readonly Candidate[]; readonly areAll?: boolean }

const people = (some: Table['people']): Found => ({
  found: some.map(({ id, name }) => ({ code: `person-${id}`, name, owner: { personId: id } })),
})

/** The chair, the secretariat, all leads; whoever is asked as "members" or "officers" is the group. */
function office(plain: string, { seats, groups, groupId }: Table): Found {
  const role = Object.entries(offices).find(([, words]) => words.test(plain))?.[0]
  if (role !== undefined) return { found: seats.filter(seat => seat.role === role).map(seatCandidate), areAll: true }
  if (/^(?:all|everybody|everyone|members|all members|officers|all officers|group|partners|all partners|members of the group)$/.test(plain))
    return { found: groups.filter(({ id }) => id === groupId).map(groupCandidate) }
  return { found: seats.filter(({ title }) => title !== '' && titleWords(title).includes(plain)).map(seatCandidate) }
}

const offices = {
  chair: /^(?:chair|chairman|chairwoman|chairperson)$/,
  'vice-chair': /^(?:vice[- ]chair|deputy chair)$/,
  secretariat: /^(?:secretariat|secretary|partnership secretariat|secretariat team|support team)$/,
  lead: /^(?:(?:all |each )?(?:thematic |theme |partnership |thematic partnership )*leads?)$/,
}

const titleWords = (title: string): string[] => [
  keyOf(title),
  `${keyOf(title)} lead`,
  `lead for ${keyOf(title)}`,
  `${keyOf(title)} representative`,
]

const seatCandidate = ({ id, role, title, holder }: Table['seats'][number]): Candidate => {
  const seat = title === '' ? (role === 'lead' ? 'Lead' : `${role.slice(0, 1).toUpperCase()}${role.slice(1).replace('-', ' ')}`) : title
  return { code: `seat-${id}`, name: holder === null ? `${seat} (vacant)` : `${seat} (${holder})`, owner: { seatId: id } }
}

const groupCandidate = ({ id, name }: Table['groups'][number]): Candidate => ({ code: `group-${id}`, name, owner: { groupId: id } })

/** A group or an organisation by its name, its short name, its first letters, or by words of its name that no other has. */
function called(plain: string, { groups, organisations }: Table): Found {
  const bodies = [
    ...groups.map(group => ({ names: [group.name, group.shortName], candidate: groupCandidate(group) })),
    ...organisations.map(({ id, name }) => ({
      names: [name, lettersOf(name)],
      candidate: { code: `organisation-${id}`, name, owner: { organisationId: id } } satisfies Candidate,
    })),
  ]
  const exact = bodies.filter(({ names }) => names.some(name => keyOf(name.replace(/^the\s+/i, '')) === plain))
  if (exact.length > 0) return { found: exact.map(({ candidate }) => candidate) }
  if (plain.length < 4) return { found: [] }
  const within = bodies.filter(({ names: [name = ''] }) => ` ${keyOf(name)} `.includes(` ${plain} `))
  return { found: within.map(({ candidate }) => candidate).slice(0, 6) }
}

const lettersOf = (name: string): string => {
  const letters = [...name.matchAll(/\b[A-Z]/g)].join('')
  return letters.length > 1 ? letters : name
}

/** SLR and SL for Susan Lewis-Roberts. */
function initialsOf(name: string): string[] {
  const letters = (parts: readonly string[]) => parts.map(part => part.slice(0, 1).toLowerCase()).join('')
  const words = withoutTitle(name).split(' ')
  return [letters(words), letters(words.flatMap(word => word.split('-')))].filter(each => each.length > 1)
}

const withoutTitle = (name: string): string =>
  name.replace(/^(?:mr|mrs|ms|miss|dr|prof|professor|cllr|councillor|sir|dame|rev|canon)\.?\s+/i, '').trim()

/** By their first name, their surname, or a first name with the first letters of the surname: Gill, Mr Turner, Peter F. */
function goesBy(name: string, plain: string): boolean {
  const asked = keyOf(withoutTitle(plain)).split(' ')
  const words = keyOf(withoutTitle(name)).split(' ')
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const [one = '', other = ''] = asked
  if (one === '') return false
  if (asked.length === 1) return one.length > 1 && (one === first || one === last || words.slice(0, -1).join(' ') === one)
  return asked.length === 2 && one === first && other !== '' && last.startsWith(other)
}
