import { idOf } from '../../kernel/ids.ts'
import { areas, organisations } from '../../partnership/index.ts'
import {
  download,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { agreements } from '../agreement/store.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { withRollUps } from '../roll-up/store.ts'
import { chosenPeriod, periodsToChoose } from '../scorecard/period-choice.ts'
import { currentAgreement } from '../scorecard/scorecard.ts'
import { themesOf } from '../scorecard/store.ts'
import { assessmentOf } from '../standing/standing.ts'
import { standingsIn } from '../standing/store.ts'
import { across, heatTable, offTargetIn, rowsIn } from './heat-table.ts'
import { type Asked, addressOf, heatTableCsv, heatTableName, heatTableView } from './view.ts'

export const showHeatTable: Handler = async visit => {
  const asked = await heatTableAskedFor(visit)
  if (asked === null) return redirect('scorecard')
  const number = pageNumber(text(visit.query, 'page'))
  const view = heatTableView(asked, { before: rowsBefore(number), count: pageSize })
  return page(template(import.meta.url, 'show.njk'), { ...view, pages: pagination(rowsIn(asked.table.blocks), number, addressOf(asked)) })
}

export const downloadHeatTable: Handler = async visit => {
  const asked = found(await heatTableAskedFor(visit))
  return download(`${heatTableName(asked)}.csv`, 'text/csv; charset=utf-8', heatTableCsv(asked))
}

/** The areas in which each indicator is off target today, by name: what other modules call hotspots. */
export async function areasOffTarget({ db, today }: Pick<Visit, 'db' | 'today'>): Promise<OffTarget[]> {
  const asked = await heatTableAskedFor({ db, query: {}, today })
  if (asked === null) return []
  const names = new Map(asked.areas.map(({ id, name }) => [id, name]))
  return offTargetIn(asked.table).map(({ indicator: { id, reference, title }, areaIds }) => ({
    indicatorId: id,
    name: `${reference ?? ''} ${title}`.trim(),
    areas: areaIds.map(areaId => names.get(areaId) ?? ''),
  }))
}
export type OffTarget = { readonly indicatorId: IndicatorId; readonly name: string; readonly areas: readonly string[] }

/** Enough to judge by. */
const fewReturns = 6

/** Eight queries and, where a roll-up is judged, one more, whatever the number of indicators and areas. Null where there is no agreement. */
async function heatTableAskedFor({ db, query, today }: Pick<Visit, 'db' | 'query' | 'today'>): Promise<Asked | null> {
  const [allAgreements, allAreas, allOrganisations] = await Promise.all([agreements(db), areas(db), organisations(db)])
  const askedAgreement = text(query, 'agreement')
  const agreement =
    askedAgreement === '' ? currentAgreement(allAgreements, today) : found(allAgreements.find(({ id }) => id === idOf(askedAgreement)))
  if (agreement === null) return null

  const askedArea = text(query, 'area')
  const areaId = askedArea === '' ? agreement.areaId : found(allAreas.find(({ id }) => id === idOf(askedArea))).id
  const chosen = chosenPeriod(text(query, 'period'))
  const areaIds = across(allAreas, areaId)
  const leads = new Map(allOrganisations.map(({ id, name }) => [id, name]))
  const reach = { areaIds, by: chosen?.endsOn ?? null, last: fewReturns }
  const [themes, standings] = await Promise.all([
    themesOf(db, agreement.id),
    standingsIn(db, { agreementId: agreement.id }, reach, leads).then(each => withRollUps(db, each, allAreas, reach.by)),
  ])
  const theme = text(query, 'theme') === 'none' ? 'none' : idOf<'theme'>(text(query, 'theme'))
  const lines = standings.map(standing => ({ standing, assessment: assessmentOf(standing, chosen, today) }))
  return {
    agreements: allAgreements,
    agreement,
    areas: allAreas,
    areaId,
    themes,
    theme,
    chosen,
    periods: periodsToChoose(agreement.firstYear, agreement.lastYear, today),
    table: heatTable(lines, themes, theme, areaIds),
    today,
  }
}
