import type { Db } from '../../platform/db/index.ts'
import type { Ambition, AmbitionDraft, Service, Serving, Vision, VisionDraft } from './vision.ts'

/** The one that began last. */
export async function currentVision(db: Db): Promise<Vision | null> {
  const [row] = await db<Vision[]>`
    select id, title, text, starts_on, ends_on, link from thread.vision order by starts_on desc nulls last, id desc limit 1`
  return row ?? null
}

/** Holds other writers off the vision and its ambitions until the visit ends; of a partnership that has none, off writing the first. */
export async function lockVision(db: Db): Promise<void> {
  await db`lock table thread.vision in share row exclusive mode`
}

export async function addVision(db: Db, draft: VisionDraft): Promise<number> {
  const [row] = await db<{ id: number }[]>`insert into thread.vision ${db(draft)} returning id`
  if (!row) throw new Error('A vision was not added')
  return row.id
}
export async function changeVision(db: Db, id: number, draft: VisionDraft): Promise<void> {
  await db`update thread.vision set ${db(draft)} where id = ${id}`
}

export async function ambitionsOf(db: Db, visionId: number): Promise<Ambition[]> {
  return db<Ambition[]>`
    select id, vision_id, parent_id, place, title, text from thread.ambition where vision_id = ${visionId} order by place, id`
}

export async function servicesOf(db: Db, visionId: number): Promise<Service[]> {
  return db<Service[]>`
    select ambition_id, theme_id, outcome_id
      from thread.service
      join thread.ambition on ambition.id = service.ambition_id
     where ambition.vision_id = ${visionId}
     order by service.id`
}

/** Themes of every agreement with their outcomes. */
export async function themesServing(db: Db): Promise<Serving[]> {
  return db<Serving[]>`
    select theme.id, theme.title,
           coalesce((select jsonb_agg(jsonb_build_object('id', outcome.id, 'title', outcome.title) order by outcome.id)
                       from performance.shared_link as link
                       join performance.shared_node as outcome on outcome.kind = 'outcome' and outcome.id = link.lower_id
                      where link.lower_kind = 'outcome' and link.upper_kind = 'theme' and link.upper_id = theme.id), '[]') as outcomes
      from performance.shared_node as theme
     where theme.kind = 'theme'
     order by theme.id`
}

/** At the end of those beside it. */
export async function addAmbition(db: Db, visionId: number, { themeIds, outcomeIds, ...draft }: AmbitionDraft): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into thread.ambition (vision_id, parent_id, kind, place, title, text)
    select ${visionId}::bigint, ${draft.parentId}::bigint, ${kindOf(draft)}::text, coalesce(max(place), 0) + 1, ${draft.title}::text, ${draft.text}::text
      from thread.ambition
     where vision_id = ${visionId} and parent_id is not distinct from ${draft.parentId}::bigint
    returning id`
  if (!row) throw new Error('An ambition was not added')
  await setServices(db, row.id, { themeIds, outcomeIds })
  return row.id
}

export async function changeAmbition(db: Db, id: number, { themeIds, outcomeIds, ...draft }: AmbitionDraft): Promise<void> {
  await db`update thread.ambition set parent_id = ${draft.parentId}, kind = ${kindOf(draft)}, title = ${draft.title}, text = ${draft.text} where id = ${id}`
  await setServices(db, id, { themeIds, outcomeIds })
}

export async function orderAmbitions(db: Db, ids: readonly number[]): Promise<void> {
  await db`
    update thread.ambition set place = asked.place
      from unnest(${[...ids]}::bigint[]) with ordinality as asked (id, place)
     where ambition.id = asked.id and ambition.place is distinct from asked.place`
}

/** With the priorities within it. */
export async function removeAmbition(db: Db, id: number): Promise<void> {
  await db`delete from thread.ambition where id = ${id}`
}

async function setServices(db: Db, id: number, { themeIds, outcomeIds }: Pick<AmbitionDraft, 'themeIds' | 'outcomeIds'>): Promise<void> {
  await db`
    delete from thread.service
     where ambition_id = ${id} and not coalesce(theme_id = any(${[...themeIds]}::bigint[]), false)
       and not coalesce(outcome_id = any(${[...outcomeIds]}::bigint[]), false)`
  await db`
    insert into thread.service (ambition_id, theme_id, outcome_id)
    select ${id}::bigint, theme_id, null::bigint from unnest(${[...themeIds]}::bigint[]) as theme_id
     union all
    select ${id}::bigint, null, outcome_id from unnest(${[...outcomeIds]}::bigint[]) as outcome_id
    on conflict do nothing`
}

const kindOf = ({ parentId }: Pick<AmbitionDraft, 'parentId'>): 'ambition' | 'priority' => (parentId === null ? 'ambition' : 'priority')
