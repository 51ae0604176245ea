import { type Handler, mayManagePerformance, page, redirect, template } from '../../platform/web/index.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import { answerableIn } from '../answerable/store.ts'
import { mayReportOn } from '../closing/reporter.ts'
import { reporterOf } from '../closing/store.ts'
import { exceptionsAskedFor } from '../exception/pages.ts'
import { dueNext } from './home.ts'
import { importsWaiting, newsOf } from './store.ts'
import { homeView } from './view.ts'

/** What there is to do for each: whoever reports sends figures, a performance officer sees to it that they come, a reader is asked for nothing. */
export const showHome: Handler = async visit => {
  const { db, today, visitor } = visit
  const manages = mayManagePerformance(visitor)
  const asked = await exceptionsAskedFor({ db, today, query: {} }, visitor.role === 'reader' ? 'strategic' : 'executive')
  if (asked === null) return redirect('scorecard')
  const { shown, exceptions } = asked
  const { agreement, lines } = shown
  const reporter = reporterOf(visitor)
  const [answerable, news, waiting] = await Promise.all([
    answerableIn(db, agreement.id),
    newsOf(db, agreement.id, agreement.areaId, 8),
    manages ? importsWaiting(db) : [],
  ])
  const due = lines.flatMap(({ standing, assessment }) => {
    const { id } = standing.indicator
    const next = dueNext(standing, assessment, today)
    return next ? [{ indicatorId: id, due: next, isMine: mayReportOn(reporter, answerable.get(id) ?? nobodyAnswers) }] : []
  })
  const asks = manages ? 'all' : visitor.role === 'contributor' || due.some(({ isMine }) => isMine) ? 'mine' : 'nothing'
  return page(template(import.meta.url, 'show.njk'), homeView({ name: visitor.name, shown, exceptions, due, news, waiting, asks }))
}
