import { type Day, dayLabel } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import { reachOf } from '../../partnership/index.ts'
import { paceOf } from '../../performance/index.ts'
import { pngOf, timelineChart, timelineChartFile } from '../../platform/chart/index.ts'
import { download, type Handler, page, template, text, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlan, toPlans } from '../plan/frame.ts'
import { maySeePlan, planAsked } from '../plan/pages.ts'
import { planYear } from '../plan/plan.ts'
import { sightIn } from '../plan/sight.ts'
import { allPlans } from '../plan/store.ts'
import { scheduleOf } from './store.ts'
import { countOf, type Days, timeGone } from './timeline.ts'
import { type Drawn, elapsedView, inShort, type Planned, type Progressed, timelineChartOf, timelineCsv, timelineTable } from './view.ts'

export const showTimeline: Handler = async visit => {
  const { drawn, planned } = await ofPlan(visit)
  const { plan, scheduled } = planned
  const pursued = scheduled.filter(({ isDropped }) => !isDropped)
  const time = timeGone(plan, visit.today)
  const progressed = [
    progressOf(
      'milestones',
      pursued.flatMap(({ milestones }) => milestones),
    ),
    progressOf('actions', pursued),
  ]
  return page(template(import.meta.url, 'show.njk'), {
    title: drawn.title,
    breadcrumbs: toPlan(plan),
    around: planFrame(plan, 'Timeline'),
    elapsed: elapsedView(time, progressed),
    ...shown(drawn, `plans/${plan.id}/timeline`),
  })

  function progressOf(of: Progressed['of'], days: readonly Days[]): Progressed {
    const count = countOf(days, visit.today)
    const [now, target] = [decimal(String(count.done)), decimal(String(count.all))]
    return {
      of,
      count,
      pace: count.all === 0 ? null : paceOf({ base: decimal('0'), now, target, elapsed: time.gone, total: time.total, better: 'higher' }),
    }
  }
}

/** All plans of a year on one timeline. */
export const showTimelineOfYear: Handler = async visit => {
  const { drawn, years, startsOn } = await ofYear(visit)
  return page(template(import.meta.url, 'year.njk'), {
    title: drawn.title,
    breadcrumbs: toPlans,
    years: years.map(year => ({ ...year, href: `plans/timeline?from=${year.startsOn}`, current: year.startsOn === startsOn })),
    ...shown(drawn, 'plans/timeline', startsOn === null ? '' : `?from=${startsOn}`),
  })
}

const shown = (drawn: Drawn, own: string, question = '') => ({
  wide: true,
  inShort: inShort(drawn.of, drawn.today),
  isEmpty: drawn.of.every(({ scheduled }) => scheduled.length === 0),
  draw: () => timelineChart(timelineChartOf(drawn)),
  tables: timelineTable(drawn).filter(({ rows }) => rows.length > 0),
  files: (['svg', 'png', 'csv'] as const).map(form => ({ text: form.toUpperCase(), href: `${own}.${form}${question}` })),
})

async function ofPlan(visit: Visit): Promise<{ readonly drawn: Drawn; readonly planned: Planned; readonly name: string }> {
  const plan = await planAsked(visit)
  const scheduled = await scheduleOf(visit.db, [plan.id], sightIn(reachOf('see-confidential', visit.visitor)))
  const planned = { plan, scheduled }
  const drawn = { title: `Timeline of ${plan.title}`, of: [planned], today: visit.today, isSeveral: false }
  return { drawn, planned, name: `${plan.shortName}-${plan.startsOn}-timeline` }
}

/** Of the year that is asked for, or else the latest that has begun. */
async function ofYear(visit: Visit) {
  const { db, today, query, visitor, partnership } = visit
  const plans = (await allPlans(db)).filter(plan => maySeePlan(visit, plan))
  const years = [...new Map(plans.map(plan => [plan.startsOn, { startsOn: plan.startsOn, text: planYear(plan) }])).values()]
  const startsOn: Day | null =
    (years.find(each => each.startsOn === text(query, 'from')) ?? years.find(each => each.startsOn <= today) ?? years.at(-1))?.startsOn ??
    null
  const chosen = plans.filter(plan => plan.startsOn === startsOn)
  const scheduled = await scheduleOf(
    db,
    chosen.map(({ id }) => id),
    sightIn(reachOf('see-confidential', visitor)),
  )
  const of = chosen.map(plan => ({ plan, scheduled: scheduled.filter(({ planId }) => planId === plan.id) }))
  const year = startsOn === null ? '' : ` of ${chosen[0] ? planYear(chosen[0]) : dayLabel(startsOn)}`
  const drawn: Drawn = { title: `Timeline of all plans${year}`, of, today, isSeveral: true }
  return { drawn, years, startsOn, name: `${partnership.slug}-plans-${startsOn ?? today}-timeline` }
}

type Asked = (visit: Visit) => Promise<{ readonly drawn: Drawn; readonly name: string }>
const csvOf =
  (asked: Asked): Handler =>
  async visit => {
    const { drawn, name } = await asked(visit)
    return download(`${name}.csv`, 'text/csv; charset=utf-8', timelineCsv(drawn))
  }
const svgOf =
  (asked: Asked): Handler =>
  async visit => {
    const { drawn, name } = await asked(visit)
    return download(`${name}.svg`, 'image/svg+xml; charset=utf-8', timelineChartFile(timelineChartOf(drawn)))
  }
const pngFileOf =
  (asked: Asked): Handler =>
  async visit => {
    const { drawn, name } = await asked(visit)
    return download(`${name}.png`, 'image/png', await pngOf(timelineChartFile(timelineChartOf(drawn))))
  }
export const downloadTimelineCsv = csvOf(ofPlan)
export const downloadTimelineSvg = svgOf(ofPlan)
export const downloadTimelinePng = pngFileOf(ofPlan)
export const downloadYearCsv = csvOf(ofYear)
export const downloadYearSvg = svgOf(ofYear)
export const downloadYearPng = pngFileOf(ofYear)
