import type { Problem } from '../../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  type Handler,
  overtaken,
  page,
  type Role,
  redirect,
  roleNames,
  roles,
  template,
  text,
  texts,
  type Visit,
} from '../../web/index.ts'
import { factorRoles, setFactorRoles } from './store.ts'

/** What a partnership that is set up begins with: whoever can change what others see. */
export const usualFactorRoles: readonly Role[] = ['administrator', 'performance-officer']

export const showFactorRoles: Handler = async visit => rolesPage(visit, await factorRoles(visit.db, visit.partnership.id))

export const changeFactorRoles: Handler = async visit => {
  const { db, partnership, body } = visit
  const chosen = roles.filter(role => texts(body, 'roles').includes(role))
  const now = await factorRoles(db, partnership.id)
  if (partnership.isExample)
    return rolesPage(visit, now, [{ text: 'Anybody can be one of the people of the example, so nobody is asked for a second factor here' }])
  const meanwhile = overtaken(text(body, 'edition'), { roles: chosen }, shownOf(now), { roles: ['What is chosen', inWords(now)] })
  if (meanwhile.length > 0) return rolesPage(visit, chosen, meanwhile)
  await setFactorRoles(db, partnership.id, chosen)
  return redirect('accounts', chosen.length === 0 ? 'No role needs a second factor' : `A second factor is needed by: ${inWords(chosen)}`)
}

const shownOf = (chosen: readonly Role[]) => ({ roles: chosen })
const inWords = (chosen: readonly Role[]): string => chosen.map(role => roleNames[role].toLowerCase()).join(', ')

async function rolesPage({ db, partnership }: Visit, chosen: readonly Role[], problems: readonly Problem[] = []): Promise<Answer> {
  const view = {
    title: 'Who needs a second factor',
    isExample: partnership.isExample,
    edition: editionOf(shownOf(await factorRoles(db, partnership.id))),
    roles: roles.map(value => ({ value, text: roleNames[value], checked: chosen.includes(value) })),
    breadcrumbs: [{ text: 'Accounts', href: 'accounts' }],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
