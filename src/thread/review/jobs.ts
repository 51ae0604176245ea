/** Whoever keeps what is reviewed is written to once before its date and once after it: whoever writes the plan, and the lead of the group, or its chair. */
import { addDays, dayLabel } from '../../kernel/day.ts'
import { type AskedOf, whoIsAsked } from '../../partnership/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetters } from '../../platform/mail/index.ts'
import { type Review, type ReviewId, reminderFor, standWords, subjectName } from './review.ts'
import { review, reviewsToHold } from './store.ts'

export const remindOfReviews: Daily = {
  name: 'reviews',
  at: '07:15',
  work: async (db, { today, before }) => {
    const since = before ?? addDays(today, -1)
    const due = (await reviewsToHold(db)).flatMap(each => {
      const what = reminderFor(each, since, today)
      return what === null ? [] : [{ review: each, what }]
    })
    const asked = await whoIsAsked(
      db,
      due.flatMap(each => askedOf(each.review)),
      today,
    )
    for (const { review, what } of due)
      for (const { personId } of asked.filter(({ key, email }) => key === review.reviewId && email !== null))
        await post(db, {
          letter: 'review-reminds',
          about: { reviewId: review.reviewId, personId },
          key: `review ${review.reviewId} ${review.dueOn} ${what} ${personId}`,
        })
  },
}

const askedOf = ({ reviewId, groupId, leadId }: Review): AskedOf[] => [
  { key: reviewId, groupId },
  { key: reviewId, chairOf: groupId },
  ...(leadId === null ? [] : [{ key: reviewId, personId: leadId }]),
]

/** What is so when it is written: one that was held or taken out meanwhile is not written of. */
export const reviewLetters: VisitLetters = {
  'review-reminds': async ({ db, about, home, partnership, today }) => {
    const asked = await review(db, Number(about['reviewId']) as ReviewId)
    if (asked === null || asked.heldOn !== null) return null
    const to = (await whoIsAsked(db, askedOf(asked), today)).find(({ personId }) => personId === about['personId'])
    if (to === undefined || to.email === null) return null
    const isLate = asked.dueOn < today
    const name = subjectName(asked)
    return {
      to: to.email,
      name: to.name,
      subject: `${partnership}: the review of ${name} is ${isLate ? 'overdue' : `due on ${dayLabel(asked.dueOn)}`}`,
      paragraphs: [
        `${asked.group} ${isLate ? 'was to review' : 'reviews'} ${name} on ${dayLabel(asked.dueOn)} (${standWords(asked, today)}).`,
        isLate
          ? 'Please record what was expected, what happened and what is changed, or set another date.'
          : 'Its page shows what is expected and what is known so far, for the papers of your meeting.',
        `${home}/reviews/${asked.reviewId}`,
      ],
    }
  },
}
