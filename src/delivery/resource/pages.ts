import { type Part, reachOf } from '../../partnership/index.ts'
import { download, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { planAsked } from '../plan/pages.ts'
import { sightIn } from '../plan/sight.ts'
import { putInBy, takings } from './store.ts'
import { putInView, resourcesCsv, resourcesView } from './view.ts'

export const showResources: Handler = async visit => {
  const { plan, asked } = await takingsAsked(visit)
  return page(template(import.meta.url, 'show.njk'), {
    title: `Resources of ${plan.title}`,
    breadcrumbs: toPlan(plan),
    around: planFrame(plan, 'Resources'),
    ...resourcesView(plan, asked),
  })
}

export const downloadResources: Handler = async visit => {
  const { plan, asked } = await takingsAsked(visit)
  return download(`${plan.shortName}-${plan.startsOn}-resources.csv`, 'text/csv; charset=utf-8', resourcesCsv(asked))
}

async function takingsAsked(visit: Visit) {
  const plan = await planAsked(visit)
  return { plan, asked: await takings(visit.db, plan.id, sightIn(reachOf('see-confidential', visit.visitor))) }
}

/** What an organisation puts into the plans that are in force. */
export const resourcesPart: Part = async ({ db, visitor }, of) => {
  if (!('organisationId' in of)) return null
  const all = await putInBy(db, of.organisationId, sightIn(reachOf('see-confidential', visitor)))
  return all.length === 0
    ? null
    : { title: 'People and money in plans', template: template(import.meta.url, 'part.njk'), view: putInView(all) }
}
