import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
  editionOf,
  entered,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { readOutsideBody } from '../group/form.ts'
import { type OutsideBody, reaches, reachNames } from '../group/group.ts'
import { addOutsideBody, changeOutsideBody, links, lockStructure, outsideBodies, removeOutsideBody } from '../group/store.ts'
import { toGroups } from '../group/view.ts'

export const listOutsideBodies: Handler = async ({ db }) => {
  const [bodies, all] = await Promise.all([outsideBodies(db), links(db)])
  const linked = Map.groupBy(all, ({ toBodyId }) => toBodyId)
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Outside bodies',
    bodies: bodies.map(({ id, name, reach }) => {
      const count = linked.get(id)?.length ?? 0
      return { name, reach: reachNames[reach], links: count === 1 ? '1 link' : `${count} links`, href: `outside-bodies/${id}/edit` }
    }),
    breadcrumbs: toGroups,
  })
}

export const newOutsideBody: Handler = async () => bodyPage(null, {})

export const createOutsideBody: Handler = async ({ db, body }) => {
  await lockStructure(db)
  const read = readOutsideBody(body)
  const problems = read.accepted ? namesakeOf(read.value.name, await outsideBodies(db), null) : read.problems
  if (!read.accepted || problems.length > 0) return bodyPage(null, entered(body), problems)
  await addOutsideBody(db, read.value)
  return redirect('outside-bodies', `${read.value.name} is added. Links to it are made on the pages of groups`)
}

export const editOutsideBody: Handler = async visit => {
  const { asked } = await bodyAsked(visit)
  return bodyPage(asked, fieldsOf(asked))
}

export const updateOutsideBody: Handler = async visit => {
  const { db, body } = visit
  await lockStructure(db)
  const { asked, all } = await bodyAsked(visit)
  const read = readOutsideBody(body)
  const problems = read.accepted ? namesakeOf(read.value.name, all, asked.id) : read.problems
  if (!read.accepted || problems.length > 0) return bodyPage(asked, entered(body), problems, text(body, 'edition'))
  const inWords = { name: ['The name', asked.name], reach: ['How far it reaches', reachNames[asked.reach]] } as const
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(asked), inWords)
  if (meanwhile.length > 0) return bodyPage(asked, entered(body), meanwhile)
  await changeOutsideBody(db, { id: asked.id, ...read.value })
  return redirect('outside-bodies', `${read.value.name} is changed`)
}

export const destroyOutsideBody: Handler = async visit => {
  const { asked } = await bodyAsked(visit)
  const removed = await unlessInUse(visit.db, db => removeOutsideBody(db, asked.id))
  if (removed) return redirect('outside-bodies', `${asked.name} is removed`)
  return bodyPage(asked, fieldsOf(asked), [
    { text: `${asked.name} cannot be removed: groups are linked with it. Remove those links first` },
  ])
}

async function bodyAsked({ db, params }: Visit): Promise<{ readonly asked: OutsideBody; readonly all: readonly OutsideBody[] }> {
  const id = found(idOf<'outside-body'>(params['body']))
  const all = await outsideBodies(db)
  return { all, asked: found(all.find(each => each.id === id)) }
}

function namesakeOf(name: string, all: readonly OutsideBody[], itself: OutsideBody['id'] | null): Problem[] {
  const namesake = all.find(each => each.id !== itself && each.name.toLowerCase() === name.toLowerCase())
  return namesake ? [{ field: 'name', text: `${namesake.name} is in the list already` }] : []
}

const fieldsOf = ({ name, reach }: OutsideBody): Readonly<Record<string, string>> => ({ name, reach })

/** The edition is that of what is kept, unless the form has to come back as it was. */
function bodyPage(
  asked: OutsideBody | null,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = asked === null ? '' : editionOf(fieldsOf(asked)),
): Answer {
  const view = {
    title: asked === null ? 'Add an outside body' : `Change ${asked.name}`,
    action: asked === null ? 'outside-bodies/new' : `outside-bodies/${asked.id}/edit`,
    removalHref: asked === null ? '' : `outside-bodies/${asked.id}/removal`,
    edition,
    name: fields['name'] ?? '',
    reaches: reaches.map(value => ({ value, text: reachNames[value], checked: value === fields['reach'] })),
    breadcrumbs: [...toGroups, { text: 'Outside bodies', href: 'outside-bodies' }],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
