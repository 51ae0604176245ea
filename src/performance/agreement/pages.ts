import { idOf } from '../../kernel/ids.ts'
import type { Problem, Ruling } from '../../kernel/ruling.ts'
import { areas, nested, profile } from '../../partnership/index.ts'
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
  type Visit,
} from '../../platform/web/index.ts'
import { indicators } from '../indicator/store.ts'
import { type Agreement, agree, remove, usualTolerance } from './agreement.ts'
import { readAgreement } from './form.ts'
import {
  addAgreement,
  agreement,
  agreements,
  changeAgreement,
  holdings,
  lockAgreement,
  outcomesServed,
  removeAgreement,
  themesAndOutcomes,
} from './store.ts'
import { typedTolerance } from './tolerance.ts'
import { agreementFormView, agreementsView, agreementView, fieldsOf, inWords, removalView } from './view.ts'

export const listAgreements: Handler = async ({ db }) => {
  const [all, places, held] = await Promise.all([agreements(db), areas(db), holdings(db)])
  return page(
    template(import.meta.url, 'list.njk'),
    agreementsView(all, places, id => held.get(id)?.indicators ?? 0),
  )
}

export const newAgreement: Handler = async visit => {
  const own = await profile(visit.db)
  return formPage(visit, null, {
    areaId: String(own?.areaId ?? ''),
    toleranceKind: usualTolerance.toleranceKind,
    tolerance: typedTolerance(usualTolerance),
  })
}

export const createAgreement: Handler = async visit => {
  const { db, body } = visit
  const form = readAgreement(body)
  const draft = form.accepted ? agree(form.value, await agreements(db), await areas(db), null) : form
  if (!draft.accepted) return formPage(visit, null, entered(body), draft.problems)

  const id = await addAgreement(db, draft.value)
  return redirect(`agreements/${id}`, `${draft.value.title} is added`)
}

export const showAgreement: Handler = async visit => {
  const { db } = visit
  const asked = await agreementAsked(visit)
  const [themes, all, served, places] = await Promise.all([
    themesAndOutcomes(db, asked.id),
    indicators(db, asked.id),
    outcomesServed(db, asked.id),
    areas(db),
  ])
  const areaName = places.find(({ id }) => id === asked.areaId)?.name ?? ''
  return page(template(import.meta.url, 'show.njk'), agreementView({ agreement: asked, areaName, themes, indicators: all, served }))
}

export const editAgreement: Handler = async visit => {
  const asked = await agreementAsked(visit)
  return formPage(visit, asked, fieldsOf(asked))
}

export const updateAgreement: Handler = async visit => {
  const { db, body } = visit
  const asked = await agreementHeld(visit)
  const typed = entered(body)
  const form = readAgreement(body)
  const places = await areas(db)
  const draft = form.accepted ? agree(form.value, await agreements(db), places, asked.id) : form
  if (!draft.accepted) return formPage(visit, asked, typed, draft.problems, typed['edition'])
  const areaName = places.find(({ id }) => id === asked.areaId)?.name ?? ''
  const meanwhile = overtaken(typed['edition'] ?? '', body, fieldsOf(asked), inWords(asked, areaName))
  if (meanwhile.length > 0) return formPage(visit, asked, typed, meanwhile)

  await changeAgreement(db, asked.id, draft.value)
  return redirect(`agreements/${asked.id}`, `${draft.value.title} is changed`)
}

export const confirmAgreementRemoval: Handler = async visit => {
  const asked = await agreementAsked(visit)
  return removalPage(asked, await removal(visit, asked))
}

export const destroyAgreement: Handler = async visit => {
  const asked = await agreementHeld(visit)
  const ruling = await removal(visit, asked)
  if (!ruling.accepted) return removalPage(asked, ruling, ruling.problems)
  await removeAgreement(visit.db, asked.id)
  return redirect('agreements', `${asked.title} is removed`)
}

async function agreementAsked({ db, params }: Visit): Promise<Agreement> {
  return found(await agreement(db, found(idOf<'agreement'>(params['agreement']))))
}

async function agreementHeld(visit: Visit): Promise<Agreement> {
  await lockAgreement(visit.db, found(idOf<'agreement'>(visit.params['agreement'])))
  return agreementAsked(visit)
}

async function removal({ db }: Visit, asked: Agreement): Promise<Ruling<null>> {
  const { themes = 0, indicators = 0, imports = 0 } = (await holdings(db)).get(asked.id) ?? {}
  return remove(asked, [...counted(themes, 'theme'), ...counted(indicators, 'indicator'), ...counted(imports, 'import')])
}

const counted = (count: number, noun: string): string[] => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`])

/** The edition is that of what is kept, unless the form has to come back as it was. */
async function formPage(
  { db }: Visit,
  asked: Agreement | null,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = asked === null ? '' : editionOf(fieldsOf(asked)),
): Promise<Answer> {
  return page(template(import.meta.url, 'edit.njk'), agreementFormView(asked, nested(await areas(db)), fields, edition), problems)
}

function removalPage(asked: Agreement, ruling: Ruling<null>, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'removal.njk'), removalView(`Remove ${asked.title}`, asked, ruling), problems)
}
