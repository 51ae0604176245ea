import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { readOrganisation } from './form.ts'
import { call, type Organisation } from './organisation.ts'
import {
  addOrganisation,
  lockOrganisation,
  organisation,
  organisationNamed,
  organisations,
  removeOrganisation,
  renameOrganisation,
} from './store.ts'

export const listOrganisations: Handler = async ({ db, query, partnership }) => {
  const all = await organisations(db)
  const asked = pageNumber(text(query, 'page'))
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Organisations',
    organisations: all
      .slice(rowsBefore(asked), rowsBefore(asked) + pageSize)
      .map(({ id, name }) => ({ name, href: `organisations/${id}/edit` })),
    pages: pagination(all.length, asked, `/${partnership.slug}/organisations`),
  })
}

export const newOrganisation: Handler = async () => organisationPage(null, '')

export const createOrganisation: Handler = async ({ db, body }) => {
  const draft = readOrganisation(body)
  const ruling = draft.accepted ? call(draft.value.name, await organisationNamed(db, draft.value.name), null) : draft
  if (!ruling.accepted) return organisationPage(null, text(body, 'name'), ruling.problems)

  await addOrganisation(db, ruling.value)
  return redirect('organisations', `${ruling.value} is added`)
}

export const editOrganisation: Handler = async visit => {
  const asked = await organisationAsked(visit)
  return organisationPage(asked, asked.name)
}

export const updateOrganisation: Handler = async visit => {
  const { db, body } = visit
  await lockOrganisation(db, found(idOf<'organisation'>(visit.params['organisation'])))
  const asked = await organisationAsked(visit)
  const draft = readOrganisation(body)
  const ruling = draft.accepted ? call(draft.value.name, await organisationNamed(db, draft.value.name), asked.id) : draft
  if (!ruling.accepted) return organisationPage(asked, text(body, 'name'), ruling.problems, text(body, 'was'))
  if (text(body, 'was') !== asked.name && ruling.value !== asked.name)
    return organisationPage(asked, ruling.value, [
      { field: 'name', text: `Somebody has called it “${asked.name}” meanwhile. Save again to replace that` },
    ])

  await renameOrganisation(db, asked.id, ruling.value)
  return redirect('organisations', `${asked.name} is called ${ruling.value} now`)
}

export const confirmOrganisationRemoval: Handler = async visit => removalPage(await organisationAsked(visit))

export const destroyOrganisation: Handler = async visit => {
  const asked = await organisationAsked(visit)
  await lockOrganisation(visit.db, asked.id)
  const removed = await unlessInUse(visit.db, db => removeOrganisation(db, asked.id))
  if (removed) return redirect('organisations', `${asked.name} is removed`)
  return removalPage(asked, [
    { text: `${asked.name} cannot be removed: it leads on indicators, contributes to them or has somebody who reports for it` },
  ])
}

async function organisationAsked({ db, params }: Visit): Promise<Organisation> {
  return found(await organisation(db, found(idOf<'organisation'>(params['organisation']))))
}

/** `was` is what it was called when the form was opened. */
function organisationPage(asked: Organisation | null, name: string, problems: readonly Problem[] = [], was = asked?.name ?? ''): Answer {
  const view = {
    title: asked === null ? 'Add an organisation' : `Rename ${asked.name}`,
    action: asked === null ? 'organisations/new' : `organisations/${asked.id}/edit`,
    removalHref: asked === null ? '' : `organisations/${asked.id}/removal`,
    name,
    was,
    breadcrumbs: toOrganisations,
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

function removalPage({ name }: Organisation, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'removal.njk'), { title: `Remove ${name}`, name, breadcrumbs: toOrganisations }, problems)
}

const toOrganisations = [{ text: 'Organisations', href: 'organisations' }]
