import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { found, type PartnershipAddress, type Role } from '../../web/index.ts'
import { accountByEmail, addAccount } from '../account/store.ts'
import { invite } from '../invitation/store.ts'
import type { Member } from './membership.ts'
import { addMembership, lockMembers, memberOf } from './store.ts'

export type Colleague = { readonly name: string; readonly email: string; readonly role: Role }

/** Somebody who joins a partnership, from its page or by a command. The token is their link's; who can sign in already needs none. */
export async function addColleague(
  db: Db,
  partnership: PartnershipAddress,
  { email, name, role }: Colleague,
  now: Temporal.Instant,
): Promise<Ruling<{ readonly member: Member; readonly token: string | null }>> {
  await lockMembers(db, partnership.id)
  const existing = await accountByEmail(db, email)
  if (existing?.isExample) return refuse({ field: 'email', text: 'That is the address of one of the people of the example' })
  if (existing && (await memberOf(db, partnership.id, existing.id)))
    return refuse({ field: 'email', text: `${existing.name} belongs to this partnership already` })

  const accountId = existing?.id ?? (await addAccount(db, { email, name, passphraseHash: null, isExample: false }))
  await addMembership(db, { partnershipId: partnership.id, accountId, role })
  const member = found(await memberOf(db, partnership.id, accountId))
  return accept({ member, token: member.hasPassphrase || member.isElsewhere ? null : await invite(db, accountId, now) })
}
