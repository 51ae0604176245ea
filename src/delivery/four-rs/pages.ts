import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import { type Period, parsePeriodCode } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { reachOf } from '../../partnership/index.ts'
import { type Judged, judgedIndicator, levelNames, mayExplainIndicator, offTargetIn, reasonCodeNames } from '../../performance/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  entered,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { answeringGroups, aroundJudgements } from '../assurance/store.ts'
import { latestCommentary } from '../commentary/store.ts'
import { readReview } from './form.ts'
import { type Offered, type Review, reviewOf } from './four-rs.ts'
import { allReviews, keepReview, lockReviews, offeredFor, reviewsOf } from './store.ts'
import { editView, type Fields, fieldsOf, inWords, listTable, listView, reviewAddress, type Shown, type Sought, showView } from './view.ts'

export const listOffTarget: Handler = async visit => {
  const asked = await offTargetAsked(visit)
  const list = template(import.meta.url, 'list.njk')
  return asked === null
    ? page(list, { title: 'Off target', agreement: null })
    : page(list, listView(asked.agreement, asked.shown, soughtIn(visit)))
}

export const downloadOffTarget: Handler = async visit => {
  const { shown } = found(await offTargetAsked(visit))
  return download('off-target.csv', 'text/csv; charset=utf-8', csv(listTable(shown, soughtIn(visit))))
}

function soughtIn({ query }: Pick<Visit, 'query'>): Sought {
  const reviewed = text(query, 'reviewed')
  return { group: text(query, 'group'), theme: text(query, 'theme'), reviewed: reviewed === 'yes' || reviewed === 'no' ? reviewed : '' }
}

/** What the scorecard reads, and sixteen queries more, whatever the number. */
async function offTargetAsked(visit: Visit): Promise<{ readonly agreement: string; readonly shown: Shown } | null> {
  const { db, today, visitor } = visit
  const asked = await offTargetIn(visit)
  if (asked === null) return null
  const { agreement, offTarget } = asked
  const [reviews, commentary, beside, groups] = await Promise.all([
    allReviews(db),
    latestCommentary(db, agreement.areaId, null),
    aroundJudgements(visit, agreement.areaId, null),
    answeringGroups(
      db,
      offTarget.map(({ indicatorId }) => indicatorId),
      today,
    ),
  ])
  return {
    agreement: agreement.title,
    shown: {
      offTarget,
      reviews,
      commentary,
      groups,
      assurance: new Map(offTarget.map(({ indicatorId }) => [indicatorId, beside.assurance(indicatorId)])),
      reasonNames: reasonCodeNames,
      levelNames,
      mayReviewAll: reachOf('explain', visitor) === 'everybody',
    },
  }
}

type Asked = {
  readonly judged: Judged
  readonly period: Period
  readonly review: Review | null
  readonly offered: Offered
  readonly mayReview: boolean
}

/** A review is of the agreement's own area. */
async function reviewAsked({ db, params, today, visitor }: Visit): Promise<Asked> {
  const indicatorId = found(idOf<'indicator'>(params['id']))
  const period = found(parsePeriodCode(params['period'] ?? ''))
  const [judged, reviews, mayReview] = await Promise.all([
    judgedIndicator({ db, today }, indicatorId, null).then(found),
    reviewsOf(db, indicatorId),
    mayExplainIndicator(db, visitor, indicatorId),
  ])
  const review = reviewOf(reviews, { indicatorId, period })
  const offered = mayTakePart(visitor) ? await offeredFor(db, indicatorId, review, today) : { meetings: [], decisions: [] }
  return { judged, period, review, offered, mayReview }
}

export const showReview: Handler = async visit => {
  const { judged, period, review, offered, mayReview } = await reviewAsked(visit)
  return page(template(import.meta.url, 'show.njk'), showView(judged, period, review, offered, mayReview))
}

export const editReview: Handler = async visit => {
  const asked = await reviewAsked(visit)
  allow(asked.mayReview)
  return editPage(asked, fieldsOf(asked.review, visit.today))
}

export const updateReview: Handler = async visit => {
  const { db, body, today, visitor } = visit
  await lockReviews(db, found(idOf<'indicator'>(visit.params['id'])))
  const asked = await reviewAsked(visit)
  allow(asked.mayReview)
  const { judged, period, review, offered } = asked
  const form = readReview(body, offered, today)
  if (!form.accepted) return editPage(asked, entered(body), form.problems, text(body, 'edition'))
  const kept = fieldsOf(review, today)
  const meanwhile = overtaken(text(body, 'edition'), body, kept, inWords(review, offered))
  if (meanwhile.length > 0) return editPage(asked, entered(body), meanwhile, editionOf(kept))
  if (review === null && !judged.in(period).isOffTarget)
    return editPage(
      asked,
      entered(body),
      [{ text: 'It is not off target in this period any more, so there is nothing to review' }],
      text(body, 'edition'),
    )

  await keepReview(db, { indicatorId: judged.indicator.id, ...period }, form.value, visitor.name)
  return redirect(reviewAddress(judged.indicator.id, period), 'The review is saved')
}

function editPage(
  { judged, period, offered }: Asked,
  fields: Fields,
  problems: readonly Problem[] = [],
  edition = editionOf(fields),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), editView(judged, period, offered, fields, edition), problems)
}
