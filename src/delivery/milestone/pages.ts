import { reachOf, type ShownPart } from '../../partnership/index.ts'
import { download, type Handler, mayTakePart, page, template, text, type Visit } from '../../platform/web/index.ts'
import { sightIn } from '../plan/sight.ts'
import { horizonEnd, horizons } from './milestone.ts'
import { milestonesDue } from './store.ts'
import { type Asked, isAskedFor, milestonesCsv, milestonesView, rowOf } from './view.ts'

export const listMilestones: Handler = async visit => {
  const { due, asked } = await dueAsked(visit)
  return page(template(import.meta.url, 'list.njk'), milestonesView(due, asked, visit.today))
}

export const downloadMilestones: Handler = async visit => {
  const { due, asked } = await dueAsked(visit)
  const wanted = due.filter(each => isAskedFor(each, asked))
  return download(`milestones-${visit.today}.csv`, 'text/csv; charset=utf-8', milestonesCsv(wanted, visit.today))
}

async function dueAsked({ db, query, today, visitor }: Visit) {
  const horizon = horizons.find(each => String(each) === text(query, 'within')) ?? 6
  const asked: Asked = { horizon, group: text(query, 'group'), lead: text(query, 'lead') }
  const due = await milestonesDue(db, { to: horizonEnd(today, horizon), sight: sightIn(reachOf('see-confidential', visitor)) })
  return { due, asked }
}

/** For home: what somebody is to reach, in person or by a seat, overdue or within three months. */
export async function myMilestonesPart({ db, today, visitor }: Visit): Promise<ShownPart | null> {
  if (!mayTakePart(visitor) || (visitor.role === 'reader' && visitor.duties.length === 0)) return null
  const { personId, seats } = visitor.capacity
  const mine = new Set([...(personId === null ? [] : [`person-${personId}`]), ...seats.map(({ seatId }) => `seat-${seatId}`)])
  if (mine.size === 0) return null
  const due = await milestonesDue(db, { to: horizonEnd(today, 3), sight: sightIn(reachOf('see-confidential', visitor)) })
  const own = due.filter(({ owners }) => owners.some(({ key }) => mine.has(key)))
  if (own.length === 0) return null
  return {
    title: 'Your milestones',
    template: template(import.meta.url, 'mine.njk'),
    view: { milestones: own.slice(0, shownAtHome).map(each => rowOf(each, today)) },
  }
}
const shownAtHome = 6
