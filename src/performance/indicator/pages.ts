import { type Id, idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling } from '../../kernel/ruling.ts'
import { ensureOrganisations, organisations } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  editionOf,
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
import type { Agreement } from '../agreement/agreement.ts'
import { agreement, agreements, lockAgreement, outcome, theme, themes, themesAndOutcomes } from '../agreement/store.ts'
import { settleNames } from '../answerable/answerable.ts'
import { bodies } from '../answerable/store.ts'
import { type DefinitionChange, isRedefined, redefine } from '../definition/definition.ts'
import { readDefinitionChange } from '../definition/form.ts'
import { addFormerDefinition, formerDefinitions } from '../definition/store.ts'
import { addBreak, breaksOf } from '../series-break/store.ts'
import { readIndicator, type TypedIndicator } from './form.ts'
import { type AgreementId, describe, type IndicatorDraft, type IndicatorId, type KeptIndicator, nameOf } from './indicator.ts'
import {
  addIndicator,
  changeIndicator,
  countIndicators,
  dataOf,
  type Filter,
  indicatorWithReference,
  keptIndicator,
  listedIndicators,
  lockIndicator,
} from './store.ts'
import { blank, type Entry, entryOf, indicatorFormView, indicatorsView, inWords, type Surrounding } from './view.ts'

export const listIndicators: Handler = async ({ db, query }) => {
  const asked = { text: text(query, 'text').trim().slice(0, 200), within: text(query, 'within') }
  const filter: Filter = { text: asked.text, agreementId: within(asked.within, 'agreement'), themeId: within(asked.within, 'theme') }
  const number = pageNumber(text(query, 'page'))
  const [all, allThemes, total, shown, everyone] = await Promise.all([
    agreements(db),
    themes(db),
    countIndicators(db, filter),
    listedIndicators(db, filter, rowsBefore(number), pageSize),
    organisations(db),
  ])
  const view = indicatorsView({ shown, total, agreements: all, themes: allThemes, organisations: everyone, asked })
  const base = `indicators?${new URLSearchParams(asked)}`
  return page(template(import.meta.url, 'list.njk'), { ...view, pages: pagination(total, number, base) })
}

export const newIndicator: Handler = async visit => {
  const { to, outcomeId } = await placeAsked(visit)
  return formPage(visit.db, to, null, { ...blank, outcomeId: outcomeId === null ? [] : [String(outcomeId)] })
}

export const createIndicator: Handler = async visit => {
  const { db, body } = visit
  const { to } = await placeAsked(visit)
  await lockAgreement(db, to.id)
  const form = readIndicator(body)
  const draft = form.accepted ? await described(db, to, form.value, null) : form
  if (!draft.accepted) return formPage(db, to, null, body, draft.problems)

  const id = await addIndicator(db, to.id, draft.value)
  return redirect(`indicators/${id}`, `${nameOf(draft.value)} is added`)
}

export const editIndicator: Handler = async ({ db, params }) => {
  const kept = found(await keptIndicator(db, found(idOf<'indicator'>(params['id']))))
  return formPage(db, found(await agreement(db, kept.agreementId)), kept, null)
}

export const updateIndicator: Handler = async visit => {
  const { db, params, body } = visit
  const { kept, to } = await heldIndicator(db, found(idOf<'indicator'>(params['id'])))
  const edition = text(body, 'edition')
  const form = readIndicator(body)
  const draft = form.accepted ? await described(db, to, form.value, kept) : form
  if (!draft.accepted) return formPage(db, to, kept, body, draft.problems, edition)
  const around = await surrounding(db, to)
  const meanwhile = overtaken(edition, body, entryOf(kept, around.bodies), inWords(kept, around))
  if (meanwhile.length > 0) return formPage(db, to, kept, body, meanwhile)

  const change = await definitionChanged(visit, kept, draft.value)
  if (!change.accepted) return formPage(db, to, kept, body, change.problems, edition)

  await changeIndicator(db, kept.id, draft.value)
  await keepFormer(visit, kept, change.value)
  return redirect(`indicators/${kept.id}`, `${nameOf(draft.value)} is changed`)
}

/** Once there are figures, whoever changes what is counted says what sort of change it is. */
async function definitionChanged(
  { db, body, today }: Visit,
  kept: KeptIndicator,
  draft: IndicatorDraft,
): Promise<Ruling<DefinitionChange>> {
  const { returns } = await dataOf(db, kept.id)
  if (returns === 0 || !isRedefined(kept, draft)) return accept({ kind: 'correction' })
  const said = readDefinitionChange(body)
  return said.accepted ? redefine(said.value, await formerDefinitions(db, kept.id), today) : said
}

async function keepFormer({ db, visitor }: Visit, { id, ...before }: KeptIndicator, change: DefinitionChange): Promise<void> {
  if (change.kind === 'correction') return
  const { from, reason, isComparable } = change
  await addFormerDefinition(db, id, { ...before, replacedOn: from, reason, replacedByName: visitor.name })
  const isMarked = (await breaksOf(db, id)).some(({ startsOn, areaId }) => startsOn === from && areaId === null)
  if (!isComparable && !isMarked) await addBreak(db, id, { areaId: null, startsOn: from, kind: 'definition', sentence: reason })
}

const within = <Name extends string>(asked: string, kind: Name): Id<Name> | null =>
  asked.startsWith(`${kind}-`) ? idOf<Name>(asked.slice(kind.length + 1)) : null

/** Under which agreement: it is named, or one of its outcomes is, or there is only the latest. */
async function placeAsked({ db, query }: Visit): Promise<{ readonly to: Agreement; readonly outcomeId: Id<'outcome'> | null }> {
  if (text(query, 'outcome') !== '') {
    const { id, themeId } = found(await outcome(db, found(idOf<'outcome'>(text(query, 'outcome')))))
    const { agreementId } = found(await theme(db, themeId))
    return { to: found(await agreement(db, agreementId)), outcomeId: id }
  }
  const asked = text(query, 'agreement')
  const to = asked === '' ? (await agreements(db))[0] : await agreement(db, found(idOf<'agreement'>(asked)))
  return { to: found(to), outcomeId: null }
}

/** Whoever changes an indicator holds its agreement before it, as an import does: references are unique there. */
async function heldIndicator(db: Db, id: IndicatorId): Promise<{ readonly kept: KeptIndicator; readonly to: Agreement }> {
  const agreementId: AgreementId = found(await keptIndicator(db, id)).agreementId
  await lockAgreement(db, agreementId)
  await lockIndicator(db, id)
  return { kept: found(await keptIndicator(db, id)), to: found(await agreement(db, agreementId)) }
}

/** What was typed, with organisations that were only named added to the list; a refused page takes them back. */
async function described(db: Db, to: Agreement, typed: TypedIndicator, kept: KeptIndicator | null): Promise<Ruling<IndicatorDraft>> {
  const { leadName, contributorNames, ...draft } = typed
  const all = await bodies(db)
  const names = settleNames(contributorNames, all, kept?.beside ?? [], 'contributorNames')
  if (!names.accepted) return names
  const named = [...(leadName === '' ? [] : [leadName]), ...names.value.others]
  const added = named.length === 0 ? null : await ensureOrganisations(db, named)
  const numberOf = (name: string) => added?.get(name.toLowerCase()) ?? null
  const themes = await themesAndOutcomes(db, to.id)
  const around = {
    outcomeIds: new Set(themes.flatMap(({ outcomes }) => outcomes.map(({ id }) => id))),
    organisationIds: new Set((await organisations(db)).map(({ id }) => id)),
    bodies: all,
    namesake: draft.reference === null ? null : await indicatorWithReference(db, to.id, draft.reference),
  }
  const whole = {
    ...draft,
    leadId: leadName === '' ? draft.leadId : numberOf(leadName),
    contributorIds: [...new Set([...draft.contributorIds, ...names.value.others.flatMap(name => numberOf(name) ?? [])])],
    beside: [...(draft.beside ?? []), ...names.value.bodies.map(({ kind, id }) => ({ part: 'contributor' as const, kind, id }))],
  }
  const ruling = describe(whole, around, kept?.id ?? null)
  return ruling.accepted ? accept(whole) : ruling
}

async function surrounding(db: Db, to: Agreement): Promise<Surrounding> {
  const [themes, everyone, all] = await Promise.all([themesAndOutcomes(db, to.id), organisations(db), bodies(db)])
  return { agreement: to, themes, organisations: everyone, bodies: all }
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
async function formPage(
  db: Db,
  to: Agreement,
  kept: KeptIndicator | null,
  /** Null for what is kept. */
  entry: Entry | Fields | null,
  problems: readonly Problem[] = [],
  shown: string | null = null,
): Promise<Answer> {
  const around = await surrounding(db, to)
  const asKept = kept === null ? blank : entryOf(kept, around.bodies)
  const edition = shown ?? (kept === null ? '' : editionOf(asKept))
  return page(template(import.meta.url, 'edit.njk'), indicatorFormView(kept, around, entry ?? asKept, edition, problems), problems)
}
