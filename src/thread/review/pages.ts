import { isWithin } from '../../delivery/index.ts'
import { csv } from '../../kernel/csv.ts'
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { opens, reachOf, type ShownPart } from '../../partnership/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  type May,
  mayManagePerformance,
  mayTakePart,
  overtaken,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { toldOf } from './expectation/store.ts'
import { isOfThese, readChange, readDays, readHolding, readNew, type Settable } from './form.ts'
import type { Places } from './places.ts'
import { type Review, reviewKinds, type SubjectRef, stands, subjectKey, subjectName } from './review.ts'
import {
  addReview,
  allReviews,
  changeReview,
  decisionNamed,
  decisionsToChoose,
  groupsToChoose,
  holdReview,
  lockReview,
  meetingsToChoose,
  plansBeginning,
  removeReview,
  reopenReview,
  review,
  reviewsOf,
  reviewsToHold,
  revisionsOf,
  subjects,
} from './store.ts'
import {
  groupItems,
  type HoldingFields,
  holdingFields,
  holdingInWords,
  listView,
  partView,
  placesView,
  type ReviewFields,
  reviewFields,
  reviewFieldsInWords,
  reviewsTable,
  reviewView,
  rowView,
  subjectItems,
  toReview,
  toReviews,
  type Wanted,
  wantedOf,
} from './view.ts'

/** Whoever keeps the plans of some group: of which one is asked beside the review. */
export const mayKeepReviews: May = visitor => opens('keep-plans')(visitor)

export const listReviews: Handler = async visit => {
  const { db, query, today, visitor, partnership } = visit
  const all = await reviewsSeen(visit, allReviews(db))
  const wanted = wantedIn(query)
  const those = wantedOf(all, wanted, today)
  const number = pageNumber(text(query, 'page'))
  const view = listView({
    all,
    shown: those.slice(rowsBefore(number), rowsBefore(number) + pageSize),
    total: those.length,
    wanted,
    today,
    maySet: mayKeepReviews(visitor),
    maySetAll: mayManagePerformance(visitor),
  })
  const pages = pagination(those.length, number, `/${partnership.slug}/${view.csvHref.replace('.csv', '')}`)
  return page(template(import.meta.url, 'list.njk'), { ...view, pages })
}

export const downloadReviews: Handler = async visit => {
  const all = await reviewsSeen(visit, allReviews(visit.db))
  const { columns, rows } = reviewsTable(wantedOf(all, wantedIn(visit.query), visit.today), visit.today)
  return download(`reviews-${visit.today}.csv`, 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}

const wantedIn = (query: Fields): Wanted => ({
  kind: reviewKinds.find(kind => kind === text(query, 'of')) ?? null,
  groupId: idOf<'group'>(text(query, 'group')),
  stand: stands.find(stand => stand === text(query, 'state')) ?? null,
})

/** A scrutiny reader sees nothing of plans that are not in force. */
const isSeen = ({ visitor }: Pick<Visit, 'visitor'>, { isDraft }: Pick<Review, 'isDraft'>): boolean => !isDraft || mayTakePart(visitor)
const reviewsSeen = async (visit: Pick<Visit, 'visitor'>, reviews: Promise<Review[]>): Promise<Review[]> =>
  (await reviews).filter(each => isSeen(visit, each))

export const showReview: Handler = async visit => {
  const { db, today, visitor } = visit
  const asked = await reviewAsked(visit)
  const takesPart = mayTakePart(visitor)
  const [told, decision, ofSubject] = await Promise.all([
    takesPart && asked.heldOn === null ? toldOf(db, asked, today) : null,
    asked.decisionId === null ? null : decisionNamed(db, asked.decisionId),
    reviewsOf(db, asked),
  ])
  const view = reviewView({
    review: asked,
    told,
    decision,
    next: ofSubject.find(({ dueOn }) => dueOn > asked.dueOn) ?? null,
    mayHold: mayKeepReviews(visitor) && mayHold(visit, asked),
    takesPart,
    today,
  })
  return page(template(import.meta.url, 'show.njk'), view)
}

const mayHold = ({ visitor }: Pick<Visit, 'visitor'>, { groupId }: Pick<Review, 'groupId'>): boolean =>
  isWithin(reachOf('keep-plans', visitor), groupId)

async function reviewAsked(visit: Pick<Visit, 'db' | 'params' | 'visitor'>): Promise<Review> {
  const asked = found(await review(visit.db, found(idOf<'review'>(visit.params['review']))))
  return found(isSeen(visit, asked) ? asked : null)
}

/** Where the visitor may hold it; locked where something is to be written. */
async function reviewKept(visit: Visit, isToWrite = false): Promise<Review> {
  if (isToWrite) await lockReview(visit.db, found(idOf<'review'>(visit.params['review'])))
  const asked = await reviewAsked(visit)
  allow(mayHold(visit, asked))
  return asked
}

export const newReview: Handler = async visit => newPage(visit, { of: text(visit.query, 'of') })

export const createReview: Handler = async visit => {
  const { db, body } = visit
  const settable = await settableBy(visit)
  const read = readNew(body, settable)
  if (!read.accepted) return newPage(visit, body, read.problems)
  const id = await addReview(db, read.value)
  if (id === null) return newPage(visit, body, [{ field: 'dueOn', text: 'A review of this is set for that day already' }])
  return redirect(`reviews/${id}`, `A review is set for ${dayLabel(read.value.dueOn)}`)
}

async function newPage(visit: Visit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const { subjects, groups } = await settableBy(visit)
  const view = {
    title: 'Set a review date',
    fields: { expected: '', ...entered(fields) },
    subjects: subjectItems(subjects, text(fields, 'of')),
    groups: groupItems(groups, text(fields, 'groupId'), 'Whose it is'),
    breadcrumbs: toReviews,
  }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

/** Officers set dates for everything, others for what is of the groups whose plans they keep. */
async function settableBy({ db, today, visitor }: Visit): Promise<Settable> {
  const reach = reachOf('keep-plans', visitor)
  const [all, groups] = await Promise.all([subjects(db), groupsToChoose(db, today)])
  const theirs = groups.filter(({ id }) => isWithin(reach, id))
  const groupIds = theirs.map(({ id }) => id)
  return { groups: theirs, subjects: reach === 'everybody' ? all : all.filter(each => isOfThese(groupIds, each)) }
}

export const newYear: Handler = async visit => yearPage(visit, {})

export const createYear: Handler = async visit => {
  const { db, body } = visit
  const plans = await plansBeginning(db)
  const those = plans.filter(({ startsOn, endsOn }) => `${startsOn}_${endsOn}` === text(body, 'year'))
  const days = readDays(text(body, 'days'))
  if (those.length === 0 || !days.accepted)
    return yearPage(visit, body, [
      ...(those.length === 0 ? [{ field: 'year', text: 'Select the year of the plans' }] : []),
      ...(days.accepted ? [] : days.problems),
    ])
  let added = 0
  for (const { id, groupId } of those)
    for (const dueOn of days.value) if ((await addReview(db, { of: { kind: 'plan', id }, groupId, dueOn })) !== null) added++
  const before = those.length * days.value.length - added
  return redirect(
    'reviews?of=plan',
    `${added === 1 ? '1 review is' : `${added} reviews are`} set for ${those.length === 1 ? '1 plan' : `${those.length} plans`}${before === 0 ? '' : `; ${before} had been set before`}`,
  )
}

async function yearPage({ db }: Visit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const years = Map.groupBy(await plansBeginning(db), ({ startsOn, endsOn }) => `${startsOn}_${endsOn}`)
  const view = {
    title: 'Set review dates for all plans of a year',
    fields: { days: '', ...entered(fields) },
    years: [
      { value: '', text: '' },
      ...[...years].map(([value, plans]) => ({
        value,
        text: `${plans[0] === undefined ? '' : periodLabel(plans[0], null)} (${plans.length === 1 ? '1 plan' : `${plans.length} plans`})`,
        selected: value === text(fields, 'year'),
      })),
    ],
    breadcrumbs: toReviews,
  }
  return page(template(import.meta.url, 'year.njk'), view, problems)
}

export const editReview: Handler = async visit => {
  const asked = await reviewKept(visit)
  return asked.heldOn === null ? editPage(visit, asked, reviewFields(asked)) : redirect(`reviews/${asked.reviewId}`, alreadyHeld)
}
const alreadyHeld = 'This review was held, and its date stays as it was'

export const updateReview: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await reviewKept(visit, true)
  const typed: ReviewFields = { dueOn: text(body, 'dueOn').trim(), groupId: text(body, 'groupId'), expected: plain(text(body, 'expected')) }
  if (asked.heldOn !== null) return editPage(visit, asked, typed, [{ text: alreadyHeld }])
  const reach = reachOf('keep-plans', visit.visitor)
  const read = readChange(
    body,
    (await groupsToChoose(db, today)).filter(({ id }) => isWithin(reach, id)),
  )
  if (!read.accepted) return editPage(visit, asked, typed, read.problems, text(body, 'edition'))
  const now = reviewFields(asked)
  const meanwhile = overtaken(text(body, 'edition'), { ...typed, dueOn: dayLabel(read.value.dueOn) }, now, reviewFieldsInWords(asked))
  if (meanwhile.length > 0) return editPage(visit, asked, typed, meanwhile)
  const others = await reviewsOf(db, asked)
  if (others.some(each => each.reviewId !== asked.reviewId && each.dueOn === read.value.dueOn))
    return editPage(visit, asked, typed, [{ field: 'dueOn', text: 'Another review of this is set for that day' }], text(body, 'edition'))
  await changeReview(db, asked.reviewId, read.value)
  return redirect(`reviews/${asked.reviewId}`, 'The review is saved')
}

async function editPage(
  { db, today, visitor }: Visit,
  asked: Review,
  fields: ReviewFields,
  problems: readonly Problem[] = [],
  edition = editionOf(reviewFields(asked)),
): Promise<Answer> {
  const reach = reachOf('keep-plans', visitor)
  const groups = (await groupsToChoose(db, today)).filter(({ id }) => isWithin(reach, id))
  const view = {
    title: 'Change the review',
    caption: subjectName(asked),
    fields,
    groups: groupItems(groups, fields.groupId, ''),
    edition,
    back: `reviews/${asked.reviewId}`,
    breadcrumbs: toReview(asked),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

export const askToRemoveReview: Handler = async visit => {
  const asked = await reviewKept(visit)
  if (asked.heldOn !== null) return redirect(`reviews/${asked.reviewId}`, 'A review that was held stays on record')
  return removalPage(asked)
}

export const deleteReview: Handler = async visit => {
  const asked = await reviewKept(visit, true)
  if (asked.heldOn !== null) return removalPage(asked, [{ text: 'This review was held meanwhile, and stays on record' }])
  await removeReview(visit.db, asked.reviewId)
  return redirect('reviews', `The review of ${subjectName(asked)} on ${dayLabel(asked.dueOn)} is taken out`)
}

const removalPage = (asked: Review, problems: readonly Problem[] = []): Answer =>
  page(
    template(import.meta.url, 'confirm.njk'),
    {
      title: 'Take out this review date',
      caption: `${subjectName(asked)}, ${dayLabel(asked.dueOn)}`,
      sentence: 'It is not on the list any more, and nobody is reminded of it. What is reviewed stays as it is.',
      button: 'Take it out',
      back: `reviews/${asked.reviewId}`,
      breadcrumbs: toReview(asked),
    },
    problems,
  )

export const askToHold: Handler = async visit => {
  const asked = await reviewKept(visit)
  const told = await toldOf(visit.db, asked, visit.today)
  const fields = holdingFields(asked, told)
  return holdingPage(
    visit,
    asked,
    { ...fields, heldOn: fields.heldOn || dayLabel(visit.today), nextOn: '' },
    [],
    editionOf(fieldsOf(fields)),
  )
}

export const hold: Handler = async visit => {
  const { db, body, today, visitor } = visit
  const asked = await reviewKept(visit, true)
  const typed = { ...fieldsOf(body), nextOn: text(body, 'nextOn').trim() }
  const read = readHolding(body, await placesFor(visit, asked), today)
  if (!read.accepted) return holdingPage(visit, asked, typed, read.problems, text(body, 'edition'))
  // What is known may have changed since the form was opened; only what somebody has written counts.
  const now = holdingFields(asked, { expected: '', happened: '' })
  const meanwhile =
    asked.heldOn === null
      ? []
      : overtaken(text(body, 'edition'), { ...typed, heldOn: dayLabel(read.value.heldOn) }, now, holdingInWords(now))
  if (meanwhile.length > 0) return holdingPage(visit, asked, typed, meanwhile, editionOf(now))
  const { nextOn, ...held } = read.value
  await holdReview(db, asked.reviewId, { ...held, byName: visitor.name })
  const added = nextOn === null ? null : await addReview(db, { of: asked, groupId: asked.groupId, dueOn: nextOn })
  const next =
    nextOn === null ? '' : added === null ? `. One was set for ${dayLabel(nextOn)} already` : `. The next is set for ${dayLabel(nextOn)}`
  return redirect(`reviews/${asked.reviewId}`, `The review is recorded${next}`)
}

const plain = (typed: string): string => typed.replaceAll('\r\n', '\n').trim()
const fieldsOf = (fields: Fields): HoldingFields => ({
  heldOn: text(fields, 'heldOn').trim(),
  meetingId: text(fields, 'meetingId'),
  decisionId: text(fields, 'decisionId'),
  stepId: text(fields, 'stepId'),
  expected: plain(text(fields, 'expected')),
  happened: plain(text(fields, 'happened')),
  changed: plain(text(fields, 'changed')),
})

async function placesFor({ db, today }: Pick<Visit, 'db' | 'today'>, asked: Review): Promise<Places> {
  const [meetings, decisions, revisions] = await Promise.all([
    meetingsToChoose(db, today),
    decisionsToChoose(db, today),
    asked.kind === 'plan' && asked.id !== null ? revisionsOf(db, asked.id) : [],
  ])
  return { meetings, decisions, revisions }
}

async function holdingPage(
  visit: Visit,
  asked: Review,
  fields: HoldingFields & { readonly nextOn: string },
  problems: readonly Problem[],
  edition: string,
): Promise<Answer> {
  const isHeld = asked.heldOn !== null
  const view = {
    title: isHeld ? 'Correct what the review says' : 'Record the review',
    caption: `${subjectName(asked)}, due on ${dayLabel(asked.dueOn)}`,
    fields,
    ...placesView(await placesFor(visit, asked), fields),
    isHeld,
    edition,
    back: `reviews/${asked.reviewId}`,
    breadcrumbs: toReview(asked),
  }
  return page(template(import.meta.url, 'hold.njk'), view, problems)
}

export const askToReopen: Handler = async visit => {
  const asked = await reviewKept(visit)
  return asked.heldOn === null ? redirect(`reviews/${asked.reviewId}`, 'This review is still to be held') : reopeningPage(asked)
}

export const reopen: Handler = async visit => {
  const asked = await reviewKept(visit, true)
  await reopenReview(visit.db, asked.reviewId)
  return redirect(`reviews/${asked.reviewId}`, 'The review is to be held again')
}

const reopeningPage = (asked: Review): Answer =>
  page(template(import.meta.url, 'confirm.njk'), {
    title: 'It was not held',
    caption: `${subjectName(asked)}, ${dayLabel(asked.heldOn ?? asked.dueOn)}`,
    sentence: 'The review is to be held again by its date. What was written waits in its form, and the history keeps that it was recorded.',
    button: 'It was not held',
    back: `reviews/${asked.reviewId}`,
    breadcrumbs: toReview(asked),
  })

/** On the page of a plan or an indicator, which may be kept for everybody alike. */
async function reviewsPart(visit: Pick<Visit, 'db' | 'today' | 'visitor'>, of: SubjectRef): Promise<ShownPart | null> {
  const reviews = await reviewsSeen(visit, reviewsOf(visit.db, of))
  const maySet = mayManagePerformance(visit.visitor)
  if (reviews.length === 0 && !maySet) return null
  return {
    title: 'Reviews',
    template: template(import.meta.url, 'part.njk'),
    view: partView(reviews, visit.today, maySet ? `reviews/new?of=${subjectKey(of)}` : ''),
  }
}
export const reviewsOfPlan = (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, planId: number) =>
  reviewsPart(visit, { kind: 'plan', id: planId })
export const reviewsOfIndicator = (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, indicatorId: number) =>
  reviewsPart(visit, { kind: 'indicator', id: indicatorId })

const fewAtHome = 6
const soonInDays = 30

/** For home: what is overdue or due within a month, for whoever keeps it. A capacity is read of those alone who keep the plans of some group. */
export async function reviewsAtHome({ db, today, visitor }: Pick<Visit, 'db' | 'today' | 'visitor'>): Promise<ShownPart | null> {
  if (!mayKeepReviews(visitor)) return null
  const reach = reachOf('keep-plans', visitor)
  const theirs = (await reviewsToHold(db)).filter(each => isWithin(reach, each.groupId) && isSoon(each.dueOn, today))
  if (theirs.length === 0) return null
  return {
    title: 'Reviews to be held',
    template: template(import.meta.url, 'at-home.njk'),
    view: { reviews: theirs.slice(0, fewAtHome).map(each => rowView(each, today)), more: theirs.length > fewAtHome },
  }
}
const isSoon = (dueOn: Day, today: Day): boolean => dueOn <= addDays(today, soonInDays)
