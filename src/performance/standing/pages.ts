import { idOf } from '../../kernel/ids.ts'
import { type Period, parsePeriodCode } from '../../kernel/period.ts'
import { type Area, type AreaId, areas, inPerson, organisations, reachOf, type ShownPart, shippedArea } from '../../partnership/index.ts'
import {
  type AssuranceIcon,
  assuranceIcon,
  lineChart,
  lineChartFile,
  lineChartOfEitherWidth,
  pngOf,
  sparkline,
  type VariationIcon,
  variationIcon,
} from '../../platform/chart/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  download,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { agreement, themesAndOutcomes } from '../agreement/store.ts'
import { answerableFor, bodies } from '../answerable/store.ts'
import { besideInWords, wantedIn } from '../answerable/view.ts'
import { levelMarks, levelNames } from '../around/around.ts'
import type { Around } from '../around/pages.ts'
import { mayReportOn } from '../closing/reporter.ts'
import { reportedOf, reporterOf } from '../closing/store.ts'
import type { Multiple } from '../comparison/multiples.ts'
import { formerDefinitions } from '../definition/store.ts'
import { type Indicator, type IndicatorId, nameOf } from '../indicator/indicator.ts'
import { keptIndicator } from '../indicator/store.ts'
import { why } from '../judgement/working.ts'
import { partsOf, rollUp } from '../roll-up/roll-up.ts'
import { partReturnsIn, withRollUps } from '../roll-up/store.ts'
import type { Rolled } from '../roll-up/words.ts'
import { standInsIn } from '../stand-in/store.ts'
import { inOrder } from './area-order.ts'
import { type ChartPicture, chartOf } from './chart.ts'
import { chartFileName, pointsCsv } from './chart-file.ts'
import { courseUpTo, progressIn } from './course.ts'
import { type Trend, type Verdict, verdictOf } from './glance.ts'
import { assessmentOf, type Chosen, controlOf, type Standing } from './standing.ts'
import { areasOf, revisionsIn, standingsIn, wholeStanding } from './store.ts'
import { indicatorView } from './view.ts'

const indicatorPage = template(import.meta.url, 'show.njk')

/** The view is pure and the pictures are the platform's: here they agree on what a picture is made of. */
const draw: {
  readonly chart: (picture: ChartPicture) => string
  readonly sparkline: (trend: Trend) => string
  readonly line: (picture: Multiple) => string
  readonly variation: (name: VariationIcon, side: 'high' | 'low' | null) => string
  readonly assurance: (name: AssuranceIcon) => string
} = { chart: lineChartOfEitherWidth, line: lineChart, sparkline, variation: variationIcon, assurance: assuranceIcon }

const revisionsShown = 100

/**
 * What a module says of an indicator, in the area and for the period that are shown. The page is kept for everybody of a role alike, so it says the same to all of
 * them: what depends on where somebody sits is in `mayExplain`.
 */
export type IndicatorPart = (
  asked: Pick<Visit, 'db' | 'today' | 'visitor'>,
  indicatorId: IndicatorId,
  shown: ShownIndicator,
) => Promise<ShownPart | null>
export type ShownIndicator = Judged & {
  readonly chosen: Chosen
  /** Of what is judged on the page. */
  readonly period: Period | null
  readonly mayExplain: boolean
}

/** An indicator in an area, and how it is judged for any period. */
export type Judged = {
  readonly indicator: Indicator
  /** NI 8 Adults who take part in sport. */
  readonly name: string
  readonly area: Pick<Area, 'id' | 'name'>
  /** The agreement's, of which a page says nothing where it is meant. */
  readonly ownAreaId: AreaId
  readonly in: (period: Chosen) => {
    readonly period: Period | null
    readonly verdict: Verdict
    readonly isOffTarget: boolean
    readonly why: string
  }
}

/** For what other modules say beside a judgement: null where there is no such indicator or area. */
export async function judgedIndicator(
  { db, today }: Pick<Visit, 'db' | 'today'>,
  indicatorId: IndicatorId,
  areaId: AreaId | null,
): Promise<Judged | null> {
  const [all, kept] = await Promise.all([areas(db), keptIndicator(db, indicatorId)])
  const itsAgreement = kept && (await agreement(db, kept.agreementId))
  if (!itsAgreement) return null
  const area = all.find(({ id }) => id === (areaId ?? itsAgreement.areaId))
  const standing = area && (await wholeStanding(db, indicatorId, area.id, new Map()))
  return standing ? judgedAs(await withRollUp(db, standing, all), area, itsAgreement.areaId, today) : null
}

const judgedAs = (standing: Standing, area: Area, ownAreaId: AreaId, today: Visit['today']): Judged => ({
  indicator: standing.indicator,
  name: nameOf(standing.indicator),
  area,
  ownAreaId,
  in: period => {
    const assessment = assessmentOf(standing, period, today)
    const isOffTarget = assessment.kind === 'judged' && assessment.band === 'off-target'
    return { period: assessment.period, verdict: verdictOf(assessment), isOffTarget, why: why(assessment) }
  },
})

/** Some twenty queries and, where another indicator stands in for it, that one's: the same whatever the number of areas, targets and returns. */
export const showIndicator =
  (others: readonly IndicatorPart[], around: Around): Handler =>
  async ({ db, params, query, today, visitor }) => {
    const id = found(idOf<'indicator'>(params['id']))
    const [kept, allAreas, allOrganisations, areasWithData, answerable, named] = await Promise.all([
      keptIndicator(db, id).then(found),
      areas(db),
      organisations(db),
      areasOf(db, id),
      answerableFor(db, id),
      bodies(db),
    ])
    const itsAgreement = found(await agreement(db, kept.agreementId))
    const area = areaAskedFor(text(query, 'area'), allAreas, itsAgreement.areaId)
    const chosen = parsePeriodCode(text(query, 'period'))
    const leads = new Map(allOrganisations.map(({ id, name }) => [id, name]))

    const placed = inOrder(allAreas, areasWithData, itsAgreement.areaId)
    const number = pageNumber(text(query, 'page'))
    const ofPage = placed.slice(rowsBefore(number), rowsBefore(number) + pageSize)
    const reach = { areaIds: ofPage.map(({ area: { id } }) => id), by: chosen?.endsOn ?? null, last: 13, withSeries: true as const }
    const [leaders, themes, standing, standings, revisions, standIns, former, reported, rolled] = await Promise.all([
      inPerson(db, wantedIn(kept.beside), today),
      themesAndOutcomes(db, kept.agreementId),
      wholeStanding(db, id, area.id, leads)
        .then(found)
        .then(each => withRollUp(db, each, allAreas)),
      standingsIn(db, { indicatorId: id }, reach, leads).then(each => withRollUps(db, each, allAreas, reach.by)),
      revisionsIn(db, id, area.id, revisionsShown),
      standInsIn(db),
      formerDefinitions(db, id),
      reportedOf(db, id, area.id),
      rolledUpIn(db, kept, area, allAreas),
    ])
    const judged = judgedAs(standing, area, itsAgreement.areaId, today)
    const shown = {
      ...judged,
      chosen,
      period: judged.in(chosen).period,
      mayExplain: mayReportOn({ reportsFor: reachOf('explain', visitor) }, answerable),
    }
    const [beside, ...parts] = await Promise.all([
      around({ db, today }, area.id, chosen),
      ...others.map(part => part({ db, today, visitor }, id, shown)),
    ])
    const assurance = beside.assurance(id)
    const proxyId = standIns.proxies.find(({ indicatorId }) => indicatorId === id)?.proxyId
    const ownReach = { ...reach, areaIds: [area.id] }
    const [proxy = null] =
      proxyId === undefined
        ? []
        : await standingsIn(db, { indicatorId: proxyId }, ownReach, leads).then(each => withRollUps(db, each, allAreas, reach.by))

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
      beside: besideInWords(kept.beside, named, leaders),
      areas: allAreas,
      area,
      standing,
      sideBySide,
      areasWithData,
      revisions,
      standIns,
      proxy,
      former,
      abolishedOn: shippedArea(area.code ?? '')?.until ?? null,
      reported,
      rolled,
      chosen,
      today,
    })
    return page(indicatorPage, {
      ...view,
      about: { kind: 'indicator', id },
      draw,
      parts: parts.filter(part => part !== null),
      assurance: assurance && { ...assurance, mark: levelMarks[assurance.level], words: levelNames[assurance.level] },
      canReport: mayReportOn(reporterOf(visitor), answerable),
      areaPages: pagination(placed.length, number, `${id}${queryWithoutPage(query)}`),
    })
  }

export const downloadChartSvg: Handler = async visit => {
  const { picture, name } = await chartAskedFor(visit)
  return download(`${name}.svg`, 'image/svg+xml; charset=utf-8', lineChartFile(found(picture)))
}

export const downloadChartPng: Handler = async visit => {
  const { picture, name } = await chartAskedFor(visit)
  return download(`${name}.png`, 'image/png', await pngOf(lineChartFile(found(picture))))
}

export const downloadChartCsv: Handler = async visit => {
  const { course, indicator, reading, name } = await chartAskedFor(visit)
  return download(`${name}.csv`, 'text/csv; charset=utf-8', pointsCsv(course, indicator, reading))
}

/** The chart that the indicator's page shows; there is no picture of no values. */
async function chartAskedFor({ db, params, query, today }: Visit) {
  const id = found(idOf<'indicator'>(params['id']))
  const [{ agreementId }, allAreas] = await Promise.all([keptIndicator(db, id).then(found), areas(db)])
  const area = areaAskedFor(text(query, 'area'), allAreas, found(await agreement(db, agreementId)).areaId)
  const chosen = parsePeriodCode(text(query, 'period'))
  const standing = await withRollUp(db, found(await wholeStanding(db, id, area.id, new Map())), allAreas)
  const course = courseUpTo(standing, chosen, today)
  const progress = progressIn(standing, assessmentOf(standing, chosen, today), today)
  const reading = controlOf(standing, chosen)
  return {
    indicator: standing.indicator,
    course,
    reading,
    picture: chartOf({ ...standing, area: area.name }, course, reading, progress.forecast),
    name: chartFileName(standing.indicator, area.name, chosen),
  }
}

async function withRollUp(db: Db, standing: Standing, all: readonly Area[]): Promise<Standing> {
  const [rolled = standing] = await withRollUps(db, [standing], all, null)
  return rolled
}

/** What the parts of an area come to, whether or not that is judged; null where the indicator is not rolled up. */
async function rolledUpIn(db: Db, indicator: Indicator, whole: Area, all: readonly Area[]): Promise<Rolled | null> {
  const parts = indicator.rollUp === 'none' ? [] : partsOf(all, whole.id)
  if (parts.length === 0) return null
  const ids = parts.map(({ id }) => id)
  return { whole, parts, rolledUp: rollUp(indicator, ids, await partReturnsIn(db, [indicator.id], ids, null)) }
}

function areaAskedFor(asked: string, all: readonly Area[], own: Area['id']): Area {
  const wanted = asked === '' ? own : idOf<'area'>(asked)
  return found(all.find(({ id }) => id === wanted))
}

function queryWithoutPage(query: Parameters<typeof text>[0]): string {
  const kept = ['area', 'period'].map(name => [name, text(query, name)] as const).filter(([, value]) => value !== '')
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept.map(([name, value]) => [name, value]))}`
}
