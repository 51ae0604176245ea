/** An action in short, as other modules show it: on an agenda, in minutes, on the page of an organisation. */
import type { Day } from '../../kernel/day.ts'
import type { GroupId, Named } from '../../partnership/index.ts'
import { type Action, daysOverdue, dueWords, movedWords, progressNames } from '../action/action.ts'
import { ownersInWords } from '../action/owner.ts'
import type { ActionRecord } from '../action/record.ts'

export type ActionInShort = Pick<Action, 'id' | 'reference' | 'carriedAs' | 'text' | 'state' | 'outcome' | 'dueOn' | 'isConfidential'> & {
  readonly groupId: GroupId | null
  readonly sourceDay: Day
  /** In words: Chair, Management Group (Amina Khan). */
  readonly owners: readonly string[]
  /** 22 June 2009, overdue by 3 days; next meeting. */
  readonly due: string
  readonly isOverdue: boolean
  readonly moves: number
  /** Moved twice; '' where it never did. */
  readonly moved: string
  readonly progress: string
}

export function inShort(record: ActionRecord, sitting: readonly Named[], today: Day): ActionInShort {
  const { id, reference, carriedAs, text, state, outcome, dueOn, isConfidential, groupId, sourceDay, moves, progress } = record
  return {
    ...{ id, reference, carriedAs, text, state, outcome, dueOn, isConfidential, groupId, sourceDay, moves },
    owners: ownersInWords(record.owners, sitting, record.ownersAsTyped),
    due: dueWords(record, today),
    isOverdue: daysOverdue(record, today) !== null,
    moved: movedWords(moves),
    progress: progressNames[progress],
  }
}
