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
  /** The people of the example, when one is looking round it. */
  readonly personas: readonly Visitor[]
}

/** How the shell learns it. Accounts know; main.ts passes their function in. */
export type Arrive = (db: Db, sessionToken: string, slug: string | undefined, now: Temporal.Instant) => Promise<Arrival>

export const nobody: Arrival = { signedIn: null, place: null, personas: [] }

export function visitorOf({ signedIn, place }: Arrival): { visitor: Visitor; partnership: PartnershipAddress } {
  if (!signedIn) throw new NotSignedIn()
  if (!place) throw new NotFound()
  return { visitor: { accountId: signedIn.accountId, name: signedIn.name, role: place.role }, partnership: place.partnership }
}
