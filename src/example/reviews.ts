/** Plan, do, review, revise in Wexcombe: the children's trust has looked at half of its year, the health partnership is late, and the board looks at the whole before Christmas or so. */
import { addDays, type Day } from '../kernel/day.ts'

export type ExampleReview = {
  /** The short name of the group whose plan it is, a reference of an indicator, or the thread. */
  readonly of: { readonly planOf: string } | { readonly indicator: string } | 'thread'
  readonly group: string
  readonly dueOn: Day
  readonly expected?: string
  readonly held?: { readonly onDay: Day; readonly changed: string; readonly by: string; readonly nextOn: Day }
}

export const reviewsOfWexcombe = (today: Day): readonly ExampleReview[] => [
  {
    of: { planOf: 'CYPT' },
    group: 'CYPT',
    dueOn: addDays(today, -14),
    held: {
      onDay: addDays(today, -12),
      changed:
        'Triage in Arnemouth has another ten weeks, and its children are driven to Kingsferry until then. The executive is asked to release the second half of the grant for mentors. Nothing else changes before the end of the year.',
      by: 'Beth Langley',
      nextOn: addDays(today, 95),
    },
  },
  { of: { planOf: 'HWP' }, group: 'HWP', dueOn: addDays(today, -6) },
  { of: { indicator: 'NI 111' }, group: 'CYPT', dueOn: addDays(today, 18) },
  {
    of: 'thread',
    group: 'WPB',
    dueOn: addDays(today, 33),
    expected:
      'That every group that owes a plan has one, that no off-target indicator is without somebody who does something about it, and that there are fewer gaps than in spring.',
  },
]
