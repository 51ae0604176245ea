/**
 * An organisation is a body around the table: a council, a health trust, the police, a voluntary organisation.
 * It leads on indicators or contributes to them. Two of one name would be one to whoever reads it, so there are none.
 */
import type { Id } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

export type OrganisationId = Id<'organisation'>

export const sectors = [
  'local-authority',
  'health',
  'police',
  'fire',
  'probation',
  'education',
  'housing',
  'business',
  'voluntary',
  'parish',
  'government-office',
  'regulator',
  'other',
] as const
export type Sector = (typeof sectors)[number]

export type Organisation = { readonly id: OrganisationId; readonly name: string }

/** `namesake` is the organisation that has the name already, if one has. */
export function call(name: string, namesake: Organisation | null, itself: OrganisationId | null): Ruling<string> {
  if (namesake !== null && namesake.id !== itself) return refuse({ field: 'name', text: `${namesake.name} is already in the list` })
  return accept(name)
}
