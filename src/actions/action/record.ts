/** An action as pages show it, and what stands beside it. */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { IndicatorId } from '../../performance/index.ts'
import type { Action } from './action.ts'
import type { NamedOwner } from './owner.ts'

export type ActionRecord = Action & {
  readonly sourceDay: Day
  /** The name of the group to which it is answered for; null for none. */
  readonly group: string | null
  readonly owners: readonly NamedOwner[]
  /** How often its date was moved. */
  readonly moves: number
}

export type NoteKind = 'note' | 'progress' | 'reopened' | 'not-confirmed' | 'escalated' | 'date-asked'
export type Note = {
  readonly kind: NoteKind
  readonly text: string
  readonly by: string
  readonly madeAt: Temporal.Instant
  readonly askedFor: Day | null
}

type StoredFileId = Id<'stored file'>
/** `link` is '' for a file. */
export type Evidence = {
  readonly id: number
  readonly title: string
  readonly link: string
  readonly fileId: StoredFileId | null
  readonly by: string
}
/** A link, or a file that was kept. */
export type NewEvidence = { readonly title: string } & ({ readonly link: string } | { readonly fileId: StoredFileId })
export type NamedIndicator = { readonly id: IndicatorId; readonly reference: string; readonly title: string }
export type GroupChoice = { readonly id: number; readonly name: string; readonly shortName: string }
