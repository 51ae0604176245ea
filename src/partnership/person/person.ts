/**
 * A person is somebody at the table, whether or not they ever sign in. What they are at an organisation is a post, with its days; when they move, the
 * post ends and another begins, so that it can be asked who somebody was on any day.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { OrganisationId } from '../organisation/organisation.ts'

export type PersonId = Id<'person'>

export type Person = {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly telephone: string
  readonly note: string
  readonly accountId: number | null
}

/** The first and the last day on which something holds; null for as long as anybody knows. */
export type Span = { readonly beginsOn: Day | null; readonly endsOn: Day | null }

export const holdsOn = ({ beginsOn, endsOn }: Span, today: Day): boolean =>
  (beginsOn === null || beginsOn <= today) && (endsOn === null || today <= endsOn)

export type Post = Span & {
  readonly id: Id<'post'>
  readonly personId: PersonId
  readonly organisationId: OrganisationId
  readonly title: string
}

/** While somebody is away their deputies act. */
export type Absence = Span & { readonly id: Id<'absence'>; readonly personId: PersonId; readonly reason: string }
