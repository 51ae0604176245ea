import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import type { Theme } from './scorecard.ts'

/** The themes and outcomes of an agreement in their order, each outcome with its indicators. */
export async function themesOf(db: Db, agreementId: AgreementId): Promise<Theme[]> {
  const rows = await db<Row[]>`
    select t.id as theme_id, t.title as theme, o.id as outcome_id, o.title as outcome,
           array(select io.indicator_id from performance.indicator_outcome io where io.outcome_id = o.id) as indicator_ids
      from performance.theme t
      left join performance.outcome o on o.partnership_id = t.partnership_id and o.theme_id = t.id
     where t.agreement_id = ${agreementId}
     order by t.position, t.id, o.position, o.id`
  return [...Map.groupBy(rows, ({ themeId }) => themeId)].map(([id, ofTheme]) => ({
    id,
    title: ofTheme[0]?.theme ?? '',
    outcomes: ofTheme.flatMap(({ outcomeId, outcome, indicatorIds }) =>
      outcomeId === null || outcome === null ? [] : [{ id: outcomeId, title: outcome, indicatorIds: new Set(indicatorIds) }],
    ),
  }))
}

type Row = {
  readonly themeId: ThemeId
  readonly theme: string
  readonly outcomeId: OutcomeId | null
  readonly outcome: string | null
  readonly indicatorIds: readonly IndicatorId[]
}
