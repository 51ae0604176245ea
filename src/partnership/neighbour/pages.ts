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
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { type Area, nested } from '../area/area.ts'
import { england } from '../area/england.ts'
import { areas, ensureAreas, lockArea } from '../area/store.ts'
import { readNeighbours } from './neighbour.ts'
import { neighboursOf, setNeighbours } from './store.ts'

export const editNeighbours: Handler = async visit => {
  const { all, area } = await areaAsked(visit)
  const shown = await shownOf(visit, all, area)
  return neighboursPage(area, shown.neighbours, editionOf(shown))
}

export const updateNeighbours: Handler = async visit => {
  const { db, body } = visit
  const { all, area } = await areaAsked(visit)
  await lockArea(db, area.id)
  const typed = text(body, 'neighbours')
  const ruling = readNeighbours(typed, area, all, england)
  if (!ruling.accepted) return neighboursPage(area, typed, text(body, 'edition'), ruling.problems)
  const shown = await shownOf(visit, all, area)
  const lines = shown.neighbours.replaceAll('\n', '; ')
  const meanwhile = overtaken(text(body, 'edition'), body, shown, { neighbours: [`What ${area.name} is compared with`, lines] })
  if (meanwhile.length > 0) return neighboursPage(area, typed, editionOf(shown), meanwhile)

  const { ids, codes } = ruling.value
  const added = await ensureAreas(db, codes)
  const neighbours = [...ids, ...added.values()]
  await setNeighbours(db, area.id, neighbours)
  return redirect(
    'areas',
    neighbours.length === 0
      ? `${area.name} has no neighbours to compare itself with`
      : `${area.name} is compared with ${neighbours.length} ${neighbours.length === 1 ? 'area' : 'areas'}`,
  )
}

async function shownOf({ db }: Visit, all: readonly Area[], area: Area): Promise<{ readonly neighbours: string }> {
  const held = await neighboursOf(db, area.id)
  const lines = nested(all).flatMap(({ id, code, name }) => (held.has(id) ? [code === null ? name : `${code}, ${name}`] : []))
  return { neighbours: lines.join('\n') }
}

async function areaAsked({ db, params }: Visit): Promise<{ readonly all: readonly Area[]; readonly area: Area }> {
  const all = await areas(db)
  const id = found(idOf<'area'>(params['area']))
  return { all, area: found(all.find(area => area.id === id)) }
}

function neighboursPage(area: Area, neighbours: string, edition: string, problems: readonly Problem[] = []): Answer {
  return page(
    template(import.meta.url, 'edit.njk'),
    {
      title: `Areas that ${area.name} is compared with`,
      name: area.name,
      action: `areas/${area.id}/neighbours`,
      neighbours,
      edition,
      breadcrumbs: [{ text: 'Areas', href: 'areas' }],
    },
    problems,
  )
}
