/** Who may hold a review, and where it may have been held. */
import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'

export type GroupChoice = { readonly id: GroupId; readonly name: string }

export type MeetingChoice = { readonly id: number; readonly onDay: Day; readonly group: string }

export type DecisionChoice = {
  readonly id: number
  readonly meetingId: number
  readonly reference: string
  readonly text: string
  readonly isPublic: boolean
}

export type RevisionChoice = { readonly id: number; readonly onDay: Day; readonly reason: string }

export type Places = {
  readonly meetings: readonly MeetingChoice[]
  readonly decisions: readonly DecisionChoice[]
  readonly revisions: readonly RevisionChoice[]
}
