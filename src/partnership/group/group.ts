/**
 * A group is where people of several organisations meet: a board, an executive, a thematic partnership, a working group. It has a layer and reports to
 * another; it answers for themes and outcomes, which the performance module knows. A task and finish group has a last day.
 */
import type { Id } from '../../kernel/ids.ts'
import type { Span } from '../../kernel/span.ts'
import type { Sector } from '../organisation/organisation.ts'

export type GroupId = Id<'group'>

export const layers = ['strategic', 'executive', 'operational'] as const
export type Layer = (typeof layers)[number]

export const groupKinds = ['board', 'executive', 'management-group', 'thematic-partnership', 'working-group', 'task-and-finish'] as const
export type GroupKind = (typeof groupKinds)[number]

export type Group = Span & {
  readonly id: GroupId
  readonly name: string
  /** PMG: begins the references of its actions (rules E11). */
  readonly shortName: string
  readonly layer: Layer
  readonly kind: GroupKind
  /** The group that it reports to first of all. */
  readonly parentId: GroupId | null
  readonly termsOfReference: string
  /** Seats that have to be represented (rules E9); null when none was agreed. */
  readonly quorum: number | null
  /** Whether deputies act only while nobody who sits there is to be had, or always. */
  readonly deputiesAct: 'when-away' | 'always'
}

/** So many seats of a sector have to be represented besides. */
export type SectorQuorum = { readonly groupId: GroupId; readonly sector: Sector; readonly number: number }

export const reaches = ['national', 'regional', 'county', 'district', 'neighbouring'] as const
/** A body outside the partnership: a county board, a government office. */
export type OutsideBody = { readonly id: Id<'outside-body'>; readonly name: string; readonly reach: (typeof reaches)[number] }

export const linkKinds = ['reports-to', 'works-with', 'counterpart'] as const
/** Besides its parent. Exactly one of the two ends is set. */
export type GroupLink = {
  readonly id: Id<'group-link'>
  readonly groupId: GroupId
  readonly kind: (typeof linkKinds)[number]
  readonly toGroupId: GroupId | null
  readonly toBodyId: OutsideBody['id'] | null
}
