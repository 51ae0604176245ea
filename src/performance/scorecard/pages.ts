import { idOf } from '../../kernel/ids.ts'
import { areas, organisations } from '../../partnership/index.ts'
import { sparkline } from '../../platform/chart/index.ts'
import { download, found, type Handler, page, template, text, type Visit } from '../../platform/web/index.ts'
import { agreements } from '../agreement/store.ts'
import type { ThemeId } from '../indicator/indicator.ts'
import type { Trend } from '../standing/glance.ts'
import { assessmentOf } from '../standing/standing.ts'
import { standingsIn } from '../standing/store.ts'
import { scorecardCsv } from './csv.ts'
import { chosenPeriod, periodsToChoose } from './period-choice.ts'
import { currentAgreement, type Filter, isResult } from './scorecard.ts'
import { themesOf } from './store.ts'
import { noAgreementView, type Shown, scorecardView } from './view.ts'

const scorecardPage = template(import.meta.url, 'show.njk')

/** So that the view, which is pure, and the pictures, which are the platform's, agree on what a trend is. */
const draw: { readonly sparkline: (trend: Trend) => string } = { sparkline }

export const showScorecard: Handler = async visit => {
  const shown = await scorecardAskedFor(visit)
  return page(scorecardPage, { ...(shown === null ? noAgreementView() : scorecardView(shown)), draw })
}

export const downloadScorecard: Handler = async visit => {
  const shown = found(await scorecardAskedFor(visit))
  const { fileName, content } = scorecardCsv(shown)
  return download(fileName, 'text/csv; charset=utf-8', content)
}

/** Seven queries, whatever the number of indicators, areas and years. */
export async function scorecardAskedFor({ db, query, today }: Pick<Visit, 'db' | 'query' | 'today'>): Promise<Shown | null> {
  const [allAgreements, allAreas, allOrganisations] = await Promise.all([agreements(db), areas(db), organisations(db)])
  const asked = text(query, 'agreement')
  const agreement = asked === '' ? currentAgreement(allAgreements, today) : found(allAgreements.find(({ id }) => id === idOf(asked)))
  if (agreement === null) return null

  const askedArea = text(query, 'area')
  const areaId = askedArea === '' ? agreement.areaId : found(allAreas.find(({ id }) => id === idOf(askedArea))).id
  const chosen = chosenPeriod(text(query, 'period'))
  const reach = { areaIds: [areaId], by: chosen === null ? null : chosen.endsOn, last: 13 }
  const [themes, standings] = await Promise.all([
    themesOf(db, agreement.id),
    standingsIn(db, { agreementId: agreement.id }, reach, new Map(allOrganisations.map(({ id, name }) => [id, name]))),
  ])
  return {
    agreements: allAgreements,
    agreement,
    areas: allAreas,
    areaId,
    themes,
    lines: standings.map(standing => ({ standing, assessment: assessmentOf(standing, chosen, today) })),
    chosen,
    periods: periodsToChoose(agreement.firstYear, agreement.lastYear, today),
    filter: filterFrom(text(query, 'theme'), text(query, 'judgement')),
    today,
  }
}

function filterFrom(theme: string, result: string): Filter {
  return { theme: theme === 'none' ? 'none' : (idOf<'theme'>(theme) satisfies ThemeId | null), result: isResult(result) ? result : null }
}
