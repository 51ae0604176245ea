/**
 * Two records of one person become one: every reference goes to the one that is kept, and of each detail in which they differ somebody says which holds.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Person, PersonDraft, PersonId } from './person.ts'

export const details = ['name', 'email', 'telephone', 'note'] as const
export type Detail = (typeof details)[number]
export const detailNames: Readonly<Record<Detail, string>> = {
  name: 'Name',
  email: 'E-mail address',
  telephone: 'Telephone',
  note: 'Note',
}

export type Chosen = Partial<Readonly<Record<Detail, 'first' | 'second'>>>
export type Merge = { readonly keptId: PersonId; readonly otherId: PersonId; readonly details: PersonDraft }

/** Where both say something and not the same. */
export const differing = (first: Person, second: Person): readonly Detail[] =>
  details.filter(detail => isSaid(first[detail]) && isSaid(second[detail]) && first[detail] !== second[detail])

/** Whoever signs in stays who they are; otherwise the first is kept, so that it does not matter much. */
export function merge(first: Person, second: Person, chosen: Chosen): Ruling<Merge> {
  if (first.id === second.id) return refuse({ field: 'second', text: 'Select two different people' })
  if (first.accountId !== null && second.accountId !== null)
    return refuse({
      text: `${first.name} and ${second.name} both sign in here, each with an account of their own. An administrator has to remove the access of one of them first`,
    })
  const open = differing(first, second).filter(detail => chosen[detail] === undefined)
  if (open.length > 0)
    return refuse(...open.map(detail => ({ field: detail, text: `Select which ${detailNames[detail].toLowerCase()} holds` })))

  const taken = <Name extends Detail>(detail: Name): Person[Name] => {
    if (chosen[detail] === 'second' && isSaid(second[detail])) return second[detail]
    return isSaid(first[detail]) ? first[detail] : second[detail]
  }
  const [kept, other] = second.accountId !== null ? [second, first] : [first, second]
  return accept({
    keptId: kept.id,
    otherId: other.id,
    details: { name: taken('name'), email: taken('email'), telephone: taken('telephone'), note: taken('note') },
  })
}

const isSaid = (value: string | null): boolean => value !== null && value !== ''
