import { toMeeting } from '../meeting/frame.ts'
import { dayWords, type Meeting } from '../meeting/meeting.ts'
import { correctionWords, type Minutes, type MinutesDocument, type MinutesItem, type PieceRecord } from '../minutes/minutes.ts'
import { pieceInShort } from '../minutes/view.ts'
import { type Correction, corrected, correctionStateNames } from './correction.ts'

const around = (meeting: Meeting) => ({
  caption: `${meeting.group}, ${dayWords(meeting)}`,
  breadcrumbs: [...toMeeting(meeting), { text: 'Minutes', href: `meetings/${meeting.id}/minutes` }],
})

type Listed = {
  readonly meeting: Meeting
  readonly minutes: Minutes
  readonly corrections: readonly Correction[]
  readonly mayDecide: boolean
  readonly mayPropose: boolean
}
export function correctionsView({ meeting, minutes, corrections, mayDecide, mayPropose }: Listed) {
  const own = `meetings/${meeting.id}/minutes/corrections`
  return {
    ...around(meeting),
    title: 'Corrections',
    isApproved: minutes.state === 'approved',
    newHref: mayPropose ? `${own}/new` : null,
    corrections: corrections.map(correction => ({
      words: correctionWords({ ...correction, state: 'proposed' }),
      state: correctionStateNames[correction.state],
      decided:
        correction.decidedIn === null ? '' : `at the meeting of ${dayWords({ onDay: correction.decidedIn.onDay, dayKnown: 'fixed' })}`,
      isApplied: correction.isApplied,
      href: mayDecide ? `${own}/${correction.id}` : null,
      action: correction.state === 'proposed' ? 'Decide' : 'Change',
    })),
  }
}

export type PieceToCorrect = { readonly id: number; readonly label: string; readonly text: string }

/** Whatever has words of its own; an action is changed in its register. */
export function piecesToCorrect(document: MinutesDocument): PieceToCorrect[] {
  const of = (item: MinutesItem): PieceToCorrect[] => [
    ...item.pieces.flatMap(piece =>
      piece.id !== null && correctable.includes(piece.kind) ? [{ id: piece.id, label: item.label, text: pieceInShort(piece) }] : [],
    ),
    ...item.under.flatMap(of),
  ]
  return document.items.flatMap(of)
}
const correctable: readonly string[] = ['discussion', 'decision', 'heading'] satisfies PieceRecord['kind'][]

type Proposal = {
  readonly meeting: Meeting
  readonly pieces: readonly PieceToCorrect[]
  readonly people: readonly { readonly id: number; readonly name: string }[]
  readonly fields: Readonly<Record<string, string>>
}
export function proposalView({ meeting, pieces, people, fields }: Proposal) {
  return {
    ...around(meeting),
    title: 'Propose a correction',
    action: `meetings/${meeting.id}/minutes/corrections/new`,
    back: `meetings/${meeting.id}/minutes`,
    fields,
    pieces: [
      { value: '', text: 'No single part: I say where below' },
      ...pieces.map(({ id, label, text }) => ({
        value: id,
        text: `${label}: ${text}`.slice(0, 110),
        selected: String(id) === fields['pieceId'],
      })),
    ],
    chosen: pieces.find(({ id }) => String(id) === fields['pieceId'])?.text ?? '',
    people:
      people.length === 0
        ? []
        : [
            { value: '', text: 'Nobody by name' },
            ...people.map(({ id, name }) => ({ value: id, text: name, selected: String(id) === fields['proposedById'] })),
          ],
  }
}

type Deciding = {
  readonly meeting: Meeting
  readonly correction: Correction
  readonly piece: PieceRecord | null
  readonly later: readonly Pick<Meeting, 'id' | 'onDay' | 'dayKnown'>[]
  readonly fields: Readonly<Record<string, string>> | null
  readonly edition: string
}
export function decisionView({ meeting, correction, piece, later, fields, edition }: Deciding) {
  const shown = fields === null ? fieldsOf(correction, piece, later) : { state: '', at: '', text: '', ...fields }
  return {
    ...around(meeting),
    title: 'Decide a correction',
    words: correctionWords({ ...correction, state: 'proposed' }),
    action: `meetings/${meeting.id}/minutes/corrections/${correction.id}`,
    back: `meetings/${meeting.id}/minutes/corrections`,
    fields: shown,
    edition,
    hasPiece: piece !== null,
    isFound: piece !== null && corrected(piece.text, correction) !== null,
    states: [
      { value: 'agreed', text: 'Agreed' },
      { value: 'refused', text: 'Not agreed' },
    ].map(each => ({ ...each, checked: each.value === shown['state'] })),
    meetings: later.map(each => ({ value: each.id, text: dayWords(each), selected: String(each.id) === shown['at'] })),
  }
}

/** What the form begins with: the text with the correction in it, where it is clear how that reads. */
export function fieldsOf(
  correction: Correction,
  piece: PieceRecord | null,
  later: readonly { readonly id: number }[],
): Record<string, string> {
  const text = piece === null ? '' : correction.isApplied ? piece.text : (corrected(piece.text, correction) ?? piece.text)
  return {
    state: correction.state === 'proposed' ? '' : correction.state,
    at: String(correction.decidedIn?.id ?? later.at(0)?.id ?? ''),
    text,
  }
}
