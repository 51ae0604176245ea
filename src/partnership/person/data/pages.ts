import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { colleagues } from '../../../platform/accounts/index.ts'
import { type Answer, download, found, type Handler, page, redirect, template, type Visit } from '../../../platform/web/index.ts'
import type { Person } from '../person.ts'
import { lockPerson, person } from '../store.ts'
import { erase, heldAbout } from './store.ts'

const parts = ['person', 'account', 'posts', 'seats', 'deputies', 'absences', 'history']

/** All that is held about somebody, to be handed to them. */
export const showData: Handler = async visit => {
  const asked = await personAsked(visit)
  const held = await heldAbout(visit.db, asked)
  return page(template(import.meta.url, 'show.njk'), {
    title: `What is held about ${asked.name}`,
    id: asked.id,
    parts: parts.map(name => ({ name, rows: rowsOf(held[name]) })),
    breadcrumbs: toPerson(asked),
  })
}

export const downloadData: Handler = async visit => {
  const asked = await personAsked(visit)
  const held = await heldAbout(visit.db, asked)
  return download(`person-${asked.id}.json`, 'application/json; charset=utf-8', `${JSON.stringify(held, null, 2)}\n`)
}

export const confirmErasure: Handler = async visit => erasurePage(await personAsked(visit))

export const erasePerson: Handler = async visit => {
  const { db, visitor } = visit
  const { id } = await personAsked(visit)
  await lockPerson(db, id)
  const asked = await personAsked(visit)
  if (asked.accountId === visitor.accountId) return erasurePage(asked, [{ text: 'You cannot remove yourself: another administrator can' }])
  const administrators = (await colleagues(db)).filter(({ role }) => role === 'administrator')
  if (administrators.every(({ accountId }) => accountId === asked.accountId))
    return erasurePage(asked, [{ text: `${asked.name} is the only administrator. Make somebody else an administrator first` }])

  await erase(db, asked)
  return redirect(`people/${asked.id}`, 'What was held about them is removed')
}

const personAsked = async ({ db, params }: Visit): Promise<Person> => found(await person(db, found(idOf<'person'>(params['person']))))

function erasurePage(asked: Person, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Remove what is held about ${asked.name}`,
    name: asked.name,
    id: asked.id,
    hasAccount: asked.accountId !== null,
    breadcrumbs: toPerson(asked),
  }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}

type Row = readonly { readonly field: string; readonly value: string }[]

function rowsOf(content: unknown): readonly Row[] {
  if (content === null || content === undefined) return []
  return [content].flat().map(row =>
    Object.entries(row as object).map(([field, value]) => ({
      field: field.replaceAll('_', ' '),
      value:
        value === null ? '' : typeof value === 'object' && !(value instanceof Temporal.Instant) ? JSON.stringify(value) : String(value),
    })),
  )
}

const toPerson = ({ id, name }: Person) => [
  { text: 'People', href: 'people' },
  { text: name, href: `people/${id}` },
]
