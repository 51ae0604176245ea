/**
 * An area is a place that is measured: the whole of which a partnership speaks, what lies in it, and what it compares itself with.
 * Areas nest. England's own come with Goldthread (`england.ts`) and are copied in with all that they lie in when they are first used;
 * parishes, wards and neighbourhoods a partnership adds itself.
 */
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

export type AreaId = Id<'area'>

export const areaKinds = ['nation', 'region', 'county', 'unitary', 'district', 'parish', 'ward', 'neighbourhood', 'other'] as const
export type AreaKind = (typeof areaKinds)[number]

export const areaKindNames: Readonly<Record<AreaKind, string>> = {
  nation: 'Nation',
  region: 'Region',
  county: 'County',
  unitary: 'Unitary authority',
  district: 'District or borough',
  parish: 'Parish',
  ward: 'Ward',
  neighbourhood: 'Neighbourhood',
  other: 'Other',
}

export type Area = {
  readonly id: AreaId
  /** Its GSS code, where it has one. */
  readonly code: string | null
  readonly name: string
  readonly kind: AreaKind
  readonly parentId: AreaId | null
}
export type AreaDraft = Omit<Area, 'id'>

/** An area to be added with others, which says by code what it lies in. */
export type CodedArea = { readonly code: string; readonly name: string; readonly kind: AreaKind; readonly parentCode: string | null }

/** An area where it stands among the others: how deep, and in what. */
export type NestedArea = Area & { readonly depth: number; readonly liesIn: string | null }

/** Each area after what it lies in, those side by side by name. */
export function nested(areas: readonly Area[]): readonly NestedArea[] {
  const inside = Map.groupBy(areas, area => area.parentId)
  const below = (parent: Area | null, depth: number): NestedArea[] =>
    (inside.get(parent?.id ?? null) ?? [])
      .toSorted(byName)
      .flatMap(area => [{ ...area, depth, liesIn: parent?.name ?? null }, ...below(area, depth + 1)])
  return below(null, 0)
}

/** An area and all that lies in it. */
export function withAllInside(areaId: AreaId, areas: readonly Area[]): ReadonlySet<AreaId> {
  const inside = Map.groupBy(areas, area => area.parentId)
  const below = (id: AreaId): AreaId[] => [id, ...(inside.get(id) ?? []).flatMap(area => below(area.id))]
  return new Set(below(areaId))
}

/** Whether a draft can stand among the areas there are; `replaces` is the area whose new form it is, null for one to be added. */
export function place(draft: AreaDraft, areas: readonly Area[], replaces: AreaId | null): Ruling<AreaDraft> {
  const others = areas.filter(area => area.id !== replaces)
  const sameCode = draft.code === null ? undefined : others.find(area => area.code === draft.code)
  if (sameCode) return refuse({ field: 'code', text: `${sameCode.name} already has the code ${draft.code}` })

  if (draft.parentId !== null && !areas.some(area => area.id === draft.parentId))
    return refuse({ field: 'parentId', text: 'Select the area it lies in from the list' })
  if (draft.parentId !== null && replaces !== null && withAllInside(replaces, areas).has(draft.parentId))
    return refuse({ field: 'parentId', text: `${draft.name} cannot lie in itself or in an area inside it` })

  const namesake = others.find(area => area.parentId === draft.parentId && sameName(area, draft))
  if (namesake) return refuse({ field: 'name', text: `There is already an area called ${namesake.name} there` })
  return accept(draft)
}

const byName = (a: Area, b: Area) => a.name.localeCompare(b.name, 'en')
const sameName = (a: AreaDraft, b: AreaDraft) => a.name.toLowerCase() === b.name.toLowerCase()
