import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { post } from '../../mail/index.ts'
import { found, type Role } from '../../web/index.ts'
import { accountByEmail, addAccount } from '../account/store.ts'
import { invitationLimits } from '../attempt/attempt.ts'
import { beginAttempt } from '../attempt/store.ts'
import { keyOf } from '../one-time-link/one-time-link.ts'
import { addLink, addSecret } from '../one-time-link/store.ts'
import type { Member } from './membership.ts'
import { addMembership, lockMembers, memberOf } from './store.ts'

export type Colleague = { readonly partnershipId: number; readonly name: string; readonly email: string; readonly role: Role }
export type How = { readonly byMail: boolean; readonly now: Temporal.Instant }

/** How a colleague learns of it: they can sign in already, a mail is on its way, or a link has to be passed on, whose secret is nowhere else. */
export type Invited = { readonly by: 'nothing' } | { readonly by: 'mail' } | { readonly by: 'link'; readonly secret: string }

/**
 * Somebody joins a partnership, and gets an account if they have none. In a transaction of the platform; with mail (`visit.sendsMail`) they are
 * written to once it is committed.
 */
export async function inviteColleague(
  db: Db,
  { partnershipId, email, name, role }: Colleague,
  how: How,
): Promise<Ruling<{ readonly member: Member; readonly invited: Invited }>> {
  await lockMembers(db, partnershipId)
  const existing = await accountByEmail(db, email)
  if (existing?.isExample) return refuse({ field: 'email', text: 'That is the address of one of the people of the example' })
  if (existing && (await memberOf(db, partnershipId, existing.id)))
    return refuse({ field: 'email', text: `${existing.name} belongs to this partnership already` })

  const accountId = existing?.id ?? (await addAccount(db, { email, name, passphraseHash: null, isExample: false }))
  await addMembership(db, { partnershipId, accountId, role })
  const member = found(await memberOf(db, partnershipId, accountId))
  if (!member.hasPassphrase && (how.byMail || !member.isElsewhere)) {
    const invited = await invite(db, partnershipId, member, how)
    return invited.accepted ? accept({ member: found(await memberOf(db, partnershipId, accountId)), invited: invited.value }) : invited
  }
  if (how.byMail)
    await post(db, { letter: 'added', about: { accountId }, key: `added ${partnershipId} ${accountId} ${how.now}`, partnershipId })
  return accept({ member, invited: { by: how.byMail ? 'mail' : 'nothing' } })
}

/** A new invitation takes the place of the one before. */
export async function invite(db: Db, partnershipId: number, { accountId, email }: Member, { byMail, now }: How): Promise<Ruling<Invited>> {
  if (byMail) {
    const attempt = await beginAttempt(db, invitationLimits(partnershipId, email), now)
    if (!attempt.accepted) return attempt
  }
  const linkId = await addLink(db, { accountId, purpose: 'invitation', byMail }, now)
  if (!byMail) return accept({ by: 'link', secret: await addSecret(db, linkId) })
  await post(db, { letter: 'invitation', about: { linkId }, key: keyOf('invitation', linkId), partnershipId })
  return accept({ by: 'mail' })
}
