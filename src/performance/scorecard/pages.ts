import { idOf } from '../../kernel/ids.ts'
import { type Area, areas, neighboursOf, organisations } from '../../partnership/index.ts'
import { sparkline } from '../../platform/chart/index.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import {
  download,
  type Fields,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  rowsBefore,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { agreements } from '../agreement/store.ts'
import type { Around } from '../around/pages.ts'
import { lockings, reportedBeforeUnlocking } from '../closing/store.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { withRollUps } from '../roll-up/store.ts'
import { savedViews } from '../saved-view/store.ts'
import { standInsIn } from '../stand-in/store.ts'
import { inOrder } from '../standing/area-order.ts'
import { type Judgement, judgementIn, type Trend } from '../standing/glance.ts'
import { assessmentOf, type Standing } from '../standing/standing.ts'
import { standingsIn } from '../standing/store.ts'
import { scorecardCsv, scorecardTable } from './csv.ts'
import { chosenPeriod, periodsToChoose } from './period-choice.ts'
import { currentAgreement, distinct, type Filter, isMeant, isResult, isTurn, rowsFrom, scorecard, sortings } from './scorecard.ts'
import { themesOf } from './store.ts'
import { columns, noAgreementView, papers, type Shown, scorecardView } from './view.ts'

const scorecardPage = template(import.meta.url, 'show.njk')

/** So that the view, which is pure, and the pictures, which are the platform's, agree on what a trend is. */
const draw: { readonly sparkline: (trend: Trend) => string } = { sparkline }

export const showScorecard =
  (around: Around): Handler =>
  async visit => {
    const read = await scorecardAskedFor(visit, tallied)
    const asked = read && text(visit.query, 'with') === 'assurance' ? await withBeside(visit, read, around) : read
    if (asked === null) return page(scorecardPage, { ...noAgreementView(), draw })
    if (asked.turn !== 'area') return page(scorecardPage, { ...scorecardView(asked), pages: null, draw })

    const number = pageNumber(text(visit.query, 'page'))
    const view = scorecardView(await withTrends(visit, { ...asked, rows: { before: rowsBefore(number), count: pageSize } }))
    return page(scorecardPage, { ...view, pages: pagination(view.total, number, view.pagesHref), draw })
  }

export const downloadScorecard =
  (around: Around): Handler =>
  async visit => {
    const table = scorecardTable(await withBeside(visit, found(await scorecardAskedFor(visit)), around))
    return download(`${table.name}.csv`, 'text/csv; charset=utf-8', scorecardCsv(table))
  }

/** The same for a spreadsheet program, in its own form. */
const downloadAs =
  (form: SheetForm) =>
  (around: Around): Handler =>
  async visit => {
    const table = scorecardTable(await withBeside(visit, found(await scorecardAskedFor(visit)), around))
    return download(`${table.name}.${form}`, sheetTypes[form], await sheet(table, form))
  }
export const downloadScorecardXlsx = downloadAs('xlsx')
export const downloadScorecardOds = downloadAs('ods')

/** The last returns that a trend is made of; and those that are enough to judge by, where only some of the rows are shown. */
const [drawn, tallied] = [13, 6]

/** Ten queries, and one more turned by area, whatever the number of indicators, areas and years. Turned so only the last returns `inAreas` are read. */
export async function scorecardAskedFor(
  { db, query, today }: Pick<Visit, 'db' | 'query' | 'today'>,
  inAreas = drawn,
): Promise<Shown | null> {
  const [allAgreements, allAreas, allOrganisations] = await Promise.all([agreements(db), areas(db), organisations(db)])
  const asked = text(query, 'agreement')
  const agreement = asked === '' ? currentAgreement(allAgreements, today) : found(allAgreements.find(({ id }) => id === idOf(asked)))
  if (agreement === null) return null

  const askedArea = text(query, 'area')
  const areaId = askedArea === '' ? agreement.areaId : found(allAreas.find(({ id }) => id === idOf(askedArea))).id
  const chosen = chosenPeriod(text(query, 'period'))
  const by = text(query, 'by')
  const turn = isTurn(by) ? by : 'theme'
  const reach = {
    areaIds: turn === 'area' ? areasInOrder(allAreas, agreement.areaId, await neighboursOf(db, agreement.areaId)) : [areaId],
    by: chosen?.endsOn ?? null,
    last: turn === 'area' ? inAreas : drawn,
    ...(turn === 'area' && inAreas === tallied ? {} : { withSeries: true as const }),
  }
  const leads = new Map(allOrganisations.map(({ id, name }) => [id, name]))
  const [themes, standings, standIns, views, reported, locked] = await Promise.all([
    themesOf(db, agreement.id),
    standingsIn(db, { agreementId: agreement.id }, reach, leads).then(each => withRollUps(db, each, allAreas, reach.by)),
    standInsIn(db),
    savedViews(db),
    reportedBeforeUnlocking(db, agreement.id, reach.areaIds),
    chosen === null ? [] : lockings(db, agreement.id, chosen),
  ])
  const counted = turn === 'area' ? areaByArea(standings, reach.areaIds, agreement.areaId) : standings
  return {
    agreements: allAgreements,
    agreement,
    areas: allAreas,
    areaId,
    themes,
    standIns,
    lines: counted.map(standing => ({ standing, assessment: assessmentOf(standing, chosen, today) })),
    chosen,
    periods: periodsToChoose(agreement.firstYear, agreement.lastYear, today),
    filter: filterFrom(query),
    turn,
    sorting: sortings.find(name => name === text(query, 'sort')) ?? 'reference',
    hidden: columns.filter(name => texts(query, 'hide').includes(name)),
    leads: allOrganisations,
    savedViews: views,
    paper: papers.find(name => name === text(query, 'paper')) ?? null,
    rows: null,
    reported,
    lockings: locked,
    beside: null,
    today,
  }
}

/** With what modules above say beside the judgements, in their queries. */
export const withBeside = async ({ db, today }: Pick<Visit, 'db' | 'today'>, shown: Shown, around: Around): Promise<Shown> => ({
  ...shown,
  beside: await around({ db, today }, shown.areaId, shown.chosen),
})

export type InShort = {
  readonly agreement: string
  readonly judged: number
  readonly of: number
  readonly bands: readonly { readonly name: string; readonly words: string; readonly count: number }[]
}

/** How many indicators of today's agreement are judged how, for whoever lays partnerships side by side; null where there is no agreement. */
export async function scorecardInShort(db: Visit['db'], today: Visit['today']): Promise<InShort | null> {
  const asked = await scorecardAskedFor({ db, today, query: {} }, tallied)
  if (asked === null) return null
  const { agreement, headline, bands } = scorecardView(asked)
  return {
    agreement: agreement.title,
    judged: headline.judged,
    of: headline.of,
    bands: bands.map(({ name, words, count }) => ({ name, words, count })),
  }
}

/** What the scorecard says of each of these today, in its agreement's own area: ten queries, whatever their number. */
export async function verdictsOf(
  db: Visit['db'],
  indicatorIds: readonly number[],
  today: Visit['today'],
): Promise<ReadonlyMap<number, Judgement>> {
  if (indicatorIds.length === 0) return new Map()
  const [allAgreements, allAreas, allOrganisations] = await Promise.all([agreements(db), areas(db), organisations(db)])
  const own = new Map(allAgreements.map(({ id, areaId }) => [id, areaId]))
  const standings = await standingsIn(
    db,
    { indicatorIds: indicatorIds as readonly IndicatorId[] },
    { areaIds: [...new Set(own.values())], by: null, last: tallied },
    new Map(allOrganisations.map(({ id, name }) => [id, name])),
  )
  const inOwn = standings.filter(({ indicator, areaId }) => own.get(indicator.agreementId) === areaId)
  return new Map(
    (await withRollUps(db, inOwn, allAreas, null)).map(each => [each.indicator.id, judgementIn(assessmentOf(each, null, today))]),
  )
}

/** What the agreement's area is only compared with is nobody's performance here. */
const areasInOrder = (all: readonly Area[], ownId: Area['id'], neighbours: ReadonlySet<Area['id']>): Area['id'][] =>
  inOrder(all, new Set(all.map(({ id }) => id).filter(id => !neighbours.has(id))), ownId).map(({ area }) => area.id)

function areaByArea(standings: readonly Standing[], areaIds: readonly Area['id'][], ownId: Area['id']): Standing[] {
  const inArea = Map.groupBy(
    standings.filter(standing => isMeant(standing, ownId)),
    ({ areaId }) => areaId,
  )
  return areaIds.flatMap(areaId => inArea.get(areaId) ?? [])
}

/** Four more queries: the rows of a page are read again with all that their trends want, whereas to count the others takes little. */
async function withTrends({ db }: Visit, shown: Shown): Promise<Shown> {
  const { agreement, chosen, lines, themes, filter, turn, sorting, rows } = shown
  const { sections } = scorecard(lines, themes, filter, turn, sorting)
  const onPage = distinct(rows === null ? sections : rowsFrom(sections, rows.before, rows.count))
  const areaIds = [...new Set(onPage.map(({ standing }) => standing.areaId))]
  const own = await standingsIn(
    db,
    { agreementId: agreement.id },
    { areaIds, by: chosen?.endsOn ?? null, last: drawn, withSeries: true },
    new Map(),
  )
  const whole = await withRollUps(db, own, shown.areas, chosen?.endsOn ?? null)
  const read = new Map(whole.map(standing => [placeOf(standing), standing]))
  return {
    ...shown,
    lines: lines.map(line => ({
      ...line,
      standing: { ...line.standing, ...trendOf(read.get(placeOf(line.standing)) ?? line.standing) },
    })),
  }
}

const trendOf = ({ returns, series }: Standing) => ({ returns, series })

const placeOf = ({ indicator, areaId }: Standing): string => `${indicator.id} ${areaId}`

function filterFrom(query: Fields): Filter {
  const [theme, lead, result] = ['theme', 'lead', 'judgement'].map(name => text(query, name))
  return {
    theme: theme === 'none' ? 'none' : idOf<'theme'>(theme ?? ''),
    lead: lead === 'none' ? 'none' : idOf<'organisation'>(lead ?? ''),
    result: result !== undefined && isResult(result) ? result : null,
    find: text(query, 'find').replace(/\s+/g, ' ').trim().slice(0, 100),
  }
}
