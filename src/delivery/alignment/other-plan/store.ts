import type { Db } from '../../../platform/db/index.ts'
import type { LineDraft, OtherLine, OtherLineId, OtherPlan, OtherPlanDraft, OtherPlanId } from './other-plan.ts'

/** By title. */
export async function otherPlans(db: Db): Promise<OtherPlan[]> {
  return db<OtherPlan[]>`select id, title, whose, years, link from delivery.other_plan order by lower(title) collate "und-x-icu", id`
}

export async function otherPlan(db: Db, id: OtherPlanId): Promise<OtherPlan | null> {
  const [row] = await db<OtherPlan[]>`select id, title, whose, years, link from delivery.other_plan where id = ${id}`
  return row ?? null
}

/** In their order. */
export async function otherLines(db: Db, of: OtherPlanId): Promise<OtherLine[]> {
  return db<OtherLine[]>`select id, reference, text from delivery.other_line where other_plan_id = ${of} order by place, id`
}

/** Of every plan, in their order. */
export async function allOtherLines(db: Db): Promise<(OtherLine & { readonly otherPlanId: OtherPlanId })[]> {
  return db<
    (OtherLine & { otherPlanId: OtherPlanId })[]
  >`select id, other_plan_id, reference, text from delivery.other_line order by other_plan_id, place, id`
}

/** Holds off whoever would change it or match its lines, until the visit ends. */
export async function lockOtherPlan(db: Db, id: OtherPlanId): Promise<void> {
  await db`select from delivery.other_plan where id = ${id} for update`
}

export async function addOtherPlan(db: Db, plan: OtherPlanDraft, lines: readonly LineDraft[]): Promise<OtherPlanId> {
  const [row] = await db<{ id: OtherPlanId }[]>`insert into delivery.other_plan ${db(plan)} returning id`
  if (!row) throw new Error('Another plan was not added')
  await addLines(
    db,
    row.id,
    lines.map((line, place) => ({ ...line, place })),
  )
  return row.id
}

/** Lines that were there before keep their matches; those that are not there any more lose them. */
export async function changeOtherPlan(
  db: Db,
  id: OtherPlanId,
  plan: OtherPlanDraft,
  lines: readonly (LineDraft & { readonly id: OtherLineId | null })[],
): Promise<void> {
  await db`update delivery.other_plan set ${db(plan)} where id = ${id}`
  const placed = lines.map((line, place) => ({ ...line, place }))
  const kept = placed.filter(line => line.id !== null)
  const ids = kept.map(line => line.id)
  await db`delete from delivery.other_line where other_plan_id = ${id} and id <> all (${ids}::bigint[])`
  await db`
    update delivery.other_line as line set place = said.place, reference = said.reference, text = said.text
      from unnest(${ids}::bigint[], ${kept.map(({ place }) => place)}::integer[], ${kept.map(({ reference }) => reference)}::text[],
                  ${kept.map(({ text }) => text)}::text[]) as said (id, place, reference, text)
     where line.id = said.id and line.other_plan_id = ${id} and (line.place, line.reference, line.text) <> (said.place, said.reference, said.text)`
  await addLines(
    db,
    id,
    placed.filter(line => line.id === null),
  )
}

async function addLines(db: Db, id: OtherPlanId, lines: readonly (LineDraft & { readonly place: number })[]): Promise<void> {
  if (lines.length === 0) return
  await db`insert into delivery.other_line ${db(lines.map(({ place, reference, text }) => ({ otherPlanId: id, place, reference, text })))}`
}

export async function removeOtherPlan(db: Db, id: OtherPlanId): Promise<void> {
  await db`delete from delivery.other_plan where id = ${id}`
}
