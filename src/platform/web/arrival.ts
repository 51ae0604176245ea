import type { Db } from '../db/index.ts'
import { LacksFactor, NotFound, NotSignedIn } from './absence.ts'
import { type Capacity, dutiesOf, type PartnershipAddress, type Share, type SignedIn, type Visitor } from './visit.ts'

/**
 * Who came, and where to. A partnership that does not exist and one the person does not belong to are the same here: no place,
 * so that nobody can learn which partnerships there are.
 */
export type Arrival = {
  readonly signedIn: SignedIn | null
  readonly place: Place | null
  /** Only when one is looking round the example: its people, and whether there is no partnership yet besides it. */
  readonly example: { readonly people: readonly Pick<Visitor, 'accountId' | 'name' | 'role'>[]; readonly canSetUp: boolean } | null
}

type Place = {
  readonly partnership: PartnershipAddress
  readonly role: Visitor['role']
  /** Whose guest they are, and what is shared with them. */
  readonly guest?: { readonly of: Pick<PartnershipAddress, 'slug' | 'name'>; readonly shares: readonly Share[] }
  readonly capacity: Capacity
  /** How often the partnership has changed: what was made when it was the same is as good as new. */
  readonly changes: number
  /** Their role needs a second factor here, and they have not shown one. */
  readonly lacksFactor?: boolean
}

/** How the shell learns it. Accounts know; main.ts passes their function in. */
export type Arrive = (db: Db, sessionToken: string, slug: string | undefined, now: Temporal.Instant) => Promise<Arrival>

export const nobody: Arrival = { signedIn: null, place: null, example: null }

export function whoAndWhere({ signedIn, place }: Arrival) {
  if (!signedIn) throw new NotSignedIn()
  if (!place) throw new NotFound()
  if (place.lacksFactor) throw new LacksFactor()
  return { signedIn, visitor: visitorAt(signedIn, place), partnership: place.partnership, changes: place.changes }
}

export const visitorAt = ({ accountId, name }: SignedIn, { role, capacity, guest }: Place): Visitor => ({
  accountId,
  name,
  role,
  ...(guest && { shares: guest.shares }),
  duties: dutiesOf(capacity),
  capacity,
})
