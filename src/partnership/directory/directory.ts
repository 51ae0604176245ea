/**
 * The directory is everybody on one sheet, as people keep it: a row for each seat, with its group, who sits there, for which organisation, and who
 * stands in. Rows that say less are fine: an organisation, a person or a group alone, a seat on which nobody sits.
 */
import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { Span } from '../../kernel/span.ts'
import type { Group, GroupKind, GroupLink, Layer } from '../group/group.ts'
import type { OrganisationRecord, Sector } from '../organisation/organisation.ts'
import type { Person, Post } from '../person/person.ts'
import type { FilledSeat, NamedDeputy, NamedTenure } from '../seat/seat.ts'

/** What a column of such a sheet may be, in the order in which they are written. */
export const directoryColumns = [
  'group',
  'short-name',
  'layer',
  'group-kind',
  'reports-to',
  'group-from',
  'group-until',
  'place',
  'role',
  'seat',
  'seat-for',
  'first-name',
  'person',
  'email',
  'telephone',
  'post',
  'organisation',
  'sector',
  'identifier',
  'from',
  'until',
  'deputy',
  'deputy-email',
  'cover',
  'cover-email',
  'cover-reason',
  'cover-from',
  'cover-until',
] as const
export type DirectoryColumn = (typeof directoryColumns)[number]

export type NameAndEmail = { readonly name: string; readonly email: string }

/** A row as it was written; nothing where a cell is empty. */
export type DirectoryRow = {
  readonly line: number
  readonly cells: { readonly [column in DirectoryColumn]?: string }
  readonly deputies: readonly NameAndEmail[]
}

/** What was said once for the whole sheet: of groups that are new, and of seats whose row says no role. */
export type Assumed = { readonly layer: string; readonly groupKind: string; readonly role: string }

/** What is wrong with a row; `at` says which of several columns for deputies. */
export type RowProblem = { readonly column: DirectoryColumn; readonly at?: number; readonly found: string; readonly text: string }

export type Contact = { readonly name: string; readonly email: string | null; readonly telephone: string }
export type OrganisationFacts = { readonly name: string; readonly sector: Sector | null; readonly identifier: string | null }
export type GroupFacts = {
  readonly name: string
  readonly shortName: string | null
  readonly layer: Layer | null
  readonly kind: GroupKind | null
  readonly reportsTo: string | null
  readonly beginsOn: Day | null
  readonly endsOn: Day | null
}
export type SeatFacts = Span & {
  readonly role: SeatRole
  readonly title: string
  readonly place: number | null
  /** For whom, where it is not the organisation of the row; `own-right` where it is for none. */
  readonly organisation: { readonly name: string } | 'own-right' | null
}

/** A row that could be understood. */
export type ReadRow = {
  readonly line: number
  readonly organisation: OrganisationFacts | null
  readonly group: GroupFacts | null
  readonly person: Contact | null
  readonly post: string
  readonly seat: SeatFacts | null
  readonly deputies: readonly Contact[]
  readonly cover: (Span & { readonly who: Contact; readonly reason: string }) | null
}

/** All that is held of a partnership's people. */
export type Directory = {
  readonly organisations: readonly OrganisationRecord[]
  readonly people: readonly DirectoryPerson[]
  readonly posts: readonly Post[]
  readonly groups: readonly Group[]
  readonly links: readonly GroupLink[]
  readonly seats: readonly FilledSeat[]
}
export type DirectoryPerson = Pick<Person, 'id' | 'name' | 'email' | 'telephone'>

export type Added = string
export type Changed = { readonly field: string; readonly before: string; readonly after: string }
export type RowEffects = { readonly adds: readonly Added[]; readonly changes: readonly Changed[] }
export type PlannedRow =
  | ({ readonly line: number; readonly outcome: 'new' | 'revised' | 'unchanged' } & RowEffects)
  | { readonly line: number; readonly outcome: 'refused'; readonly problem: RowProblem }

/** What is added has a number below zero, which what belongs to it refers to. */
export type Changes<T> = { readonly added: readonly T[]; readonly changed: readonly T[] }
export const kindsOfRecord = ['organisations', 'people', 'posts', 'groups', 'seats', 'tenures', 'deputies'] as const
export type KindOfRecord = (typeof kindsOfRecord)[number]
export type DirectoryChanges = {
  readonly organisations: Changes<OrganisationRecord>
  readonly people: Changes<DirectoryPerson>
  readonly posts: Changes<Post>
  readonly groups: Changes<Group>
  readonly seats: Changes<FilledSeat>
  readonly tenures: Changes<NamedTenure>
  readonly deputies: Changes<NamedDeputy>
}
