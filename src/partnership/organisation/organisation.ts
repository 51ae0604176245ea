/**
 * An organisation is a body around the table: a council, a health trust, the police, a voluntary organisation.
 * It leads on indicators or contributes to them. Two of one name would be one to whoever reads it, so there are none.
 */
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Span } from '../../kernel/span.ts'

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

export const sectorNames: Readonly<Record<Sector, string>> = {
  'local-authority': 'Local authority',
  health: 'Health',
  police: 'Police',
  fire: 'Fire and rescue',
  probation: 'Probation',
  education: 'Education',
  housing: 'Housing',
  business: 'Business',
  voluntary: 'Voluntary and community',
  parish: 'Parish or town council',
  'government-office': 'Government office',
  regulator: 'Regulator',
  other: 'Other',
}

export type Organisation = { readonly id: OrganisationId; readonly name: string }

/** What is known of an organisation besides its name. Its days are those on which there was such a body. */
export type OrganisationDraft = Span & { readonly name: string; readonly sector: Sector | null; readonly identifier: string | null }
export type OrganisationRecord = OrganisationDraft & { readonly id: OrganisationId }

/** Those who have the name or the identifier already, if some have. */
export type Namesakes = { readonly ofName: Organisation | null; readonly ofIdentifier: Organisation | null }

export function describeOrganisation(
  draft: OrganisationDraft,
  { ofName, ofIdentifier }: Namesakes,
  itself: OrganisationId | null,
): Ruling<OrganisationDraft> {
  const problems: Problem[] = []
  if (ofName !== null && ofName.id !== itself) problems.push({ field: 'name', text: `${ofName.name} is already in the list` })
  if (ofIdentifier !== null && ofIdentifier.id !== itself)
    problems.push({ field: 'identifier', text: `${draft.identifier} is the identifier of ${ofIdentifier.name}` })
  if (draft.beginsOn !== null && draft.endsOn !== null && draft.endsOn < draft.beginsOn)
    problems.push({ field: 'endsOn', text: 'The last day must not be before the first' })
  return problems.length > 0 ? refuse(...problems) : accept(draft)
}
