/** A place in the order in which places are shown; `depth` counts only those shown above it. */
export type Placed<A> = { readonly area: A; readonly depth: number }

type Nested = { readonly id: number; readonly name: string; readonly parentId: number | null }

/**
 * The partnership's own area first with what lies in it, then every other area under the one it lies in, by name.
 * An area that is not shown is passed over: a district stands under its nation when its county and region have nothing to show.
 */
export function inOrder<A extends Nested>(areas: readonly A[], shown: ReadonlySet<number>, ownId: number): Placed<A>[] {
  const children = Map.groupBy(
    areas.toSorted((a, b) => collator.compare(a.name, b.name)),
    area => area.parentId,
  )
  const placed = new Map<number, Placed<A>>()

  function place(area: A, depth: number): void {
    if (placed.has(area.id)) return
    const stands = shown.has(area.id)
    if (stands) placed.set(area.id, { area, depth })
    for (const child of children.get(area.id) ?? []) place(child, stands ? depth + 1 : depth)
  }

  for (const own of areas.filter(area => area.id === ownId)) place(own, 0)
  for (const root of children.get(null) ?? []) place(root, 0)
  return [...placed.values()]
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
