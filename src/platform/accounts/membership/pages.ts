import { momentLabel } from '../../../kernel/moment.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import {
  type Answer,
  editionOf,
  entered,
  type Fields,
  type Handler,
  overtaken,
  page,
  redirect,
  roleNames,
  roleSummaries,
  roles,
  template,
  text,
  type Visit,
} from '../../web/index.ts'
import { factorRoles } from '../factor-role/store.ts'
import { expiresAt, pathOf } from '../one-time-link/one-time-link.ts'
import { withdrawAllLinks, withdrawLinks } from '../one-time-link/store.ts'
import { endSessionsOf, sessionsOf } from '../session/store.ts'
import { memberAsked } from './asked.ts'
import { readColleague, readRole } from './form.ts'
import { type Invited, invite, inviteColleague } from './invite-colleague.ts'
import { addTo, changeRole, inviteAgain, type Member, removeAccess, removeFactor, sendAgain, stateOf } from './membership.ts'
import { shownSessions } from './sessions.ts'
import { administratorsIn, lockMembers, membersOf, removeMembership, setRole } from './store.ts'

export const listAccounts: Handler = async ({ db, partnership, signedIn, now }) => {
  const members = await membersOf(db, partnership.id)
  const asked = await factorRoles(db, partnership.id)
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Accounts',
    canAdd: addTo(partnership).accepted,
    asked: asked.map(role => roleNames[role].toLowerCase()),
    members: members.map(member => ({
      href: `accounts/${member.accountId}`,
      name: member.name,
      isSelf: member.accountId === signedIn.accountId,
      email: member.email,
      role: roleNames[member.role],
      state: stateOf(member, now),
      hasFactor: member.hasFactor,
      needsFactor: asked.includes(member.role),
    })),
  })
}

export const newAccount: Handler = async visit => {
  const open = addTo(visit.partnership)
  // From the page of somebody at the table: their name and address, by which the account becomes theirs.
  return newAccountPage(visit, visit.query, open.accepted ? [] : open.problems)
}

export const createAccount: Handler = async visit => {
  const { db, partnership, body, now } = visit
  const open = addTo(partnership)
  const form = open.accepted ? readColleague(body) : open
  if (!form.accepted) return newAccountPage(visit, body, form.problems)

  const added = await inviteColleague(db, { ...form.value, partnershipId: partnership.id }, { byMail: visit.sendsMail, now })
  if (!added.accepted) return newAccountPage(visit, body, added.problems)
  const { member, invited } = added.value
  return noted(visit, member, invited)
}

export const editAccount: Handler = async visit => memberPage(visit, await memberAsked(visit))

export const changeAccountRole: Handler = async visit => {
  const { db, partnership, body } = visit
  await lockMembers(db, partnership.id)
  const member = await memberAsked(visit)
  const form = readRole(body)
  const role = form.accepted ? changeRole({ member, administrators: await administratorsIn(db, partnership.id) }, form.value.role) : form
  if (!role.accepted) return memberPage(visit, member, role.problems)
  const meanwhile = overtaken(text(body, 'edition'), body, shownOf(member), { role: ['The role', roleNames[member.role]] })
  if (meanwhile.length > 0) return memberPage(visit, member, meanwhile, role.value)

  await setRole(db, { partnershipId: partnership.id, accountId: member.accountId, role: role.value })
  return redirect('accounts', `${member.name} is ${roleNames[role.value].toLowerCase()} now`)
}

/** By mail where mail is set up, unless the administrator would rather pass the link on. */
export const createInvitation: Handler = async visit => {
  const { db, partnership, body, now, sendsMail } = visit
  const member = await memberAsked(visit)
  const byMail = sendsMail && text(body, 'by') === 'mail'
  const ruling = byMail ? sendAgain(member) : inviteAgain(member)
  if (!ruling.accepted) return memberPage(visit, member, ruling.problems)
  const invited = await invite(db, partnership.id, member, { byMail, now })
  return invited.accepted ? noted(visit, member, invited.value) : memberPage(visit, member, invited.problems)
}

export const withdrawInvitation: Handler = async visit => {
  const member = await memberAsked(visit)
  // Somebody who belongs elsewhere too may have been invited from there.
  const ruling = inviteAgain(member)
  if (!ruling.accepted) return memberPage(visit, member, ruling.problems)
  await withdrawLinks(visit.db, member.accountId, ['invitation'])
  return redirect(`accounts/${member.accountId}`, `The invitation of ${member.name} is withdrawn: its link opens nothing any more`)
}

async function noted(visit: Visit, member: Member, invited: Invited): Promise<Answer> {
  const { db, address, requestId } = visit
  if (invited.by === 'nothing') return redirect('accounts', `${member.name} is added, and signs in with the passphrase they have`)
  if (member.hasPassphrase && invited.by === 'mail')
    return redirect('accounts', `${member.name} is added, signs in with the passphrase they have, and is told by mail`)
  await noteSecurityEvent(db, { accountId: member.accountId, event: 'invited', address, requestId })
  if (invited.by === 'link') return linkPage(visit, member, invited.secret)
  return redirect('accounts', `An invitation is on its way to ${member.name} (${member.email})`)
}

export const confirmRemoval: Handler = async visit => removalPage(await memberAsked(visit))

export const removeAccount: Handler = async visit => {
  const { db, partnership, signedIn } = visit
  await lockMembers(db, partnership.id)
  const member = await memberAsked(visit)
  const ruling = removeAccess({ member, administrators: await administratorsIn(db, partnership.id) })
  if (!ruling.accepted) return removalPage(member, ruling.problems)

  await removeMembership(db, partnership.id, member.accountId)
  // A link that has not been used was made for this partnership, and an account elsewhere has its passphrase.
  if (!member.isElsewhere) {
    await withdrawAllLinks(db, member.accountId)
    await endSessionsOf(db, member.accountId)
  }
  return redirect(
    member.accountId === signedIn.accountId ? '/' : 'accounts',
    `${member.name} has no access to ${partnership.name} any more`,
  )
}

function newAccountPage({ sendsMail }: Visit, fields: Fields, problems: readonly Problem[] = []): Answer {
  const { name = '', email = '' } = entered(fields)
  const view = { title: 'Add a colleague', name, email, sendsMail, roles: rolesToChoose(text(fields, 'role')), breadcrumbs: toAccounts }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

const shownOf = ({ role }: Member) => ({ role })

async function memberPage(visit: Visit, member: Member, problems: readonly Problem[] = [], chosen = member.role): Promise<Answer> {
  const { db, now, signedIn, sendsMail } = visit
  const isSelf = member.accountId === signedIn.accountId
  const view = {
    title: member.name,
    member,
    state: stateOf(member, now),
    isSelf,
    canSend: !isSelf && sendsMail && sendAgain(member).accepted,
    canMakeLink: !isSelf && inviteAgain(member).accepted,
    sendsMail,
    canRemoveFactor: removeFactor(member).accepted,
    sessions: shownSessions(await sessionsOf(db, member.accountId, now), visit),
    roles: rolesToChoose(chosen),
    edition: editionOf(shownOf(member)),
    breadcrumbs: toAccounts,
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

function removalPage(member: Member, problems: readonly Problem[] = []): Answer {
  return page(
    template(import.meta.url, 'removal.njk'),
    { title: `Remove the access of ${member.name}`, member, breadcrumbs: toAccounts },
    problems,
  )
}

/** Shown once: only its digest is kept. So the page is the answer itself, and nothing to come back to. */
function linkPage({ origin, now }: Visit, member: Member, secret: string): Answer {
  const view = {
    title: `A link for ${member.name}`,
    member,
    link: `${origin}${pathOf('invitation', secret)}`,
    until: momentLabel(expiresAt('invitation', now)),
    breadcrumbs: toAccounts,
  }
  return page(template(import.meta.url, 'link.njk'), view)
}

const rolesToChoose = (chosen: string) =>
  roles.map(value => ({ value, text: roleNames[value], hint: { text: roleSummaries[value] }, checked: value === chosen }))

const toAccounts = [{ text: 'Accounts', href: 'accounts' }]
