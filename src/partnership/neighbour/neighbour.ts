/**
 * An area's neighbours are those it compares itself with: alike in their people and circumstances, and not always near. They come as a list of codes
 * or names, such as a published model gives.
 */
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Area, AreaId } from '../area/area.ts'
import type { ShippedArea } from '../area/england.ts'

/** Those that the partnership has, and those of England that it has not yet. */
export type Neighbours = { readonly ids: readonly AreaId[]; readonly codes: readonly string[] }

const most = 200

/** One to a line: a code, a name, or a line of a file with either in one of its columns. A heading is passed over. */
export function readNeighbours(text: string, own: Area, areas: readonly Area[], shipped: readonly ShippedArea[]): Ruling<Neighbours> {
  const ids = new Set<AreaId>()
  const codes = new Set<string>()
  const problems: Problem[] = []
  const lines = text.split(/\r?\n/).map(line => line.trim())
  for (const [index, line] of lines.entries()) {
    const cells = line.split(/[,;\t]/).map(cell => cell.trim().replace(/^"|"$/g, ''))
    if (line === '' || isHeading(cells)) continue
    const found = areaIn([...cells, line], areas, shipped)
    if (found === null)
      problems.push({
        field: 'neighbours',
        text: `Line ${index + 1}: no area is called ${line.slice(0, 80)}. Write its code, like E06000030, or add it first`,
      })
    else if (found === 'several')
      problems.push({
        field: 'neighbours',
        text: `Line ${index + 1}: several areas are called ${line.slice(0, 80)}. Write the code of the one you mean`,
      })
    else if ('id' in found) {
      if (found.id === own.id)
        problems.push({ field: 'neighbours', text: `Line ${index + 1}: ${own.name} cannot be a neighbour of itself` })
      else ids.add(found.id)
    } else codes.add(found.code)
  }
  if (ids.size + codes.size > most) problems.push({ field: 'neighbours', text: `Enter ${most} areas or fewer` })
  return problems.length > 0 ? refuse(...problems.slice(0, 10)) : accept({ ids: [...ids], codes: [...codes] })
}

const isHeading = (cells: readonly string[]): boolean =>
  cells.every(cell => /^(area|gss|lad|la|ons)?[ _-]?(code|name|area|authority|cd|nm)$/i.test(cell))

function areaIn(cells: readonly string[], areas: readonly Area[], shipped: readonly ShippedArea[]): Area | ShippedArea | 'several' | null {
  for (const cell of cells) {
    const code = cell.toUpperCase()
    const coded = areas.find(area => area.code === code) ?? shipped.find(area => area.code === code)
    if (coded) return coded
  }
  for (const cell of cells) {
    const name = cell.toLowerCase()
    const named = areas.filter(area => area.name.toLowerCase() === name)
    const known = named.length > 0 ? named : shipped.filter(area => area.name.toLowerCase() === name && area.until === null)
    if (known.length > 1) return 'several'
    if (known[0]) return known[0]
  }
  return null
}
