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
import { expiresAt } from '../invitation/invitation.ts'
import { invite, withdrawInvitations } from '../invitation/store.ts'
import { sessionsOf } from '../session/store.ts'
import { addColleague } from './add-colleague.ts'
import { memberAsked } from './asked.ts'
import { readColleague, readRole } from './form.ts'
import { addTo, changeRole, inviteAgain, type Member, removeAccess, removeFactor } from './membership.ts'
import { shownSessions } from './sessions.ts'
import { administratorsIn, lockMembers, membersOf, removeMembership, setRole } from './store.ts'

export const listAccounts: Handler = async ({ db, partnership, signedIn }) => {
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
      state: stateOf(member),
      hasFactor: member.hasFactor,
      needsFactor: asked.includes(member.role),
    })),
  })
}

export const newAccount: Handler = async ({ partnership }) => {
  const open = addTo(partnership)
  return newAccountPage({}, open.accepted ? [] : open.problems)
}

export const createAccount: Handler = async visit => {
  const { db, partnership, body, now } = visit
  const open = addTo(partnership)
  const form = open.accepted ? readColleague(body) : open
  if (!form.accepted) return newAccountPage(body, form.problems)

  const added = await addColleague(db, partnership, form.value, now)
  if (!added.accepted) return newAccountPage(body, added.problems)
  const { member, token } = added.value
  return token === null
    ? redirect('accounts', `${member.name} is added, and signs in with the passphrase they have`)
    : noted(visit, member, token)
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

export const createInvitation: Handler = async visit => {
  const member = await memberAsked(visit)
  const ruling = inviteAgain(member)
  if (!ruling.accepted) return memberPage(visit, member, ruling.problems)
  return noted(visit, member, await invite(visit.db, member.accountId, visit.now))
}

async function noted(visit: Visit, member: Member, token: string): Promise<Answer> {
  const { db, address, requestId } = visit
  await noteSecurityEvent(db, { accountId: member.accountId, event: 'invited', address, requestId })
  return linkPage(visit, member, token)
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
  if (!member.isElsewhere) await withdrawInvitations(db, member.accountId)
  return redirect(
    member.accountId === signedIn.accountId ? '/' : 'accounts',
    `${member.name} has no access to ${partnership.name} any more`,
  )
}

function newAccountPage(fields: Fields, problems: readonly Problem[] = []): Answer {
  const { name = '', email = '' } = entered(fields)
  const view = { title: 'Add a colleague', name, email, roles: rolesToChoose(text(fields, 'role')), breadcrumbs: toAccounts }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

const shownOf = ({ role }: Member) => ({ role })

async function memberPage(visit: Visit, member: Member, problems: readonly Problem[] = [], chosen = member.role): Promise<Answer> {
  const { db, now, signedIn } = visit
  const view = {
    title: member.name,
    member,
    state: stateOf(member),
    isSelf: member.accountId === signedIn.accountId,
    canInvite: member.accountId !== signedIn.accountId && inviteAgain(member).accepted,
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
function linkPage({ origin, now }: Visit, member: Member, token: string): Answer {
  const view = {
    title: `A link for ${member.name}`,
    member,
    link: `${origin}/invitation/${token}`,
    until: momentLabel(expiresAt(now)),
    breadcrumbs: toAccounts,
  }
  return page(template(import.meta.url, 'link.njk'), view)
}

function stateOf({ isExample, hasPassphrase, providers }: Member): string {
  if (isExample) return 'One of the people of the example'
  if (providers.length > 0) return `Signs in with ${providers.join(', ')}`
  return hasPassphrase ? 'Can sign in' : 'Has not chosen a passphrase yet'
}

const rolesToChoose = (chosen: string) =>
  roles.map(value => ({ value, text: roleNames[value], hint: { text: roleSummaries[value] }, checked: value === chosen }))

const toAccounts = [{ text: 'Accounts', href: 'accounts' }]
