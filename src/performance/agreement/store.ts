import { decimal, toText } from '../../kernel/decimal.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import { type Band, type SchemeName, schemeOf } from '../scheme/scheme.ts'
import type { Agreement, AgreementDraft, Outcome, Theme, ThemeWithOutcomes } from './agreement.ts'

/** The latest first. */
export async function agreements(db: Db): Promise<Agreement[]> {
  const rows = await db<Row[]>`
    select id, title, first_year, last_year, area_id, tolerance_kind, tolerance, scheme, band_words
      from performance.agreement
     order by last_year desc, first_year desc, id desc`
  return rows.map(fromRow)
}

export async function agreement(db: Db, agreementId: AgreementId): Promise<Agreement | null> {
  const [row] = await db<Row[]>`
    select id, title, first_year, last_year, area_id, tolerance_kind, tolerance, scheme, band_words
      from performance.agreement
     where id = ${agreementId}`
  return row ? fromRow(row) : null
}

/** Holds other writers off the agreement, its themes and outcomes and the references of its indicators until the visit ends; before any of its indicators. */
export async function lockAgreement(db: Db, agreementId: AgreementId): Promise<void> {
  await db`select from performance.agreement where id = ${agreementId} for update`
}

export async function addAgreement(db: Db, draft: AgreementDraft): Promise<AgreementId> {
  const [row] = await db<{ id: AgreementId }[]>`
    insert into performance.agreement (title, first_year, last_year, area_id, tolerance_kind, tolerance)
    values (${draft.title}, ${draft.firstYear}, ${draft.lastYear}, ${draft.areaId}, ${draft.toleranceKind}, ${toText(draft.tolerance)})
    returning id`
  if (!row) throw new Error('An agreement was not added')
  return row.id
}

export async function changeAgreement(db: Db, agreementId: AgreementId, draft: AgreementDraft): Promise<void> {
  await db`
    update performance.agreement
       set title = ${draft.title}, first_year = ${draft.firstYear}, last_year = ${draft.lastYear}, area_id = ${draft.areaId},
           tolerance_kind = ${draft.toleranceKind}, tolerance = ${toText(draft.tolerance)}
     where id = ${agreementId}`
}

export async function removeAgreement(db: Db, agreementId: AgreementId): Promise<void> {
  await db`delete from performance.agreement where id = ${agreementId}`
}

/** In the order in which they are read. */
export async function themesAndOutcomes(db: Db, agreementId: AgreementId): Promise<ThemeWithOutcomes[]> {
  const [themes, outcomes] = await Promise.all([
    db<Theme[]>`
      select id, agreement_id, title
        from performance.theme
       where agreement_id = ${agreementId}
       order by position, id`,
    db<Outcome[]>`
      select o.id, o.theme_id, o.title
        from performance.outcome o
        join performance.theme t on t.partnership_id = o.partnership_id and t.id = o.theme_id
       where t.agreement_id = ${agreementId}
       order by o.position, o.id`,
  ])
  const inTheme = Map.groupBy(outcomes, outcome => outcome.themeId)
  return themes.map(theme => ({ ...theme, outcomes: inTheme.get(theme.id) ?? [] }))
}

/** Of every agreement, in the order in which they are read. */
export async function themes(db: Db): Promise<Theme[]> {
  return db<Theme[]>`select id, agreement_id, title from performance.theme order by position, id`
}

export async function theme(db: Db, themeId: ThemeId): Promise<Theme | null> {
  const [row] = await db<Theme[]>`select id, agreement_id, title from performance.theme where id = ${themeId}`
  return row ?? null
}

export async function outcome(db: Db, outcomeId: OutcomeId): Promise<Outcome | null> {
  const [row] = await db<Outcome[]>`select id, theme_id, title from performance.outcome where id = ${outcomeId}`
  return row ?? null
}

/** After those that are there, in the order given; says what number each has. */
export async function addThemes(db: Db, agreementId: AgreementId, titles: readonly string[]): Promise<ThemeId[]> {
  const rows = await db<{ id: ThemeId }[]>`
    insert into performance.theme (agreement_id, title, position)
    select ${agreementId}, title, place + (select coalesce(max(position), 0) from performance.theme where agreement_id = ${agreementId})
      from unnest(${[...titles]}::text[]) with ordinality as added (title, place)
     order by place
    returning id`
  return inOrder(rows)
}

/** Of any number of themes at once, each after those that its theme has; says what number each has. */
export async function addOutcomes(
  db: Db,
  outcomes: readonly { readonly themeId: ThemeId; readonly title: string }[],
): Promise<OutcomeId[]> {
  const rows = await db<{ id: OutcomeId }[]>`
    insert into performance.outcome (theme_id, title, position)
    select theme_id, title, place + coalesce((select max(position) from performance.outcome o where o.theme_id = added.theme_id), 0)
      from unnest(${outcomes.map(({ themeId }) => themeId)}::bigint[], ${outcomes.map(({ title }) => title)}::text[])
           with ordinality as added (theme_id, title, place)
     order by place
    returning id`
  return inOrder(rows)
}

export async function renameTheme(db: Db, themeId: ThemeId, title: string): Promise<void> {
  await db`update performance.theme set title = ${title} where id = ${themeId}`
}

export async function renameOutcome(db: Db, outcomeId: OutcomeId, title: string): Promise<void> {
  await db`update performance.outcome set title = ${title} where id = ${outcomeId}`
}

/** Each list in its new order. */
export async function reorder(db: Db, themeIds: readonly ThemeId[], outcomeIds: readonly OutcomeId[]): Promise<void> {
  await Promise.all([
    db`
      update performance.theme
         set position = place
        from unnest(${[...themeIds]}::bigint[]) with ordinality as wanted (id, place)
       where theme.id = wanted.id and position <> place`,
    db`
      update performance.outcome
         set position = place
        from unnest(${[...outcomeIds]}::bigint[]) with ordinality as wanted (id, place)
       where outcome.id = wanted.id and position <> place`,
  ])
}

export async function removeTheme(db: Db, themeId: ThemeId): Promise<void> {
  await db`delete from performance.theme where id = ${themeId}`
}

export async function removeOutcome(db: Db, outcomeId: OutcomeId): Promise<void> {
  await db`delete from performance.outcome where id = ${outcomeId}`
}

/** How much each agreement holds. */
export async function holdings(db: Db): Promise<ReadonlyMap<AgreementId, Holding>> {
  const rows = await db<(Holding & { id: AgreementId })[]>`
    select a.id,
           (select count(*) from performance.theme t where t.agreement_id = a.id) as themes,
           (select count(*) from performance.indicator i where i.agreement_id = a.id) as indicators,
           (select count(*) from performance.data_import d where d.agreement_id = a.id) as imports
      from performance.agreement a`
  return new Map(rows.map(({ id, ...holding }) => [id, holding]))
}

export type Holding = { readonly themes: number; readonly indicators: number; readonly imports: number }

/** Which indicators serve which outcomes of an agreement. */
export async function outcomesServed(db: Db, agreementId: AgreementId): Promise<{ outcomeId: OutcomeId; indicatorId: IndicatorId }[]> {
  return db<{ outcomeId: OutcomeId; indicatorId: IndicatorId }[]>`
    select link.outcome_id, link.indicator_id
      from performance.indicator_outcome link
      join performance.indicator i on i.partnership_id = link.partnership_id and i.id = link.indicator_id
     where i.agreement_id = ${agreementId}`
}

type Row = Omit<Agreement, 'tolerance' | 'scheme'> & {
  readonly tolerance: string
  readonly scheme: SchemeName
  readonly bandWords: Readonly<Partial<Record<Band, string>>>
}
const fromRow = ({ bandWords, ...row }: Row): Agreement => ({
  ...row,
  tolerance: decimal(row.tolerance),
  scheme: schemeOf(row.scheme, bandWords),
})

/** Numbers are given as rows are inserted. */
const inOrder = <Number extends number>(rows: readonly { readonly id: Number }[]): Number[] =>
  rows.map(({ id }) => id).toSorted((a, b) => a - b)
