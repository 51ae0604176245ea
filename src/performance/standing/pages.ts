import { idOf } from '../../kernel/ids.ts'
import { parsePeriodCode } from '../../kernel/period.ts'
import { type Area, areas, organisations } from '../../partnership/index.ts'
import { lineChartOfEitherWidth, sparkline } from '../../platform/chart/index.ts'
import { found, type Handler, page, pageNumber, pageSize, pagination, rowsBefore, template, text } from '../../platform/web/index.ts'
import { agreement, themesAndOutcomes } from '../agreement/store.ts'
import { keptIndicator } from '../indicator/store.ts'
import { inOrder } from './area-order.ts'
import type { ChartPicture } from './chart.ts'
import type { Trend } from './glance.ts'
import { areasOf, revisionsIn, standingsIn, wholeStanding } from './store.ts'
import { indicatorView } from './view.ts'

const indicatorPage = template(import.meta.url, 'show.njk')

/** The view is pure and the pictures are the platform's: here they agree on what a picture is made of. */
const draw: { readonly chart: (picture: ChartPicture) => string; readonly sparkline: (trend: Trend) => string } = {
  chart: lineChartOfEitherWidth,
  sparkline,
}

const revisionsShown = 100

/** Seventeen queries, whatever the number of areas, targets and returns. */
export const showIndicator: Handler = async ({ db, params, query, today }) => {
  const id = found(idOf<'indicator'>(params['id']))
  const [kept, allAreas, allOrganisations, areasWithData] = await Promise.all([
    keptIndicator(db, id).then(found),
    areas(db),
    organisations(db),
    areasOf(db, id),
  ])
  const itsAgreement = found(await agreement(db, kept.agreementId))
  const area = areaAskedFor(text(query, 'area'), allAreas, itsAgreement.areaId)
  const chosen = parsePeriodCode(text(query, 'period'))
  const leads = new Map(allOrganisations.map(({ id, name }) => [id, name]))

  const placed = inOrder(allAreas, areasWithData, itsAgreement.areaId)
  const number = pageNumber(text(query, 'page'))
  const ofPage = placed.slice(rowsBefore(number), rowsBefore(number) + pageSize)
  const reach = { areaIds: ofPage.map(({ area: { id } }) => id), by: chosen?.endsOn ?? null, last: 13 }
  const [themes, standing, standings, revisions] = await Promise.all([
    themesAndOutcomes(db, kept.agreementId),
    wholeStanding(db, id, area.id, leads).then(found),
    standingsIn(db, { indicatorId: id }, reach, leads),
    revisionsIn(db, id, area.id, revisionsShown),
  ])

  const inArea = new Map(standings.map(each => [each.areaId, each]))
  const sideBySide = ofPage.flatMap(each => {
    const there = inArea.get(each.area.id)
    return there ? [{ placed: each, standing: there }] : []
  })
  const view = indicatorView({
    kept,
    agreement: itsAgreement,
    themes,
    organisations: allOrganisations,
    areas: allAreas,
    area,
    standing,
    sideBySide,
    areasWithData,
    revisions,
    chosen,
    today,
  })
  return page(indicatorPage, { ...view, draw, areaPages: pagination(placed.length, number, `${id}${queryWithoutPage(query)}`) })
}

function areaAskedFor(asked: string, all: readonly Area[], own: Area['id']): Area {
  const wanted = asked === '' ? own : idOf<'area'>(asked)
  return found(all.find(({ id }) => id === wanted))
}

function queryWithoutPage(query: Parameters<typeof text>[0]): string {
  const kept = ['area', 'period'].map(name => [name, text(query, name)] as const).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([name, value]) => [name, value]))}`
}
