/**
 * Plan, do, review, revise: on a review date a group looks at a plan, at the target of an indicator, at a theme or at the thread as a whole, says what was expected, what
 * happened and what is changed, and sets the next one.
 *
 * Not the review by four Rs of an indicator that is off target, which looks for the cause of one figure; nor what a reviewer says of a plan before it is signed off.
 */
import { type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'

export type ReviewId = Id<'review'>

export const reviewKinds = ['plan', 'indicator', 'theme', 'thread'] as const
export type ReviewKind = (typeof reviewKinds)[number]
export const kindNames: Readonly<Record<ReviewKind, string>> = {
  plan: 'Delivery plan',
  indicator: 'Target of an indicator',
  theme: 'Theme',
  thread: 'The thread as a whole',
}

/** What is reviewed. The thread has no number. */
export type SubjectRef = { readonly kind: ReviewKind; readonly id: number | null }
/** plan-12; thread. */
export const subjectKey = ({ kind, id }: SubjectRef): string => (id === null ? kind : `${kind}-${id}`)

export type Subject = SubjectRef & {
  /** NI 111; '' for none. */
  readonly reference: string
  readonly title: string
  /** Whose it is: the plan's group, or those that lead the indicator or answer for the theme. */
  readonly groupIds: readonly GroupId[]
}

export type Review = SubjectRef & {
  readonly reviewId: ReviewId
  readonly groupId: GroupId
  readonly group: string
  readonly reference: string
  readonly title: string
  /** Of a plan that is not in force: not for scrutiny readers. */
  readonly isDraft: boolean
  /** From when on it is looked at: the day after the review before it, or the first day of the plan. */
  readonly since: Day | null
  readonly dueOn: Day
  readonly heldOn: Day | null
  readonly meetingId: number | null
  readonly meetingOn: Day | null
  readonly decisionId: number | null
  readonly stepId: number | null
  readonly stepOn: Day | null
  readonly stepReason: string
  readonly expected: string
  readonly happened: string
  readonly changed: string
  readonly byName: string
  readonly leadId: PersonId | null
}

export const subjectAddress = ({ kind, id }: SubjectRef): string =>
  ({ plan: `plans/${id}`, indicator: `indicators/${id}`, theme: `thread/theme/${id}`, thread: 'gaps' })[kind]

/** NI 111 First-time entrants. */
export const subjectName = ({ reference, title, kind }: Pick<Review, 'reference' | 'title' | 'kind'>): string =>
  kind === 'thread' ? 'The golden thread' : reference === '' || kind === 'plan' ? title : `${reference} ${title}`

export const stands = ['overdue', 'to-come', 'held'] as const
export type Stand = (typeof stands)[number]
export const standNames: Readonly<Record<Stand, string>> = { overdue: 'Overdue', 'to-come': 'To come', held: 'Held' }

type Dated = Pick<Review, 'dueOn' | 'heldOn'>
export const standOf = ({ dueOn, heldOn }: Dated, today: Day): Stand => (heldOn !== null ? 'held' : dueOn < today ? 'overdue' : 'to-come')

/** Overdue ones first, the longest overdue at their head; then those to come, the soonest first; then those that were held, the last first. */
export const inOrder = <Each extends Dated>(reviews: readonly Each[], today: Day): Each[] =>
  reviews.toSorted((a, b) => {
    const [first, second] = [standOf(a, today), standOf(b, today)]
    if (first !== second) return stands.indexOf(first) - stands.indexOf(second)
    return first === 'held' ? compare(b.heldOn ?? b.dueOn, a.heldOn ?? a.dueOn) : compare(a.dueOn, b.dueOn)
  })
const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

/** 3 days overdue; held on 3 October 2026, 2 days after its date. */
export function standWords({ dueOn, heldOn }: Dated, today: Day): string {
  const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
  if (heldOn === null)
    return dueOn < today
      ? `${days(daysBetween(dueOn, today))} overdue`
      : dueOn === today
        ? 'today'
        : `in ${days(daysBetween(today, dueOn))}`
  const late = daysBetween(dueOn, heldOn)
  return `held on ${dayLabel(heldOn)}${late > 0 ? `, ${days(late)} after its date` : ''}`
}

/** Whoever keeps it is written to so many days before its date. */
export const daysBefore = 14

/**
 * Once before and once after its date: what is due to be said in the days after `before` up to today; null for nothing. One whose date was set less than two weeks
 * ahead is not told of again.
 */
export function reminderFor({ dueOn, heldOn }: Dated, before: Day, today: Day): 'soon' | 'late' | null {
  if (heldOn !== null || today <= before) return null
  const ahead = (from: Day) => daysBetween(from, dueOn)
  if (ahead(today) < 0) return ahead(before) >= 0 ? 'late' : null
  return ahead(today) <= daysBefore && ahead(before) > daysBefore ? 'soon' : null
}
