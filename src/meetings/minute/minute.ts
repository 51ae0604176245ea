/**
 * Minutes are written piece by piece under the items of the agenda, in the order in which things were said: headings, discussion, decisions, actions, corrections
 * of the last minutes, conflicts of interest. A piece keeps what was typed, whatever was understood of it; the decision or the action that it is stands beside it.
 */
import type { ActionId } from '../../actions/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { Chosen } from './who.ts'

export type PieceId = Id<'minute'>

export const pieceKinds = ['discussion', 'action', 'decision', 'heading', 'correction', 'interest'] as const
export type PieceKind = (typeof pieceKinds)[number]
export const pieceKindNames: Readonly<Record<PieceKind, string>> = {
  discussion: 'Discussion',
  action: 'Action',
  decision: 'Decision',
  heading: 'Heading',
  correction: 'Correction',
  interest: 'Conflict of interest',
}

/** The further fields of each kind, as a form calls them. */
export const fieldsOf = {
  discussion: [],
  heading: [],
  action: ['owners', 'due'],
  decision: ['outcome', 'proposer', 'seconder', 'manner', 'votesFor', 'votesAgainst', 'abstentions', 'dissent', 'amount', 'indicators'],
  correction: ['where', 'was', 'shouldRead', 'proposedBy', 'agreed'],
  interest: ['who', 'left'],
} as const satisfies Readonly<Record<PieceKind, readonly string[]>>
export type FieldName = (typeof fieldsOf)[PieceKind][number]
export const fieldNames = Object.values(fieldsOf).flat() as readonly FieldName[]

/** As they were typed; what is empty is left out. `chosen` is what was answered where a name fitted several. */
export type Typed = { readonly [Name in FieldName]?: string } & { readonly chosen?: Chosen }

export type Piece = {
  readonly id: PieceId
  readonly meetingId: MeetingId
  readonly itemId: Id<'agenda-item'>
  readonly place: number
  readonly kind: PieceKind
  readonly text: string
  readonly isWithheld: boolean
  /** Made by whoever writes it, so that one that is sent twice is kept once. */
  readonly key: string
  /** Counts its changes. */
  readonly edition: number
  readonly typed: Typed
}

/** With the reference of the action, or the number of the decision, that it is. */
export type WrittenPiece = Piece & {
  readonly actionId: ActionId | null
  readonly reference: string | null
  readonly decisionNumber: number | null
}

/** What a piece was when somebody saw it. */
export type Seen = Pick<Piece, 'kind' | 'text' | 'isWithheld' | 'typed'>

/** Whether there is nothing in it at all. */
export const isEmpty = ({ text, typed }: Pick<Piece, 'text' | 'typed'>): boolean =>
  text.trim() === '' && fieldNames.every(name => (typed[name] ?? '') === '' || untold.includes(name))
/** What stands in a new piece before anybody has written anything. */
const untold: readonly FieldName[] = ['outcome', 'manner', 'agreed', 'left']

/** Between two others, with room for more. Null where there is none, so that those of the item have to be numbered anew. */
export function placeBetween(before: number | null, after: number | null): number | null {
  if (after === null) return (before ?? 0) + step
  const place = Math.floor(((before ?? after - 2 * step) + after) / 2)
  return before !== null && place <= before ? null : place
}
export const step = 1024
