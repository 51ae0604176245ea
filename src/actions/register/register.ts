/** What somebody wants to see of the register: whose actions, of which group, how they stand, and what they say. */
import type { GroupId, PersonId } from '../../partnership/index.ts'
import { type ActionSource, type ActionState, actionSources } from '../action/action.ts'
import type { Party } from '../action/party.ts'

/** Mine: asked of me by name or by a seat on which I sit or act. My organisation's: of it, of its seats and of whoever has a post there. */
export const whoseNames = { all: 'Everybody’s', mine: 'My actions', organisation: 'My organisation’s' } as const
export type Whose = keyof typeof whoseNames
export const standNames = {
  open: 'Open',
  overdue: 'Overdue',
  done: 'Done, to be confirmed',
  closed: 'Closed',
  dropped: 'Not pursued',
  all: 'All',
} as const
export type Stand = keyof typeof standNames
export const sortNames = { due: 'Date', group: 'Group', newest: 'Newest first' } as const
export type Sorting = keyof typeof sortNames

export type Wanted = {
  readonly whose: Whose
  readonly stand: Stand
  readonly groupId: GroupId | null
  readonly source: ActionSource | null
  readonly words: readonly string[]
  readonly sort: Sorting
}

const oneOf = <Name extends string>(names: Readonly<Record<Name, string>>, asked: string, otherwise: Name): Name =>
  (Object.keys(names) as Name[]).find(name => name === asked) ?? otherwise

/** As an address says it; nonsense asks for what is usual. */
export function wantedIn(asked: (name: string) => string, groupId: GroupId | null): Wanted {
  return {
    whose: oneOf(whoseNames, asked('whose'), 'all'),
    stand: oneOf(standNames, asked('state'), 'open'),
    groupId,
    source: actionSources.find(each => each === asked('source')) ?? null,
    words: asked('text')
      .split(/\s+/)
      .filter(word => word !== '')
      .slice(0, 10),
    sort: oneOf(sortNames, asked('sort'), 'due'),
  }
}

export const statesOf: Readonly<Record<Stand, readonly ActionState[]>> = {
  open: ['open', 'done'],
  overdue: ['open'],
  done: ['done'],
  closed: ['closed'],
  dropped: ['dropped'],
  all: ['open', 'done', 'closed', 'dropped'],
}

type Owners = {
  readonly personId: PersonId | null
  readonly seatIds: readonly number[]
  readonly organisationIds: readonly number[]
  readonly groupIds: readonly number[]
}
const none: Owners = { personId: null, seatIds: [], organisationIds: [], groupIds: [] }

/** Null for everybody’s. */
export function ownersMeant(whose: Whose, { capacity: { personId, seats, organisationIds } }: Pick<Party, 'capacity'>): Owners | null {
  if (whose === 'all') return null
  return whose === 'mine'
    ? { ...none, personId: personId as PersonId | null, seatIds: seats.map(({ seatId }) => seatId) }
    : { ...none, organisationIds }
}

export const isNarrowed = ({ whose, stand, groupId, source, words }: Wanted): boolean =>
  whose !== 'all' || stand !== 'open' || groupId !== null || source !== null || words.length > 0
