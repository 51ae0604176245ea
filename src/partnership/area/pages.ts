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
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { type Area, type AreaId, place } from './area.ts'
import { england, shippedArea } from './england.ts'
import { readArea } from './form.ts'
import { addArea, areas, changeArea, ensureAreas, lockArea, lockNesting, profile, removeArea, setProfile } from './store.ts'
import { areaFormView, areasView, englandView, fieldsOf, inWords, matching } from './view.ts'

export const listAreas: Handler = async ({ db, query, partnership }) => {
  const [all, own] = await Promise.all([areas(db), profile(db)])
  const asked = pageNumber(text(query, 'page'))
  const view = areasView(all, own?.areaId ?? null, { from: rowsBefore(asked), count: pageSize })
  return page(template(import.meta.url, 'list.njk'), { ...view, pages: pagination(all.length, asked, `/${partnership.slug}/areas`) })
}

export const newArea: Handler = async ({ db, query }) =>
  areaPage(await areas(db), null, { name: '', kind: '', code: '', parentId: text(query, 'in') })

export const createArea: Handler = async ({ db, body }) => {
  await lockNesting(db)
  const existing = await areas(db)
  const draft = readArea(body)
  const ruling = draft.accepted ? place(draft.value, existing, null) : draft
  if (!ruling.accepted) return areaPage(existing, null, entered(body), ruling.problems)

  await addArea(db, ruling.value)
  return redirect('areas', `${ruling.value.name} is added`)
}

export const editArea: Handler = async visit => {
  const { all, area } = await areaAsked(visit)
  return areaPage(all, area, fieldsOf(area))
}

export const updateArea: Handler = async visit => {
  const { db, body } = visit
  await lockNesting(db)
  const { all, area } = await areaAsked(visit)
  const draft = readArea(body)
  const ruling = draft.accepted ? place(draft.value, all, area.id) : draft
  if (!ruling.accepted) return areaPage(all, area, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(area), inWords(area, all))
  if (meanwhile.length > 0) return areaPage(all, area, entered(body), meanwhile)

  await changeArea(db, area.id, ruling.value)
  return redirect('areas', `${ruling.value.name} is changed`)
}

export const confirmAreaRemoval: Handler = async visit => removalPage((await areaAsked(visit)).area)

export const destroyArea: Handler = async visit => {
  const { area } = await areaAsked(visit)
  await lockArea(visit.db, area.id)
  const removed = await unlessInUse(visit.db, db => removeArea(db, area.id))
  if (removed) return redirect('areas', `${area.name} is removed`)
  return removalPage(area, [
    { text: `${area.name} cannot be removed: figures, targets, an agreement or other areas belong to it, or the partnership is for it` },
  ])
}

/** The area for which the partnership speaks. */
export const chooseProfile: Handler = async visit => {
  const { area } = await areaAsked(visit)
  await setProfile(visit.db, area.id)
  return redirect('areas', `The partnership is for ${area.name} now`)
}

export const searchEngland: Handler = async ({ db, query, today }) => {
  const there = new Set((await areas(db)).map(({ code }) => code))
  const asked = { q: text(query, 'q'), within: text(query, 'within') }
  return page(template(import.meta.url, 'england.njk'), englandView(asked, matching(asked, england, today), there))
}

export const addFromEngland: Handler = async ({ db, body, query, today }) => {
  const codes = texts(body, 'code').filter(code => shippedArea(code) !== null)
  if (codes.length === 0) {
    const there = new Set((await areas(db)).map(({ code }) => code))
    const asked = { q: text(query, 'q'), within: text(query, 'within') }
    const found = matching(asked, england, today)
    const [first] = found
    const problem = { text: 'Select the areas to add', ...(first && { field: `area-${first.code}` }) }
    return page(template(import.meta.url, 'england.njk'), englandView(asked, found, there), [problem])
  }
  await ensureAreas(db, codes)
  const [only] = codes
  return redirect('areas', codes.length === 1 && only ? `${shippedArea(only)?.name} is added` : `${codes.length} areas are added`)
}

async function areaAsked({ db, params }: Visit): Promise<{ readonly all: readonly Area[]; readonly area: Area }> {
  const id: AreaId = found(idOf<'area'>(params['area']))
  const all = await areas(db)
  return { all, area: found(all.find(area => area.id === id)) }
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
function areaPage(
  all: readonly Area[],
  area: Area | null,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = area === null ? '' : editionOf(fieldsOf(area)),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), areaFormView(all, area, fields, edition), problems)
}

function removalPage(area: Area, problems: readonly Problem[] = []): Answer {
  return page(
    template(import.meta.url, 'removal.njk'),
    { title: `Remove ${area.name}`, name: area.name, breadcrumbs: [{ text: 'Areas', href: 'areas' }] },
    problems,
  )
}
