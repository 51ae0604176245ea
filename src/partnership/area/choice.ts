/**
 * Which area a partnership is for is asked once, when it is set up, of somebody who types a name or a code.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { ShippedArea } from './england.ts'

export type AreaToChoose = { readonly value: string; readonly text: string }

/** England's, of those that there are today: a name alone where it says which, otherwise its code. */
export function areasToChoose(shipped: readonly ShippedArea[]): readonly AreaToChoose[] {
  const today = shipped.filter(({ until }) => until === null)
  const namesakes = Map.groupBy(today, ({ name }) => name)
  const named = new Map(shipped.map(area => [area.code, area.name]))
  return today
    .map(({ code, name, kind, parentCode }) => ({
      value: namesakes.get(name)?.length === 1 ? name : code,
      text: [namesakes.get(name)?.length === 1 ? kind : `${name}, ${kind}`, named.get(parentCode ?? '')].filter(Boolean).join(', '),
    }))
    .toSorted((a, b) => a.value.localeCompare(b.value, 'en'))
}

/** What somebody meant by what they typed: an area that is shipped, or null for one that has to be added by its name. */
export function chooseArea(typed: string, shipped: readonly ShippedArea[]): Ruling<ShippedArea | null> {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return refuse({ field: 'area', text: 'Enter the area that the partnership is for' })

  const coded = shipped.find(({ code }) => code.toLowerCase() === wanted)
  if (coded) return accept(coded)
  const named = shipped.filter(({ name }) => name.toLowerCase() === wanted)
  const today = named.filter(({ until }) => until === null)
  const candidates = today.length > 0 ? today : named
  const [only] = candidates
  if (candidates.length <= 1) return accept(only ?? null)
  const choices = candidates.map(({ code, kind }) => `${code} for the ${kind}`).join(', ')
  return refuse({ field: 'area', text: `There are several areas called ${typed.trim()}. Enter the code of the one you mean: ${choices}` })
}
