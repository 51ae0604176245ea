import { idOf } from '../../kernel/ids.ts'
import { parsePeriodCode, periodCode } from '../../kernel/period.ts'
import { type Area, areas, neighboursOf } from '../../partnership/index.ts'
import { lineChart, multiplesFile, pngOf, type RankChart, rankChartFile, rankChartOfEitherWidth } from '../../platform/chart/index.ts'
import { download, found, type Handler, page, template, text, type Visit } from '../../platform/web/index.ts'
import { agreement } from '../agreement/store.ts'
import { keptIndicator } from '../indicator/store.ts'
import { inOrder } from '../standing/area-order.ts'
import { plainName } from '../standing/file-name.ts'
import { areasOf, standingsIn } from '../standing/store.ts'
import { compareAreas, type Figure, type Group, groups } from './comparison.ts'
import { figuresIn, periodsWithFigure } from './store.ts'
import { type Compared, comparisonCsv, comparisonView } from './view.ts'

/** More small charts than that are no longer seen together. */
const mostMultiples = 20

export const showComparison: Handler = async visit => {
  const draw = { ranks: (chart: RankChart) => rankChartOfEitherWidth(chart), line: lineChart }
  return page(template(import.meta.url, 'show.njk'), { ...comparisonView(await comparedIn(visit)), draw })
}

export const downloadComparison: Handler = async visit => {
  const compared = await comparedIn(visit)
  return download(`${fileName(compared, 'compared')}.csv`, 'text/csv; charset=utf-8', comparisonCsv(compared))
}

const fileName = ({ indicator, area, period }: Compared, what: string): string =>
  plainName([indicator.reference ?? indicator.title.slice(0, 60), area.name, what, period === null ? '' : periodCode(period)].join(' '))

/** The picture of places, and that of the areas over time, to take away. */
const rankPicture = (compared: Compared): string => rankChartFile(found(comparisonView(compared).chart))
function multiplesPicture(compared: Compared): string {
  const { multiples: charts, indicator } = comparisonView(compared)
  found(charts[0])
  return multiplesFile({ id: 'areas', title: `${indicator}: areas over time`, description: `${charts.length} areas on one scale.`, charts })
}

const downloadPicture =
  (what: string, drawn: (compared: Compared) => string, form: 'svg' | 'png'): Handler =>
  async visit => {
    const compared = await comparedIn(visit)
    const [name, picture] = [fileName(compared, what), drawn(compared)]
    if (form === 'svg') return download(`${name}.svg`, 'image/svg+xml; charset=utf-8', picture)
    return download(`${name}.png`, 'image/png', await pngOf(picture))
  }
export const downloadRanksSvg = downloadPicture('compared', rankPicture, 'svg')
export const downloadRanksPng = downloadPicture('compared', rankPicture, 'png')
export const downloadMultiplesSvg = downloadPicture('areas', multiplesPicture, 'svg')
export const downloadMultiplesPng = downloadPicture('areas', multiplesPicture, 'png')

/** Ten queries, whatever the number of areas. */
async function comparedIn({ db, params, query }: Visit): Promise<Compared> {
  const id = found(idOf<'indicator'>(params['id']))
  const [indicator, all, withData] = await Promise.all([keptIndicator(db, id).then(found), areas(db), areasOf(db, id)])
  const ownAreaId = found(await agreement(db, indicator.agreementId)).areaId
  const asked = text(query, 'area')
  const area = found(all.find(each => each.id === (asked === '' ? ownAreaId : idOf<'area'>(asked))))
  const [periods, neighbours] = await Promise.all([periodsWithFigure(db, id, area.id), neighboursOf(db, area.id)])
  const chosen = parsePeriodCode(text(query, 'period'))
  const period = chosen ?? periods[0] ?? null
  const figures = period === null ? [] : await figuresIn(db, id, period)

  const offered = groups.filter(
    group => group === 'all' || figures.some(each => each.areaId !== area.id && isIn(group, each, area, all, neighbours)),
  )
  const wanted = groups.find(group => group === text(query, 'with')) ?? null
  const group = (wanted !== null && offered.includes(wanted) ? wanted : offered[0]) ?? 'all'
  const among = figures.filter(each => each.areaId === area.id || isIn(group, each, area, all, neighbours))
  const areaIds = among.length <= mostMultiples ? among.map(({ areaId }) => areaId) : []
  return {
    indicator,
    area,
    ownAreaId,
    areas: inOrder(all, new Set([...withData, area.id, ownAreaId]), ownAreaId).map(each => each.area),
    periods,
    period,
    group,
    offered,
    comparison: compareAreas(among, area.id, indicator),
    standings: await standingsIn(db, { indicatorId: id }, { areaIds, by: period?.endsOn ?? null, last: 13 }, new Map()),
  }
}

function isIn(group: Group, { areaId }: Figure, area: Area, all: readonly Area[], neighbours: ReadonlySet<Area['id']>): boolean {
  const there = all.find(({ id }) => id === areaId)
  if (there === undefined) return false
  if (group === 'neighbours') return neighbours.has(areaId)
  if (group === 'kind') return there.kind === area.kind
  return group === 'all' || (area.parentId !== null && there.parentId === area.parentId)
}
