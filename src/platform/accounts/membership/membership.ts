import { dayIn, dayLabel } from '../../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { PartnershipAddress, Role } from '../../web/index.ts'

/** A member is somebody with an account who belongs to a partnership, in one role. */
export type Member = {
  readonly accountId: number
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly isExample: boolean
  readonly hasPassphrase: boolean
  /** The organisations with whose providers they sign in here. */
  readonly providers: readonly string[]
  readonly hasFactor: boolean
  /** Their account opens another partnership too. */
  readonly isElsewhere: boolean
  /** Of the invitation that they have not used yet. */
  readonly invitation: { readonly until: Temporal.Instant; readonly byMail: boolean; readonly couldNotBeSent: boolean } | null
}

/** How many administrators there are, this member among them or not. */
type Standing = { readonly member: Member; readonly administrators: number }

export function changeRole({ member, administrators }: Standing, role: Role): Ruling<Role> {
  if (member.role === 'administrator' && role !== 'administrator' && administrators < 2)
    return refuse({ field: 'role', text: `${member.name} is the only administrator. Make somebody else an administrator first` })
  return accept(role)
}

export function removeAccess({ member, administrators }: Standing): Ruling<Member> {
  if (member.role === 'administrator' && administrators < 2)
    return refuse({ text: `${member.name} is the only administrator. Make somebody else an administrator first` })
  return accept(member)
}

export function stateOf({ isExample, hasPassphrase, providers, invitation }: Member, now: Temporal.Instant): string {
  if (isExample) return 'One of the people of the example'
  if (providers.length > 0) return `Signs in with ${providers.join(', ')}`
  if (hasPassphrase) return 'Can sign in'
  if (invitation === null) return 'Not invited at present'
  if (invitation.couldNotBeSent) return 'The invitation could not be sent'
  const until = dayLabel(dayIn(invitation.until))
  return Temporal.Instant.compare(now, invitation.until) < 0
    ? `Invited, not yet accepted, until ${until}`
    : `Invited, and did not accept by ${until}`
}

/** A mail goes to the person themself, as long as they have not chosen a passphrase: after that they can ask for one on their own. */
export function sendAgain(member: Member): Ruling<Member> {
  if (member.isExample) return refuse({ text: `${member.name} is one of the people of the example, and nobody signs in as them` })
  if (member.providers.length > 0) return refuse({ text: `${member.name} signs in with ${member.providers.join(', ')} already` })
  if (member.hasPassphrase)
    return refuse({ text: `${member.name} can sign in already. Where one signs in they can say that they have forgotten their passphrase` })
  return accept(member)
}

/** A link lets its holder be that person wherever they belong, so it is made only where that is here and nowhere else. */
export function inviteAgain(member: Member): Ruling<Member> {
  if (member.isExample) return refuse({ text: `${member.name} is one of the people of the example, and nobody signs in as them` })
  if (member.isElsewhere)
    return refuse({
      text: `${member.name} also belongs to another partnership, so no link can be made here. Whoever runs this Goldthread can help`,
    })
  return accept(member)
}

/** It guards wherever they belong, so an administrator takes it away only where that is here and nowhere else. */
export function removeFactor(member: Member): Ruling<Member> {
  if (!member.hasFactor) return refuse({ text: `${member.name} has no second factor` })
  if (member.isElsewhere)
    return refuse({
      text: `${member.name} also belongs to another partnership, so their second factor cannot be removed here. Whoever runs this Goldthread can help`,
    })
  return accept(member)
}

export function addTo({ isExample }: PartnershipAddress): Ruling<null> {
  return isExample ? refuse({ text: 'Nobody can be added to the example. Set up your own partnership to add colleagues' }) : accept(null)
}
