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
