import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  roleNames,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import type { Organisation, OrganisationId } from '../organisation/organisation.ts'
import { lockOrganisation, organisations } from '../organisation/store.ts'
import { type Coordinator, isReporter } from './coordinator.ts'
import { readOrganisations } from './form.ts'
import { coordinators, lockCoordinators, setCoordinator } from './store.ts'

export const listCoordinators: Handler = async visit => listPage(visit)

/** Who is to report is chosen from the people at the table; for whom is said on a page of their own. */
export const chooseCoordinator: Handler = async visit => {
  if (visit.query['person'] === undefined) return redirect('coordinators')
  const asked = text(visit.query, 'person')
  const everybody = await coordinators(visit.db, visit.today)
  const chosen = everybody.find(({ personId }) => personId === idOf<'person'>(asked))
  if (chosen !== undefined) return redirect(addressOf(chosen))
  return listPage(visit, [{ field: 'person', text: 'Select who is to report' }])
}

export const editCoordinator: Handler = async visit => {
  const [all, asked] = await Promise.all([organisations(visit.db), coordinatorAsked(visit)])
  return organisationsPage(all, asked, asked.organisationIds)
}

export const updateCoordinator: Handler = async visit => {
  const { db, body, today } = visit
  await lockCoordinators(db)
  const [all, asked] = await Promise.all([organisations(db), coordinatorAsked(visit)])
  const chosen = readOrganisations(body, all)
  const names = all.filter(({ id }) => asked.organisationIds.includes(id)).map(({ name }) => name)
  const meanwhile = overtaken(text(body, 'edition'), body, shownOf(asked), {
    organisationId: [`What ${asked.name} reports for`, names.join(', ')],
  })
  if (meanwhile.length > 0) return organisationsPage(all, asked, chosen, meanwhile)

  const { name, personId } = asked
  for (const each of chosen) await lockOrganisation(db, each)
  await setCoordinator(db, personId, chosen, today)
  return redirect(
    'coordinators',
    chosen.length === 0
      ? `${name} is nobody’s data coordinator now`
      : `${name} is data coordinator of ${chosen.length === 1 ? '1 organisation' : `${chosen.length} organisations`} now`,
  )
}

const addressOf = ({ personId }: Pick<Coordinator, 'personId'>): string => `coordinators/${personId}/edit`

const shownOf = ({ organisationIds }: Coordinator) => ({ organisationId: organisationIds.map(String) })

async function listPage({ db, today }: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const [all, everybody] = await Promise.all([organisations(db), coordinators(db, today)])
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const named = (ids: readonly OrganisationId[]) => ids.flatMap(id => names.get(id) ?? [])
  const view = {
    title: 'Who reports for whom',
    people: everybody.filter(isReporter).map(each => ({
      name: each.name,
      href: addressOf(each),
      organisations: named(each.organisationIds),
      byPost: each.role === 'contributor' ? named(each.postIds.filter(id => !each.organisationIds.includes(id))) : [],
      role: each.role === null ? null : roleNames[each.role],
    })),
    others: [
      { value: '', text: 'Select a person' },
      ...everybody.filter(each => !isReporter(each)).map(({ personId, name }) => ({ value: personId, text: name })),
    ],
    breadcrumbs: [{ text: 'Organisations', href: 'organisations' }],
  }
  return page(template(import.meta.url, 'list.njk'), view, problems)
}

function organisationsPage(
  all: readonly Organisation[],
  asked: Coordinator,
  chosen: readonly OrganisationId[],
  problems: readonly Problem[] = [],
): Answer {
  const { name, role } = asked
  const view = {
    title: `Organisations that ${name} reports for`,
    action: addressOf(asked),
    cannotSignIn: role === null,
    organisations: all.map(({ id, name: text }) => ({ value: id, text, checked: chosen.includes(id) })),
    edition: editionOf(shownOf(asked)),
    breadcrumbs: [
      { text: 'Organisations', href: 'organisations' },
      { text: 'Who reports for whom', href: 'coordinators' },
    ],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

async function coordinatorAsked({ db, params, today }: Visit): Promise<Coordinator> {
  return found((await coordinators(db, today)).find(({ personId }) => String(personId) === params['person']))
}
