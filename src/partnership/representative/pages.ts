import { found, type Handler, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import { lockOrganisation, organisations } from '../organisation/store.ts'
import { readOrganisations } from './form.ts'
import type { Representative } from './representative.ts'
import { representatives, setRepresentative } from './store.ts'

export const listRepresentatives: Handler = async ({ db }) => {
  const [all, people] = await Promise.all([organisations(db), representatives(db)])
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Who reports for whom',
    people: people.map(({ accountId, name, organisationIds }) => ({
      name,
      href: `representatives/${accountId}/edit`,
      organisations: organisationIds.map(id => names.get(id) ?? ''),
    })),
    breadcrumbs: [{ text: 'Organisations', href: 'organisations' }],
  })
}

export const editRepresentative: Handler = async visit => {
  const [all, { name, accountId, organisationIds }] = await Promise.all([organisations(visit.db), representativeAsked(visit)])
  return page(template(import.meta.url, 'edit.njk'), {
    title: `Organisations that ${name} reports for`,
    action: `representatives/${accountId}/edit`,
    organisations: all.map(({ id, name: text }) => ({ value: id, text, checked: organisationIds.includes(id) })),
    breadcrumbs: [
      { text: 'Organisations', href: 'organisations' },
      { text: 'Who reports for whom', href: 'representatives' },
    ],
  })
}

export const updateRepresentative: Handler = async visit => {
  const { db, body } = visit
  const { name, accountId } = await representativeAsked(visit)
  const chosen = readOrganisations(body, await organisations(db))
  for (const each of chosen) await lockOrganisation(db, each)
  await setRepresentative(db, accountId, chosen)
  return redirect(
    'representatives',
    chosen.length === 0
      ? `${name} reports for nobody now`
      : `${name} reports for ${chosen.length === 1 ? '1 organisation' : `${chosen.length} organisations`} now`,
  )
}

async function representativeAsked({ db, params }: Visit): Promise<Representative> {
  return found((await representatives(db)).find(({ accountId }) => String(accountId) === params['contributor']))
}
