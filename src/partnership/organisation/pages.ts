import { dayLabel, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling } from '../../kernel/ruling.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  overtaken,
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
import { type ReadOrganisation, readOrganisation, readSuccession } from './form.ts'
import { registers } from './identifier.ts'
import { describeOrganisation, type OrganisationId, type OrganisationRecord, type Sector, sectorNames, sectors } from './organisation.ts'
import {
  addOrganisation,
  addSuccession,
  changeOrganisation,
  lockOrganisation,
  lockSuccessions,
  namesakesOf,
  organisation,
  organisations,
  organisationsFound,
  postsAt,
  removeOrganisation,
  removeSuccession,
  seatsFor,
  successions,
} from './store.ts'
import { succeed, successionKinds, successionNames } from './succession.ts'
import { organisationFields, organisationView } from './view.ts'

export const listOrganisations: Handler = async ({ db, query, partnership, today }) => {
  const asked = pageNumber(text(query, 'page'))
  const sector = sectors.find(each => each === text(query, 'sector')) ?? null
  const words = text(query, 'text')
    .split(/\s+/)
    .filter(word => word !== '')
  const sought = { words, sector }
  const { found: shown, total } = await organisationsFound(db, sought, today, { limit: pageSize, offset: rowsBefore(asked) })
  const isNarrowed = words.length > 0 || sector !== null
  const narrowing = new URLSearchParams({ text: text(query, 'text'), sector: sector ?? '' })
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Organisations',
    text: text(query, 'text'),
    isNarrowed,
    sectors: [{ value: '', text: 'Every sector', selected: sector === null }, ...sectorsToChoose(sector ?? '')],
    count: total === 1 ? '1 organisation' : `${total} organisations`,
    organisations: shown.map(each => ({
      name: each.name,
      href: `organisations/${each.id}`,
      sector: each.sector === null ? '–' : sectorNames[each.sector],
      identifier: each.identifier ?? '–',
      people: each.people,
      seats: each.seats,
      until: each.endsOn === null ? '' : `until ${dayLabel(each.endsOn)}`,
    })),
    pages: pagination(total, asked, `/${partnership.slug}/organisations${isNarrowed ? `?${narrowing}` : ''}`),
  })
}

export const showOrganisation: Handler = async visit => {
  const { db, query, today } = visit
  const asked = await organisationAsked(visit)
  const [all, known, posts, { seats, sittings }] = await Promise.all([
    organisations(db),
    successions(db),
    postsAt(db, asked.id),
    seatsFor(db, asked.id),
  ])
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const around = { names, successions: known, posts, seats, sittings }
  const typed = text(query, 'on')
  const on = parseDay(typed)
  const problems = typed.trim() !== '' && on === null ? [{ field: 'on', text: 'Enter a day, like 6 May 2026' }] : []
  const view = {
    ...organisationView(asked, around, on ?? today, today),
    about: { kind: 'organisation', id: asked.id },
    typed,
    breadcrumbs: toOrganisations,
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

export const newOrganisation: Handler = async () => organisationPage(null, nothingYet)

export const createOrganisation: Handler = async ({ db, body }) => {
  const read = readOrganisation(body)
  const ruling = read.accepted ? await described(read.value, null, db) : read
  if (!ruling.accepted) return organisationPage(null, body, ruling.problems)

  const { draft, warning } = ruling.value
  const id = await addOrganisation(db, draft)
  return redirect(`organisations/${id}`, [`${draft.name} is added`, warning].filter(part => part !== null).join('. '))
}

export const editOrganisation: Handler = async visit => {
  const asked = await organisationAsked(visit)
  return organisationPage(asked, organisationFields(asked))
}

export const updateOrganisation: Handler = async visit => {
  const { db, body } = visit
  await lockOrganisation(db, found(idOf<'organisation'>(visit.params['organisation'])))
  const asked = await organisationAsked(visit)
  const read = readOrganisation(body)
  const ruling = read.accepted ? await described(read.value, asked.id, db) : read
  if (!ruling.accepted) return organisationPage(asked, body, ruling.problems, text(body, 'edition'))
  const { draft, warning } = ruling.value
  const [now, typed] = [organisationFields(asked), organisationFields(draft)]
  const meanwhile = overtaken(text(body, 'edition'), typed, now, {
    name: ['Name', now.name],
    sector: ['Sector', asked.sector === null ? '' : sectorNames[asked.sector]],
    identifier: ['Identifier', now.identifier],
    beginsOn: ['First day', now.beginsOn],
    endsOn: ['Last day', now.endsOn],
  })
  if (meanwhile.length > 0) return organisationPage(asked, body, meanwhile)

  await changeOrganisation(db, asked.id, draft)
  const told = asked.name === draft.name ? `${draft.name} is saved` : `${asked.name} is called ${draft.name} now`
  return redirect(`organisations/${asked.id}`, [told, warning].filter(part => part !== null).join('. '))
}

export const confirmOrganisationRemoval: Handler = async visit => removalPage(await organisationAsked(visit))

export const destroyOrganisation: Handler = async visit => {
  const asked = await organisationAsked(visit)
  await lockOrganisation(visit.db, asked.id)
  const removed = await unlessInUse(visit.db, db => removeOrganisation(db, asked.id))
  if (removed) return redirect('organisations', `${asked.name} is removed`)
  return removalPage(asked, [
    {
      text: `${asked.name} cannot be removed: it leads on indicators, contributes to them, or has people, seats or a successor. Give it a last day instead`,
    },
  ])
}

export const newSuccession: Handler = async visit => successionPage(visit, await organisationAsked(visit), {})

export const createSuccession: Handler = async visit => {
  const { db, body } = visit
  await lockSuccessions(db)
  const asked = await organisationAsked(visit)
  await lockOrganisation(db, asked.id)
  const read = readSuccession(body, asked.id)
  if (!read.accepted) return successionPage(visit, asked, body, read.problems)
  const successor = found(await organisation(db, read.value.successorId))
  const ruling = succeed(read.value, asked, successor, await successions(db))
  if (!ruling.accepted) return successionPage(visit, asked, body, ruling.problems)

  await addSuccession(db, ruling.value.succession, ruling.value.lastDay)
  return redirect(`organisations/${asked.id}`, `${successor.name} came after ${asked.name} on ${dayLabel(read.value.onDay)}`)
}

export const confirmSuccessionRemoval: Handler = async visit => {
  const { asked, name } = await successionAsked(visit)
  return page(template(import.meta.url, 'succession-removal.njk'), {
    title: `Take back what is said of ${asked.name} and ${name}`,
    back: `organisations/${asked.id}`,
    breadcrumbs: [...toOrganisations, { text: asked.name, href: `organisations/${asked.id}` }],
  })
}

export const destroySuccession: Handler = async visit => {
  const { asked, name, successionId } = await successionAsked(visit)
  await removeSuccession(visit.db, successionId)
  return redirect(`organisations/${asked.id}`, `${name} and ${asked.name} do not follow each other any more. Their days are as they were`)
}

const described = async (
  { draft, warning }: ReadOrganisation,
  itself: OrganisationId | null,
  db: Visit['db'],
): Promise<Ruling<ReadOrganisation>> => {
  const ruling = describeOrganisation(draft, await namesakesOf(db, draft), itself)
  return ruling.accepted ? accept({ draft: ruling.value, warning }) : ruling
}

async function organisationAsked({ db, params }: Visit): Promise<OrganisationRecord> {
  return found(await organisation(db, found(idOf<'organisation'>(params['organisation']))))
}

async function successionAsked(visit: Visit) {
  const asked = await organisationAsked(visit)
  const all = await successions(visit.db)
  const succession = found(
    all.find(
      ({ id, predecessorId, successorId }) =>
        String(id) === visit.params['succession'] && (predecessorId === asked.id || successorId === asked.id),
    ),
  )
  const otherId = succession.predecessorId === asked.id ? succession.successorId : succession.predecessorId
  const other = found(await organisation(visit.db, otherId))
  return { asked, name: other.name, successionId: succession.id }
}

const sectorsToChoose = (chosen: string) =>
  sectors.map((value: Sector) => ({ value, text: sectorNames[value], selected: value === chosen }))

const nothingYet: Fields = {}

/** `edition` is that of what was there when the form was opened. */
function organisationPage(
  asked: OrganisationRecord | null,
  typed: Fields,
  problems: readonly Problem[] = [],
  edition = asked === null ? '' : editionOf(organisationFields(asked)),
): Answer {
  const { name = '', sector = '', identifier = '', beginsOn = '', endsOn = '' } = entered(typed)
  const view = {
    title: asked === null ? 'Add an organisation' : `Change ${asked.name}`,
    action: asked === null ? 'organisations/new' : `organisations/${asked.id}/edit`,
    back: asked === null ? 'organisations' : `organisations/${asked.id}`,
    removalHref: asked === null ? '' : `organisations/${asked.id}/removal`,
    name,
    identifier,
    beginsOn,
    endsOn,
    sectors: [{ value: '', text: 'Not said', selected: sector === '' }, ...sectorsToChoose(sector)],
    registers: registers.map(({ prefix, name, like }) => ({ prefix, name, like: `${prefix}-${like}` })),
    edition,
    breadcrumbs: asked === null ? toOrganisations : [...toOrganisations, { text: asked.name, href: `organisations/${asked.id}` }],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

async function successionPage({ db }: Visit, asked: OrganisationRecord, typed: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const all = await organisations(db)
  const { successorId = '', kind = '', onDay = '' } = entered(typed)
  const view = {
    title: `What came after ${asked.name}?`,
    back: `organisations/${asked.id}`,
    organisations: [
      { value: '', text: 'Select one', selected: successorId === '' },
      ...all.filter(({ id }) => id !== asked.id).map(({ id, name }) => ({ value: id, text: name, selected: String(id) === successorId })),
    ],
    kinds: successionKinds.map(value => ({ value, text: successionNames[value], checked: value === kind })),
    onDay,
    breadcrumbs: [...toOrganisations, { text: asked.name, href: `organisations/${asked.id}` }],
  }
  return page(template(import.meta.url, 'succession.njk'), view, problems)
}

function removalPage({ id, name }: OrganisationRecord, problems: readonly Problem[] = []): Answer {
  const view = { title: `Remove ${name}`, name, back: `organisations/${id}`, breadcrumbs: toOrganisations }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}

const toOrganisations = [{ text: 'Organisations', href: 'organisations' }]
