import type { Db } from '../db/index.ts'
import { NotFound, NotSignedIn } from './absence.ts'
import type { PartnershipAddress, Role, SignedIn, Visitor } from './visit.ts'

/**
 * Who came, and where to. A partnership that does not exist and one the person does not belong to are the same here: no place,
 * so that nobody can learn which partnerships there are.
 */
export type Arrival = {
  readonly signedIn: SignedIn | null
  readonly place: { readonly partnership: PartnershipAddress; readonly role: Role } | null
  /** Only when one is looking round the example: its people, and whether there is no partnership yet besides it. */
  readonly example: { readonly people: readonly Visitor[]; readonly canSetUp: boolean } | null
}

/** How the shell learns it. Accounts know; main.ts passes their function in. */
export type Arrive = (db: Db, sessionToken: string, slug: string | undefined, now: Temporal.Instant) => Promise<Arrival>

export const nobody: Arrival = { signedIn: null, place: null, example: null }

export function whoAndWhere({ signedIn, place }: Arrival): { signedIn: SignedIn; visitor: Visitor; partnership: PartnershipAddress } {
  if (!signedIn) throw new NotSignedIn()
  if (!place) throw new NotFound()
  return { signedIn, visitor: { accountId: signedIn.accountId, name: signedIn.name, role: place.role }, partnership: place.partnership }
}
