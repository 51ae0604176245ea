import type { PlacedItem } from '../agenda/agenda.ts'
import { purposeNames } from '../forward-plan/forward-plan.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import { type Meeting, timeLabel } from '../meeting/meeting.ts'
import type { WaitingApproval } from '../minutes/approval/approval.ts'
import { hasTwoVersions } from './merge.ts'
import { type FieldName, fieldsOf, type PieceKind, pieceKindNames, pieceKinds, type Seen, type WrittenPiece } from './minute.ts'
import { type Context, decisionOutcomes, understand } from './understanding.ts'

/** What is typed in a piece, whether it is kept or was just refused. */
export type ShownPiece = Seen & { readonly key: string; readonly seen: readonly Seen[] } & Partial<
    Pick<WrittenPiece, 'reference' | 'decisionNumber' | 'actionId'>
  >

export type Room = {
  readonly meeting: Meeting
  readonly items: readonly PlacedItem[]
  readonly pieces: readonly WrittenPiece[]
  readonly context: Context
  readonly change: number
  readonly isApproved: boolean
  /** Of earlier minutes, at this meeting. */
  readonly approvals: readonly WaitingApproval[]
  /** Who writes: both versions of a line that two have changed say whose is which. */
  readonly who: string
}

export function roomView(
  room: Room,
  {
    newKey,
    edition,
    typed,
    openedAt,
    closedAt,
    newItem,
  }: {
    readonly newKey: () => string
    readonly edition: string
    /** Of an item that was refused: its pieces as they were typed. */
    readonly typed?: { readonly itemId: number; readonly pieces: readonly ShownPiece[] }
    readonly openedAt?: string
    readonly closedAt?: string
    readonly newItem?: string
  },
) {
  const { meeting, items, context } = room
  const own = `meetings/${meeting.id}/minutes`
  const ofItem = Map.groupBy(room.pieces, ({ itemId }) => itemId)
  return {
    title: 'Write the minutes',
    around: meetingFrame(meeting, 'Minutes'),
    breadcrumbs: toMeeting(meeting),
    wide: true,
    isApproved: room.isApproved,
    action: own,
    pageHref: `${own}/edit`,
    agendaHref: `meetings/${meeting.id}/agenda`,
    readHref: own,
    change: room.change,
    who: room.who,
    // Whose browser it is, so that what waits in it is sent for nobody else.
    names: context.table.people.filter(({ isHere }) => isHere).map(({ name }) => name),
    edition,
    openedAt: openedAt ?? timesShown(meeting).openedAt,
    closedAt: closedAt ?? timesShown(meeting).closedAt,
    newItem: newItem ?? '',
    items: items.map(item => {
      const kept = ofItem.get(item.id) ?? []
      const shown: readonly ShownPiece[] =
        typed?.itemId === item.id ? typed.pieces : [...kept.map(seenAsKept), emptyPiece(newKey(), item.kind)]
      return {
        id: item.id,
        number: item.number,
        title: item.title,
        isWithin: item.parentId !== null,
        isConfidential: item.isConfidential,
        approvals: item.kind === 'minutes' ? room.approvals : [],
        presenter: item.presenter,
        purpose: item.purpose === null ? '' : purposeNames[item.purpose],
        usualKind: usualKind(item.kind),
        pieces: shown.map(piece => pieceView(piece, context)),
      }
    }),
    /** For script: one of each kind, to be copied. */
    patterns: pieceKinds.map(kind => pieceView({ ...emptyPiece('KEY', 'item'), kind }, context)),
  }
}

const seenAsKept = (piece: WrittenPiece): ShownPiece => ({ ...piece, seen: [seenOf(piece)] })

export const seenOf = ({ kind, text, isWithheld, typed }: Seen): Seen => ({ kind, text, isWithheld, typed })

const usualKind = (itemKind: string): PieceKind => (itemKind === 'interests' ? 'interest' : 'discussion')

const emptyPiece = (key: string, itemKind: string): ShownPiece => ({
  key,
  seen: [],
  kind: usualKind(itemKind),
  text: '',
  isWithheld: false,
  typed: {},
})

export type PieceView = ReturnType<typeof pieceView>

/** For the template, and for script as JSON. */
export function pieceView(piece: ShownPiece, context: Context) {
  const { says, asks } = understand(piece, context)
  const saysOf = Map.groupBy(says, ({ field }) => field)
  const names = fieldsOf[piece.kind] as readonly FieldName[]
  return {
    key: piece.key,
    kind: piece.kind,
    kinds: pieceKinds.map(value => ({ value, text: pieceKindNames[value], selected: value === piece.kind })),
    text: piece.text,
    rows: Math.min(
      12,
      Math.max(
        1,
        piece.text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 80), 0),
      ),
    ),
    isNew: piece.seen.length === 0,
    isWithheld: piece.isWithheld,
    seen: piece.seen.length === 0 ? '' : JSON.stringify(piece.seen.map(seenOf)),
    reference: piece.reference ?? '',
    actionId: piece.actionId ?? '',
    decision: piece.decisionNumber == null ? '' : `D${piece.decisionNumber}`,
    fields: Object.fromEntries(names.map(name => [name, piece.typed[name] ?? ''])),
    says: Object.fromEntries([...saysOf].map(([field, those]) => [field, those.map(({ text, isDoubt }) => ({ text, isDoubt }))])),
    asks: asks.map(ask => ({ ...ask, options: ask.options.map(option => ({ ...option, selected: option.code === ask.answer })) })),
    hasMore: names.some(name => !['outcome', 'manner'].includes(name) && (piece.typed[name] ?? '') !== ''),
    outcomes:
      piece.kind === 'decision'
        ? decisionOutcomes.map(value => ({ value, text: outcomeNames[value], selected: value === piece.typed.outcome }))
        : [],
    twoVersions: hasTwoVersions(piece.text),
  }
}

const outcomeNames = {
  agreed: 'Agreed',
  endorsed: 'Endorsed',
  refused: 'Refused',
  noted: 'Noted',
  'approved-minutes': 'Minutes approved',
  delegated: 'Delegated',
} as const

/** When it opened and closed, as a form shows it. */
export const timesShown = ({ openedAt, closedAt }: Pick<Meeting, 'openedAt' | 'closedAt'>) => ({
  openedAt: openedAt === null ? '' : timeLabel(openedAt),
  closedAt: closedAt === null ? '' : timeLabel(closedAt),
})
