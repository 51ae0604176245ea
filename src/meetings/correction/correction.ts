/**
 * A correction says what circulated minutes should read: page 4 should read £50 million rather than £60 million. A member proposes it, a later meeting agrees or
 * refuses it; what is agreed is put into the text, where it stays marked against the minutes as they were circulated.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { MinutesState, PieceId } from '../minutes/minutes.ts'

export type CorrectionId = Id<'correction'>
export type CorrectionState = 'proposed' | 'agreed' | 'refused'
export const correctionStateNames: Readonly<Record<CorrectionState, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  refused: 'Not agreed',
}

export type Correction = {
  readonly id: CorrectionId
  /** Which piece of the minutes, where that is known. */
  readonly pieceId: PieceId | null
  readonly placeInWords: string
  readonly was: string
  readonly shouldRead: string
  readonly proposedById: PersonId | null
  readonly proposedBy: string | null
  readonly state: CorrectionState
  /** The meeting that agreed or refused it. */
  readonly decidedIn: { readonly id: number; readonly onDay: Day } | null
  readonly isApplied: boolean
}

export type CorrectionDraft = Pick<Correction, 'pieceId' | 'placeInWords' | 'was' | 'shouldRead' | 'proposedById'>

export function propose(draft: CorrectionDraft, state: MinutesState): Ruling<CorrectionDraft> {
  if (state === 'approved')
    return refuse({ text: 'These minutes are approved and cannot be corrected any more. Raise it at the next meeting' })
  if (state === 'draft') return refuse({ text: 'These minutes are not circulated yet: tell whoever writes them' })
  if (draft.was === '' && draft.shouldRead === '')
    return refuse({ field: 'shouldRead', text: 'Enter what it should read, or what is to be left out' })
  if (draft.pieceId === null && draft.placeInWords === '' && draft.was === '')
    return refuse({ field: 'placeInWords', text: 'Say where: select a part, or enter the page or heading' })
  return accept(draft)
}

/** The text with the correction in it; null where it cannot be told where that goes, and a person has to. */
export function corrected(text: string, { was, shouldRead }: Pick<Correction, 'was' | 'shouldRead'>): string | null {
  if (was === '') return null
  const at = text.indexOf(was)
  if (at < 0 || text.indexOf(was, at + 1) >= 0) return null
  return text.slice(0, at) + shouldRead + text.slice(at + was.length)
}

/** “£60 million” became “£50 million”, proposed by Marta Turner, agreed at the meeting of 22 June 2009. */
export function markWords({ was, shouldRead, proposedBy, decidedIn }: Correction): string {
  const change = shouldRead === '' ? `“${was}” was left out` : was === '' ? `“${shouldRead}” was put in` : `“${was}” became “${shouldRead}”`
  return [
    `Corrected: ${change}`,
    proposedBy && `proposed by ${proposedBy}`,
    decidedIn && `agreed at the meeting of ${dayLabel(decidedIn.onDay)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
