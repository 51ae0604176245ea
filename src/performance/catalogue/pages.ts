import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  type Fields,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  redirect,
  rowsBefore,
  template,
  text,
} from '../../platform/web/index.ts'
import { agreement, agreements, lockAgreement, themesAndOutcomes } from '../agreement/store.ts'
import { indicators } from '../indicator/store.ts'
import { alreadyIn, type Catalogue, type Chosen, choose, knownOf, matching } from './catalogue.ts'
import { readCatalogue, readChosen, readDesignation, readPicked } from './form.ts'
import { nationalSet } from './national-set.ts'
import { addCatalogue, addChosen, catalogue, catalogues, removeCatalogue } from './store.ts'
import { cataloguesView, catalogueView, choiceView, newView, removalView } from './view.ts'

const national: Catalogue = {
  key: 'national',
  title: 'National indicator set, 2008',
  source: 'Department for Communities and Local Government',
  entries: nationalSet,
}

export const listCatalogues: Handler = async ({ db }) => {
  const shipped = { ...national, count: national.entries.length, madeByName: '' }
  return page(template(import.meta.url, 'list.njk'), cataloguesView([shipped, ...(await catalogues(db))]))
}

export const newCatalogue: Handler = async () => newPage({})

export const createCatalogue: Handler = async ({ db, body, file, visitor }) => {
  const read = await readCatalogue(body, file('file'))
  if (!read.accepted) return newPage(body, read.problems)
  const { leftOut, entries, ...rest } = read.value
  const id = await addCatalogue(db, { ...rest, entries, madeByName: visitor.name })
  const without = leftOut.length === 0 ? '' : `. Not taken from the file: ${leftOut.join(', ')}`
  return redirect(`catalogues/${id}`, `${rest.title} is here, with ${entries.length.toLocaleString('en-GB')} indicators${without}`)
}

export const showCatalogue: Handler = async ({ db, params, query }) => lookingPage(db, await catalogueAsked(db, params['catalogue']), query)

export const chooseFromCatalogue: Handler = async ({ db, params, query }) => {
  const of = await catalogueAsked(db, params['catalogue'])
  // Whoever comes by an address alone has not chosen yet.
  if (Object.keys(query).length === 0) return redirect(`catalogues/${of.key}`)
  if (text(query, 'agreement') === '') return lookingPage(db, of, query, [noAgreement])
  const to = found(await agreement(db, found(idOf<'agreement'>(text(query, 'agreement')))))
  const isThere = alreadyIn(await indicators(db, to.id))
  const chosen = readPicked(query, of.entries)
    .filter(entry => !isThere(entry))
    .map(entry => ({ entry, said: knownOf(entry) }))
  if (chosen.length === 0) return lookingPage(db, of, query, [{ field: 'picks', text: 'Select the indicators to add' }])
  return choicePage(db, { catalogue: of, to, chosen, body: {} })
}

export const addFromCatalogue: Handler = async ({ db, params, body }) => {
  const of = await catalogueAsked(db, params['catalogue'])
  if (text(body, 'agreement') === '') return lookingPage(db, of, body, [noAgreement])
  const agreementId = found(idOf<'agreement'>(text(body, 'agreement')))
  await lockAgreement(db, agreementId)
  const [to, held, themes] = await Promise.all([
    agreement(db, agreementId).then(found),
    indicators(db, agreementId),
    themesAndOutcomes(db, agreementId),
  ])
  const chosen = readChosen(body, readPicked(body, of.entries))
  const outcomes = themes.flatMap(theme => theme.outcomes).filter(({ id }) => String(id) === text(body, 'outcome'))
  const wanted = { designation: readDesignation(body), outcomeIds: outcomes.map(({ id }) => id) }
  const added = choose(chosen, alreadyIn(held), wanted)
  if (!added.accepted) return choicePage(db, { catalogue: of, to, chosen, body }, added.problems)

  await addChosen(db, to.id, added.value)
  const count = added.value.length
  return redirect(`agreements/${to.id}`, count === 1 ? `${added.value[0]?.title} is added` : `${count} indicators are added`)
}

export const confirmCatalogueRemoval: Handler = async ({ db, params }) =>
  page(template(import.meta.url, 'removal.njk'), removalView(await ownCatalogue(db, params['catalogue'])))

export const destroyCatalogue: Handler = async ({ db, params }) => {
  const { key, title } = await ownCatalogue(db, params['catalogue'])
  await removeCatalogue(db, key)
  return redirect('catalogues', `${title} is removed`)
}

const noAgreement: Problem = { field: 'agreement', text: 'Select the agreement to add to' }

async function catalogueAsked(db: Db, asked: string | undefined): Promise<Catalogue> {
  return asked === 'national' ? national : ownCatalogue(db, asked)
}

const ownCatalogue = async (db: Db, asked: string | undefined) => found(await catalogue(db, found(idOf<'catalogue'>(asked))))

const newPage = (body: Fields, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'new.njk'), newView(text(body, 'title'), text(body, 'source')), problems)

async function lookingPage(db: Db, of: Catalogue, query: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const all = await agreements(db)
  const to = all.find(({ id }) => String(id) === text(query, 'agreement')) ?? all[0]
  const asked = text(query, 'text').trim().slice(0, 200)
  const matched = matching(of.entries, asked)
  const number = pageNumber(text(query, 'page'))
  const view = catalogueView({
    catalogue: of,
    agreements: all,
    to,
    isThere: alreadyIn(to === undefined ? [] : await indicators(db, to.id)),
    asked,
    total: matched.length,
    shown: matched.slice(rowsBefore(number), rowsBefore(number) + pageSize),
    page: number,
    pages: Math.ceil(matched.length / pageSize),
    picked: readPicked(query, of.entries),
  })
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

type Choice = { readonly catalogue: Catalogue; readonly to: Parameters<typeof choiceView>[0]['to']; readonly chosen: readonly Chosen[] }

async function choicePage(
  db: Db,
  { body, ...choice }: Choice & { readonly body: Fields },
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const themes = await themesAndOutcomes(db, choice.to.id)
  const view = choiceView({ ...choice, themes, designation: readDesignation(body), outcomeId: text(body, 'outcome') })
  return page(template(import.meta.url, 'choice.njk'), view, problems)
}
