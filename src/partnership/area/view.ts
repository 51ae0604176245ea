import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Area, type AreaId, areaKindNames, areaKinds, nested, withAllInside } from './area.ts'
import type { ShippedArea } from './england.ts'

/** How many areas a search shows at most: whoever sees so many says more exactly what they want. */
export const mostFound = 60

/** `from` and `count`: which of them, in the order in which they nest. */
export function areasView(
  areas: readonly Area[],
  ownAreaId: AreaId | null,
  { from, count }: { readonly from: number; readonly count: number },
) {
  const shown = nested(areas).slice(from, from + count)
  const inside = ownAreaId === null ? new Set<AreaId>() : withAllInside(ownAreaId, areas)
  return {
    title: 'Areas',
    areas: shown.map(({ id, name, code, kind, depth, liesIn }) => ({
      href: `areas/${id}/edit`,
      profileHref: `areas/${id}/profile`,
      name,
      code: code ?? '',
      kind: areaKindNames[kind],
      level: Math.min(depth, 6),
      liesIn: liesIn ?? '',
      isOwn: id === ownAreaId,
      /** Of what the partnership is for: what is only compared with it is nobody's contribution. */
      contributionHref: inside.has(id) ? `areas/${id}/contribution` : '',
    })),
  }
}

/** An area as its form shows it. */
export const fieldsOf = ({ name, kind, code, parentId }: Area): Readonly<Record<string, string>> => ({
  name,
  kind,
  code: code ?? '',
  parentId: String(parentId ?? ''),
})

/** What each field is called in a sentence, and how it reads: for whoever changed it after somebody else. */
export const inWords = (
  { name, kind, code, parentId }: Area,
  all: readonly Area[],
): Readonly<Record<string, readonly [string, string]>> => ({
  name: ['The name', name],
  kind: ['The kind', areaKindNames[kind]],
  code: ['The code', code ?? ''],
  parentId: ['What it lies in', all.find(({ id }) => id === parentId)?.name ?? ''],
})

export function areaFormView(all: readonly Area[], area: Area | null, fields: Readonly<Record<string, string>>, edition: string) {
  const inside = area === null ? new Set<AreaId>() : withAllInside(area.id, all)
  const { name = '', code = '', kind = '', parentId = '' } = fields
  const places = nested(all).filter(({ id }) => !inside.has(id))
  return {
    title: area === null ? 'Add an area' : `Change ${area.name}`,
    action: area === null ? 'areas/new' : `areas/${area.id}/edit`,
    neighboursHref: area === null ? '' : `areas/${area.id}/neighbours`,
    removalHref: area === null ? '' : `areas/${area.id}/removal`,
    edition,
    name,
    code,
    kinds: areaKinds.map(value => ({ value, text: areaKindNames[value], checked: value === kind })),
    parents: [
      { value: '', text: 'None: it is not part of another area', selected: parentId === '' },
      ...places.map(place => ({
        value: String(place.id),
        text: `${'– '.repeat(place.depth)}${place.name}`,
        selected: String(place.id) === parentId,
      })),
    ],
    breadcrumbs: [{ text: 'Areas', href: 'areas' }],
  }
}

export type Asked = { readonly q: string; readonly within: string }

/** Those whose name or code has what was typed, or that lie in an area; those of today first. */
export function matching({ q, within }: Asked, shipped: readonly ShippedArea[], today: Day): readonly ShippedArea[] {
  const wanted = q.trim().toLowerCase()
  if (within !== '') return shipped.filter(area => area.parentCode === within && (area.until ?? today) >= today)
  if (wanted === '') return []
  return shipped
    .filter(({ name, code }) => name.toLowerCase().includes(wanted) || code.toLowerCase() === wanted)
    .toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null) || a.name.localeCompare(b.name, 'en'))
    .slice(0, mostFound)
}

export function englandView(asked: Asked, results: readonly ShippedArea[], there: ReadonlySet<string | null>) {
  const within = results[0]?.parentCode
  return {
    title: 'Add areas of England',
    q: asked.q,
    action: `areas/england?q=${encodeURIComponent(asked.q)}&within=${encodeURIComponent(asked.within)}`,
    hasAsked: asked.q.trim() !== '' || asked.within !== '',
    isFull: results.length === mostFound && within !== asked.within,
    results: results.map(({ code, name, kind, until }) => ({
      id: `area-${code}`,
      code,
      name,
      kind: areaKindNames[kind],
      until: until === null ? '' : dayLabel(until),
      isThere: there.has(code),
      /** Everything directly in it, to be ticked at once. */
      insideHref: kind === 'county' || kind === 'region' ? `areas/england?within=${code}` : '',
    })),
    allTicked: asked.within !== '',
    breadcrumbs: [{ text: 'Areas', href: 'areas' }],
  }
}
