import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import type { Organisation, OrganisationId } from '../organisation/organisation.ts'
import { lockOrganisation, organisations } from '../organisation/store.ts'
import { readOrganisations } from './form.ts'
import type { Representative } from './representative.ts'
import { lockRepresentatives, representatives, setRepresentative } from './store.ts'

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
  const [all, asked] = await Promise.all([organisations(visit.db), representativeAsked(visit)])
  return organisationsPage(all, asked, asked.organisationIds)
}

export const updateRepresentative: Handler = async visit => {
  const { db, body } = visit
  await lockRepresentatives(db)
  const [all, asked] = await Promise.all([organisations(db), representativeAsked(visit)])
  const chosen = readOrganisations(body, all)
  const names = all.filter(({ id }) => asked.organisationIds.includes(id)).map(({ name }) => name)
  const meanwhile = overtaken(text(body, 'edition'), body, shownOf(asked), {
    organisationId: [`What ${asked.name} reports for`, names.join(', ')],
  })
  if (meanwhile.length > 0) return organisationsPage(all, asked, chosen, meanwhile)

  const { name, accountId } = asked
  for (const each of chosen) await lockOrganisation(db, each)
  await setRepresentative(db, accountId, chosen)
  return redirect(
    'representatives',
    chosen.length === 0
      ? `${name} reports for nobody now`
      : `${name} reports for ${chosen.length === 1 ? '1 organisation' : `${chosen.length} organisations`} now`,
  )
}

const shownOf = ({ organisationIds }: Representative) => ({ organisationId: organisationIds.map(String) })

function organisationsPage(
  all: readonly Organisation[],
  asked: Representative,
  chosen: readonly OrganisationId[],
  problems: readonly Problem[] = [],
): Answer {
  const { name, accountId } = asked
  const view = {
    title: `Organisations that ${name} reports for`,
    action: `representatives/${accountId}/edit`,
    organisations: all.map(({ id, name: text }) => ({ value: id, text, checked: chosen.includes(id) })),
    edition: editionOf(shownOf(asked)),
    breadcrumbs: [
      { text: 'Organisations', href: 'organisations' },
      { text: 'Who reports for whom', href: 'representatives' },
    ],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

async function representativeAsked({ db, params }: Visit): Promise<Representative> {
  return found((await representatives(db)).find(({ accountId }) => String(accountId) === params['contributor']))
}
