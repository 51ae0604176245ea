import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  download,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  mayManagePerformance,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { readAmbition, readVision } from './form.ts'
import {
  addAmbition,
  addVision,
  ambitionsOf,
  changeAmbition,
  changeVision,
  currentVision,
  lockVision,
  orderAmbitions,
  removeAmbition,
  servicesOf,
  themesServing,
} from './store.ts'
import { ambitionFields, type ShownVision, toVision, visionFields, visionRows, visionView } from './view.ts'
import { type Ambition, moved, setAmbition, type Vision } from './vision.ts'

export const showVision: Handler = async ({ db, visitor }) => {
  const mayWrite = mayManagePerformance(visitor)
  const vision = await currentVision(db)
  if (vision === null) return page(template(import.meta.url, 'none.njk'), { title: 'Vision', mayWrite })
  return page(template(import.meta.url, 'show.njk'), visionView(await shownVision(db, vision), mayWrite))
}

export const downloadVision: Handler = async ({ db, today }) => {
  const shown = await shownVision(db, found(await currentVision(db)))
  return download(`vision-${today}.csv`, 'text/csv; charset=utf-8', csv(visionRows(shown)))
}

async function shownVision(db: Visit['db'], vision: Vision): Promise<ShownVision> {
  const [ambitions, services, themes] = await Promise.all([ambitionsOf(db, vision.id), servicesOf(db, vision.id), themesServing(db)])
  return { vision, ambitions, services, themes }
}

export const editVision: Handler = async ({ db }) => {
  const vision = await currentVision(db)
  return visionPage(vision, visionFields(vision), editionOf(visionFields(vision)))
}

export const updateVision: Handler = async ({ db, body }) => {
  await lockVision(db)
  const vision = await currentVision(db)
  const read = readVision(body)
  if (!read.accepted) return visionPage(vision, entered(body), text(body, 'edition'), read.problems)
  const now = visionFields(vision)
  const meanwhile = overtaken(text(body, 'edition'), body, now, {
    title: ['The vision', now['title'] ?? ''],
    text: ['What it means', now['text'] ?? ''],
    startsOn: ['The first day', now['startsOn'] ?? ''],
    endsOn: ['The last day', now['endsOn'] ?? ''],
    link: ['The address', now['link'] ?? ''],
  })
  if (meanwhile.length > 0) return visionPage(vision, entered(body), editionOf(now), meanwhile)
  if (vision === null) await addVision(db, read.value)
  else await changeVision(db, vision.id, read.value)
  return redirect('vision', 'The vision is saved')
}

function visionPage(
  vision: Vision | null,
  fields: Readonly<Record<string, string>>,
  edition: string,
  problems: readonly Problem[] = [],
): Answer {
  const view = {
    title: vision === null ? 'Write the vision' : 'Change the vision',
    fields: { ...visionFields(null), ...fields },
    edition,
    breadcrumbs: toVision,
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

export const newAmbition: Handler = async visit => {
  const { around } = await ambitionsAsked(visit)
  return ambitionPage(around, null, { parentId: text(visit.query, 'within') }, '')
}

export const createAmbition: Handler = async visit => {
  const { db, body } = visit
  await lockVision(db)
  const { around } = await ambitionsAsked(visit)
  const read = readAmbition(body)
  const draft = read.accepted ? setAmbition(read.value, around.ambitions, null) : read
  if (!draft.accepted) return ambitionPage(around, null, body, '', draft.problems)
  await addAmbition(db, around.vision.id, draft.value)
  return redirect('vision', `${draft.value.title} is added`)
}

export const editAmbition: Handler = async visit => {
  const { around, asked } = await ambitionAsked(visit)
  const fields = ambitionFields(asked, around.services)
  return ambitionPage(around, asked, fields, editionOf(fields))
}

export const updateAmbition: Handler = async visit => {
  const { db, body } = visit
  await lockVision(db)
  const { around, asked } = await ambitionAsked(visit)
  const read = readAmbition(body)
  const draft = read.accepted ? setAmbition(read.value, around.ambitions, asked.id) : read
  if (!draft.accepted) return ambitionPage(around, asked, body, text(body, 'edition'), draft.problems)
  const now = ambitionFields(asked, around.services)
  const serving = texts(now, 'serves').flatMap(value => servesChoices(around).flatMap(each => (each.value === value ? [each.text] : [])))
  const typed = { ...body, serves: texts(body, 'serves').toSorted() }
  const meanwhile = overtaken(text(body, 'edition'), typed, now, {
    title: ['The title', asked.title],
    text: ['What it means', asked.text],
    parentId: ['What it stands within', around.ambitions.find(({ id }) => id === asked.parentId)?.title ?? 'the vision itself'],
    serves: ['What serves it', serving.join(', ')],
  })
  if (meanwhile.length > 0) return ambitionPage(around, asked, body, editionOf(now), meanwhile)
  await changeAmbition(db, asked.id, draft.value)
  return redirect('vision', `${draft.value.title} is saved`)
}

export const moveAmbition: Handler = async visit => {
  await lockVision(visit.db)
  const { around, asked } = await ambitionAsked(visit)
  await orderAmbitions(visit.db, moved(around.ambitions, asked.id, text(visit.body, 'way') === 'up' ? 'up' : 'down'))
  return redirect('vision', `${asked.title} is moved`)
}

export const confirmAmbitionRemoval: Handler = async visit => {
  const { around, asked } = await ambitionAsked(visit)
  const within = around.ambitions.filter(({ parentId }) => parentId === asked.id)
  return page(template(import.meta.url, 'removal.njk'), {
    title: `Remove ${asked.title}`,
    action: `vision/ambitions/${asked.id}/removal`,
    within: within.map(({ title }) => title),
    breadcrumbs: toVision,
  })
}

export const destroyAmbition: Handler = async visit => {
  await lockVision(visit.db)
  const { asked } = await ambitionAsked(visit)
  await removeAmbition(visit.db, asked.id)
  return redirect('vision', `${asked.title} is removed`)
}

async function ambitionsAsked({ db }: Pick<Visit, 'db'>): Promise<{ readonly around: ShownVision }> {
  return { around: await shownVision(db, found(await currentVision(db))) }
}
async function ambitionAsked(visit: Pick<Visit, 'db' | 'params'>): Promise<{ readonly around: ShownVision; readonly asked: Ambition }> {
  const { around } = await ambitionsAsked(visit)
  const id = found(idOf<'ambition'>(visit.params['ambition']))
  return { around, asked: found(around.ambitions.find(each => each.id === id)) }
}

const servesChoices = ({ themes }: Pick<ShownVision, 'themes'>): { value: string; text: string }[] =>
  themes.flatMap(theme => [
    { value: `theme-${theme.id}`, text: `${theme.title} (theme)` },
    ...theme.outcomes.map(({ id, title }) => ({ value: `outcome-${id}`, text: title })),
  ])

function ambitionPage(
  around: ShownVision,
  asked: Ambition | null,
  fields: Fields,
  edition: string,
  problems: readonly Problem[] = [],
): Answer {
  const chosen = text(fields, 'parentId')
  const serves = texts(fields, 'serves')
  const view = {
    title: asked === null ? 'Add an ambition or a priority' : `Change ${asked.title}`,
    action: asked === null ? 'vision/ambitions/new' : `vision/ambitions/${asked.id}/edit`,
    edition,
    fields: { title: text(fields, 'title'), text: text(fields, 'text') },
    within: [
      { value: '', text: 'The vision itself: it is an ambition', selected: chosen === '' },
      ...around.ambitions
        .filter(({ id, parentId }) => parentId === null && id !== asked?.id)
        .map(({ id, title }) => ({ value: String(id), text: title, selected: String(id) === chosen })),
    ],
    serves: servesChoices(around).map(each => ({ ...each, checked: serves.includes(each.value) })),
    breadcrumbs: toVision,
  }
  return page(template(import.meta.url, 'ambition.njk'), view, problems)
}
