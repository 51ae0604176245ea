/**
 * A data coordinator reports the figures of one or several organisations: one of the partnership's people, whatever the role of their account, for as long as
 * the days say. A contributor also reports for the organisations where they have a post, and whoever keeps the partnership's figures for everybody.
 */
import { addDays, type Day } from '../../kernel/day.ts'
import type { Role } from '../../kernel/duty.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Span } from '../../kernel/span.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'

export type Coordination = Span & { readonly id: Id<'coordinator'>; readonly organisationId: OrganisationId; readonly personId: PersonId }

/** Somebody at the table as a reporter, today. */
export type Coordinator = {
  readonly personId: PersonId
  readonly name: string
  /** Null for somebody who cannot sign in. */
  readonly role: Role | null
  readonly organisationIds: readonly OrganisationId[]
  /** Where they have a post. */
  readonly postIds: readonly OrganisationId[]
}

/** Data coordinators, and contributors, who report for where their post is. */
export const isReporter = ({ organisationIds, role }: Coordinator): boolean => organisationIds.length > 0 || role === 'contributor'

/** What begins and what ends so that somebody reports for these organisations from today on. What began today only is as if it had never been. */
export function settle(held: readonly Coordination[], chosen: readonly OrganisationId[], today: Day) {
  const over = held.filter(({ organisationId }) => !chosen.includes(organisationId))
  return {
    begun: chosen.filter(id => !held.some(({ organisationId }) => organisationId === id)),
    ended: over.filter(({ beginsOn }) => beginsOn === null || beginsOn < today).map(({ id }) => id),
    removed: over.filter(({ beginsOn }) => beginsOn !== null && beginsOn >= today).map(({ id }) => id),
    lastDay: addDays(today, -1),
  }
}
