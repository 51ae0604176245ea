import { type Handler, mayManagePerformance, page, redirect, template } from '../../platform/web/index.ts'
import { mayReportOn } from '../closing/reporter.ts'
import { reporterOf } from '../closing/store.ts'
import { exceptionsAskedFor } from '../exception/pages.ts'
import { dueNext } from './home.ts'
import { contributorsIn, importsWaiting, newsOf } from './store.ts'
import { homeView } from './view.ts'

/** What there is to do for each: a contributor sends figures, a performance officer sees to it that they come, a reader is asked for nothing. */
export const showHome: Handler = async visit => {
  const { db, today, visitor } = visit
  const manages = mayManagePerformance(visitor)
  const asked = await exceptionsAskedFor({ db, today, query: {} }, visitor.role === 'reader' ? 'strategic' : 'executive')
  if (asked === null) return redirect('scorecard')
  const { shown, exceptions } = asked
  const { agreement, lines } = shown
  const [reporter, contributors, news, waiting] = await Promise.all([
    reporterOf(db, visitor),
    contributorsIn(db, agreement.id),
    newsOf(db, agreement.id, agreement.areaId, 8),
    manages ? importsWaiting(db) : [],
  ])
  const due = lines.flatMap(({ standing, assessment }) => {
    const { id, leadId } = standing.indicator
    const next = dueNext(standing, assessment, today)
    return next
      ? [{ indicatorId: id, due: next, isMine: mayReportOn(reporter, { leadId, contributorIds: contributors.get(id) ?? [] }) }]
      : []
  })
  const asks = manages ? 'all' : visitor.role === 'contributor' ? 'mine' : 'nothing'
  return page(template(import.meta.url, 'show.njk'), homeView({ name: visitor.name, shown, exceptions, due, news, waiting, asks }))
}
