/** Who owns an action, in words: a seat with whoever sits there today, so that nobody has to look it up. */
import type { GroupId, Named, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'
import type { Owner } from './action.ts'

export type OwnerKind = 'person' | 'seat' | 'organisation' | 'group'
/** As it stands in the database, with what it is called. */
export type NamedOwner = { readonly kind: OwnerKind; readonly id: number; readonly name: string }

export function ownerOf({ kind, id }: Pick<NamedOwner, 'kind' | 'id'>): Owner {
  if (kind === 'person') return { personId: id as PersonId }
  if (kind === 'seat') return { seatId: id as SeatId }
  return kind === 'organisation' ? { organisationId: id as OrganisationId } : { groupId: id as GroupId }
}

/** As it stands in a form: seat-12. */
export const ownerKey = ({ kind, id }: Pick<NamedOwner, 'kind' | 'id'>): string => `${kind}-${id}`

/** Ruth Calder; Chair, Management Group (Amina Khan, acting: Joe Bell). What was typed stands where nobody is named. */
export function ownersInWords(owners: readonly NamedOwner[], sitting: readonly Named[], asTyped = ''): string[] {
  const words = owners.map(({ kind, id, name }) => {
    const inPerson = kind === 'seat' ? sitting.find(each => each.kind === 'seat' && each.id === id)?.words : undefined
    return inPerson === undefined ? name : `${name} (${inPerson})`
  })
  return words.length === 0 && asTyped !== '' ? [asTyped] : words
}
