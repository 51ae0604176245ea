import { groupsNamed, type Organisation, type ShownPart } from '../../partnership/index.ts'
import { type Handler, mayManagePerformance, nowhere, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import { answerableIn } from '../answerable/store.ts'
import { mayReportOn } from '../closing/reporter.ts'
import { reporterOf } from '../closing/store.ts'
import { addressOf } from '../contribution/view.ts'
import { exceptionsAskedFor } from '../exception/pages.ts'
import { dueNext } from './home.ts'
import { importsWaiting, newsOf } from './store.ts'
import { type Home, homeView } from './view.ts'

/** What there is to do for each: whoever reports sends figures, a performance officer sees to it that they come, a reader is asked for nothing. */
export const showHome =
  (others: readonly ((visit: Visit) => Promise<ShownPart | null>)[]): Handler =>
  async visit => {
    const { db, today, visitor } = visit
    const manages = mayManagePerformance(visitor)
    const asked = await exceptionsAskedFor({ db, today, query: {} }, visitor.role === 'reader' ? 'strategic' : 'executive')
    if (asked === null) return redirect('scorecard')
    const { shown, exceptions } = asked
    const { agreement, lines } = shown
    const reporter = reporterOf(visitor)
    const [answerable, news, waiting, contributions, ...parts] = await Promise.all([
      answerableIn(db, agreement.id),
      newsOf(db, agreement.id, agreement.areaId, 8),
      manages ? importsWaiting(db) : [],
      contributionsOf(visit, shown.leads),
      ...others.map(part => part(visit)),
    ])
    const due = lines.flatMap(({ standing, assessment }) => {
      const { id } = standing.indicator
      const next = dueNext(standing, assessment, today)
      return next ? [{ indicatorId: id, due: next, isMine: mayReportOn(reporter, answerable.get(id) ?? nobodyAnswers) }] : []
    })
    const asks = manages ? 'all' : visitor.role === 'contributor' || due.some(({ isMine }) => isMine) ? 'mine' : 'nothing'
    return page(template(import.meta.url, 'show.njk'), {
      ...homeView({ name: visitor.name, shown, exceptions, due, news, waiting, asks, contributions }),
      parts: parts.filter(part => part !== null),
    })
  }

/** The organisations and groups of whoever comes. A capacity is read of those alone who have one: a page for which it was read is kept for nobody else. */
async function contributionsOf({ db, visitor }: Visit, all: readonly Organisation[]): Promise<Home['contributions']> {
  const hasOne = visitor.role === 'contributor' || visitor.duties.length > 0
  const { organisationIds, coordinates, seats } = hasOne ? visitor.capacity : nowhere.capacity
  const theirs = [...organisationIds, ...coordinates]
  const groups = await groupsNamed(
    db,
    seats.map(({ groupId }) => groupId),
  )
  return [
    ...all.filter(({ id }) => theirs.includes(id)).map(({ id, name }) => ({ name, href: addressOf({ organisationId: id }) })),
    ...groups.map(({ id, name }) => ({ name, href: addressOf({ groupId: id }) })),
  ]
}
