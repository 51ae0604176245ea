import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ThemeWithOutcomes } from '../agreement/agreement.ts'
import type { AgreementId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import type { Responsibilities } from './responsibility.ts'

/** The themes of every agreement with their outcomes, in the order in which they are read. */
export async function everyTheme(db: Db): Promise<(ThemeWithOutcomes & { readonly agreement: string })[]> {
  const rows = await db<
    { id: ThemeId; agreementId: AgreementId; title: string; agreement: string; outcomeId: OutcomeId | null; outcome: string | null }[]
  >`
    select theme.id, theme.agreement_id, theme.title, agreement.title as agreement, outcome.id as outcome_id, outcome.title as outcome
      from performance.theme
      join performance.agreement on agreement.id = theme.agreement_id
      left join performance.outcome on outcome.theme_id = theme.id
     order by agreement.last_year desc, agreement.id, theme.position, theme.id, outcome.position, outcome.id`
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return []
    const { id, agreementId, title, agreement } = first
    const outcomes = [first, ...rest].flatMap(each =>
      each.outcomeId === null || each.outcome === null ? [] : [{ id: each.outcomeId, themeId: id, title: each.outcome }],
    )
    return [{ id, agreementId, title, agreement, outcomes }]
  })
}

export async function responsibilitiesOf(db: Db, groupId: GroupId): Promise<Responsibilities> {
  const rows = await db<{ themeId: ThemeId | null; outcomeId: OutcomeId | null }[]>`
    select theme_id, outcome_id from performance.responsibility where group_id = ${groupId} order by id`
  return {
    themeIds: rows.flatMap(({ themeId }) => themeId ?? []),
    outcomeIds: rows.flatMap(({ outcomeId }) => outcomeId ?? []),
  }
}

/** These, and no others. */
export async function setResponsibilities(db: Db, groupId: GroupId, { themeIds, outcomeIds }: Responsibilities): Promise<void> {
  await db`
    delete from performance.responsibility
     where group_id = ${groupId} and not coalesce(theme_id = any (${[...themeIds]}::bigint[]), outcome_id = any (${[...outcomeIds]}::bigint[]))`
  await db`
    insert into performance.responsibility (group_id, theme_id, outcome_id)
    select ${groupId}::bigint, theme_id, null::bigint from unnest(${[...themeIds]}::bigint[]) as chosen (theme_id)
     union all
    select ${groupId}::bigint, null::bigint, outcome_id from unnest(${[...outcomeIds]}::bigint[]) as chosen (outcome_id)
        on conflict do nothing`
}

/** The themes for which each group answers, in words: wholly, or for an outcome of them. */
export async function themesOfGroups(db: Db): Promise<ReadonlyMap<GroupId, readonly string[]>> {
  const rows = await db<{ groupId: GroupId; themes: string[] }[]>`
    select group_id, array_agg(title order by position, id) as themes
      from (select distinct responsibility.group_id, theme.id, theme.title, theme.position
              from performance.responsibility
              left join performance.outcome on outcome.id = responsibility.outcome_id
              join performance.theme on theme.id = coalesce(responsibility.theme_id, outcome.theme_id)) as answered
     group by group_id`
  return new Map(rows.map(({ groupId, themes }) => [groupId, themes]))
}
