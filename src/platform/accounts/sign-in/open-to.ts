import type { Db } from '../../db/index.ts'
import type { PartnershipAddress, Role, SignedIn } from '../../web/index.ts'
import { partnershipsOf } from '../address/store.ts'
import { onlyPartnershipOf } from '../provider/store.ts'

/** The partnerships that are open to somebody as they signed in: all of theirs, or the one whose provider vouched for them. */
export async function openTo(db: Db, { accountId, sessionToken }: SignedIn): Promise<(PartnershipAddress & { readonly role: Role })[]> {
  const only = await onlyPartnershipOf(db, sessionToken)
  return (await partnershipsOf(db, accountId)).filter(({ id }) => only === null || id === only)
}
