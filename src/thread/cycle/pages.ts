import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import { inPerson } from '../../partnership/index.ts'
import { laneChart, laneChartFile, pngOf } from '../../platform/chart/index.ts'
import { download, type Handler, mayTakePart, page, template, text, type Visit } from '../../platform/web/index.ts'
import { yearOfCycle } from './cycle.ts'
import { factsOfYear, yearsOfPlans } from './store.ts'
import { queryOf, type ShownYear, yearChart, yearName, yearTable, yearView } from './view.ts'

export const showYear: Handler = async visit => {
  const shown = await yearAsked(visit)
  const drawing = laneChart(yearChart(shown, ''))
  return page(template(import.meta.url, 'show.njk'), { ...yearView(shown), draw: () => drawing })
}

export const downloadYearSvg: Handler = async visit => {
  const { svg, name } = await fileAsked(visit)
  return download(`${name}.svg`, 'image/svg+xml; charset=utf-8', svg)
}
export const downloadYearPng: Handler = async visit => {
  const { svg, name } = await fileAsked(visit)
  return download(`${name}.png`, 'image/png', await pngOf(svg))
}
export const downloadYear: Handler = async visit => {
  const shown = await yearAsked(visit)
  return download(`year-${yearName(shown.year)}.csv`, 'text/csv; charset=utf-8', csv(yearTable(shown)))
}

async function fileAsked(visit: Visit) {
  const shown = await yearAsked(visit)
  const base = `${visit.origin}/${visit.partnership.slug}/cycle${queryOf(shown)}`
  return { svg: laneChartFile(yearChart(shown, base)), name: `year-${yearName(shown.year)}` }
}

/** Eleven queries, whatever the year had. */
async function yearAsked({ db, query, today, visitor }: Visit): Promise<ShownYear> {
  const asked = /^(19|20)\d\d$/.test(text(query, 'year')) ? Number(text(query, 'year')) : null
  const year = yearOfCycle(asked, today)
  const [facts, years] = await Promise.all([factsOfYear(db, year, { takesPart: mayTakePart(visitor), today }), yearsOfPlans(db)])
  const named = await inPerson(db, { groupIds: facts.groups.map(({ id }) => id), seatIds: [] }, today)
  const groupId = idOf<'group'>(text(query, 'group'))
  return {
    facts,
    year,
    groupId: facts.groups.some(({ id }) => id === groupId) ? groupId : null,
    years,
    who: new Map(named.map(({ id, words }) => [id, words])),
    today,
  }
}
