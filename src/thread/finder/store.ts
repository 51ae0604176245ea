import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Texts } from './finder.ts'

/** What actions and indicators say of themselves, for those who may see them. */
export async function textsOf(db: Db, actionIds: readonly number[], indicatorIds: readonly number[]): Promise<Texts> {
  const rows = await db<{ kind: 'action' | 'indicator'; id: number; text: string }[]>`
    select 'action' as kind, action.id, concat_ws(E'\n', action.text, planned.measure, planned.how) as text
      from actions.shared_action as action
      left join delivery.shared_planned_words as planned on planned.action_id = action.id
     where action.id = any(${[...actionIds]}::bigint[])
     union all
    select 'indicator', id, concat_ws(E'\n', title, definition) from performance.shared_measure where id = any(${[...indicatorIds]}::bigint[])`
  const of = (wanted: string) => new Map(rows.filter(({ kind }) => kind === wanted).map(({ id, text }) => [id, text]))
  return { actions: of('action'), indicators: of('indicator') }
}

/** As PostgreSQL's English dictionary has them; without those that it knows to say nothing. */
export async function stemsOf(db: Db, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db<{ word: string; stem: string | null }[]>`
    select word, (ts_lexize('english_stem', word))[1] as stem from unnest(${[...words]}::text[]) as word`
  return new Map(rows.flatMap(({ word, stem }) => (stem === null ? [] : [[word, stem] as const])))
}

/** Areas within others: of what names the whole county nothing is learnt. */
export async function placesIn(db: Db): Promise<string[]> {
  const rows = await db<{ name: string }[]>`select name from partnership.shared_area where parent_id is not null order by name`
  return rows.map(({ name }) => name)
}

export type SetAside = {
  readonly actionId: number
  readonly indicatorId: number
  readonly reason: string
  readonly byName: string
  readonly onDay: Day
}

export async function setAsideOffers(db: Db): Promise<SetAside[]> {
  return db<
    SetAside[]
  >`select action_id, indicator_id, reason, by_name, on_day from thread.set_aside order by on_day desc, action_id, indicator_id`
}

/** Whoever sets it aside again says why now. */
export async function setAside(db: Db, offer: SetAside): Promise<void> {
  await db`
    insert into thread.set_aside ${db(offer)}
        on conflict (partnership_id, action_id, indicator_id) do update set reason = excluded.reason, by_name = excluded.by_name, on_day = excluded.on_day`
}

export async function offerAgain(db: Db, actionId: number, indicatorId: number): Promise<void> {
  await db`delete from thread.set_aside where action_id = ${actionId} and indicator_id = ${indicatorId}`
}
