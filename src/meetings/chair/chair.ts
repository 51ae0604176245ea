/** What a chair wants to know before a meeting, on one page: what was not done, who has not answered, who will not be there, and what has to be decided. */
import type { Day } from '../../kernel/day.ts'
import type { MeetingId } from '../meeting/meeting.ts'

export type BriefItem = { readonly text: string; readonly href: string; readonly note: string; readonly isGrave: boolean }
export type BriefSection = {
  readonly title: string
  readonly items: readonly BriefItem[]
  /** How many there are, where only some are shown. */
  readonly count?: number
  /** What stands there where there is none. */
  readonly otherwise: string
}

export type ForDecision = { readonly id: number; readonly title: string; readonly presenter: string; readonly isConfidential: boolean }

/** A meeting whose minutes are not approved yet, with how many corrections were proposed. */
export type Unapproved = {
  readonly id: MeetingId
  readonly onDay: Day
  readonly state: 'draft' | 'circulated' | null
  readonly correctionsBy: Day | null
  readonly corrections: number
}

/** A request that waits, and for whom. */
export type Unanswered = { readonly id: number; readonly title: string; readonly dueOn: Day; readonly names: readonly string[] }

/** Where what the group is for hangs together no more: the worst first, how many there are, and where all of them stand. */
export type GapsInShort = { readonly count: number; readonly worst: readonly BriefItem[]; readonly allHref: string }

/** For a mail: how much there is of each. */
export function paragraphsOf(sections: readonly BriefSection[]): string[] {
  const some = sections.filter(({ items }) => items.length > 0)
  return some.length === 0
    ? ['There is nothing to do before it.']
    : some.map(({ title, items, count = items.length }) => `${title}: ${count}`)
}
