/**
 * Whoever names a person types: a list of sixty names to scroll is no help. What is typed is looked for by the whole name; two of one name are told
 * apart by what they are; somebody new is added on the spot, once it is confirmed that they are new.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { PersonId } from './person.ts'

/** `detail` tells two of one name apart: what they are, and where. */
export type PersonToChoose = { readonly id: PersonId; readonly name: string; readonly detail: string }

/** `chosenId` is the answer to which of several, `isNew` that to whether it is somebody new. */
export type NamedPerson = { readonly typed: string; readonly chosenId: PersonId | null; readonly isNew: boolean }

export type ChosenPerson =
  | { readonly kind: 'known'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'new'; readonly name: string }

/** What has to be asked before a name is somebody: nothing, which of them, or whether they are new. */
export type PersonQuestion =
  | { readonly kind: 'none' }
  | { readonly kind: 'which'; readonly people: readonly PersonToChoose[] }
  | { readonly kind: 'new'; readonly name: string }

export function choosePerson(
  { typed, chosenId, isNew }: NamedPerson,
  people: readonly PersonToChoose[],
  field = 'person',
): Ruling<ChosenPerson> {
  const name = plain(typed)
  if (name === '') return refuse({ field, text: 'Enter a name' })
  if (name.length > 200) return refuse({ field, text: 'The name must be 200 characters or fewer' })
  const named = namesakes(typed, people)
  const chosen = named.find(({ id }) => id === chosenId) ?? (named.length === 1 && !isNew ? named[0] : undefined)
  if (chosen) return accept({ kind: 'known', id: chosen.id, name: chosen.name })
  if (isNew) return accept({ kind: 'new', name })
  if (named.length > 1) return refuse({ field, text: `There are ${named.length} people called ${name}. Select which of them you mean` })
  return refuse({ field, text: `There is nobody called ${name} yet. Check the spelling, or tick that this is a new person` })
}

export function questionAbout(typed: string, people: readonly PersonToChoose[]): PersonQuestion {
  if (plain(typed) === '') return { kind: 'none' }
  const named = namesakes(typed, people)
  if (named.length > 1) return { kind: 'which', people: named }
  return named.length === 1 ? { kind: 'none' } : { kind: 'new', name: plain(typed) }
}

const namesakes = (typed: string, people: readonly PersonToChoose[]) => people.filter(({ name }) => folded(name) === folded(typed))
const plain = (typed: string): string => typed.replace(/\s+/g, ' ').trim()
const folded = (name: string): string => plain(name).toLowerCase()
