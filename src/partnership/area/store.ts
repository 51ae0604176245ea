import type { Db } from '../../platform/db/index.ts'
import type { Area, AreaDraft, AreaId, CodedArea } from './area.ts'
import { shippedAreaWithParents } from './england.ts'

export async function areas(db: Db): Promise<Area[]> {
  return db<Area[]>`
    select id, code, name, kind, parent_id
      from partnership.area
     order by id`
}

/** Holds other writers off an area until the visit ends. */
export async function lockArea(db: Db, areaId: AreaId): Promise<void> {
  await db`select from partnership.area where id = ${areaId} for update`
}

/** Two moves at once could each be right and together put an area in itself: whoever changes the nesting waits for the other. */
export async function lockNesting(db: Db): Promise<void> {
  await db`select pg_advisory_xact_lock(hashtext('partnership.area'), platform.current_partnership()::integer)`
}

export async function addArea(db: Db, draft: AreaDraft): Promise<AreaId> {
  const [row] = await db<{ id: AreaId }[]>`
    insert into partnership.area (code, name, kind, parent_id)
    values (${draft.code}, ${draft.name}, ${draft.kind}, ${draft.parentId})
    returning id`
  if (!row) throw new Error('An area was not added')
  return row.id
}

/**
 * Adds those that are not there yet, each in the area whose code it names, and says what number each has.
 * One statement for each level of the nesting, whatever the number of areas.
 */
export async function addAreas(db: Db, coded: readonly CodedArea[]): Promise<ReadonlyMap<string, AreaId>> {
  for (const level of levels(coded)) {
    await db`
      insert into partnership.area (code, name, kind, parent_id)
      select added.code, added.name, added.kind, parent.id
        from jsonb_to_recordset(${db.json([...level])}) as added (code text, name text, kind text, "parentCode" text)
        left join partnership.area parent on parent.code = added."parentCode"
       order by added.code
          on conflict (partnership_id, code) do nothing`
  }
  return numbersOf(
    db,
    coded.map(({ code }) => code),
  )
}

/** Copies in England's areas, with all that they lie in, where they are not there yet. Codes that nobody knows are missing in the answer. */
export async function ensureAreas(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, AreaId>> {
  const known = await numbersOf(db, codes)
  const missing = codes.filter(code => !known.has(code)).flatMap(shippedAreaWithParents)
  if (missing.length === 0) return known

  await addAreas(db, [...new Map(missing.map(area => [area.code, area])).values()])
  return numbersOf(db, codes)
}

export async function changeArea(db: Db, areaId: AreaId, { code, name, kind, parentId }: AreaDraft): Promise<void> {
  await db`
    update partnership.area
       set code = ${code}, name = ${name}, kind = ${kind}, parent_id = ${parentId}
     where id = ${areaId}`
}

export async function removeArea(db: Db, areaId: AreaId): Promise<void> {
  await db`delete from partnership.area where id = ${areaId}`
}

/** The area for which the partnership speaks; null until it has said. */
export async function profile(db: Db): Promise<{ readonly areaId: AreaId } | null> {
  const [row] = await db<{ areaId: AreaId }[]>`select area_id from partnership.profile`
  return row ?? null
}

/** The GSS code of that area, where it has one. */
export async function profileCode(db: Db): Promise<string | null> {
  const [row] = await db<{ code: string | null }[]>`
    select area.code from partnership.profile join partnership.area on area.id = profile.area_id`
  return row?.code ?? null
}

export async function setProfile(db: Db, areaId: AreaId): Promise<void> {
  await db`
    insert into partnership.profile (area_id) values (${areaId})
        on conflict (partnership_id) do update set area_id = excluded.area_id`
}

/** The area of a new partnership: one of England's with all that it lies in, or one of its own that so far has no more than a name. */
export async function settleArea(db: Db, { code, name }: { readonly code: string | null; readonly name: string }): Promise<void> {
  const known = code === null ? undefined : (await ensureAreas(db, [code])).get(code)
  await setProfile(db, known ?? (await addArea(db, { code: null, name, kind: 'other', parentId: null })))
}

async function numbersOf(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, AreaId>> {
  const rows = await db<{ code: string; id: AreaId }[]>`
    select code, id
      from partnership.area
     where code = any (${[...codes]})`
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** The widest first: those in none of the others, then those in them, and so on. */
function levels(coded: readonly CodedArea[]): readonly CodedArea[][] {
  const byCode = new Map(coded.map(area => [area.code, area]))
  const depth = (area: CodedArea, above: number): number => {
    const parent = area.parentCode === null ? undefined : byCode.get(area.parentCode)
    if (parent === undefined) return above
    if (above > coded.length) throw new Error(`${area.name} lies in itself`)
    return depth(parent, above + 1)
  }
  const byDepth = Map.groupBy(byCode.values(), area => depth(area, 0))
  return [...byDepth.keys()].toSorted((a, b) => a - b).map(level => byDepth.get(level) ?? [])
}
