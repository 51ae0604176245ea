import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Answer, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { type Area, nested } from '../area/area.ts'
import { england } from '../area/england.ts'
import { areas, ensureAreas, lockArea } from '../area/store.ts'
import { readNeighbours } from './neighbour.ts'
import { neighboursOf, setNeighbours } from './store.ts'

export const editNeighbours: Handler = async visit => {
  const { all, area } = await areaAsked(visit)
  const held = await neighboursOf(visit.db, area.id)
  const lines = nested(all).flatMap(({ id, code, name }) => (held.has(id) ? [code === null ? name : `${code}, ${name}`] : []))
  return neighboursPage(area, lines.join('\n'))
}

export const updateNeighbours: Handler = async visit => {
  const { db, body } = visit
  const { all, area } = await areaAsked(visit)
  await lockArea(db, area.id)
  const typed = text(body, 'neighbours')
  const ruling = readNeighbours(typed, area, all, england)
  if (!ruling.accepted) return neighboursPage(area, typed, ruling.problems)
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

async function areaAsked({ db, params }: Visit): Promise<{ readonly all: readonly Area[]; readonly area: Area }> {
  const all = await areas(db)
  const id = found(idOf<'area'>(params['area']))
  return { all, area: found(all.find(area => area.id === id)) }
}

function neighboursPage(area: Area, neighbours: string, problems: readonly Problem[] = []): Answer {
  return page(
    template(import.meta.url, 'edit.njk'),
    {
      title: `Areas that ${area.name} is compared with`,
      name: area.name,
      action: `areas/${area.id}/neighbours`,
      neighbours,
      breadcrumbs: [{ text: 'Areas', href: 'areas' }],
    },
    problems,
  )
}
