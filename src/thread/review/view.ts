import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Table } from '../../kernel/table.ts'
import { type Told, timeOf } from './expectation/expectation.ts'
import type { DecisionChoice, GroupChoice, MeetingChoice, Places } from './places.ts'
import {
  inOrder,
  kindNames,
  type Review,
  type ReviewKind,
  reviewKinds,
  type Stand,
  type Subject,
  standNames,
  standOf,
  stands,
  standWords,
  subjectAddress,
  subjectKey,
  subjectName,
} from './review.ts'

export type Wanted = { readonly kind: ReviewKind | null; readonly groupId: number | null; readonly stand: Stand | null }
export const isNarrowed = ({ kind, groupId, stand }: Wanted): boolean => kind !== null || groupId !== null || stand !== null

export function wantedOf(reviews: readonly Review[], { kind, groupId, stand }: Wanted, today: Day): Review[] {
  return inOrder(
    reviews.filter(
      each =>
        (kind === null || each.kind === kind) &&
        (groupId === null || each.groupId === groupId) &&
        (stand === null || standOf(each, today) === stand),
    ),
    today,
  )
}

export const queryOf = ({ kind, groupId, stand }: Wanted): string => {
  const asked = new URLSearchParams([
    ...(kind === null ? [] : [['of', kind]]),
    ...(groupId === null ? [] : [['group', String(groupId)]]),
    ...(stand === null ? [] : [['state', stand]]),
  ]).toString()
  return asked === '' ? '' : `?${asked}`
}

export type Listed = {
  readonly all: readonly Review[]
  readonly shown: readonly Review[]
  readonly total: number
  readonly wanted: Wanted
  readonly today: Day
  readonly maySet: boolean
  readonly maySetAll: boolean
}

export function listView({ all, shown, total, wanted, today, maySet, maySetAll }: Listed) {
  const groups = [...new Map(all.map(({ groupId, group }) => [groupId, group]))].toSorted(([, a], [, b]) => a.localeCompare(b, 'en'))
  const ofOthers = wantedOf(all, { ...wanted, stand: null }, today)
  return {
    title: 'Reviews',
    isEmpty: all.length === 0,
    isNarrowed: isNarrowed(wanted),
    total,
    kinds: choices(
      'Everything',
      reviewKinds.map(kind => [kind, kindNames[kind]] as const),
      wanted.kind,
    ),
    groups: choices(
      'All groups',
      groups.map(([id, name]) => [String(id), name] as const),
      wanted.groupId === null ? null : String(wanted.groupId),
    ),
    states: choices(
      'All',
      stands.map(stand => [stand, standNames[stand]] as const),
      wanted.stand,
    ),
    counts: stands
      .map(stand => ({ stand, count: ofOthers.filter(each => standOf(each, today) === stand).length }))
      .filter(({ count }) => count > 0)
      .map(({ stand, count }) => ({
        text: `${standNames[stand]} ${count}`,
        isLate: stand === 'overdue',
        href: `reviews${queryOf({ ...wanted, stand })}`,
      })),
    rows: shown.map(each => rowView(each, today)),
    newHref: maySet ? 'reviews/new' : '',
    yearHref: maySetAll ? 'reviews/year' : '',
    csvHref: `reviews.csv${queryOf(wanted)}`,
  }
}

const choices = (all: string, those: readonly (readonly [value: string, text: string])[], chosen: string | null) => [
  { value: '', text: all, selected: chosen === null },
  ...those.map(([value, text]) => ({ value, text, selected: value === chosen })),
]

export function rowView(review: Review, today: Day) {
  const stand = standOf(review, today)
  return {
    href: `reviews/${review.reviewId}`,
    name: subjectName(review),
    kind: kindNames[review.kind],
    group: { text: review.group, href: `groups/${review.groupId}` },
    due: dayLabel(review.dueOn),
    state: standNames[stand],
    isLate: stand === 'overdue',
    when: standWords(review, today),
    changed: stand === 'held' ? review.changed : '',
  }
}

export function reviewsTable(reviews: readonly Review[], today: Day): Table {
  const day = (on: Day | null) => (on === null ? null : { day: on })
  return {
    title: 'Reviews',
    columns: ['What', 'Of', 'Group', 'Due', 'State', 'Held', 'Meeting', 'What was expected', 'What happened', 'What is changed'].map(
      (heading, at) => ({
        heading,
        width: at > 6 || at === 0 ? 50 : 16,
      }),
    ),
    rows: reviews.map(each => [
      subjectName(each),
      kindNames[each.kind],
      each.group,
      day(each.dueOn),
      standNames[standOf(each, today)],
      day(each.heldOn),
      day(each.meetingOn),
      each.expected,
      each.happened,
      each.changed,
    ]),
  }
}

export type ShownReview = {
  readonly review: Review
  /** What is known today, for a review that is still to come and whoever takes part; null otherwise. */
  readonly told: Told | null
  readonly decision: DecisionChoice | null
  readonly next: Review | null
  readonly mayHold: boolean
  readonly takesPart: boolean
  readonly today: Day
}

export function reviewView({ review, told, decision, next, mayHold, takesPart, today }: ShownReview) {
  const { from, to } = timeOf(review)
  const own = `reviews/${review.reviewId}`
  const isHeld = review.heldOn !== null
  return {
    title: `Review of ${subjectName(review)}`,
    kind: kindNames[review.kind],
    subject: { text: subjectName(review), href: subjectAddress(review) },
    group: { text: review.group, href: `groups/${review.groupId}` },
    due: dayLabel(review.dueOn),
    when: standWords(review, today),
    isLate: standOf(review, today) === 'overdue',
    isHeld,
    time: review.kind === 'plan' || isHeld ? `${dayLabel(from)} to ${dayLabel(to)}` : '',
    expected: review.expected || (told?.expected ?? ''),
    happened: isHeld ? review.happened : (told?.happened ?? ''),
    changed: review.changed,
    byName: review.byName,
    meeting:
      review.meetingId === null || review.meetingOn === null
        ? null
        : { text: dayLabel(review.meetingOn), href: takesPart ? `meetings/${review.meetingId}` : '' },
    decision:
      decision === null || !(takesPart || decision.isPublic)
        ? null
        : { text: `${decision.reference} ${decision.text}`, href: `decisions/${decision.id}` },
    revision:
      review.stepOn === null ? null : { text: `Revision of ${dayLabel(review.stepOn)}: ${review.stepReason}`, href: `plans/${review.id}` },
    next: next === null ? null : { text: dayLabel(next.dueOn), href: `reviews/${next.reviewId}` },
    holdHref: mayHold ? `${own}/holding` : '',
    editHref: mayHold && !isHeld ? `${own}/edit` : '',
    removalHref: mayHold && !isHeld ? `${own}/removal` : '',
    reopeningHref: mayHold && isHeld ? `${own}/reopening` : '',
    historyHref: takesPart ? `history/thread.review/${review.reviewId}` : '',
    breadcrumbs: toReviews,
  }
}

export const toReviews = [{ text: 'Reviews', href: 'reviews' }]
export const toReview = (review: Review) => [...toReviews, { text: subjectName(review), href: `reviews/${review.reviewId}` }]

const ofKinds: readonly (readonly [ReviewKind, string])[] = [
  ['plan', 'Delivery plans'],
  ['indicator', 'Targets of indicators'],
  ['theme', 'Themes'],
  ['thread', 'As a whole'],
]

export function subjectItems(subjects: readonly Subject[], chosen: string) {
  return ofKinds
    .map(([kind, label]) => ({
      label,
      items: subjects
        .filter(each => each.kind === kind)
        .map(each => ({ value: subjectKey(each), text: subjectName(each), selected: subjectKey(each) === chosen })),
    }))
    .filter(({ items }) => items.length > 0)
}

export const groupItems = (groups: readonly GroupChoice[], chosen: string, none: string) => [
  { value: '', text: none, selected: chosen === '' },
  ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === chosen })),
]

export type ReviewFields = { readonly dueOn: string; readonly groupId: string; readonly expected: string }
export const reviewFields = ({ dueOn, groupId, expected }: Review): ReviewFields => ({
  dueOn: dayLabel(dueOn),
  groupId: String(groupId),
  expected,
})
export const reviewFieldsInWords = (review: Review) =>
  ({
    dueOn: ['The date', dayLabel(review.dueOn)],
    groupId: ['The group', review.group],
    expected: ['What is expected', review.expected],
  }) as const

export type HoldingFields = {
  readonly heldOn: string
  readonly meetingId: string
  readonly decisionId: string
  readonly stepId: string
  readonly expected: string
  readonly happened: string
  readonly changed: string
}
/** As it stands; of one that is still to be held with what is known where nobody has written yet. */
export function holdingFields(review: Review, told: Told): HoldingFields {
  const isHeld = review.heldOn !== null
  return {
    heldOn: review.heldOn === null ? '' : dayLabel(review.heldOn),
    meetingId: review.meetingId === null ? '' : String(review.meetingId),
    decisionId: review.decisionId === null ? '' : String(review.decisionId),
    stepId: review.stepId === null ? '' : String(review.stepId),
    expected: isHeld ? review.expected : review.expected || told.expected,
    happened: isHeld ? review.happened : review.happened || told.happened,
    changed: review.changed,
  }
}
export const holdingInWords = (now: HoldingFields) =>
  ({
    heldOn: ['The date on which it was held', now.heldOn],
    expected: ['What was expected', now.expected],
    happened: ['What happened', now.happened],
    changed: ['What is changed', now.changed],
  }) as const

const meetingWords = ({ group, onDay }: MeetingChoice): string => `${group}, ${dayLabel(onDay)}`

export function placesView({ meetings, decisions, revisions }: Places, fields: Pick<HoldingFields, 'meetingId' | 'decisionId' | 'stepId'>) {
  const item = (id: number, text: string, chosen: string) => ({ value: String(id), text, selected: String(id) === chosen })
  const none = (text: string) => ({ value: '', text })
  return {
    meetings: [none('No meeting'), ...meetings.map(each => item(each.id, meetingWords(each), fields.meetingId))],
    decisions: [
      none('No decision'),
      ...decisions.map(each => item(each.id, shortened(`${each.reference} ${each.text}`), fields.decisionId)),
    ],
    revisions:
      revisions.length === 0
        ? []
        : [none('None'), ...revisions.map(each => item(each.id, shortened(`${dayLabel(each.onDay)}: ${each.reason}`), fields.stepId))],
  }
}
const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 88)}…` : words)

/** On the page of what is reviewed, and on home. */
export const partView = (reviews: readonly Review[], today: Day, setHref: string) => ({
  reviews: inOrder(reviews, today).map(each => rowView(each, today)),
  setHref,
})
