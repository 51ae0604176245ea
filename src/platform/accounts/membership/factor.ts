import type { Problem } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type Handler, page, redirect, template } from '../../web/index.ts'
import { removeFactors } from '../factor/store.ts'
import { tellOwner } from '../letter/tell.ts'
import { memberAsked } from './asked.ts'
import { type Member, removeFactor } from './membership.ts'

export const confirmFactorRemoval: Handler = async visit => factorPage(await memberAsked(visit))

/** For a colleague who has lost their telephone and their codes: from then on their passphrase lets them in, and they set up another one. */
export const removeMemberFactor: Handler = async visit => {
  const { db, address, requestId, now } = visit
  const member = await memberAsked(visit)
  const ruling = removeFactor(member)
  if (!ruling.accepted) return factorPage(member, ruling.problems)
  const { accountId, name } = member
  await removeFactors(db, accountId)
  await noteSecurityEvent(db, { accountId, event: 'factor-removed', address, requestId, detail: { by: 'by an administrator' } })
  await tellOwner(db, accountId, 'factor-changed', now)
  return redirect(`accounts/${accountId}`, `${name} has no second factor any more`)
}

function factorPage(member: Member, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Remove the second factor of ${member.name}`,
    member,
    breadcrumbs: [
      { text: 'Accounts', href: 'accounts' },
      { text: member.name, href: `accounts/${member.accountId}` },
    ],
  }
  return page(template(import.meta.url, 'factor-removal.njk'), view, problems)
}
